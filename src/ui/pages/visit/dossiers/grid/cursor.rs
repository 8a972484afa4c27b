//! The cursor of the grid: which cell is active, what of the grid is in sight, and how the two are kept together.

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{HtmlDivElement, HtmlElement, Node};

use crate::domain::dossier::Dossier;
use crate::domain::id::DossierId;
use crate::state::{App, Session};
use crate::ui::pages::visit::dom::{activate, first, focus_quietly, may_move_focus};
use crate::ui::pages::visit::moves::{Place, Size};
use crate::ui::pages::visit::open_cell::OpenCell;

use super::super::sieve::Sieve;
use super::super::window::window;
use super::column::Column;
use super::edited_cell::{EditedCell, Start};
use super::row_template::row_template;

/// Height of a row in pixels; the style sheet draws rows of just this height.
pub(super) const ROW: f64 = 44.0;

/// Height of the heading in pixels; the same in the style sheet.
const HEAD: f64 = 56.0;

/// How many columns stay at the left when the others are scrolled.
const STILL: usize = 2;

/// What of the grid is in sight, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sight {
    /// How far the rows are scrolled down.
    top: f64,
    /// How far to the right.
    left: f64,
    /// Width of what is in sight.
    width: f64,
    /// Height of what is in sight below the heading.
    height: f64,
}

/// The grid of one page. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    /// The app.
    pub(super) app: App,
    /// The open visit.
    pub(super) session: Session,
    /// Which of its dossiers.
    pub(super) sieve: Sieve,
    /// The box that scrolls.
    pub(super) root: NodeRef<Div>,
    /// The cell that is being edited.
    pub(super) editing: StoredValue<Option<EditedCell>, LocalStorage>,
    /// What is typed into it, until it is taken.
    pub(super) open_cell: OpenCell,
    /// Whether the active cell had the focus when the mouse came down on it.
    pub(super) was_active: StoredValue<bool>,
    /// What rows are copied from.
    pub(super) row_template: StoredValue<Option<Node>, LocalStorage>,
    /// The element of the active cell, as it was last marked.
    marked: StoredValue<Option<HtmlElement>, LocalStorage>,
    cursor: RwSignal<Place>,
    sight: RwSignal<Sight>,
    /// The dossier that the cursor is on.
    under: StoredValue<Option<DossierId>>,
    /// Whether the keys belong to the grid.
    has_focus: StoredValue<bool>,
    /// How the active cell is to be edited once it is drawn.
    then_edit: StoredValue<Option<Start>>,
}

impl Grid {
    /// A grid whose cursor is on its first code.
    pub(super) fn new(session: Session, sieve: Sieve) -> Self {
        let column = Column::ALL.iter().position(|column| *column == Column::Code).unwrap_or_default();
        let app = App::get();
        let open_cell = OpenCell::new(app, session, "dossiers");
        let grid = Self {
            app,
            session,
            open_cell,
            sieve,
            root: NodeRef::new(),
            editing: StoredValue::new_local(None),
            was_active: StoredValue::new(false),
            row_template: StoredValue::new_local(row_template()),
            marked: StoredValue::new_local(None),
            cursor: RwSignal::new(Place { row: 0, column }),
            sight: RwSignal::new(Sight { top: 0.0, left: 0.0, width: 1_000.0, height: 600.0 }),
            under: StoredValue::new(None),
            has_focus: StoredValue::new(false),
            then_edit: StoredValue::new(None),
        };
        Effect::new(move || grid.stay_on_dossier());
        open_cell.reopen_with(move |found| grid.reopen(found));
        grid
    }

    /// The rows to draw: those in sight, and that of the cursor, so that the focus is never lost by scrolling.
    pub(super) fn rows(self) -> Memo<Vec<(usize, DossierId)>> {
        let range = Memo::new(move |_| {
            let Sight { top, height, .. } = self.sight.get();
            window(top, height, ROW, self.sieve.shown.with(Vec::len))
        });
        let rows = Memo::new(move |_| {
            let (range, row) = (range.get(), self.cursor.get().row);
            let before = (row < range.start).then_some(row);
            let after = (row >= range.end).then_some(row);
            self.sieve.shown.with(|shown| {
                let at = |row: usize| Some((row, shown.get(row)?.clone()));
                before.into_iter().chain(range).chain(after).filter_map(at).collect()
            })
        });
        Effect::new(move || {
            rows.track();
            self.cursor.track();
            request_animation_frame(move || self.settle());
        });
        rows
    }

    /// When other dossiers are shown, the cursor stays on its own, or else in its row.
    fn stay_on_dossier(self) {
        let place = self.cursor.get_untracked();
        let (row, rows) = self.sieve.shown.with(|shown| {
            let moved = self.under.with_value(|under| {
                let under = under.as_ref().filter(|under| shown.get(place.row) != Some(*under))?;
                shown.iter().position(|id| id == under)
            });
            (moved.unwrap_or(place.row), shown.len())
        });
        let now = Place { row, ..place }.within(Size { rows, columns: Column::ALL.len(), page: 1 });
        if now != place {
            self.cursor.set(now);
        }
    }

