//! How a row stands: the one word that the style sheet and the filters go by.

use crate::domain::answer::{Answer, Verdict};
use crate::domain::outcome::Outcome;
use crate::state::session::RowState;

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing was answered.
    Open,
    /// Something is missing, a figure or the reason, or what is there cannot be.
    Begun,
    /// Met, or scored by its share.
    Met,
    /// Not met.
    Failed,
    /// Không áp dụng, with a reason.
    Aside,
    /// Answered, and not scored.
    Information,
}

impl Standing {
    /// Reads it off a row.
    pub(super) fn of(row: &RowState) -> Self {
        match (&row.outcome, &row.entry.answer) {
            (Outcome::Unanswered, None) => Self::Open,
            (Outcome::Unanswered, Some(_)) | (Outcome::Contradictory(_), _) => Self::Begun,
            (Outcome::NotApplicable, _) => Self::Aside,
            (Outcome::Information | Outcome::Undefined, _) => Self::Information,
            (Outcome::Scored { failed: true, .. }, _) => Self::Failed,
            (Outcome::Scored { failed: false, .. }, _) => Self::Met,
        }
    }

    /// The word.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Begun => "begun",
            Self::Met => "met",
            Self::Failed => "failed",
            Self::Aside => "aside",
            Self::Information => "information",
        }
    }
}

/// The choice that stands for an answer among a row's radio buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Đạt.
    Met,
    /// Không đạt.
    NotMet,
    /// Không áp dụng.
    NotApplicable,
}

impl Choice {
    /// Every choice, in the order of a row.
    pub(super) const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::NotApplicable];

    /// The value of its radio button.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The choice with this value.
    pub(super) fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == value)
    }

    /// The choice that an answer makes; figures make none.
    pub(super) fn of(answer: Option<&Answer>) -> Option<Self> {
        match answer? {
            Answer::Verdict { value: Verdict::Met } => Some(Self::Met),
            Answer::Verdict { value: Verdict::NotMet } => Some(Self::NotMet),
            Answer::NotApplicable { .. } => Some(Self::NotApplicable),
            Answer::Counts { .. } | Answer::Ratio { .. } | Answer::Date { .. } | Answer::Means { .. } => None,
        }
    }

    /// The answer that it gives.
    pub(super) fn answer(self) -> Answer {
        match self {
            Self::Met => Answer::Verdict { value: Verdict::Met },
            Self::NotMet => Answer::Verdict { value: Verdict::NotMet },
            Self::NotApplicable => Answer::NotApplicable { reason: String::new() },
        }
    }
}
