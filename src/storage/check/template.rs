//! What a template must satisfy before visits are begun with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::check::ItemCheck;
use crate::domain::id::ItemCode;
use crate::domain::supervision::{Level, UnitKind};
use crate::domain::template::{AnswerSpec, Item, Target, Template, Test};
use crate::words::Localised;

use super::{Checked, FaultKind, MAX_ITEMS, at_most, fault, not_blank, range, text, unique};

/// The most bands of a template.
pub const MAX_BANDS: usize = 20;
/// The most groups of a template.
pub const MAX_SECTIONS: usize = 100;
/// The most counts or means of one item, legal bases of an item, or reasons that one tap gives.
pub const MAX_PARTS: usize = 100;
/// The most items of which each depends on the next.
pub const MAX_CHAIN: usize = 100;
/// The most items of a template that count by a fraction: an exact sum of more would be too long to work with.
pub const MAX_FRACTIONS: usize = 300;

/// Checks a template.
pub fn check_template(template: &Template, place: &str) -> Checked {
    range(u64::from(template.version), 1, u64::from(u32::MAX), || format!("{place}.version"))?;
    both(&template.name, || format!("{place}.name"))?;
    check_bands(template, place)?;
    range(u64::from(template.critical_cap_percent), 1, 100, || format!("{place}.critical_cap_percent"))?;
    at_most(&format!("{place}.not_applicable_reasons"), template.not_applicable_reasons.len(), MAX_PARTS)?;
    for (position, reason) in template.not_applicable_reasons.iter().enumerate() {
        both(reason, || format!("{place}.not_applicable_reasons[{position}]"))?;
    }
    at_most(&format!("{place}.sections"), template.sections.len(), MAX_SECTIONS)?;
    let mut codes = BTreeMap::new();
    for (position, section) in template.sections.iter().enumerate() {
        let place = format!("{place}.sections[{position}]");
        if codes.insert(section.code.as_str(), position).is_some() {
            return Err(fault(format!("{place}.code"), FaultKind::Duplicate(section.code.to_string())));
        }
        both(&section.name, || format!("{place}.name"))?;
        range(u64::from(section.weight), 1, 100, || format!("{place}.weight"))?;
        at_most(&format!("{place}.kinds"), section.kinds.len(), UnitKind::ALL.len())?;
    }
    check_items(template, &codes, place)
}

fn check_items(template: &Template, sections: &BTreeMap<&str, usize>, place: &str) -> Checked {
    at_most(&format!("{place}.items"), template.items.len(), MAX_ITEMS)?;
    let fractions = template.items.iter().filter(|item| item.answer.is_fraction()).count();
    if fractions > MAX_FRACTIONS {
        return Err(fault(format!("{place}.items"), FaultKind::TooManyFractions(MAX_FRACTIONS)));
    }
    let (mut codes, mut checks) = (BTreeMap::new(), BTreeSet::new());
    let mut last_section = 0;
    for (position, item) in template.items.iter().enumerate() {
        let place = format!("{place}.items[{position}]");
        if codes.insert(&item.code, item).is_some() {
            return Err(fault(format!("{place}.code"), FaultKind::Duplicate(item.code.to_string())));
        }
        let Some(section) = sections.get(item.section.as_str()).copied() else {
            return Err(fault(format!("{place}.section"), FaultKind::Unknown(item.section.to_string())));
        };
        if section < last_section {
            return Err(fault(format!("{place}.section"), FaultKind::Disordered));
        }
        last_section = section;
        range(u64::from(item.weight), 1, 100, || format!("{place}.weight"))?;
        not_blank(&item.question.vi, || format!("{place}.question.vi"))?;
        check_texts(item, &place)?;
        check_answer(&item.answer, &format!("{place}.answer"))?;
        if let Some(check) = item.check {
            unique(&mut checks, check.name(), || format!("{place}.check"))?;
            check_check(check, &item.answer, &place)?;
        }
    }
    // How long the chain from an item on is, once it was walked.
    let mut depths = BTreeMap::new();
    for (position, item) in template.items.iter().enumerate() {
        check_condition(item, &codes, &mut depths, &format!("{place}.items[{position}].applies_if"))?;
        check_total(item, &codes, &format!("{place}.items[{position}].answer.counts.sums_to"))?;
    }
    Ok(())
}

fn check_texts(item: &Item, place: &str) -> Checked {
    let words = [
        ("question", Some(&item.question)),
        ("evidence", Some(&item.evidence)),
        ("critical", item.critical.as_ref()),
        ("finding", item.finding.as_ref()),
        ("cause", item.cause.as_ref()),
        ("recommendation", item.recommendation.as_ref()),
        ("addressee", item.addressee.as_ref()),
    ];
    for (field, words) in words {
        words.map_or(Ok(()), |words| both(words, || format!("{place}.{field}")))?;
    }
    text(&item.source, || format!("{place}.source"))?;
    at_most(&format!("{place}.basis"), item.basis.len(), MAX_PARTS)?;
    for (position, basis) in item.basis.iter().enumerate() {
        text(basis, || format!("{place}.basis[{position}]"))?;
    }
    Ok(())
}

