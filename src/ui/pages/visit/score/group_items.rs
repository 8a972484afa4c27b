//! One group item by item: share × weight = points, of how many possible, and their sum. What is not in the sum says why.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::evidence::{Sampled, StandingKind};
use crate::domain::id::SectionCode;
use crate::domain::outcome::{Outcome, Share};
use crate::domain::score::{ItemScore, Tally};
use crate::domain::template::{Item, Template};
use crate::report::answer_words::{answer_words, outcome_label};
use crate::report::shown_words::{base_words, shown_on_its_base, shown_words};
use crate::state::session::RowState;
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::ui::pages::visit::place::group_id;
use crate::words::catalogue::audit;
use crate::words::catalogue::score as words;
use crate::words::{Lang, format};

use super::asked_for::asked_for;
use super::groups::score_words;
use super::{figure, head, points};

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
    let id = group_id(&section);
    let title_id = format!("{id}-cong");
    let title = {
        let (template, section) = (template.clone(), section.clone());
        move || title_words(&template, &section, app.lang())
    };
    let code = section.clone();
    let rows = move || {
        let lang = app.lang();
        let card = session.card().get();
        let row = |scored: &ItemScore| {
            let item = template.item(&scored.code).filter(|item| item.section == section)?;
            Some(item_row(session, item, scored, lang))
        };
        card.items.iter().filter_map(row).collect_view()
    };
    let columns = [words::ITEM, words::SHARE, words::WEIGHT, words::POINTS, words::POSSIBLE];
    view! {
        <div class="sums__group" id=id>
            <h3 id=title_id.clone()>{title}</h3>
            <table class="sums" role="table" aria-labelledby=title_id>
                {head(columns)}
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">{move || foot(session, &code, app.lang())}</tfoot>
            </table>
        </div>
    }
}

/// The name of a group, with its weight where it is not 1.
fn title_words(template: &Arc<Template>, section: &SectionCode, lang: Lang) -> String {
    let Some(group) = template.section(section) else {
        return section.to_string();
    };
    let weight = (group.weight != 1)
        .then(|| words::GROUP_WEIGHT.get(lang).replace("{weight}", &group.weight.to_string()))
        .map(|weight| format!(" ({weight})"));
    format!("{section}. {}{}", group.name.get(lang), weight.unwrap_or_default())
}

fn item_row(session: Session, item: &Item, scored: &ItemScore, lang: Lang) -> impl IntoView + use<> {
    let state = session.row(&item.code).map(|row| row.get());
    let answer = state.as_ref().and_then(|state| state.answer()).map(|answer| answer_words(item, answer, lang));
    let label = outcome_label(item, &scored.outcome).get(lang);
    // "Đạt: Đạt" says nothing twice, and neither does "Chưa kiểm tra" beside the reason why nothing is counted.
    let result = answer.map(|answer| if answer.starts_with(label) { answer } else { format!("{label}: {answer}") });
    let level = session.unit().level;
    let rule = matches!(scored.outcome, Outcome::Scored { .. }).then(|| asked_for(item, level, lang)).flatten();
    let source = state.and_then(|state| source_words(item, &state, lang));
    let result =
        result.map(|result| [Some(result), rule, source].into_iter().flatten().collect::<Vec<_>>().join(" – "));
    let figures = match &scored.outcome {
        Outcome::Scored { share, .. } => {
            let sum = share * Share::from_integer(scored.weight.into());
            view! {
                {figure(words::SHARE, lang, format::exact_or_about(share, 4))}
                {figure(words::WEIGHT, lang, format::count(scored.weight))}
                {figure(words::POINTS, lang, points(&sum))}
                {figure(words::POSSIBLE, lang, format::count(scored.weight))}
            }
            .into_any()
        }
        out => view! { <td role="cell" class="sums__aside" colspan="4">{out_words(out).get(lang)}</td> }.into_any(),
    };
    view! {
        <tr role="row" data-outcome=scored.outcome.is_failed().then_some("failed")>
            <th scope="row" role="rowheader">
                <ItemLink session item=item.code.clone() />
                " "
                {item.question.get(lang).to_owned()}
                {result.map(|result| view! { <span class="sums__result">{result}</span> })}
            </th>
            {figures}
        </tr>
    }
}

/// Where the answer comes from, if a sample speaks of the item.
fn source_words(item: &Item, state: &RowState, lang: Lang) -> Option<String> {
    let shown = state.shown.as_ref()?;
    let (by, unreasoned, overruled) = match shown.of {
        Sampled::Dossiers | Sampled::Procedures | Sampled::Posted => {
            (words::BY_SAMPLE, words::UNREASONED, words::OVERRULED)
        }
        Sampled::Checks => (audit::BY_FIGURES, audit::UNREASONED, audit::OVERRULED),
    };
    let share = || shown_on_its_base(item, shown, lang);
    Some(match state.standing {
        StandingKind::Shown | StandingKind::Open | StandingKind::ByHand => match base_words(shown, lang) {
            Some(base) => base,
            None => by.get(lang).to_owned(),
        },
        StandingKind::Unreasoned => unreasoned.get(lang).to_owned(),
        StandingKind::Overruled => overruled.get(lang).replace("{share}", &shown_words(item, shown, lang)),
        StandingKind::Reported => words::REPORTED.get(lang).replace("{share}", &share()),
        StandingKind::Awaited => words::AWAITED.get(lang).replace("{share}", &share()),
    })
}

/// Why an item is not in the sum.
fn out_words(outcome: &Outcome) -> crate::words::Text {
    match outcome {
        Outcome::Unanswered => words::OUT_UNANSWERED,
        Outcome::Contradictory(_) => words::OUT_CONTRADICTORY,
        Outcome::NotApplicable => words::OUT_NOT_APPLICABLE,
        Outcome::Information => words::OUT_INFORMATION,
        Outcome::Undefined | Outcome::Scored { .. } => words::OUT_UNDEFINED,
    }
}

/// The sum of the group, and its score as points over possible points.
fn foot(session: Session, code: &SectionCode, lang: Lang) -> Option<impl IntoView + use<>> {
    let card = session.card().get();
    let tally = &card.sections.iter().find(|section| section.code == *code)?.tally;
    Some(view! {
        <tr role="row">
            <th scope="row" role="rowheader" colspan="3">
                {words::GROUP_SUM.get(lang).replace("{code}", code.as_str())} " "
                <span class="sums__how">{how(tally, lang)}</span>
            </th>
            {figure(words::POINTS, lang, points(&tally.points.exact()))}
            {figure(words::POSSIBLE, lang, format::count(tally.possible))}
        </tr>
    })
}

/// How a group comes to its score; where it has none, why.
fn how(tally: &Tally, lang: Lang) -> String {
    let score = score_words(tally, lang);
    if tally.possible == 0 {
        return score;
    }
    format!("{} ÷ {} × 100 = {score}", points(&tally.points.exact()), format::count(tally.possible))
}
