//! What one can do with a supervision.

use leptos::prelude::*;

use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::page::focus;
use crate::state::route::Route;
use crate::words::catalogue::coverage::TITLE as COVERAGE;
use crate::words::catalogue::library as words;
use crate::words::catalogue::ranking::TITLE as RANKING;

/// A new visit, new units, the form of the mandate, the way down to the exports. The first thing to do is the one that stands out.
#[component]
pub fn Actions(
    /// With which supervision.
    supervision: Memo<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let id = supervision.read_untracked().id.clone();
    let has_units = move || !supervision.read().units.is_empty();
    let new_unit = Route::NewUnit(id.clone()).href();
    let new_visit = Route::NewVisit(id.clone(), None).href();
    let coverage = Route::Coverages(id.clone()).href();
    let ranking = Route::Rankings(id.clone()).href();
    let edit = Route::EditSupervision(id).href();
    view! {
        <nav class="actions" aria-label=move || app.t(words::ACTIONS)>
            <a class="button" class:button--primary=has_units href=new_visit data-testid="new-visit">
                {move || app.t(words::NEW_VISIT)}
            </a>
            <a class="button" class:button--primary=move || !has_units() href=new_unit data-testid="new-unit">
                {move || app.t(words::NEW_UNIT)}
            </a>
            <a class="button button--quiet" href=coverage>{move || app.t(COVERAGE)}</a>
            <a class="button button--quiet" href=ranking>{move || app.t(RANKING)}</a>
            <a class="button button--quiet" href=edit>{move || app.t(words::EDIT_SUPERVISION)}</a>
            <button type="button" class="button button--quiet" on:click=move |_| { focus("exports"); }>
                {move || app.t(words::EXPORTS)}
                <span aria-hidden="true">"↓"</span>
            </button>
        </nav>
    }
}
