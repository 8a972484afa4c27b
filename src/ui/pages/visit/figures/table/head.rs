//! The heading of a table over several lines: what stands over several columns is written once.

use crate::domain::figures::Form;
use crate::words::Lang;

/// A cell of the heading. Lines and columns count from 0; columns are those of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its words.
    pub(super) text: String,
    /// Its first line.
    pub(super) line: usize,
    /// Over how many lines it stands.
    pub(super) lines: usize,
    /// Its first column.
    pub(super) column: usize,
    /// Over how many columns it stands.
    pub(super) columns: usize,
}

/// How many lines the heading has, that of the numbers left out; never none.
pub(super) fn lines(form: &Form) -> usize {
    form.columns.iter().map(|column| column.heading.len()).max().unwrap_or(1).max(1)
}

/// The cells of the heading, line by line.
pub(super) fn headings(form: &Form, lang: Lang) -> Vec<Heading> {
    let all = lines(form);
    let mut found = Vec::new();
    for line in 0..all {
        let mut column = 0;
        while let Some(described) = form.columns.get(column) {
            let (depth, first) = (described.heading.len().max(1), column);
            column += 1;
            if line >= depth {
                continue;
            }
            let is_last = line + 1 == depth;
            // What is said of several columns at once; a column's own words stand over it alone.
            while !is_last
                && form.columns.get(column).is_some_and(|next| {
                    next.heading.len() > line + 1 && next.heading.get(..=line) == described.heading.get(..=line)
                })
            {
                column += 1;
            }
            let text = described.heading.get(line).map(|part| part.get(lang).to_owned()).unwrap_or_default();
            let lines = if is_last { all - line } else { 1 };
            found.push(Heading { text, line, lines, column: first, columns: column - first });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::{Column, Measure, Rows};
    use crate::domain::fixture::figures::{both, form, line};

    use super::*;

    #[test]
    fn words_over_several_columns_stand_once_and_short_headings_reach_down() {
        let column = |key: &str, heading: &[&str]| Column {
            key: line(key),
            heading: heading.iter().map(|part| both(part)).collect(),
            measure: Measure::Percent {},
        };
        let columns = vec![
            column("a", &["Tiếp nhận", "Tổng"]),
            column("b", &["Tiếp nhận", "Trong kỳ", "Trực tuyến"]),
            column("c", &["Tiếp nhận", "Trong kỳ", "Trực tiếp"]),
            column("d", &["Ghi chú"]),
        ];
        let found = headings(&form(Rows::Units {}, columns, Vec::new()), Lang::Vi);
        let places: Vec<_> =
            found.iter().map(|cell| (cell.text.as_str(), cell.line, cell.lines, cell.column, cell.columns)).collect();
        let expected = [
            ("Tiếp nhận", 0, 1, 0, 3),
            ("Ghi chú", 0, 3, 3, 1),
            ("Tổng", 1, 2, 0, 1),
            ("Trong kỳ", 1, 1, 1, 2),
            ("Trực tuyến", 2, 1, 1, 1),
            ("Trực tiếp", 2, 1, 2, 1),
        ];
        assert_eq!(places, expected);
    }
}
