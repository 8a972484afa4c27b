//! Names and numbers of units in a statement against the rows of tables.

use std::collections::BTreeMap;

use crate::domain::id::TableId;
use crate::words::fold::{fold, fold_name};
use crate::words::outline::is_total;

use super::super::figure::Amount;
use super::super::form::{Parts, Rows};
use super::super::scan::vocabulary::Counted;
use super::super::statement::{Operand, Picked, Relation, Statement};
use super::super::table::{Row, StatTable, parents};
use super::columns::Totals;
use super::layout::{Layout, Pair, Said};
use super::senses::{Senses, folded};
use super::{Gathered, Strength, Why};

/// The most pieces between the names of one list, figures and brackets included.
const MOST_APART: usize = 20;

/// The most pieces between a name and its figure.
const MOST_LINK: usize = 3;

/// The most columns that are proposed for one list.
const MOST_COLUMNS: usize = 3;

/// A name with the figure that is said of it.
struct Named<'s> {
    number: u32,
    key: String,
    end: usize,
    said: Option<&'s Said>,
}

/// The rows of a table that are units, by their folded name.
struct Units<'t> {
    totals: Totals<'t>,
    rows: BTreeMap<String, &'t Row>,
}

/// Proposes the rows that are named and the rows that are counted.
pub fn propose(layout: &Layout, statement: &Statement, tables: &[(&TableId, &StatTable)], gathered: &mut Gathered) {
    let units: Vec<Units> = tables.iter().filter_map(|(id, table)| units(id, table)).collect();
    if units.is_empty() {
        return;
    }
    for list in lists(layout, statement) {
        for table in &units {
            named(layout, &list, table, gathered);
        }
    }
    for said in layout.said.iter().filter(|said| said.counted == Some(Counted::Bodies) && said.pair == Pair::No) {
        for table in &units {
            counted(layout, said, table, gathered);
        }
    }
}

fn units<'t>(id: &'t TableId, table: &'t StatTable) -> Option<Units<'t>> {
    if !matches!(table.form.rows, Rows::Units {}) {
        return None;
    }
    let parents = parents(&table.rows);
    let is_leaf = |place: usize| !parents.contains(&Some(place));
    let leaves = table.rows.iter().enumerate().filter(|(place, _)| is_leaf(*place)).map(|(_, row)| row);
    let leaves = leaves.filter(|row| !is_total(&row.name));
    let rows = leaves.map(|row| (fold_name(&row.name), row)).collect();
    Some(Units { totals: Totals::new(id, table), rows })
}

/// The names of a statement, those of one list together.
fn lists<'s>(layout: &'s Layout, statement: &Statement) -> Vec<Vec<Named<'s>>> {
    let mut lists: Vec<Vec<Named>> = Vec::new();
    for pick in &statement.picks {
        let Picked::Name { name } = &pick.what else { continue };
        let (start, end) = (layout.piece(pick.from), layout.piece(pick.to));
        let next = layout.said.partition_point(|said| said.pieces.start < end);
        let said = layout.said.get(next).filter(|said| {
            let between = layout.reading.tokens.get(end..said.pieces.start).unwrap_or_default();
            said.pieces.start <= end + MOST_LINK
                && said.is_count()
                && between.iter().all(|token| {
                    token.is_sign(':') || token.is_sign('(') || token.is_one_of(&["là", "có", "với", "đạt", "còn"])
                })
        });
        let named = Named { number: pick.number, key: fold_name(name), end, said };
        let sentence = |piece: usize| layout.sentences.get(piece).copied();
        let goes_on = lists.last().and_then(|list| list.last()).is_some_and(|last| {
            start.saturating_sub(last.end) <= MOST_APART && sentence(last.end.saturating_sub(1)) == sentence(start)
        });
        match lists.last_mut().filter(|_| goes_on) {
            Some(list) => list.push(named),
            None => lists.push(vec![named]),
        }
    }
    lists
}

fn named(layout: &Layout, list: &[Named], units: &Units, gathered: &mut Gathered) {
    let rows: Vec<(&Named, &Row)> =
        list.iter().filter_map(|named| Some((named, *units.rows.get(&named.key)?))).collect();
    if rows.len() < 2 {
        return;
    }
    let with_figures: Vec<(&Said, &Row)> = rows.iter().filter_map(|(named, row)| Some((named.said?, *row))).collect();
    if with_figures.len() > 1 {
        cells(&with_figures, units, gathered);
    } else if with_figures.is_empty() {
        listed(layout, list, &rows, units, gathered);
    }
}

