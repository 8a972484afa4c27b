//! Where one is in the checklist: the item that was last worked on, the next one without an answer, and the way there.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::domain::id::{ItemCode, SectionCode, VisitId};
use crate::domain::outcome::Outcome;
use crate::state::Session;

thread_local! {
    /// The item last worked on, and its visit. It outlives the page, so that one comes back from the score or the
    /// findings to where one left.
    static PLACE: RefCell<Option<(VisitId, ItemCode)>> = const { RefCell::new(None) };
}

/// Remembers an item as the place in a visit.
pub fn remember(visit: VisitId, item: ItemCode) {
    PLACE.set(Some((visit, item)));
}

/// The place in a visit, if it was left before.
pub fn remembered(visit: &VisitId) -> Option<ItemCode> {
    PLACE.with_borrow(|place| place.as_ref().filter(|(of, _)| of == visit).map(|(_, item)| item.clone()))
}

/// The id of an item's row in the page.
pub fn row_id(item: &ItemCode) -> String {
    format!("muc-{item}")
}

/// The id of a group in the page.
pub fn group_id(section: &SectionCode) -> String {
    format!("nhom-{section}")
}

/// Scrolls to the head of a group.
pub fn go_to_group(section: &SectionCode) {
    if let Some(group) = document().get_element_by_id(&group_id(section)) {
        group.scroll_into_view();
    }
}

/// Scrolls to an item and puts the focus on its first control. Whether the item is on the page.
pub fn go_to_item(item: &ItemCode) -> bool {
    let Some(row) = document().get_element_by_id(&row_id(item)) else {
        return false;
    };
    // A row that the filter left out comes back for this.
    let _ = row.remove_attribute("data-out");
    let first = row.query_selector("input").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    row.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Goes to the next unanswered item, from the top again after the last. Whether there was one.
pub fn go_to_next(session: Session) -> bool {
    let card = session.card().get_untracked();
    let id = session.id();
    let position = |item: &ItemCode| card.items.iter().position(|other| other.code == *item);
    let start = match worked_on(&id) {
        Some(item) => position(&item).map(|position| position + 1),
        // Scrolled elsewhere: from what is in sight on.
        None => first_in_sight().and_then(|item| position(&item)),
    };
    let (before, after) = card.items.split_at(start.unwrap_or_default());
    let mut open = after.iter().chain(before).filter(|item| item.outcome == Outcome::Unanswered);
    let Some(next) = open.find(|item| go_to_item(&item.code)) else {
        return false;
    };
    remember(id, next.code.clone());
    true
}

/// The item last worked on, while its row is in sight.
fn worked_on(visit: &VisitId) -> Option<ItemCode> {
    remembered(visit).filter(|item| {
        document().get_element_by_id(&row_id(item)).is_some_and(|row| {
            let frame = row.get_bounding_client_rect();
            frame.bottom() > 0.0 && frame.top() < window_height()
        })
    })
}

/// The item whose row stands a third of the way down: what one looks at.
fn first_in_sight() -> Option<ItemCode> {
    let rows = document().query_selector_all("[data-item]").ok()?;
    let rows = (0..rows.length()).filter_map(|index| rows.get(index)?.dyn_into::<Element>().ok());
    let line = window_height() / 3.0;
    let row = rows.into_iter().find(|row| row.get_bounding_client_rect().bottom() > line)?;
    ItemCode::new(row.get_attribute("data-item")?).ok()
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
