//! A statement (đoạn lời văn): a piece of a report's running text with the figures, names and citations picked out of
//! it, and the ties (đối chiếu) that say what these must agree with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ItemCode, LineKey, StatementId, TableId};

use super::figure::Figure;
use super::form::Parts;

/// The most statements of a visit.
pub const MAX_STATEMENTS: usize = 500;

/// The most ties of a visit.
pub const MAX_TIES: usize = 5_000;

/// The most picks of a statement.
pub const MAX_PICKS: usize = 1_000;

/// A piece of running text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Where it stands in the report, such as "Mục II.1"; may be empty.
    pub place: String,
    /// The body whose figures it gives; empty where that is the unit of the visit.
    pub body: String,
    /// The text as it stands there.
    pub text: String,
    /// What was picked out of it, in the order of the text.
    pub picks: Vec<Pick>,
}

/// Something picked out of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    /// Its number within the statement, from 1; kept while the pick lives.
    pub number: u32,
    /// Where it begins, in characters from 0.
    pub from: u32,
    /// Where it ends, the first character that is no longer part of it.
    pub to: u32,
    /// What it is.
    pub what: Picked,
}

/// What is picked out of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Picked {
    /// A figure with its unit as written there, such as "hồ sơ", "TTHC" or "%"; the unit may be empty.
    Figure {
        /// The figure.
        figure: Figure,
        /// Its unit.
        unit: String,
    },
    /// The name of a unit, such as "thị trấn Phú Túc".
    Name {
        /// As written.
        name: String,
    },
    /// A document that is cited.
    Citation {
        /// Its number, such as `01/2017/TT-VPCP`.
        number: String,
        /// Its date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<NaiveDate>,
    },
}

/// What a tie takes a figure from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Operand {
    /// A pick of a statement.
    Said {
        /// The statement.
        statement: StatementId,
        /// The pick, by its number.
        pick: u32,
    },
    /// A cell of a table.
    Cell {
        /// The table.
        table: TableId,
        /// The row.
        row: LineKey,
        /// The column.
        column: LineKey,
    },
    /// A column of a table added up, sections and totals left out.
    Column {
        /// The table.
        table: TableId,
        /// The column.
        column: LineKey,
    },
    /// How many rows a table has, sections and totals left out.
    Rows {
        /// The table.
        table: TableId,
        /// Only those with this text in this column.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        only: Option<(LineKey, String)>,
    },
}

/// A tie: what must agree with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// What must agree.
    pub relation: Relation,
    /// The item of the checklist that asks for it, where it is not the one that the relation stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemCode>,
}

/// What must agree with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Relation {
    /// A figure is the sum of others, or, with one, the same as it.
    Sum {
        /// The figure.
        total: Operand,
        /// What it is made of.
        parts: Vec<Operand>,
        /// How the parts stand to each other.
        #[serde(default)]
        are: Parts,
    },
    /// A percentage is that of two figures.
    Share {
        /// The percentage.
        share: Operand,
        /// The count above the line.
        part: Operand,
        /// The count below the line.
        whole: Operand,
    },
    /// Two figures are said of the same thing.
    Same {
        /// One.
        first: Operand,
        /// The other.
        second: Operand,
    },
    /// What was there with what came is what was done with what is left.
    Balance {
        /// What was there; if it is not given, the gap is what it must have been.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opening: Option<Operand>,
        /// What came.
        received: Operand,
        /// What was done.
        resolved: Operand,
        /// What is left.
        pending: Operand,
    },
    /// The units named in a text are those whose cell in a column is not 0.
    Listed {
        /// The statement.
        statement: StatementId,
        /// The picks that name the units.
        names: Vec<u32>,
        /// The table.
        table: TableId,
        /// The column.
        column: LineKey,
    },
}

impl Statement {
    /// A pick by its number.
    pub fn pick(&self, number: u32) -> Option<&Pick> {
        self.picks.iter().find(|pick| pick.number == number)
    }

    /// Every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let picked = self.picks.iter().map(|pick| match &pick.what {
            Picked::Figure { unit, .. } => unit.as_str(),
            Picked::Name { name } => name.as_str(),
            Picked::Citation { number, .. } => number.as_str(),
        });
        [self.place.as_str(), self.body.as_str(), self.text.as_str()].into_iter().chain(picked)
    }
}

impl Relation {
    /// The figures that it takes, the first the one that is held against the others.
    pub fn operands(&self) -> Vec<&Operand> {
        match self {
            Self::Sum { total, parts, .. } => std::iter::once(total).chain(parts).collect(),
            Self::Share { share, part, whole } => vec![share, part, whole],
            Self::Same { first, second } => vec![first, second],
            Self::Balance { opening, received, resolved, pending } => {
                [received, resolved, pending].into_iter().chain(opening).collect()
            }
            Self::Listed { .. } => Vec::new(),
        }
    }
}