    /// How large the grid is.
    pub(super) fn size(self) -> Size {
        let page = (self.sight.get_untracked().height / ROW).max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few rows fit on a screen")]
        let page = page as usize;
        Size { rows: self.sieve.shown.with_untracked(Vec::len), columns: Column::ALL.len(), page }
    }

    /// The active cell.
    pub(super) fn place(self) -> Place {
        self.cursor.get_untracked()
    }

    /// The column of the active cell.
    pub(super) fn column(self) -> Option<Column> {
        Column::ALL.get(self.place().column).copied()
    }

    /// The dossier of the active cell.
    pub(super) fn dossier(self) -> Option<(DossierId, Dossier)> {
        let id = self.sieve.shown.with_untracked(|shown| shown.get(self.place().row).cloned())?;
        let (dossier, _) = untrack(|| self.session.dossier(&id))?;
        Some((id, dossier))
    }

    /// The box, as long as it is on the page.
    pub(super) fn root(self) -> Option<HtmlDivElement> {
        self.root.try_get_untracked().flatten()
    }

    /// The element of the active cell, if it is drawn.
    pub(super) fn cell(self) -> Option<HtmlElement> {
        let (place, column) = (self.place(), self.column()?);
        first(&*self.root()?, &format!("[aria-rowindex='{}'] > [data-column={}]", place.row + 2, column.key()))
    }

    /// Makes a cell the active one and brings it into sight.
    pub(super) fn go(self, place: Place) {
        self.under.set_value(self.sieve.shown.with_untracked(|shown| shown.get(place.row).cloned()));
        if self.place() != place {
            self.cursor.set(place);
        }
        self.bring_into_sight(place);
        // A row that is not drawn yet takes the focus when it is; until then the box holds the keys.
        if !self.mark()
            && let Some(root) = self.root()
        {
            focus_quietly(&root);
        }
    }

    /// As [`Self::go`], and edits the cell once it is drawn.
    pub(super) fn go_and_edit(self, place: Place) {
        self.go_and_begin(place, Start::WithText);
    }

    fn go_and_begin(self, place: Place, start: Start) {
        self.has_focus.set_value(true);
        self.then_edit.set_value(Some(start));
        self.go(place);
        request_animation_frame(move || self.settle());
    }

    /// Edits the cell again that was left open with this text, or ends editing where that was discarded. A dossier that is
    /// not shown stays as it is.
    fn reopen(self, found: Option<[String; 3]>) {
        let Some([id, column, text]) = found else { return self.end() };
        let row = self.sieve.shown.with_untracked(|shown| shown.iter().position(|one| one.as_str() == id));
        let column = Column::ALL.iter().position(|one| one.key() == column);
        if let (Some(row), Some(column)) = (row, column)
            && !self.is_editing()
        {
            self.go_and_begin(Place { row, column }, Start::With(text));
        }
    }

    fn bring_into_sight(self, place: Place) {
        let Some(root) = self.root() else { return };
        let Sight { top, left, width, height } = self.sight.get_untracked();
        let within = |from: f64, size: f64, begin: f64, room: f64| {
            if from < begin { from } else { begin.max(from + size - room) }
        };
        let new_top = within(place.row as f64 * ROW, ROW, top, height);
        let widths = Column::ALL.map(|column| f64::from(column.width()));
        let sum = |columns: usize| widths.iter().take(columns).sum::<f64>();
        let still = sum(STILL);
        let own = widths.get(place.column).copied().unwrap_or_default();
        let new_left = if place.column == 0 {
            0.0
        } else if place.column < STILL {
            left
        } else {
            within(sum(place.column) - still, own, left, width - still)
        };
        #[expect(clippy::cast_possible_truncation, reason = "rows of a page fit")]
        let [new_top, new_left] = [new_top, new_left].map(|pixels| pixels as i32);
        if (f64::from(new_top) - top).abs() >= 1.0 {
            root.set_scroll_top(new_top);
        }
        if (f64::from(new_left) - left).abs() >= 1.0 {
            root.set_scroll_left(new_left);
        }
        self.look();
    }

    /// Looks what is in sight.
    pub(super) fn look(self) {
        let Some(root) = self.root() else { return };
        let now = Sight {
            top: f64::from(root.scroll_top()),
            left: f64::from(root.scroll_left()),
            width: f64::from(root.client_width()),
            height: (f64::from(root.client_height()) - HEAD).max(ROW),
        };
        if self.sight.try_get_untracked().is_some_and(|before| before != now) {
            self.sight.set(now);
        }
    }

    /// After rows were drawn: shows the cursor on them again.
    fn settle(self) {
        if self.root().is_none() {
            return;
        }
        self.look();
        if let Some(start) = self.take_lost_editor() {
            self.then_edit.set_value(Some(start));
        }
        if self.mark()
            && let Some(start) = self.then_edit.try_update_value(Option::take).flatten()
        {
            self.begin(start);
        }
    }

    /// Marks the active cell, and moves the focus to it if the keys belong to the grid. Whether it is drawn.
    fn mark(self) -> bool {
        let (Some(root), Some(cell)) = (self.root(), self.cell()) else { return false };
        activate(&cell, |cell| self.marked.try_update_value(|marked| marked.replace(cell)).flatten());
        if self.has_focus.get_value() && !self.is_editing() && may_move_focus(&root) {
            focus_quietly(&cell);
        }
        true
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
