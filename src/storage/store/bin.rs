//! The bin: what is deleted waits there for [`BIN_DAYS`] days. Its rows move as they are, in one transaction: nothing of them
//! is read on the way, so what cannot be read is deleted and comes back as well.
//!
//! An entry is a short form under `head/KEY` and the rows under `rows/KEY/TABLE/ROW`. `KEY` begins with the moment of the
//! deletion in milliseconds, so that its age is known without reading the entry. Templates are copied and stay where they
//! are, since others may use them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::domain::answer::Stamp;
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::VisitSummary;
use crate::storage::backend::{Backend, Op, Rows, StoreError, Table};

use super::rows::{summary_op, typed_for};
use super::{Listing, RevisionOf, Store};

pub use restore::{RestoreError, Restored};

mod removal;
mod restore;

/// How many days an entry stays in the bin.
pub const BIN_DAYS: i64 = 30;

const HEAD: &str = "head/";
const ROWS: &str = "rows/";

/// Something in the bin, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BinEntry {
    /// What tells it from the others.
    pub key: String,
    /// The supervision that was deleted, or that the visit belongs to.
    pub supervision: SupervisionId,
    /// What the supervision is about.
    pub topic: String,
    /// The visit, where it was deleted alone.
    pub visit: Option<BinnedVisit>,
    /// Who deleted it, and when.
    pub deleted: Stamp,
    /// How many visits it holds.
    pub visits: usize,
    /// How many items are answered in them.
    pub answers: usize,
    /// How many sampled dossiers they hold.
    pub dossiers: usize,
    /// How much room its rows take, in bytes of UTF-8.
    pub bytes: u64,
}

/// A visit that was deleted alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BinnedVisit {
    /// Its id.
    pub id: VisitId,
    /// The name of its unit; empty where that cannot be read.
    pub unit: String,
    /// Its day; none where that cannot be read.
    pub date: Option<NaiveDate>,
}

impl BinEntry {
    /// How many whole days it stays from this moment on.
    pub fn days_left(&self, now: DateTime<Utc>) -> i64 {
        let end = self.deleted.at.checked_add_signed(TimeDelta::days(BIN_DAYS));
        end.map_or(BIN_DAYS, |end| end.signed_duration_since(now).num_days().clamp(0, BIN_DAYS))
    }
}

/// What was put into the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// The entry.
    pub entry: BinEntry,
    /// Its visits.
    pub visits: Vec<VisitId>,
}

impl<B: Backend> Store<B> {
    /// What is in the bin, the oldest first. An entry whose short form cannot be read is listed apart, with its key after
    /// `head/`; it comes back like the others.
    pub async fn bin(&self) -> Result<Listing<BinEntry>, StoreError> {
        self.list(Table::Bin, HEAD.to_owned()).await
    }

    /// Empties an entry out of the bin. It is gone for good, with what was typed for its records and is in none of them.
    pub async fn empty_from_bin(&self, key: &str) -> Result<(), StoreError> {
        self.empty(&[key]).await
    }

    async fn empty(&self, keys: &[&str]) -> Result<(), StoreError> {
        let revisions = |key: &&str| (Table::Bin, Rows::Prefix(format!("{ROWS}{key}/{}/", Table::Revisions.name())));
        let found = self.backend.read(keys.iter().map(revisions).collect()).await?;
        let records = found.iter().flatten().filter_map(|(row, _)| row.rsplit('/').next());
        let records: Vec<RevisionOf> = records.filter_map(RevisionOf::of_key).collect();
        // A record with the same id may have come again since.
        let here = records.iter().map(|record| (Table::Revisions, Rows::Key(record.key()))).collect();
        let here = self.backend.read(here).await?;
        let gone = records.iter().zip(&here).filter(|(_, rows)| rows.is_empty()).map(|(record, _)| record);
        let mut ops: Vec<Op> = keys.iter().flat_map(|key| removal_of(key)).collect();
        ops.extend(gone.flat_map(typed_for));
        self.backend.write(Vec::new(), ops).await
    }

    /// Empties what was deleted more than [`BIN_DAYS`] days before this moment; gives how many entries that were.
    pub async fn expire_bin(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let oldest = (now - TimeDelta::days(BIN_DAYS)).timestamp_millis();
        let heads = self.read_one(Table::Bin, Rows::Prefix(HEAD.to_owned())).await?;
        let is_over =
            |key: &&str| key.split_once('-').is_some_and(|(at, _)| at.parse().is_ok_and(|at: i64| at < oldest));
        let over: Vec<&str> = heads.iter().filter_map(|(key, _)| key.strip_prefix(HEAD)).filter(is_over).collect();
        if !over.is_empty() {
            self.empty(&over).await?;
        }
        Ok(over.len())
    }

    /// Writes the short form of a visit anew, over the revision that it was derived from.
    pub async fn put_summary(&self, summary: &VisitSummary) -> Result<(), StoreError> {
        let expect = super::rows::expectation(&RevisionOf::Visit(summary.id.clone()), Some(summary.revision));
        self.backend.write(vec![expect], vec![summary_op(summary)?]).await
    }
}

fn removal_of(key: &str) -> [Op; 2] {
    [
        Op::Delete(Table::Bin, Rows::Key(format!("{HEAD}{key}"))),
        Op::Delete(Table::Bin, Rows::Prefix(format!("{ROWS}{key}/"))),
    ]
}
