//! The totals of tables, and what the headings of their columns say.

use crate::domain::id::{LineKey, TableId};
use crate::words::fold::fold;
use crate::words::outline;

use super::super::figure::Amount;
use super::super::form::{Measure, Rows};
use super::super::scan::vocabulary::{Counted, counted};
use super::super::statement::Operand;
use super::super::table::{StatTable, parents};
use super::senses::Senses;

/// The most cells that a proposal adds up.
const MOST_CELLS: usize = 400;

/// A figure of a table, or the sum of some.
#[derive(Clone, Debug)]
pub struct Total {
    /// The cells.
    pub cells: Vec<Operand>,
    /// What they come to.
    pub amount: Amount,
    /// What the headings and the row tell it apart by.
    pub senses: Senses,
    /// What it counts.
    pub counted: Option<Counted>,
    /// Whether it is the total of the whole table.
    pub whole: bool,
}

/// A table with what is needed of it.
pub struct Totals<'t> {
    /// Its id.
    pub id: &'t TableId,
    /// The table.
    pub table: &'t StatTable,
    /// The cells of the rows that others add up to.
    pub rows: Vec<Total>,
    /// The total of each column of counts over the whole table, with the place of the column.
    pub columns: Vec<(usize, Total)>,
}

impl<'t> Totals<'t> {
    /// The totals of a table.
    pub fn new(id: &'t TableId, table: &'t StatTable) -> Self {
        let parents = parents(&table.rows);
        let mut has_children = vec![false; table.rows.len()];
        for parent in parents.iter().flatten() {
            if let Some(has) = has_children.get_mut(*parent) {
                *has = true;
            }
        }
        let all = matches!(table.form.rows, Rows::Fixed { .. });
        let is_total = |row: usize| {
            let named = table.rows.get(row).is_some_and(|row| outline::is_total(&row.name));
            all || named || has_children.get(row).copied().unwrap_or_default()
        };
        // What the table comes to: its uppermost rows, or where one of them is the total of all, that one.
        let top: Vec<usize> = (0..table.rows.len()).filter(|row| parents.get(*row) == Some(&None)).collect();
        let only = top.iter().find(|row| table.rows.get(**row).is_some_and(|row| outline::is_total(&row.name)));
        let whole: Vec<usize> = only.map_or_else(|| top.clone(), |row| vec![*row]);
        let mut totals = Self { id, table, rows: Vec::new(), columns: Vec::new() };
        for row in (0..table.rows.len()).filter(|row| is_total(*row)) {
            for column in totals.counts() {
                let whole = whole.as_slice() == [row];
                totals.rows.extend(totals.total(&[row], column).map(|total| Total { whole, ..total }));
            }
        }
        if table.form.adds_up() {
            for column in totals.counts() {
                let total = totals.total(&whole, column).map(|total| Total { whole: true, ..total });
                totals.columns.extend(total.map(|total| (column, total)));
            }
        }
        totals
    }

    /// The places of the columns of counts.
    pub fn counts(&self) -> Vec<usize> {
        let columns = self.table.form.columns.iter().enumerate();
        columns.filter(|(_, column)| matches!(column.measure, Measure::Count { .. })).map(|(place, _)| place).collect()
    }

    /// The cells of some rows in a column; none where no figure stands there.
    fn total(&self, rows: &[usize], column: usize) -> Option<Total> {
        let heading = self.table.form.columns.get(column)?;
        let Measure::Count { of } = &heading.measure else { return None };
        let mut total = Total {
            cells: Vec::new(),
            amount: Amount::default(),
            senses: self.senses(column),
            counted: counted(&of.vi),
            whole: false,
        };
        for row in rows {
            let row = self.table.rows.get(*row)?;
            let Some(figure) = row.cells.get(column).and_then(|cell| cell.figure()) else { continue };
            total.amount = total.amount + figure.amount();
            total.cells.push(self.cell(&row.key, &heading.key));
            if rows.len() == 1 {
                total.senses = Senses::of(&fold(&row.name)).only_level().or(&total.senses);
            }
        }
        (!total.cells.is_empty() && total.cells.len() <= MOST_CELLS).then_some(total)
    }

    /// What the heading of a column tells it apart by; its own line before those over it.
    pub fn senses(&self, column: usize) -> Senses {
        let heading = self.table.form.columns.get(column).map(|column| column.heading.as_slice()).unwrap_or_default();
        let lines = heading.iter().rev().map(|line| Senses::of(&fold(&line.vi.replace(',', " , "))));
        lines.fold(Senses::default(), |senses, upper| senses.or(&upper))
    }

    /// A cell as an operand.
    pub fn cell(&self, row: &LineKey, column: &LineKey) -> Operand {
        Operand::Cell { table: self.id.clone(), row: row.clone(), column: column.clone() }
    }
}

/// Adds up totals; none where that is too much.
pub fn add<'t>(totals: impl Iterator<Item = &'t Total>) -> Option<Total> {
    let mut sum: Option<Total> = None;
    for total in totals {
        match &mut sum {
            None => sum = Some(total.clone()),
            Some(sum) => {
                sum.amount = sum.amount + total.amount;
                sum.cells.extend(total.cells.iter().cloned());
                if sum.cells.len() > MOST_CELLS {
                    return None;
                }
                if sum.senses != total.senses {
                    sum.senses = Senses::default();
                }
            }
        }
    }
    sum
}
