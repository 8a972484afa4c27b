//! The checks that the audit makes on figures.

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
