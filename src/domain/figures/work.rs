//! How much work an audit of figures is, told before it is made: lists within their limits still multiply.

use super::Figures;
use super::form::{Form, Rows, Rule};
use super::statement::{Operand, Picked, Relation};

/// The most work that an audit may be: below a second on a tablet. Ten tables of three hundred rows, twelve columns and
/// ten rules are a fifth of it.
pub const MAX_WORK: u64 = 30_000_000;

/// What a check costs that finds something, in figures read.
const REPORT: u64 = 50;

/// What folding and comparing a name costs.
const NAME: u64 = 10;

/// About how many figures an audit of all this reads.
pub fn audit_work(figures: &Figures) -> u64 {
    let tables = figures.tables.values().map(|held| of_table(&held.value.form, held.value.rows.len() as u64));
    let mut work = tables.fold(0, u64::saturating_add);
    let (mut names, mut citations, mut shares) = (0_u64, 0_u64, 0_u64);
    for pick in figures.statements.values().flat_map(|held| &held.value.picks) {
        match pick.what {
            Picked::Name { .. } => names += 1,
            Picked::Citation { .. } => citations += 1,
            Picked::Figure { .. } => {}
        }
    }
    for held in figures.ties.values() {
        work = work.saturating_add(of_relation(figures, &held.value.relation));
        shares += u64::from(matches!(held.value.relation, Relation::Share { .. }));
    }
    let units = figures.tables.values().map(|held| &held.value);
    let units = units.filter(|table| matches!(table.form.rows, Rows::Units {})).map(|table| table.rows.len() as u64);
    let mentions = units.fold(names, u64::saturating_add);
    work.saturating_add(names.saturating_mul(mentions).saturating_mul(NAME))
        .saturating_add(citations.saturating_mul(citations))
        .saturating_add(shares.saturating_mul(shares).saturating_mul(NAME))
}

fn of_table(form: &Form, rows: u64) -> u64 {
    let columns = form.columns.len() as u64;
    let shares = form.across.iter().filter(|rule| matches!(rule, Rule::Share { .. })).count() as u64;
    let rule = |beside: u64| move |rule: &Rule| REPORT + NAME * (beside + rule.lines().len() as u64);
    let across: u64 = form.across.iter().map(rule(columns)).sum();
    let down: u64 = form.down.iter().map(rule(rows)).sum();
    rows.saturating_mul(columns + across + shares * shares).saturating_add(columns.saturating_mul(down))
}

fn of_relation(figures: &Figures, relation: &Relation) -> u64 {
    if let Relation::Listed { names, table, .. } = relation {
        let rows = figures.tables.get(table).map_or(0, |held| held.value.rows.len() as u64);
        return NAME * (names.len() as u64 + rows);
    }
    relation.operands().into_iter().map(|operand| of_operand(figures, operand)).fold(REPORT, u64::saturating_add)
}

fn of_operand(figures: &Figures, operand: &Operand) -> u64 {
    let table = match operand {
        Operand::Said { statement, .. } => {
            return figures.statements.get(statement).map_or(1, |held| 1 + held.value.picks.len() as u64);
        }
        Operand::Cell { table, .. } | Operand::Column { table, .. } | Operand::Rows { table, .. } => table,
    };
    figures.tables.get(table).map_or(1, |held| {
        let (rows, columns) = (held.value.rows.len() as u64, held.value.form.columns.len() as u64);
        match operand {
            // What stands beside it is read as well where it does not agree.
            Operand::Cell { .. } | Operand::Column { .. } => rows * columns,
            Operand::Rows { .. } | Operand::Said { .. } => rows * NAME,
        }
    })
}
