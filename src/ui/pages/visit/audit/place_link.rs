//! The way to where something stands: to the cell of a table, or to the pick of a passage.

use leptos::prelude::*;

use crate::domain::figures::audit::Place;
use crate::state::Session;
use crate::state::route::Route;
use crate::ui::pages::visit::dom;

/// How many frames a page has to draw what is gone to.
const FRAMES: u32 = 120;

/// A link to a place, in words; plain words where there is nowhere to go.
#[component]
pub(super) fn PlaceLink(
    /// The open visit.
    session: Session,
    /// The place.
    place: Place,
    /// Its words.
    words: String,
) -> impl IntoView {
    let Some((route, selector)) = target(session, &place) else {
        return view! { <span class="place">{words}</span> }.into_any();
    };
    let href = route.href();
    // The address leads to the page; what stands there is shown once it is drawn.
    let go = move |_| {
        if let Some(selector) = selector.clone() {
            show(selector, FRAMES);
        }
    };
    view! { <a class="place" lang="vi" href=href on:click=go>{words}</a> }.into_any()
}

/// Where a place is shown, and what stands there.
fn target(session: Session, place: &Place) -> Option<(Route, Option<String>)> {
    let id = session.id();
    Some(match place {
        Place::Cell { table, row, column } => {
            (Route::Table(id, table.clone()), Some(format!("[data-cell=\"{row}/{column}\"]")))
        }
        Place::Row { table, .. } | Place::Column { table, .. } | Place::Table { table } => {
            (Route::Table(id, table.clone()), None)
        }
        Place::Said { statement, pick } => {
            (Route::Statement(id, Some(statement.clone())), Some(format!("[data-pick=\"{pick}\"]")))
        }
        Place::KnownUnit { .. } => return None,
    })
}

/// Brings an element into sight, and the keys to it, once it is drawn.
fn show(selector: String, frames: u32) {
    request_animation_frame(move || {
        let body = document().body();
        let found = body.and_then(|body| dom::first::<web_sys::HtmlElement>(&body, &selector));
        match found {
            Some(element) => {
                element.scroll_into_view_with_bool(false);
                dom::focus(&element);
            }
            None if frames > 0 => show(selector, frames - 1),
            None => {}
        }
    });
}
