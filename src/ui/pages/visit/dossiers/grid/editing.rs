//! EditedCell a cell: a field is put over it, and what is typed goes into the visit when it is left by Enter, by Tab or
//! with the mouse. What cannot be read is refused at the cell, and the field stays.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::domain::dossier::Dossier;
use crate::domain::edit::{DossierRow, Edit};
use crate::domain::id::DossierId;
use crate::state::route::Route;
use crate::ui::pages::visit::dom::{focus_quietly, set};
use crate::words::catalogue::grid as words;
use crate::words::{Lang, Text};

use super::column::{Column, Editor};
use super::cursor::Grid;
use super::edited_cell::{EditedCell, Field, Start};

/// The room that a sentence below a cell needs, in pixels; where there is less, it stands above.
const FAULT: f64 = 96.0;

impl Field {
    fn input() -> Option<Self> {
        let input: HtmlInputElement = document().create_element("input").ok()?.dyn_into().ok()?;
        input.set_type("text");
        set(&input, "autocomplete", Some("off"));
        Some(Self::Input(input))
    }

    fn select(labels: &[Text], lang: Lang) -> Option<Self> {
        let select: HtmlSelectElement = document().create_element("select").ok()?.dyn_into().ok()?;
        for label in labels {
            let option = document().create_element("option").ok()?;
            option.set_text_content(Some(label.get(lang)));
            select.append_child(&option).ok()?;
        }
        Some(Self::Select(select))
    }

    fn element(&self) -> &HtmlElement {
        match self {
            Self::Input(input) => input,
            Self::Select(select) => select,
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Input(input) => input.value(),
            Self::Select(select) => select.value(),
        }
    }
}

/// Lifts a cell and its row above their neighbours, or puts them back.
fn set_editing(cell: &HtmlElement, value: Option<&str>) {
    set(cell, "data-editing", value);
    if let Some(row) = cell.parent_element() {
        set(&row, "data-editing", value);
    }
}

impl Grid {
    /// Whether a cell is being edited.
    pub(super) fn is_editing(self) -> bool {
        self.editing.with_value(Option::is_some)
    }

    /// Whether an element is the field, or stands in the cell that is being edited.
    pub(super) fn is_in_editor(self, element: &Element) -> bool {
        self.editing.with_value(|editing| editing.as_ref().is_some_and(|editing| editing.cell.contains(Some(element))))
    }

    /// Begins to edit the active cell; a computed one has nothing to edit, and the due date opens the form that explains it.
    pub(super) fn begin(self, start: Start) {
        let (Some(column), Some((id, dossier)), Some(cell)) = (self.column(), self.dossier(), self.cell()) else {
            return;
        };
        let lang = untrack(|| self.app.lang());
        let text = column.text(&dossier, lang);
        let field = match column.editor() {
            Editor::None if column == Column::Due && start == Start::WithText => return self.open_form(),
            Editor::None => return,
            Editor::Text => Field::input(),
            Editor::List(labels) => Field::select(&labels, lang),
        };
        let Some(field) = field else { return };
        let element = field.element();
        element.set_class_name("grid__editor");
        set(element, "aria-label", Some(column.label().get(lang)));
        if cell.append_child(element).is_err() {
            return;
        }
        let before = match &field {
            Field::Input(input) => {
                input.set_value(match &start {
                    Start::WithText => &text,
                    Start::Empty => "",
                    Start::With(text) => text,
                });
                text
            }
            Field::Select(select) => {
                if !text.is_empty() {
                    select.set_value(&text);
                }
                select.value()
            }
        };
        focus_quietly(element);
        if let (Field::Input(input), Start::WithText) = (&field, &start) {
            input.select();
        }
        set_editing(&cell, Some(""));
        self.editing.set_value(Some(EditedCell {
            id,
            column,
            cell,
            field,
            before,
            fault: None,
            by_keys: start == Start::Empty,
        }));
        if let Start::With(_) = start {
            self.note_typed();
        }
    }

    /// Notes what stands in the field, so that it is kept until it is taken. What is chosen from a list is taken at once.
    pub(super) fn note_typed(self) {
        let typed = self.editing.try_with_value(|editing| {
            let EditedCell { id, column, field: Field::Input(field), before, .. } = editing.as_ref()? else {
                return None;
            };
            let text = field.value();
            Some((id.clone(), column.key(), (text != *before).then_some(text)))
        });
        if let Some((id, column, text)) = typed.flatten() {
            self.open_cell.typed(id.as_str(), column, text);
        }
    }

