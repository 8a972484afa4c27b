//! Cells of a text by the mark between them, quotation marks and line ends: the one reader of them, for files and for what
//! is pasted.

use crate::words::damage::without_controls;

use super::protocol::OpenError;

/// Takes the cells of a text as they come.
pub(super) trait Cells {
    /// The next cell of the row.
    fn cell(&mut self, cell: &str) -> Result<(), OpenError>;
    /// The row is over.
    fn end_row(&mut self);
}

/// Hands over each cell. The line on which a quotation mark opens that is never closed.
pub(super) fn each_cell(text: &str, mark: u8, quotes: bool, all: &mut impl Cells) -> Result<Option<usize>, OpenError> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut line = 1;
    let mut unclosed = None;
    while at < bytes.len() {
        let mut cell = String::new();
        if quotes && bytes.get(at) == Some(&b'"') {
            let opened = line;
            at += 1;
            loop {
                let rest = bytes.get(at..).unwrap_or_default();
                let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                    unclosed = unclosed.or(Some(opened));
                    cell.push_str(text.get(at..).unwrap_or_default());
                    at = bytes.len();
                    break;
                };
                let part = text.get(at..at + length).unwrap_or_default();
                line += part.matches('\n').count();
                cell.push_str(part);
                at += length + 1;
                if bytes.get(at) != Some(&b'"') {
                    break;
                }
                cell.push('"');
                at += 1;
            }
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let ends = |byte: &u8| *byte == mark || *byte == b'\n' || *byte == b'\r';
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        cell.push_str(text.get(at..at + length).unwrap_or_default());
        at += length;
        all.cell(&cell)?;
        match bytes.get(at) {
            Some(byte) if *byte == mark => {
                at += 1;
                // A mark at the very end still opens a cell, which is empty and would be left out.
            }
            Some(byte) => {
                at += if *byte == b'\r' && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 };
                line += 1;
                all.end_row();
            }
            None => {}
        }
    }
    all.end_row();
    Ok(unclosed)
}

/// The cells of what a spreadsheet or a table of a text document puts on the clipboard: rows by lines, tabs between cells.
/// Lines within a cell become blanks.
pub fn tabbed(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut quoted = Plain::default();
    // No limit holds here, so that it cannot fail.
    let unclosed = each_cell(text, b'\t', true, &mut quoted).ok().flatten();
    if unclosed.is_none() {
        return quoted.rows;
    }
    let mut plain = Plain::default();
    let _nothing_opens = each_cell(text, b'\t', false, &mut plain);
    plain.rows
}

/// Rows as they come, whole.
#[derive(Default)]
struct Plain {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

impl Cells for Plain {
    fn cell(&mut self, cell: &str) -> Result<(), OpenError> {
        self.row.push(without_controls(cell).replace("\r\n", " ").replace(['\n', '\r'], " "));
        Ok(())
    }

    fn end_row(&mut self) {
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}
