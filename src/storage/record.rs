//! The shapes that are stored and exported. They are twins of the domain's values: lists instead of maps, so that a
//! duplicate is seen and not swallowed, and a version that says how to read them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::answer::{Answer, Entry, Stamp};
use crate::domain::edit::Change;
use crate::domain::figures::{Decision, Figures, Held, StatTable, Statement, Tie};
use crate::domain::finding::FindingEntry;
use crate::domain::id::{
    DiscrepancyId, DossierId, FindingId, ItemCode, SectionCode, StatementId, SupervisionId, TableId, TieId, UnitId,
    VisitId,
};
use crate::domain::supervision::Supervision;
use crate::domain::template::{Template, TemplateRef};
use crate::domain::visit::{DossierDraw, HeldDossier, HeldPosting, Visit};

use super::legacy_checks;

/// The name of the format, in every file.
pub const FORMAT: &str = "so-giam-sat";

/// The version of the format that this build writes. Older ones are migrated, newer ones refused.
///
/// Version 1 had no dossiers, draws and postings, version 2 no figures, version 3 no edits of parts of a posting or a
/// table. All are read as they stand, as nothing else changed; what the histories of version 3 tell at length is told in
/// short. The checks of items are younger than version 4: the general catalogue is supplied with them where it names none.
pub const VERSION: u32 = 4;

/// A file: one supervision with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// The supervision.
    pub supervision: Supervision,
    /// The templates that its visits were begun with.
    #[serde(deserialize_with = "legacy_checks::templates")]
    pub templates: Vec<Template>,
    /// Its visits.
    pub visits: Vec<VisitRecord>,
}

/// A visit as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitRecord {
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
    /// The chosen groups.
    pub sections: Vec<SectionCode>,
    /// What is held for each item that was ever touched, by item code.
    pub entries: Vec<EntryRecord>,
    /// What is held by hand among the findings, by id.
    pub findings: Vec<FindingRecord>,
    /// The sampled dossiers, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dossiers: Vec<DossierRecord>,
    /// The draws of dossiers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<DossierDraw>,
    /// What was seen of the procedures at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posting: Option<HeldPosting>,
    /// The tables of figures, the statements, the ties between them, and what was made of discrepancies.
    #[serde(default, skip_serializing_if = "FiguresRecord::is_empty")]
    pub figures: FiguresRecord,
    /// The changes that led here, oldest first. In the browser's database they are rows of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Change>,
}

/// What is held for one item: an [`Entry`] under its item's code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryRecord {
    /// The item.
    pub item: ItemCode,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Who last gave or cleared it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Stamp>,
    /// A note in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who last wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noted: Option<Stamp>,
}

/// What is held by hand for one finding: a [`FindingEntry`] under its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRecord {
    /// The finding.
    pub id: FindingId,
    /// What is held.
    pub held: FindingEntry,
}

/// A sampled dossier under its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierRecord {
    /// The dossier's id.
    pub id: DossierId,
    /// The dossier and who entered it.
    pub held: HeldDossier,
}

/// The figures of a visit as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresRecord {
    /// The tables, by id.
    pub tables: Vec<Kept<TableId, StatTable>>,
    /// The statements, by id.
    pub statements: Vec<Kept<StatementId, Statement>>,
    /// The ties, by id.
    pub ties: Vec<Kept<TieId, Tie>>,
    /// What was made of discrepancies, by id.
    pub decisions: Vec<Kept<DiscrepancyId, Decision>>,
}

/// Something of the figures under its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept<I, T> {
    /// Its id.
    pub id: I,
    /// What it is, and who entered it.
    pub held: Held<T>,
}

impl FiguresRecord {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn from_figures(figures: &Figures) -> Self {
        fn kept<I: Clone, T: Clone>(held: &BTreeMap<I, Held<T>>) -> Vec<Kept<I, T>> {
            held.iter().map(|(id, held)| Kept { id: id.clone(), held: held.clone() }).collect()
        }
        Self {
            tables: kept(&figures.tables),
            statements: kept(&figures.statements),
            ties: kept(&figures.ties),
            decisions: kept(&figures.decisions),
        }
    }

    fn into_figures(self) -> Figures {
        fn held<I: Ord, T>(kept: Vec<Kept<I, T>>) -> BTreeMap<I, Held<T>> {
            kept.into_iter().map(|kept| (kept.id, kept.held)).collect()
        }
        Figures {
            tables: held(self.tables),
            statements: held(self.statements),
            ties: held(self.ties),
            decisions: held(self.decisions),
        }
    }
}

impl VisitRecord {
    /// The record of a visit with the changes that led to it.
    pub fn from_visit(visit: &Visit, history: Vec<Change>) -> Self {
        let entries = visit.entries.iter().map(|(item, entry)| EntryRecord {
            item: item.clone(),
            answer: entry.answer.clone(),
            answered: entry.answered.clone(),
            note: entry.note.clone(),
            noted: entry.noted.clone(),
        });
        let findings = visit.findings.iter().map(|(id, entry)| FindingRecord { id: id.clone(), held: entry.clone() });
        let dossiers = visit.dossiers.iter().map(|(id, held)| DossierRecord { id: id.clone(), held: held.clone() });
        Self {
            id: visit.id.clone(),
            supervision: visit.supervision.clone(),
            unit: visit.unit.clone(),
            revision: visit.revision,
            template: visit.template.clone(),
            begun: visit.begun.clone(),
            date: visit.date,
            present: visit.present.clone(),
            sections: visit.sections.clone(),
            entries: entries.collect(),
            findings: findings.collect(),
            dossiers: dossiers.collect(),
            draws: visit.draws.clone(),
            posting: visit.posting.clone(),
            figures: FiguresRecord::from_figures(&visit.figures),
            history,
        }
    }

    /// The visit and its history. The record must have passed [`super::check`].
    pub fn into_visit(self) -> (Visit, Vec<Change>) {
        let entry = |record: EntryRecord| {
            let EntryRecord { item, answer, answered, note, noted } = record;
            (item, Entry { answer, answered, note, noted })
        };
        let visit = Visit {
            id: self.id,
            supervision: self.supervision,
            unit: self.unit,
            revision: self.revision,
            template: self.template,
            begun: self.begun,
            date: self.date,
            present: self.present,
            sections: self.sections,
            entries: self.entries.into_iter().map(entry).collect(),
            findings: self.findings.into_iter().map(|record| (record.id, record.held)).collect(),
            dossiers: self.dossiers.into_iter().map(|record| (record.id, record.held)).collect(),
            draws: self.draws,
            posting: self.posting,
            figures: self.figures.into_figures(),
        };
        (visit, self.history)
    }
}
