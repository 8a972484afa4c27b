//! Event listeners that take themselves off.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A listener on a target; dropping it takes it off.
#[derive(Debug)]
#[must_use = "a listener that is dropped hears nothing"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls back at each event of this name on the target.
    pub fn on(target: impl Into<EventTarget>, event: &'static str, callback: impl FnMut(Event) + 'static) -> Self {
        let listener = Self { target: target.into(), event, callback: Closure::new(callback) };
        let function = listener.callback.as_ref().unchecked_ref();
        // It throws only for options that are not given here.
        let _ = listener.target.add_event_listener_with_callback(event, function);
        listener
    }

    /// Keeps listening for the whole life of the page.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, function);
    }
}
