//! What blank cells would hold by the form: totals of their parts, sections of their rows, shares of their counts. It is
//! shown beside the table and never stored in it.

use std::collections::BTreeSet;

use crate::domain::id::LineKey;

use super::audit::percent_of;
use super::figure::{Amount, Figure};
use super::form::{Measure, Parts, Rule};
use super::table::{Cell, StatTable, parents, share_of_rows};

/// How many times totals are taken of totals.
const MOST_ROUNDS: usize = 4;

/// With how many decimals a share is shown.
const SHARE_DECIMALS: u8 = 2;

/// What a blank cell would hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
    /// Its row, by its place.
    pub row: usize,
    /// Its column, by its place.
    pub column: usize,
    /// The figure.
    pub figure: Figure,
}

/// The amounts of a table, stated and computed.
struct Sheet {
    stated: Vec<Vec<Option<Amount>>>,
    computed: Vec<Vec<Option<Amount>>>,
    /// Cells that were not read, and totals that take one: what they hold is not known.
    unknown: BTreeSet<(usize, usize)>,
    changed: bool,
}

impl Sheet {
    fn of(table: &StatTable) -> Self {
        let amount = |cell: &Cell| cell.figure().map(Figure::amount);
        let stated: Vec<Vec<_>> = table.rows.iter().map(|row| row.cells.iter().map(amount).collect()).collect();
        let computed = stated.iter().map(|row| vec![None; row.len()]).collect();
        let cells = table
            .rows
            .iter()
            .enumerate()
            .flat_map(|(at, row)| row.cells.iter().enumerate().map(move |(column, cell)| ((at, column), cell)));
        let unknown = cells.filter(|(_, cell)| cell.is_unread()).map(|(at, _)| at).collect();
        Self { stated, computed, unknown, changed: false }
    }

    fn get(&self, row: usize, column: usize) -> Option<Amount> {
        let at = |cells: &[Vec<Option<Amount>>]| cells.get(row)?.get(column).copied()?;
        at(&self.stated).or_else(|| at(&self.computed))
    }

    /// Computes a blank cell as the sum of others, if any of these holds something and all that stand there were read.
    fn sum(&mut self, row: usize, column: usize, of: impl Iterator<Item = (usize, usize)> + Clone) {
        if self.get(row, column).is_some() || self.unknown.contains(&(row, column)) {
            return;
        }
        if of.clone().any(|place| self.unknown.contains(&place)) {
            self.changed |= self.unknown.insert((row, column));
            return;
        }
        let sum = of.filter_map(|(row, column)| self.get(row, column)).reduce(|sum, amount| sum + amount);
        if let (Some(sum), Some(cell)) = (sum, self.computed.get_mut(row).and_then(|row| row.get_mut(column))) {
            *cell = Some(sum);
            self.changed = true;
        }
    }
}

/// What the blank cells of a table would hold, row by row.
pub fn blanks(table: &StatTable) -> Vec<Computed> {
    let mut sheet = Sheet::of(table);
    let children = children(table);
    for _ in 0..MOST_ROUNDS {
        sheet.changed = false;
        across(table, &mut sheet);
        down(table, &mut sheet);
        for (row, children) in children.iter().enumerate().rev() {
            for (column, described) in table.form.columns.iter().enumerate() {
                if described.measure.adds_up() {
                    sheet.sum(row, column, children.iter().map(|child| (*child, column)));
                }
            }
        }
        if !sheet.changed {
            break;
        }
    }
    let sums = (0..table.rows.len()).flat_map(|row| (0..table.form.columns.len()).map(move |column| (row, column)));
    let mut found: Vec<Computed> = sums
        .filter_map(|(row, column)| {
            let amount = sheet.computed.get(row)?.get(column).copied()??;
            Some(Computed { row, column, figure: amount.figure()? })
        })
        .collect();
    found.extend(shares(table, &sheet));
    found
}

fn children(table: &StatTable) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); table.rows.len()];
    if table.form.adds_up() {
        for (place, parent) in parents(&table.rows).into_iter().enumerate() {
            if let Some(children) = parent.and_then(|parent| children.get_mut(parent)) {
                children.push(place);
            }
        }
    }
    children
}

/// The totals that partitions name, by place.
fn totals(rules: &[Rule], find: impl Fn(&LineKey) -> Option<usize>) -> Vec<(usize, Vec<usize>)> {
    let total = |rule: &Rule| match rule {
        Rule::Sum { total, parts, are: Parts::Partition, .. } => {
            Some((find(total)?, parts.iter().filter_map(&find).collect()))
        }
        _ => None,
    };
    rules.iter().filter_map(total).collect()
}

