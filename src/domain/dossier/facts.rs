//! What is found about a dossier, for its checks.

use std::cmp::Ordering;

use super::Dossier;
use super::judgement::{Course, Readings};

/// What is found about a dossier, for its checks.
pub(super) struct Facts<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    /// How it went.
    pub course: Option<Course>,
    /// How the appointed date stands to the due date, where both are known.
    pub slip: Option<Ordering>,
    /// Both readings of the apology rule.
    pub readings: Option<Readings>,
    /// How many times it was re-appointed, at least once, where the rule of once holds.
    pub reappointed: Option<u32>,
}
