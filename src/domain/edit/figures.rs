//! Edits of figures: tables, cells, statements, ties, and what was made of discrepancies.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::answer::Stamp;
use crate::domain::figures::statement::{MAX_PICKS, MAX_STATEMENTS, MAX_TIES};
use crate::domain::figures::table::MAX_TABLES;
use crate::domain::figures::{Cell, Decision, Figures, Held, Operand, Relation, StatTable, Statement, Tie};
use crate::domain::id::{DiscrepancyId, LineKey, StatementId, TableId, TieId};

use super::EditError;
use super::field::swap_all;
use super::fields::StatementField;
use super::limits::check_text;
use super::table_limits::{check_cell_text, check_table, fits};
use super::tables::{self, TablePart};

/// The most discrepancies of which something is on record.
pub const MAX_DECISIONS: usize = 20_000;

/// A change to the figures of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FiguresEdit {
    /// Begin, replace or remove tables.
    Tables {
        /// What becomes of each.
        put: Vec<Put<TableId, StatTable>>,
    },
    /// Change parts of a table: what is said above it, and its rows.
    TableParts {
        /// The table.
        table: TableId,
        /// The parts, in this order.
        parts: Vec<TablePart>,
    },
    /// Enter, change or clear cells of a table.
    Cells {
        /// The table.
        table: TableId,
        /// The cells, as they now stand.
        put: Vec<CellPut>,
    },
    /// Enter, change or remove statements.
    Statements {
        /// What becomes of each.
        put: Vec<Put<StatementId, Statement>>,
    },
    /// Change fields of a statement.
    StatementFields {
        /// The statement.
        id: StatementId,
        /// The fields, in this order.
        fields: Vec<StatementField>,
    },
    /// Tie figures to each other, or untie them.
    Ties {
        /// What becomes of each.
        put: Vec<Put<TieId, Tie>>,
    },
    /// Make something of discrepancies, or take that back.
    Decisions {
        /// What becomes of each.
        put: Vec<Put<DiscrepancyId, Decision>>,
    },
}

/// What becomes of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put<I, T> {
    /// Which.
    pub id: I,
    /// As it now stands, or none to remove it.
    pub value: Option<T>,
}

/// One cell as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellPut {
    /// The row.
    pub row: LineKey,
    /// The column.
    pub column: LineKey,
    /// What stands there.
    pub cell: Cell,
}

/// Applies a checked edit and gives back the one that undoes it.
pub(super) fn apply(figures: &mut Figures, edit: FiguresEdit, stamp: &Stamp) -> FiguresEdit {
    match edit {
        FiguresEdit::Tables { put } => FiguresEdit::Tables { put: put_all(&mut figures.tables, put, stamp) },
        FiguresEdit::Statements { put } => {
            FiguresEdit::Statements { put: put_all(&mut figures.statements, put, stamp) }
        }
        FiguresEdit::Ties { put } => FiguresEdit::Ties { put: put_all(&mut figures.ties, put, stamp) },
        FiguresEdit::Decisions { put } => FiguresEdit::Decisions { put: put_all(&mut figures.decisions, put, stamp) },
        FiguresEdit::StatementFields { id, fields } => {
            let before = figures.statements.get_mut(&id).map(|held| {
                held.stamp = stamp.clone();
                swap_all(&mut held.value, fields)
            });
            FiguresEdit::StatementFields { id, fields: before.unwrap_or_default() }
        }
        FiguresEdit::TableParts { table, parts } => {
            let before = figures.tables.get_mut(&table).map(|held| {
                held.stamp = stamp.clone();
                swap_all(&mut held.value, parts)
            });
            FiguresEdit::TableParts { table, parts: before.unwrap_or_default() }
        }
        FiguresEdit::Cells { table, put } => {
            let Some(held) = figures.tables.get_mut(&table) else {
                return FiguresEdit::Cells { table, put: Vec::new() };
            };
            held.stamp = stamp.clone();
            let mut before: Vec<CellPut> = Vec::with_capacity(put.len());
            let rows = places(&held.value, &put);
            for CellPut { row, column, cell } in put {
                let place = rows.get(&row).copied().zip(held.value.form.column(&column));
                let there = place.and_then(|(row, column)| held.value.rows.get_mut(row)?.cells.get_mut(column));
                if let Some(there) = there {
                    before.push(CellPut { row, column, cell: std::mem::replace(there, cell) });
                }
            }
            // A cell that is named twice has to go back step by step.
            before.reverse();
            FiguresEdit::Cells { table, put: before }
        }
    }
}

fn put_all<I: Clone + Ord, T>(held: &mut BTreeMap<I, Held<T>>, put: Vec<Put<I, T>>, stamp: &Stamp) -> Vec<Put<I, T>> {
    let one = |Put { id, value }: Put<I, T>| {
        let before = match value {
            Some(value) => held.insert(id.clone(), Held { value, stamp: stamp.clone() }),
            None => held.remove(&id),
        };
        Put { id, value: before.map(|held| held.value) }
    };
    let mut before: Vec<Put<I, T>> = put.into_iter().map(one).collect();
    before.reverse();
    before
}

