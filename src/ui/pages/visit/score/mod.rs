//! The score with everything it rests on, so that it can be followed by hand: the total, what caps the band, the groups,
//! and each item's share, weight and points.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::domain::outcome::Share;
use crate::state::{App, Session};
use crate::words::catalogue::score as words;
use crate::words::format;

use super::bar::Page;
use super::opened::Opened;

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

/// Points as a sum shows them: whole points bare, others with two decimals.
fn points(value: &Share) -> String {
    format::decimal(value, if value.is_integer() { 0 } else { 2 })
}
