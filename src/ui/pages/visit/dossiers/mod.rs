//! The sampled dossiers of a visit: the list with what is judged of each, and the form of one.

use leptos::ev;
use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::intake::protocol::Kind;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::table_import::TableChoice;
use crate::words::catalogue::dossiers as words;
use crate::words::catalogue::{coverage, draws};
use crate::words::format::count;

use super::bar::Page;
use super::opened::Opened;

mod form;
mod grid;
mod import;
mod list;
mod printing;
mod row;
mod sieve;
mod window;

pub use form::DossierForm;
pub use import::DossierImport;

use grid::DossierGrid;
use list::DossierList;
use printing::print_all;
use sieve::{Filter, Sieve};

/// The dossiers of a visit.
#[component]
pub fn Dossiers(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Dossiers draw=|session| view! { <DossierPage session /> } /> }
}

#[component]
fn DossierPage(session: Session) -> impl IntoView {
    let app = App::get();
    session.want_calendar();
    print_all(session);
    let sieve = Sieve::new(session);
    let total = Memo::new(move |_| sieve.counts.with(|counts| counts.of(Filter::All)));
    let shown = Memo::new(move |_| sieve.shown.with(Vec::len));
    let wide = is_wide();
    let new = Route::Dossier(session.id(), None).href();
    let to_import = Callback::new(move |()| app.go(&Route::DossierImport(session.id())));
    view! {
        <div class="page page--dossiers">
            <h2 class="visually-hidden">{move || app.t(words::TITLE)}</h2>
            <div class="dossiers__actions">
                <a class="button button--primary" href=new data-testid="new-dossier">{move || app.t(words::NEW)}</a>
                <TableChoice kind=Kind::Dossiers go=to_import />
                <a class="button" href=Route::Coverage(session.id()).href() data-testid="to-coverage">
                    {move || app.t(coverage::TITLE)}
                </a>
                <a class="button" href=Route::Draws(session.id()).href() data-testid="to-draws">
                    {move || app.t(draws::TITLE)}
                </a>
            </div>
            <Show
                when=move || total.get() != 0
                fallback=move || view! { <p class="empty">{move || app.t(words::NONE)}</p> }
            >
                <Filters sieve />
                <p class="dossiers__count" role="status">
                    {move || app.t(words::SHOWN).replace("{n}", &count(shown.get() as u64))}
                </p>
                <Show when=move || shown.get() == 0>
                    <p class="empty">{move || app.t(words::NOT_FOUND)}</p>
                </Show>
                <Show when=move || wide.get() fallback=move || view! { <DossierList session sieve /> }>
                    <DossierGrid session sieve />
                </Show>
            </Show>
        </div>
    }
}

/// From which width of the screen on the dossiers are a grid.
const WIDE: &str = "(min-width: 1000px)";

/// Whether there is room for the grid.
fn is_wide() -> ReadSignal<bool> {
    let look = || leptos::prelude::window().match_media(WIDE).ok().flatten().is_some_and(|media| media.matches());
    let (wide, set_wide) = signal(look());
    let resized = window_event_listener(ev::resize, move |_| {
        if wide.get_untracked() != look() {
            set_wide.set(look());
        }
    });
    on_cleanup(move || resized.remove());
    wide
}

#[component]
fn Filters(sieve: Sieve) -> impl IntoView {
    let app = App::get();
    let button = move |filter: Filter| {
        let number = move || count(sieve.counts.with(|counts| counts.of(filter)) as u64);
        view! {
            <button
                type="button"
                class="filter"
                aria-pressed=move || (sieve.filter.get() == filter).to_string()
                data-filter=filter.as_str()
                on:click=move |_| sieve.filter.set(filter)
            >
                {move || app.t(filter.label())}
                " "
                <span class="filter__count">{number}</span>
            </button>
        }
    };
    view! {
        <div class="dossiers__sieve">
            <div class="filters" role="group" aria-label=move || app.t(words::FILTERS)>
                {Filter::ALL.map(button).into_iter().collect_view()}
            </div>
            <input
                class="input dossiers__search"
                type="search"
                autocomplete="off"
                placeholder=move || app.t(words::SEARCH)
                aria-label=move || app.t(words::SEARCH)
                data-testid="dossier-search"
                bind:value=sieve.query
            />
        </div>
    }
}
