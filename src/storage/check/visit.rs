//! What a visit must satisfy: answers that fit their items, records within their limits, and a history that a visit can
//! have had.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::answer::Stamp;
use crate::domain::edit::{
    Change, EditError, MAX_CHANGE_ID, MAX_DECISIONS, MAX_DOSSIERS, MAX_DRAWS, MAX_FINDINGS, MAX_PRESENT, MAX_REVISION,
    check_content, check_decision, check_dossier, check_drawn, check_finding, check_posting, check_stamp,
    check_statement, check_table, check_tie, replay,
};
use crate::domain::figures::statement::{MAX_STATEMENTS, MAX_TIES};
use crate::domain::figures::table::MAX_TABLES;
use crate::domain::id::ItemCode;
use crate::domain::template::{Item, Template};
use crate::domain::visit::{HeldPosting, Visit};
use crate::storage::record::{EntryRecord, Kept, VisitRecord};

use super::{Checked, FaultKind, at_most, date, fault, held, range, text, unique};

/// Checks a visit under its template.
pub(super) fn check_visit(visit: &VisitRecord, template: &Template, place: &str) -> Checked {
    range(visit.revision, 0, MAX_REVISION, || format!("{place}.revision"))?;
    stamp(&visit.begun, || format!("{place}.begun"))?;
    date(Some(visit.date), || format!("{place}.date"))?;
    at_most(&format!("{place}.present"), visit.present.len(), MAX_PRESENT)?;
    for (position, post) in visit.present.iter().enumerate() {
        text(post, || format!("{place}.present[{position}]"))?;
    }
    let mut sections = BTreeSet::new();
    for (position, code) in visit.sections.iter().enumerate() {
        let place = || format!("{place}.sections[{position}]");
        unique(&mut sections, code.as_str(), place)?;
        if template.section(code).is_none() {
            return Err(fault(place(), FaultKind::Unknown(code.to_string())));
        }
    }
    let items: BTreeMap<&ItemCode, &Item> = template.items.iter().map(|item| (&item.code, item)).collect();
    let mut entries = BTreeSet::new();
    for (position, record) in visit.entries.iter().enumerate() {
        let place = format!("{place}.entries[{position}]");
        unique(&mut entries, record.item.as_str(), || format!("{place}.item"))?;
        check_entry(record, &items, &place)?;
    }
    let mut findings = BTreeSet::new();
    at_most(&format!("{place}.findings"), visit.findings.len(), MAX_FINDINGS)?;
    for (position, record) in visit.findings.iter().enumerate() {
        let place = || format!("{place}.findings[{position}]");
        unique(&mut findings, record.id.as_str(), || format!("{}.id", place()))?;
        if let Some(item) = record.held.item.as_ref().filter(|item| !items.contains_key(item)) {
            return Err(fault(format!("{}.held.item", place()), FaultKind::Unknown(item.to_string())));
        }
        held(check_finding(&record.held), || format!("{}.held", place()))?;
    }
    check_samples(visit, place)?;
    check_figures(visit, place)
}

fn check_entry(record: &EntryRecord, items: &BTreeMap<&ItemCode, &Item>, place: &str) -> Checked {
    let Some(item) = items.get(&record.item) else {
        return Err(fault(format!("{place}.item"), FaultKind::Unknown(record.item.to_string())));
    };
    if record.answer.as_ref().is_some_and(|answer| !answer.fits(&item.answer)) {
        return Err(fault(format!("{place}.answer"), FaultKind::WrongAnswer(item.code.to_string())));
    }
    text(&record.note, || format!("{place}.note"))?;
    record.answered.iter().try_for_each(|given| stamp(given, || format!("{place}.answered")))?;
    record.noted.iter().try_for_each(|given| stamp(given, || format!("{place}.noted")))
}

