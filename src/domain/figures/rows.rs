//! Rows that come, go and move while a table is entered by hand.

use crate::domain::id::LineKey;
use crate::words::outline::{is_section_number as is_section, is_total};

use super::form::MAX_ROWS;
use super::form::Rows;
use super::table::{Cell, Row, StatTable, row_key};

/// The deepest row.
const MAX_DEPTH: u8 = 9;

/// What row is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewRow {
    /// One after this row and those below it, as deep; within a section the last one of it.
    Next,
    /// The last one of those that add up to this row.
    Below,
    /// A section at the end.
    Section,
    /// The total above all others, which stand deeper from then on.
    Total,
}

impl StatTable {
    /// Whether rows can come and go: not where the form prescribes them.
    pub fn takes_rows(&self) -> bool {
        !matches!(self.form.rows, Rows::Fixed { .. })
    }

    /// The place behind a row and all that stand deeper right below it.
    pub fn end_of(&self, place: usize) -> usize {
        let depth = self.rows.get(place).map_or(0, |row| row.depth);
        let below = self.rows.iter().skip(place + 1).take_while(|row| row.depth > depth).count();
        (place + 1 + below).min(self.rows.len())
    }

    /// Whether the first row is the total of all others.
    fn has_total(&self) -> bool {
        let others = self.rows.get(1..).unwrap_or_default();
        self.rows.first().is_some_and(|first| {
            first.depth == 0 && (is_total(&first.name) || !others.is_empty()) && others.iter().all(|row| row.depth > 0)
        })
    }

    /// Puts a blank row in and says where it stands. None where there is no room for it.
    pub fn add_row(&mut self, at: Option<usize>, new: NewRow) -> Option<usize> {
        if !self.takes_rows() || self.rows.len() >= MAX_ROWS {
            return None;
        }
        let depth_of = |table: &Self, place: usize| table.rows.get(place).map_or(0, |row| row.depth);
        let (place, depth) = match (new, at.filter(|at| *at < self.rows.len())) {
            (NewRow::Total, _) => {
                if self.rows.iter().any(|row| row.depth >= MAX_DEPTH) {
                    return None;
                }
                self.rows.iter_mut().for_each(|row| row.depth += 1);
                (0, 0)
            }
            (NewRow::Section, _) => (self.rows.len(), u8::from(self.has_total())),
            (NewRow::Next | NewRow::Below, None) => (self.rows.len(), 0),
            (NewRow::Below, Some(at)) => (self.end_of(at), (depth_of(self, at) + 1).min(MAX_DEPTH)),
            // Behind the head of a section comes one of its rows.
            (NewRow::Next, Some(at)) if self.end_of(at) > at + 1 => (self.end_of(at), depth_of(self, at + 1)),
            (NewRow::Next, Some(at)) => (at + 1, depth_of(self, at)),
        };
        let row = self.blank_row("", "", depth, place)?;
        self.rows.insert(place, row);
        Some(place)
    }

