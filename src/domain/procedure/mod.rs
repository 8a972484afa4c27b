//! The reference list of procedures (danh mục TTHC) with the days on which each is in force, and what a delegation
//! sees of them at the counter.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Term;
use super::supervision::Level;

pub use crate::domain::check::PostingCheck;
pub use posting::{Content, Edition, MAX_SAMPLED, PostedProcedure, Posting};
pub use short::ProcedureListShort;

mod posting;
mod short;

/// A reference list, carried on the tablet. A new import is a new version; what was judged keeps the version it was
/// judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureList {
    /// Its id, the same for all versions; not blank.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// The day it was taken from its source.
    pub taken_on: NaiveDate,
    /// The procedures, in the order of the source.
    pub entries: Vec<Procedure>,
}

/// A list by id and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureListRef {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// An administrative procedure (thủ tục hành chính) as one decision published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Its code in the national database, such as "1.003003"; not blank.
    pub code: String,
    /// Its name; not blank.
    pub name: String,
    /// Its field (lĩnh vực).
    pub field: String,
    /// The level that resolves it, the first where several do.
    pub level: Level,
    /// The other levels that resolve it too ("Cấp tỉnh, Cấp xã").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_levels: Vec<Level>,
    /// The decision that published it (quyết định công bố).
    pub decision: Decision,
    /// Time for resolving it; none where the list does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// Fee, as the list words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<String>,
    /// How far it can be done online; none where the list does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online_level: Option<OnlineLevel>,
    /// First day in force.
    pub valid_from: NaiveDate,
    /// Last day in force; none while it still is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
}

/// A decision of publication by number and date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Number and sign, such as "1234/QĐ-UBND".
    pub number: String,
    /// Date of issue.
    pub date: Option<NaiveDate>,
}

/// How far a procedure can be done online: levels 1 to 4 until Nghị định 42/2022/NĐ-CP, then một phần or toàn trình.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnlineLevel {
    /// Mức độ 1: information only.
    One,
    /// Mức độ 2: forms to download.
    Two,
    /// Mức độ 3: filed online.
    Three,
    /// Mức độ 4: filed, paid and returned online.
    Four,
    /// Một phần.
    Partial,
    /// Toàn trình.
    Whole,
}

/// What is wrong with a list. Rows are entries, from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// An entry without a code.
    #[error("row {row} has no code")]
    NoCode {
        /// The entry.
        row: usize,
    },
    /// An entry without a name.
    #[error("row {row} has no name")]
    NoName {
        /// The entry.
        row: usize,
    },
    /// The last day in force is before the first.
    #[error("row {row} ends before it begins")]
    Reversed {
        /// The entry.
        row: usize,
    },
    /// Two entries of one code are in force on the same day.
    #[error("rows {first} and {second} both hold {code} on the same day")]
    Overlap {
        /// The code.
        code: String,
        /// The entry that stands first on the list.
        first: usize,
        /// The other.
        second: usize,
    },
}

/// What a list says of a code on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'l> {
    /// In force.
    InForce(&'l Procedure),
    /// In force only later: the earliest such entry.
    NotYet(&'l Procedure),
    /// In force no longer: the latest such entry.
    Ended(&'l Procedure),
    /// Not on the list.
    Unlisted,
}

impl Procedure {
    /// The levels that resolve it.
    pub fn levels(&self) -> impl Iterator<Item = Level> {
        std::iter::once(self.level).chain(self.other_levels.iter().copied())
    }

    /// Whether this level resolves it.
    pub fn is_at(&self, level: Level) -> bool {
        self.levels().any(|own| own == level)
    }

    /// Whether it is in force on this day, first and last day included.
    pub fn is_in_force(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }
}

impl ProcedureList {
    /// Its id and version.
    pub fn reference(&self) -> ProcedureListRef {
        ProcedureListRef { id: self.id.clone(), version: self.version }
    }

    /// The procedures in force on this day, in the list's order.
    pub fn in_force(&self, on: NaiveDate) -> impl Iterator<Item = &Procedure> {
        self.entries.iter().filter(move |procedure| procedure.is_in_force(on))
    }

    /// What the list says of this code, without blanks around it, on this day.
    pub fn standing(&self, code: &str, on: NaiveDate) -> Standing<'_> {
        let code = code.trim();
        let same = || self.entries.iter().filter(|entry| entry.code.trim() == code);
        if let Some(entry) = same().find(|entry| entry.is_in_force(on)) {
            return Standing::InForce(entry);
        }
        let ended = same().filter(|entry| entry.valid_from <= on).max_by_key(|entry| entry.valid_from);
        let later = same().filter(|entry| entry.valid_from > on).min_by_key(|entry| entry.valid_from);
        match (ended, later) {
            (_, Some(entry)) => Standing::NotYet(entry),
            (Some(entry), None) => Standing::Ended(entry),
            (None, None) => Standing::Unlisted,
        }
    }

    /// Everything that is wrong with it, by row; a list with errors is not taken.
    pub fn errors(&self) -> Vec<ListError> {
        let mut found = Vec::new();
        let mut by_code: BTreeMap<&str, Vec<(usize, &Procedure)>> = BTreeMap::new();
        for (row, entry) in (1..).zip(&self.entries) {
            if entry.name.trim().is_empty() {
                found.push(ListError::NoName { row });
            }
            if entry.valid_to.is_some_and(|last| last < entry.valid_from) {
                found.push(ListError::Reversed { row });
            }
            match entry.code.trim() {
                "" => found.push(ListError::NoCode { row }),
                code => by_code.entry(code).or_default().push((row, entry)),
            }
        }
        for (code, mut entries) in by_code {
            entries.sort_by_key(|(_, entry)| entry.valid_from);
            found.extend(overlaps(code, &entries));
        }
        found
    }
}

/// The overlaps among the entries of one code, by their first day: each entry against the one so far that ends last,
/// so that a long list of doubles is named row by row and not pair by pair.
fn overlaps(code: &str, entries: &[(usize, &Procedure)]) -> Vec<ListError> {
    let mut found = Vec::new();
    let mut longest: Option<(usize, NaiveDate)> = None;
    for (row, entry) in entries {
        let last = entry.valid_to.unwrap_or(NaiveDate::MAX);
        if let Some((other, until)) = longest
            && entry.valid_from <= until
        {
            let (first, second) = (other.min(*row), other.max(*row));
            found.push(ListError::Overlap { code: code.to_owned(), first, second });
        }
        if longest.is_none_or(|(_, until)| until < last) {
            longest = Some((*row, last));
        }
    }
    found
}

#[cfg(test)]
mod tests;
