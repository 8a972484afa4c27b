//! The reader: a module of its own that reads workbooks in a worker, started when it is first asked. What it opens stays
//! in the worker between two asks; the page holds only what it is handed.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use crate::intake::ask::{Ask, Reply};

use super::listener::Listener;
use super::page::meta;
use super::slot::Slot;

/// Why the reader gave no answer. The worker has ended, with what it had open; the next ask starts another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReaderError {
    /// It cannot be loaded: neither from the offline store nor over the network.
    #[error("the reader cannot be loaded")]
    Absent,
    /// It stopped on its way, for want of memory say.
    #[error("the reader stopped: {detail}")]
    Stopped {
        /// What the platform says of it.
        detail: String,
    },
    /// It was ended on purpose.
    #[error("the reader was ended")]
    Ended,
}

/// The line to the worker. Clones are the same line; when the last is dropped, the worker ends.
#[derive(Clone, Default)]
pub struct Reader(Rc<Line>);

#[derive(Default)]
struct Line {
    running: RefCell<Option<Running>>,
    waiting: Rc<RefCell<BTreeMap<u32, Waiting>>>,
    next: Cell<u32>,
}

/// A worker with its listeners.
struct Running {
    worker: Worker,
    /// Whether it has ended itself, and another is to be started.
    is_over: Rc<Cell<bool>>,
    _listeners: [Listener; 3],
}

/// An ask without its answer.
struct Waiting {
    slot: Slot<Result<Reply, ReaderError>>,
    on_progress: Rc<dyn Fn(f64)>,
}

impl Reader {
    /// Asks, and waits for the answer. The bytes are handed over: the page has them no more. `on_progress` hears now
    /// and then which share of them, from 0 to 1, has been read.
    pub async fn ask(
        &self,
        ask: &Ask,
        bytes: Option<ArrayBuffer>,
        on_progress: impl Fn(f64) + 'static,
    ) -> Result<Reply, ReaderError> {
        let line = &self.0;
        let id = line.next.replace(line.next.get().wrapping_add(1));
        let slot = Slot::new();
        line.waiting.borrow_mut().insert(id, Waiting { slot: slot.clone(), on_progress: Rc::new(on_progress) });
        if let Err(error) = line.post(id, ask, bytes) {
            line.waiting.borrow_mut().remove(&id);
            return Err(error);
        }
        slot.take().await
    }

    /// Ends the worker, with what it has open. Asks without an answer fail; the next starts another worker.
    pub fn end(&self) {
        if let Some(running) = self.0.running.take() {
            running.worker.terminate();
        }
        fail_all(&self.0.waiting, &ReaderError::Ended);
    }
}

impl Line {
    fn post(&self, id: u32, ask: &Ask, bytes: Option<ArrayBuffer>) -> Result<(), ReaderError> {
        let mut running = self.running.borrow_mut();
        if running.as_ref().is_none_or(|running| running.is_over.get()) {
            *running = Some(start(&self.waiting)?);
        }
        let Some(Running { worker, .. }) = &*running else { return Err(ReaderError::Absent) };
        let ask = serde_json::to_string(ask).map_err(|error| ReaderError::Stopped { detail: error.to_string() })?;
        let (message, handed) = (Object::new(), Array::new());
        put(&message, "id", &id.into());
        put(&message, "ask", &ask.into());
        if let Some(bytes) = bytes {
            put(&message, "bytes", &bytes);
            handed.push(&bytes);
        }
        worker.post_message_with_transfer(&message, &handed).map_err(|exception| stopped(&exception))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.worker.terminate();
        }
    }
}

/// Starts the worker whose address the page names.
fn start(waiting: &Rc<RefCell<BTreeMap<u32, Waiting>>>) -> Result<Running, ReaderError> {
    let address = meta("reader").ok_or(ReaderError::Absent)?;
    let worker = Worker::new(&address).map_err(|exception| stopped(&exception))?;
    let is_over = Rc::new(Cell::new(false));
    let over = {
        let (worker, is_over, waiting) = (worker.clone(), Rc::clone(&is_over), Rc::clone(waiting));
        Rc::new(move |error: ReaderError| {
            if !is_over.replace(true) {
                worker.terminate();
                fail_all(&waiting, &error);
            }
        })
    };
    let has_spoken = Rc::new(Cell::new(false));
    let heard = {
        let (over, waiting, has_spoken) = (Rc::clone(&over), Rc::clone(waiting), Rc::clone(&has_spoken));
        move |event| {
            has_spoken.set(true);
            if let Err(error) = hear(&MessageEvent::from(JsValue::from(event)).data(), &waiting) {
                over(error);
            }
        }
    };
    let failed = {
        let over = Rc::clone(&over);
        move |event: web_sys::Event| {
            let detail = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            // A script that runs says so before anything can go wrong in it.
            over(if has_spoken.get() { ReaderError::Stopped { detail } } else { ReaderError::Absent });
        }
    };
    let garbled = move |_| over(ReaderError::Stopped { detail: "messageerror".to_owned() });
    let listeners = [
        Listener::on(worker.clone(), "message", heard),
        Listener::on(worker.clone(), "error", failed),
        Listener::on(worker.clone(), "messageerror", garbled),
    ];
    Ok(Running { worker, is_over, _listeners: listeners })
}

/// Takes one message in. An error is the end of the worker.
fn hear(message: &JsValue, waiting: &RefCell<BTreeMap<u32, Waiting>>) -> Result<(), ReaderError> {
    if let Some(detail) = text(message, "error") {
        let is_absent = get(message, "absent").is_truthy();
        return Err(if is_absent { ReaderError::Absent } else { ReaderError::Stopped { detail } });
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number that this side counted")]
    let Some(id) = get(message, "id").as_f64().map(|id| id as u32) else { return Ok(()) };
    if let Some(share) = get(message, "progress").as_f64() {
        let on_progress = waiting.borrow().get(&id).map(|waiting| Rc::clone(&waiting.on_progress));
        if let Some(on_progress) = on_progress {
            on_progress(share);
        }
    }
    if let Some(reply) = text(message, "reply") {
        let reply = serde_json::from_str(&reply).map_err(|error| ReaderError::Stopped { detail: error.to_string() })?;
        let answered = waiting.borrow_mut().remove(&id);
        if let Some(Waiting { slot, .. }) = answered {
            // Whoever asked may have gone.
            drop(slot.fill(Ok(reply)));
        }
    }
    Ok(())
}

fn fail_all(waiting: &RefCell<BTreeMap<u32, Waiting>>, error: &ReaderError) {
    let unanswered = std::mem::take(&mut *waiting.borrow_mut());
    for Waiting { slot, .. } in unanswered.into_values() {
        drop(slot.fill(Err(error.clone())));
    }
}

fn get(message: &JsValue, name: &str) -> JsValue {
    Reflect::get(message, &name.into()).unwrap_or_default()
}

fn text(message: &JsValue, name: &str) -> Option<String> {
    get(message, name).as_string()
}

fn put(message: &Object, name: &str, value: &JsValue) {
    // It throws only for an object that is frozen.
    let _ = Reflect::set(message, &name.into(), value);
}

fn stopped(exception: &JsValue) -> ReaderError {
    let sentence = exception.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    ReaderError::Stopped { detail: sentence.unwrap_or_else(|| format!("{exception:?}")) }
}
