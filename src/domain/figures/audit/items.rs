//! What an audit says of the items of the checklist: how many checks were made for each, and which discrepancies stand
//! against it.

use std::collections::BTreeMap;

use crate::domain::figures::{Decision, Figures};
use crate::domain::id::ItemCode;

use super::{Audit, Discrepancy, FigureCheck, RuleKind, Sure};

/// How many checks held figures against each other, by rule; those apart for which a form or a tie names an item.
///
/// A table has thousands of checks and names a handful of items: counting them must cost next to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    by_rule: [usize; RuleKind::ALL.len()],
    named: Vec<(ItemCode, RuleKind, usize)>,
}

impl Made {
    /// Counts a check.
    pub(super) fn count(&mut self, rule: RuleKind, named: Option<&ItemCode>) {
        match named {
            Some(item) => self.add(item, rule, 1),
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
        for (item, rule, more) in &other.named {
            self.add(item, *rule, *more);
        }
    }

    fn add(&mut self, item: &ItemCode, rule: RuleKind, more: usize) {
        match self.named.iter_mut().find(|(known, of, _)| known == item && *of == rule) {
            Some((.., count)) => *count += more,
            None => self.named.push((item.clone(), rule, more)),
        }
    }

    /// The counts that are not zero, each with the item that is named.
    fn counts(&self) -> impl Iterator<Item = (Option<&ItemCode>, RuleKind, usize)> {
        let by_rule = RuleKind::ALL.into_iter().zip(self.by_rule).map(|(rule, count)| (None, rule, count));
        let named = self.named.iter().map(|(item, rule, count)| (Some(item), *rule, *count));
        by_rule.filter(|(.., count)| *count > 0).chain(named)
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

/// The items that checks were made for. `item_of` says which item of the template that is, by the item that is named and by
/// the check; none where the template asks for neither. Names and citations are left out, whichever way they turn out: they
/// say what things are called, and nothing about figures.
pub fn against_items(
    audit: &Audit,
    figures: &Figures,
    item_of: impl Fn(Option<&ItemCode>, FigureCheck) -> Option<ItemCode>,
) -> BTreeMap<ItemCode, AgainstItem> {
    let mut items: BTreeMap<ItemCode, AgainstItem> = BTreeMap::new();
    // There may be many discrepancies, of a handful of items.
    let mut known = BTreeMap::new();
    let mut item_of = |named: Option<&ItemCode>, rule: RuleKind| {
        let check = rule.check();
        known.entry((named.cloned(), check)).or_insert_with(|| item_of(named, check)).clone()
    };
    for (named, rule, checks) in audit.made.counts().filter(|(named, rule, _)| named.is_some() || is_of_figures(*rule))
    {
        if let Some(item) = item_of(named, rule) {
            items.entry(item).or_default().checks += checks;
        }
    }
    for (named, rule, left_out) in audit.left_out.counts() {
        if let Some(item) = item_of(named, rule) {
            items.entry(item).or_default().left_out += left_out;
        }
    }
    for (place, found) in audit.discrepancies.iter().enumerate() {
        let decision = figures.decisions.get(&found.id).map(|held| &held.value);
        if is_of_figures(found.rule)
            && stands(found, decision)
            && let Some(item) = item_of(found.named.as_ref(), found.rule)
        {
            items.entry(item).or_default().standing.push(place);
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
