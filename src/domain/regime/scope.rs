//! Where and when a document has to bind.

use chrono::NaiveDate;

/// Where and when a document would have to bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegalScope<'s> {
    /// The day of the visit.
    pub on: NaiveDate,
    /// The province of the unit, where it is known; without it no document of a province binds.
    pub province: Option<&'s str>,
}
