//! New versions of the app. The page's own script looks after the service worker and speaks to the app by two events
//! on the window: one says that a new version waits, the other that the person wants it.

use web_sys::Event;

use super::listener::Listener;
use super::page::window;

/// Sent by the page's script when a new version is installed and waits.
const WAITING: &str = "so-giam-sat:update-waiting";

/// Sent by the app when the person wants the new version; the page then reloads.
const ACCEPT: &str = "so-giam-sat:update-accept";

/// Calls back when a new version waits.
pub fn on_waiting(callback: impl Fn() + 'static) -> Listener {
    Listener::on(window(), WAITING, move |_| callback())
}

/// Changes to the version that waits. Everything must be saved before.
pub fn accept() {
    if let Ok(event) = Event::new(ACCEPT) {
        // It throws only for an event that is being dispatched already.
        let _ = window().dispatch_event(&event);
    }
}
