//! What a file must satisfy beyond its shape before it enters the domain: ids that are unique and point to something,
//! answers that fit their items, a template that can be worked with. Each fault comes with its place in the file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::answer::{MAX_TEXT_BYTES, is_plausible};
use crate::domain::edit::{EditError, MAX_DOSSIERS, MAX_DRAWS, MAX_FINDINGS, check_dossier, check_draw, check_posting};
use crate::domain::id::ItemCode;
use crate::domain::supervision::{Level, Period, Supervision};
use crate::domain::template::{AnswerSpec, Item, Target, Template, Test};
use crate::domain::visit::HeldPosting;

use super::record::{FORMAT, FileRecord, VisitRecord};

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

/// What an edit is refused for, a file is refused for as well.
fn held(checked: Result<(), EditError>, place: impl FnOnce() -> String) -> Checked {
    checked.map_err(|error| {
        let kind = match error {
            EditError::ImplausibleDate(_) => FaultKind::ImplausibleDate,
            EditError::TextTooLong => FaultKind::TextTooLong,
            EditError::BadDraw => FaultKind::BadDraw,
            EditError::TooMany(most) => FaultKind::TooMany(most),
            EditError::TooManyFindings => FaultKind::TooMany(MAX_FINDINGS),
            EditError::UnknownItem(item) | EditError::WrongAnswer(item) => FaultKind::Unknown(item.to_string()),
            EditError::UnknownSection(section) => FaultKind::Unknown(section.to_string()),
        };
        fault(place(), kind)
    })
}

/// Checks a template.
pub fn check_template(template: &Template, place: &str) -> Checked {
    range(u64::from(template.version), 1, u64::from(u32::MAX), || format!("{place}.version"))?;
    check_bands(template, place)?;
    range(u64::from(template.critical_cap_percent), 1, 100, || format!("{place}.critical_cap_percent"))?;
    let mut codes = BTreeSet::new();
    for (position, section) in template.sections.iter().enumerate() {
        unique(&mut codes, section.code.as_str(), || format!("{place}.sections[{position}].code"))?;
        range(u64::from(section.weight), 1, 100, || format!("{place}.sections[{position}].weight"))?;
    }
    at_most(&format!("{place}.items"), template.items.len(), MAX_ITEMS)?;
    let mut codes = BTreeMap::new();
    let mut last_section = 0;
    for (position, item) in template.items.iter().enumerate() {
        let place = format!("{place}.items[{position}]");
        if codes.insert(&item.code, item).is_some() {
            return Err(fault(format!("{place}.code"), FaultKind::Duplicate(item.code.to_string())));
        }
        let section = template.sections.iter().position(|section| section.code == item.section);
        let Some(section) = section else {
            return Err(fault(format!("{place}.section"), FaultKind::Unknown(item.section.to_string())));
        };
        if section < last_section {
            return Err(fault(format!("{place}.section"), FaultKind::Disordered));
        }
        last_section = section;
        range(u64::from(item.weight), 1, 100, || format!("{place}.weight"))?;
        not_blank(&item.question.vi, || format!("{place}.question.vi"))?;
        check_answer(&item.answer, &format!("{place}.answer"))?;
    }
    for (position, item) in template.items.iter().enumerate() {
        check_condition(item, &codes, &format!("{place}.items[{position}].applies_if"))?;
    }
    Ok(())
}

fn check_bands(template: &Template, place: &str) -> Checked {
    let place = || format!("{place}.bands");
    let percents: Vec<u8> = template.bands.iter().map(|band| band.from_percent).collect();
    if !percents.is_sorted_by(|higher, lower| lower < higher) || percents.last() != Some(&0) {
        return Err(fault(place(), FaultKind::Disordered));
    }
    range(u64::from(percents[0]), 0, 100, place)
}

fn check_answer(answer: &AnswerSpec, place: &str) -> Checked {
    match answer {
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit | AnswerSpec::Date { .. } => Ok(()),
        AnswerSpec::Counts { fields, threshold } => {
            let mut keys = BTreeSet::new();
            if fields.is_empty() {
                return Err(fault(format!("{place}.fields"), FaultKind::Empty));
            }
            for (position, field) in fields.iter().enumerate() {
                unique(&mut keys, &field.key, || format!("{place}.fields[{position}].key"))?;
            }
            let Some(threshold) = threshold else { return Ok(()) };
            if !keys.contains(threshold.field.as_str()) {
                let kind = FaultKind::Unknown(threshold.field.clone());
                return Err(fault(format!("{place}.threshold.field"), kind));
            }
            if threshold.at_most.is_some() == threshold.at_least.is_some() {
                return Err(fault(format!("{place}.threshold"), FaultKind::NotExactlyOne));
            }
            Ok(())
        }
        AnswerSpec::Ratio { target: None, .. } => Ok(()),
        AnswerSpec::Ratio { target: Some(Target { percent, percent_by_level }), .. } => {
            let place = || format!("{place}.target");
            if percent.is_some() == percent_by_level.is_some() {
                return Err(fault(place(), FaultKind::NotExactlyOne));
            }
            if percent_by_level
                .as_ref()
                .is_some_and(|levels| Level::ALL.iter().any(|level| !levels.contains_key(level)))
            {
                return Err(fault(format!("{place}.percent_by_level", place = place()), FaultKind::Empty));
            }
            let percents = percent.iter().chain(percent_by_level.iter().flat_map(BTreeMap::values));
            percents.copied().try_for_each(|percent| range(u64::from(percent), 1, 100, place))
        }
        AnswerSpec::Means { parts } => {
            let mut keys = BTreeSet::new();
            if parts.is_empty() {
                return Err(fault(format!("{place}.parts"), FaultKind::Empty));
            }
            for (position, part) in parts.iter().enumerate() {
                unique(&mut keys, &part.key, || format!("{place}.parts[{position}].key"))?;
                range(u64::from(part.maximum), 1, 1_000, || format!("{place}.parts[{position}].maximum"))?;
            }
            Ok(())
        }
    }
}

fn check_condition(item: &Item, items: &BTreeMap<&ItemCode, &Item>, place: &str) -> Checked {
    let Some(condition) = &item.applies_if else {
        return Ok(());
    };
    let Some(controller) = items.get(&condition.item) else {
        return Err(fault(format!("{place}.item"), FaultKind::Unknown(condition.item.to_string())));
    };
    let fits = match (&condition.test, &controller.answer) {
        (Test::Verdict { .. }, spec) => spec.is_judged(),
        (Test::CountAbove { field, .. }, AnswerSpec::Counts { fields, .. }) => {
            fields.iter().any(|candidate| candidate.key == *field)
        }
        (Test::CountAbove { .. }, _) => false,
    };
    if !fits {
        return Err(fault(format!("{place}.test"), FaultKind::WrongAnswer(condition.item.to_string())));
    }
    let mut seen = BTreeSet::from([&item.code]);
    let mut next = Some(&condition.item);
    while let Some(code) = next {
        if !seen.insert(code) {
            return Err(fault(place, FaultKind::Cycle(item.code.to_string())));
        }
        next = items.get(code).and_then(|item| item.applies_if.as_ref()).map(|condition| &condition.item);
    }
    Ok(())
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
