//! The filters with their counts, and the search.

use leptos::prelude::*;

use crate::domain::outcome::Outcome;
use crate::state::{App, Session};
use crate::words::catalogue::checklist as words;
use crate::words::format::count;

use super::sieve::{Filter, Sieve};

/// The filters and the search field.
#[component]
pub(super) fn Filters(
    /// The open visit.
    session: Session,
    /// What is chosen.
    sieve: RwSignal<Sieve>,
) -> impl IntoView {
    let app = App::get();
    let chosen = Memo::new(move |_| sieve.with(|sieve| sieve.filter));
    // A field that goes away with the page says a last time what stands in it.
    let search = move |needle: String| {
        sieve.try_maybe_update(|sieve| {
            let is_new = sieve.needle != needle;
            sieve.needle = needle;
            (is_new, ())
        });
    };
    let buttons = Filter::ALL.map(|filter| {
        let how_many = Memo::new(move |_| how_many(session, filter));
        view! {
            <button
                type="button"
                class="filter"
                data-filter=filter.as_str()
                aria-pressed=move || (chosen.get() == filter).to_string()
                on:click=move |_| sieve.update(|sieve| sieve.filter = filter)
            >
                {move || app.t(filter.label())}
                " "
                <span class="filter__count">{move || count(how_many.get() as u64)}</span>
            </button>
        }
    });
    view! {
        <div class="filters" role="search" aria-label=move || app.t(words::SHOWN)>
            <div class="filters__buttons">{buttons}</div>
            <input
                class="input filters__search"
                type="search"
                autocomplete="off"
                aria-label=move || app.t(words::SEARCH)
                placeholder=move || app.t(words::SEARCH)
                on:input:target=move |event| search(event.target().value())
                on:change:target=move |event| search(event.target().value())
            />
        </div>
    }
}

/// How many items a filter lets through now.
fn how_many(session: Session, filter: Filter) -> usize {
    session.card().with(|card| match filter {
        Filter::All => card.total.asked,
        Filter::Open => card.items.iter().filter(|item| item.outcome == Outcome::Unanswered).count(),
        Filter::Failed => card.total.failed,
        Filter::Critical => {
            let template = session.template();
            // Both lists stand in the template's order.
            let mut items = template.items.iter();
            let asked = card.items.iter().filter_map(|asked| items.find(|item| item.code == asked.code));
            asked.filter(|item| item.critical.is_some()).count()
        }
    })
}
