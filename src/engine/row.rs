//! What a row of the checklist shows.

use std::sync::Arc;

use crate::domain::answer::{Answer, Entry};
use crate::domain::evidence::{Evidence, Shown, StandingKind};
use crate::domain::outcome::Outcome;
use crate::domain::supervision::Level;
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;

/// What a row of the checklist shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState {
    /// Answer and note, with who and when.
    pub entry: Entry,
    /// What the answer that counts amounts to.
    pub outcome: Outcome,
    /// What the samples of the visit show of the item.
    pub shown: Option<Arc<Shown>>,
    /// Which of the two counts.
    pub standing: StandingKind,
    /// Whether the item is asked at all.
    pub asked: bool,
}

impl RowState {
    /// The row of an item at a visit to a unit of this level.
    pub fn of(template: &Template, item: &Item, visit: &Visit, evidence: &Evidence, level: Level, asked: bool) -> Self {
        let entry = visit.entries.get(&item.code).cloned().unwrap_or_default();
        let (standing, outcome) = evidence.outcome(template, visit, item, level);
        Self { entry, standing: standing.kind(), outcome, shown: evidence.shown(&item.code).cloned(), asked }
    }

    /// The answer that counts.
    pub fn answer(&self) -> Option<&Answer> {
        match self.standing {
            StandingKind::Open | StandingKind::Awaited => None,
            StandingKind::Shown | StandingKind::Unreasoned => self.shown.as_ref().map(|shown| &shown.answer),
            StandingKind::ByHand | StandingKind::Overruled | StandingKind::Reported => self.entry.answer.as_ref(),
        }
    }

    /// Whether the answer by hand counts over what the samples show.
    pub fn is_overruled(&self) -> bool {
        self.standing == StandingKind::Overruled
    }
}
