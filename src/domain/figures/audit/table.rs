//! The audit of one table by itself: what its form says must hold in each row and between fixed rows, rows against
//! their sections, and what no count can be.

use std::borrow::Cow;

use crate::domain::figures::figure::{Amount, Figure};
use crate::domain::figures::form::{Form, Measure, Rows, Rule};
use crate::domain::figures::table::{Cell, Row, StatTable, parents, share_of_rows};
use crate::domain::id::TableId;

use super::{Audit, Discrepancy, Place, RuleKind, Sure, Term, Value, cause, id_of};

use line::{Line, resolve};

pub mod line;

/// Audits a table.
pub fn audit(id: &TableId, table: &StatTable) -> Audit {
    let mut found = Audit::default();
    let across = resolve(&table.form.across, |key| table.form.column(key));
    let used = used_columns(table);
    let share_of = share_of_rows(table);
    for (at, row) in table.rows.iter().enumerate() {
        let get = |column: usize| row.cells.get(column).and_then(Cell::figure);
        let place = |column: usize| cell_place(id, row, &table.form, column);
        // Prescribed rows tell different things: what one leaves out says nothing of the others.
        let own: Cow<'_, [bool]> = match table.form.rows {
            Rows::Fixed { .. } => Cow::Owned(row.cells.iter().map(|cell| !cell.is_blank()).collect()),
            Rows::Fields {} | Rows::Units {} | Rows::Free { .. } => Cow::Borrowed(used.as_slice()),
        };
        let unread = |column: usize| row.cells.get(column).is_some_and(Cell::is_unread);
        let line = Line { get: &get, place: &place, len: row.cells.len(), used: &own, unread: &unread };
        found.unread.extend((0..row.cells.len()).filter(|column| unread(*column)).map(place));
        for rule in &across {
            line::audit(&line, rule, &across, &mut found);
        }
        impossible(&table.form, &line, &mut found);
        if let Some(whole) = share_of.get(at).copied().flatten().and_then(|of| table.rows.get(of)) {
            share_of_row(id, table, (row, whole), &mut found);
        }
    }
    down(id, table, &mut found);
    if table.form.adds_up() {
        row_sums(id, table, &used, &mut found);
    }
    found
}

fn cell_place(id: &TableId, row: &Row, form: &Form, column: usize) -> Place {
    match form.columns.get(column) {
        Some(column) => Place::Cell { table: id.clone(), row: row.key.clone(), column: column.key.clone() },
        None => Place::Row { table: id.clone(), row: row.key.clone() },
    }
}

/// For each column whether any row has a figure there: what a table leaves out altogether is not held against it.
fn used_columns(table: &StatTable) -> Vec<bool> {
    let is_used =
        |column: usize| table.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_blank()));
    (0..table.form.columns.len()).map(is_used).collect()
}

/// Counts below zero or with a fraction, percentages above 100, means above the highest possible.
fn impossible(form: &Form, line: &Line<'_>, found: &mut Audit) {
    for (column, described) in form.columns.iter().enumerate() {
        let Some(figure) = (line.get)(column) else { continue };
        let amount = figure.amount();
        let most = match described.measure {
            Measure::Percent {} => Some(Amount::whole(100)),
            Measure::Points { maximum } => maximum.map(|most| Amount::whole(i64::from(most))),
            Measure::Count { .. } | Measure::Text {} => None,
        };
        let is_count = matches!(described.measure, Measure::Count { .. });
        let report = |rule: RuleKind, computed: Option<Figure>, sure: Sure| {
            let place = (line.place)(column);
            let value = |figure| match described.measure {
                Measure::Percent {} => Value::Percent(figure),
                Measure::Count { .. } | Measure::Points { .. } | Measure::Text {} => {
                    Value::Figure { figure, unit: String::new() }
                }
            };
            Discrepancy {
                id: id_of(rule, &place, ""),
                rule,
                named: None,
                place,
                stated: value(figure),
                computed: computed.map_or(Value::Undefined, value),
                terms: Vec::new(),
                sure,
                causes: Vec::new(),
            }
        };
        found.check(
            RuleKind::Negative,
            None,
            amount.is_negative().then(|| report(RuleKind::Negative, None, Sure::Certain)),
        );
        if is_count {
            found.check(
                RuleKind::Fractional,
                None,
                (!amount.is_whole()).then(|| report(RuleKind::Fractional, None, Sure::Certain)),
            );
        }
        if let Some(most) = most {
            found.check(
                RuleKind::AboveMost,
                None,
                (amount > most).then(|| report(RuleKind::AboveMost, most.figure(), Sure::Likely)),
            );
        }
    }
}

