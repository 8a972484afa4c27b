//! The score with everything it rests on, so that it can be followed by hand: the total, what caps the band, the groups,
//! and each item's share, weight and points.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::domain::outcome::Share;
use crate::state::{App, Session};
use crate::words::catalogue::score as words;
use crate::words::{Lang, Text, format};

use super::bar::Page;
use super::opened::Opened;

mod asked_for;

mod critical;

mod group_items;

mod groups;

mod rules;

mod total;

use critical::CriticalFailures;
use group_items::GroupItems;
use groups::GroupSums;
use rules::Rules;
use total::Total;

/// The score of a visit.
#[component]
pub fn Score(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Score draw=|session| view! { <Breakdown session /> } /> }
}

#[component]
fn Breakdown(session: Session) -> impl IntoView {
    let app = App::get();
    let sections = Memo::new(move |_| {
        session.card().with(|card| card.sections.iter().map(|section| section.code.clone()).collect::<Vec<_>>())
    });
    view! {
        <div class="page page--score">
            <Total session />
            <CriticalFailures session />
            <GroupSums session />
            <Rules />
            <section aria-labelledby="score-items">
                <h2 id="score-items">{move || app.t(words::BY_ITEM)}</h2>
                {move || {
                    let sections = sections.get().into_iter();
                    sections.map(|section| view! { <GroupItems session section /> }).collect_view()
                }}
            </section>
        </div>
    }
}

/// Points as a sum shows them: exact while three decimals hold them.
fn points(value: &Share) -> String {
    format::exact_or_about(value, 3)
}

// The roles are said out loud: the style sheet turns rows into blocks on a narrow screen, and browsers then forget them.

/// The headings of a table of sums.
fn head(columns: [Text; 5]) -> impl IntoView {
    let app = App::get();
    let column = |text: Text| view! { <th scope="col" role="columnheader">{move || app.t(text)}</th> };
    view! {
        <thead role="rowgroup">
            <tr role="row">{columns.map(column).into_iter().collect_view()}</tr>
        </thead>
    }
}

/// One figure of a row, which carries its heading along for a narrow screen.
fn figure(column: Text, lang: Lang, written: String) -> impl IntoView {
    view! { <td role="cell" data-label=column.get(lang)>{written}</td> }
}
