//! Which discrepancies are shown, by how sure they are and by what was made of them, and in which order: by the tables
//! and passages that they stand in.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::figures::audit::{Discrepancy, Place, Sure};
use crate::domain::id::{DiscrepancyId, StatementId, TableId};
use crate::report::audit::{sure_key, sure_words};
use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::audit as words;
use crate::words::format::count;

use super::Audited;
use super::decided::State;

/// What a discrepancy stands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Source {
    /// A table.
    Table(TableId),
    /// A passage.
    Statement(StatementId),
    /// The list of units.
    Units,
}

impl Source {
    /// Of a place.
    pub(super) fn of(place: &Place) -> Self {
        match place {
            Place::Cell { table, .. }
            | Place::Row { table, .. }
            | Place::Column { table, .. }
            | Place::Table { table } => Self::Table(table.clone()),
            Place::Said { statement, .. } => Self::Statement(statement.clone()),
            Place::KnownUnit { .. } => Self::Units,
        }
    }
}

/// One discrepancy on the page: its id, which of those with this id, and whether it is the first in what it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    /// The discrepancy.
    pub(super) id: DiscrepancyId,
    /// Two ties of one figure may find the same: which of them.
    pub(super) nth: usize,
    /// What it stands in, where it is the first shown of it.
    pub(super) heads: Option<Source>,
}

/// The filters and what they let through. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Sieve {
    audited: Audited,
    sure: RwSignal<Option<Sure>>,
    state: RwSignal<Option<State>>,
    /// What is let through, in the order of the page.
    pub(super) shown: Memo<Vec<Key>>,
}

impl Sieve {
    /// A sieve that lets everything through.
    pub(super) fn new(audited: Audited) -> Self {
        let (sure, state) = (RwSignal::new(None), RwSignal::new(None));
        let shown = Memo::new(move |_| {
            audited.found.with(|found| {
                let (sure, state) = (sure.get(), state.get());
                let takes = |one: &Discrepancy| {
                    sure.is_none_or(|sure| one.sure == sure)
                        && state.is_none_or(|state| State::of(audited.session, &one.id) == state)
                };
                keys(found.discrepancies.iter(), takes)
            })
        });
        Self { audited, sure, state, shown }
    }
}

/// The keys of those taken, by what they stand in.
fn keys<'d>(found: impl Iterator<Item = &'d Discrepancy>, takes: impl Fn(&Discrepancy) -> bool) -> Vec<Key> {
    let mut seen: BTreeMap<&DiscrepancyId, usize> = BTreeMap::new();
    let mut by_source: BTreeMap<Source, Vec<(DiscrepancyId, usize)>> = BTreeMap::new();
    for one in found {
        let nth = seen.entry(&one.id).or_insert(0);
        if takes(one) {
            by_source.entry(Source::of(&one.place)).or_default().push((one.id.clone(), *nth));
        }
        *nth += 1;
    }
    let of_source = |(source, found): (Source, Vec<(DiscrepancyId, usize)>)| {
        found.into_iter().enumerate().map(move |(place, (id, nth))| {
            let heads = (place == 0).then(|| source.clone());
            Key { id, nth, heads }
        })
    };
    by_source.into_iter().flat_map(of_source).collect()
}

/// The filters.
#[component]
pub(super) fn Filters(sieve: Sieve) -> impl IntoView {
    let app = App::get();
    let number = move |takes: &dyn Fn(&Discrepancy) -> bool| {
        count(sieve.audited.found.with(|found| found.discrepancies.iter().filter(|one| takes(one)).count()) as u64)
    };
    let button =
        move |label: Text, key: &'static str, pressed: Signal<bool>, n: Signal<String>, choose: Callback<()>| {
            view! {
                <button
                    type="button"
                    class="filter"
                    aria-pressed=move || pressed.get().to_string()
                    data-filter=key
                    on:click=move |_| choose.run(())
                >
                    {move || app.t(label)}
                    " "
                    <span class="filter__count">{n}</span>
                </button>
            }
        };
    let by_sure = [None, Some(Sure::Certain), Some(Sure::Likely), Some(Sure::Possible)].map(|sure| {
        button(
            sure.map_or(words::ALL, sure_words),
            sure.map_or("all", sure_key),
            Signal::derive(move || sieve.sure.get() == sure),
            Signal::derive(move || number(&|one| sure.is_none_or(|sure| one.sure == sure))),
            Callback::new(move |()| sieve.sure.set(sure)),
        )
    });
    let by_state = [State::Open, State::Finding, State::Aside].map(|state| {
        button(
            state.label(),
            state.key(),
            Signal::derive(move || sieve.state.get() == Some(state)),
            Signal::derive(move || number(&|one| State::of(sieve.audited.session, &one.id) == state)),
            // A second tap lets everything through again.
            Callback::new(move |()| sieve.state.update(|now| *now = (*now != Some(state)).then_some(state))),
        )
    });
    view! {
        <div class="audit__sieve" aria-label=move || app.t(words::FILTERS)>
            <div class="filters" role="group" aria-label=move || app.t(words::FILTER_SURE)>
                {by_sure.into_iter().collect_view()}
            </div>
            <div class="filters" role="group" aria-label=move || app.t(words::FILTER_STATE)>
                {by_state.into_iter().collect_view()}
            </div>
        </div>
    }
}
