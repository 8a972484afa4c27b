//! Edits: the closed list of what can change a visit, and [`apply`], the one place that changes it. Validation,
//! history, undo and later merging all stand on it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, MAX_NAME_BYTES, MAX_TEXT_BYTES, Stamp, is_plausible};
use super::calendar::Receipt;
use super::dossier::{Dossier, Letter, Seen};
use super::finding::{FindingContent, FindingEntry};
use super::id::{DossierId, FindingId, ItemCode, SectionCode};
use super::procedure::{MAX_SAMPLED, Posting};
use super::sampling::{Draw, MAX_SEED, MAX_STRATA, Method};
use super::template::Template;
use super::visit::{DossierDraw, HeldDossier, HeldPosting, Visit};

pub use fields::{
    ContentField, DetailField, DossierField, DrawField, Field, FindingField, LetterField, ProcedureField, ReceiptField,
    RowField, StatementField, carry_over, join_supervision,
};
pub use keyed::{ListPart, ListPartOf};
pub use narrow::narrow;
pub use posting::PostingPart;
pub use shorten::{connected, shorten};
pub use tables::{TablePart, table_parts};
pub use targets::Target;

pub use figures::{CellPut, FiguresEdit, MAX_DECISIONS, Put, check_decision, check_statement, check_table, check_tie};

mod fields;
mod figures;
mod keyed;
mod narrow;
mod posting;
mod shorten;
mod tables;
mod targets;

use fields::swap_all;

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
    /// ([`MAX_STOPS`]), sampled procedures ([`MAX_SAMPLED`]) or entries of another list.
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
    check_content(template, &edit)?;
    if visit.revision >= MAX_REVISION {
        return Err(EditError::TooManyChanges);
    }
    let inverse = match edit {
        Edit::Batch { edits } => apply_batch(visit, template, edits, stamp)?,
        edit => apply_one(visit, template, edit, stamp)?,
    };
    visit.revision += 1;
    Ok(inverse)
}

fn apply_batch(visit: &mut Visit, template: &Template, edits: Vec<Edit>, stamp: &Stamp) -> Result<Edit, EditError> {
    let before = visit.clone();
    let made: Result<Vec<Edit>, EditError> =
        edits.into_iter().map(|edit| apply_one(visit, template, edit, stamp)).collect();
    match made {
        Ok(mut edits) => {
            edits.reverse();
            Ok(Edit::Batch { edits })
        }
        Err(error) => {
            *visit = before;
            Err(error)
        }
    }
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

fn check(visit: &Visit, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Finding { id, entry: Some(_) }
            if visit.findings.len() >= MAX_FINDINGS && !visit.findings.contains_key(id) =>
        {
            Err(EditError::TooManyFindings)
        }
        Edit::Dossiers { rows } => {
            let added: BTreeSet<&DossierId> =
                rows.iter().filter(|row| row.dossier.is_some()).map(|row| &row.id).collect();
            let new = added.into_iter().filter(|id| !visit.dossiers.contains_key(id)).count();
            if visit.dossiers.len() + new > MAX_DOSSIERS { Err(EditError::TooMany(MAX_DOSSIERS)) } else { Ok(()) }
        }
        Edit::FindingFields { id, fields } => {
            let entry = visit.findings.get(id).ok_or_else(|| EditError::Gone(id.to_string()))?;
            if fields::fit(entry, fields) { Ok(()) } else { Err(EditError::Gone(id.to_string())) }
        }
        Edit::DossierFields { id, fields } => {
            let held = visit.dossiers.get(id).ok_or_else(|| EditError::Gone(id.to_string()))?;
            if fields::fit(&held.dossier, fields) { Ok(()) } else { Err(EditError::Gone(id.to_string())) }
        }
        Edit::DrawParts { parts } => {
            let mut length = keyed::Length::of(&visit.draws);
            parts.iter().try_for_each(|part| {
                if !length.take(part) {
                    return Err(EditError::BadDraw);
                }
                at_most(length.count, MAX_DRAWS)
            })
        }
        Edit::PostingParts { parts } => posting::check(visit.posting.as_ref().map(|held| &held.posting), parts),
        Edit::Figures { change } => figures::check(&visit.figures, change),
        Edit::Answer { .. }
        | Edit::Note { .. }
        | Edit::Details { .. }
        | Edit::DetailFields { .. }
        | Edit::Sections { .. }
        | Edit::Finding { .. }
        | Edit::Draws { .. }
        | Edit::Posting { .. }
        | Edit::Batch { .. } => Ok(()),
    }
}

