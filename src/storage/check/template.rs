//! What a template must satisfy before visits are begun with it.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::ItemCode;
use crate::domain::supervision::Level;
use crate::domain::template::{AnswerSpec, Item, Target, Template, Test};

use super::{Checked, FaultKind, MAX_ITEMS, at_most, fault, not_blank, range, unique};

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
        check_total(item, &codes, &format!("{place}.items[{position}].answer.counts.sums_to"))?;
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
        AnswerSpec::Counts { fields, threshold, .. } => {
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
