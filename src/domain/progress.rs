//! The short form of a visit that lists show, so that no list reads whole visits.

use chrono::NaiveDate;
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::finding::findings;
use super::id::{SupervisionId, UnitId, VisitId};
use super::outcome::Share;
use super::score::score;
use super::supervision::Level;
use super::template::Template;
use super::visit::Visit;

/// A visit in short. Derived from the visit and written with it, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitSummary {
    /// The visit.
    pub id: VisitId,
    /// Its supervision.
    pub supervision: SupervisionId,
    /// Its unit.
    pub unit: UnitId,
    /// Its day.
    pub date: NaiveDate,
    /// The revision it was derived from.
    pub revision: u64,
    /// Items answered.
    pub answered: usize,
    /// Items asked.
    pub asked: usize,
    /// Exact score, 0 to 1, as numerator and denominator; none while nothing is scored.
    pub score: Option<(String, String)>,
    /// Findings that stand (not withdrawn).
    pub findings: usize,
    /// Failed critical items.
    pub critical_failed: usize,
}

impl VisitSummary {
    /// The exact score, 0 to 1.
    pub fn share(&self) -> Option<Share> {
        let (numerator, denominator) = self.score.as_ref()?;
        let denominator: BigInt = denominator.parse().ok()?;
        (denominator > BigInt::ZERO).then_some(())?;
        // It was written in lowest terms: finding them again would cost more than all the rest of a list.
        Some(Share::new_raw(numerator.parse().ok()?, denominator))
    }
}

/// The short form of a visit to a unit of this level.
pub fn summary(template: &Template, visit: &Visit, evidence: &Evidence, level: Level) -> VisitSummary {
    let card = score(template, visit, evidence, level);
    VisitSummary {
        id: visit.id.clone(),
        supervision: visit.supervision.clone(),
        unit: visit.unit.clone(),
        date: visit.date,
        revision: visit.revision,
        answered: card.total.answered,
        asked: card.total.asked,
        score: card.total.score().map(|share| (share.numer().to_string(), share.denom().to_string())),
        findings: findings(template, visit, evidence, level)
            .iter()
            .filter(|finding| finding.withdrawn.is_none())
            .count(),
        critical_failed: card.critical_failed.len(),
    }
}