/// A text in both languages.
fn both(words: &Localised, place: impl Fn() -> String) -> Checked {
    text(&words.vi, || format!("{}.vi", place()))?;
    text(&words.en, || format!("{}.en", place()))
}

fn check_bands(template: &Template, place: &str) -> Checked {
    let place = || format!("{place}.bands");
    at_most(&place(), template.bands.len(), MAX_BANDS)?;
    template.bands.iter().try_for_each(|band| both(&band.name, place))?;
    let percents: Vec<u8> = template.bands.iter().map(|band| band.from_percent).collect();
    if !percents.is_sorted_by(|higher, lower| lower < higher) || percents.last() != Some(&0) {
        return Err(fault(place(), FaultKind::Disordered));
    }
    range(u64::from(percents[0]), 0, 100, place)
}

fn check_answer(answer: &AnswerSpec, place: &str) -> Checked {
    match answer {
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit | AnswerSpec::Date { .. } => Ok(()),
        AnswerSpec::Counts { fields, threshold, .. } => {
            let mut keys = BTreeSet::new();
            if fields.is_empty() {
                return Err(fault(format!("{place}.fields"), FaultKind::Empty));
            }
            at_most(&format!("{place}.fields"), fields.len(), MAX_PARTS)?;
            for (position, field) in fields.iter().enumerate() {
                let place = format!("{place}.fields[{position}]");
                unique(&mut keys, &field.key, || format!("{place}.key"))?;
                text(&field.key, || format!("{place}.key"))?;
                both(&field.label, || format!("{place}.label"))?;
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
        AnswerSpec::Ratio { part, whole, target, may_exceed: _ } => {
            both(part, || format!("{place}.part"))?;
            both(whole, || format!("{place}.whole"))?;
            let Some(Target { percent, percent_by_level }) = target else { return Ok(()) };
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
            at_most(&format!("{place}.parts"), parts.len(), MAX_PARTS)?;
            for (position, part) in parts.iter().enumerate() {
                let place = format!("{place}.parts[{position}]");
                unique(&mut keys, &part.key, || format!("{place}.key"))?;
                text(&part.key, || format!("{place}.key"))?;
                both(&part.label, || format!("{place}.label"))?;
                range(u64::from(part.maximum), 1, 1_000, || format!("{place}.maximum"))?;
            }
            Ok(())
        }
    }
}

/// The check of an item gives its kind of answer, and knows the keys that it counts under.
fn check_check(check: ItemCheck, answer: &AnswerSpec, place: &str) -> Checked {
    if check.fits(answer) {
        return Ok(());
    }
    let keys = check.count_keys();
    if let (AnswerSpec::Counts { fields, .. }, false) = (answer, keys.is_empty())
        && let Some(position) = fields.iter().position(|field| !keys.contains(&field.key.as_str()))
    {
        let kind = FaultKind::UnknownCount { key: fields[position].key.clone(), check: check.name() };
        return Err(fault(format!("{place}.answer.counts.fields[{position}].key"), kind));
    }
    Err(fault(format!("{place}.check"), FaultKind::CheckDoesNotFit(check.name())))
}

/// What counts add up to is a count of another item, which adds up to nothing itself.
fn check_total(item: &Item, items: &BTreeMap<&ItemCode, &Item>, place: &str) -> Checked {
    let AnswerSpec::Counts { sums_to: Some(total), .. } = &item.answer else { return Ok(()) };
    let Some(whole) = items.get(&total.item) else {
        return Err(fault(format!("{place}.item"), FaultKind::Unknown(total.item.to_string())));
    };
    let AnswerSpec::Counts { fields, sums_to: None, .. } = &whole.answer else {
        return Err(fault(format!("{place}.item"), FaultKind::WrongAnswer(total.item.to_string())));
    };
    if fields.iter().any(|field| field.key == total.field) {
        return Ok(());
    }
    Err(fault(format!("{place}.field"), FaultKind::Unknown(total.field.clone())))
}

fn check_condition<'t>(
    item: &'t Item,
    items: &BTreeMap<&'t ItemCode, &'t Item>,
    depths: &mut BTreeMap<&'t ItemCode, usize>,
    place: &str,
) -> Checked {
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
    let (mut chain, mut seen) = (vec![&item.code], BTreeSet::from([&item.code]));
    let mut next = Some(&condition.item);
    while let Some(code) = next.filter(|code| !depths.contains_key(code)) {
        if !seen.insert(code) {
            return Err(fault(place, FaultKind::Cycle(item.code.to_string())));
        }
        chain.push(code);
        next = items.get(code).and_then(|item| item.applies_if.as_ref()).map(|condition| &condition.item);
    }
    let below = next.and_then(|code| depths.get(code)).copied().unwrap_or_default();
    if below + chain.len() > MAX_CHAIN {
        return Err(fault(place, FaultKind::TooMany(MAX_CHAIN)));
    }
    depths.extend(chain.into_iter().rev().zip(below + 1..));
    Ok(())
}
