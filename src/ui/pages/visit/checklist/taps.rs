//! What is tapped and typed in the rows, turned into edits. The list hears every event once and finds the row.

use leptos::ev::{Event, FocusEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlInputElement, HtmlTextAreaElement};

use crate::domain::answer::Answer;
use crate::domain::edit::Edit;
use crate::domain::id::ItemCode;
use crate::state::{App, Session};
use crate::ui::pages::visit::dom::{all, first, focus, set, write};
use crate::ui::pages::visit::place::remember;
use crate::words::Lang;
use crate::words::catalogue::checklist as words;

use super::figures::{Figure, Value, answer_of};
use super::standing::Choice;

/// The row around the element that an event came from; none once the page is left: a field that goes away with the focus
/// in it still says so.
fn row_of(session: Session, event: &Event) -> Option<(Element, Element, ItemCode)> {
    if session.is_closed() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("[data-item]").ok().flatten()?;
    let item = ItemCode::new(row.get_attribute("data-item")?).ok()?;
    Some((target, row, item))
}

/// A choice was made, or a field was left after typing.
pub(super) fn on_change(session: Session, event: &Event) {
    let Some((target, row, item)) = row_of(session, event) else { return };
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
pub(super) fn on_input(session: Session, event: &Event) {
    let Some((target, row, item)) = row_of(session, event) else { return };
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
pub(super) fn on_click(session: Session, event: &MouseEvent) {
    let Some((target, row, item)) = row_of(session, event) else { return };
    let Some(button) = target.closest("button[data-do]").ok().flatten() else { return };
    match button.get_attribute("data-do").as_deref() {
        Some("clear") => {
            session.dispatch(Edit::Answer { item, answer: None });
            // The button goes with the answer; the focus stays in the row.
            if let Some(first) = first(&row, "input") {
                focus(&first);
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
pub(super) fn on_focus_in(session: Session, event: &FocusEvent) {
    if let Some((_, _, item)) = row_of(session, event) {
        remember(session.id(), item);
    }
}

/// The focus left a control: what was typed there is saved at once.
pub(super) fn on_focus_out(session: Session, event: &FocusEvent) {
    if row_of(session, event).is_some_and(|(target, ..)| field(&target).is_some()) {
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
    for (input, figure) in all::<HtmlInputElement>(row, "[data-field=figure]").zip(Figure::all(spec)) {
        let read = figure.read(&typed_in(&input), lang);
        let is_wrong = read.is_err();
        if !is_wrong || moment == Moment::Left {
            set(&input, "aria-invalid", is_wrong.then_some("true"));
        }
        match read {
            Ok(value) => values.push(value),
            Err(reason) => fault = fault.or(Some(reason)),
        }
    }
    match fault {
        None => {
            tell(row, None, lang);
            session.answer_typed(&item, answer_of(spec, &values));
        }
        Some(reason) if moment == Moment::Left => tell(row, Some(&reason), lang),
        Some(_) => {}
    }
}

/// What stands in a field. A date field gives no text for a date that is half typed or that no calendar has.
fn typed_in(input: &HtmlInputElement) -> String {
    if input.check_validity() { input.value() } else { "?".to_owned() }
}

fn tell(row: &Element, reason: Option<&str>, lang: Lang) {
    let sentence = reason.map(|reason| format!("{}{reason}", words::NOT_TAKEN.get(lang)));
    write(row, ".field__error", &sentence.unwrap_or_default());
}