/// Whether an edit could be made of some visit under this template: what does not depend on the visit as it stands.
pub fn check_content(template: &Template, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Answer { item, answer } => {
            let spec = &template.item(item).ok_or_else(|| EditError::UnknownItem(item.clone()))?.answer;
            match answer {
                Some(answer) if !answer.fits(spec) => Err(EditError::WrongAnswer(item.clone())),
                _ => Ok(()),
            }
        }
        Edit::Note { item, text } => {
            template.item(item).ok_or_else(|| EditError::UnknownItem(item.clone()))?;
            check_text(text)
        }
        Edit::Details { date, present } => {
            check_date(*date)?;
            check_present(present)
        }
        Edit::DetailFields { fields } => fields.iter().try_for_each(|field| match field {
            DetailField::Date(date) => check_date(*date),
            DetailField::Present(present) => check_present(present),
        }),
        Edit::Sections { sections } => {
            at_most(sections.len(), template.sections.len())?;
            match sections.iter().find(|code| template.section(code).is_none()) {
                Some(code) => Err(EditError::UnknownSection(code.clone())),
                None => Ok(()),
            }
        }
        Edit::Finding { entry: Some(entry), .. } => {
            if let Some(item) = &entry.item {
                template.item(item).ok_or_else(|| EditError::UnknownItem(item.clone()))?;
            }
            check_finding(entry)
        }
        Edit::Finding { entry: None, .. } => Ok(()),
        Edit::FindingFields { fields, .. } => fields.iter().try_for_each(|field| match field {
            FindingField::Item(Some(item)) if template.item(item).is_none() => {
                Err(EditError::UnknownItem(item.clone()))
            }
            FindingField::Content(Some(content)) => check_finding_content(content),
            FindingField::Words(field) => {
                let mut content = FindingContent::default();
                field.clone().swap(&mut content);
                check_finding_content(&content)
            }
            FindingField::Withdrawn(Some(why)) => check_text(why),
            FindingField::Item(_)
            | FindingField::Content(None)
            | FindingField::Withdrawn(None)
            | FindingField::Remedy(_) => Ok(()),
        }),
        Edit::DossierFields { fields, .. } => {
            // A part of a receipt or a letter is checked within one that can be held.
            let received = Some(Receipt { date: NaiveDate::default(), time: None });
            let apology = Seen::Is(Letter::default());
            let mut dossier = Dossier { received, apology, ..Dossier::default() };
            swap_all(&mut dossier, fields.clone());
            check_dossier(&dossier)
        }
        Edit::Dossiers { rows } => rows.iter().filter_map(|row| row.dossier.as_ref()).try_for_each(check_dossier),
        Edit::Draws { draws } => {
            at_most(draws.len(), MAX_DRAWS)?;
            draws.iter().try_for_each(check_drawn)
        }
        Edit::DrawParts { parts } => parts.iter().try_for_each(|part| match part {
            ListPart::Put { value, .. } => check_drawn(value),
            ListPart::Change { fields, .. } => fields.iter().try_for_each(|field| match field {
                DrawField::List(list) => check_text(list),
                DrawField::Draw(draw) => check_draw(draw),
            }),
            ListPart::Remove { key } => check_stamp(key),
            ListPart::All { values } => {
                at_most(values.len(), MAX_DRAWS)?;
                values.iter().try_for_each(check_drawn)
            }
        }),
        Edit::Posting { posting } => posting.as_ref().map_or(Ok(()), check_posting),
        Edit::PostingParts { parts } => posting::check_content(parts),
        Edit::Figures { change } => figures::check_content(change),
        Edit::Batch { edits } => {
            at_most(edits.len(), MAX_BATCH)?;
            edits.iter().try_for_each(|edit| match edit {
                Edit::Batch { .. } => Err(EditError::NestedBatch),
                edit => check_content(template, edit),
            })
        }
    }
}

