//! Edits: the closed list of what can change a visit, and [`apply`], the one place that changes it. Validation,
//! history, undo and later merging all stand on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, MAX_TEXT_BYTES, Stamp, is_plausible};
use super::finding::FindingEntry;
use super::id::{FindingId, ItemCode, SectionCode};
use super::template::Template;
use super::visit::Visit;

/// The most findings that a visit holds by hand.
pub const MAX_FINDINGS: usize = 2_000;

/// One change to a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "an edit lives for one tap, and is never held in numbers")]
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
    }
}

fn check_date(date: NaiveDate) -> Result<(), EditError> {
    if is_plausible(date) { Ok(()) } else { Err(EditError::ImplausibleDate(date)) }
}

fn check_text(text: &str) -> Result<(), EditError> {
    if text.len() > MAX_TEXT_BYTES { Err(EditError::TextTooLong) } else { Ok(()) }
}
