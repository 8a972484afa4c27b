//! Edits: the closed list of what can change a visit, and [`apply`], the one place that changes it. Validation,
//! history, undo and later merging all stand on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, MAX_NAME_BYTES, MAX_TEXT_BYTES, Stamp};
use super::dossier::Dossier;
use super::finding::FindingEntry;
use super::id::{DossierId, FindingId, ItemCode, SectionCode};
use super::procedure::Posting;
use super::template::Template;
use super::visit::{DossierDraw, HeldDossier, HeldPosting, Visit};

pub use check::{check_content, check_dossier, check_finding, check_posting};
pub use divergence::{Divergence, touched};
pub use field::{Field, carry_over};
pub use fields::{
    ContentField, DetailField, DossierField, DrawField, FindingField, LetterField, ProcedureField, ReceiptField,
    RowField, StatementField,
};
pub use keyed::{ListPart, ListPartOf};
pub use limits::{check_draw, check_drawn, check_stamp};
pub use narrow::{between, narrow};
pub use posting::PostingPart;
pub use shorten::{connected, shorten};
pub use supervision::{join_supervision, supervision_differences};
pub use tables::{TablePart, table_parts};
pub use targets::Target;

pub use figures::{CellPut, FiguresEdit, MAX_DECISIONS, Put, check_decision, check_statement, check_tie};
pub use table_limits::{MAX_DEPTH, check_table};

mod check;
mod divergence;
mod field;
mod fields;
mod figures;
mod keyed;
mod limits;
mod narrow;
mod paths;
mod posting;
mod shorten;
mod supervision;
mod table_limits;
mod tables;
mod targets;

use check::check;
use field::swap_all;

/// The most findings that a visit holds by hand.
pub const MAX_FINDINGS: usize = 2_000;

/// The most dossiers that a visit holds.
pub const MAX_DOSSIERS: usize = 20_000;

/// The most edits of one batch: an import may change every dossier of a visit.
pub const MAX_BATCH: usize = MAX_DOSSIERS + 100;

/// The most draws of dossiers that a visit records.
pub const MAX_DRAWS: usize = 200;

/// The most clock stops of one dossier.
pub const MAX_STOPS: usize = 100;

/// The most people present at a visit.
pub const MAX_PRESENT: usize = 1_000;

/// The most legal bases of one finding.
pub const MAX_BASES: usize = 200;

/// The longest id of a change, in bytes.
pub const MAX_CHANGE_ID: usize = 64;

/// The highest revision of a visit or a supervision: an edit a second for thirty years.
pub const MAX_REVISION: u64 = 1_000_000_000;

/// One change to a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Give or clear the answer to an item.
    Answer {
        /// The item.
        item: ItemCode,
        /// The answer, or none to clear it.
        answer: Option<Answer>,
    },
    /// Write the note of an item.
    Note {
        /// The item.
        item: ItemCode,
        /// The whole note.
        text: String,
    },
    /// Change the date and the people present.
    Details {
        /// The day of the visit.
        date: NaiveDate,
        /// The people present, by post.
        present: Vec<String>,
    },
    /// Change the date, or the people present.
    DetailFields {
        /// The fields, in this order.
        fields: Vec<DetailField>,
    },
    /// Choose the groups. Answers in a group that is left out are kept, out of the score.
    Sections {
        /// The chosen groups.
        sections: Vec<SectionCode>,
    },
    /// Edit, add or withdraw a finding by hand, or, with none, drop what was done by hand.
    Finding {
        /// The finding.
        id: FindingId,
        /// What is held by hand.
        entry: Option<FindingEntry>,
    },
    /// Change fields of what is held by hand for a finding.
    FindingFields {
        /// The finding.
        id: FindingId,
        /// The fields, in this order.
        fields: Vec<FindingField>,
    },
    /// Enter, change or remove dossiers; an import is one edit.
    Dossiers {
        /// What becomes of each, in this order.
        rows: Vec<DossierRow>,
    },
    /// Change fields of a dossier.
    DossierFields {
        /// The dossier.
        id: DossierId,
        /// The fields, in this order.
        fields: Vec<DossierField>,
    },
    /// Record the draws of dossiers.
    Draws {
        /// All of them.
        draws: Vec<DossierDraw>,
    },
    /// Record, change or drop draws of dossiers one by one.
    DrawParts {
        /// The changes, in this order.
        parts: Vec<ListPartOf<DossierDraw>>,
    },
    /// Write down what is seen of the procedures at the counter as a whole, or, with none, drop it.
    Posting {
        /// The whole of it.
        posting: Option<Posting>,
    },
    /// Change parts of what is seen of the procedures at the counter; begun on the day of the visit where nobody looked.
    PostingParts {
        /// The parts, in this order.
        parts: Vec<PostingPart>,
    },
    /// Change the figures: tables, statements, ties, or what was made of discrepancies.
    Figures {
        /// What becomes of them.
        change: FiguresEdit,
    },
    /// Several edits that are one act: made, undone and told together, or not at all.
    Batch {
        /// The edits, in this order; none of them is a batch.
        edits: Vec<Edit>,
    },
}

