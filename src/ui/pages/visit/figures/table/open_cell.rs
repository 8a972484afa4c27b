//! The cell that is open: what is typed into it is kept until it is taken, through a reload and through rows that are drawn anew.

use leptos::prelude::*;

use crate::intake::block::NAMED;
use crate::state::session::OpenText;
use crate::ui::pages::visit::dom::focus_quietly;
use crate::ui::pages::visit::moves::Place;

use super::editing::Editing;
use super::sheet::Sheet;

impl Sheet {
    /// What is typed into a cell and not yet taken.
    pub(super) fn open_text(self, place: Place) -> Option<OpenText> {
        let name = self.table(|table| {
            let row = &table.rows.get(place.row)?.key;
            let column = match place.column.checked_sub(NAMED) {
                Some(column) => table.form.columns.get(column)?.key.to_string(),
                None => place.column.to_string(),
            };
            Some(format!("{row}/{column}"))
        });
        Some(self.session.open_text(self.open_prefix() + &name??))
    }

    fn open_prefix(self) -> String {
        format!("table/{}/cell/", self.id.get_value())
    }

    /// A key was typed into the field: until it is left its text is kept as it stands.
    pub(super) fn on_input(self) {
        let typed = self.editing.with_value(|editing| {
            let Editing { open, field, before, .. } = editing.as_ref()?;
            Some(((*open)?, field.value(), before.clone()))
        });
        if let Some((open, text, before)) = typed {
            if text == before { open.release() } else { open.hold(&text) }
        }
    }

    /// Goes to a cell whose text was not taken when the page was left, and edits it.
    pub(super) fn reopen(self) {
        let prefix = self.open_prefix();
        let found = self.session.open_texts(&prefix).into_iter().find_map(|(name, _)| {
            let (row, column) = name.strip_prefix(&prefix)?.split_once('/')?;
            self.table(|table| {
                let row = table.rows.iter().position(|one| one.key.to_string() == row)?;
                let own = table.form.columns.iter().position(|one| one.key.to_string() == column);
                let column =
                    own.map(|own| own + NAMED).or_else(|| column.parse().ok().filter(|place| *place < NAMED))?;
                Some(Place { row, column })
            })?
        });
        if let Some(place) = found {
            self.go_and_edit(place);
        }
    }

    /// After rows were drawn: a field that was moved with its row has the focus again, and goes on with its text; one whose
    /// row is gone is gone as well. `had_focus` says whether it had the focus before.
    pub(super) fn take_up_editor(self, had_focus: bool) {
        let place = self.editing.with_value(|editing| {
            let editing = editing.as_ref()?;
            let row = editing.cell.parent_element();
            let row = self.drawn_row(row.as_ref()?)?;
            Some(Place { row, ..editing.place })
        });
        match place {
            Some(place) => self.editing.update_value(|editing| {
                if let Some(editing) = editing {
                    editing.place = place;
                    if had_focus {
                        focus_quietly(&editing.field);
                    }
                }
            }),
            None => drop(self.end_for_step()),
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
