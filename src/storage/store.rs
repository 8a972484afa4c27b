//! The store: supervisions, templates and visits over any [`Backend`].
//!
//! A visit is stored as a snapshot and the changes made since; opening it replays them through the same
//! [`apply`](crate::domain::edit::apply) that made them. So one answer costs one short row and not the whole visit.

use serde::de::DeserializeOwned;

use crate::domain::edit::Change;
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::VisitSummary;
use crate::domain::supervision::Supervision;
use crate::domain::template::{Template, TemplateRef};
use crate::domain::visit::Visit;

use super::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};
use super::draft::Draft;
use super::json_text;
use super::legacy_checks::ReadTemplate;
use super::record::VisitRecord;
use rows::{
    change_key, expectation, missing_template, parse, replay, revision, revision_in, snapshot_op, summary_op,
    template_key, template_op, text, unsaved_prefix,
};

mod bin;
mod drafts;
mod references;
mod rows;
mod unsaved;

pub use bin::{BIN_DAYS, BinEntry, Binned, BinnedVisit, RestoreError, Restored};
pub use drafts::{DraftRow, draft_text};
pub use references::{Found, Held};
pub use unsaved::{Unsaved, missing_from};

/// After so many changes a commit also writes a new snapshot, so that opening a visit stays quick.
pub const SNAPSHOT_EVERY: u64 = 64;

/// Records of one kind, with those that could not be read kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing<T> {
    /// What could be read.
    pub items: Vec<T>,
    /// What could not: kept, to be listed and offered for download.
    pub corrupt: Vec<CorruptRecord>,
}

/// A stored text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorruptRecord {
    /// Where it is.
    pub table: Table,
    /// Its key.
    pub key: String,
    /// The text as it is.
    pub text: String,
    /// What is wrong with it.
    pub detail: String,
}

/// Changes to a visit, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    expect: Vec<Expect>,
    ops: Vec<Op>,
}

impl Commit {
    /// Prepares changes for writing. `visit` is the visit after them, `changes` are in order, `summary` is of `visit`.
    /// It is a step of its own so that the visit need not stand still while the database works.
    pub fn of(visit: &Visit, changes: &[Change], summary: &VisitSummary) -> Result<Self, StoreError> {
        let read = visit.revision - changes.len() as u64;
        let (expect, put) = revision(&RevisionOf::Visit(visit.id.clone()), Some(read), visit.revision);
        let mut ops = vec![put, summary_op(summary)?];
        let snapshot_due = read / SNAPSHOT_EVERY != visit.revision / SNAPSHOT_EVERY;
        for change in changes {
            let (key, text) = (change_key(&visit.id, change.revision), text(change)?);
            if !snapshot_due {
                ops.push(Op::Put(Table::Tail, key.clone(), text.clone()));
            }
            ops.push(Op::Put(Table::Changes, key, text));
        }
        if snapshot_due {
            ops.push(snapshot_op(visit)?);
            ops.push(Op::Delete(Table::Tail, Rows::Prefix(format!("{}/", visit.id))));
        }
        Ok(Self { expect: vec![expect], ops })
    }

    /// Deletes these drafts with it: what they held is in the changes.
    pub fn with_drafts_gone(mut self, keys: &[String]) -> Self {
        self.ops.extend(keys.iter().map(|key| drafts::draft_gone(key)));
        self
    }
}

/// A visit to be imported with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedVisit {
    /// The visit.
    pub visit: Visit,
    /// The changes that led to it.
    pub history: Vec<Change>,
    /// Its short form.
    pub summary: VisitSummary,
}

/// What an import writes, all of it in one transaction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The supervisions that are taken.
    pub supervisions: Vec<Supervision>,
    /// Templates that are not there yet.
    pub templates: Vec<Template>,
    /// Visits that are taken.
    pub visits: Vec<ImportedVisit>,
    /// Short forms of other visits, which change with the supervision.
    pub summaries: Vec<VisitSummary>,
    /// The revisions that the person saw in the preview: the import is refused if one has moved since.
    pub seen: Vec<(RevisionOf, Option<u64>)>,
}

