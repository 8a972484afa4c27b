//! A visit (buổi làm việc): one unit, one date, the people present, the answers, the sampled dossiers and procedures,
//! and what was made of the findings.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answer::{Answer, Entry, Stamp};
use super::finding_entry::FindingEntry;
use serde::{Deserialize, Serialize};

use super::dossier::Dossier;
use super::figures::Figures;
use super::id::{DossierId, FindingId, ItemCode, SectionCode, SupervisionId, UnitId, VisitId};
use super::procedure::Posting;
use super::sampling::Draw;
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
    /// The sampled dossiers, in the order in which they were entered.
    pub dossiers: BTreeMap<DossierId, HeldDossier>,
    /// How the dossiers were drawn, draw by draw; empty where none was recorded.
    pub draws: Vec<DossierDraw>,
    /// What was seen of the procedures at the counter; none while nobody looked.
    pub posting: Option<HeldPosting>,
    /// What the unit reported: tables, statements, and what was made of them.
    pub figures: Figures,
}

/// A sampled dossier with who entered it as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldDossier {
    /// The dossier.
    pub dossier: Dossier,
    /// Who last entered or changed it.
    pub stamp: Stamp,
}

/// What was seen of the procedures at the counter, with who wrote it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldPosting {
    /// What was seen.
    pub posting: Posting,
    /// Who last changed it.
    pub stamp: Stamp,
}

/// A draw of dossiers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierDraw {
    /// The list that was drawn from, in words, such as "Sổ theo dõi hồ sơ, quý II/2023"; numbers are places in it.
    pub list: String,
    /// Population, method, seed and numbers.
    pub draw: Draw,
    /// Who drew, and when.
    pub stamp: Stamp,
}

impl Visit {
    /// The answer to an item, where there is one.
    pub fn answer(&self, item: &ItemCode) -> Option<&Answer> {
        self.entries.get(item)?.answer.as_ref()
    }
}
