//! What an operand of a tie is worth: its figure, its unit, the body that reports it, and where it stands.

use crate::domain::figures::figure::{Amount, Figure};
use crate::domain::figures::form::Measure;
use crate::domain::figures::statement::{Operand, Picked};
use crate::domain::figures::table::Cell;
use crate::domain::figures::{Column, Figures, Row};
use crate::domain::id::{LineKey, TableId};
use crate::words::fold::fold;

use super::{Place, Term, names};

/// What an operand is worth.
pub struct Worth {
    /// Its figure; none where the cell is blank.
    pub figure: Option<Figure>,
    /// Whether it takes a cell that was not read, so that what it is worth is not known.
    pub is_unread: bool,
    /// Its unit; may be empty.
    pub unit: String,
    /// The body that reports it; may be empty.
    pub body: String,
    /// Where it stands.
    pub place: Place,
}

impl Worth {
    /// Its amount, a blank cell as 0.
    pub fn amount(&self) -> Amount {
        self.figure.map(Figure::amount).unwrap_or_default()
    }

    /// As a term of what was computed.
    pub fn term(&self) -> Term {
        Term { place: self.place.clone(), figure: self.figure }
    }
}

/// What an operand is worth; none if it is no longer there or holds no figure.
pub fn worth(figures: &Figures, operand: &Operand) -> Option<Worth> {
    match operand {
        Operand::Said { statement, pick } => {
            let said = &figures.statements.get(statement)?.value;
            let Picked::Figure { figure, unit } = &said.pick(*pick)?.what else { return None };
            Some(Worth {
                figure: Some(*figure),
                is_unread: false,
                unit: unit.clone(),
                body: said.body.clone(),
                place: Place::Said { statement: statement.clone(), pick: *pick },
            })
        }
        Operand::Cell { table, row, column } => {
            let held = &figures.tables.get(table)?.value;
            let cell = held.cell(row, column)?;
            Some(Worth {
                figure: cell.figure(),
                is_unread: cell.is_unread(),
                unit: unit(&held.form.columns.get(held.form.column(column)?)?.measure)?,
                body: held.body.clone(),
                place: Place::Cell { table: table.clone(), row: row.clone(), column: column.clone() },
            })
        }
        Operand::Column { table, column } => {
            let held = &figures.tables.get(table)?.value;
            let at = held.form.column(column)?;
            let cells: Vec<&Cell> = held.leaves().filter_map(|row| row.cells.get(at)).collect();
            let is_unread = cells.iter().any(|cell| cell.is_unread());
            let amounts = || cells.iter().filter_map(|cell| cell.figure()).map(Figure::amount);
            // A column without a figure adds up to nothing, not to 0.
            let sum = || amounts().reduce(|sum, amount| sum + amount).and_then(Amount::figure);
            Some(Worth {
                figure: if is_unread { None } else { sum() },
                is_unread,
                unit: unit(&held.form.columns.get(at)?.measure)?,
                body: held.body.clone(),
                place: Place::Column { table: table.clone(), column: column.clone() },
            })
        }
        Operand::Rows { table, only } => {
            let held = &figures.tables.get(table)?.value;
            let is_counted = |row: &&Row| match only {
                None => true,
                Some((column, text)) => {
                    let cell = held.form.column(column).and_then(|place| row.cells.get(place));
                    matches!(cell, Some(Cell::Text(there)) if fold(there) == fold(text))
                }
            };
            Some(Worth {
                figure: Figure::whole(i64::try_from(names::unit_rows(held).filter(is_counted).count()).ok()?),
                is_unread: false,
                unit: String::new(),
                body: held.body.clone(),
                place: Place::Table { table: table.clone() },
            })
        }
    }
}

fn unit(measure: &Measure) -> Option<String> {
    match measure {
        Measure::Count { of } => Some(of.vi.clone()),
        Measure::Percent {} => Some("%".to_owned()),
        Measure::Points { .. } => Some("điểm".to_owned()),
        Measure::Text {} => None,
    }
}

/// The figures that stand beside an operand and may have been counted in: those of its row, or the other columns added
/// up.
pub fn beside<'f>(figures: &'f Figures, operand: &'f Operand) -> Vec<Term> {
    let term = |operand: Operand| worth(figures, &operand).map(|worth| worth.term());
    match operand {
        Operand::Cell { table, row, column } => others(figures, table, column)
            .filter_map(|other| {
                term(Operand::Cell { table: table.clone(), row: row.clone(), column: other.key.clone() })
            })
            .collect(),
        Operand::Column { table, column } => others(figures, table, column)
            .filter_map(|other| term(Operand::Column { table: table.clone(), column: other.key.clone() }))
            .collect(),
        Operand::Said { .. } | Operand::Rows { .. } => Vec::new(),
    }
}

fn others<'f>(figures: &'f Figures, table: &TableId, column: &'f LineKey) -> impl Iterator<Item = &'f Column> {
    let columns = figures.tables.get(table).map(|held| held.value.form.columns.as_slice()).unwrap_or_default();
    columns.iter().filter(move |other| other.key != *column && other.measure.adds_up())
}

/// What a unit counts, as far as two may be mistaken for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Hồ sơ.
    Dossiers,
    /// Thủ tục hành chính (TTHC).
    Procedures,
}

/// What a unit counts; none for all that is not mistaken for something else. 293 computers for 293 officials is a
/// ratio like any other; 3.935 dossiers of 20.865 procedures is not.
pub fn counted(unit: &str) -> Option<Counted> {
    let unit = fold(unit);
    if unit.starts_with("ho so") {
        Some(Counted::Dossiers)
    } else if unit.starts_with("tthc") || unit.starts_with("thu tuc") || unit.starts_with("dich vu cong") {
        Some(Counted::Procedures)
    } else {
        None
    }
}
