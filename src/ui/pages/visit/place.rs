//! Where one is in the checklist: the item that was last worked on, the next one without an answer, and the way there.

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::domain::id::{ItemCode, SectionCode, VisitId};
use crate::state::Session;

use super::dom;

thread_local! {
    /// The item last worked on, and its visit. It outlives the page, so that one comes back from the score or the
    /// findings to where one left.
    static PLACE: RefCell<Option<(VisitId, ItemCode)>> = const { RefCell::new(None) };
}

/// Remembers an item as the place in a visit.
pub(super) fn remember(visit: VisitId, item: ItemCode) {
    PLACE.set(Some((visit, item)));
}

/// The place in a visit, if it was left before.
pub(super) fn remembered(visit: &VisitId) -> Option<ItemCode> {
    PLACE.with_borrow(|place| place.as_ref().filter(|(of, _)| of == visit).map(|(_, item)| item.clone()))
}

/// The id of an item's row in the page.
pub(super) fn row_id(item: &ItemCode) -> String {
    format!("muc-{item}")
}

/// The id of a group in the page.
pub(super) fn group_id(section: &SectionCode) -> String {
    format!("nhom-{section}")
}

/// Scrolls to the head of a group.
pub(super) fn go_to_group(section: &SectionCode) {
    if let Some(group) = document().get_element_by_id(&group_id(section)) {
        group.scroll_into_view();
    }
}

/// Scrolls to an item and puts the focus on its first control. Whether the item is on the page.
pub(super) fn go_to_item(item: &ItemCode) -> bool {
    let Some(row) = document().get_element_by_id(&row_id(item)) else {
        return false;
    };
    // A row that the filter left out comes back for this.
    dom::set(&row, "data-out", None);
    if let Ok(Some(group)) = row.closest(".group") {
        dom::set(&group, "data-out", None);
    }
    if let Some(first) = dom::first(&row, "input") {
        dom::focus(&first);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    row.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Goes to the next unanswered item, from the top again after the last. Whether there was one.
pub(super) fn go_to_next(session: Session) -> bool {
    let card = session.card().get_untracked();
    let id = session.id();
    let position = |item: &ItemCode| card.items.iter().position(|other| other.code == *item);
    let start = match worked_on(&id) {
        Some(item) => position(&item).map(|position| position + 1),
        // Scrolled elsewhere: from what is in sight on.
        None => first_in_sight().and_then(|item| position(&item)),
    };
    let (before, after) = card.items.split_at(start.unwrap_or_default());
    let mut open = after.iter().chain(before).filter(|item| !item.outcome.is_answered());
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
    let line = window_height() / 3.0;
    let mut rows = dom::all::<Element>(&document().document_element()?, "[data-item]");
    let row = rows.find(|row| row.get_bounding_client_rect().bottom() > line)?;
    ItemCode::new(row.get_attribute("data-item")?).ok()
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
