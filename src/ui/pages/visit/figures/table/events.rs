//! Keys, mouse and clipboard of the grid. The box hears every event once.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, FocusEvent, KeyboardEvent, MouseEvent};

use crate::domain::figures::rows::NewRow;
use crate::ui::pages::visit::dom::target;
use crate::ui::pages::visit::moves::{Move, Place};

use super::edited_cell::Start;
use super::sheet::Sheet;

/// The key that an input method reports while it makes letters of several keys.
const INPUT_METHOD: &str = "Process";

/// The place of a choice, if the element is one.
fn choice_of(element: &Element) -> Option<usize> {
    element.closest("[data-choice]").ok().flatten()?.get_attribute("data-choice")?.parse().ok()
}

impl Sheet {
    /// A key was pressed.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.alt_key() || self.session.is_closed() {
            return;
        }
        let is_taken = if self.is_asking() && target(event).is_some_and(|element| choice_of(&element).is_some()) {
            self.choice_key(event)
        } else if self.is_editing() {
            self.edit_key(event)
        } else {
            self.move_key(event)
        };
        if is_taken {
            event.prevent_default();
        }
    }

    /// A key on an answer of an open question. Whether it was for the grid.
    fn choice_key(self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "Escape" => self.back_to_field(),
            "ArrowRight" | "ArrowDown" => self.step_choice(true),
            "ArrowLeft" | "ArrowUp" => self.step_choice(false),
            "Tab" => self.step_choice(!event.shift_key()),
            // Enter and space press the button.
            _ => return false,
        }
        true
    }

    /// A key while a cell is edited. Whether it was for the grid.
    fn edit_key(self, event: &KeyboardEvent) -> bool {
        let back = event.shift_key();
        match event.key().as_str() {
            "Escape" => self.end(),
            "Enter" => {
                let step = if back { Move::Up } else { Move::Down };
                if self.commit(Some(step)) {
                    self.take_step(step, true);
                }
            }
            "Tab" => {
                let step = if back { Move::Back } else { Move::Next };
                if self.commit(Some(step)) {
                    return self.take_step(step, true);
                }
            }
            _ => return false,
        }
        true
    }

    /// A key while no cell is edited. Whether it was for the grid.
    fn move_key(self, event: &KeyboardEvent) -> bool {
        let (key, control) = (event.key(), event.ctrl_key() || event.meta_key());
        if let Some(step) = Move::of(&key, control, event.shift_key()) {
            return self.take_step(step, false);
        }
        match key.as_str() {
            "Enter" if control => self.add_row(NewRow::Next),
            "Enter" | "F2" => self.begin(Start::WithText),
            "Delete" | "Backspace" if !control => self.clear(),
            key if !control && (key.chars().count() == 1 || key == INPUT_METHOD) => {
                self.begin(Start::Empty);
                // The key itself goes into the field, which has the focus now; where there is none the page stays.
                return !self.is_editing();
            }
            _ => return false,
        }
        true
    }

    /// The cell that an event came from.
    fn place_of(self, element: &Element) -> Option<Place> {
        let cell = element.closest(".ledger__cell").ok().flatten()?;
        let row: usize = cell.parent_element()?.get_attribute("aria-rowindex")?.parse().ok()?;
        let mut column = 0;
        let mut before = cell.previous_element_sibling();
        while let Some(one) = before {
            column += 1;
            before = one.previous_element_sibling();
        }
        Some(Place { row: row.checked_sub(2)?, column })
    }

    /// The mouse came down, or a finger: a cell becomes the active one.
    pub(super) fn on_press(self, event: &MouseEvent) {
        let Some(element) = target(event) else { return };
        if self.is_in_editor(&element) {
            return;
        }
        if !self.commit(None) {
            // What was typed is not taken: one stays there.
            event.prevent_default();
            return;
        }
        let Some(place) = self.place_of(&element) else { return };
        self.was_active.set_value(self.has_focus() && self.place() == place);
        self.set_focus(true);
        self.go(place);
    }

    /// A click: a choice is taken; the second one on a cell edits it, under a finger the first.
    pub(super) fn on_click(self, event: &MouseEvent) {
        let Some(element) = target(event) else { return };
        if let Some(choice) = choice_of(&element) {
            return self.choose(choice);
        }
        let opens = self.was_active.get_value() || self.opens_at_once();
        if !self.is_editing() && opens && self.place_of(&element) == Some(self.place()) {
            self.begin(Start::WithText);
        }
    }

    /// The focus came into the grid.
    pub(super) fn on_focus_in(self) {
        self.set_focus(true);
    }

    /// The focus leaves an element of the grid.
    pub(super) fn on_focus_out(self, event: &FocusEvent) {
        if self.session.is_closed() || self.root().is_none() {
            return;
        }
        let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
        if let (Some(next), Some(root)) = (next, self.root())
            && !root.contains(Some(&next))
        {
            self.set_focus(false);
            // In a field elsewhere one goes on; what is refused or asked here waits at its cell.
            self.commit(None);
        }
    }

    /// Copies what the active cell shows.
    pub(super) fn on_copy(self, event: &ClipboardEvent) {
        if self.is_editing() || self.session.is_closed() {
            return;
        }
        let text = self.cell_at(self.place()).and_then(|cell| cell.first_child()?.text_content());
        if let (Some(text), Some(clipboard)) = (text, event.clipboard_data())
            && clipboard.set_data("text/plain", &text).is_ok()
        {
            event.prevent_default();
        }
    }

    /// Takes a block from outside into the cells from the active one on.
    pub(super) fn on_paste(self, event: &ClipboardEvent) {
        if self.is_editing() || self.session.is_closed() {
            return;
        }
        if let Some(text) = event.clipboard_data().and_then(|clipboard| clipboard.get_data("text/plain").ok()) {
            event.prevent_default();
            self.paste(&text);
        }
    }
}
