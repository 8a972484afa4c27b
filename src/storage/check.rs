//! What a file must satisfy beyond its shape before it enters the domain: ids that are unique and point to something,
//! answers that fit their items, a template that can be worked with. Each fault comes with its place in the file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::answer::{MAX_NAME_BYTES, MAX_TEXT_BYTES, is_plausible};
use crate::domain::edit::{Change, EditError, MAX_FINDINGS, MAX_REVISION};
use crate::domain::supervision::{Period, Supervision};
use crate::domain::template::{Template, TemplateRef};
use crate::domain::visit::Visit;

use super::record::{FORMAT, FileRecord, VisitRecord};

pub use template::{MAX_FRACTIONS, check_template};

#[cfg(test)]
mod history_tests;
mod template;
mod visit;

/// The most units in a supervision.
pub const MAX_UNITS: usize = 2_000;
/// The most visits in a file.
pub const MAX_VISITS: usize = 5_000;
/// The most items in a template.
pub const MAX_ITEMS: usize = 2_000;
/// The most templates in a file.
pub const MAX_TEMPLATES: usize = 1_000;
/// The most members of a delegation.
pub const MAX_MEMBERS: usize = 1_000;

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
    /// The check of this name does not give the item's kind of answer.
    CheckDoesNotFit(&'static str),
    /// The check of this name knows no count under this key.
    UnknownCount {
        /// The key.
        key: String,
        /// The check.
        check: &'static str,
    },
    /// A text is longer than so many bytes.
    TextTooLong(usize),
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
    /// More items that count by a fraction than an exact score can be made of.
    TooManyFractions(usize),
    /// Figures whose audit would take too long: tables, rules and ties multiply.
    TooMuchWork,
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
    let templates = check_templates(&file.templates)?;
    at_most("visits", file.visits.len(), MAX_VISITS)?;
    let units: BTreeSet<&str> = file.supervision.units.iter().map(|unit| unit.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for (position, visit) in file.visits.iter().enumerate() {
        let place = format!("visits[{position}]");
        unique(&mut ids, visit.id.as_str(), || format!("{place}.id"))?;
        if visit.supervision != file.supervision.id {
            return Err(fault(format!("{place}.supervision"), FaultKind::Unknown(visit.supervision.to_string())));
        }
        if !units.contains(visit.unit.as_str()) {
            return Err(fault(format!("{place}.unit"), FaultKind::Unknown(visit.unit.to_string())));
        }
        let Some(template) = templates.get(&visit.template) else {
            return Err(fault(format!("{place}.template"), FaultKind::Unknown(name_of(&visit.template))));
        };
        check_visit(visit, template, &place)?;
    }
    Ok(())
}

fn check_templates(templates: &[Template]) -> Result<BTreeMap<TemplateRef, &Template>, Fault> {
    at_most("templates", templates.len(), MAX_TEMPLATES)?;
    let mut references = BTreeMap::new();
    for (position, template) in templates.iter().enumerate() {
        let place = format!("templates[{position}]");
        check_template(template, &place)?;
        let reference = template.reference();
        let name = name_of(&reference);
        if references.insert(reference, template).is_some() {
            return Err(fault(format!("{place}.id"), FaultKind::Duplicate(name)));
        }
    }
    Ok(references)
}

fn name_of(template: &TemplateRef) -> String {
    format!("{}@{}", template.id, template.version)
}

/// Checks a visit under its template, as it stands in a file.
pub fn check_visit(visit: &VisitRecord, template: &Template, place: &str) -> Checked {
    visit::check_visit(visit, template, place)
}

/// Checks the history of a visit that passed the other checks.
pub fn check_history(visit: &Visit, history: &[Change], template: &Template, place: &str) -> Checked {
    visit::check_history(visit, history, template, place)
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
    at_most(&format!("{place}.delegation"), supervision.delegation.len(), MAX_MEMBERS)?;
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

/// What an edit is refused for, a file is refused for as well.
fn held(checked: Result<(), EditError>, place: impl FnOnce() -> String) -> Checked {
    checked.map_err(|error| fault(place(), FaultKind::of(error)))
}

impl FaultKind {
    /// What is wrong where an edit is refused.
    pub(super) fn of(error: EditError) -> Self {
        match error {
            EditError::ImplausibleDate(_) => FaultKind::ImplausibleDate,
            EditError::TextTooLong => FaultKind::TextTooLong(MAX_TEXT_BYTES),
            EditError::NameTooLong => FaultKind::TextTooLong(MAX_NAME_BYTES),
            EditError::TooManyChanges => FaultKind::OutOfRange { least: 0, most: MAX_REVISION },
            EditError::BadDraw => FaultKind::BadDraw,
            EditError::TooMany(most) => FaultKind::TooMany(most),
            EditError::TooManyFindings => FaultKind::TooMany(MAX_FINDINGS),
            EditError::BadForm(name) | EditError::UnknownLine(name) | EditError::Gone(name) => FaultKind::Unknown(name),
            EditError::NestedBatch => FaultKind::Unknown("batch".to_owned()),
            EditError::BadPick(_) => FaultKind::Disordered,
            EditError::NoReason => FaultKind::Empty,
            EditError::UnknownItem(item) | EditError::WrongAnswer(item) => FaultKind::Unknown(item.to_string()),
            EditError::UnknownSection(section) => FaultKind::Unknown(section.to_string()),
        }
    }
}

fn unique<'a>(seen: &mut BTreeSet<&'a str>, id: &'a str, place: impl FnOnce() -> String) -> Checked {
    if seen.insert(id) { Ok(()) } else { Err(fault(place(), FaultKind::Duplicate(id.to_owned()))) }
}

fn text(value: &str, place: impl FnOnce() -> String) -> Checked {
    if value.len() > MAX_TEXT_BYTES {
        return Err(fault(place(), FaultKind::TextTooLong(MAX_TEXT_BYTES)));
    }
    Ok(())
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
