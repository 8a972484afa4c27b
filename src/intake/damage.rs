//! What came along with a text or was lost on its way: control characters, letters that nobody sees as such, the accents
//! that a save turned into question marks.

use std::borrow::Cow;

use crate::words::damage::{letters_lost, without_controls};
use crate::words::inert;

use super::protocol::{OpenError, OpenNote};
use super::sheet::SheetCell;

/// Among how many first rows a heading is looked for.
const SEARCHED: usize = 40;

/// Whether a text holds control characters that are no line's end and no tab.
pub(super) fn has_controls(text: &str) -> bool {
    text.chars().any(is_foreign)
}

fn is_foreign(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// The text of a cell as it was meant: without control characters, and without what keeps a spreadsheet from running it: an
/// apostrophe before a sign, or `="…"` around a code.
pub(super) fn meant(text: &str) -> Cow<'_, str> {
    let Cow::Borrowed(text) = without_controls(text) else {
        return Cow::Owned(meant(&without_controls(text)).into_owned());
    };
    let text = text.trim();
    match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) if !inside.contains('"') => Cow::Borrowed(inside.trim()),
        _ => inert::undo(text),
    }
}

/// Refuses a table whose heading lost its accented letters in saving; notes where cells did.
pub(super) fn check_letters(rows: &[Vec<SheetCell>]) -> Result<Option<OpenNote>, OpenError> {
    let lost = |cell: &SheetCell| matches!(cell, SheetCell::Text(text) if letters_lost(text));
    let has_digit = |cell: &SheetCell| matches!(cell, SheetCell::Text(text) if text.contains(|letter: char| letter.is_ascii_digit()));
    // Within a heading no question stands.
    let asks = |cell: &SheetCell| matches!(cell, SheetCell::Text(text) if text.trim_end_matches('?').contains('?'));
    let is_heading = |row: &Vec<SheetCell>| {
        let hurt = row.iter().filter(|cell| lost(cell) || asks(cell)).count();
        hurt >= 2 && row.iter().any(lost) && !row.iter().any(has_digit)
    };
    if rows.iter().take(SEARCHED).any(is_heading) {
        return Err(OpenError::LettersLost);
    }
    let cells =
        rows.iter().enumerate().flat_map(|(line, row)| row.iter().enumerate().map(move |(at, cell)| (line, at, cell)));
    let first = cells.into_iter().find(|(.., cell)| lost(cell));
    Ok(first.map(|(line, column, _)| OpenNote::LettersLost { line: line + 1, column }))
}
