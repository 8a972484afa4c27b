//! What the rules of the audit answer together. An item of a template names one of these checks
//! ([`ItemCheck`](crate::domain::check::ItemCheck)); a form or a tie may name the item itself.

use super::RuleKind;

/// A check that the audit makes on the figures of a visit, by one or several rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureCheck {
    /// Totals are the sums of their parts, and figures can be counts.
    TotalsMatchParts,
    /// What was received is what was resolved and what is pending.
    ReceivedBalances,
    /// Rows add up to their section, and sections to the total.
    SectionsAddUp,
    /// What the text says is what the tables say.
    TextMatchesTables,
    /// Percentages are those of their counts.
    PercentagesMatch,
    /// What is carried over is what was pending at the end of the period before.
    CarryOverMatches,
}

impl FigureCheck {
    /// Every check.
    pub const ALL: [Self; 6] = [
        Self::TotalsMatchParts,
        Self::ReceivedBalances,
        Self::SectionsAddUp,
        Self::TextMatchesTables,
        Self::PercentagesMatch,
        Self::CarryOverMatches,
    ];

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::TotalsMatchParts => "totals_match_parts",
            Self::ReceivedBalances => "received_balances",
            Self::SectionsAddUp => "sections_add_up",
            Self::TextMatchesTables => "text_matches_tables",
            Self::PercentagesMatch => "percentages_match",
            Self::CarryOverMatches => "carry_over_matches",
        }
    }
}

impl RuleKind {
    /// The check that it is part of, where the form or the tie names no item.
    pub fn check(self) -> FigureCheck {
        match self {
            Self::Identity | Self::AtMost | Self::Negative | Self::Fractional => FigureCheck::TotalsMatchParts,
            Self::Balance => FigureCheck::ReceivedBalances,
            Self::RowSum => FigureCheck::SectionsAddUp,
            Self::Text | Self::Same | Self::Unit | Self::Listed | Self::Name | Self::Citation => {
                FigureCheck::TextMatchesTables
            }
            Self::Share | Self::ShareOfNothing | Self::SharesTotal | Self::AboveMost => FigureCheck::PercentagesMatch,
            Self::CarryOver => FigureCheck::CarryOverMatches,
        }
    }
}
