//! A callback after a while.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::page::window;
use super::slot::Slot;

/// A callback that is due; dropping it calls it off.
#[derive(Debug)]
#[must_use = "a timer that is dropped never fires"]
pub struct Timer {
    id: Option<i32>,
}

impl Timer {
    /// Calls back once, after so many milliseconds.
    pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) -> Self {
        // It frees itself when it was called, or when nothing in the page refers to it any more.
        let callback = Closure::once_into_js(callback);
        let function = callback.unchecked_ref();
        Self { id: window().set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok() }
    }

    /// Lets it fire without a holder.
    pub fn keep(mut self) {
        self.id = None;
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            window().clear_timeout_with_handle(id);
        }
    }
}

/// Waits so many milliseconds.
pub async fn sleep(milliseconds: i32) {
    let slot = Slot::new();
    let due = slot.clone();
    // The slot takes one value, and this is it.
    Timer::after(milliseconds, move || due.fill(()).unwrap_or_default()).keep();
    slot.take().await;
}