fn check_present(present: &[String]) -> Result<(), EditError> {
    at_most(present.len(), MAX_PRESENT)?;
    present.iter().try_for_each(|post| check_text(post))
}

/// Whether what is held by hand for a finding can be held; its item is another matter.
pub fn check_finding(entry: &FindingEntry) -> Result<(), EditError> {
    check_stamp(&entry.stamp)?;
    entry.content.iter().try_for_each(check_finding_content)?;
    entry.withdrawn.iter().try_for_each(|why| check_text(why))
}

fn check_finding_content(content: &FindingContent) -> Result<(), EditError> {
    content.deadline.iter().try_for_each(|deadline| check_date(*deadline))?;
    at_most(content.basis.len(), MAX_BASES)?;
    content.texts().try_for_each(check_text)
}

/// Whether a draw of dossiers can be held.
pub fn check_drawn(drawn: &DossierDraw) -> Result<(), EditError> {
    check_stamp(&drawn.stamp)?;
    check_text(&drawn.list)?;
    check_draw(&drawn.draw)
}

/// Whether a stamp can be meant: a plausible moment, names of some length.
pub fn check_stamp(stamp: &Stamp) -> Result<(), EditError> {
    check_date(stamp.at.date_naive())?;
    let fits = |name: &String| name.len() <= MAX_NAME_BYTES;
    if fits(&stamp.by) && fits(&stamp.device) { Ok(()) } else { Err(EditError::NameTooLong) }
}

/// Whether a dossier can be held: plausible dates, texts and stops within their limits. What is impossible about it
/// besides is said of it later and keeps nobody from entering it.
pub fn check_dossier(dossier: &Dossier) -> Result<(), EditError> {
    at_most(dossier.stops.len(), MAX_STOPS)?;
    dossier.dates().try_for_each(check_date)?;
    dossier.texts().try_for_each(|(_, text)| check_text(text))
}

/// Whether what was seen at the counter can be held.
pub fn check_posting(posting: &Posting) -> Result<(), EditError> {
    at_most(posting.sampled.len(), MAX_SAMPLED)?;
    check_date(posting.on)?;
    posting.list.iter().try_for_each(|list| check_text(&list.id))?;
    posting.draw.iter().try_for_each(check_draw)?;
    posting.sampled.iter().try_for_each(posting::check_procedure)
}

/// Whether a draw can be held: it is the draw that its population, method and seed give.
pub fn check_draw(draw: &Draw) -> Result<(), EditError> {
    match &draw.method {
        Method::ByHand { reason } => check_text(reason)?,
        Method::ByField { strata } => {
            at_most(strata.len(), MAX_STRATA)?;
            strata.iter().try_for_each(|stratum| check_text(&stratum.name))?;
        }
        Method::ByLateness { late } => at_most(late.len(), MAX_DOSSIERS)?,
        Method::SimpleRandom | Method::Systematic { .. } => {}
    }
    if draw.drawn.len() > MAX_DOSSIERS || draw.seed > MAX_SEED || !draw.holds() {
        return Err(EditError::BadDraw);
    }
    Ok(())
}

fn at_most(count: usize, most: usize) -> Result<(), EditError> {
    if count > most { Err(EditError::TooMany(most)) } else { Ok(()) }
}

fn check_date(date: NaiveDate) -> Result<(), EditError> {
    if is_plausible(date) { Ok(()) } else { Err(EditError::ImplausibleDate(date)) }
}

fn check_text(text: &str) -> Result<(), EditError> {
    if text.len() > MAX_TEXT_BYTES { Err(EditError::TextTooLong) } else { Ok(()) }
}
