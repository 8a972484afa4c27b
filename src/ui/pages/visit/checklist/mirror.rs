//! Keeps the controls of a row in step with its state, by one effect for each row: a checklist of 500 items would
//! otherwise open with thousands. A row that nobody touched costs nothing but that effect.

use leptos::prelude::*;
use web_sys::{Element, HtmlInputElement};

use crate::domain::answer::{Answer, Entry, Stamp};
use crate::domain::id::ItemCode;
use crate::domain::template::Item;
use crate::state::Session;
use crate::state::session::RowState;
use crate::ui::components::typed;
use crate::ui::pages::visit::dom::{all, first, set, write};
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

use super::figure_words::result_words;
use super::figures::{Figure, values_of};
use super::read_figures::{figure_name, figures_typed};
use super::sampled::show_sampled;
use super::sheet::{Row, Sheet};
use super::standing::{Choice, Standing};

/// Begins to keep a row's controls in step.
pub(super) fn mirror(article: Element, row: Row) {
    Effect::new(move |before: Option<RowState>| {
        let state = row.state.get();
        let is_new = before.is_none() && state.asked && state.shown.is_none() && state.entry == Entry::default();
        if !is_new {
            show(&article, &row, before.as_ref(), &state);
        }
        state
    });
}

/// Shows a row's state in fields that were just put into it.
pub(super) fn show_fields(article: &Element, row: &Row, now: &RowState) {
    show_figures(article, row, now);
    show_note(article, row.sheet.session, row.item(), &now.entry.note);
    // A text that was kept a moment before it would have been read.
    let (session, item) = (row.sheet.session, row.item());
    let is_readable = |(place, figure): (usize, Figure)| {
        let held = session.held_text(&figure_name(&item.code, place)).filter(|text| !text.is_empty());
        held.is_some_and(|text| figure.read(&text, row.sheet.lang).is_ok())
    };
    if Figure::all(&item.answer).into_iter().enumerate().any(is_readable) {
        figures_typed(session, article, &item.code);
    }
}

fn show(article: &Element, row: &Row, before: Option<&RowState>, now: &RowState) {
    set(article, "data-state", Some(Standing::of(now).as_str()));
    set(article, "hidden", (!now.asked).then_some(""));
    if before.is_none_or(|before| before.entry.answer != now.entry.answer) {
        show_choice(article, now);
        show_reason(article, row, now);
        show_figures(article, row, now);
    }
    if before.map_or("", |before| &before.entry.note) != now.entry.note {
        show_note(article, row.sheet.session, row.item(), &now.entry.note);
    }
    if now.shown.is_some() || before.is_some_and(|before| before.shown.is_some()) {
        show_sampled(article, row, now);
    }
    let figures = result_words(row.item(), now.answer(), &now.outcome, row.sheet.lang);
    write(article, ".item__result", &figures);
    write(article, ".item__stamp", &stamp_words(row, &now.entry));
}

fn show_choice(article: &Element, now: &RowState) {
    let chosen = Choice::of(now.entry.answer.as_ref());
    for radio in all::<HtmlInputElement>(article, "input[type=radio]") {
        let is_chosen = chosen.is_some() && Choice::parse(&radio.value()) == chosen;
        if radio.checked() != is_chosen {
            radio.set_checked(is_chosen);
        }
    }
}

