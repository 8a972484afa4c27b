//! What is tapped and typed in the rows, turned into edits. The list hears every event once and finds the row.

use leptos::ev::{Event, FocusEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlInputElement, HtmlTextAreaElement};

use crate::domain::answer::Answer;
use crate::domain::edit::Edit;
use crate::domain::id::ItemCode;
use crate::domain::template::AnswerSpec;
use crate::state::{App, Session};
use crate::ui::pages::visit::place::remember;
use crate::words::Lang;
use crate::words::catalogue::checklist as words;

use super::figures::{Figure, Value, answer_of};
use super::mirror::inputs;
use super::standing::Choice;

/// The row around the element that an event came from.
fn row_of(event: &Event) -> Option<(Element, Element, ItemCode)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("[data-item]").ok().flatten()?;
    let item = ItemCode::new(row.get_attribute("data-item")?).ok()?;
    Some((target, row, item))
}

/// A choice was made, or a field was left after typing.
pub fn on_change(session: Session, event: &Event) {
    let Some((target, row, item)) = row_of(event) else { return };
    match field(&target).as_deref() {
        Some("figure") => {
            figures_typed(session, &row, item, Moment::Left);
            session.flush();
        }
        Some(_) => session.flush(),
        None => {
            let chosen = target.dyn_ref::<HtmlInputElement>().and_then(|input| Choice::parse(&input.value()));
            if let Some(choice) = chosen {
                session.dispatch(Edit::Answer { item, answer: Some(choice.answer()) });
            }
        }
    }
}

/// A key was typed in a field.
pub fn on_input(session: Session, event: &Event) {
    let Some((target, row, item)) = row_of(event) else { return };
    match field(&target).as_deref() {
        Some("note") => {
            if let Some(note) = target.dyn_ref::<HtmlTextAreaElement>() {
                session.note_typed(&item, note.value());
            }
        }
        Some("reason") => {
            if let Some(reason) = target.dyn_ref::<HtmlInputElement>() {
                session.answer_typed(&item, Some(Answer::NotApplicable { reason: reason.value() }));
            }
        }
        Some("figure") => figures_typed(session, &row, item, Moment::Typing),
        _ => {}
    }
}

/// A button was tapped.
pub fn on_click(session: Session, event: &MouseEvent) {
    let Some((target, row, item)) = row_of(event) else { return };
    let Some(button) = target.closest("button[data-do]").ok().flatten() else { return };
    match button.get_attribute("data-do").as_deref() {
        Some("clear") => {
            session.dispatch(Edit::Answer { item, answer: None });
            // The button goes with the answer; the focus stays in the row.
            if let Some(first) = inputs(&row, "input").next() {
                let _ = first.focus();
            }
        }
        Some("reason") => {
            let template = session.template();
            let position = button.dyn_ref::<HtmlButtonElement>().and_then(|button| button.value().parse().ok());
            let reason = position.and_then(|position: usize| template.not_applicable_reasons.get(position));
            if let Some(reason) = reason {
                // The record is Vietnamese, whatever the language of the screen.
                let answer = Answer::NotApplicable { reason: reason.vi.clone() };
                session.dispatch(Edit::Answer { item, answer: Some(answer) });
            }
        }
        _ => {}
    }
}

/// The focus came into a row: that is where one works now.
pub fn on_focus_in(session: Session, event: &FocusEvent) {
    if let Some((_, _, item)) = row_of(event) {
        remember(session.id(), item);
    }
}

/// The focus left a control: what was typed there is saved at once.
pub fn on_focus_out(session: Session, event: &FocusEvent) {
    if row_of(event).is_some_and(|(target, ..)| field(&target).is_some()) {
        session.flush();
    }
}

fn field(target: &Element) -> Option<String> {
    target.get_attribute("data-field")
}

/// Whether a field is still being typed in. What is half typed looks wrong, so faults are told once it is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    Typing,
    Left,
}

fn figures_typed(session: Session, row: &Element, item: ItemCode, moment: Moment) {
    let template = session.template();
    let Some(spec) = template.item(&item).map(|item| &item.answer) else { return };
    let lang = untrack(|| App::get().lang());
    let mut values: Vec<Option<Value>> = Vec::new();
    let mut fault = None;
    for (input, figure) in inputs(row, "[data-field=figure]").zip(Figure::all(spec)) {
        let read = figure.read(&typed_in(&input), lang);
        let is_wrong = read.is_err();
        if !is_wrong || moment == Moment::Left {
            mark(&input, is_wrong);
        }
        match read {
            Ok(value) => values.push(value),
            Err(reason) => fault = fault.or(Some(reason)),
        }
    }
    match fault {
        None => {
            tell(row, None, lang);
            take(session, spec, item, &values);
        }
        Some(reason) if moment == Moment::Left => tell(row, Some(&reason), lang),
        Some(_) => {}
    }
}

fn take(session: Session, spec: &AnswerSpec, item: ItemCode, values: &[Option<Value>]) {
    session.answer_typed(&item, answer_of(spec, values));
}

/// What stands in a field. A date field gives no text for a date that is half typed or that no calendar has.
fn typed_in(input: &HtmlInputElement) -> String {
    if input.check_validity() { input.value() } else { "?".to_owned() }
}

fn mark(input: &HtmlInputElement, is_wrong: bool) {
    // Both throw only for a name that cannot be an attribute's.
    let _ = if is_wrong { input.set_attribute("aria-invalid", "true") } else { input.remove_attribute("aria-invalid") };
}

fn tell(row: &Element, reason: Option<&str>, lang: Lang) {
    if let Some(place) = row.query_selector(".field__error").ok().flatten() {
        let sentence = reason.map(|reason| format!("{}{reason}", words::NOT_TAKEN.get(lang)));
        place.set_text_content(sentence.as_deref());
    }
}
