//! The line to the reader, with workers that behave and workers that do not.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use so_giam_sat::browser::reader::{Reader, ReaderError};
use so_giam_sat::intake::ask::{Ask, Outline, Reply};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tricks::run;

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

async fn open(reader: &Reader) -> Result<Reply, ReaderError> {
    reader.ask(&Ask::Open {}, None, |_| {}).await
}

/// Answers with the number of bytes that came and how often it was asked.
const GOOD: &str = "postMessage({}); let times = 0; onmessage = ({ data: { id, ask, bytes } }) => {
    times += 1;
    postMessage({ id, progress: 0.5 });
    const sheet = { name: ask, rows: bytes?.byteLength ?? 0, columns: times };
    postMessage({ id, reply: JSON.stringify({ opened: [sheet] }) });
};";

fn outline(reply: Reply) -> Outline {
    match reply {
        Reply::Opened(mut sheets) => sheets.remove(0),
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn an_answer_comes_after_its_progress_and_the_bytes_are_handed_over() {
    name_worker(GOOD);
    let reader = Reader::default();
    let bytes: ArrayBuffer = Uint8Array::from(&[1_u8, 2, 3][..]).buffer();
    let shares = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&shares);
    let reply = reader.ask(&Ask::Open {}, Some(bytes.clone()), move |share| heard.borrow_mut().push(share)).await;
    assert_eq!(outline(reply.unwrap()), Outline { name: "{\"open\":{}}".to_owned(), rows: 3, columns: 1 });
    assert_eq!(*shares.borrow(), [0.5]);
    assert_eq!(bytes.byte_length(), 0, "the page has them no more");
    assert_eq!(outline(open(&reader).await.unwrap()).columns, 2, "the same worker answers again");
    reader.end();
    assert_eq!(outline(open(&reader).await.unwrap()).columns, 1, "another worker knows nothing of the first");
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_loaded_is_absent_and_the_next_ask_tries_again() {
    let reader = Reader::default();
    name_address("'./reader/none.js'");
    assert_eq!(open(&reader).await, Err(ReaderError::Absent));
    name_worker("onmessage = ({ data: { id } }) => postMessage({ id, error: 'Failed to fetch', absent: true });");
    assert_eq!(open(&reader).await, Err(ReaderError::Absent));
    name_worker(GOOD);
    assert_eq!(outline(open(&reader).await.unwrap()).columns, 1);
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
    assert_eq!(outline(open(&reader).await.unwrap()).columns, 1);
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
    loop {
        crate::tricks::sleep(10).await;
        let mut found = results.borrow_mut();
        if let (Some(_), Some(_)) = &*found {
            let (Some(first), Some(second)) = std::mem::take(&mut *found) else { unreachable!() };
            return [first, second];
        }
    }
}
