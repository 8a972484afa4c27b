//! What is taken out of the tables: into the bin, or past it.

use crate::domain::answer::Stamp;
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::VisitSummary;
use crate::domain::supervision::Supervision;
use crate::storage::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};
use crate::storage::store::rows::{parse, template_key, text, typed_for, visit_deletion};
use crate::storage::store::{RevisionOf, Store};

use super::{BinEntry, Binned, BinnedVisit, HEAD, ROWS};

/// How something is taken out of the tables: what is known of it, what must not have moved, and the rows.
pub(super) struct Removal {
    binned: Binned,
    pub(super) expect: Vec<Expect>,
    deletions: Vec<Op>,
    rows: Vec<(Table, Row)>,
}

impl Removal {
    /// The operations that move the rows into the bin.
    pub(super) fn into_bin(self) -> Result<TakenOut, StoreError> {
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

    /// The operations that delete the rows past the bin, with what was typed and is in none of them.
    fn for_good(self) -> TakenOut {
        let Self { binned, expect, mut deletions, .. } = self;
        deletions.extend(binned.visits.iter().cloned().map(RevisionOf::Visit).flat_map(|visit| typed_for(&visit)));
        if binned.entry.visit.is_none() {
            deletions.extend(typed_for(&RevisionOf::Supervision(binned.entry.supervision.clone())));
        }
        (binned, expect, deletions)
    }
}

/// What is taken out, what must not have moved, and what is done to the tables.
type TakenOut = (Binned, Vec<Expect>, Vec<Op>);

impl<B: Backend> Store<B> {
    /// Puts a supervision with all its visits into the bin, or a visit alone; none if it is not here.
    pub async fn put_into_bin(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
    ) -> Result<Option<Binned>, StoreError> {
        self.take_out(supervision, only, deleted, Removal::into_bin).await
    }

    /// Deletes a supervision with all its visits, or a visit alone, past the bin: for a device that has no room for both.
    pub async fn delete_for_good(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
    ) -> Result<Option<Binned>, StoreError> {
        self.take_out(supervision, only, deleted, |removal| Ok(removal.for_good())).await
    }

    async fn take_out(
        &self,
        supervision: &SupervisionId,
        only: Option<&VisitId>,
        deleted: &Stamp,
        how: impl FnOnce(Removal) -> Result<TakenOut, StoreError>,
    ) -> Result<Option<Binned>, StoreError> {
        let Some(removal) = self.removal(supervision, only, deleted).await? else { return Ok(None) };
        let (binned, expect, ops) = how(removal)?;
        self.backend.write(expect, ops).await?;
        Ok(Some(binned))
    }

    pub(super) async fn removal(
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
}

/// The visits that a reading of a supervision, its revision and its short forms names.
fn visits_of(read: &[Vec<Row>], prefix: &str) -> Vec<VisitId> {
    let shorts = read.get(2).map(Vec::as_slice).unwrap_or_default();
    shorts.iter().filter_map(|(key, _)| VisitId::new(key.strip_prefix(prefix)?).ok()).collect()
}