/// A visit with all that is needed to work on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitToWorkOn {
    /// The visit as it stands.
    pub visit: Visit,
    /// Its template.
    pub template: Template,
    /// Its supervision, where that is stored.
    pub supervision: Option<Supervision>,
    /// What pages that went away wrote down, and what may have become part of the visit since.
    pub unsaved: Vec<Unsaved>,
    /// Drafts of fields whose texts cannot be read yet, by the names of the fields.
    pub open_texts: Vec<(String, Draft)>,
}

/// What the keys of the drafts begin with that hold the texts of a visit's fields which cannot be read yet.
pub fn open_texts_prefix(visit: &VisitId) -> String {
    format!("visit/{visit}/typed/")
}

/// Whose revision is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevisionOf {
    /// A supervision's.
    Supervision(SupervisionId),
    /// A visit's.
    Visit(VisitId),
}

impl RevisionOf {
    fn key(&self) -> String {
        match self {
            Self::Supervision(id) => format!("supervision:{id}"),
            Self::Visit(id) => format!("visit:{id}"),
        }
    }

    fn of_key(key: &str) -> Option<Self> {
        match key.split_once(':')? {
            ("supervision", id) => SupervisionId::new(id).ok().map(Self::Supervision),
            ("visit", id) => VisitId::new(id).ok().map(Self::Visit),
            _ => None,
        }
    }
}

/// The store over a backend.
#[derive(Clone, Debug)]
pub struct Store<B> {
    backend: B,
}

impl<B: Backend> Store<B> {
    /// A store over this backend.
    pub fn new(backend: B) -> Self {
        Self { backend }
    }

    /// The backend.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Every supervision, by id.
    pub async fn supervisions(&self) -> Result<Listing<Supervision>, StoreError> {
        self.list(Table::Supervisions, String::new()).await
    }

    /// One supervision.
    pub async fn supervision(&self, id: &SupervisionId) -> Result<Option<Supervision>, StoreError> {
        self.one(Table::Supervisions, id.to_string()).await
    }

    /// Writes a supervision over the revision that was read; none if it is new. The record carries the next revision.
    pub async fn put_supervision(&self, supervision: &Supervision, read: Option<u64>) -> Result<(), StoreError> {
        self.put_supervision_with(supervision, read, &[], None).await
    }

    /// As [`Self::put_supervision`], with the short forms of visits that the change touches: a unit's level sets the
    /// targets of ratios. A short form is written only over the revision of the visit that it was derived from. The
    /// draft with the key `draft`, which became this supervision, is deleted with it.
    pub async fn put_supervision_with(
        &self,
        supervision: &Supervision,
        read: Option<u64>,
        summaries: &[VisitSummary],
        draft: Option<&str>,
    ) -> Result<(), StoreError> {
        let id = supervision.id.clone();
        let (expect, put) = revision(&RevisionOf::Supervision(id.clone()), read, supervision.revision);
        let mut expects = vec![expect];
        let mut ops = vec![put, Op::Put(Table::Supervisions, id.to_string(), text(supervision)?)];
        for summary in summaries {
            expects.push(Expect {
                table: Table::Revisions,
                key: RevisionOf::Visit(summary.id.clone()).key(),
                text: Some(summary.revision.to_string()),
            });
            ops.push(summary_op(summary)?);
        }
        ops.extend(draft.map(drafts::draft_gone));
        self.backend.write(expects, ops).await
    }

    /// A template in one version.
    pub async fn template(&self, reference: &TemplateRef) -> Result<Option<Template>, StoreError> {
        let read = self.one(Table::Templates, template_key(reference)).await?;
        Ok(read.map(|ReadTemplate(template)| template))
    }

    /// Visits in short: of one supervision, or all.
    pub async fn summaries(&self, of: Option<&SupervisionId>) -> Result<Listing<VisitSummary>, StoreError> {
        self.list(Table::Summaries, of.map(|id| format!("{id}/")).unwrap_or_default()).await
    }