    /// A blank row with a key that no other has. `place` is where it is about to stand.
    pub fn blank_row(&self, number: &str, name: &str, depth: u8, place: usize) -> Option<Row> {
        let above = self.rows.get(..place).unwrap_or(&self.rows);
        let section = above.iter().rev().find(|row| row.depth < depth && !row.number.trim().is_empty());
        let section = section.map(|row| row.number.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
        // Rows without a number are counted, so that a free key is found at once.
        let counted = format!("r{}", self.rows.len() + 1);
        let printed = if number.chars().any(|letter| letter.is_ascii_alphanumeric()) { number } else { &counted };
        let is_taken = |key: &LineKey| self.rows.iter().any(|row| row.key == *key);
        let key = row_key(printed, section.as_deref().filter(|section| !section.is_empty()), is_taken)?;
        let cells = vec![Cell::Blank; self.form.columns.len()];
        Some(Row { key, number: number.to_owned(), name: name.to_owned(), depth, cells })
    }

    /// How deep a row stands by its printed number and name, after the rows above it: totals above sections, sections above
    /// what is counted.
    pub fn printed_depth(&self, number: &str, name: &str) -> u8 {
        if !self.form.adds_up() {
            return 0;
        }
        let below_total = u8::from(self.rows.first().is_some_and(|row| is_total(&row.name)));
        if is_total(name) && number.trim().is_empty() {
            return 0;
        }
        if is_section(number) {
            return below_total;
        }
        match self.rows.iter().rev().find(|row| is_section(&row.number)) {
            Some(section) => (section.depth + 1).min(MAX_DEPTH),
            None => below_total,
        }
    }

    /// Takes a row out; those below it stay where they are.
    pub fn remove_row(&mut self, place: usize) -> bool {
        let there = self.takes_rows() && place < self.rows.len();
        if there {
            self.rows.remove(place);
        }
        there
    }

    /// Moves a row deeper, or less deep, with those below it. Whether it can be.
    pub fn move_row(&mut self, place: usize, deeper: bool) -> bool {
        let (end, above) = (self.end_of(place), place.checked_sub(1).and_then(|above| self.rows.get(above)));
        let above = above.map(|row| row.depth);
        let Some(rows) = self.rows.get_mut(place..end).filter(|_| !matches!(self.form.rows, Rows::Fixed { .. })) else {
            return false;
        };
        let depth = rows.first().map_or(0, |row| row.depth);
        let fits = if deeper {
            // Nothing stands more than one step below what is above it.
            above.is_some_and(|above| depth <= above) && rows.iter().all(|row| row.depth < MAX_DEPTH)
        } else {
            depth > 0
        };
        if fits {
            rows.iter_mut().for_each(|row| row.depth = if deeper { row.depth + 1 } else { row.depth - 1 });
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::table::Cell;
    use crate::domain::fixture::figures::{counts, form, row, table};

    use super::*;

    fn fields(rows: Vec<Row>) -> StatTable {
        table(form(Rows::Fields {}, vec![counts("a")], Vec::new()), rows)
    }

    fn outline(table: &StatTable) -> Vec<(String, u8)> {
        table.rows.iter().map(|row| (row.key.to_string(), row.depth)).collect()
    }

    fn keys_and_depths(expected: &[(&str, u8)]) -> Vec<(String, u8)> {
        expected.iter().map(|(key, depth)| ((*key).to_owned(), *depth)).collect()
    }

    #[test]
    fn a_row_is_added_where_its_kind_says() {
        let mut table = fields(vec![row("I", "I", 0, &["1"]), row("I.1", "1", 1, &["1"]), row("II", "II", 0, &["1"])]);
        assert_eq!(table.add_row(Some(0), NewRow::Next), Some(2));
        assert_eq!(table.add_row(Some(3), NewRow::Below), Some(4));
        assert_eq!(table.add_row(Some(1), NewRow::Next), Some(2));
        assert_eq!(table.add_row(None, NewRow::Section), Some(6));
        assert_eq!(table.add_row(Some(3), NewRow::Total), Some(0));
        assert_eq!(table.add_row(None, NewRow::Section), Some(8));
        let depths: Vec<u8> = table.rows.iter().map(|row| row.depth).collect();
        assert_eq!(depths, [0, 1, 2, 2, 2, 1, 2, 1, 1]);
        let mut keys: Vec<&LineKey> = table.rows.iter().map(|row| &row.key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 9);
        assert!(table.rows.iter().all(|row| row.cells.len() == 1));
    }

    #[test]
    fn a_row_moves_with_those_below_it_and_never_out_of_order() {
        let mut table = fields(vec![row("a", "", 0, &[""]), row("b", "", 0, &[""]), row("c", "", 1, &[""])]);
        assert!(!table.move_row(0, true), "nothing is above the first row");
        assert!(table.move_row(1, true));
        assert_eq!(outline(&table), keys_and_depths(&[("a", 0), ("b", 1), ("c", 2)]));
        assert!(!table.move_row(1, true), "it would leave a step out");
        assert!(table.move_row(1, false));
        assert_eq!(outline(&table), keys_and_depths(&[("a", 0), ("b", 0), ("c", 1)]));
        assert!(!table.move_row(1, false));
        assert!(table.remove_row(1) && !table.remove_row(5));
        assert_eq!(outline(&table), keys_and_depths(&[("a", 0), ("c", 1)]));
    }

    #[test]
    fn printed_numbers_say_how_deep_a_row_stands() {
        let mut table = fields(Vec::new());
        for (number, name, depth) in [
            ("", "Tổng cộng", 0),
            ("I", "TTHC cấp tỉnh", 1),
            ("1", "Công chứng", 2),
            ("2", "Đất đai", 2),
            ("II", "TTHC cấp huyện", 1),
            ("1", "Hộ tịch", 2),
        ] {
            assert_eq!(table.printed_depth(number, name), depth, "{number} {name}");
            let row = table.blank_row(number, name, depth, table.rows.len()).unwrap();
            table.rows.push(row);
        }
        let keys: Vec<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["r1", "I", "I.1", "I.2", "II", "II.1"]);
        assert!(table.rows.iter().all(|row| row.cells == [Cell::Blank]));
        let units = fields(vec![row("1", "1", 0, &["1"])]);
        assert_eq!(units.printed_depth("2", "UBND xã Uar"), 0);
    }
}
