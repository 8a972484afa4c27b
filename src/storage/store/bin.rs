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
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::storage::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};
use crate::storage::json_text;

use super::rows::{parse, summary_op, template_key, text, visit_deletion};
use super::{Listing, RevisionOf, Store};

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

/// What came back from the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The supervision.
    pub supervision: SupervisionId,
    /// The visits that came back, and those that went to the bin for them.
    pub visits: Vec<VisitId>,
    /// Whether it was a visit alone: its short form must follow the unit as it now is.
    pub is_visit: bool,
}

/// Why something does not come back from the bin. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// A record with the same id is here: it stays, or gives way.
    #[error("{0} is here")]
    IsHere(String),
    /// A visit with the same id belongs to another supervision here.
    #[error("visit {0} belongs to another supervision")]
    VisitElsewhere(String),
    /// The supervision of the visit is not here.
    #[error("the supervision {0} is not here")]
    NoSupervision(SupervisionId),
    /// The supervision has no longer the unit of the visit.
    #[error("the unit of the visit is gone")]
    NoUnit,
    /// A template under the same id and version has another content here.
    #[error("the template {0} differs from the one in the bin")]
    TemplateDiffers(String),
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How something is taken out of the tables: what is known of it, what must not have moved, and the rows.
struct Removal {
    binned: Binned,
    expect: Vec<Expect>,
    deletions: Vec<Op>,
    rows: Vec<(Table, Row)>,
}

impl Removal {
    /// The operations that move the rows into the bin.
    fn into_bin(self) -> Result<(Binned, Vec<Expect>, Vec<Op>), StoreError> {
        let Self { binned, mut expect, mut deletions, rows } = self;
        let key = &binned.entry.key;
        let head = format!("{HEAD}{key}");
        expect.push(Expect { table: Table::Bin, key: head.clone(), text: None });
        deletions.push(Op::Put(Table::Bin, head, text(&binned.entry)?));
        let put = |(table, (row, text)): (Table, Row)| {
            Op::Put(Table::Bin, format!("{ROWS}{key}/{}/{row}", table.name()), text)
        };
        deletions.extend(rows.into_iter().map(put));
        Ok((binned, expect, deletions))
    }
}

impl<B: Backend> Store<B> {
    /// Puts a supervision with all its visits into the bin, or a visit alone; none if it is not here.
    pub async fn put_into_bin(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
    ) -> Result<Option<Binned>, StoreError> {
        let Some(removal) = self.removal(supervision, only, deleted).await? else { return Ok(None) };
        let (binned, expect, ops) = removal.into_bin()?;
        self.backend.write(expect, ops).await?;
        Ok(Some(binned))
    }

    /// Deletes a supervision with all its visits, or a visit alone, past the bin: for a device that has no room for both.
    pub async fn delete_for_good(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
    ) -> Result<Option<Binned>, StoreError> {
        let Some(removal) = self.removal(supervision, only, deleted).await? else { return Ok(None) };
        let Removal { binned, expect, deletions, .. } = removal;
        self.backend.write(expect, deletions).await?;
        Ok(Some(binned))
    }

    /// What is in the bin, the oldest first. An entry whose short form cannot be read is listed apart, with its key after
    /// `head/`; it comes back like the others.
    pub async fn bin(&self) -> Result<Listing<BinEntry>, StoreError> {
        self.list(Table::Bin, HEAD.to_owned()).await
    }

