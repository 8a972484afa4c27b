//! What a file must satisfy beyond its shape before it enters the domain: ids that are unique and point to something,
//! answers that fit their items, a template that can be worked with. Each fault comes with its place in the file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::answer::{MAX_TEXT_BYTES, is_plausible};
use crate::domain::edit::{
    EditError, MAX_DECISIONS, MAX_DOSSIERS, MAX_DRAWS, MAX_FINDINGS, check_decision, check_dossier, check_draw,
    check_posting, check_statement, check_table, check_tie,
};
use crate::domain::figures::statement::{MAX_STATEMENTS, MAX_TIES};
use crate::domain::figures::table::MAX_TABLES;
use crate::domain::id::ItemCode;
use crate::domain::supervision::{Period, Supervision};
use crate::domain::template::{Item, Template};
use crate::domain::visit::HeldPosting;

use super::record::{FORMAT, FileRecord, Kept, VisitRecord};

pub use template::check_template;

mod template;

/// The most units in a supervision.
pub const MAX_UNITS: usize = 2_000;
/// The most visits in a file.
pub const MAX_VISITS: usize = 5_000;
/// The most items in a template.
pub const MAX_ITEMS: usize = 2_000;
/// The highest revision: what every JSON reader keeps exactly, with room for all edits to come.
pub const MAX_REVISION: u64 = 1 << 53;
/// The most entries in a list of people, members or sections.
pub const MAX_LIST: usize = 20_000;

/// A fault and its place, written as a path such as `visits[2].entries[5].answer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the file.
    pub place: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The same id or code twice.
    Duplicate(String),
    /// It points to something that the file does not hold.
    Unknown(String),
    /// The item takes another kind of answer, or a number is out of range.
    WrongAnswer(String),
    /// A text is longer than [`MAX_TEXT_BYTES`].
    TextTooLong,
    /// More entries than the limit.
    TooMany(usize),
    /// Something that must not be empty is empty.
    Empty,
    /// A number outside its range.
    OutOfRange {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// A date outside 1900–2199.
    ImplausibleDate,
    /// Exactly one of two things must be given.
    NotExactlyOne,
    /// Not in the order it must have.
    Disordered,
    /// A draw whose numbers do not follow from its population, method and seed.
    BadDraw,
    /// Items that depend on each other in a circle.
    Cycle(String),
}

type Checked = Result<(), Fault>;

fn fault(place: impl Into<String>, kind: FaultKind) -> Fault {
    Fault { place: place.into(), kind }
}

/// Checks a whole file.
pub fn check_file(file: &FileRecord) -> Checked {
    if file.format != FORMAT {
        return Err(fault("format", FaultKind::Unknown(file.format.clone())));
    }
    check_supervision(&file.supervision)?;
    at_most("templates", file.templates.len(), MAX_LIST)?;
    let mut references = BTreeMap::new();
    for (position, template) in file.templates.iter().enumerate() {
        let place = format!("templates[{position}]");
        check_template(template, &place)?;
        let reference = template.reference();
        let name = format!("{}@{}", reference.id, reference.version);
        if references.insert(reference, template).is_some() {
            return Err(fault(format!("{place}.id"), FaultKind::Duplicate(name)));
        }
    }
    at_most("visits", file.visits.len(), MAX_VISITS)?;
    let mut ids = BTreeSet::new();
    for (position, visit) in file.visits.iter().enumerate() {
        let place = format!("visits[{position}]");
        unique(&mut ids, visit.id.as_str(), || format!("{place}.id"))?;
        if visit.supervision != file.supervision.id {
            return Err(fault(format!("{place}.supervision"), FaultKind::Unknown(visit.supervision.to_string())));
        }
        if file.supervision.unit(&visit.unit).is_none() {
            return Err(fault(format!("{place}.unit"), FaultKind::Unknown(visit.unit.to_string())));
        }
        let Some(template) = references.get(&visit.template) else {
            let name = format!("{}@{}", visit.template.id, visit.template.version);
            return Err(fault(format!("{place}.template"), FaultKind::Unknown(name)));
        };
        check_visit(visit, template, &place)?;
    }
    Ok(())
}

/// Checks a supervision.
pub fn check_supervision(supervision: &Supervision) -> Checked {
    let place = "supervision";
    range(supervision.revision, 0, MAX_REVISION, || format!("{place}.revision"))?;
    for (field, value) in [
        ("body", &supervision.body),
        ("place", &supervision.place),
        ("topic", &supervision.topic),
        ("resolution.number", &supervision.resolution.number),
    ] {
        text(value, || format!("{place}.{field}"))?;
    }
    text(supervision.province.as_deref().unwrap_or_default(), || format!("{place}.province"))?;
    let Period { from, to } = supervision.period;
    for (field, day) in [("resolution.date", supervision.resolution.date), ("period.from", from), ("period.to", to)] {
        date(day, || format!("{place}.{field}"))?;
    }
    if supervision.period.is_reversed() {
        return Err(fault(format!("{place}.period"), FaultKind::Disordered));
    }
    at_most(&format!("{place}.delegation"), supervision.delegation.len(), MAX_LIST)?;
    for (position, member) in supervision.delegation.iter().enumerate() {
        text(&member.post, || format!("{place}.delegation[{position}].post"))?;
        text(&member.name, || format!("{place}.delegation[{position}].name"))?;
    }
    at_most(&format!("{place}.units"), supervision.units.len(), MAX_UNITS)?;
    let mut ids = BTreeSet::new();
    for (position, unit) in supervision.units.iter().enumerate() {
        unique(&mut ids, unit.id.as_str(), || format!("{place}.units[{position}].id"))?;
        not_blank(&unit.name, || format!("{place}.units[{position}].name"))?;
    }
    Ok(())
}

