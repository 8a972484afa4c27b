//! What is tapped and typed in the rows, turned into edits. The list hears every event once and finds the row.

use std::time::Duration;

use leptos::ev::{Event, FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlInputElement};

use crate::domain::answer::Answer;
use crate::domain::edit::Edit;
use crate::domain::id::ItemCode;
use crate::engine::typing::FAULT_PAUSE;
use crate::state::{App, Session};
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::typed::{begin_with, is_composing, is_left, text_of};
use crate::ui::pages::visit::dom::{all, first, focus, set};
use crate::ui::pages::visit::place::remember;

use super::mirror::{show_note, show_values, tell_open};
use super::read_figures::{figure_name, figures_name, figures_typed};
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
        // A date that is typed part by part says so at each of them.
        Some("figure") if is_keyed(&target) => {}
        Some("figure") => {
            figures_typed(session, &row, &item);
            session.flush();
        }
        Some(_) => session.flush(),
        None => {
            let chosen = target.dyn_ref::<HtmlInputElement>().and_then(|input| Choice::parse(&input.value()));
            if let Some(choice) = chosen {
                session.release_texts(&figures_name(&item));
                session.dispatch(Edit::Answer { item, answer: Some(choice.answer()) });
            }
        }
    }
}

/// A key was typed in a field, or an input method made its letters. In the middle of that, figures are not read.
pub(super) fn on_input(session: Session, event: &Event) {
    let Some((target, row, item)) = row_of(session, event) else { return };
    match field(&target).as_deref() {
        Some("note") => session.note_typed(&item, text_of(&target)),
        Some("reason") => {
            session.answer_typed(&item, Some(Answer::NotApplicable { reason: text_of(&target) }));
        }
        Some("figure") if is_composing(event) => hold_unread(session, &target, &row, &item),
        Some("figure") if is_keyed(&target) && TypedDate::read(&text_of(&target)).day().is_some() => {
            hold_unread(session, &target, &row, &item);
            take_after_pause(session, target, row, item);
        }
        Some("figure") => {
            figures_typed(session, &row, &item);
            tell_after_pause(session, target, row, item);
        }
        _ => {}
    }
}

/// A button was tapped.
pub(super) fn on_click(session: Session, event: &MouseEvent) {
    let Some((target, row, item)) = row_of(session, event) else { return };
    let Some(button) = target.closest("button[data-do]").ok().flatten() else { return };
    match button.get_attribute("data-do").as_deref() {
        Some("clear") => {
            session.release_texts(&figures_name(&item));
            session.dispatch(Edit::Answer { item, answer: None });
            // What is cleared on purpose is cleared in the field that gets the focus too.
            for field in all::<Element>(&row, "[data-field=figure]") {
                begin_with(&field, "");
            }
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

/// The focus left a control: what was typed there is saved at once, and shown as it is written everywhere else, or said not
/// to be taken.
pub(super) fn on_focus_out(session: Session, event: &FocusEvent) {
    let Some((target, row, item)) = row_of(session, event) else { return };
    if field(&target).is_some() {
        if is_keyed(&target) && is_left(&target) {
            set(&target, KEYED, None);
            figures_typed(session, &row, &item);
        }
        session.flush();
        if is_left(&target) {
            show_again(session, &row, &item);
        }
    }
}

fn field(target: &Element) -> Option<String> {
    target.get_attribute("data-field")
}

/// A key was pressed: what a date field says then is on its way, since each part that is typed makes another whole date of
/// what stood there.
pub(super) fn on_key(event: &KeyboardEvent) {
    let target: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    if let Some(target) = target.filter(|target| target.type_() == "date") {
        set(&target, KEYED, Some(""));
    }
}

/// The mark of a date field that is being typed into.
const KEYED: &str = "data-keyed";

fn is_keyed(field: &Element) -> bool {
    field.has_attribute(KEYED)
}

/// Takes a date that was typed part by part, once the keys rest.
fn take_after_pause(session: Session, target: Element, row: Element, item: ItemCode) {
    let text = text_of(&target);
    let take = move || {
        if !session.is_closed() && is_keyed(&target) && text_of(&target) == text {
            figures_typed(session, &row, &item);
        }
    };
    set_timeout(take, Duration::from_millis(FAULT_PAUSE));
}

/// Keeps the text of a figure that is not to be read yet: an input method makes its letters, or a date its parts.
fn hold_unread(session: Session, target: &Element, row: &Element, item: &ItemCode) {
    let is_it = |input: Element| input.is_same_node(Some(target));
    if let Some(place) = all::<Element>(row, "[data-field=figure]").position(is_it) {
        session.hold_text(&figure_name(item, place), &text_of(target));
    }
}

/// Shows a row's fields again that nobody types in.
fn show_again(session: Session, row: &Element, item: &ItemCode) {
    let (template, Some(state)) = (session.template(), session.row(item)) else { return };
    let Some(item) = template.item(item) else { return };
    let state = state.read_untracked();
    show_values(row, session, item, &state, untrack(|| App::get().lang()));
    show_note(row, session, item, &state.entry.note);
}

/// Says after a pause what is not taken. What is half typed looks wrong, so it is not said at each key.
fn tell_after_pause(session: Session, target: Element, row: Element, item: ItemCode) {
    // A timer has no owner to ask for the app.
    let (text, lang) = (text_of(&target), untrack(|| App::get().lang()));
    let tell = move || {
        if session.is_closed() || text_of(&target) != text {
            return;
        }
        let (template, Some(state)) = (session.template(), session.row(&item)) else { return };
        if let Some(item) = template.item(&item) {
            tell_open(&row, session, item, &state.read_untracked(), lang);
        }
    };
    set_timeout(tell, Duration::from_millis(FAULT_PAUSE));
}
