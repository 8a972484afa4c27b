//! Proposes what must agree with what: the figures of a statement with each other and with those of tables. A person
//! takes or leaves each proposal; nothing here ties anything by itself.

use crate::domain::id::{StatementId, TableId};

use super::statement::{Operand, Relation, Statement};
use super::table::StatTable;

use layout::Layout;

mod brackets;
mod columns;
mod layout;
mod lists;
mod rows;
mod senses;
mod shares;
mod sums;
mod tables;

/// A relation that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What would have to agree.
    pub relation: Relation,
    /// What speaks for it.
    pub why: Why,
    /// How much.
    pub strength: Strength,
}

/// How much speaks for a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The words allow it.
    Weak,
    /// The words say it, or they allow it and the figures agree.
    Strong,
}

/// What speaks for a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// "a/b, chiếm tỷ lệ p%" or "p% (a/b)".
    Ratio,
    /// "a …, chiếm p%" or "p% là a", of a whole that stands elsewhere.
    ShareOfWhole,
    /// The parts stand in brackets behind the total.
    Brackets,
    /// "Trong đó", "gồm".
    Among,
    /// The parts are bullets below the total.
    Bullets,
    /// "a + b = c".
    WrittenSum,
    /// The figures beside it add up to it, or they are the cases of one distinction.
    Run,
    /// Received, resolved, pending.
    Balance,
    /// The whole of a ratio in a bullet is the figure above it.
    WholeAbove,
    /// The same is said twice.
    SaidTwice,
    /// A total of a table is the same.
    EqualsTotal,
    /// Its words are those of a column.
    ColumnWords,
    /// The totals of tables of one form add up to it, or the cells of columns do.
    SumOfTotals,
    /// It stands with the name of a row.
    NamedRow,
    /// The names are those of rows.
    NamedRows,
    /// It counts the units that the rows of a table are.
    RowCount,
}

/// What may be meant within a statement, in the order of its text, the stronger first where two say the same.
pub fn within(id: &StatementId, statement: &Statement) -> Vec<Proposal> {
    let chars: Vec<char> = statement.text.chars().collect();
    let layout = Layout::new(&chars, statement);
    let mut proposals = Gathered { id, proposals: Vec::new() };
    shares::propose(&layout, &mut proposals);
    brackets::propose(&layout, &mut proposals);
    lists::propose(&layout, &mut proposals);
    sums::propose(&layout, &mut proposals);
    proposals.finish()
}

/// What may be meant between a statement and tables. A table of another body than the statement's is left out.
pub fn against(id: &StatementId, statement: &Statement, tables: &[(&TableId, &StatTable)]) -> Vec<Proposal> {
    let chars: Vec<char> = statement.text.chars().collect();
    let layout = Layout::new(&chars, statement);
    let mut proposals = Gathered { id, proposals: Vec::new() };
    let body = |table: &StatTable| {
        let unsaid = statement.body.trim().is_empty() || table.body.trim().is_empty();
        let name = crate::words::fold::fold_name;
        unsaid || name(&statement.body) == name(&table.body)
    };
    let tables: Vec<(&TableId, &StatTable)> = tables.iter().copied().filter(|(_, table)| body(table)).collect();
    tables::propose(&layout, &tables, &mut proposals);
    rows::propose(&layout, statement, &tables, &mut proposals);
    proposals.finish()
}

/// Proposals while they are gathered.
struct Gathered<'i> {
    id: &'i StatementId,
    proposals: Vec<Proposal>,
}

impl Gathered<'_> {
    /// A pick of the statement.
    fn said(&self, pick: u32) -> Operand {
        Operand::Said { statement: self.id.clone(), pick }
    }

    /// Adds a proposal.
    fn add(&mut self, relation: Relation, why: Why, strength: Strength) {
        self.proposals.push(Proposal { relation, why, strength });
    }

    /// Adds a sum of picks.
    fn add_sum(&mut self, total: u32, parts: &[u32], why: Why, strength: Strength) {
        let parts = parts.iter().map(|part| self.said(*part)).collect();
        let relation = Relation::Sum { total: self.said(total), parts, are: super::form::Parts::Partition };
        self.add(relation, why, strength);
    }

    /// The proposals, each relation once.
    fn finish(self) -> Vec<Proposal> {
        let mut kept: Vec<(Vec<Operand>, Proposal)> = Vec::with_capacity(self.proposals.len());
        let mut seen: std::collections::BTreeMap<(u8, Vec<Operand>), usize> = std::collections::BTreeMap::new();
        for proposal in self.proposals {
            let operands: Vec<Operand> = proposal.relation.operands().into_iter().cloned().collect();
            let kind = match &proposal.relation {
                Relation::Sum { .. } => 0,
                Relation::Share { .. } => 1,
                Relation::Same { .. } => 2,
                Relation::Balance { .. } => 3,
                Relation::Listed { .. } => 4,
            };
            // A list has no operands; each is its own.
            let known = if kind == 4 { None } else { seen.get(&(kind, operands.clone())).copied() };
            match known.and_then(|place| kept.get_mut(place)) {
                Some((_, before)) if before.strength < proposal.strength => *before = proposal,
                Some(_) => {}
                None => {
                    seen.insert((kind, operands.clone()), kept.len());
                    kept.push((operands, proposal));
                }
            }
        }
        kept.sort_by_key(|(operands, _)| match operands.first() {
            Some(Operand::Said { pick, .. }) => *pick,
            Some(Operand::Cell { .. } | Operand::Column { .. } | Operand::Rows { .. }) | None => u32::MAX,
        });
        kept.into_iter().map(|(_, proposal)| proposal).collect()
    }
}

#[cfg(test)]
mod tests;
