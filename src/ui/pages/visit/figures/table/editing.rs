//! EditedCell a cell: a field is put over it, and what is typed goes into the visit when it is left by Enter, by Tab or with
//! the mouse. What can be read in two ways is asked at the cell; what cannot be read is refused there. The field keeps
//! what was typed, and the stored cell stays as it was.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::domain::edit::{CellPut, FiguresEdit};
use crate::domain::figures::reading::{Reading, Unread, read};
use crate::domain::figures::{Cell, Figure, Measure};
use crate::intake::block::{NAMED, same};
use crate::report::audit::figure_words;
use crate::ui::pages::visit::dom::{all, first, focus_quietly, set};
use crate::ui::pages::visit::figures::shown;
use crate::ui::pages::visit::moves::{Move, Place};
use crate::words::Text;
use crate::words::catalogue::figures as words;

use super::edited_cell::{EditedCell, Start};
use super::sheet::Sheet;

/// The room that a sentence below a cell needs, in pixels; where there is less, it stands above.
const SAID: f64 = 120.0;

/// Why a text is no figure, in words.
pub(super) fn unread(why: Unread) -> Text {
    match why {
        Unread::NotANumber => words::NOT_A_NUMBER,
        Unread::TooLarge => words::TOO_LARGE,
        Unread::TooPrecise => words::TOO_PRECISE,
    }
}

/// Whether the screen is worked with fingers.
fn is_touched() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|media| media.matches())
}

