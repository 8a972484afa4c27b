//! The ways in which a pick is tied by hand, and what each takes.

use crate::domain::figures::{Operand, Parts, Relation};
use crate::domain::id::StatementId;
use crate::words::Text;
use crate::words::catalogue::audit::statement as words;

/// A way to tie a pick.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is another figure.
    #[default]
    Equal,
    /// It is the sum of others.
    Sum,
    /// It is a percentage of two.
    Share,
    /// It is said of the same thing as another.
    Same,
    /// It came, and balances with what was done and what is left.
    Balance,
    /// The names are the units with a figure in a column.
    Listed,
}

impl Kind {
    /// Those that a figure is tied by.
    pub(super) const OF_FIGURES: [Self; 5] = [Self::Equal, Self::Sum, Self::Share, Self::Same, Self::Balance];

    /// In words.
    pub(super) fn label(self) -> Text {
        match self {
            Self::Equal => words::KIND_EQUAL,
            Self::Sum => words::KIND_SUM,
            Self::Share => words::KIND_SHARE,
            Self::Same => words::KIND_SAME,
            Self::Balance => words::KIND_BALANCE,
            Self::Listed => words::KIND_LISTED,
        }
    }

    /// What it takes, in order; a sum takes one more than it has.
    pub(super) fn slots(self, filled: usize) -> Vec<Text> {
        match self {
            Self::Equal | Self::Same => vec![words::SLOT_EQUAL],
            Self::Sum => vec![words::SLOT_PART; filled + 1],
            Self::Share => vec![words::SLOT_ABOVE, words::SLOT_BELOW],
            Self::Balance => vec![words::SLOT_RESOLVED, words::SLOT_PENDING, words::SLOT_OPENING],
            Self::Listed => vec![words::SLOT_COLUMN],
        }
    }

    /// The relation that a pick and what was chosen make; none while something is missing.
    pub(super) fn relation(
        self,
        (statement, pick): (StatementId, u32),
        chosen: &[Operand],
        are: Parts,
        names: Vec<u32>,
    ) -> Option<Relation> {
        let said = Operand::Said { statement: statement.clone(), pick };
        match (self, chosen) {
            (Self::Equal, [one]) => {
                Some(Relation::Sum { total: said, parts: vec![one.clone()], are: Parts::Partition })
            }
            (Self::Sum, [_, _, ..]) => Some(Relation::Sum { total: said, parts: chosen.to_vec(), are }),
            (Self::Share, [part, whole]) => {
                Some(Relation::Share { share: said, part: part.clone(), whole: whole.clone() })
            }
            (Self::Same, [other]) => Some(Relation::Same { first: said, second: other.clone() }),
            (Self::Balance, [resolved, pending, opening @ ..]) => Some(Relation::Balance {
                opening: opening.first().cloned(),
                received: said,
                resolved: resolved.clone(),
                pending: pending.clone(),
            }),
            (Self::Listed, [Operand::Column { table, column }]) if !names.is_empty() => {
                Some(Relation::Listed { statement, names, table: table.clone(), column: column.clone() })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pick: u32) -> Operand {
        Operand::Said { statement: StatementId::new("l-1").unwrap(), pick }
    }

    fn made(kind: Kind, chosen: &[Operand]) -> Option<Relation> {
        kind.relation((StatementId::new("l-1").unwrap(), 1), chosen, Parts::Overlapping, Vec::new())
    }

    #[test]
    fn a_tie_is_made_once_all_it_takes_is_chosen() {
        for (kind, fewest) in [(Kind::Equal, 1), (Kind::Sum, 2), (Kind::Share, 2), (Kind::Same, 1), (Kind::Balance, 2)]
        {
            let chosen: Vec<Operand> = (2..).map(said).take(fewest).collect();
            assert!(made(kind, &chosen).is_some(), "{kind:?}");
            assert_eq!(made(kind, &chosen[1..]), None, "{kind:?}");
        }
        assert_eq!(made(Kind::Listed, &[said(2)]), None, "a list is held against a column");
    }

    #[test]
    fn a_third_figure_of_a_balance_is_what_was_there() {
        let made = made(Kind::Balance, &[said(2), said(3), said(4)]).unwrap();
        assert!(matches!(made, Relation::Balance { opening: Some(Operand::Said { pick: 4, .. }), .. }));
    }
}