/// Each figure beside a name is that of the column in which most of them are.
fn cells(said: &[(&Said, &Row)], units: &Units, gathered: &mut Gathered) {
    let amount =
        |row: &Row, column: usize| row.cells.get(column).and_then(|cell| cell.figure()).map(|figure| figure.amount());
    let equal = |column: usize| said.iter().filter(|(said, row)| amount(row, column) == Some(said.amount())).count();
    let best = units.totals.counts().into_iter().max_by_key(|column| (equal(*column), usize::MAX - *column));
    let Some(column) = best.filter(|column| equal(*column) > 1) else { return };
    let Some(heading) = units.totals.table.form.columns.get(column) else { return };
    for (said, row) in said {
        let relation = Relation::Sum {
            total: gathered.said(said.number),
            parts: vec![units.totals.cell(&row.key, &heading.key)],
            are: Parts::Partition,
        };
        let same = amount(row, column) == Some(said.amount());
        gathered.add(relation, Why::NamedRow, if same { Strength::Strong } else { Strength::Weak });
    }
}

/// The names are those whose cell in a column is not 0.
fn listed(layout: &Layout, list: &[Named], rows: &[(&Named, &Row)], units: &Units, gathered: &mut Gathered) {
    let is_named = |row: &Row| rows.iter().any(|(_, named)| named.key == row.key);
    let has_some = |row: &Row, column: usize| {
        row.cells.get(column).and_then(|cell| cell.figure()).is_some_and(|figure| !figure.is_zero())
    };
    let fits = |column: &usize| units.rows.values().all(|row| has_some(row, *column) == is_named(row));
    let counts = units.totals.counts();
    let mut columns: Vec<usize> = counts.iter().copied().filter(fits).collect();
    let all_known = rows.len() == list.len();
    let mut strength = if all_known && columns.len() == 1 { Strength::Strong } else { Strength::Weak };
    if columns.is_empty() {
        // None fits: the column of which the sentence speaks.
        let senses = sentence_senses(layout, list);
        let told = |column: &usize| senses.tells() && senses.agrees(&units.totals.senses(*column));
        columns = counts.into_iter().filter(told).collect();
        strength = Strength::Weak;
    }
    for column in columns.into_iter().take(MOST_COLUMNS) {
        let Some(heading) = units.totals.table.form.columns.get(column) else { continue };
        let relation = Relation::Listed {
            statement: gathered.id.clone(),
            names: list.iter().map(|named| named.number).collect(),
            table: units.totals.id.clone(),
            column: heading.key.clone(),
        };
        gathered.add(relation, Why::NamedRows, strength);
    }
}

/// What the sentence of a list speaks of.
fn sentence_senses(layout: &Layout, list: &[Named]) -> Senses {
    let Some(last) = list.last() else { return Senses::default() };
    let place = last.end.saturating_sub(1);
    let sentence = layout.sentences.get(place).copied().unwrap_or_default();
    let from = layout.sentences.partition_point(|known| *known < sentence);
    let to = layout.sentences.partition_point(|known| *known <= sentence);
    Senses::of(&folded(layout.reading.tokens.get(from..to).unwrap_or_default()))
}

/// "14 xã, thị trấn" is the number of rows.
fn counted(layout: &Layout, said: &Said, units: &Units, gathered: &mut Gathered) {
    let unit = folded(layout.reading.tokens.get(said.pieces.clone()).unwrap_or_default());
    let is_kind = |row: &&&Row| {
        let name = format!(" {} ", fold(&row.name));
        unit.split(',').any(|kind| {
            let kind: String = kind.chars().filter(|letter| !letter.is_ascii_digit()).collect();
            !kind.trim().is_empty() && name.contains(&format!(" {} ", kind.trim()))
        })
    };
    let alike = units.rows.values().filter(is_kind).count();
    let all = i64::try_from(units.rows.len()).unwrap_or(i64::MAX);
    let same = said.amount() == Amount::whole(all);
    // A part of the units ("02 xã") is no slip of the number of all.
    let names_all = unit.contains(',') && alike > 0;
    if same || names_all {
        let relation = Relation::Sum {
            total: gathered.said(said.number),
            parts: vec![Operand::Rows { table: units.totals.id.clone(), only: None }],
            are: Parts::Partition,
        };
        let strength = if same && alike > 0 && all > 2 { Strength::Strong } else { Strength::Weak };
        gathered.add(relation, Why::RowCount, strength);
    }
}