impl Edit {
    /// Edits that are one act.
    pub fn of(edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        match (edits.pop(), edits.is_empty()) {
            (Some(edit), true) => edit,
            (last, _) => {
                edits.extend(last);
                Self::Batch { edits }
            }
        }
    }

    /// The edits that are one act; the edit itself where it is no batch.
    pub fn parts(&self) -> &[Edit] {
        match self {
            Self::Batch { edits } => edits,
            edit => std::slice::from_ref(edit),
        }
    }
}

/// What becomes of one dossier in an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DossierRow {
    /// The dossier.
    pub id: DossierId,
    /// As it now stands, or none to remove it.
    pub dossier: Option<Dossier>,
}

/// An edit as it was made: the history of a visit is a list of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The revision that the visit has after it, from 1, without gaps.
    pub revision: u64,
    /// What tells it from every other change, on any device; empty in histories of earlier versions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Who, when and where.
    pub stamp: Stamp,
    /// What.
    pub edit: Edit,
}

impl Change {
    /// Whether both are one change, which may have another revision where it was made again on top of others.
    pub fn is_same(&self, other: &Change) -> bool {
        if self.id.is_empty() || other.id.is_empty() {
            self.stamp == other.stamp && self.edit == other.edit
        } else {
            self.id == other.id
        }
    }
}

/// Why an edit is refused. The visit is then as before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The template has no such item.
    #[error("the template has no item {0}")]
    UnknownItem(ItemCode),
    /// The item takes another kind of answer, or a number is out of range.
    #[error("item {0} cannot take this answer")]
    WrongAnswer(ItemCode),
    /// The template has no such group.
    #[error("the template has no group {0}")]
    UnknownSection(SectionCode),
    /// A date outside 1900–2199.
    #[error("{0} is not a plausible date")]
    ImplausibleDate(NaiveDate),
    /// A text is longer than [`MAX_TEXT_BYTES`].
    #[error("a text is longer than {MAX_TEXT_BYTES} bytes")]
    TextTooLong,
    /// More than [`MAX_FINDINGS`] findings by hand.
    #[error("a visit holds at most {MAX_FINDINGS} findings by hand")]
    TooManyFindings,
    /// A name in a stamp is longer than [`MAX_NAME_BYTES`].
    #[error("a name is longer than {MAX_NAME_BYTES} bytes")]
    NameTooLong,
    /// The visit has seen [`MAX_REVISION`] changes.
    #[error("a visit takes at most {MAX_REVISION} changes")]
    TooManyChanges,
    /// More than so many dossiers ([`MAX_DOSSIERS`]), draws ([`MAX_DRAWS`]), clock stops of one dossier
    /// ([`MAX_STOPS`]), sampled procedures ([`MAX_SAMPLED`](super::procedure::MAX_SAMPLED)) or entries of another list.
    #[error("at most {0} are held")]
    TooMany(usize),
    /// A draw that cannot be what it says it is.
    #[error("the draw does not hold together")]
    BadDraw,
    /// A form of table whose rules name lines that it does not have.
    #[error("the form {0} does not hold together")]
    BadForm(String),
    /// A table, row or column that is not there, is there twice, or takes another kind of cell.
    #[error("there is no such place for figures: {0}")]
    UnknownLine(String),
    /// A pick that does not lie within its text.
    #[error("pick {0} does not lie within its text")]
    BadPick(u32),
    /// A field of a record that is not there any more.
    #[error("{0} is not there any more")]
    Gone(String),
    /// A batch within a batch.
    #[error("a batch holds no batch")]
    NestedBatch,
    /// A discrepancy set aside without a reason.
    #[error("a discrepancy is set aside only with a reason")]
    NoReason,
}

/// Applies one edit and gives back the edit that undoes it. A refused edit changes nothing.
pub fn apply(visit: &mut Visit, template: &Template, edit: Edit, stamp: &Stamp) -> Result<Edit, EditError> {
    // Only a batch can be refused after a part of it was made.
    let before = matches!(edit, Edit::Batch { .. }).then(|| visit.clone());
    let inverse = replay(visit, template, edit, stamp);
    if let (Err(_), Some(before)) = (&inverse, before) {
        *visit = before;
    }
    inverse
}

