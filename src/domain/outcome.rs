//! What one answer amounts to: its share of the possible point, exactly, and whether it fails.

use chrono::{Months, NaiveDate};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::answer::{Answer, Verdict};
use super::id::ItemCode;
use super::supervision::Level;
use super::template::{AnswerSpec, DateRule, Item, Target, Threshold};

/// An exact share, 0 to 1.
pub type Share = BigRational;

/// What the answer to an asked item amounts to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No complete answer: lowers coverage, never the score.
    Unanswered,
    /// Không áp dụng, with a reason: out of the denominator.
    NotApplicable,
    /// Answered, but for information only (a plain count).
    Information,
    /// A share of nothing (a ratio over zero): undefined, so out of the denominator, and shown as such.
    Undefined,
    /// What was answered cannot be: neither met nor failed until it is mended, so it counts as unanswered.
    Contradictory(Contradiction),
    /// Scored.
    Scored {
        /// 0 to 1.
        share: Share,
        /// Whether it yields a finding.
        failed: bool,
    },
}

/// Why an answer cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The part is above its whole.
    PartAboveWhole,
    /// The counts are the parts of a count of another item, and add up to something else.
    NotItsTotal {
        /// What they add up to.
        sum: u128,
        /// What they should add up to.
        total: u64,
        /// The item that counts the whole.
        item: ItemCode,
    },
}

impl Outcome {
    /// Whether the item counts as answered.
    pub fn is_answered(&self) -> bool {
        !matches!(self, Self::Unanswered | Self::Contradictory(_))
    }

    /// Whether the item failed.
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Scored { failed: true, .. })
    }
}

/// `part / whole` as an exact share; none over zero.
pub fn share(part: u64, whole: u64) -> Option<Share> {
    (whole != 0).then(|| Share::new(BigInt::from(part), BigInt::from(whole)))
}

/// What an answer to `item` amounts to, at a unit of this level visited on this day.
pub fn outcome(item: &Item, answer: Option<&Answer>, level: Level, visited_on: NaiveDate) -> Outcome {
    let Some(answer) = answer.filter(|answer| answer.is_complete(&item.answer)) else {
        return Outcome::Unanswered;
    };
    match (answer, &item.answer) {
        (Answer::NotApplicable { .. }, _) => Outcome::NotApplicable,
        (Answer::Verdict { value }, _) => met(*value == Verdict::Met),
        (Answer::Counts { values }, AnswerSpec::Counts { fields, threshold: Some(threshold), .. }) => {
            let position = fields.iter().position(|field| field.key == threshold.field);
            match position.and_then(|position| values.get(position).copied().flatten()) {
                Some(count) => met(within(threshold, count)),
                None => Outcome::Unanswered,
            }
        }
        (Answer::Counts { .. }, _) => Outcome::Information,
        (Answer::Ratio { part: Some(part), whole: Some(whole) }, AnswerSpec::Ratio { may_exceed: false, .. })
            if whole < part =>
        {
            Outcome::Contradictory(Contradiction::PartAboveWhole)
        }
        (Answer::Ratio { part: Some(part), whole: Some(whole) }, AnswerSpec::Ratio { target, .. }) => {
            ratio(*part, *whole, target.as_ref().and_then(|target: &Target| target.percent_for(level)))
        }
        // What a sample shows: every one that does not comply is a failure.
        (Answer::Ratio { part: Some(part), whole: Some(whole) }, AnswerSpec::Sample { .. }) => {
            ratio(*part, *whole, Some(100))
        }
        (Answer::Date { on: Some(on), due }, AnswerSpec::Date { rule }) => met(match rule {
            DateRule::WithinMonthsBeforeVisit { months } => {
                let oldest = visited_on.checked_sub_months(Months::new(*months)).unwrap_or(NaiveDate::MIN);
                oldest <= *on && *on <= visited_on
            }
            DateRule::NoLaterThanDue => due.is_some_and(|due| *on <= due),
        }),
        (Answer::Means { hundredths }, AnswerSpec::Means { parts }) => {
            let shares = hundredths.iter().flatten().zip(parts);
            let sum = shares.fold(Share::zero(), |sum, (mean, part)| {
                sum + Share::new(BigInt::from(*mean), BigInt::from(u64::from(part.maximum) * 100))
            });
            Outcome::Scored { share: sum / Share::from(BigInt::from(parts.len())), failed: false }
        }
        // An answer of another kind than the template asks for is kept, but says nothing.
        (Answer::Ratio { .. } | Answer::Date { .. } | Answer::Means { .. }, _) => Outcome::Unanswered,
    }
}

/// What stands against the counts of an item that are the parts of a count of another one; none while either is not
/// there or they agree.
pub fn against_total(
    item: &Item,
    answer: Option<&Answer>,
    whole: impl FnOnce(&ItemCode) -> Option<u64>,
) -> Option<Contradiction> {
    let AnswerSpec::Counts { sums_to: Some(total), .. } = &item.answer else { return None };
    let Some(Answer::Counts { values }) = answer else { return None };
    let values = values.iter().copied().collect::<Option<Vec<u64>>>()?;
    let sum = values.into_iter().map(u128::from).sum::<u128>();
    let whole = whole(&total.item)?;
    (sum != u128::from(whole)).then(|| Contradiction::NotItsTotal { sum, total: whole, item: total.item.clone() })
}

fn met(met: bool) -> Outcome {
    Outcome::Scored { share: if met { Share::one() } else { Share::zero() }, failed: !met }
}

fn within(threshold: &Threshold, count: u64) -> bool {
    threshold.at_most.is_none_or(|most| count <= most) && threshold.at_least.is_none_or(|least| least <= count)
}

/// A ratio counts as itself, or against its target, at most 1.
fn ratio(part: u64, whole: u64, target_percent: Option<u8>) -> Outcome {
    let Some(mut share) = share(part, whole) else {
        return Outcome::Undefined;
    };
    let mut failed = false;
    if let Some(percent) = target_percent.filter(|percent| *percent > 0) {
        share = share * BigInt::from(100) / BigInt::from(percent);
        failed = share < Share::one();
    }
    Outcome::Scored { share: share.min(Share::one()), failed }
}
