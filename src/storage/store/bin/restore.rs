//! What comes back from the bin.

use crate::domain::answer::Stamp;
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::VisitSummary;
use crate::storage::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};
use crate::storage::json_text;
use crate::storage::legacy_checks::ReadTemplate;
use crate::storage::store::Store;
use crate::storage::store::rows::parse;

use super::{HEAD, ROWS, removal_of};

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

impl<B: Backend> Store<B> {
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

/// The rows of an entry, each with its table.
fn unpack(rows: Vec<Row>, prefix: &str) -> Vec<(Table, Row)> {
    let row = |(key, text): Row| {
        let (name, key) = key.strip_prefix(prefix)?.split_once('/')?;
        let table = Table::ALL.into_iter().find(|table| table.name() == name)?;
        Some((table, (key.to_owned(), text)))
    };
    rows.into_iter().filter_map(row).collect()
}

/// Whether two texts are the same template, in whatever layout.
fn is_same_template(one: &str, other: &str) -> bool {
    let read = |text| json_text::read(text).ok().map(|ReadTemplate(template)| template);
    one == other || read(one).zip(read(other)).is_some_and(|(one, other)| one == other)
}