    /// Brings an entry back as it was. If a record with the same id is here meanwhile, nothing happens unless it gives
    /// way: then it goes into the bin, with this stamp, in the same transaction.
    pub async fn restore(&self, key: &str, give_way: Option<&Stamp>) -> Result<Restored, RestoreError> {
        let (head, rows) = (format!("{HEAD}{key}"), format!("{ROWS}{key}/"));
        let ranges = vec![(Table::Bin, Rows::Key(head.clone())), (Table::Bin, Rows::Prefix(rows.clone()))];
        let mut found = self.backend.read(ranges).await?.into_iter();
        let (short, kept) = (found.next().unwrap_or_default(), found.next().unwrap_or_default());
        let Some((_, short)) = short.into_iter().next() else {
            return Err(StoreError::Missing { key: head }.into());
        };
        let kept = unpack(kept, &rows);
        let of = |table: Table| kept.iter().filter(move |(of, _)| *of == table).map(|(_, row)| row);
        let visits: Vec<VisitId> =
            of(Table::Summaries).filter_map(|(key, _)| VisitId::new(key.split_once('/')?.1).ok()).collect();
        let whole = of(Table::Supervisions).find_map(|(key, _)| SupervisionId::new(key.clone()).ok());
        let is_visit = whole.is_none();
        let supervision = whole
            .or_else(|| of(Table::Summaries).find_map(|(key, _)| SupervisionId::new(key.split_once('/')?.0).ok()))
            .ok_or_else(|| StoreError::Missing { key: rows.clone() })?;
        if is_visit {
            self.check_unit_of(&supervision, of(Table::Summaries)).await?;
        }
        let templates = self.templates_to_restore(of(Table::Templates)).await?;
        let mut restored = Restored { supervision, visits, is_visit };
        let (mut expect, mut ops) = self.make_room(&mut restored, &kept, give_way).await?;
        expect.push(Expect { table: Table::Bin, key: head.clone(), text: Some(short) });
        ops.extend(templates);
        let back = kept.into_iter().filter(|(table, _)| *table != Table::Templates);
        ops.extend(back.map(|(table, (key, text))| Op::Put(table, key, text)));
        ops.extend(removal_of(key));
        self.backend.write(expect, ops).await?;
        Ok(restored)
    }

    /// Empties an entry out of the bin. It is gone for good.
    pub async fn empty_from_bin(&self, key: &str) -> Result<(), StoreError> {
        self.backend.write(Vec::new(), removal_of(key).into()).await
    }

    /// Empties what was deleted more than [`BIN_DAYS`] days before this moment; gives how many entries that were.
    pub async fn expire_bin(&self, now: DateTime<Utc>) -> Result<usize, StoreError> {
        let oldest = (now - TimeDelta::days(BIN_DAYS)).timestamp_millis();
        let heads = self.read_one(Table::Bin, Rows::Prefix(HEAD.to_owned())).await?;
        let is_over =
            |key: &&str| key.split_once('-').is_some_and(|(at, _)| at.parse().is_ok_and(|at: i64| at < oldest));
        let over: Vec<&str> = heads.iter().filter_map(|(key, _)| key.strip_prefix(HEAD)).filter(is_over).collect();
        if !over.is_empty() {
            self.backend.write(Vec::new(), over.iter().flat_map(|key| removal_of(key)).collect()).await?;
        }
        Ok(over.len())
    }

    /// Writes the short form of a visit anew, over the revision that it was derived from.
    pub async fn put_summary(&self, summary: &VisitSummary) -> Result<(), StoreError> {
        let expect = super::rows::expectation(&RevisionOf::Visit(summary.id.clone()), Some(summary.revision));
        self.backend.write(vec![expect], vec![summary_op(summary)?]).await
    }