fn check_samples(visit: &VisitRecord, place: &str) -> Checked {
    at_most(&format!("{place}.dossiers"), visit.dossiers.len(), MAX_DOSSIERS)?;
    let mut ids = BTreeSet::new();
    for (position, record) in visit.dossiers.iter().enumerate() {
        let place = || format!("{place}.dossiers[{position}]");
        unique(&mut ids, record.id.as_str(), || format!("{}.id", place()))?;
        held(check_dossier(&record.held.dossier), || format!("{}.held.dossier", place()))?;
        stamp(&record.held.stamp, || format!("{}.held.stamp", place()))?;
    }
    at_most(&format!("{place}.draws"), visit.draws.len(), MAX_DRAWS)?;
    for (position, drawn) in visit.draws.iter().enumerate() {
        held(check_drawn(drawn), || format!("{place}.draws[{position}]"))?;
    }
    let Some(HeldPosting { posting, stamp: given }) = &visit.posting else { return Ok(()) };
    held(check_posting(posting), || format!("{place}.posting.posting"))?;
    stamp(given, || format!("{place}.posting.stamp"))
}

fn check_figures(visit: &VisitRecord, place: &str) -> Checked {
    let figures = &visit.figures;
    let place = format!("{place}.figures");
    kept(&figures.tables, MAX_TABLES, &format!("{place}.tables"), |id| id.as_str(), check_table)?;
    kept(&figures.statements, MAX_STATEMENTS, &format!("{place}.statements"), |id| id.as_str(), check_statement)?;
    kept(&figures.ties, MAX_TIES, &format!("{place}.ties"), |id| id.as_str(), check_tie)?;
    kept(&figures.decisions, MAX_DECISIONS, &format!("{place}.decisions"), |id| id.as_str(), check_decision)
}

fn kept<'r, I, T>(
    all: &'r [Kept<I, T>],
    most: usize,
    place: &str,
    name: impl Fn(&'r I) -> &'r str,
    check: impl Fn(&T) -> Result<(), EditError>,
) -> Checked {
    at_most(place, all.len(), most)?;
    let mut ids = BTreeSet::new();
    for (position, kept) in all.iter().enumerate() {
        unique(&mut ids, name(&kept.id), || format!("{place}[{position}].id"))?;
        held(check(&kept.held.value), || format!("{place}[{position}].held.value"))?;
        stamp(&kept.held.stamp, || format!("{place}[{position}].held.stamp"))?;
    }
    Ok(())
}

fn stamp(stamp: &Stamp, place: impl FnOnce() -> String) -> Checked {
    held(check_stamp(stamp), place)
}

/// Checks a history: revisions without a gap that end at the visit's, each with a stamp and an edit that can be meant.
/// One that begins with the first edit is made again from an empty visit. It may begin later, or be left out.
///
/// That it leads to the very visit is not asked: what a visit was begun with stands in no history.
pub(super) fn check_history(visit: &Visit, history: &[Change], template: &Template, place: &str) -> Checked {
    let Some(first) = history.first() else { return Ok(()) };
    let mut made = Visit {
        revision: 0,
        entries: BTreeMap::new(),
        findings: BTreeMap::new(),
        dossiers: BTreeMap::new(),
        draws: Vec::new(),
        posting: None,
        figures: Default::default(),
        ..visit.clone()
    };
    let is_whole = first.revision == 1;
    let mut next = first.revision;
    for (position, change) in history.iter().enumerate() {
        let place = || format!("{place}.history[{position}]");
        if next == 0 || change.revision != next || next > visit.revision {
            return Err(fault(format!("{}.revision", place()), FaultKind::Disordered));
        }
        next += 1;
        stamp(&change.stamp, || format!("{}.stamp", place()))?;
        if change.id.len() > MAX_CHANGE_ID {
            return Err(fault(format!("{}.id", place()), FaultKind::TextTooLong(MAX_CHANGE_ID)));
        }
        let checked = if is_whole {
            replay(&mut made, template, change.edit.clone(), &change.stamp).map(drop)
        } else {
            check_content(template, &change.edit)
        };
        held(checked, || format!("{}.edit", place()))?;
    }
    if next != visit.revision + 1 {
        return Err(fault(format!("{place}.revision"), FaultKind::Disordered));
    }
    Ok(())
}
