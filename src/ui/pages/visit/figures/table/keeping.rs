//! The cell that is open: what is typed into it is kept until it is taken, through a reload and through rows that are drawn
//! anew.

use leptos::prelude::*;

use crate::intake::block::NAMED;
use crate::ui::pages::visit::dom::focus_quietly;
use crate::ui::pages::visit::moves::Place;

use super::edited_cell::{EditedCell, Start};
use super::sheet::Sheet;

impl Sheet {
    /// Notes what stands in the field, so that it is kept until it is taken.
    pub(super) fn note_typed(self) {
        let typed = self.editing.try_with_value(|editing| {
            let EditedCell { place, field, before, .. } = editing.as_ref()?;
            let text = field.value();
            Some((*place, (text != *before).then_some(text)))
        });
        let Some((place, text)) = typed.flatten() else { return };
        let keys = self.table(|table| {
            let column = match place.column.checked_sub(NAMED) {
                Some(column) => table.form.columns.get(column)?.key.to_string(),
                None => format!("#{}", place.column),
            };
            Some((table.rows.get(place.row)?.key.to_string(), column))
        });
        if let Some((row, column)) = keys.flatten() {
            self.open_cell.typed(&row, &column, text);
        }
    }

    /// Edits the cell again that was left open with this text, or ends editing where that was discarded.
    pub(super) fn reopen(self, found: Option<[String; 3]>) {
        let Some([row, column, text]) = found else { return self.end() };
        let place = self.table(|table| {
            let row = table.rows.iter().position(|one| one.key.as_str() == row)?;
            let column = match column.strip_prefix('#') {
                Some(column) => column.parse().ok()?,
                None => table.form.columns.iter().position(|one| one.key.as_str() == column)? + NAMED,
            };
            Some(Place { row, column })
        });
        if let Some(place) = place.flatten()
            && !self.is_editing()
        {
            self.set_focus(true);
            self.go(place);
            self.begin(Start::With(text));
        }
    }

    /// After rows were drawn: a field that was moved with its row goes on with its text, and with the focus if it had it
    /// before; one whose row is gone is gone as well.
    pub(super) fn take_up_editor(self, had_focus: bool) {
        let Some(row) = self.editing.with_value(|editing| Some(editing.as_ref()?.cell.parent_element())) else {
            return;
        };
        match row.and_then(|row| self.drawn_row(&row)) {
            Some(row) => self.editing.update_value(|editing| {
                if let Some(editing) = editing {
                    editing.place.row = row;
                    if had_focus {
                        focus_quietly(&editing.field);
                    }
                }
            }),
            None => self.end(),
        }
    }

    /// Whether the field over a cell has the focus.
    pub(super) fn field_has_focus(self) -> bool {
        let active = document().active_element();
        self.editing.with_value(|editing| {
            editing.as_ref().zip(active).is_some_and(|(editing, active)| editing.field.is_same_node(Some(&active)))
        })
    }
}
