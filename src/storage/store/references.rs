//! Reference data over a backend. Beside each record stands a counter that every write raises and that stays when the
//! record is deleted: so a write that read an older state is always refused.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::procedure::{ProcedureList, ProcedureListRef, ProcedureListShort};
use crate::storage::backend::{Backend, Expect, Op, Rows, StoreError, Table};
use crate::storage::json_text;
use crate::storage::reference::{REFERENCE_FORMAT, ReferenceKind, ReferenceRecord, procedures_id};

use super::rows::text;
use super::{CorruptRecord, Listing, Store};

/// What the store holds of one piece of reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// The counter that the next write names; none if there never was a record.
    pub revision: Option<u64>,
    /// The record.
    pub found: Found<T>,
}

/// A record, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// There is none.
    Nothing,
    /// Here it is.
    Record(Box<ReferenceRecord<T>>),
    /// It cannot be read. It is kept as it is.
    Corrupt(CorruptRecord),
}

impl<B: Backend> Store<B> {
    /// One piece of reference data.
    pub async fn reference<T: DeserializeOwned>(&self, kind: ReferenceKind, id: &str) -> Result<Held<T>, StoreError> {
        let (revision, found) = self.reference_text(kind, id).await?;
        let found = found.map_or(Found::Nothing, |text| read(kind, id, text));
        Ok(Held { revision, found })
    }

    /// Writes a record over the counter that was read; gives the next one.
    pub async fn put_reference<T: Serialize>(
        &self,
        record: &ReferenceRecord<T>,
        read: Option<u64>,
    ) -> Result<u64, StoreError> {
        self.put_reference_text(record.kind, &record.id, text(record)?, read).await
    }

    /// Writes a record as it is given, such as one that could not be read and whose deletion is taken back.
    pub async fn put_reference_text(
        &self,
        kind: ReferenceKind,
        id: &str,
        text: String,
        read: Option<u64>,
    ) -> Result<u64, StoreError> {
        self.write_reference(kind, id, read, vec![Op::Put(Table::References, key(kind, id), text)]).await
    }

    /// Removes a record at the counter that was read; gives the next one.
    pub async fn delete_reference(&self, kind: ReferenceKind, id: &str, read: u64) -> Result<u64, StoreError> {
        let mut ops = vec![Op::Delete(Table::References, Rows::Key(key(kind, id)))];
        if kind == ReferenceKind::Procedures {
            ops.push(Op::Delete(Table::References, Rows::Key(short_key(id))));
        }
        self.write_reference(kind, id, Some(read), ops).await
    }

    /// Every procedure list in short, by id and version.
    pub async fn procedure_lists(&self) -> Result<Listing<ProcedureListShort>, StoreError> {
        self.list(Table::References, short_key("")).await
    }

    /// A procedure list in one version.
    pub async fn procedure_list(&self, reference: &ProcedureListRef) -> Result<Held<ProcedureList>, StoreError> {
        self.reference(ReferenceKind::Procedures, &procedures_id(reference)).await
    }

    /// Writes a version of a procedure list that is not there: what is stored under an id and version never changes.
    /// A list that was deleted comes back over the counter that its deletion gave.
    pub async fn put_procedure_list(
        &self,
        record: &ReferenceRecord<ProcedureList>,
        read: Option<u64>,
    ) -> Result<u64, StoreError> {
        let short = ProcedureListShort::of(&record.value);
        let key = key(record.kind, &record.id);
        let absent = Expect { table: Table::References, key: key.clone(), text: None };
        let ops = vec![
            Op::Put(Table::References, key, text(record)?),
            Op::Put(Table::References, short_key(&record.id), text(&short)?),
        ];
        let (expect, count, next) = counted(record.kind, &record.id, read);
        self.backend.write(vec![absent, expect], [ops, vec![count]].concat()).await?;
        Ok(next)
    }

    /// The version that the next import of a procedure list takes: one that was never used, deleted ones included.
    pub async fn next_procedure_version(&self, id: &str) -> Result<u32, StoreError> {
        let prefix = counter_key(ReferenceKind::Procedures, &format!("{id}@"));
        let rows = self.read_one(Table::Revisions, Rows::Prefix(prefix.clone())).await?;
        let used = rows.iter().filter_map(|(key, _)| key.strip_prefix(&prefix)?.parse::<u32>().ok());
        Ok(used.max().unwrap_or(0).saturating_add(1))
    }

    /// The counter and the text.
    async fn reference_text(&self, kind: ReferenceKind, id: &str) -> Result<(Option<u64>, Option<String>), StoreError> {
        let ranges =
            vec![(Table::Revisions, Rows::Key(counter_key(kind, id))), (Table::References, Rows::Key(key(kind, id)))];
        let mut rows = self.backend.read(ranges).await?.into_iter().map(|rows| rows.into_iter().next());
        let (revision, text) = (rows.next().flatten(), rows.next().flatten());
        Ok((revision.and_then(|(_, text)| text.parse().ok()), text.map(|(_, text)| text)))
    }

    async fn write_reference(
        &self,
        kind: ReferenceKind,
        id: &str,
        read: Option<u64>,
        mut ops: Vec<Op>,
    ) -> Result<u64, StoreError> {
        let (expect, count, next) = counted(kind, id, read);
        ops.push(count);
        self.backend.write(vec![expect], ops).await?;
        Ok(next)
    }
}

fn key(kind: ReferenceKind, id: &str) -> String {
    format!("{}/{id}", kind.name())
}

/// The key of a procedure list in short.
fn short_key(id: &str) -> String {
    format!("procedures-short/{id}")
}

fn counter_key(kind: ReferenceKind, id: &str) -> String {
    format!("reference:{}", key(kind, id))
}

/// What a write expects of the counter, how it raises it, and to what.
fn counted(kind: ReferenceKind, id: &str, read: Option<u64>) -> (Expect, Op, u64) {
    let (key, next) = (counter_key(kind, id), read.unwrap_or(0).saturating_add(1));
    let expect = Expect { table: Table::Revisions, key: key.clone(), text: read.map(|read| read.to_string()) };
    (expect, Op::Put(Table::Revisions, key, next.to_string()), next)
}

fn read<T: DeserializeOwned>(kind: ReferenceKind, id: &str, text: String) -> Found<T> {
    let detail = match json_text::read::<ReferenceRecord<T>>(&text) {
        Err(error) => error.to_string(),
        Ok(record) if record.format != REFERENCE_FORMAT => format!("its layout is {}", record.format),
        Ok(record) if record.kind != kind || record.id != id => {
            format!("it says it is {}", key(record.kind, &record.id))
        }
        Ok(record) => return Found::Record(Box::new(record)),
    };
    Found::Corrupt(CorruptRecord { table: Table::References, key: key(kind, id), text, detail })
}
