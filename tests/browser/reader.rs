//! The line to the reader, with workers that behave and workers that do not.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use so_giam_sat::browser::reader::{Reader, ReaderError};
use so_giam_sat::intake::ask::{Ask, Reply};
use so_giam_sat::intake::protocol::{Kind, OpenError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tricks::{run, wait_until};

/// Makes the page name a worker with this script.
fn name_worker(script: &str) {
    name_address(&format!("URL.createObjectURL(new Blob([{script:?}], {{ type: 'text/javascript' }}))"));
}

/// Makes the page name a worker at the address that this expression gives.
fn name_address(expression: &str) {
    run(&format!(
        "document.querySelector('meta[name=reader]')?.remove();
        document.head.append(Object.assign(document.createElement('meta'), {{ name: 'reader', content: {expression} }}))"
    ));
}

fn ask() -> Ask {
    Ask::Paste { kind: Kind::Dossiers, text: "hồ sơ".to_owned() }
}

async fn open(reader: &Reader) -> Result<Reply, ReaderError> {
    reader.ask(&ask(), None, |_| {}).await
}

/// Refuses with the number of bytes that came, a thousand times how often it was asked, and a million if the ask is ours.
const GOOD: &str = "postMessage({}); let times = 0; onmessage = ({ data: { id, ask, bytes } }) => {
    times += 1;
    postMessage({ id, progress: 0.5 });
    const ours = JSON.parse(ask).paste.text === 'hồ sơ' ? 1_000_000 : 0;
    const found = (bytes?.byteLength ?? 0) + 1_000 * times + ours;
    postMessage({ id, reply: JSON.stringify({ refused: { too_large: { bytes: found } } }) });
};";

fn found(bytes: usize) -> Result<Reply, ReaderError> {
    Ok(Reply::Refused(OpenError::TooLarge { bytes }))
}

#[wasm_bindgen_test]
async fn an_answer_comes_after_its_progress_and_the_bytes_are_handed_over() {
    name_worker(GOOD);
    let reader = Reader::default();
    let bytes: ArrayBuffer = Uint8Array::from(&[1_u8, 2, 3][..]).buffer();
    let shares = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&shares);
    let reply = reader.ask(&ask(), Some(bytes.clone()), move |share| heard.borrow_mut().push(share)).await;
    assert_eq!(reply, found(1_001_003));
    assert_eq!(*shares.borrow(), [0.5]);
    assert_eq!(bytes.byte_length(), 0, "the page has them no more");
    assert_eq!(open(&reader).await, found(1_002_000), "the same worker answers again");
    reader.end();
    assert_eq!(open(&reader).await, found(1_001_000), "another worker knows nothing of the first");
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_loaded_is_absent_and_the_next_ask_tries_again() {
    let reader = Reader::default();
    name_address("'./reader/none.js'");
    assert_eq!(open(&reader).await, Err(ReaderError::Absent));
    name_worker("onmessage = ({ data: { id } }) => postMessage({ id, error: 'Failed to fetch', absent: true });");
    assert_eq!(open(&reader).await, Err(ReaderError::Absent));
    name_worker(GOOD);
    assert_eq!(open(&reader).await, found(1_001_000));
}

#[wasm_bindgen_test]
async fn a_worker_that_stops_fails_every_ask_and_the_next_starts_another() {
    let reader = Reader::default();
    for script in [
        "onmessage = ({ data: { id } }) => postMessage({ id, error: 'unreachable' });",
        "postMessage({}); onmessage = () => { throw new Error('unreachable'); };",
        "onmessage = ({ data: { id } }) => postMessage({ id, reply: 'unreachable' });",
    ] {
        name_worker(script);
        let (first, second) = (reader.clone(), reader.clone());
        let both = futures_of(async move { open(&first).await }, async move { open(&second).await });
        for outcome in both.await {
            assert!(matches!(outcome, Err(ReaderError::Stopped { .. })), "{outcome:?}");
        }
    }
    name_worker(GOOD);
    assert_eq!(open(&reader).await, found(1_001_000));
}

#[wasm_bindgen_test]
async fn an_ask_without_an_answer_fails_when_the_reader_is_ended() {
    name_worker("onmessage = () => {};");
    let reader = Reader::default();
    let ended = reader.clone();
    let ending = async move {
        ended.end();
        Err(ReaderError::Ended)
    };
    let asked = reader.clone();
    let both = futures_of(async move { open(&asked).await }, ending).await;
    assert_eq!(both, [Err(ReaderError::Ended), Err(ReaderError::Ended)]);
}

/// Runs both at once.
async fn futures_of(
    first: impl Future<Output = Result<Reply, ReaderError>> + 'static,
    second: impl Future<Output = Result<Reply, ReaderError>> + 'static,
) -> [Result<Reply, ReaderError>; 2] {
    let results = Rc::new(RefCell::new((None, None)));
    let (left, right) = (Rc::clone(&results), Rc::clone(&results));
    wasm_bindgen_futures::spawn_local(async move {
        let outcome = first.await;
        left.borrow_mut().0 = Some(outcome);
    });
    wasm_bindgen_futures::spawn_local(async move {
        let outcome = second.await;
        right.borrow_mut().1 = Some(outcome);
    });
    wait_until("both end", || matches!(&*results.borrow(), (Some(_), Some(_)))).await;
    let (first, second) = results.take();
    [first, second].map(Option::unwrap)
}
