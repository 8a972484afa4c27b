//! Whether an edit can be made: limits, plausible dates, and whether it has what it changes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::calendar::Receipt;
use crate::domain::dossier::{Dossier, Letter, Seen};
use crate::domain::finding::{FindingContent, FindingEntry};
use crate::domain::id::DossierId;
use crate::domain::procedure::{MAX_SAMPLED, Posting};
use crate::domain::template::Template;
use crate::domain::visit::Visit;

use super::field::{Field, fit, swap_all};
use super::fields::{DetailField, DrawField, FindingField};
use super::keyed::{Length, ListPart};
use super::limits::{at_most, check_date, check_draw, check_drawn, check_stamp, check_text};
use super::{
    Edit, EditError, MAX_BASES, MAX_BATCH, MAX_DOSSIERS, MAX_DRAWS, MAX_FINDINGS, MAX_PRESENT, MAX_STOPS, figures,
    posting,
};

/// Whether an edit can be made of a visit as it stands; its content is another matter.
pub(super) fn check(visit: &Visit, edit: &Edit) -> Result<(), EditError> {
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
            if fit(entry, fields) { Ok(()) } else { Err(EditError::Gone(id.to_string())) }
        }
        Edit::DossierFields { id, fields } => {
            let held = visit.dossiers.get(id).ok_or_else(|| EditError::Gone(id.to_string()))?;
            if fit(&held.dossier, fields) { Ok(()) } else { Err(EditError::Gone(id.to_string())) }
        }
        Edit::DrawParts { parts } => {
            let mut length = Length::of(&visit.draws);
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
