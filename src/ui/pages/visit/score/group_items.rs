//! One group item by item: share × weight = points, of how many possible, and their sum.

use leptos::prelude::*;
use num_traits::Zero;

use crate::domain::id::SectionCode;
use crate::domain::outcome::{Outcome, Share};
use crate::domain::score::ItemScore;
use crate::domain::template::Item;
use crate::report::answer_words::{answer_words, outcome_label};
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::catalogue::score as words;
use crate::words::{Lang, format};

use super::groups::score_words;
use super::points;

/// The table of one group.
#[component]
pub(super) fn GroupItems(
    /// The open visit.
    session: Session,
    /// The group.
    section: SectionCode,
) -> impl IntoView {
    let app = App::get();
    let template = session.template();
    let title = {
        let (template, section) = (template.clone(), section.clone());
        move || {
            let lang = app.lang();
            let group = template.section(&section);
            let name = group.map(|group| group.name.get(lang).to_owned()).unwrap_or_default();
            let weight = group.map(|group| group.weight).filter(|weight| *weight != 1);
            let weight = weight.map(|weight| words::GROUP_WEIGHT.get(lang).replace("{weight}", &weight.to_string()));
            let weight = weight.map(|weight| format!(" ({weight})")).unwrap_or_default();
            format!("{section}. {name}{weight}")
        }
    };
    let code = section.clone();
    let rows = move || {
        let lang = app.lang();
        let items = template.items.iter().filter(|item| item.section == section);
        let row = |item: &Item| {
            let scored = session.card().with(|card| card.items.iter().find(|scored| scored.code == item.code).cloned());
            scored.map(|scored| item_row(session, item, &scored, lang))
        };
        items.filter_map(row).collect_view()
    };
    view! {
        <table class="sums sums--items">
            <caption>{title}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || app.t(words::ITEM)}</th>
                    <th scope="col">{move || app.t(words::SHARE)}</th>
                    <th scope="col">{move || app.t(words::WEIGHT)}</th>
                    <th scope="col">{move || app.t(words::POINTS)}</th>
                    <th scope="col">{move || app.t(words::POSSIBLE)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{move || foot(session, &code, app.lang())}</tfoot>
        </table>
    }
}

fn item_row(session: Session, item: &Item, scored: &ItemScore, lang: Lang) -> impl IntoView + use<> {
    let answer = session.visit(|visit| visit.answer(&item.code).map(|answer| answer_words(item, answer, lang)));
    let label = outcome_label(item, &scored.outcome).get(lang);
    // "Đạt: Đạt" says nothing twice.
    let result = match answer.filter(|answer| !answer.starts_with(label)) {
        Some(answer) => format!("{label}: {answer}"),
        None => label.to_owned(),
    };
    let counted = match &scored.outcome {
        Outcome::Scored { share, .. } => Some((share.clone(), share * Share::from_integer(scored.weight.into()))),
        _ => None,
    };
    let out = words::OUT.get(lang);
    let (share, sum, possible) = match counted {
        Some((share, sum)) => (format::percent(&share), points(&sum), scored.weight.to_string()),
        None => (out.to_owned(), out.to_owned(), out.to_owned()),
    };
    let is_failed = scored.outcome.is_failed().then_some("failed");
    let question = item.question.get(lang).to_owned();
    view! {
        <tr data-outcome=is_failed>
            <th scope="row">
                <ItemLink session item=item.code.clone() />
                " "
                {question}
                <span class="sums__result">{result}</span>
            </th>
            <td>{share}</td>
            <td>{scored.weight.to_string()}</td>
            <td>{sum}</td>
            <td>{possible}</td>
        </tr>
    }
}

/// The sum of the group, and its score as points over possible points.
fn foot(session: Session, code: &SectionCode, lang: Lang) -> Option<impl IntoView + use<>> {
    let card = session.card().get();
    let tally = &card.sections.iter().find(|section| section.code == *code)?.tally;
    let sum = tally.points.exact();
    let score = score_words(tally, lang);
    let how = (tally.possible != 0 && !sum.is_zero())
        .then(|| format!("{} ÷ {} × 100 = ", points(&sum), format::count(tally.possible)));
    Some(view! {
        <tr>
            <th scope="row" colspan="3">
                {words::GROUP_SUM.get(lang).replace("{code}", code.as_str())}
                " "
                <span class="sums__score">{how} <strong>{score}</strong></span>
            </th>
            <td>{points(&sum)}</td>
            <td>{format::count(tally.possible)}</td>
        </tr>
    })
}