/// The reasons stand in the row only while the item is said not to apply.
fn show_reason(article: &Element, row: &Row, now: &RowState) {
    let there = first::<Element>(article, ".not-applicable");
    let Some(Answer::NotApplicable { reason }) = &now.entry.answer else {
        if let Some(there) = there {
            there.remove();
        }
        return;
    };
    let part = there.or_else(|| {
        let part = row.sheet.stencils.reason()?;
        first::<Element>(article, "fieldset")?.insert_adjacent_element("afterend", &part).ok().flatten()
    });
    let Some(part) = part else { return };
    for (chip, known) in all::<Element>(&part, ".reason").zip(&row.sheet.template.not_applicable_reasons) {
        set(&chip, "aria-pressed", Some(if known.vi == *reason { "true" } else { "false" }));
    }
    if let Some(missing) = first::<Element>(&part, ".not-applicable__missing") {
        set(&missing, "hidden", (!reason.trim().is_empty()).then_some(""));
    }
    if let Some(field) = first::<Element>(&part, "[data-field=reason]") {
        let open = row.sheet.session.held_text(&reason_name(&row.item().code));
        typed::show(&field, open.as_deref().unwrap_or(reason));
    }
}

fn show_figures(article: &Element, row: &Row, now: &RowState) {
    let Sheet { session, lang, .. } = row.sheet;
    show_values(article, session, row.item(), now, lang);
}

/// Writes what the answer says into the fields of its figures: `1716` becomes `1.716`. Never into one that is being typed in,
/// and where a text could not be read that text stands.
pub(super) fn show_values(article: &Element, session: Session, item: &Item, now: &RowState, lang: Lang) {
    let values = values_of(now.entry.answer.as_ref());
    let figures = Figure::all(&item.answer);
    for (place, (field, figure)) in all::<Element>(article, "[data-field=figure]").zip(figures).enumerate() {
        let value = values.get(place).copied().flatten();
        match session.held_text(&figure_name(&item.code, place)) {
            Some(text) => {
                // A half-typed date stands in its field and nowhere else.
                if !text.is_empty() {
                    typed::show(&field, &text);
                }
                set(&field, "aria-invalid", Some("true"));
            }
            None => {
                typed::show(&field, &value.map(|value| figure.write(value)).unwrap_or_default());
                set(&field, "aria-invalid", None);
            }
        }
    }
    tell_open(article, session, item, now, lang);
}

/// Says which figure is not taken, why, and what stays stored in its place.
pub(super) fn tell_open(article: &Element, session: Session, item: &Item, now: &RowState, lang: Lang) {
    let values = values_of(now.entry.answer.as_ref());
    let told = Figure::all(&item.answer).into_iter().enumerate().find_map(|(place, figure)| {
        let text = session.held_text(&figure_name(&item.code, place))?;
        let text = if text.is_empty() { typed::HALF_TYPED } else { &text };
        let why = figure.read(text, lang).err()?;
        let stored = values.get(place).copied().flatten().map(|value| figure.words(value));
        Some(format!("{}{why} {}", words::NOT_TAKEN.get(lang), typed::still(stored.as_deref(), lang)))
    });
    write(article, ".field__error", &told.unwrap_or_default());
}

/// Shows the note, or the text that was not taken as one.
pub(super) fn show_note(article: &Element, session: Session, item: &Item, note: &str) {
    if let Some(field) = first::<Element>(article, "textarea") {
        let open = session.held_text(&note_name(&item.code));
        typed::show(&field, open.as_deref().unwrap_or(note));
    }
}

fn note_name(item: &ItemCode) -> String {
    format!("note/{item}")
}

fn reason_name(item: &ItemCode) -> String {
    format!("reason/{item}")
}

/// Who last wrote in the row, and when.
fn stamp_words(row: &Row, entry: &Entry) -> String {
    let answered = entry.answered.as_ref().filter(|_| entry.answer.is_some());
    let noted = entry.noted.as_ref().filter(|_| !entry.note.is_empty());
    let Some(Stamp { at, by, device }) = answered.into_iter().chain(noted).max_by_key(|stamp| stamp.at) else {
        return String::new();
    };
    let local = row.sheet.app.local(*at);
    let time = format!("{} {}", format::time(local), format::date(local.date()));
    match [by.trim(), device.trim()].into_iter().find(|name| !name.is_empty()) {
        Some(name) => words::STAMPED_BY.get(row.sheet.lang).replace("{by}", name).replace("{time}", &time),
        None => time,
    }
}
