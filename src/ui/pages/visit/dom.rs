//! Hands on the page's elements, for the rows, whose controls are kept in step without a signal for each.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The elements below `parent` that match a selector, of one type.
pub(super) fn all<T: JsCast>(parent: &Element, selector: &str) -> impl Iterator<Item = T> + use<T> {
    let list = parent.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |index| list.as_ref()?.get(index)?.dyn_into().ok())
}

/// The first element below `parent` that matches a selector.
pub(super) fn first<T: JsCast>(parent: &Element, selector: &str) -> Option<T> {
    parent.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Sets an attribute; none removes it.
#[expect(clippy::let_underscore_must_use, reason = "it throws only for a name that cannot be an attribute's")]
pub(super) fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Writes a text into the first element below `parent` that matches, where it says something else.
pub(super) fn write(parent: &Element, selector: &str, text: &str) {
    if let Some(element) = first::<Element>(parent, selector)
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

/// Moves the focus to an element.
#[expect(clippy::let_underscore_must_use, reason = "an element that cannot take the focus leaves it where it is")]
pub(super) fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Moves the focus without scrolling, where a grid has seen to that.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot take the focus leaves it where it is.
    element.focus_with_options(&options).ok();
}

/// Scrolls whatever holds an element until all of it shows, and no further.
pub(super) fn bring_into_sight(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// As [`bring_into_sight`], for an element that took the focus by the keyboard: browsers leave one where it is as long as a
/// strip of it shows. Under a mouse or a finger it stays in place, or the tap would end on its neighbour.
pub(super) fn bring_focused_into_sight(event: &Event) {
    if let Some(element) = target(event).filter(|element| element.matches(":focus-visible") == Ok(true)) {
        bring_into_sight(&element);
    }
}

/// The element that an event came from.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Marks a cell of a grid as the active one, the only one to tab to; `before` gives the one that was, in exchange.
pub(super) fn activate(cell: &HtmlElement, before: impl FnOnce(HtmlElement) -> Option<HtmlElement>) {
    if cell.has_attribute("data-active") {
        return;
    }
    if let Some(old) = before(cell.clone()) {
        set(&old, "data-active", None);
        set(&old, "aria-selected", None);
        set(&old, "tabindex", Some("-1"));
    }
    set(cell, "data-active", Some(""));
    set(cell, "aria-selected", Some("true"));
    set(cell, "tabindex", Some("0"));
}

/// Whether the focus is within an element, or nowhere: then the element may move it.
pub(super) fn may_move_focus(root: &Element) -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY" || root.contains(Some(&active)))
}