/// Applies one edit of a history as [`apply`] does, to a visit that nobody uses after a refusal: a batch that is refused
/// may then have been made in part. Its cost is that of the edit, not that of the visit.
pub fn replay(visit: &mut Visit, template: &Template, edit: Edit, stamp: &Stamp) -> Result<Edit, EditError> {
    check_content(template, &edit)?;
    if visit.revision >= MAX_REVISION {
        return Err(EditError::TooManyChanges);
    }
    let inverse = match edit {
        Edit::Batch { edits } => {
            let made = edits.into_iter().map(|edit| apply_one(visit, template, edit, stamp));
            let mut edits = made.collect::<Result<Vec<Edit>, EditError>>()?;
            edits.reverse();
            Edit::Batch { edits }
        }
        edit => apply_one(visit, template, edit, stamp)?,
    };
    visit.revision += 1;
    Ok(inverse)
}

fn apply_one(visit: &mut Visit, template: &Template, edit: Edit, stamp: &Stamp) -> Result<Edit, EditError> {
    check(visit, &edit)?;
    Ok(match edit {
        Edit::Answer { item, answer } => {
            let entry = visit.entries.entry(item.clone()).or_default();
            entry.answered = Some(stamp.clone());
            Edit::Answer { item, answer: std::mem::replace(&mut entry.answer, answer) }
        }
        Edit::Note { item, text } => {
            let entry = visit.entries.entry(item.clone()).or_default();
            entry.noted = Some(stamp.clone());
            Edit::Note { item, text: std::mem::replace(&mut entry.note, text) }
        }
        Edit::Details { date, present } => Edit::Details {
            date: std::mem::replace(&mut visit.date, date),
            present: std::mem::replace(&mut visit.present, present),
        },
        Edit::DetailFields { fields } => Edit::DetailFields { fields: swap_all(visit, fields) },
        Edit::Sections { sections } => {
            let ordered = template.sections.iter().map(|section| section.code.clone());
            let ordered = ordered.filter(|code| sections.contains(code)).collect();
            Edit::Sections { sections: std::mem::replace(&mut visit.sections, ordered) }
        }
        Edit::Finding { id, entry } => {
            let before = match entry {
                Some(entry) => visit.findings.insert(id.clone(), entry),
                None => visit.findings.remove(&id),
            };
            Edit::Finding { id, entry: before }
        }
        Edit::FindingFields { id, fields } => {
            let entry = visit.findings.get_mut(&id).ok_or_else(|| EditError::Gone(id.to_string()))?;
            entry.stamp = stamp.clone();
            Edit::FindingFields { id, fields: swap_all(entry, fields) }
        }
        Edit::DossierFields { id, fields } => {
            let held = visit.dossiers.get_mut(&id).ok_or_else(|| EditError::Gone(id.to_string()))?;
            held.stamp = stamp.clone();
            Edit::DossierFields { id, fields: swap_all(&mut held.dossier, fields) }
        }
        Edit::Dossiers { rows } => {
            let put = |DossierRow { id, dossier }| {
                let before = match dossier {
                    Some(dossier) => visit.dossiers.insert(id.clone(), HeldDossier { dossier, stamp: stamp.clone() }),
                    None => visit.dossiers.remove(&id),
                };
                DossierRow { id, dossier: before.map(|held| held.dossier) }
            };
            let mut rows: Vec<DossierRow> = rows.into_iter().map(put).collect();
            // A dossier that is named twice has to go back step by step.
            rows.reverse();
            Edit::Dossiers { rows }
        }
        Edit::Draws { draws } => Edit::Draws { draws: std::mem::replace(&mut visit.draws, draws) },
        Edit::DrawParts { parts } => {
            let mut parts: Vec<_> = parts.into_iter().map(|part| keyed::apply(&mut visit.draws, part)).collect();
            parts.reverse();
            Edit::DrawParts { parts }
        }
        Edit::Posting { posting } => {
            let held = posting.map(|posting| HeldPosting { posting, stamp: stamp.clone() });
            Edit::Posting { posting: std::mem::replace(&mut visit.posting, held).map(|held| held.posting) }
        }
        Edit::PostingParts { parts } => match &mut visit.posting {
            Some(held) => {
                held.stamp = stamp.clone();
                Edit::PostingParts { parts: swap_all(&mut held.posting, parts) }
            }
            None => {
                let mut posting = Posting::begun(visit.date);
                swap_all(&mut posting, parts);
                visit.posting = Some(HeldPosting { posting, stamp: stamp.clone() });
                Edit::Posting { posting: None }
            }
        },
        Edit::Figures { change } => Edit::Figures { change: figures::apply(&mut visit.figures, change, stamp) },
        Edit::Batch { .. } => return Err(EditError::NestedBatch),
    })
}