    async fn removal(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
    ) -> Result<Option<Removal>, StoreError> {
        let of = RevisionOf::Supervision(supervision.clone()).key();
        let prefix = format!("{supervision}/");
        let shorts = match only {
            Some(visit) => Rows::Key(format!("{prefix}{visit}")),
            None => Rows::Prefix(prefix.clone()),
        };
        let mut ranges = vec![
            (Table::Supervisions, Rows::Key(supervision.to_string())),
            (Table::Revisions, Rows::Key(of.clone())),
            (Table::Summaries, shorts),
        ];
        let visits = visits_of(&self.backend.read(ranges.clone()).await?, &prefix);
        for visit in &visits {
            let prefix = format!("{visit}/");
            ranges.extend([
                (Table::Visits, Rows::Key(visit.to_string())),
                (Table::Revisions, Rows::Key(RevisionOf::Visit(visit.clone()).key())),
                (Table::Changes, Rows::Prefix(prefix.clone())),
                (Table::Tail, Rows::Prefix(prefix)),
            ]);
        }
        let tables: Vec<Table> = ranges.iter().map(|(table, _)| *table).collect();
        let read = self.backend.read(ranges).await?;
        if visits_of(&read, &prefix) != visits {
            return Err(StoreError::Conflict { key: of });
        }
        let Some(record) = read.first().map(|rows| rows.first().cloned()) else { return Ok(None) };
        if (only.is_none() && record.is_none()) || (only.is_some() && visits.is_empty()) {
            return Ok(None);
        }
        let record = record.and_then(|row| parse::<Supervision>(Table::Supervisions, &row).ok());
        let mut rows: Vec<(Table, Row)> = tables
            .into_iter()
            .zip(read)
            .flat_map(|(table, rows)| rows.into_iter().map(move |row| (table, row)))
            .collect();
        if only.is_some() {
            rows.retain(|(table, (key, _))| *table != Table::Supervisions && *key != of);
        }
        let stored = |of: &RevisionOf| {
            let key = of.key();
            let row = rows.iter().find(|(table, (row, _))| *table == Table::Revisions && *row == key);
            Expect { table: Table::Revisions, text: row.map(|(_, (_, text))| text.clone()), key }
        };
        let mut expect: Vec<Expect> = visits.iter().map(|visit| stored(&RevisionOf::Visit(visit.clone()))).collect();
        let mut deletions: Vec<Op> = visits.iter().flat_map(|visit| visit_deletion(supervision, visit)).collect();
        if only.is_none() {
            expect.push(stored(&RevisionOf::Supervision(supervision.clone())));
            deletions.push(Op::Delete(Table::Supervisions, Rows::Key(supervision.to_string())));
            deletions.push(Op::Delete(Table::Revisions, Rows::Key(of)));
        }
        let (dossiers, templates) = self.contents(&visits).await?;
        rows.extend(templates);
        let shorts: Vec<VisitSummary> = rows
            .iter()
            .filter(|(table, _)| *table == Table::Summaries)
            .filter_map(|(table, row)| parse(*table, row).ok())
            .collect();
        let unit = |short: &VisitSummary| Some(record.as_ref()?.unit(&short.unit)?.name.clone());
        let entry = BinEntry {
            key: format!(
                "{:015}-{}",
                deleted.at.timestamp_millis(),
                only.map_or(supervision.as_str(), VisitId::as_str)
            ),
            supervision: supervision.clone(),
            topic: record.as_ref().map(|record| record.topic.clone()).unwrap_or_default(),
            visit: only.map(|id| BinnedVisit {
                id: id.clone(),
                unit: shorts.first().and_then(unit).unwrap_or_default(),
                date: shorts.first().map(|short| short.date),
            }),
            deleted: deleted.clone(),
            visits: visits.len(),
            answers: shorts.iter().map(|short| short.answered).sum(),
            dossiers,
            bytes: rows.iter().map(|(_, (key, text))| (key.len() + text.len()) as u64).sum(),
        };
        Ok(Some(Removal { binned: Binned { entry, visits }, expect, deletions, rows }))
    }

