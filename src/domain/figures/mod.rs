//! Figures (số liệu): the tables that a unit's report carries and what its running text states, entered once; the audit
//! that holds them against each other; and what they say.
//!
//! A reported figure is kept as it was reported. What follows from others (totals, shares, indicators, discrepancies)
//! is computed and never stored. Wrong figures are discrepancies, not errors.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::Stamp;
use super::id::{DiscrepancyId, FindingId, StatementId, TableId, TieId};

pub use bundle::FormFile;
pub use figure::{Amount, Figure, FigureError};
pub use form::{Better, Column, Form, Indicator, Measure, Parts, Rows, Rule};
pub use statement::{Operand, Pick, Picked, Relation, Statement, Tie};
pub use table::{Cell, Period, Row, StatTable};

pub mod audit;
pub mod bundle;
pub mod computed;
pub mod figure;
pub mod form;
pub mod indicators;
mod period;
pub mod propose;
pub mod ranking;
pub mod reading;
pub mod rows;
pub mod scan;
pub mod statement;
pub mod table;
pub mod work;

/// What a visit holds of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The tables, in the order in which they were begun.
    pub tables: BTreeMap<TableId, Held<StatTable>>,
    /// The statements, in the order in which they were entered.
    pub statements: BTreeMap<StatementId, Held<Statement>>,
    /// What must agree with what.
    pub ties: BTreeMap<TieId, Held<Tie>>,
    /// What was made of the discrepancies.
    pub decisions: BTreeMap<DiscrepancyId, Held<Decision>>,
}

/// Something entered, with who entered it as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held<T> {
    /// What was entered.
    pub value: T,
    /// Who last entered or changed it.
    pub stamp: Stamp,
}

/// What was made of a discrepancy. It stays on record even when the figures no longer disagree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Decision {
    /// It became a finding.
    Finding {
        /// The finding.
        finding: FindingId,
    },
    /// It was set aside.
    SetAside {
        /// Why.
        reason: String,
    },
}

impl Figures {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
