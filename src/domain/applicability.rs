//! Which items are asked: those of the chosen groups whose condition holds.
//!
//! An item is hidden only once the answer that decides is there and says so: before that nothing disappears from a
//! checklist that nobody has begun. An item that depends on a hidden one is hidden as well.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::evidence::Evidence;
use super::id::ItemCode;
use super::template::{AnswerSpec, Item, Template, Test};
use super::visit::Visit;

/// The items that are asked now, in the template's order.
pub fn asked<'t>(template: &'t Template, visit: &Visit, evidence: &Evidence) -> Vec<&'t Item> {
    let mut shown: BTreeMap<&ItemCode, bool> = BTreeMap::new();
    let by_code: BTreeMap<&ItemCode, &Item> = template.items.iter().map(|item| (&item.code, item)).collect();
    template.items.iter().filter(|item| is_asked(item, &by_code, visit, evidence, &mut shown)).collect()
}

fn is_asked<'t>(
    item: &'t Item,
    by_code: &BTreeMap<&'t ItemCode, &'t Item>,
    visit: &Visit,
    evidence: &Evidence,
    shown: &mut BTreeMap<&'t ItemCode, bool>,
) -> bool {
    if let Some(known) = shown.get(&item.code) {
        return *known;
    }
    // A checked template has no cycle; one that slipped through must not hang the app.
    shown.insert(&item.code, false);
    let asked = visit.sections.contains(&item.section)
        && item.applies_if.as_ref().is_none_or(|condition| {
            by_code.get(&condition.item).is_some_and(|controller| {
                is_asked(controller, by_code, visit, evidence, shown)
                    && may_hold(&condition.test, controller, evidence.standing(visit, controller).answer())
            })
        });
    shown.insert(&item.code, asked);
    asked
}

/// Whether a test holds or is still open.
fn may_hold(test: &Test, controller: &Item, answer: Option<&Answer>) -> bool {
    match (test, answer) {
        (_, None) => true,
        (_, Some(Answer::NotApplicable { reason })) => reason.trim().is_empty(),
        (Test::Verdict { is }, Some(Answer::Verdict { value })) => value == is,
        (Test::CountAbove { field, value }, Some(Answer::Counts { values })) => {
            let AnswerSpec::Counts { fields, .. } = &controller.answer else {
                return true;
            };
            let position = fields.iter().position(|candidate| candidate.key == *field);
            position.and_then(|position| values.get(position).copied().flatten()).is_none_or(|count| count > *value)
        }
        (Test::Verdict { .. } | Test::CountAbove { .. }, Some(_)) => true,
    }
}
