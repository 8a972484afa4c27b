//! Answers (trả lời). Half-typed numbers are kept, so that nothing typed is lost; an incomplete answer counts as
//! unanswered.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::template::{AnswerSpec, DateRule};

/// The largest count taken, in any field.
pub const MAX_COUNT: u64 = 1_000_000_000_000_000;

/// The longest text in any field, in bytes.
pub const MAX_TEXT_BYTES: usize = 20_000;

/// The longest name of a person or a device in a [`Stamp`], in bytes.
pub const MAX_NAME_BYTES: usize = 1_000;

pub use super::verdict::Verdict;
pub use crate::words::parse::date::is_plausible;
use crate::words::parse::date::{FIRST_YEAR, LAST_YEAR};

/// The answer to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Judged by hand.
    Verdict {
        /// Đạt or không đạt.
        value: Verdict,
    },
    /// Không áp dụng; complete once a reason is given.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// The counts of the item, in the template's order.
    Counts {
        /// One for each field.
        values: Vec<Option<u64>>,
    },
    /// Part of a whole.
    Ratio {
        /// Numerator.
        part: Option<u64>,
        /// Denominator.
        whole: Option<u64>,
    },
    /// A date, with its due date where the template asks for one.
    Date {
        /// When it was done.
        on: Option<NaiveDate>,
        /// When it was due.
        due: Option<NaiveDate>,
    },
    /// The means of the item, in the template's order.
    Means {
        /// One for each part, in hundredths of a point.
        hundredths: Vec<Option<u32>>,
    },
}

impl Answer {
    /// Whether everything that the item asks for is there.
    pub fn is_complete(&self, spec: &AnswerSpec) -> bool {
        match self {
            Self::Verdict { .. } => true,
            Self::NotApplicable { reason } => !reason.trim().is_empty(),
            Self::Counts { values } => !values.is_empty() && values.iter().all(Option::is_some),
            Self::Ratio { part, whole } => part.is_some() && whole.is_some(),
            Self::Date { on, due } => match spec {
                AnswerSpec::Date { rule: DateRule::NoLaterThanDue } => on.is_some() && due.is_some(),
                _ => on.is_some(),
            },
            Self::Means { hundredths } => !hundredths.is_empty() && hundredths.iter().all(Option::is_some),
        }
    }

    /// Whether an item with this spec can take the answer.
    pub fn fits(&self, spec: &AnswerSpec) -> bool {
        match (self, spec) {
            (Self::NotApplicable { reason }, _) => reason.len() <= MAX_TEXT_BYTES,
            (Self::Verdict { .. }, spec) => spec.is_judged(),
            (Self::Counts { values }, AnswerSpec::Counts { fields, .. }) => {
                values.len() == fields.len() && values.iter().flatten().all(|count| *count <= MAX_COUNT)
            }
            (Self::Ratio { part, whole }, AnswerSpec::Ratio { .. }) => {
                [part, whole].into_iter().flatten().all(|count| *count <= MAX_COUNT)
            }
            (Self::Date { on, due }, AnswerSpec::Date { rule }) => {
                let asked = due.is_none() || matches!(rule, DateRule::NoLaterThanDue);
                asked && [on, due].into_iter().flatten().all(|date| is_plausible(*date))
            }
            (Self::Means { hundredths }, AnswerSpec::Means { parts }) => {
                hundredths.len() == parts.len()
                    && hundredths
                        .iter()
                        .zip(parts)
                        .all(|(mean, part)| mean.is_none_or(|mean| mean <= part.maximum * 100))
            }
            _ => false,
        }
    }
}

/// Who said something, when, and on which device: what a later merge of two tablets stands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// When, to the millisecond.
    pub at: DateTime<Utc>,
    /// Who, as the device's user named themself; may be empty.
    pub by: String,
    /// The device's name.
    pub device: String,
}

impl Stamp {
    /// A stamp that every gate takes: names are cut to [`MAX_NAME_BYTES`], and a clock that cannot be right is put to the
    /// first or the last plausible moment.
    pub fn new(at: DateTime<Utc>, by: &str, device: &str) -> Self {
        Self { at: plausible(at), by: cut(by), device: cut(device) }
    }
}

fn plausible(at: DateTime<Utc>) -> DateTime<Utc> {
    let midnight = |year| NaiveDate::from_ymd_opt(year, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    match (midnight(FIRST_YEAR), midnight(LAST_YEAR + 1)) {
        (Some(first), Some(end)) => at.clamp(first.and_utc(), end.and_utc() - TimeDelta::milliseconds(1)),
        _ => at,
    }
}

fn cut(name: &str) -> String {
    name.get(..name.floor_char_boundary(MAX_NAME_BYTES)).unwrap_or_default().to_owned()
}

/// What is held for one item: its answer and its note, each with who and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The answer; none if it was never given or was cleared.
    pub answer: Option<Answer>,
    /// Who last gave or cleared it.
    pub answered: Option<Stamp>,
    /// A note in words; may be empty.
    pub note: String,
    /// Who last wrote it.
    pub noted: Option<Stamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_of_a_wrong_clock_and_with_endless_names_is_still_one_that_every_gate_takes() {
        for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let stamp = Stamp::new(at, &"Đ".repeat(2_000), "Máy 1");
            assert!(is_plausible(stamp.at.date_naive()), "{}", stamp.at);
            assert!((MAX_NAME_BYTES - 1..=MAX_NAME_BYTES).contains(&stamp.by.len()));
            assert_eq!(stamp.device, "Máy 1");
        }
    }
}
