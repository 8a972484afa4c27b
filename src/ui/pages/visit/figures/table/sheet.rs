//! The grid of one table: what it shows, which cell is active, and how the keys stay with it.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::domain::edit::{FiguresEdit, Put, table_parts};
use crate::domain::figures::StatTable;
use crate::domain::figures::audit::{Discrepancy, Place as At, audit_table};
use crate::domain::id::TableId;
use crate::intake::block::{Laid, NAMED};
use crate::state::{App, Session};
use crate::ui::pages::visit::dom::{activate, bring_into_sight, focus_quietly, may_move_focus, set};
use crate::ui::pages::visit::moves::{Place, Size};
use crate::ui::pages::visit::open_cell::OpenCell;

use super::draw::{Drawn, child, draw};
use super::edited_cell::{EditedCell, Start};
use super::marks::marks;

/// From more rows than these on, the grid fills the screen.
const MANY: usize = 16;

/// Height of a row under a finger, in pixels.
const ROW: i32 = 48;

/// The grid of one page. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    /// The app.
    pub(super) app: App,
    /// The open visit.
    pub(super) session: Session,
    /// Which of its tables.
    pub(super) id: StoredValue<TableId>,
    /// The box that scrolls.
    pub(super) root: NodeRef<Div>,
    /// The rows below the heading.
    pub(super) body: NodeRef<Div>,
    /// The cell that is being edited.
    pub(super) editing: StoredValue<Option<EditedCell>, LocalStorage>,
    /// What is typed into it, until it is taken.
    pub(super) open_cell: OpenCell,
    /// Whether the active cell had the focus when the mouse came down on it.
    pub(super) was_active: StoredValue<bool>,
    /// What does not agree in the table by itself.
    pub(super) found: RwSignal<Arc<Vec<Discrepancy>>>,
    /// Whether anything in the table was held against anything.
    pub(super) is_compared: RwSignal<bool>,
    /// What of the last paste was not taken.
    pub(super) laid: RwSignal<Option<Laid>>,
    cursor: RwSignal<Place>,
    drawn: StoredValue<Option<Drawn>, LocalStorage>,
    /// How many rows are in sight at once. It is looked up when the window changes: at a key it would cost a layout.
    page: StoredValue<usize>,
    /// The element of the active cell, as it was last marked.
    marked: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// Whether the keys belong to the grid.
    has_focus: StoredValue<bool>,
}

/// Over how many frames the active cell is brought into sight. Rows that come into sight by it may move it twice.
const SCROLL_FRAMES: u8 = 4;

impl Sheet {
    /// A grid whose cursor is on its first figure.
    pub(super) fn new(session: Session, id: TableId) -> Self {
        let app = App::get();
        let open_cell = OpenCell::new(app, session, &format!("table/{id}"));
        let sheet = Self {
            app,
            session,
            open_cell,
            id: StoredValue::new(id),
            root: NodeRef::new(),
            body: NodeRef::new(),
            editing: StoredValue::new_local(None),
            was_active: StoredValue::new(false),
            found: RwSignal::default(),
            is_compared: RwSignal::new(false),
            laid: RwSignal::new(None),
            cursor: RwSignal::new(Place { row: 0, column: NAMED }),
            drawn: StoredValue::new_local(None),
            page: StoredValue::new(10),
            marked: StoredValue::new_local(None),
            has_focus: StoredValue::new(false),
        };
        Effect::new(move || sheet.follow());
        open_cell.reopen_with(move |found| sheet.reopen(found));
        sheet
    }

    /// Shows the table as it now is: only cells that say something else are touched.
    fn follow(self) {
        let (lang, Some(body)) = (self.app.lang(), self.body.get()) else { return };
        let id = self.id.get_value();
        let table = self.session.figures(|figures| figures.tables.get(&id).map(|held| held.value.clone()));
        let Some(table) = table else { return };
        let audit = audit_table(&id, &table);
        let (found, is_compared) = (audit.discrepancies, audit.compared > 0);
        let marks = marks(&table, &found, lang);
        if let Some(root) = self.root() {
            set(&root, "data-long", (table.rows.len() > MANY).then_some(""));
        }
        let had_focus = self.field_has_focus();
        let before = self.drawn.try_update_value(Option::take).flatten();
        let now = draw(&body, before, table, marks, lang);
        self.drawn.set_value(Some(now));
        if self.found.with_untracked(|held| **held != found) {
            self.found.set(Arc::new(found));
        }
        if self.is_compared.get_untracked() != is_compared {
            self.is_compared.set(is_compared);
        }
        self.take_up_editor(had_focus);
        let place = self.place();
        let within = place.within(self.size());
        if within != place {
            self.cursor.set(within);
        }
        self.mark();
    }

    /// The table as it is shown.
    pub(super) fn table<T>(self, read: impl FnOnce(&StatTable) -> T) -> Option<T> {
        self.drawn.try_with_value(|drawn| drawn.as_ref().map(|drawn| read(&drawn.table))).flatten()
    }

