//! Workbooks of spreadsheets (XLSX, ECMA-376 part 1) made into sheets: each cell by what the workbook says it is and how
//! it shows it, formulas by the value that was stored with them. Hidden rows and columns are read and marked; hidden
//! sheets, charts and macros are left out.
//!
//! A workbook comes from outside and is not trusted: it may be cut off, encrypted, no workbook at all, made to unpack to
//! more than a device can hold, or hold references that no spreadsheet has. Each of these is one [`OpenError`].

use super::protocol::{OpenError, WorkbookError};
use super::sheet::{Merged, Sheet};

use archive::Archive;
use book::Book;
use cells::Cells;
use grid::Grid;

mod archive;
mod book;
mod cells;
mod grid;
mod moment;
mod xml;

pub use archive::{flat, looks_like_one};

/// The most bytes that the text of a workbook may unpack to. The largest table that the other limits allow has less.
const MAX_UNPACKED_BYTES: u64 = 400_000_000;

/// The sheets of a workbook in its order, those that are hidden left out. `on_progress` hears now and then which share
/// of it, from 0 to 1, has been read. Fails with the reason why nothing of it is taken.
pub fn sheets(bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Result<Vec<Sheet>, OpenError> {
    let mut archive = Archive::open(bytes).map_err(OpenError::Workbook)?;
    let book = Book::read(&mut archive).map_err(OpenError::Workbook)?;
    if book.sheets.is_empty() {
        return Err(OpenError::Workbook(WorkbookError::NoSheet));
    }
    let mut found = Vec::new();
    let mut grid = Grid::default();
    for (index, (name, part)) in book.sheets.iter().enumerate() {
        let mut within = |share: f64| on_progress((index as f64 + share) / book.sheets.len() as f64);
        within(0.0);
        let xml = archive.xml(part).map_err(OpenError::Workbook)?;
        let xml = xml.ok_or(OpenError::Workbook(WorkbookError::Broken))?;
        let cells = Cells::read(xml, &book, &mut grid, &mut within)?;
        let Cells { merged, hidden_rows, hidden_columns } = cells;
        let merged = merged.into_iter().map(|(from, to)| Merged { from, to }).collect();
        let (rows, left_out) = grid.take();
        let from_1904 = book.from_1904;
        found.push(Sheet { name: name.clone(), rows, merged, hidden_rows, hidden_columns, from_1904, left_out });
    }
    on_progress(1.0);
    Ok(found)
}

#[cfg(test)]
mod tests;
