//! What a page writes down as it goes away: changes that are not known to be durable.
//!
//! A commit compares the revision that was read, and a page that goes away may not live until the answer comes, or until
//! it could make its changes again on top of another tab's. So it also puts the changes under a key of its own, without
//! any comparison, in a transaction that is issued whole at once. Whoever opens the visit next makes those again that
//! did not reach it.

use std::collections::BTreeSet;

use crate::domain::edit::Change;
use crate::domain::id::VisitId;
use crate::storage::backend::{Backend, Op, Row, Rows, StoreError, Table};
use crate::storage::json_text;

use super::rows::{revision_in, text, unsaved_prefix};
use super::{RevisionOf, Store};

/// Changes that a page wrote down as it went away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// The key of their row.
    pub key: String,
    /// The changes, oldest first.
    pub changes: Vec<Change>,
}

impl Unsaved {
    /// Those rows that can be read; one that cannot be stands in nobody's way.
    pub(super) fn of(rows: Vec<Row>) -> Vec<Self> {
        let read = |(key, text): Row| Some(Self { key, changes: json_text::read(&text).ok()? });
        rows.into_iter().filter_map(read).collect()
    }
}

/// The changes that a history does not hold, in their order.
pub fn missing_from(changes: Vec<Change>, history: &[Change]) -> Vec<Change> {
    let ids: BTreeSet<&str> = history.iter().map(|held| held.id.as_str()).filter(|id| !id.is_empty()).collect();
    // Histories of versions before have no ids: their changes are told by all that they say.
    let is_there = |change: &Change| {
        ids.contains(change.id.as_str())
            || history.iter().filter(|held| held.id.is_empty() || change.id.is_empty()).any(|held| held.is_same(change))
    };
    changes.into_iter().filter(|change| !is_there(change)).collect()
}

impl<B: Backend> Store<B> {
    /// Writes changes down that may not be durable yet, in the place of what this page wrote down before; `page` tells
    /// pages apart. Nothing is compared, so that the whole write is issued as soon as this is first polled.
    pub async fn write_down(&self, visit: &VisitId, page: &str, changes: &[Change]) -> Result<(), StoreError> {
        let row = Op::Put(Table::Drafts, unsaved_prefix(visit) + page, text(&changes)?);
        self.backend.write(Vec::new(), vec![row]).await
    }

    /// The revision of a visit, where it is there, and what pages that went away wrote down.
    pub async fn news_of(&self, visit: &VisitId) -> Result<(Option<u64>, Vec<Unsaved>), StoreError> {
        let revision = (Table::Revisions, Rows::Key(RevisionOf::Visit(visit.clone()).key()));
        let written_down = (Table::Drafts, Rows::Prefix(unsaved_prefix(visit)));
        let mut rows = self.backend.read(vec![revision, written_down]).await?.into_iter();
        let (revision, written_down) = (rows.next().unwrap_or_default(), rows.next().unwrap_or_default());
        Ok((revision_in(&revision), Unsaved::of(written_down)))
    }

    /// Forgets what was written down under these keys, once it is durable.
    pub async fn forget_written_down(&self, keys: &[String]) -> Result<(), StoreError> {
        let delete = |key: &String| Op::Delete(Table::Drafts, Rows::Key(key.clone()));
        self.backend.write(Vec::new(), keys.iter().map(delete).collect()).await
    }

    /// The key under which this page writes changes of a visit down.
    pub fn key_of_written_down(visit: &VisitId, page: &str) -> String {
        unsaved_prefix(visit) + page
    }
}