/// A new element at the end of another. It throws only for a name that is none.
fn put(parent: &Element, name: &str, class: &str) -> Option<HtmlElement> {
    let child: HtmlElement = document().create_element(name).ok()?.dyn_into().ok()?;
    child.set_class_name(class);
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Lifts a cell and its row above their neighbours, or puts them back.
fn set_editing(cell: &HtmlElement, value: Option<&str>) {
    set(cell, "data-editing", value);
    if let Some(row) = cell.parent_element() {
        set(&row, "data-editing", value);
    }
}

impl Sheet {
    /// Whether a cell is being edited.
    pub(super) fn is_editing(self) -> bool {
        self.editing.try_with_value(Option::is_some).unwrap_or(false)
    }

    /// Whether an element is the field, or stands in the cell that is being edited.
    pub(super) fn is_in_editor(self, element: &Element) -> bool {
        self.editing.with_value(|editing| editing.as_ref().is_some_and(|editing| editing.cell.contains(Some(element))))
    }

    /// What a cell holds, and what its column measures; none for the number and the name of a row.
    fn held(self, place: Place) -> Option<(String, Option<Measure>)> {
        self.table(|table| {
            let row = table.rows.get(place.row)?;
            match place.column.checked_sub(NAMED) {
                Some(column) => {
                    let measure = table.form.columns.get(column)?.measure.clone();
                    Some((shown::cell(row.cells.get(column)?), Some(measure)))
                }
                None if !table.takes_rows() => None,
                None => Some((if place.column == 0 { row.number.clone() } else { row.name.clone() }, None)),
            }
        })?
    }

    /// Begins to edit the active cell, if it can be edited.
    pub(super) fn begin(self, start: Start) {
        let place = self.place();
        let (Some((text, measure)), Some(cell)) = (self.held(place), self.cell_at(place)) else { return };
        let Some(field) =
            put(&cell, "input", "ledger__field").and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        field.set_type("text");
        set(&field, "autocomplete", Some("off"));
        set(&field, "enterkeyhint", Some("next"));
        set(&field, "inputmode", measure.as_ref().filter(|measure| measure.is_figure()).map(|_| "decimal"));
        set(&field, "aria-label", self.label(place).as_deref());
        field.set_value(match &start {
            Start::WithText => &text,
            Start::Empty => "",
            Start::With(text) => text,
        });
        focus_quietly(&field);
        if start == Start::WithText {
            field.select();
        }
        set_editing(&cell, Some(""));
        let editing = EditedCell { place, cell, field, before: text, said: None, asked: Vec::new(), then: None };
        self.editing.set_value(Some(editing));
        if let Start::With(_) = start {
            self.note_typed();
        }
    }

    /// The name of a cell: its row and its column.
    pub(super) fn label(self, place: Place) -> Option<String> {
        let lang = untrack(|| self.app.lang());
        self.table(|table| {
            let row = table.rows.get(place.row)?;
            let column = match place.column.checked_sub(NAMED) {
                Some(column) => shown::heading(table.form.columns.get(column)?, lang),
                None if place.column == 0 => words::NUMBER.get(lang).to_owned(),
                None => table.form.row_heading.get(lang).to_owned(),
            };
            let row = [row.number.trim(), row.name.trim()].into_iter().filter(|part| !part.is_empty());
            Some(format!("{}: {column}", row.collect::<Vec<_>>().join(" ")))
        })?
    }

    /// Takes what was typed into the visit and ends editing, then goes on with a step. Whether it could be taken.
    pub(super) fn commit(self, then: Option<Move>) -> bool {
        let typed = self.editing.try_with_value(|editing| {
            let EditedCell { place, field, before, .. } = editing.as_ref()?;
            Some((*place, field.value(), before.clone()))
        });
        let Some((place, text, before)) = typed.flatten() else { return true };
        // A cell that is left by a step does not take the focus first: the next one does.
        let end = || if then.is_some() { drop(self.end_for_step()) } else { self.end() };
        if text == before || self.session.is_closed() {
            end();
            return true;
        }
        let Some((_, measure)) = self.held(place) else {
            end();
            return true;
        };
        let Some(measure) = measure else {
            end();
            self.rename(place, text.trim());
            self.open_cell.taken();
            return true;
        };
        let cell = match read(&text, &measure) {
            Reading::Blank => Cell::Blank,
            Reading::Figure(figure) => Cell::Figure(figure),
            Reading::Text(text) => Cell::Text(text),
            Reading::Ask(figures) => {
                self.ask(figures, then);
                return false;
            }
            Reading::Unread(why) => {
                self.say(unread(why));
                return false;
            }
        };
        end();
        self.enter(place, cell);
        self.open_cell.taken();
        true
    }

    /// Puts a cell into the visit, if it is another one than before.
    fn enter(self, place: Place, cell: Cell) {
        let put = self.table(|table| {
            let (row, column) = (table.rows.get(place.row)?, place.column.checked_sub(NAMED)?);
            let key = table.form.columns.get(column)?.key.clone();
            (!same(row.cells.get(column)?, &cell)).then(|| CellPut { row: row.key.clone(), column: key, cell })
        });
        if let Some(put) = put.flatten() {
            self.session.change_figures(FiguresEdit::Cells { table: self.id.get_value(), put: vec![put] });
        }
    }

    fn rename(self, place: Place, text: &str) {
        self.change(|table| {
            if let Some(row) = table.rows.get_mut(place.row) {
                let held = if place.column == 0 { &mut row.number } else { &mut row.name };
                text.clone_into(held);
            }
        });
    }

    /// Ends editing without a change to the visit; the cell has the focus then, if its field had it.
    pub(super) fn end(self) {
        let active = document().active_element();
        if let Some(cell) = self.end_for_step()
            && active.is_some_and(|active| !active.is_connected())
        {
            focus_quietly(&cell);
        }
    }

    /// Ends editing and leaves the focus to whoever takes it next. Gives the cell that was edited.
    fn end_for_step(self) -> Option<HtmlElement> {
        // First of all: the field says that it loses the focus while it is taken away.
        let editing = self.editing.try_update_value(Option::take).flatten()?;
        self.open_cell.end();
        let EditedCell { cell, field, said, .. } = editing;
        set_editing(&cell, None);
        field.remove();
        if let Some(said) = said {
            said.remove();
        }
        Some(cell)
    }

    /// Puts a new box of words at the cell, in place of the one before.
    fn box_at(self, editing: &mut EditedCell, role: &str) -> Option<HtmlElement> {
        if let Some(said) = editing.said.take() {
            said.remove();
        }
        let bottom = |element: &Element| element.get_bounding_client_rect().bottom();
        let is_low =
            self.root().is_some_and(|root| bottom(&root) - bottom(&editing.cell) < SAID) && editing.place.row > 2;
        let right = |element: &Element| element.get_bounding_client_rect().right();
        let is_far = self.root().is_some_and(|root| right(&root) - right(&editing.cell) < SAID);
        let said = put(&editing.cell, "div", "ledger__said")?;
        set(&said, "data-above", is_low.then_some(""));
        set(&said, "data-left", is_far.then_some(""));
        set(&said, "role", Some(role));
        set(&editing.field, "aria-invalid", Some("true"));
        editing.said = Some(said.clone().into());
        Some(said)
    }

    /// Says at the cell why what was typed is not taken, and leaves the field where it is.
    fn say(self, fault: Text) {
        let sentence = fault.get(untrack(|| self.app.lang()));
        self.editing.update_value(|editing| {
            let Some(editing) = editing else { return };
            if let Some(said) = self.box_at(editing, "alert") {
                said.set_text_content(Some(sentence));
            }
            // Whoever went on in a field elsewhere stays there.
            if self.has_focus() {
                focus_quietly(&editing.field);
            }
        });
    }

    /// Asks at the cell which of these figures is meant.
    fn ask(self, figures: Vec<Figure>, then: Option<Move>) {
        let lang = untrack(|| self.app.lang());
        self.editing.update_value(|editing| {
            let Some(editing) = editing else { return };
            let Some(said) = self.box_at(editing, "group") else { return };
            set(&said, "data-testid", Some("cell-ask"));
            set(&said, "aria-label", Some(words::WHICH.get(lang)));
            if let Some(question) = put(&said, "p", "ledger__question") {
                question.set_text_content(Some(words::WHICH.get(lang)));
            }
            for (place, figure) in figures.iter().enumerate() {
                let Some(button) = put(&said, "button", "button ledger__choice") else { continue };
                set(&button, "type", Some("button"));
                set(&button, "data-choice", Some(&place.to_string()));
                set(&button, "data-value", Some(&figure.to_string()));
                button.set_text_content(Some(&figure_words(*figure)));
            }
            if let Some(button) = first::<HtmlElement>(&said, "button").filter(|_| self.has_focus()) {
                focus_quietly(&button);
            }
            (editing.asked, editing.then) = (figures, then);
        });
    }

    /// Whether a question is open.
    pub(super) fn is_asking(self) -> bool {
        self.editing.with_value(|editing| editing.as_ref().is_some_and(|editing| !editing.asked.is_empty()))
    }

    /// Moves among the answers of an open question.
    pub(super) fn step_choice(self, forward: bool) {
        self.editing.with_value(|editing| {
            let Some(said) = editing.as_ref().and_then(|editing| editing.said.as_ref()) else { return };
            let buttons: Vec<HtmlElement> = all(said, "button").collect();
            let active = document().active_element();
            let at =
                buttons.iter().position(|button| active.as_ref().is_some_and(|one| button.is_same_node(Some(one))));
            let next = match (at, forward) {
                (Some(at), true) => (at + 1) % buttons.len().max(1),
                (Some(at), false) => (at + buttons.len().saturating_sub(1)) % buttons.len().max(1),
                (None, _) => 0,
            };
            if let Some(button) = buttons.get(next) {
                focus_quietly(button);
            }
        });
    }

    /// Takes an answer to an open question, by its place, and goes on.
    pub(super) fn choose(self, choice: usize) {
        let chosen = self.editing.with_value(|editing| {
            let editing = editing.as_ref()?;
            Some((editing.place, *editing.asked.get(choice)?, editing.then))
        });
        let Some((place, figure, then)) = chosen else { return };
        self.set_focus(true);
        self.end();
        self.enter(place, Cell::Figure(figure));
        self.open_cell.taken();
        match then {
            Some(step) => drop(self.take_step(step, true)),
            None => self.go(self.place()),
        }
    }

    /// Gives up the question and goes back to the field.
    pub(super) fn back_to_field(self) {
        self.editing.update_value(|editing| {
            let Some(editing) = editing else { return };
            if let Some(said) = editing.said.take() {
                said.remove();
            }
            editing.asked.clear();
            focus_quietly(&editing.field);
        });
    }

    /// Moves the cursor. Not if the step leads out of the grid: then the key is the browser's. Under a finger the next
    /// cell is edited at once, so that the keys on the screen stay.
    pub(super) fn take_step(self, step: Move, was_editing: bool) -> bool {
        let place = self.place().step(step, self.size());
        match place {
            Some(place) if was_editing && place != self.place() && is_touched() => self.go_and_edit(place),
            Some(place) => self.go(place),
            // The browser's own step goes on from the cell.
            None if was_editing => self.go(self.place()),
            None => {}
        }
        place.is_some()
    }

    /// A tap opens the field at once; with a mouse it takes a second click.
    pub(super) fn opens_at_once(self) -> bool {
        is_touched()
    }

    /// Empties the active cell.
    pub(super) fn clear(self) {
        let place = self.place();
        if place.column >= NAMED {
            self.enter(place, Cell::Blank);
        } else if self.held(place).is_some() {
            self.rename(place, "");
        }
    }
}
