//! Keeps the controls of a row in step with its state, by one effect for each row: a checklist of 500 items would
//! otherwise open with thousands. A row that nobody touched costs nothing but that effect.

use leptos::prelude::*;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::domain::answer::{Answer, Entry, Stamp};
use crate::state::session::RowState;
use crate::ui::pages::visit::dom::{all, first, set, write};
use crate::words::catalogue::checklist as words;
use crate::words::format;

use super::figure_words::result_words;
use super::figures::{Figure, values_of};
use super::item::Row;
use super::sampled::show_sampled;
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
    show_note(article, &now.entry.note);
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
        show_note(article, &now.entry.note);
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
    if let Some(field) = first::<HtmlInputElement>(&part, "[data-field=reason]")
        && field.value() != *reason
    {
        field.set_value(reason);
    }
}

/// Writes a figure only where the field says something else: `1716` and `1.716` are the same, and what is being typed
/// stays as it is.
fn show_figures(article: &Element, row: &Row, now: &RowState) {
    let values = values_of(now.entry.answer.as_ref());
    let figures = Figure::all(&row.item().answer);
    for (position, (input, figure)) in all::<HtmlInputElement>(article, "[data-field=figure]").zip(figures).enumerate()
    {
        let value = values.get(position).copied().flatten();
        if figure.read(&input.value(), row.sheet.lang) != Ok(value) {
            input.set_value(&value.map(|value| figure.write(value)).unwrap_or_default());
            set(&input, "aria-invalid", None);
            write(article, ".field__error", "");
        }
    }
}

fn show_note(article: &Element, note: &str) {
    if let Some(field) = first::<HtmlTextAreaElement>(article, "textarea")
        && field.value() != note
    {
        field.set_value(note);
    }
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
