//! Keys, mouse and clipboard of the grid. The box hears every event once.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, FocusEvent, KeyboardEvent, MouseEvent};

use crate::ui::pages::visit::moves::{Move, Place};

use super::column::Column;
use crate::ui::pages::visit::dom::target;

use super::cursor::Grid;
use super::edited_cell::Start;
use super::row::shown;

/// The key that an input method reports while it makes letters of several keys.
const INPUT_METHOD: &str = "Process";

impl Grid {
    /// A key was pressed.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.alt_key() || self.session.is_closed() {
            return;
        }
        let is_taken = if self.is_editing() { self.edit_key(event) } else { self.move_key(event) };
        if is_taken {
            event.prevent_default();
        }
    }

    /// A key while a cell is edited. Whether it was for the grid.
    fn edit_key(self, event: &KeyboardEvent) -> bool {
        self.note_keys();
        match event.key().as_str() {
            "Escape" => self.end(),
            "Enter" => {
                if self.commit() {
                    self.take_step(if event.shift_key() { Move::Up } else { Move::Down });
                }
            }
            "Tab" => {
                if self.commit() {
                    return self.take_step(if event.shift_key() { Move::Back } else { Move::Next });
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
            return self.take_step(step);
        }
        match key.as_str() {
            "Enter" if control => self.open_form(),
            "Enter" | "F2" => self.begin(Start::WithText),
            "Delete" | "Backspace" if !control => self.clear(),
            key if !control && (key.chars().count() == 1 || key == INPUT_METHOD) => {
                self.begin(Start::Empty);
                // The key itself goes into the field, which has the focus now; a computed cell does not scroll the page.
                return !self.is_editing();
            }
            _ => return false,
        }
        true
    }

    /// Moves the cursor. Not if the step leads out of the grid: then the key is the browser's.
    fn take_step(self, step: Move) -> bool {
        let place = self.place().step(step, self.size());
        if let Some(place) = place {
            self.go(place);
        }
        place.is_some()
    }

    /// The cell that an event came from.
    fn place_of(element: &Element) -> Option<Place> {
        let cell = element.closest("[data-column]").ok().flatten()?;
        let key = cell.get_attribute("data-column")?;
        let row: usize = cell.parent_element()?.get_attribute("aria-rowindex")?.parse().ok()?;
        let column = Column::ALL.iter().position(|column| column.key() == key)?;
        Some(Place { row: row.checked_sub(2)?, column })
    }

    /// The mouse came down, or a finger: a cell becomes the active one.
    pub(super) fn on_press(self, event: &MouseEvent) {
        let Some(element) = target(event) else { return };
        if self.is_in_editor(&element) {
            return;
        }
        if !self.commit() {
            // What was typed is not taken: one stays there.
            event.prevent_default();
            return;
        }
        let Some(place) = Self::place_of(&element) else { return };
        self.was_active.set_value(self.has_focus() && self.place() == place);
        self.set_focus(true);
        self.go(place);
    }

    /// A click: the second one on a cell edits it.
    pub(super) fn on_click(self, event: &MouseEvent) {
        let Some(element) = target(event) else { return };
        let is_link = element.closest("a").ok().flatten().is_some();
        if !is_link
            && !self.is_editing()
            && self.was_active.get_value()
            && Self::place_of(&element) == Some(self.place())
        {
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
            // In a field elsewhere one goes on; what is refused here waits for its cell.
            self.commit();
        }
    }

    /// Copies what the active cell shows.
    pub(super) fn on_copy(self, event: &ClipboardEvent) {
        if self.is_editing() || self.session.is_closed() {
            return;
        }
        let (Some(column), Some((id, _))) = (self.column(), self.dossier()) else { return };
        let lang = untrack(|| self.app.lang());
        let held = untrack(|| self.session.dossier(&id));
        if let (Some((dossier, judged)), Some(clipboard)) = (held, event.clipboard_data()) {
            let text = shown(column, self.place().row, &dossier, &judged, lang);
            if clipboard.set_data("text/plain", &text).is_ok() {
                event.prevent_default();
            }
        }
    }

    /// Takes a text from outside into the active cell.
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
