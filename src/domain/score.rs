//! Scores: exact weighted means, with their coverage and their breakdown.
//!
//! Không áp dụng leaves the denominator; an unanswered item lowers coverage, never the score; information is neither.
//! A group in which nothing is scored has no score. A failed critical item caps the band. Nothing is rounded here.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

use super::applicability::asked;
use super::evidence::Evidence;
use super::id::{ItemCode, SectionCode};
use super::outcome::{Outcome, Share};
use super::supervision::Level;
use super::template::{Band, Template};
use super::visit::Visit;

/// The score of a visit with everything it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreCard {
    /// Every asked item, in the template's order.
    pub items: Vec<ItemScore>,
    /// Every chosen group, in the template's order.
    pub sections: Vec<SectionScore>,
    /// The whole.
    pub total: Tally,
    /// Failed critical items, in the template's order.
    pub critical_failed: Vec<ItemCode>,
}

/// One asked item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemScore {
    /// The item.
    pub code: ItemCode,
    /// Its weight in the total: its own times its group's.
    pub weight: u64,
    /// What its answer amounts to.
    pub outcome: Outcome,
}

/// One chosen group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionScore {
    /// The group.
    pub code: SectionCode,
    /// Its items together.
    pub tally: Tally,
}

/// Points, possible points and coverage of some items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sum of share times weight.
    pub points: Points,
    /// Sum of the weights of scored items: the most that `points` can be.
    pub possible: u64,
    /// Items answered, không áp dụng included.
    pub answered: usize,
    /// Items asked.
    pub asked: usize,
    /// Items that failed.
    pub failed: usize,
}

/// Exact points: whole ones, since most shares are 0 or 1, and the rest by denominator. They are brought to one fraction
/// only when that is asked for: a common denominator after each item would grow with every one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    whole: u64,
    rest: BTreeMap<BigInt, BigInt>,
}

impl Points {
    /// The points as one exact number, in lowest terms.
    pub fn exact(&self) -> Share {
        let mut sums: Vec<(BigInt, BigInt)> =
            self.rest.iter().map(|(denominator, sum)| (sum.clone(), denominator.clone())).collect();
        // Two by two, so that long numbers meet numbers of their own length.
        while sums.len() > 1 {
            let pair = |pair: &[(BigInt, BigInt)]| match pair {
                [(one, of), (other, among)] => (one * among + other * of, of * among),
                _ => pair.first().cloned().unwrap_or_default(),
            };
            sums = sums.chunks(2).map(pair).collect();
        }
        let rest = sums.pop().map_or_else(Share::zero, |(sum, denominator)| Share::new(sum, denominator));
        rest + BigInt::from(self.whole)
    }

    fn add(&mut self, share: &Share, weight: u64) {
        if share.is_zero() {
            return;
        }
        if share.numer() == share.denom() {
            self.whole += weight;
        } else {
            *self.rest.entry(share.denom().clone()).or_default() += share.numer() * weight;
        }
    }
}

impl Tally {
    /// Points over possible points, 0 to 1; none while nothing is scored.
    pub fn score(&self) -> Option<Share> {
        (self.possible != 0).then(|| self.points.exact() / BigInt::from(self.possible))
    }

    /// Whether some asked item has no answer yet, or none is asked, so that the score is provisional.
    pub fn is_provisional(&self) -> bool {
        self.answered < self.asked || self.asked == 0
    }

    fn add(&mut self, weight: u64, outcome: &Outcome) {
        self.asked += 1;
        self.answered += usize::from(outcome.is_answered());
        self.failed += usize::from(outcome.is_failed());
        if let Outcome::Scored { share, .. } = outcome {
            self.possible += weight;
            self.points.add(share, weight);
        }
    }
}

/// Scores a visit to a unit of this level.
pub fn score(template: &Template, visit: &Visit, evidence: &Evidence, level: Level) -> ScoreCard {
    let mut card =
        ScoreCard { items: Vec::new(), sections: Vec::new(), total: Tally::default(), critical_failed: Vec::new() };
    let chosen = template.sections.iter().filter(|section| visit.sections.contains(&section.code));
    let weights: Vec<(&SectionCode, u64)> = chosen.map(|section| (&section.code, u64::from(section.weight))).collect();
    card.sections
        .extend(weights.iter().map(|(code, _)| SectionScore { code: (*code).clone(), tally: Tally::default() }));
    for item in asked(template, visit, evidence) {
        let Some(position) = weights.iter().position(|(code, _)| **code == item.section) else {
            continue;
        };
        let (standing, outcome) = evidence.outcome(template, visit, item, level);
        let weight = u64::from(item.weight) * weights[position].1;
        card.sections[position].tally.add(weight, &outcome);
        card.total.add(weight, &outcome);
        if standing.fails_critically(item, &outcome) {
            card.critical_failed.push(item.code.clone());
        }
        card.items.push(ItemScore { code: item.code.clone(), weight, outcome });
    }
    card
}

/// The band of a total score, and whether a failed critical item lowered it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placing<'t> {
    /// The band.
    pub band: &'t Band,
    /// Whether the score alone would have given a higher one.
    pub capped: bool,
}

impl ScoreCard {
    /// The band of the total; none while nothing is scored.
    pub fn placing<'t>(&self, template: &'t Template) -> Option<Placing<'t>> {
        let percent = self.total.score()? * BigInt::from(100);
        let reached = |band: &&Band| Share::from(BigInt::from(band.from_percent)) <= percent;
        let earned = template.bands.iter().find(reached)?;
        if self.critical_failed.is_empty() || earned.from_percent < template.critical_cap_percent {
            return Some(Placing { band: earned, capped: false });
        }
        let below_cap = |band: &&Band| band.from_percent < template.critical_cap_percent;
        template.bands.iter().find(below_cap).map(|band| Placing { band, capped: true })
    }
}
