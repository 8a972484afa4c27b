//! What is held by hand for a finding, and the edits that change it.

use crate::domain::edit::{ContentField, Edit, carry_over};
use crate::domain::finding::{Finding, FindingContent, FindingEntry, Origin, Remedy};
use crate::state::Session;

/// Changes what is held by hand for a finding, and says whether that was taken. Where nothing by hand is left, the finding is the template's again.
pub(super) fn change(session: Session, finding: &Finding, change: impl FnOnce(&mut FindingEntry)) -> bool {
    let held = leptos::prelude::untrack(|| session.visit(|visit| visit.findings.get(&finding.id).cloned()));
    let mut entry = held.unwrap_or_else(|| FindingEntry {
        item: finding.item.clone(),
        content: None,
        withdrawn: None,
        remedy: Remedy::Open,
        stamp: session.stamp(),
    });
    change(&mut entry);
    entry.stamp = session.stamp();
    let is_plain = entry.content.is_none() && entry.withdrawn.is_none() && entry.remedy == Remedy::Open;
    let keep = !is_plain || matches!(finding.origin, Origin::Added | Origin::Unsupported);
    session.takes(Edit::Finding { id: finding.id.clone(), entry: keep.then_some(entry) })
}

/// Drops what is held by hand.
pub(super) fn drop_entry(session: Session, finding: &Finding) {
    session.dispatch(Edit::Finding { id: finding.id.clone(), entry: None });
}

/// Keeps edited words, and says whether they were taken; words equal to those shown before are no edit.
pub(super) fn edit_words(session: Session, finding: &Finding, content: FindingContent) -> bool {
    let keep = |entry: &mut FindingEntry| {
        entry.content = Some(match entry.content.take() {
            Some(now) => carry_over::<ContentField>(&finding.content, &content, now),
            None => content.clone(),
        });
    };
    content == finding.content || change(session, finding, keep)
}
