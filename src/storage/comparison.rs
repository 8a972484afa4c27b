//! A visit as it is here, held against the one in a file: what each holds alone, and whether both can stand.

use crate::domain::edit::{Change, Divergence, Edit, Target, between, replay, touched};
use crate::domain::template::Template;
use crate::domain::visit::Visit;

use super::store::ImportedVisit;

/// What becomes of a visit that is here in another form than in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The file's takes its place.
    Take,
    /// It stays as it is here.
    Keep,
    /// The changes that only the file has are made on top of it.
    Join,
}

/// A visit as it is here, held against the file's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What each holds alone.
    pub divergence: Divergence,
    /// Whether both histories are whole, so that they have a common beginning.
    pub has_base: bool,
    /// The visit as it is here.
    pub(super) here: ImportedVisit,
    /// Both together, where that can be.
    pub(super) joined: Option<ImportedVisit>,
}

impl Comparison {
    /// The visit as it is here.
    pub fn here(&self) -> &Visit {
        &self.here.visit
    }

    /// Whether the changes of both can stand together.
    pub fn can_join(&self) -> bool {
        self.joined.is_some()
    }

    /// What is done where a person says nothing: nothing that is here is lost by it.
    pub fn usual_way(&self) -> Way {
        match () {
            () if self.divergence.only_here.is_empty() => Way::Take,
            () if self.can_join() => Way::Join,
            () => Way::Keep,
        }
    }
}

/// Compares a visit as it is here with the file's. The short form of what is joined is that of what is here, until it is
/// derived anew.
pub(super) fn compare(here: ImportedVisit, visit: &Visit, history: &[Change], template: &Template) -> Comparison {
    let is_whole = |history: &[Change], visit: &Visit| history.len() as u64 == visit.revision;
    let divergence = Divergence::of(&here.history, history);
    let has_base = is_whole(&here.history, &here.visit)
        && is_whole(history, visit)
        && names_all(&divergence, &between(&here.visit, visit));
    if !has_base {
        let told = |from: &Visit, to: &Visit| {
            let change = |edit| Change { revision: 0, id: String::new(), stamp: to.begun.clone(), edit };
            between(from, to).into_iter().map(change).collect()
        };
        let only_here = told(visit, &here.visit);
        let divergence = Divergence { common: 0, only_here, only_file: told(&here.visit, visit) };
        return Comparison { divergence, has_base, here, joined: None };
    }
    let joined = joined(&here, &divergence, template);
    Comparison { divergence, has_base, here, joined }
}

/// Whether what differs between two states was touched by the changes that only one of both has: what a visit was begun with
/// stands in no history, and a file made elsewhere may say anything.
fn names_all(divergence: &Divergence, differences: &[Edit]) -> bool {
    let (here, file) = (touched(&divergence.only_here), touched(&divergence.only_file));
    let is_named = |target: Target| target.is_touched_in(&here) || target.is_touched_in(&file);
    differences.iter().flat_map(Edit::targets).all(is_named)
}

/// The visit as it is here, with the changes that only the file has made on top of it; none where both changed one thing.
fn joined(here: &ImportedVisit, divergence: &Divergence, template: &Template) -> Option<ImportedVisit> {
    if !divergence.is_diverged() || !divergence.touched_by_both().is_empty() {
        return None;
    }
    let ImportedVisit { mut visit, mut history, summary } = here.clone();
    for change in &divergence.only_file {
        replay(&mut visit, template, change.edit.clone(), &change.stamp).ok()?;
        history.push(Change { revision: visit.revision, ..change.clone() });
    }
    Some(ImportedVisit { visit, history, summary })
}
