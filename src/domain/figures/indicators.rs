//! What the figures say: indicators as shares of sums of columns, of a row, of a section and of the whole. Each opens to
//! what stands above and below its line, cell by cell.

use num_rational::BigRational;

use crate::domain::id::{LineKey, TableId};

use super::audit::Place;
use super::figure::{Amount, Figure};
use super::form::{Form, Indicator};
use super::table::{Cell, Row, StatTable};

/// An indicator of a row or of a whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicated {
    /// What stands above the line.
    pub part: Summed,
    /// What stands below the line; where an indicator has nothing there, its plain sum is what it says.
    pub whole: Summed,
}

/// Figures added up, with where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summed {
    /// The sum; none where all of them are blank.
    pub amount: Option<Amount>,
    /// What went into it.
    pub cells: Vec<(Place, Figure)>,
}

impl Indicated {
    /// The share, 0 to 1 where the figures are sound; none of nothing, and none where either is blank.
    pub fn share(&self) -> Option<BigRational> {
        let (part, whole) = (self.part.amount?, self.whole.amount?);
        (!whole.is_zero()).then(|| part.ratio() / whole.ratio())
    }
}

/// An indicator of one row.
pub fn of_row(id: &TableId, form: &Form, row: &Row, indicator: &Indicator) -> Indicated {
    Indicated { part: summed(id, form, &[row], &indicator.part), whole: summed(id, form, &[row], &indicator.whole) }
}

/// An indicator of a whole table: of its total where there is one, else of its rows added up.
pub fn of_table(id: &TableId, table: &StatTable, indicator: &Indicator) -> Indicated {
    let rows: Vec<&Row> = match total(table) {
        Some(total) => vec![total],
        None => table.leaves().collect(),
    };
    Indicated {
        part: summed(id, &table.form, &rows, &indicator.part),
        whole: summed(id, &table.form, &rows, &indicator.whole),
    }
}

/// The row that all others add up to: the first, standing least deep and alone at that.
pub fn total(table: &StatTable) -> Option<&Row> {
    let (first, rest) = table.rows.split_first()?;
    (table.form.adds_up() && !rest.is_empty() && rest.iter().all(|row| row.depth > first.depth)).then_some(first)
}

fn summed(id: &TableId, form: &Form, rows: &[&Row], columns: &[LineKey]) -> Summed {
    let places = columns.iter().filter_map(|key| Some((key, form.column(key)?)));
    // What was not read may be anything: no amount is better than one that leaves it out.
    let is_unread = |column: usize| rows.iter().any(|row| row.cells.get(column).is_some_and(Cell::is_unread));
    if places.clone().any(|(_, column)| is_unread(column)) {
        return Summed { amount: None, cells: Vec::new() };
    }
    let cells = places.flat_map(|(key, column)| {
        rows.iter().filter_map(move |row| {
            let figure = row.cells.get(column).and_then(Cell::figure)?;
            let place = Place::Cell { table: id.clone(), row: row.key.clone(), column: key.clone() };
            Some((place, figure))
        })
    });
    let cells: Vec<(Place, Figure)> = cells.collect();
    let amount = cells.iter().map(|(_, figure)| figure.amount()).reduce(|sum, amount| sum + amount);
    Summed { amount, cells }
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::form::{Better, Rows};
    use crate::domain::fixture::figures::{both, counts, form, line, row, table};

    use super::*;

    fn late() -> Indicator {
        Indicator {
            key: line("tre"),
            name: both("Tỷ lệ quá hạn"),
            part: vec![line("late")],
            whole: vec![line("early"), line("late")],
            better: Better::Low,
        }
    }

    fn of(rows: Vec<Row>) -> Indicated {
        let form = form(Rows::Units {}, vec![counts("early"), counts("late")], Vec::new());
        of_table(&TableId::new("b").unwrap(), &table(form, rows), &late())
    }

    fn ratio(part: i64, whole: i64) -> Option<BigRational> {
        Some(BigRational::new(part.into(), whole.into()))
    }

    #[test]
    fn a_table_speaks_by_its_total_or_else_by_its_rows_added_up() {
        let units = || vec![row("1", "1", 1, &["6", "2"]), row("2", "2", 1, &["10", "2"])];
        assert_eq!(of(units()).share(), ratio(4, 20));
        let with_total = [vec![row("tong", "", 0, &["15", "5"])], units()].concat();
        let indicated = of(with_total);
        assert_eq!(indicated.share(), ratio(5, 20));
        assert_eq!(indicated.whole.cells.len(), 2, "the total alone, and not its rows once more");
    }

    #[test]
    fn a_share_of_nothing_or_of_a_blank_is_none() {
        assert_eq!(of(vec![row("1", "1", 0, &["0", "0"])]).share(), None);
        assert_eq!(of(vec![row("1", "1", 0, &["5", ""])]).share(), None);
        assert_eq!(of(vec![]).share(), None);
    }
}
