//! Edits: the closed list of what can change a visit, and [`apply`], the one place that changes it. Validation,
//! history, undo and later merging all stand on it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, MAX_TEXT_BYTES, Stamp, is_plausible};
use super::dossier::Dossier;
use super::finding::FindingEntry;
use super::id::{DossierId, FindingId, ItemCode, SectionCode};
use super::procedure::{MAX_SAMPLED, Posting};
use super::sampling::{Draw, MAX_SEED, Method};
use super::template::Template;
use super::visit::{DossierDraw, HeldDossier, HeldPosting, Visit};

pub use figures::{CellPut, FiguresEdit, MAX_DECISIONS, Put, check_decision, check_statement, check_table, check_tie};

mod figures;

/// The most findings that a visit holds by hand.
pub const MAX_FINDINGS: usize = 2_000;

/// The most dossiers that a visit holds.
pub const MAX_DOSSIERS: usize = 20_000;

/// The most draws of dossiers that a visit records.
pub const MAX_DRAWS: usize = 200;

/// The most clock stops of one dossier.
pub const MAX_STOPS: usize = 100;

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
    /// Enter, change or remove dossiers; an import is one edit.
    Dossiers {
        /// What becomes of each, in this order.
        rows: Vec<DossierRow>,
    },
    /// Record the draws of dossiers.
    Draws {
        /// All of them.
        draws: Vec<DossierDraw>,
    },
    /// Write down what is seen of the procedures at the counter, or, with none, drop it.
    Posting {
        /// The whole of it.
        posting: Option<Posting>,
    },
    /// Change the figures: tables, statements, ties, or what was made of discrepancies.
    Figures {
        /// What becomes of them.
        change: FiguresEdit,
    },
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
    /// Who, when and where.
    pub stamp: Stamp,
    /// What.
    pub edit: Edit,
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
    /// More than so many dossiers ([`MAX_DOSSIERS`]), draws ([`MAX_DRAWS`]), clock stops of one dossier
    /// ([`MAX_STOPS`]) or sampled procedures ([`MAX_SAMPLED`]).
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
    /// A discrepancy set aside without a reason.
    #[error("a discrepancy is set aside only with a reason")]
    NoReason,
}

/// Applies one edit and gives back the edit that undoes it. A refused edit changes nothing.
pub fn apply(visit: &mut Visit, template: &Template, edit: Edit, stamp: &Stamp) -> Result<Edit, EditError> {
    check(visit, template, &edit)?;
    visit.revision += 1;
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
        Edit::Posting { posting } => {
            let held = posting.map(|posting| HeldPosting { posting, stamp: stamp.clone() });
            Edit::Posting { posting: std::mem::replace(&mut visit.posting, held).map(|held| held.posting) }
        }
        Edit::Figures { change } => Edit::Figures { change: figures::apply(&mut visit.figures, change, stamp) },
    })
}

fn check(visit: &Visit, template: &Template, edit: &Edit) -> Result<(), EditError> {
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
            present.iter().try_for_each(|post| check_text(post))
        }
        Edit::Sections { sections } => match sections.iter().find(|code| template.section(code).is_none()) {
            Some(code) => Err(EditError::UnknownSection(code.clone())),
            None => Ok(()),
        },
        Edit::Finding { id, entry: Some(entry) } => {
            if let Some(item) = &entry.item {
                template.item(item).ok_or_else(|| EditError::UnknownItem(item.clone()))?;
            }
            if visit.findings.len() >= MAX_FINDINGS && !visit.findings.contains_key(id) {
                return Err(EditError::TooManyFindings);
            }
            entry.content.iter().filter_map(|content| content.deadline).try_for_each(check_date)?;
            entry.texts().try_for_each(check_text)
        }
        Edit::Finding { entry: None, .. } => Ok(()),
        Edit::Dossiers { rows } => {
            let added: BTreeSet<&DossierId> =
                rows.iter().filter(|row| row.dossier.is_some()).map(|row| &row.id).collect();
            let new = added.into_iter().filter(|id| !visit.dossiers.contains_key(id)).count();
            if visit.dossiers.len() + new > MAX_DOSSIERS {
                return Err(EditError::TooMany(MAX_DOSSIERS));
            }
            rows.iter().filter_map(|row| row.dossier.as_ref()).try_for_each(check_dossier)
        }
        Edit::Draws { draws } => {
            if draws.len() > MAX_DRAWS {
                return Err(EditError::TooMany(MAX_DRAWS));
            }
            draws.iter().try_for_each(|drawn| {
                check_text(&drawn.list)?;
                check_draw(&drawn.draw)
            })
        }
        Edit::Posting { posting } => posting.as_ref().map_or(Ok(()), check_posting),
        Edit::Figures { change } => figures::check(&visit.figures, change),
    }
}

/// Whether a dossier can be held: plausible dates, texts and stops within their limits. What is impossible about it
/// besides is said of it later and keeps nobody from entering it.
pub fn check_dossier(dossier: &Dossier) -> Result<(), EditError> {
    if dossier.stops.len() > MAX_STOPS {
        return Err(EditError::TooMany(MAX_STOPS));
    }
    dossier.dates().try_for_each(check_date)?;
    dossier.texts().try_for_each(|(_, text)| check_text(text))
}

/// Whether what was seen at the counter can be held.
pub fn check_posting(posting: &Posting) -> Result<(), EditError> {
    if posting.sampled.len() > MAX_SAMPLED {
        return Err(EditError::TooMany(MAX_SAMPLED));
    }
    check_date(posting.on)?;
    posting.draw.iter().try_for_each(check_draw)?;
    posting.sampled.iter().flat_map(|one| [&one.code, &one.name]).try_for_each(|text| check_text(text))
}

/// Whether a draw can be held: it is the draw that its population, method and seed give.
pub fn check_draw(draw: &Draw) -> Result<(), EditError> {
    if draw.drawn.len() > MAX_DOSSIERS || draw.seed > MAX_SEED || !draw.holds() {
        return Err(EditError::BadDraw);
    }
    match &draw.method {
        Method::ByHand { reason } => check_text(reason),
        Method::ByField { strata } => strata.iter().try_for_each(|stratum| check_text(&stratum.name)),
        Method::SimpleRandom | Method::Systematic { .. } | Method::ByLateness { .. } => Ok(()),
    }
}

fn check_date(date: NaiveDate) -> Result<(), EditError> {
    if is_plausible(date) { Ok(()) } else { Err(EditError::ImplausibleDate(date)) }
}

fn check_text(text: &str) -> Result<(), EditError> {
    if text.len() > MAX_TEXT_BYTES { Err(EditError::TextTooLong) } else { Ok(()) }
}
