//! What a table of figures must satisfy, whichever edit brings it.

use crate::domain::figures::form::{MAX_CELLS, MAX_ROWS};
use crate::domain::figures::{Cell, Measure, Period, Row, StatTable};

use super::EditError;
use super::keyed::key_twice;
use super::limits::{check_date, check_text};

/// The deepest row of a table.
pub const MAX_DEPTH: u8 = 9;

/// Whether a table can be held: a form that holds together, rows with keys of their own and a cell for each column.
/// Figures that do not agree are for the audit and keep nobody from entering them.
pub fn check_table(table: &StatTable) -> Result<(), EditError> {
    if table.form.fault().is_some() {
        return Err(EditError::BadForm(table.form.id.to_string()));
    }
    if table.rows.len() > MAX_ROWS {
        return Err(EditError::TooMany(MAX_ROWS));
    }
    if table.rows.len() * table.form.columns.len() > MAX_CELLS {
        return Err(EditError::TooMany(MAX_CELLS));
    }
    if let Some(twice) = key_twice(&table.rows) {
        return Err(EditError::UnknownLine(twice.to_string()));
    }
    table.rows.iter().try_for_each(|row| check_row(table, row))?;
    check_period(&table.period)?;
    table.texts().try_for_each(check_text)
}

/// Whether a period can be held.
pub(super) fn check_period(period: &Period) -> Result<(), EditError> {
    [period.from, period.to].into_iter().flatten().try_for_each(check_date)?;
    check_text(&period.name)
}

/// Whether a row fits a table.
pub(super) fn check_row(table: &StatTable, row: &Row) -> Result<(), EditError> {
    if row.depth > MAX_DEPTH || row.cells.len() != table.form.columns.len() {
        return Err(EditError::UnknownLine(row.key.to_string()));
    }
    let fits = row.cells.iter().zip(&table.form.columns).all(|(cell, column)| fits(cell, &column.measure));
    if fits { Ok(()) } else { Err(EditError::UnknownLine(row.key.to_string())) }
}

/// Whether the text of a cell can be held, if it has one.
pub(super) fn check_cell_text(cell: &Cell) -> Result<(), EditError> {
    match cell {
        Cell::Text(text) | Cell::Unread(text) => check_text(text),
        Cell::Blank | Cell::Figure(_) => Ok(()),
    }
}

/// Whether a column of this measure takes the cell.
pub(super) fn fits(cell: &Cell, measure: &Measure) -> bool {
    match cell {
        Cell::Blank => true,
        Cell::Figure(_) | Cell::Unread(_) => measure.is_figure(),
        Cell::Text(_) => !measure.is_figure(),
    }
}
