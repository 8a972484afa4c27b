//! The way from another page of a visit to a row of its checklist.

use leptos::prelude::*;

use crate::domain::id::ItemCode;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::checklist as words;

use super::place::remember;

/// A link that opens the checklist at an item.
#[component]
pub(super) fn ItemLink(
    /// The open visit.
    session: Session,
    /// The item.
    item: ItemCode,
) -> impl IntoView {
    let app = App::get();
    let name = item.to_string();
    let label = {
        let name = name.clone();
        move || app.t(words::OPEN_ITEM).replace("{code}", &name)
    };
    // The address names the checklist; the place in it is remembered.
    let leave = move |_| remember(session.id(), item.clone());
    view! {
        <a class="item-link" href=Route::Visit(session.id()).href() aria-label=label on:click=leave>
            {name}
        </a>
    }
}
