//! What must hold between columns, as it is declared.

use leptos::prelude::*;

use crate::domain::figures::{Parts, Rule};
use crate::domain::id::LineKey;

/// What must hold, as declared. Columns are named by what tells them apart; none is chosen at first.
#[derive(Clone, PartialEq)]
pub(super) struct RuleDraft {
    pub(super) place: usize,
    pub(super) kind: RwSignal<usize>,
    /// The total, the percentage, or the part.
    pub(super) first: RwSignal<Option<usize>>,
    /// The parts of the total; the count of the percentage.
    pub(super) parts: RwSignal<Vec<usize>>,
    /// The whole.
    pub(super) whole: RwSignal<Option<usize>>,
    /// What the table has already.
    pub(super) held: Option<Rule>,
}

impl RuleDraft {
    /// One of which nothing is chosen yet.
    pub(super) fn new(place: usize) -> Self {
        Self {
            place,
            kind: RwSignal::new(0),
            first: RwSignal::new(None),
            parts: RwSignal::default(),
            whole: RwSignal::new(None),
            held: None,
        }
    }

    /// What the table has already.
    pub(super) fn held(place: usize, rule: &Rule) -> Self {
        Self { held: Some(rule.clone()), ..Self::new(place) }
    }

    /// What tells it from the others.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// All of it as a row of texts; `across` are the rules that the table has already.
    pub(super) fn to_row(&self, across: &[Rule]) -> [String; 6] {
        let number = |place: Option<usize>| place.map(|place| place.to_string()).unwrap_or_default();
        let parts: Vec<String> = self.parts.get().iter().map(ToString::to_string).collect();
        let held = self.held.as_ref().and_then(|held| across.iter().position(|rule| rule == held));
        [
            self.place.to_string(),
            self.kind.get().to_string(),
            number(self.first.get()),
            parts.join(" "),
            number(self.whole.get()),
            number(held),
        ]
    }

    /// What such a row says; none where it cannot be read. One of those that are `drawn` goes on with its own signals.
    pub(super) fn of_row(
        [place, kind, first, parts, whole, held]: &[String; 6],
        across: &[Rule],
        drawn: &[Self],
    ) -> Option<Self> {
        let place = place.parse().ok()?;
        let rule = match (drawn.iter().find(|rule| rule.place == place), held.parse::<usize>()) {
            (Some(drawn), _) => drawn.clone(),
            (None, Ok(held)) => Self::held(place, across.get(held)?),
            (None, Err(_)) => Self::new(place),
        };
        rule.kind.set(kind.parse().ok()?);
        rule.first.set(first.parse().ok());
        rule.parts.set(parts.split_whitespace().filter_map(|part| part.parse().ok()).collect());
        rule.whole.set(whole.parse().ok());
        Some(rule)
    }

    /// The rule, by the keys of its columns; none while something is not chosen.
    pub(super) fn rule(&self, key: impl Fn(usize) -> Option<LineKey>) -> Option<Rule> {
        if let Some(held) = &self.held {
            return Some(held.clone());
        }
        let first = self.first.get_untracked().and_then(&key)?;
        let parts = self.parts.get_untracked().into_iter().map(&key).collect::<Option<Vec<_>>>()?;
        let whole = || self.whole.get_untracked().and_then(&key);
        match self.kind.get_untracked() {
            0 if parts.is_empty() || parts.contains(&first) => None,
            0 => Some(Rule::Sum { total: first, parts, are: Parts::Partition, item: None }),
            1 if parts.is_empty() => None,
            1 => Some(Rule::Share { share: first, part: parts, whole: vec![whole()?] }),
            _ => {
                let whole = whole().filter(|whole| *whole != first)?;
                Some(Rule::AtMost { parts: vec![first], whole, item: None })
            }
        }
    }
}