    /// A visit as it stands, with its template.
    pub async fn visit(&self, id: &VisitId) -> Result<Option<(Visit, Template)>, StoreError> {
        Ok(self.replayed(id, []).await?.map(|(visit, template, [])| (visit, template)))
    }

    /// A visit as it stands, with its template and its supervision, in as few readings as can be: what one waits for
    /// when opening it.
    pub async fn visit_to_work_on(&self, id: &VisitId) -> Result<Option<VisitToWorkOn>, StoreError> {
        // What is unsaved is read with the visit as it was without it: a commit in between would stand in neither.
        let prefix = open_texts_prefix(id);
        let beside = [unsaved_prefix(id), prefix.clone()].map(|prefix| (Table::Drafts, Rows::Prefix(prefix)));
        let Some((mut visit, tail, [unsaved, open_texts])) = self.snapshot(id, beside).await? else {
            return Ok(None);
        };
        let templates = (Table::Templates, Rows::Key(template_key(&visit.template)));
        let supervisions = (Table::Supervisions, Rows::Key(visit.supervision.to_string()));
        let mut rows = self.backend.read(vec![templates, supervisions]).await?.into_iter();
        let mut next = || rows.next().unwrap_or_default();
        let (template, supervision) = (next(), next());
        let template = template.first().ok_or_else(|| missing_template(&visit))?;
        let ReadTemplate(template) = parse(Table::Templates, template)?;
        let supervision = supervision.first().map(|row| parse(Table::Supervisions, row)).transpose()?;
        replay(&mut visit, &template, &tail)?;
        let open_text = |(key, text): Row| Some((key.strip_prefix(&prefix)?.to_owned(), json_text::read(&text).ok()?));
        let open_texts = open_texts.into_iter().filter_map(open_text).collect();
        Ok(Some(VisitToWorkOn { visit, template, supervision, unsaved: Unsaved::of(unsaved), open_texts }))
    }

    /// A visit as of its snapshot, the changes since, and other rows as they are at the same moment.
    async fn snapshot<const N: usize>(
        &self,
        id: &VisitId,
        beside: [(Table, Rows); N],
    ) -> Result<Option<(Visit, Vec<Row>, [Vec<Row>; N])>, StoreError> {
        let mut ranges =
            vec![(Table::Visits, Rows::Key(id.to_string())), (Table::Tail, Rows::Prefix(format!("{id}/")))];
        ranges.extend(beside);
        let mut rows = self.backend.read(ranges).await?.into_iter();
        let mut next = || rows.next().unwrap_or_default();
        let (snapshot, tail, beside) = (next(), next(), std::array::from_fn(|_| next()));
        let Some(snapshot) = snapshot.first() else {
            return Ok(None);
        };
        let (visit, _) = parse::<VisitRecord>(Table::Visits, snapshot)?.into_visit();
        Ok(Some((visit, tail, beside)))
    }

    /// A visit as it stands, its template, and other rows as they are at the same moment.
    async fn replayed<const N: usize>(
        &self,
        id: &VisitId,
        beside: [(Table, Rows); N],
    ) -> Result<Option<(Visit, Template, [Vec<Row>; N])>, StoreError> {
        let Some((mut visit, tail, beside)) = self.snapshot(id, beside).await? else { return Ok(None) };
        let template = self.template(&visit.template).await?.ok_or_else(|| missing_template(&visit))?;
        replay(&mut visit, &template, &tail)?;
        Ok(Some((visit, template, beside)))
    }

    /// A visit as it stands, its template, and all its changes up to this very state, oldest first.
    pub async fn visit_with_history(&self, id: &VisitId) -> Result<Option<(Visit, Template, Vec<Change>)>, StoreError> {
        let changes = (Table::Changes, Rows::Prefix(format!("{id}/")));
        let Some((visit, template, [changes])) = self.replayed(id, [changes]).await? else { return Ok(None) };
        let history = changes.iter().map(|row| parse(Table::Changes, row)).collect::<Result<_, _>>()?;
        Ok(Some((visit, template, history)))
    }

