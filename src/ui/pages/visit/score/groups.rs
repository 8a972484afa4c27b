//! The groups and their sums, and the total under them.

use leptos::prelude::*;

use crate::domain::score::{SectionScore, Tally};
use crate::state::{App, Session};
use crate::ui::pages::visit::place::go_to_group;
use crate::words::catalogue::score as words;
use crate::words::{Lang, format};

use super::{figure, head, points};

/// The table of groups.
#[component]
pub(super) fn GroupSums(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let card = session.card();
    let template = session.template();
    let rows = move || {
        let lang = app.lang();
        let name = |section: &SectionScore| {
            template.section(&section.code).map(|section| section.name.get(lang).to_owned()).unwrap_or_default()
        };
        card.with(|card| card.sections.iter().map(|section| group_row(section, name(section), lang)).collect_view())
    };
    let total = move || card.with(|card| tally_cells(&card.total, app.lang()));
    let columns = [words::GROUP, words::COVERAGE, words::POINTS, words::POSSIBLE, words::SCORE];
    view! {
        <section aria-labelledby="score-groups">
            <h2 id="score-groups">{move || app.t(words::BY_GROUP)}</h2>
            <table class="sums" role="table" aria-labelledby="score-groups">
                {head(columns)} <tbody role="rowgroup">{rows}</tbody> <tfoot role="rowgroup">
                    <tr role="row">
                        <th scope="row" role="rowheader">{move || app.t(words::TOTAL_SUM)}</th>
                        {total}
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}

/// One group; its name leads to its items further down.
fn group_row(section: &SectionScore, name: String, lang: Lang) -> impl IntoView + use<> {
    let code = section.code.clone();
    let go = move |_| go_to_group(&code);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <button type="button" class="sums__jump" on:click=go>
                    <b class="sums__code">{section.code.to_string()}</b>
                    " "
                    {name}
                </button>
            </th>
            {tally_cells(&section.tally, lang)}
        </tr>
    }
}

fn tally_cells(tally: &Tally, lang: Lang) -> impl IntoView + use<> {
    view! {
        {figure(words::COVERAGE, lang, format!("{}/{}", tally.answered, tally.asked))}
        {figure(words::POINTS, lang, points(&tally.points.exact()))}
        {figure(words::POSSIBLE, lang, format::count(tally.possible))}
        {figure(words::SCORE, lang, score_words(tally, lang))}
    }
}

/// The score of a group; in words where it has none.
pub(super) fn score_words(tally: &Tally, lang: Lang) -> String {
    match tally.score() {
        Some(share) => format::score(&share),
        // Everything is answered and nothing counts: no score, which is not 0.
        None if tally.asked != 0 && !tally.is_provisional() => words::NOT_SCORED.get(lang).to_owned(),
        None => words::NOT_YET.get(lang).to_owned(),
    }
}
