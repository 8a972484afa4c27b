//! What the rules of the audit answer together. An item of a template names one of these checks
//! ([`ItemCheck`](crate::domain::check::ItemCheck)); a form or a tie may name the item itself.

use crate::domain::check::FigureCheck;

use super::RuleKind;

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