    /// Takes what was typed into the visit and ends editing. Whether it could be taken.
    pub(super) fn commit(self) -> bool {
        let typed = self.editing.try_with_value(|editing| {
            let EditedCell { id, column, field, before, .. } = editing.as_ref()?;
            Some((id.clone(), *column, field.value(), before.clone()))
        });
        let Some((id, column, text, before)) = typed.flatten() else { return true };
        if text != before && !self.session.is_closed() {
            let Some((dossier, _)) = untrack(|| self.session.dossier(&id)) else {
                self.end();
                return true;
            };
            match column.take(&dossier, &text) {
                Ok(taken) => {
                    self.end();
                    self.put(id, &dossier, taken);
                    self.open_cell.taken();
                    return true;
                }
                Err(fault) => {
                    self.say(fault);
                    return false;
                }
            }
        }
        self.end();
        true
    }

    /// Notes that keys are pressed in the field.
    pub(super) fn note_keys(self) {
        self.editing.update_value(|editing| {
            if let Some(editing) = editing {
                editing.by_keys = true;
            }
        });
    }

    /// An entry of a list was chosen: by the mouse, that is the end of editing.
    pub(super) fn on_change(self) {
        let is_chosen = |editing: &EditedCell| !editing.by_keys && matches!(editing.field, Field::Select(_));
        if self.editing.with_value(|editing| editing.as_ref().is_some_and(is_chosen)) {
            self.commit();
        }
    }

    /// Puts the dossier into the visit, if it is another one than before.
    fn put(self, id: DossierId, before: &Dossier, dossier: Dossier) {
        if dossier != *before {
            self.session.dispatch(Edit::Dossiers { rows: vec![DossierRow { id, dossier: Some(dossier) }] });
        }
    }

    /// Ends editing without a change to the visit.
    pub(super) fn end(self) {
        // First of all: the field says that it loses the focus while it is taken away.
        let Some(editing) = self.editing.try_update_value(Option::take).flatten() else { return };
        self.open_cell.end();
        let EditedCell { cell, field, fault, .. } = editing;
        let had_focus = document().active_element().is_some_and(|active| active.is_same_node(Some(field.element())));
        set_editing(&cell, None);
        field.element().remove();
        if let Some(fault) = fault {
            fault.remove();
        }
        if had_focus {
            focus_quietly(&cell);
        }
    }

    /// A field that went away with its row, with what is typed in it: it is put there again once the row is drawn.
    pub(super) fn take_lost_editor(self) -> Option<Start> {
        let is_lost = |editing: &EditedCell| !editing.field.element().is_connected();
        if !self.editing.with_value(|editing| editing.as_ref().is_some_and(is_lost)) {
            return None;
        }
        let EditedCell { field, before, .. } = self.editing.try_update_value(Option::take).flatten()?;
        let text = field.value();
        Some(if text == before { Start::WithText } else { Start::With(text) })
    }

    /// Says at the cell why what was typed is not taken, and leaves the field where it is.
    fn say(self, fault: Text) {
        let sentence = fault.get(untrack(|| self.app.lang()));
        self.editing.update_value(|editing| {
            let Some(editing) = editing else { return };
            let (field, cell) = (editing.field.element(), &editing.cell);
            if editing.fault.is_none()
                && let Ok(fault) = document().create_element("p")
                && cell.append_child(&fault).is_ok()
            {
                let is_low = |root: web_sys::HtmlDivElement| {
                    root.get_bounding_client_rect().bottom() - cell.get_bounding_client_rect().bottom() < FAULT
                };
                let is_low = self.root().is_some_and(is_low);
                fault.set_class_name(if is_low { "grid__fault grid__fault--above" } else { "grid__fault" });
                set(&fault, "role", Some("alert"));
                editing.fault = Some(fault);
            }
            if let Some(fault) = &editing.fault {
                fault.set_text_content(Some(sentence));
            }
            set(field, "aria-invalid", Some("true"));
            // Whoever went on in a field elsewhere stays there.
            if self.has_focus() {
                focus_quietly(field);
            }
        });
    }

    /// Empties the active cell.
    pub(super) fn clear(self) {
        if let (Some(column), Some((id, dossier))) = (self.column(), self.dossier())
            && let Ok(taken) = column.take(&dossier, "")
        {
            self.put(id, &dossier, taken);
        }
    }

    /// Puts a text from outside into the active cell; one that cannot be read is left in the field, with the reason.
    pub(super) fn paste(self, text: &str) {
        let text = text.trim_end_matches(['\r', '\n']);
        if text.contains(['\t', '\n', '\r']) {
            return self.app.notices.say(words::PASTE_ELSEWHERE.get(untrack(|| self.app.lang())));
        }
        let (Some(column), Some((id, dossier))) = (self.column(), self.dossier()) else { return };
        match column.take(&dossier, text) {
            Ok(taken) => self.put(id, &dossier, taken),
            Err(fault) => {
                self.begin(Start::With(text.to_owned()));
                self.say(fault);
            }
        }
    }

    /// Opens the form of the active dossier.
    pub(super) fn open_form(self) {
        if let Some((id, _)) = self.dossier() {
            self.app.go(&Route::Dossier(self.session.id(), Some(id)));
        }
    }
}
