//! Text as rows of cells: CSV with `;`, `,`, tab or `|`, and what Excel and Word put on the clipboard.
//!
//! Written by hand and not with the crate csv: that one drops blank lines, so that a row could not be named by the
//! line which a spreadsheet gives it, and says nothing of a quotation mark that is never closed.

use std::borrow::Cow;

use super::damage::{has_controls, meant};
use super::protocol::{MAX_COLUMNS, MAX_ROWS, OpenError};
use super::quoted::{Cells, each_cell};
use super::sheet::SheetCell;

#[cfg(test)]
mod tests;

/// A text as rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cut {
    /// Its rows from the first line on, blank ones too; cells are as they stand, without their quotation marks.
    pub rows: Vec<Vec<SheetCell>>,
    /// How many cells each row has, empty ones too.
    pub widths: Vec<usize>,
    /// Whether tabs stand between the cells.
    pub is_tabbed: bool,
    /// Cells that held control characters: line from 1 and column from 0 of the first, and how many others.
    pub controls: Option<(usize, usize, usize)>,
    /// The line of the text on which a quotation mark opens that is never closed; quotation marks are letters then.
    pub unclosed: Option<usize>,
}

/// The marks that may stand between cells, the likeliest first.
const MARKS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// How much of a text is looked at to find the mark.
const SAMPLE_BYTES: usize = 65_536;

/// A text as rows. The first line may name the mark, as Excel reads it: `sep=;`. Lines end with LF, CRLF or CR.
pub(super) fn cut(text: &str) -> Result<Cut, OpenError> {
    let (named, text) = named_mark(text);
    let mark = named.unwrap_or_else(|| likeliest(text));
    let quoted = rows(text, mark, true)?;
    if quoted.unclosed.is_none() {
        return Ok(quoted);
    }
    let plain = rows(text, mark, false)?;
    Ok(Cut { unclosed: quoted.unclosed, ..plain })
}

fn named_mark(text: &str) -> (Option<u8>, &str) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
    // A spreadsheet that saves the line as data may put further marks behind it.
    let first = first.trim_end_matches([';', ',', '\t', '|', ' ']).trim_matches('"');
    let named = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    let whole = text.get(..end).unwrap_or_default().trim_start_matches('"');
    match named.and_then(|_| whole.as_bytes().get(4)) {
        Some(mark) if mark.is_ascii() && first.len() <= 5 => (Some(*mark), rest),
        _ => (None, text),
    }
}

/// The mark that cuts most rows into the same, and a large, number of cells. A text without any is one column.
fn likeliest(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let mut best = (0, b'\t');
    for mark in MARKS {
        let mut widths = Widths::default();
        if each_cell(sample, mark, true, &mut widths).is_err() {
            continue;
        }
        let mut lengths = widths.0;
        lengths.retain(|length| *length > 1);
        lengths.sort_unstable();
        let most = lengths.chunk_by(|one, other| one == other).map(|same| same.len() * same.len() * same[0]).max();
        if most.unwrap_or(0) > best.0 {
            best = (most.unwrap_or(0), mark);
        }
    }
    best.1
}

/// Cuts a text. Cells and rows at the end that hold nothing are left out.
fn rows(text: &str, mark: u8, quotes: bool) -> Result<Cut, OpenError> {
    let mut all = Rows::default();
    let unclosed = each_cell(text, mark, quotes, &mut all)?;
    Ok(Cut { rows: all.rows, widths: all.widths, is_tabbed: mark == b'\t', controls: all.controls, unclosed })
}

/// How many cells each row has, empty ones too.
#[derive(Default)]
struct Widths(Vec<usize>, usize);

impl Cells for Widths {
    fn cell(&mut self, _cell: &str) -> Result<(), OpenError> {
        self.1 += 1;
        Ok(())
    }

    fn end_row(&mut self) {
        self.0.push(std::mem::take(&mut self.1));
    }
}

/// Rows as they grow: blanks are kept back until something follows them.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<SheetCell>>,
    widths: Vec<usize>,
    row: Vec<SheetCell>,
    width: usize,
    blank_cells: usize,
    blank_rows: usize,
    controls: Option<(usize, usize, usize)>,
}

impl Cells for Rows {
    fn cell(&mut self, cell: &str) -> Result<(), OpenError> {
        let whole = cell;
        let cell = meant(whole);
        self.width += 1;
        if matches!(cell, Cow::Owned(_)) && has_controls(whole) {
            let place = (self.rows.len() + self.blank_rows + 1, self.width - 1);
            let (line, column, more) =
                self.controls.map_or((place.0, place.1, 0), |(line, at, more)| (line, at, more + 1));
            self.controls = Some((line, column, more));
        }
        if cell.is_empty() {
            self.blank_cells += 1;
            return Ok(());
        }
        if self.row.len() + self.blank_cells >= MAX_COLUMNS {
            return Err(OpenError::TooManyColumns);
        }
        if self.rows.len() + self.blank_rows >= MAX_ROWS {
            return Err(OpenError::TooManyRows);
        }
        self.row.extend(std::iter::repeat_n(SheetCell::Empty, std::mem::take(&mut self.blank_cells)));
        self.row.push(SheetCell::Text(cell.into_owned()));
        Ok(())
    }

    fn end_row(&mut self) {
        self.blank_cells = 0;
        let width = std::mem::take(&mut self.width);
        if self.row.is_empty() {
            self.blank_rows += 1;
            return;
        }
        self.rows.extend(std::iter::repeat_n(Vec::new(), std::mem::take(&mut self.blank_rows)));
        self.rows.push(std::mem::take(&mut self.row));
        self.widths.resize(self.rows.len() - 1, 0);
        self.widths.push(width);
    }
}
