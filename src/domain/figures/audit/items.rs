//! What an audit says of the items of the checklist: how many checks were made for each, and which discrepancies stand
//! against it.

use std::collections::BTreeMap;

use crate::domain::figures::{Decision, Figures};
use crate::domain::id::ItemCode;

use super::{Audit, Discrepancy, RuleKind, Sure, item_of};

/// How many checks held figures against each other, by rule, and by the item that a form or a tie names in its place.
///
/// A table has thousands of checks and names a handful of items: counting them must cost next to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    by_rule: [usize; RuleKind::ALL.len()],
    named: Vec<(ItemCode, usize)>,
}

impl Made {
    /// Counts a check.
    pub(super) fn count(&mut self, rule: RuleKind, named: Option<&ItemCode>) {
        match named {
            Some(item) => self.add(item, 1),
            None => {
                if let Some(count) = self.by_rule.get_mut(place(rule)) {
                    *count += 1;
                }
            }
        }
    }

    /// Takes the counts of another audit.
    pub(super) fn absorb(&mut self, other: Self) {
        for (count, more) in self.by_rule.iter_mut().zip(other.by_rule) {
            *count += more;
        }
        for (item, more) in &other.named {
            self.add(item, *more);
        }
    }

    fn add(&mut self, item: &ItemCode, more: usize) {
        match self.named.iter_mut().find(|(known, _)| known == item) {
            Some((_, count)) => *count += more,
            None => self.named.push((item.clone(), more)),
        }
    }
}

/// The place of a rule in [`RuleKind::ALL`], which stands in the order of the kinds.
fn place(rule: RuleKind) -> usize {
    rule as usize
}

/// What an audit says of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgainstItem {
    /// How many checks held figures against each other for it, or found something.
    pub checks: usize,
    /// The places among [`Audit::discrepancies`] of those that stand against it.
    pub standing: Vec<usize>,
    /// How many checks could not be made for it, because a cell was not read.
    pub left_out: usize,
}

/// The items that checks were made for. Names and citations are left out, whichever way they turn out: they say what
/// things are called, and nothing about figures.
pub fn against_items(audit: &Audit, figures: &Figures) -> BTreeMap<ItemCode, AgainstItem> {
    let mut items: BTreeMap<ItemCode, AgainstItem> = BTreeMap::new();
    for (rule, checks) in RuleKind::ALL.into_iter().zip(audit.made.by_rule) {
        if checks > 0 && is_of_figures(rule) {
            items.entry(item_of(None, rule)).or_default().checks += checks;
        }
    }
    for (item, checks) in &audit.made.named {
        items.entry(item.clone()).or_default().checks += checks;
    }
    for (rule, left_out) in RuleKind::ALL.into_iter().zip(audit.left_out.by_rule).filter(|(_, left_out)| *left_out > 0)
    {
        items.entry(item_of(None, rule)).or_default().left_out += left_out;
    }
    for (item, left_out) in &audit.left_out.named {
        items.entry(item.clone()).or_default().left_out += left_out;
    }
    for (place, found) in audit.discrepancies.iter().enumerate() {
        let decision = figures.decisions.get(&found.id).map(|held| &held.value);
        if is_of_figures(found.rule) && stands(found, decision) {
            items.entry(found.item.clone()).or_default().standing.push(place);
        }
    }
    items
}

/// Whether a discrepancy stands against its item: not if it was set aside, nor while it is merely for a person to look
/// at and nobody has made a finding of it.
pub fn stands(found: &Discrepancy, decision: Option<&Decision>) -> bool {
    match decision {
        Some(Decision::SetAside { .. }) => false,
        Some(Decision::Finding { .. }) => true,
        None => found.sure != Sure::Possible,
    }
}

fn is_of_figures(rule: RuleKind) -> bool {
    !matches!(rule, RuleKind::Name | RuleKind::Citation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_place() {
        for (expected, rule) in RuleKind::ALL.into_iter().enumerate() {
            assert_eq!(place(rule), expected, "{rule:?}");
        }
    }
}