fn check_visit(visit: &VisitRecord, template: &Template, place: &str) -> Checked {
    range(visit.revision, 0, MAX_REVISION, || format!("{place}.revision"))?;
    date(Some(visit.date), || format!("{place}.date"))?;
    at_most(&format!("{place}.present"), visit.present.len(), MAX_LIST)?;
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
        let place = || format!("{place}.entries[{position}]");
        unique(&mut entries, record.item.as_str(), || format!("{}.item", place()))?;
        let Some(item) = items.get(&record.item) else {
            return Err(fault(format!("{}.item", place()), FaultKind::Unknown(record.item.to_string())));
        };
        if record.answer.as_ref().is_some_and(|answer| !answer.fits(&item.answer)) {
            return Err(fault(format!("{}.answer", place()), FaultKind::WrongAnswer(item.code.to_string())));
        }
        text(&record.note, || format!("{}.note", place()))?;
    }
    let mut findings = BTreeSet::new();
    for (position, record) in visit.findings.iter().enumerate() {
        let place = || format!("{place}.findings[{position}]");
        unique(&mut findings, record.id.as_str(), || format!("{}.id", place()))?;
        if let Some(item) = record.held.item.as_ref().filter(|item| !items.contains_key(item)) {
            return Err(fault(format!("{}.held.item", place()), FaultKind::Unknown(item.to_string())));
        }
        let deadline = record.held.content.as_ref().and_then(|content| content.deadline);
        date(deadline, || format!("{}.held.content.deadline", place()))?;
        record.held.texts().try_for_each(|value| text(value, place))?;
    }
    check_samples(visit, place)?;
    check_figures(visit, place)?;
    let mut last = 0;
    for (position, change) in visit.history.iter().enumerate() {
        if change.revision <= last || change.revision > visit.revision {
            return Err(fault(format!("{place}.history[{position}].revision"), FaultKind::Disordered));
        }
        last = change.revision;
    }
    Ok(())
}

fn check_samples(visit: &VisitRecord, place: &str) -> Checked {
    at_most(&format!("{place}.dossiers"), visit.dossiers.len(), MAX_DOSSIERS)?;
    let mut ids = BTreeSet::new();
    for (position, record) in visit.dossiers.iter().enumerate() {
        let place = || format!("{place}.dossiers[{position}]");
        unique(&mut ids, record.id.as_str(), || format!("{}.id", place()))?;
        held(check_dossier(&record.held.dossier), || format!("{}.held.dossier", place()))?;
    }
    at_most(&format!("{place}.draws"), visit.draws.len(), MAX_DRAWS)?;
    for (position, drawn) in visit.draws.iter().enumerate() {
        let place = || format!("{place}.draws[{position}]");
        text(&drawn.list, || format!("{}.list", place()))?;
        held(check_draw(&drawn.draw), || format!("{}.draw", place()))?;
    }
    match &visit.posting {
        Some(HeldPosting { posting, .. }) => held(check_posting(posting), || format!("{place}.posting.posting")),
        None => Ok(()),
    }
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
    }
    Ok(())
}

/// What an edit is refused for, a file is refused for as well.
fn held(checked: Result<(), EditError>, place: impl FnOnce() -> String) -> Checked {
    checked.map_err(|error| {
        let kind = match error {
            EditError::ImplausibleDate(_) => FaultKind::ImplausibleDate,
            EditError::TextTooLong => FaultKind::TextTooLong,
            EditError::BadDraw => FaultKind::BadDraw,
            EditError::TooMany(most) => FaultKind::TooMany(most),
            EditError::TooManyFindings => FaultKind::TooMany(MAX_FINDINGS),
            EditError::BadForm(name) | EditError::UnknownLine(name) => FaultKind::Unknown(name),
            EditError::BadPick(_) => FaultKind::Disordered,
            EditError::NoReason => FaultKind::Empty,
            EditError::UnknownItem(item) | EditError::WrongAnswer(item) => FaultKind::Unknown(item.to_string()),
            EditError::UnknownSection(section) => FaultKind::Unknown(section.to_string()),
        };
        fault(place(), kind)
    })
}

fn unique<'a>(seen: &mut BTreeSet<&'a str>, id: &'a str, place: impl FnOnce() -> String) -> Checked {
    if seen.insert(id) { Ok(()) } else { Err(fault(place(), FaultKind::Duplicate(id.to_owned()))) }
}

fn text(value: &str, place: impl FnOnce() -> String) -> Checked {
    if value.len() > MAX_TEXT_BYTES { Err(fault(place(), FaultKind::TextTooLong)) } else { Ok(()) }
}

fn date(value: Option<NaiveDate>, place: impl FnOnce() -> String) -> Checked {
    if value.is_none_or(is_plausible) { Ok(()) } else { Err(fault(place(), FaultKind::ImplausibleDate)) }
}

fn not_blank(value: &str, place: impl Fn() -> String) -> Checked {
    if value.trim().is_empty() { Err(fault(place(), FaultKind::Empty)) } else { text(value, place) }
}

fn at_most(place: &str, count: usize, most: usize) -> Checked {
    if count > most { Err(fault(place, FaultKind::TooMany(most))) } else { Ok(()) }
}

fn range(value: u64, least: u64, most: u64, place: impl FnOnce() -> String) -> Checked {
    if (least..=most).contains(&value) { Ok(()) } else { Err(fault(place(), FaultKind::OutOfRange { least, most })) }
}