/// Whether an edit of figures can be made of these.
pub(super) fn check(figures: &Figures, edit: &FiguresEdit) -> Result<(), EditError> {
    match edit {
        FiguresEdit::Tables { put } => room(&figures.tables, put, MAX_TABLES),
        FiguresEdit::TableParts { table, parts } => tables::check(&held(figures, table)?.value, parts),
        FiguresEdit::Cells { table, put } => {
            let held = held(figures, table)?;
            let rows = places(&held.value, put);
            put.iter().try_for_each(|put| check_cell(&held.value, &rows, put))
        }
        FiguresEdit::Statements { put } => room(&figures.statements, put, MAX_STATEMENTS),
        FiguresEdit::StatementFields { id, .. } if figures.statements.contains_key(id) => Ok(()),
        FiguresEdit::StatementFields { id, .. } => Err(EditError::Gone(id.to_string())),
        FiguresEdit::Ties { put } => room(&figures.ties, put, MAX_TIES),
        FiguresEdit::Decisions { put } => room(&figures.decisions, put, MAX_DECISIONS),
    }
}

/// Whether an edit could be made of some figures.
pub(super) fn check_content(edit: &FiguresEdit) -> Result<(), EditError> {
    match edit {
        FiguresEdit::Tables { put } => put.iter().filter_map(|put| put.value.as_ref()).try_for_each(check_table),
        FiguresEdit::TableParts { parts, .. } => tables::check_content(parts),
        FiguresEdit::Cells { put, .. } => put.iter().try_for_each(|put| check_cell_text(&put.cell)),
        FiguresEdit::Statements { put } => {
            put.iter().filter_map(|put| put.value.as_ref()).try_for_each(check_statement)
        }
        FiguresEdit::StatementFields { fields, .. } => {
            let mut statement = Statement::default();
            swap_all(&mut statement, fields.clone());
            check_statement(&statement)
        }
        FiguresEdit::Ties { put } => put.iter().filter_map(|put| put.value.as_ref()).try_for_each(check_tie),
        FiguresEdit::Decisions { put } => put.iter().filter_map(|put| put.value.as_ref()).try_for_each(check_decision),
    }
}

fn held<'f>(figures: &'f Figures, table: &TableId) -> Result<&'f Held<StatTable>, EditError> {
    figures.tables.get(table).ok_or_else(|| EditError::UnknownLine(table.to_string()))
}

/// Where the rows of the cells stand in a table: it is gone through once, for one cell as for thousands.
fn places(table: &StatTable, put: &[CellPut]) -> BTreeMap<LineKey, usize> {
    let asked: BTreeSet<&LineKey> = put.iter().map(|put| &put.row).collect();
    let rows = table.rows.iter().enumerate().filter(|(_, row)| asked.contains(&row.key));
    rows.map(|(place, row)| (row.key.clone(), place)).collect()
}

fn room<I: Ord, T>(held: &BTreeMap<I, Held<T>>, put: &[Put<I, T>], most: usize) -> Result<(), EditError> {
    let new = put.iter().filter(|put| put.value.is_some() && !held.contains_key(&put.id)).count();
    if held.len() + new > most { Err(EditError::TooMany(most)) } else { Ok(()) }
}

fn check_cell(table: &StatTable, rows: &BTreeMap<LineKey, usize>, put: &CellPut) -> Result<(), EditError> {
    let column = table.form.column(&put.column).and_then(|place| table.form.columns.get(place));
    let column = column.ok_or_else(|| EditError::UnknownLine(put.column.to_string()))?;
    rows.get(&put.row).ok_or_else(|| EditError::UnknownLine(put.row.to_string()))?;
    match &put.cell {
        cell if !fits(cell, &column.measure) => Err(EditError::UnknownLine(put.column.to_string())),
        cell => check_cell_text(cell),
    }
}

/// Whether a statement can be held: picks that lie within its text, in order, each with a number of its own.
pub fn check_statement(statement: &Statement) -> Result<(), EditError> {
    if statement.picks.len() > MAX_PICKS {
        return Err(EditError::TooMany(MAX_PICKS));
    }
    let length = statement.text.chars().count();
    let mut end = 0;
    let mut numbers = BTreeSet::new();
    for pick in &statement.picks {
        let (from, to) = (pick.from as usize, pick.to as usize);
        if from < end || to <= from || to > length || !numbers.insert(pick.number) {
            return Err(EditError::BadPick(pick.number));
        }
        end = to;
    }
    statement.texts().try_for_each(check_text)
}

/// Whether a tie can be held. What it ties may be gone by now: then the audit says so.
pub fn check_tie(tie: &Tie) -> Result<(), EditError> {
    let names = match &tie.relation {
        Relation::Listed { names, .. } => names.len(),
        Relation::Sum { .. } | Relation::Share { .. } | Relation::Same { .. } | Relation::Balance { .. } => 0,
    };
    let operands = tie.relation.operands();
    if operands.len().max(names) > MAX_PICKS {
        return Err(EditError::TooMany(MAX_PICKS));
    }
    operands.into_iter().try_for_each(|operand| match operand {
        Operand::Rows { only: Some((_, text)), .. } => check_text(text),
        Operand::Rows { .. } | Operand::Said { .. } | Operand::Cell { .. } | Operand::Column { .. } => Ok(()),
    })
}

/// Whether a decision can be held: nothing is set aside without a reason.
pub fn check_decision(decision: &Decision) -> Result<(), EditError> {
    match decision {
        Decision::Finding { .. } => Ok(()),
        Decision::SetAside { reason } if reason.trim().is_empty() => Err(EditError::NoReason),
        Decision::SetAside { reason } => check_text(reason),
    }
}
