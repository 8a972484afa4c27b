//! The checklist: the groups with their coverage, filters and search, and the rows.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::state::{App, Session};
use crate::words::catalogue::checklist as words;

use super::bar::Page;
use super::opened::Opened;

mod sieve;

mod groups;

mod filters;

mod rows;

mod drawing;

mod stencil;

mod sheet;

mod item;

mod figures;

mod figure_words;

mod mirror;

mod read_figures;

mod sampled;

mod standing;

mod taps;

use filters::Filters;
use groups::Groups;
use rows::Rows;
use sieve::Sieve;

/// The checklist of a visit.
#[component]
pub fn Checklist(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Checklist draw=|session| view! { <Body session /> } /> }
}

#[component]
fn Body(session: Session) -> impl IntoView {
    let app = App::get();
    let sieve = RwSignal::new(Sieve::default());
    let is_empty = Memo::new(move |_| session.visit(|visit| visit.sections.is_empty()));
    view! {
        <div class="sheet">
            <Groups session />
            <div class="sheet__main">
                <Filters session sieve />
                <Show when=move || is_empty.get()>
                    <p class="empty">{move || app.t(words::NO_ITEMS)}</p>
                </Show>
                <Rows session sieve />
            </div>
        </div>
    }
}
