//! The reader: a module of its own that runs in a worker of the browser, so that a large workbook neither holds the page
//! up nor belongs to what the first visit loads. `xtask/src/reader.js` starts it and carries the messages.

use std::cell::RefCell;

use js_sys::Function;
use so_giam_sat::intake::desk::Desk;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// What was opened stays here between two asks.
    static DESK: RefCell<Desk> = RefCell::default();
}

fn main() {}

/// Answers an ask, both in JSON. `bytes` are those of the file that it speaks of; `on_progress` is called with a share
/// from 0 to 1 now and then. It comes by value: for a reference wasm-bindgen writes an instruction that older versions of
/// wasm-opt do not know.
#[wasm_bindgen]
pub fn answer(ask: &str, bytes: Option<Vec<u8>>, on_progress: Function) -> Result<String, String> {
    let mut say = |share: f64| {
        // It throws only where the page is gone, and then nobody listens.
        let _ = on_progress.call1(&JsValue::UNDEFINED, &JsValue::from_f64(share));
    };
    DESK.with_borrow_mut(|desk| desk.answer(ask, bytes.as_deref(), &mut say)).map_err(|error| error.to_string())
}
