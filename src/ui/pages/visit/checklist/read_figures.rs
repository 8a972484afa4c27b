//! The figures of a row on their way from its fields into the answer.

use leptos::prelude::*;
use web_sys::Element;

use crate::domain::id::ItemCode;
use crate::state::Session;
use crate::ui::components::typed::{HALF_TYPED, text_of};
use crate::ui::pages::visit::dom::{all, set, write};
use crate::words::Lang;

use super::figures::{Figure, Value, answer_of, values_of};

/// What the names of an item's figures begin with, among the texts that cannot be read.
pub(super) fn figures_name(item: &ItemCode) -> String {
    format!("answer/{item}/")
}

/// Reads the figures of a row. What cannot be read stays open as a text, and the stored figure stays in its place.
pub(super) fn figures_typed(session: Session, row: &Element, item: &ItemCode) {
    let (template, Some(state)) = (session.template(), session.row(item)) else { return };
    let Some(spec) = template.item(item).map(|item| &item.answer) else { return };
    let before = state.read_untracked().entry.answer.clone();
    let stored = values_of(before.as_ref());
    let mut values: Vec<Option<Value>> = Vec::new();
    for (place, (input, figure)) in all::<Element>(row, "[data-field=figure]").zip(Figure::all(spec)).enumerate() {
        let (text, name) = (text_of(&input), figure_name(item, place));
        let value = match figure.read(&text, Lang::default()) {
            Ok(value) => {
                session.release_text(&name);
                set(&input, "aria-invalid", None);
                value
            }
            Err(_) => {
                session.hold_text(&name, if text == HALF_TYPED { "" } else { &text });
                stored.get(place).copied().flatten()
            }
        };
        values.push(value);
    }
    let answer = answer_of(spec, &values);
    // A choice such as "không áp dụng" stands until figures can be read.
    if values != stored && (answer.is_some() || !stored.is_empty()) {
        session.answer_typed(item, answer);
    } else {
        session.forget_answer(item);
    }
    if session.open_texts(&figures_name(item)).is_empty() {
        write(row, ".field__error", "");
    }
}

/// The name of a figure among the texts that cannot be read.
pub(super) fn figure_name(item: &ItemCode, place: usize) -> String {
    format!("answer/{item}/{place}")
}