    /// How many dossiers visits hold, and the rows of their templates. What cannot be read is left out.
    async fn contents(&self, visits: &[VisitId]) -> Result<(usize, Vec<(Table, Row)>), StoreError> {
        let (mut dossiers, mut keys) = (0, Vec::new());
        for visit in visits {
            match self.visit(visit).await {
                Ok(Some((visit, _))) => {
                    dossiers += visit.dossiers.len();
                    let key = template_key(&visit.template);
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
                Ok(None) | Err(StoreError::Corrupt { .. } | StoreError::Missing { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let ranges = keys.into_iter().map(|key| (Table::Templates, Rows::Key(key))).collect();
        let rows = self.backend.read(ranges).await?.into_iter().flatten();
        Ok((dossiers, rows.map(|row| (Table::Templates, row)).collect()))
    }

    /// A visit alone comes back only to its unit.
    async fn check_unit_of(
        &self,
        supervision: &SupervisionId,
        shorts: impl Iterator<Item = &Row>,
    ) -> Result<(), RestoreError> {
        let here = self.supervision(supervision).await?;
        let here = here.ok_or_else(|| RestoreError::NoSupervision(supervision.clone()))?;
        let mut read = shorts.filter_map(|row| parse::<VisitSummary>(Table::Summaries, row).ok());
        if read.all(|short| here.unit(&short.unit).is_some()) { Ok(()) } else { Err(RestoreError::NoUnit) }
    }

    /// Writes the templates that are not here.
    async fn templates_to_restore(&self, rows: impl Iterator<Item = &Row>) -> Result<Vec<Op>, RestoreError> {
        let mut ops = Vec::new();
        for (key, text) in rows {
            match self.read_one(Table::Templates, Rows::Key(key.clone())).await?.first() {
                None => ops.push(Op::Put(Table::Templates, key.clone(), text.clone())),
                Some((_, here)) if is_same_template(here, text) => {}
                Some(_) => return Err(RestoreError::TemplateDiffers(key.clone())),
            }
        }
        Ok(ops)
    }

    /// What must be so, and be done, before rows come back: nothing with the same id is here, or it goes into the bin.
    async fn make_room(
        &self,
        restored: &mut Restored,
        kept: &[(Table, Row)],
        give_way: Option<&Stamp>,
    ) -> Result<(Vec<Expect>, Vec<Op>), RestoreError> {
        let keys: Vec<String> =
            kept.iter().filter(|(table, _)| *table == Table::Revisions).map(|(_, (key, _))| key.clone()).collect();
        let ranges = keys.iter().map(|key| (Table::Revisions, Rows::Key(key.clone()))).collect();
        let here: Vec<Row> = self.backend.read(ranges).await?.into_iter().flatten().collect();
        let absent = |key: &String| Expect { table: Table::Revisions, key: key.clone(), text: None };
        let Some((first, _)) = here.first() else { return Ok((keys.iter().map(absent).collect(), Vec::new())) };
        let Some(stamp) = give_way else { return Err(RestoreError::IsHere(first.clone())) };
        let only = restored.visits.first().filter(|_| restored.is_visit).cloned();
        let removal = self.removal(&restored.supervision, only.as_ref(), stamp).await?;
        let gone = removal.as_ref().map(|removal| removal.expect.clone()).unwrap_or_default();
        let is_gone = |key: &String| gone.iter().any(|expect| expect.key == *key);
        if let Some((other, _)) = here.iter().find(|(key, _)| !is_gone(key)) {
            return Err(RestoreError::VisitElsewhere(other.trim_start_matches("visit:").to_owned()));
        }
        let Some(removal) = removal else { return Ok((keys.iter().map(absent).collect(), Vec::new())) };
        let (binned, mut expect, ops) = removal.into_bin()?;
        expect.extend(keys.iter().filter(|key| !is_gone(key)).map(absent));
        let others = binned.visits.into_iter().filter(|visit| !restored.visits.contains(visit)).collect::<Vec<_>>();
        restored.visits.extend(others);
        Ok((expect, ops))
    }
}

/// The visits that a reading of a supervision, its revision and its short forms names.
fn visits_of(read: &[Vec<Row>], prefix: &str) -> Vec<VisitId> {
    let shorts = read.get(2).map(Vec::as_slice).unwrap_or_default();
    shorts.iter().filter_map(|(key, _)| VisitId::new(key.strip_prefix(prefix)?).ok()).collect()
}

/// The rows of an entry, each with its table.
fn unpack(rows: Vec<Row>, prefix: &str) -> Vec<(Table, Row)> {
    let row = |(key, text): Row| {
        let (name, key) = key.strip_prefix(prefix)?.split_once('/')?;
        let table = Table::ALL.into_iter().find(|table| table.name() == name)?;
        Some((table, (key.to_owned(), text)))
    };
    rows.into_iter().filter_map(row).collect()
}

fn removal_of(key: &str) -> [Op; 2] {
    [
        Op::Delete(Table::Bin, Rows::Key(format!("{HEAD}{key}"))),
        Op::Delete(Table::Bin, Rows::Prefix(format!("{ROWS}{key}/"))),
    ]
}

/// Whether two texts are the same template, in whatever layout.
fn is_same_template(one: &str, other: &str) -> bool {
    let read = |text| json_text::read::<Template>(text).ok();
    one == other || read(one).zip(read(other)).is_some_and(|(one, other)| one == other)
}
