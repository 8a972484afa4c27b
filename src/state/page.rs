//! What a page asks of the browser: focus, title, scroll. Views come here, since the browser's room is not theirs.

use leptos::prelude::StoredValue;

use crate::browser::listener::Listener;
use crate::browser::page;

/// The id of the main part of every page.
pub const MAIN: &str = "main";

/// Moves the focus to the main part.
pub fn focus_main() {
    page::focus(MAIN);
}

pub use page::{focus, leave_field, scroll_to_top, set_title};

/// Calls back at each event of this name on the target, as long as the current reactive owner lives.
pub fn listen(
    target: impl Into<web_sys::EventTarget>,
    event: &'static str,
    callback: impl FnMut(web_sys::Event) + 'static,
) {
    let listener = Listener::on(target, event, callback);
    // It is dropped with its owner, and then it is taken off.
    StoredValue::new_local(listener);
}
