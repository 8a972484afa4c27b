//! Where something stands in a table, the way a spreadsheet names it.

use crate::words::Lang;

use super::Target;

/// The letters of a column, from 0: A, B, …, Z, AA.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        let letter = u8::try_from(left % 26).map_or('A', |place| char::from(b'A' + place));
        letters.push(letter);
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.into_iter().rev().collect()
}

/// A place in words: `Dòng 12, cột D (Ngày nhận)`.
pub fn place(line: usize, column: Option<usize>, target: Option<Target>, lang: Lang) -> String {
    let label = target.map(|target| target.label().get(lang));
    let (row, col) = match lang {
        Lang::Vi => ("Dòng", "cột"),
        Lang::En => ("Line", "column"),
    };
    match (column, label) {
        (Some(column), Some(label)) => format!("{row} {line}, {col} {} ({label})", column_letters(column)),
        (Some(column), None) => format!("{row} {line}, {col} {}", column_letters(column)),
        (None, Some(label)) => format!("{row} {line}, {label}"),
        (None, None) => format!("{row} {line}"),
    }
}