    /// Changes a copy of the table and puts it into the visit. Nothing is put where nothing changed.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut StatTable) -> T) -> Option<T> {
        let (before, mut table) = (self.table(StatTable::clone)?, self.table(StatTable::clone)?);
        let said = change(&mut table);
        if before != table {
            self.put(table);
        }
        Some(said)
    }

    /// Puts another table in the place of this one: what differs from the one that is held.
    pub(super) fn put(self, table: StatTable) {
        let id = self.id.get_value();
        let parts = untrack(|| self.session.figures(|figures| table_parts(&figures.tables.get(&id)?.value, &table)));
        self.session.change_figures(match parts {
            Some(parts) => FiguresEdit::TableParts { table: id, parts },
            None => FiguresEdit::Tables { put: vec![Put { id, value: Some(table) }] },
        });
    }

    /// As [`Self::put`], for what is being typed.
    pub(super) fn put_soon(self, table: StatTable) {
        let id = self.id.get_value();
        let put = vec![Put { id: id.clone(), value: Some(table) }];
        self.session.table_typed(&id, FiguresEdit::Tables { put });
    }

    /// How large the grid is, STT and names counted.
    pub(super) fn size(self) -> Size {
        let size = self.table(|table| (table.rows.len(), table.form.columns.len() + NAMED));
        let (rows, columns) = size.unwrap_or((0, NAMED));
        Size { rows, columns, page: self.page.get_value() }
    }

    /// Looks how many rows are in sight below the heading, whose height this is in pixels.
    pub(super) fn look(self, head: i32) {
        let room = self.root().map_or(600, |root| root.client_height() - head);
        self.page.set_value(usize::try_from(room / ROW).unwrap_or(1).max(1));
    }

    /// The active cell; reactive.
    pub(super) fn active(self) -> Place {
        self.cursor.get()
    }

    /// The active cell.
    pub(super) fn place(self) -> Place {
        self.cursor.get_untracked()
    }

    /// What does not agree at the active cell; reactive.
    pub(super) fn found_here(self) -> Vec<Discrepancy> {
        let (place, found) = (self.active(), self.found.get());
        let keys = self.table(|table| {
            let column = place.column.checked_sub(NAMED).and_then(|column| table.form.columns.get(column));
            Some((table.rows.get(place.row)?.key.clone(), column.map(|column| column.key.clone())))
        });
        let Some((key, of)) = keys.flatten() else { return Vec::new() };
        let here = |found: &&Discrepancy| match &found.place {
            At::Cell { row, column, .. } => *row == key && of.as_ref() == Some(column),
            At::Row { row, .. } => *row == key && of.is_none(),
            _ => false,
        };
        found.iter().filter(here).cloned().collect()
    }

    /// The next cell in reading order, after the active one, at which something does not agree.
    pub(super) fn next_wrong(self) -> Option<Place> {
        let now = self.place();
        let places: Option<Vec<Place>> = self.table(|table| {
            let place = |found: &Discrepancy| match &found.place {
                At::Cell { row, column, .. } => {
                    Some(Place { row: table.row(row)?, column: table.form.column(column)? + NAMED })
                }
                _ => None,
            };
            self.found.with_untracked(|found| found.iter().filter_map(place).collect())
        });
        let mut places = places?;
        places.sort_by_key(|place| (place.row, place.column));
        let after = |place: &&Place| (place.row, place.column) > (now.row, now.column);
        places.iter().find(after).or(places.first()).copied()
    }

    /// The box, as long as it is on the page.
    pub(super) fn root(self) -> Option<web_sys::HtmlDivElement> {
        self.root.try_get_untracked().flatten()
    }

    /// Which row an element is.
    pub(super) fn drawn_row(self, element: &web_sys::Element) -> Option<usize> {
        let is_it = |row: &HtmlElement| row.is_same_node(Some(element));
        self.drawn.try_with_value(|drawn| drawn.as_ref()?.rows.iter().position(is_it)).flatten()
    }

    /// The element of a cell.
    pub(super) fn cell_at(self, place: Place) -> Option<HtmlElement> {
        let row = self.drawn.try_with_value(|drawn| drawn.as_ref()?.rows.get(place.row).cloned()).flatten()?;
        child(&row, place.column)
    }

    /// Makes a cell the active one and brings it into sight.
    pub(super) fn go(self, place: Place) {
        if self.place() != place {
            self.cursor.set(place);
        }
        self.mark();
        self.scroll_for(SCROLL_FRAMES);
    }

    /// Scrolls to the active cell with each of the next frames: the layout that this needs is the one that is painted, and
    /// rows that come into sight get the height that they have only then.
    fn scroll_for(self, frames: u8) {
        request_animation_frame(move || {
            self.scroll_to_cell();
            if frames > 1 {
                self.scroll_for(frames - 1);
            }
        });
    }

    fn scroll_to_cell(self) {
        if let Some(cell) = self.cursor.try_get_untracked().and_then(|place| self.cell_at(place)) {
            bring_into_sight(&cell);
        }
    }

    /// As [`Self::go`], and edits the cell.
    pub(super) fn go_and_edit(self, place: Place) {
        self.has_focus.set_value(true);
        self.go(place);
        self.begin(Start::WithText);
    }

    /// After rows came: goes to a cell once it is drawn, and edits it.
    pub(super) fn edit_soon(self, place: Place) {
        request_animation_frame(move || {
            if !self.session.is_closed() && self.root().is_some() {
                self.go_and_edit(place.within(self.size()));
            }
        });
    }

    /// Marks the active cell, and moves the focus to it if the keys belong to the grid.
    fn mark(self) {
        let (Some(root), Some(cell)) = (self.root(), self.cell_at(self.place())) else { return };
        activate(&cell, |cell| self.marked.try_update_value(|marked| marked.replace(cell)).flatten());
        if self.has_focus.get_value() && !self.is_editing() && may_move_focus(&root) {
            focus_quietly(&cell);
        }
    }

    /// The keys belong to the grid from now on, or no more.
    pub(super) fn set_focus(self, has_focus: bool) {
        self.has_focus.try_update_value(|held| *held = has_focus);
    }

    /// Whether the keys belong to the grid.
    pub(super) fn has_focus(self) -> bool {
        self.has_focus.get_value()
    }
}
