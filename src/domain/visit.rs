//! A visit (buổi làm việc): one unit, one date, the people present, the answers, and what was made of the findings.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answer::{Answer, Entry, Stamp};
use super::finding::FindingEntry;
use super::id::{FindingId, ItemCode, SectionCode, SupervisionId, UnitId, VisitId};
use super::template::TemplateRef;

/// A visit. Only [`super::edit::apply`] changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Its id.
    pub id: VisitId,
    /// The supervision it belongs to.
    pub supervision: SupervisionId,
    /// The unit visited.
    pub unit: UnitId,
    /// How many changes it has seen.
    pub revision: u64,
    /// The template and version it was begun with.
    pub template: TemplateRef,
    /// Who began it, and when.
    pub begun: Stamp,
    /// The day of the visit.
    pub date: NaiveDate,
    /// The people present, by post.
    pub present: Vec<String>,
    /// The chosen groups, in the template's order.
    pub sections: Vec<SectionCode>,
    /// What is held for each item that was ever touched.
    pub entries: BTreeMap<ItemCode, Entry>,
    /// What was edited, added or withdrawn by hand among the findings.
    pub findings: BTreeMap<FindingId, FindingEntry>,
}

impl Visit {
    /// The answer to an item, where there is one.
    pub fn answer(&self, item: &ItemCode) -> Option<&Answer> {
        self.entries.get(item)?.answer.as_ref()
    }
}