    /// The changes to a visit, oldest first.
    pub async fn history(&self, id: &VisitId) -> Result<Vec<Change>, StoreError> {
        let rows = self.read_one(Table::Changes, Rows::Prefix(format!("{id}/"))).await?;
        rows.iter().map(|row| parse(Table::Changes, row)).collect()
    }

    /// Writes a new visit, with its template if that is not stored yet. The draft with the key `draft`, which became this
    /// visit, is deleted with it.
    pub async fn begin_visit(
        &self,
        visit: &Visit,
        summary: &VisitSummary,
        template: &Template,
        draft: Option<&str>,
    ) -> Result<(), StoreError> {
        let (expect, put) = revision(&RevisionOf::Visit(visit.id.clone()), None, visit.revision);
        let mut ops = vec![put, snapshot_op(visit)?, summary_op(summary)?, template_op(template)?];
        ops.extend(draft.map(drafts::draft_gone));
        self.backend.write(vec![expect], ops).await
    }

    /// Makes changes durable: all of them or none. A [`StoreError::Conflict`] says that another tab wrote first.
    pub async fn commit(&self, commit: Commit) -> Result<(), StoreError> {
        self.backend.write(commit.expect, commit.ops).await
    }

    /// The current revision, where there is one.
    pub async fn revision(&self, of: &RevisionOf) -> Result<Option<u64>, StoreError> {
        let rows = self.read_one(Table::Revisions, Rows::Key(of.key())).await?;
        Ok(revision_in(&rows))
    }

    /// Writes an import, wholly or not at all; what it replaces is gone.
    pub async fn import(&self, import: &Import) -> Result<(), StoreError> {
        let expect = import.seen.iter().map(|(of, seen)| expectation(of, *seen)).collect();
        let mut ops = Vec::new();
        for summary in &import.summaries {
            ops.push(summary_op(summary)?);
        }
        for supervision in &import.supervisions {
            let key = RevisionOf::Supervision(supervision.id.clone()).key();
            ops.push(Op::Put(Table::Revisions, key, supervision.revision.to_string()));
            ops.push(Op::Put(Table::Supervisions, supervision.id.to_string(), text(supervision)?));
        }
        for template in &import.templates {
            ops.push(template_op(template)?);
        }
        for ImportedVisit { visit, history, summary } in &import.visits {
            for table in [Table::Changes, Table::Tail] {
                ops.push(Op::Delete(table, Rows::Prefix(format!("{}/", visit.id))));
            }
            // What was not saved before was given up with what is replaced.
            ops.push(Op::Delete(Table::Drafts, Rows::Prefix(unsaved_prefix(&visit.id))));
            let key = RevisionOf::Visit(visit.id.clone()).key();
            ops.push(Op::Put(Table::Revisions, key, visit.revision.to_string()));
            ops.push(snapshot_op(visit)?);
            ops.push(summary_op(summary)?);
            for change in history {
                ops.push(Op::Put(Table::Changes, change_key(&visit.id, change.revision), text(change)?));
            }
        }
        self.backend.write(expect, ops).await
    }

    async fn read_one(&self, table: Table, rows: Rows) -> Result<Vec<Row>, StoreError> {
        Ok(self.backend.read(vec![(table, rows)]).await?.pop().unwrap_or_default())
    }

    async fn one<T: DeserializeOwned>(&self, table: Table, key: String) -> Result<Option<T>, StoreError> {
        let rows = self.read_one(table, Rows::Key(key)).await?;
        rows.first().map(|row| parse(table, row)).transpose()
    }

    async fn list<T: DeserializeOwned>(&self, table: Table, prefix: String) -> Result<Listing<T>, StoreError> {
        let mut listing = Listing { items: Vec::new(), corrupt: Vec::new() };
        for (key, text) in self.read_one(table, Rows::Prefix(prefix)).await? {
            match json_text::read(&text) {
                Ok(item) => listing.items.push(item),
                Err(error) => listing.corrupt.push(CorruptRecord { table, key, text, detail: error.to_string() }),
            }
        }
        Ok(listing)
    }
}
