//! Periods against each other: what is carried over is what was pending at the end of the period before.

use std::collections::BTreeMap;

use crate::domain::figures::form::Rule;
use crate::domain::figures::table::{StatTable, parents};
use crate::domain::figures::{Figure, Held};
use crate::domain::id::TableId;
use crate::words::fold::fold;

use super::{Audit, Discrepancy, Place, RuleKind, Sure, Term, Value, cause, id_of};

/// Audits each table against the one of the same form and body whose period ends on the day before its own begins.
pub fn audit(tables: &BTreeMap<TableId, Held<StatTable>>) -> Audit {
    let mut found = Audit::default();
    for (id, held) in tables {
        let table = &held.value;
        let before = tables.iter().find(|(other, before)| {
            *other != id
                && before.value.form.id == table.form.id
                && fold(&before.value.body) == fold(&table.body)
                && table.period.follows(&before.value.period)
        });
        let Some((before_id, before)) = before else { continue };
        for rule in &table.form.across {
            let Rule::CarryOver { opening, closing } = rule else { continue };
            let (Some(opening), Some(closing)) = (table.form.column(opening), before.value.form.column(closing)) else {
                continue;
            };
            let mut one = Audit::default();
            carried((id, table, opening), (before_id, &before.value, closing), &mut one);
            for table in [id, before_id] {
                one.compared_tables.insert(table.clone(), one.compared);
            }
            found.absorb(one);
        }
    }
    found
}

/// Rows are the same where their names and those of their sections are.
fn carried(now: (&TableId, &StatTable, usize), before: (&TableId, &StatTable, usize), found: &mut Audit) {
    let closing = by_name(before.1);
    for (name, place) in by_name(now.1) {
        let (Some(row), Some(earlier)) =
            (now.1.rows.get(place), closing.get(&name).and_then(|place| before.1.rows.get(*place)))
        else {
            continue;
        };
        let figure = |row: &super::super::Row, column: usize| row.cells.get(column).and_then(|cell| cell.figure());
        let (Some(stated), Some(closed)) = (figure(row, now.2), figure(earlier, before.2)) else { continue };
        if stated == closed {
            found.check(RuleKind::CarryOver, None, None);
            continue;
        }
        let cell =
            |table: (&TableId, &StatTable, usize), row: &super::super::Row| match table.1.form.columns.get(table.2) {
                Some(column) => {
                    Place::Cell { table: table.0.clone(), row: row.key.clone(), column: column.key.clone() }
                }
                None => Place::Row { table: table.0.clone(), row: row.key.clone() },
            };
        let place = cell(now, row);
        let value = |figure: Figure| Value::Figure { figure, unit: String::new() };
        found.check(
            RuleKind::CarryOver,
            None,
            Some(Discrepancy {
                id: id_of(RuleKind::CarryOver, &place, ""),
                rule: RuleKind::CarryOver,
                named: None,
                stated: value(stated),
                computed: value(closed),
                terms: vec![Term { place: cell(before, earlier), figure: Some(closed) }],
                sure: Sure::Certain,
                causes: cause::of_digits(stated, closed.amount()).into_iter().collect(),
                place,
            }),
        );
    }
}

/// The places of rows by their names under those of their sections, folded. Of rows with one name the first.
fn by_name(table: &StatTable) -> BTreeMap<String, usize> {
    let parents = parents(&table.rows);
    let mut names: Vec<String> = Vec::with_capacity(table.rows.len());
    let mut places = BTreeMap::new();
    for (place, row) in table.rows.iter().enumerate() {
        let above = parents.get(place).copied().flatten().and_then(|above| names.get(above));
        let name = match above {
            Some(above) => format!("{above}|{}", fold(&row.name)),
            None => fold(&row.name),
        };
        places.entry(name.clone()).or_insert(place);
        names.push(name);
    }
    places
}