fn across(table: &StatTable, sheet: &mut Sheet) {
    let totals = totals(&table.form.across, |key| table.form.column(key));
    for row in 0..table.rows.len() {
        for (total, parts) in &totals {
            sheet.sum(row, *total, parts.iter().map(|part| (row, *part)));
        }
    }
}

fn down(table: &StatTable, sheet: &mut Sheet) {
    let totals = totals(&table.form.down, |key| table.row(key));
    for (column, described) in table.form.columns.iter().enumerate() {
        if described.measure.adds_up() {
            for (total, parts) in &totals {
                sheet.sum(*total, column, parts.iter().map(|part| (*part, column)));
            }
        }
    }
}

fn shares(table: &StatTable, sheet: &Sheet) -> Vec<Computed> {
    let column = |key: &LineKey| table.form.column(key);
    let share_of = share_of_rows(table);
    let mut found = Vec::new();
    for rule in &table.form.across {
        for (row, held) in table.rows.iter().enumerate() {
            let of = share_of.get(row).copied().flatten();
            let amount = |row: usize, keys: &[LineKey]| {
                let places = keys.iter().filter_map(|key| Some((row, column(key)?)));
                if places.clone().any(|place| sheet.unknown.contains(&place)) {
                    return None;
                }
                let there = places.filter_map(|(row, column)| sheet.get(row, column));
                there.reduce(|sum, amount| sum + amount)
            };
            let (share, part, whole) = match rule {
                Rule::Share { share, part, whole } => (share, amount(row, part), amount(row, whole)),
                Rule::ShareOfRow { share, part } => {
                    let whole = of.and_then(|of| amount(of, std::slice::from_ref(part)));
                    (share, amount(row, std::slice::from_ref(part)), whole)
                }
                _ => continue,
            };
            let (Some(at), Some(part), Some(whole)) = (column(share), part, whole) else { continue };
            let is_percent =
                table.form.columns.get(at).is_some_and(|column| matches!(column.measure, Measure::Percent {}));
            if is_percent
                && held.cells.get(at).is_some_and(Cell::is_blank)
                && let Some(figure) = percent_of(part, whole, SHARE_DECIMALS)
            {
                found.push(Computed { row, column: at, figure });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::form::{Column, Form, Rows};
    use crate::domain::fixture::figures::{both, counts, form, line, row, table};

    use super::*;

    fn keys(keys: &[&str]) -> Vec<LineKey> {
        keys.iter().map(|key| line(key)).collect()
    }

    fn shared() -> Form {
        let percent = Column { key: line("p"), heading: vec![both("p")], measure: Measure::Percent {} };
        let across = vec![
            Rule::Sum { total: line("t"), parts: keys(&["a", "b"]), are: Parts::Partition, item: None },
            Rule::Share { share: line("p"), part: keys(&["a"]), whole: keys(&["t"]) },
        ];
        form(Rows::Fields {}, vec![counts("t"), counts("a"), counts("b"), percent], across)
    }

    fn shown(table: &StatTable) -> Vec<(usize, usize, String)> {
        blanks(table).into_iter().map(|found| (found.row, found.column, found.figure.to_string())).collect()
    }

    #[test]
    fn totals_sections_and_shares_follow_from_what_is_there() {
        let rows = vec![
            row("I", "I", 0, &["", "", "", ""]),
            row("I.1", "1", 1, &["", "1", "2", ""]),
            row("I.2", "2", 1, &["", "3", "", ""]),
        ];
        let expected = [
            (0, 0, "6"),
            (0, 1, "4"),
            (0, 2, "2"),
            (1, 0, "3"),
            (2, 0, "3"),
            (0, 3, "66.67"),
            (1, 3, "33.33"),
            (2, 3, "100.00"),
        ];
        let expected = expected.map(|(row, column, text)| (row, column, text.to_owned()));
        assert_eq!(shown(&table(shared(), rows)), expected);
    }

    #[test]
    fn what_is_stated_is_never_computed_over_and_nothing_makes_nothing() {
        let rows = vec![row("1", "1", 0, &["9", "1", "2", "50"]), row("2", "2", 0, &["", "", "", ""])];
        assert_eq!(shown(&table(shared(), rows)), []);
        let nothing = vec![row("1", "1", 0, &["0", "0", "0", ""])];
        assert_eq!(shown(&table(shared(), nothing)), [], "a share of nothing is undefined");
    }
}
