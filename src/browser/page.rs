//! The page itself: its address, what has the focus, when it goes out of sight.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, VisibilityState, Window};

use super::listener::Listener;

pub(super) fn window() -> Window {
    web_sys::window().expect("the app runs in a page, never in a worker")
}

pub(super) fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The name under which this app keeps things in the browser: its database, its preferences, its line to other tabs. Several
/// apps may live on one host, each in its folder, so all but the one at the root carry their folder in it. `boot.js` makes
/// the same name.
pub fn kept_name() -> String {
    let path = window().location().pathname().unwrap_or_default();
    match path.rsplit_once('/') {
        Some((folder, _)) if !folder.is_empty() => format!("{ROOT_NAME} {folder}/"),
        _ => ROOT_NAME.to_owned(),
    }
}

/// The name of what the app at the root of a host keeps.
pub const ROOT_NAME: &str = "so-giam-sat";

/// Takes away what the page says while the app is on its way.
pub fn remove_opening() {
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
    }
}

/// Loads the page again.
pub fn reload() {
    // It throws only in a page that may not navigate.
    let _ = window().location().reload();
}

/// What the page's head says under a name; none where the build wrote nothing.
pub(super) fn meta(name: &str) -> Option<String> {
    let element = document().query_selector(&format!("meta[name={name}]")).ok().flatten()?;
    element.get_attribute("content")
}

/// The place in the address after `#`, without the `#`; empty at the start.
pub fn hash() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Goes to a place in the app, as a new step of the browser's history.
pub fn set_hash(place: &str) {
    // It throws only where the page is not allowed to change its own address: then it stays where it is.
    let _ = window().location().set_hash(place);
}

/// Writes another place into the address bar without going there.
pub fn replace_hash(place: &str) {
    // It throws only for an address of another origin.
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(place)));
}

/// Opens the browser's print dialogue.
pub fn print() {
    // It throws only where printing is forbidden, and then nothing happens.
    let _ = window().print();
}

/// Calls back with the new place when the address changes, by a link, by [`set_hash`] or by the back button.
pub fn on_hash_change(callback: impl Fn(String) + 'static) -> Listener {
    Listener::on(window(), "hashchange", move |_| callback(hash()))
}

/// Listeners that belong together.
#[derive(Debug)]
#[must_use = "a listener that is dropped hears nothing"]
pub struct HideListener([Listener; 3]);

impl HideListener {
    /// Keeps listening for the whole life of the page.
    pub fn keep(self) {
        self.0.into_iter().for_each(Listener::keep);
    }
}

/// Calls back when the page goes out of sight or away, or is put to sleep: on a tablet the last moment at which it
/// surely still runs. It may call several times for one departure.
pub fn on_hide(callback: impl Fn() + Clone + 'static) -> HideListener {
    let (leave, sleep) = (callback.clone(), callback.clone());
    let hidden = Listener::on(document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Hidden {
            callback();
        }
    });
    let gone = Listener::on(window(), "pagehide", move |_| leave());
    HideListener([hidden, gone, Listener::on(document(), "freeze", move |_| sleep())])
}

/// Calls back before the page is left for good (closed, reloaded, another address). Where the answer is yes, the browser asks
/// the person in its own words whether to leave.
pub fn on_leave(has_to_ask: impl Fn() -> bool + 'static) -> Listener {
    Listener::on(window(), "beforeunload", move |event| {
        if has_to_ask() {
            event.prevent_default();
            // Browsers before 2023 ask only for this; it throws for nothing that is an event.
            let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &true.into());
        }
    })
}

/// Moves the focus to the element with this id. Whether there is one.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Leaves the field that has the focus, as a tap elsewhere does: so its `change` reaches the page that it belongs to. A
/// browser tells of it otherwise when it takes the field away, and that page is gone by then.
pub fn leave_field() {
    let active = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) = active.filter(|element| element.matches("input, textarea, select").unwrap_or_default()) {
        // It throws for nothing that has the focus.
        let _ = field.blur();
    }
}

/// Scrolls to the top, as at a new page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Writes the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets an attribute of the root element, such as `lang` or `data-theme`; none removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    // Both throw only for a name that cannot be an attribute's.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}