/// Percentages of a count in a row among the same count in the row that it names.
fn share_of_row(id: &TableId, table: &StatTable, (row, whole_row): (&Row, &Row), found: &mut Audit) {
    for rule in &table.form.across {
        let Rule::ShareOfRow { share, part } = rule else { continue };
        let (Some(share), Some(part)) = (table.form.column(share), table.form.column(part)) else { continue };
        let of = |row: &Row, column: usize| row.cells.get(column).and_then(Cell::figure);
        let terms = vec![
            Term { place: cell_place(id, row, &table.form, part), figure: of(row, part) },
            Term { place: cell_place(id, whole_row, &table.form, part), figure: of(whole_row, part) },
        ];
        if let (Some(stated), [Some(part), Some(whole)]) = (of(row, share), [terms[0].figure, terms[1].figure]) {
            let place = cell_place(id, row, &table.form, share);
            found.check(RuleKind::Share, None, line::share(stated, part.amount(), whole.amount(), &[], place, terms));
        }
    }
}

/// What must hold between fixed rows, column by column.
fn down(id: &TableId, table: &StatTable, found: &mut Audit) {
    if table.form.down.is_empty() {
        return;
    }
    let rules = resolve(&table.form.down, |key| table.row(key));
    for (column, described) in table.form.columns.iter().enumerate() {
        if !described.measure.adds_up() {
            continue;
        }
        let get = |row: usize| table.rows.get(row)?.cells.get(column)?.figure();
        let place = |row: usize| match table.rows.get(row) {
            Some(row) => cell_place(id, row, &table.form, column),
            None => Place::Table { table: id.clone() },
        };
        let used: Vec<bool> = (0..table.rows.len()).map(|row| get(row).is_some()).collect();
        let unread =
            |row: usize| table.rows.get(row).and_then(|row| row.cells.get(column)).is_some_and(Cell::is_unread);
        let line = Line { get: &get, place: &place, len: table.rows.len(), used: &used, unread: &unread };
        for rule in &rules {
            line::audit(&line, rule, &rules, found);
        }
    }
}

/// Rows against the row that they add up to.
fn row_sums(id: &TableId, table: &StatTable, used: &[bool], found: &mut Audit) {
    let parents = parents(&table.rows);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); table.rows.len()];
    for (place, parent) in parents.iter().enumerate() {
        if let Some(children) = parent.and_then(|parent| children.get_mut(parent)) {
            children.push(place);
        }
    }
    for (place, children) in children.iter().enumerate().filter(|(_, children)| !children.is_empty()) {
        let Some(parent) = table.rows.get(place) else { continue };
        let rows: Vec<&Row> = children.iter().filter_map(|child| table.rows.get(*child)).collect();
        if rows.iter().all(|row| row.is_blank()) {
            continue;
        }
        let is_whole = !has_gap(&rows);
        if !is_whole {
            found.incomplete.push(Place::Row { table: id.clone(), row: parent.key.clone() });
        }
        for (column, described) in table.form.columns.iter().enumerate() {
            if !described.measure.adds_up() || !used.get(column).is_some_and(|used| *used) {
                continue;
            }
            let figure = |row: &Row| row.cells.get(column).and_then(Cell::figure);
            let is_unread = parent.cells.get(column).is_some_and(Cell::is_unread);
            if is_unread {
                found.leave_out(RuleKind::RowSum, None);
            }
            let Some(stated) = figure(parent) else { continue };
            // A sum is not known while one of its cells is not.
            if rows.iter().any(|row| row.cells.get(column).is_some_and(Cell::is_unread)) {
                found.leave_out(RuleKind::RowSum, None);
                continue;
            }
            let sum: Amount = rows.iter().filter_map(|row| figure(row)).map(Figure::amount).sum();
            let agrees = if is_whole { stated.amount() == sum } else { sum <= stated.amount() };
            let is_blank = rows.iter().all(|row| figure(row).is_none());
            if agrees {
                if is_blank || !is_whole {
                    found.pass_without_proof();
                } else {
                    found.check(RuleKind::RowSum, None, None);
                }
                continue;
            }
            let terms =
                rows.iter().map(|row| Term { place: cell_place(id, row, &table.form, column), figure: figure(row) });
            let terms: Vec<Term> = terms.collect();
            let place = cell_place(id, parent, &table.form, column);
            found.check(
                RuleKind::RowSum,
                None,
                Some(Discrepancy {
                    id: id_of(RuleKind::RowSum, &place, ""),
                    rule: RuleKind::RowSum,
                    named: None,
                    causes: cause::of_sum(stated, sum, &terms, &[]),
                    stated: Value::Figure { figure: stated, unit: String::new() },
                    computed: line::value(sum),
                    sure: if is_blank { Sure::Likely } else { Sure::Certain },
                    place,
                    terms,
                }),
            );
        }
    }
}

/// Whether the printed numbers of the rows rise with a gap: a page of the paper is lost.
fn has_gap(rows: &[&Row]) -> bool {
    let numbers: Vec<Option<u32>> =
        rows.iter().map(|row| row.number.trim().trim_end_matches('.').parse().ok()).collect();
    let Some(numbers) = numbers.into_iter().collect::<Option<Vec<u32>>>() else { return false };
    let rises = numbers.windows(2).all(|pair| matches!(pair, [one, next] if one < next));
    rises && numbers.windows(2).any(|pair| matches!(pair, [one, next] if next - one > 1))
}
