//! Drafts: written blind, since they are one person's texts and the later one counts.

use crate::storage::backend::{Backend, Op, Rows, StoreError, Table};
use crate::storage::draft::Draft;
use crate::storage::json_text;

use super::Store;
use super::rows::text;

/// A draft as it is written: its key, and its text as [`draft_text`] makes it; none to delete it.
pub type DraftRow = (String, Option<String>);

/// A draft as text, ready to be written.
pub fn draft_text(draft: &Draft) -> Result<String, StoreError> {
    text(draft)
}

impl<B: Backend> Store<B> {
    /// Every draft whose key begins so, in key order. One that cannot be read stays in the database and is left out: a
    /// draft never stops a page.
    pub async fn drafts(&self, prefix: &str) -> Result<Vec<(String, Draft)>, StoreError> {
        let rows = self.read_one(Table::Drafts, Rows::Prefix(prefix.to_owned())).await?;
        Ok(rows.into_iter().filter_map(|(key, text)| Some((key, json_text::read(&text).ok()?))).collect())
    }

    /// One draft; none if it is not there or cannot be read.
    pub async fn draft(&self, key: &str) -> Result<Option<Draft>, StoreError> {
        let rows = self.read_one(Table::Drafts, Rows::Key(key.to_owned())).await?;
        Ok(rows.first().and_then(|(_, text)| json_text::read(text).ok()))
    }

    /// Writes a draft, whatever was there before.
    pub async fn put_draft(&self, key: &str, draft: &Draft) -> Result<(), StoreError> {
        self.write_drafts(&[(key.to_owned(), Some(draft_text(draft)?))]).await
    }

    /// Deletes a draft, if it is there.
    pub async fn delete_draft(&self, key: &str) -> Result<(), StoreError> {
        self.write_drafts(&[(key.to_owned(), None)]).await
    }

    /// Writes and deletes drafts in one transaction. Nothing is read before, so that all of it is issued at the first poll
    /// where the database is open: in time even for a page that is about to go.
    pub async fn write_drafts(&self, rows: &[DraftRow]) -> Result<(), StoreError> {
        let op = |(key, text): &DraftRow| match text {
            Some(text) => Op::Put(Table::Drafts, key.clone(), text.clone()),
            None => draft_gone(key),
        };
        self.backend.write(Vec::new(), rows.iter().map(op).collect()).await
    }
}

/// Deletes a draft within the transaction that stores the record it became.
pub(super) fn draft_gone(key: &str) -> Op {
    Op::Delete(Table::Drafts, Rows::Key(key.to_owned()))
}
