//! The groups and their sums, and the total under them.

use leptos::prelude::*;

use crate::domain::score::Tally;
use crate::state::{App, Session};
use crate::words::catalogue::score as words;
use crate::words::{Lang, format};

use super::points;

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
        card.with(|card| {
            let rows = card.sections.iter().map(|section| {
                let name = template.section(&section.code).map(|section| section.name.get(lang).to_owned());
                view! {
                    <tr>
                        <th scope="row">
                            <b class="sums__code">{section.code.to_string()}</b>
                            " "
                            {name}
                        </th>
                        {tally_cells(&section.tally, lang)}
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    let total = move || card.with(|card| tally_cells(&card.total, app.lang()));
    view! {
        <section aria-labelledby="score-groups">
            <h2 id="score-groups">{move || app.t(words::BY_GROUP)}</h2>
            <table class="sums">
                <thead>
                    <tr>
                        <th scope="col">{move || app.t(words::GROUP)}</th>
                        <th scope="col">{move || app.t(words::COVERAGE)}</th>
                        <th scope="col">{move || app.t(words::POINTS)}</th>
                        <th scope="col">{move || app.t(words::POSSIBLE)}</th>
                        <th scope="col">{move || app.t(words::SCORE)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{move || app.t(words::TOTAL_SUM)}</th>
                        {total}
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}

fn tally_cells(tally: &Tally, lang: Lang) -> impl IntoView + use<> {
    view! {
        <td>{format!("{}/{}", tally.answered, tally.asked)}</td>
        <td>{points(&tally.points.exact())}</td>
        <td>{format::count(tally.possible)}</td>
        <td>{score_words(tally, lang)}</td>
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
