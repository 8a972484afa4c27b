//! One row of the checklist. It is drawn once, with as few elements as it can do with; [`mirror`] keeps its controls
//! in step with the answer, and [`super::taps`] hears them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::supervision::Level;
use crate::domain::template::{AnswerSpec, Item, SampleOf, Template};
use crate::state::session::RowState;
use crate::state::{App, Session};
use crate::ui::pages::visit::place::row_id;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, Text};

use super::figures::{figure_inputs, rule};
use super::mirror::mirror;
use super::not_applicable::reason_part;
use super::standing::Choice;
use crate::domain::answer::Verdict;

/// What all rows of a checklist share.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The app.
    pub(super) app: App,
    /// The open visit.
    pub(super) session: Session,
    /// Its template.
    pub(super) template: Arc<Template>,
    /// The level of the unit.
    pub(super) level: Level,
    /// The language that the rows are drawn in.
    pub(super) lang: Lang,
}

impl Sheet {
    /// The shared part of a visit's rows.
    pub(super) fn new(session: Session, lang: Lang) -> Self {
        let level = session.unit().level;
        Self { app: App::get(), session, template: session.template(), level, lang }
    }
}

/// A row: an item and its state.
#[derive(Clone)]
pub(super) struct Row {
    /// What all rows share.
    pub(super) sheet: Sheet,
    /// Where the item stands in the template.
    pub(super) position: usize,
    /// What the row shows.
    pub(super) state: ArcRwSignal<RowState>,
}

impl Row {
    /// The item.
    pub(super) fn item(&self) -> &Item {
        &self.sheet.template.items[self.position]
    }
}

/// Draws the row of the item at this place in the template.
pub(super) fn item_row(position: usize, sheet: &Sheet) -> Option<impl IntoView + use<>> {
    let lang = sheet.lang;
    let item = sheet.template.items.get(position)?;
    let row = Row { sheet: sheet.clone(), position, state: sheet.session.row(&item.code)? };
    let code = item.code.to_string();
    let weight = (item.weight != 1).then(|| words::WEIGHT.get(lang).replace("{weight}", &item.weight.to_string()));
    let critical = item.critical.as_ref().map(|when| format!("{}{}", words::CRITICAL_WHEN.get(lang), when.get(lang)));
    let is_critical = critical.is_some().then_some("true");
    let controls = if item.answer.is_judged() {
        verdict(item, lang).into_any()
    } else {
        (figure_inputs(&item.answer, lang), choices(&code, &[Choice::NotApplicable], lang)).into_any()
    };
    let hint = awaits(&item.answer).map(|text| text.get(lang).to_owned()).or_else(|| rule(item, sheet.level, lang));
    let question = item.question.get(lang).to_owned();
    let sources = sources(item, lang);
    let reason = reason_part(&row);
    Some(view! {
        <article class="item" id=row_id(&item.code) data-item=item.code.to_string() data-critical=is_critical use:mirror=row>
            <p class="item__marks">
                <b class="item__code">{code}</b>
                {weight.map(|weight| view! { <span class="item__weight">{weight}</span> })}
                {critical.map(|critical| view! { <span class="item__critical">{critical}</span> })}
            </p>
            <fieldset class="item__answer">
                <legend class="item__question">{question}</legend>
                {hint.map(|hint| view! { <p class="item__hint">{hint}</p> })}
                {controls}
            </fieldset>
            {reason}
            {(!sources.is_empty()).then(|| view! { <p class="item__sources">{sources}</p> })}
            <label class="note">
                <span class="note__label">{words::NOTE.get(lang)}</span>
                <textarea class="input note__text" rows="1" data-field="note"></textarea>
            </label>
            <p class="item__foot">
                <span class="item__stamp"></span>
                <button type="button" class="item__clear" data-do="clear">{words::CLEAR.get(lang)}</button>
            </p>
        </article>
    })
}

fn verdict(item: &Item, lang: Lang) -> impl IntoView + use<> {
    choices(item.code.as_str(), &[Choice::Met, Choice::NotMet, Choice::NotApplicable], lang)
}

/// Radio buttons that share the row's name.
fn choices(code: &str, of: &[Choice], lang: Lang) -> impl IntoView + use<> {
    let radios: Vec<_> = of
        .iter()
        .map(|choice| {
            let label = match choice {
                Choice::Met => Verdict::Met.label(),
                Choice::NotMet => Verdict::NotMet.label(),
                Choice::NotApplicable => words::NOT_APPLICABLE,
            };
            view! {
                <label>
                    <input type="radio" name=code.to_owned() value=choice.as_str() />
                    <span>{label.get(lang)}</span>
                </label>
            }
        })
        .collect();
    view! { <div class="choices">{radios}</div> }
}

/// What an item awaits that is judged by hand until it is there.
fn awaits(answer: &AnswerSpec) -> Option<Text> {
    match answer {
        AnswerSpec::Sample { of: SampleOf::Dossiers } => Some(words::AWAITS_DOSSIERS),
        AnswerSpec::Sample { of: SampleOf::Procedures } => Some(words::AWAITS_PROCEDURES),
        AnswerSpec::Sample { of: SampleOf::Apologies } => Some(words::AWAITS_APOLOGIES),
        AnswerSpec::Audit => Some(words::AWAITS_TABLE),
        _ => None,
    }
}

/// What proves the answer, and the legal basis, in one quiet paragraph.
fn sources(item: &Item, lang: Lang) -> String {
    let evidence = item.evidence.get(lang);
    let evidence = (!evidence.is_empty()).then(|| format!("{}{evidence}", words::EVIDENCE.get(lang)));
    let basis = (!item.basis.is_empty()).then(|| format!("{}{}", words::BASIS.get(lang), item.basis.join("; ")));
    evidence.into_iter().chain(basis).collect::<Vec<_>>().join(" · ")
}
