//! The rows of a sheet as they fill, within the limits.

use crate::intake::protocol::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, OpenError, WorkbookError};
use crate::intake::sheet::{LeftOut, SheetCell};

/// The most cells far from the table that are left out with a remark. More are a table of their own.
const MOST_LEFT_OUT: usize = 200;

/// The most bytes of text that the cells of a workbook may hold together: cells share their texts in the file.
const MAX_TEXT_BYTES: usize = 400_000_000;

/// The rows of one sheet, and what is left of the limits of the whole workbook.
pub struct Grid {
    rows: Vec<Vec<SheetCell>>,
    left_out: Option<LeftOut>,
    cells_left: usize,
    text_left: usize,
}

impl Default for Grid {
    fn default() -> Self {
        Self { rows: Vec::new(), left_out: None, cells_left: MAX_CELLS, text_left: MAX_TEXT_BYTES }
    }
}

impl Grid {
    #[cfg(test)]
    pub fn with_cells(cells_left: usize) -> Self {
        Self { cells_left, ..Self::default() }
    }

    /// Puts a cell in its place. Cells beyond the limits are left out where the table does not reach that far, as is a
    /// note far to the right; else the sheet is refused.
    pub fn put(&mut self, row: usize, column: usize, value: SheetCell) -> Result<(), OpenError> {
        if row >= MAX_ROWS || column >= MAX_COLUMNS {
            return self.leave_out(row, column);
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        let more = (column + 1).saturating_sub(cells.len());
        let Some(left) = self.cells_left.checked_sub(more) else {
            return Err(OpenError::TooManyCells);
        };
        self.cells_left = left;
        if let SheetCell::Text(text) | SheetCell::Error(text) | SheetCell::Formula(text) = &value {
            let left = self.text_left.checked_sub(text.len());
            self.text_left = left.ok_or(OpenError::Workbook(WorkbookError::Unpacks))?;
        }
        if more > 0 {
            cells.resize_with(column + 1, SheetCell::default);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = value;
        }
        Ok(())
    }

    fn leave_out(&mut self, row: usize, column: usize) -> Result<(), OpenError> {
        let goes_on_right = self.rows.get(row).is_some_and(|cells| cells.len() == MAX_COLUMNS);
        let goes_on_below = row >= MAX_ROWS && self.rows.len() == MAX_ROWS;
        let left_out = self.left_out.get_or_insert(LeftOut { cells: 0, row, column });
        left_out.cells += 1;
        let is_table = left_out.cells > MOST_LEFT_OUT;
        match (row >= MAX_ROWS, goes_on_right || goes_on_below || is_table) {
            (true, true) => Err(OpenError::TooManyRows),
            (false, true) => Err(OpenError::TooManyColumns),
            (_, false) => Ok(()),
        }
    }

    /// The rows so far and what was left out; the next sheet begins with none.
    pub fn take(&mut self) -> (Vec<Vec<SheetCell>>, Option<LeftOut>) {
        (std::mem::take(&mut self.rows), self.left_out.take())
    }
}
