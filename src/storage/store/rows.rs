//! How records become rows and come back: keys, texts, and what a write expects of a revision.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::edit::{self, Change};
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::VisitSummary;
use crate::domain::template::{Template, TemplateRef};
use crate::domain::visit::Visit;
use crate::storage::backend::{Expect, Op, Row, Rows, StoreError, Table};
use crate::storage::json_text;
use crate::storage::record::VisitRecord;

use super::RevisionOf;

pub(super) fn visit_deletion(supervision: &SupervisionId, visit: &VisitId) -> [Op; 5] {
    [
        Op::Delete(Table::Visits, Rows::Key(visit.to_string())),
        Op::Delete(Table::Summaries, Rows::Key(format!("{supervision}/{visit}"))),
        Op::Delete(Table::Changes, Rows::Prefix(format!("{visit}/"))),
        Op::Delete(Table::Tail, Rows::Prefix(format!("{visit}/"))),
        Op::Delete(Table::Revisions, Rows::Key(RevisionOf::Visit(visit.clone()).key())),
    ]
}

/// How the keys of what pages wrote down of a visit begin.
pub(super) fn unsaved_prefix(visit: &VisitId) -> String {
    format!("unsaved/{visit}/")
}

/// Deletes what was typed for a record and is in none: drafts of its forms, texts that cannot be read, changes that a page
/// wrote down as it went away.
pub(super) fn typed_for(record: &RevisionOf) -> [Op; 2] {
    let rows = match record {
        RevisionOf::Visit(id) => [Rows::Prefix(format!("visit/{id}/")), Rows::Prefix(unsaved_prefix(id))],
        RevisionOf::Supervision(id) => {
            [Rows::Key(format!("supervision/{id}")), Rows::Prefix(format!("supervision/{id}/"))]
        }
    };
    rows.map(|rows| Op::Delete(Table::Drafts, rows))
}

pub(super) fn expectation(of: &RevisionOf, read: Option<u64>) -> Expect {
    Expect { table: Table::Revisions, key: of.key(), text: read.map(|read| read.to_string()) }
}

pub(super) fn revision(of: &RevisionOf, read: Option<u64>, written: u64) -> (Expect, Op) {
    let (key, expect) = (of.key(), expectation(of, read));
    (expect, Op::Put(Table::Revisions, key, written.to_string()))
}

/// The revision that a row of [`Table::Revisions`] says, where there is one.
pub(super) fn revision_in(rows: &[Row]) -> Option<u64> {
    rows.first().and_then(|(_, text)| text.parse().ok())
}

pub(super) fn change_key(visit: &VisitId, revision: u64) -> String {
    format!("{visit}/{revision:020}")
}

pub(super) fn template_key(reference: &TemplateRef) -> String {
    format!("{}@{}", reference.id, reference.version)
}

pub(super) fn template_op(template: &Template) -> Result<Op, StoreError> {
    Ok(Op::Put(Table::Templates, template_key(&template.reference()), text(template)?))
}

pub(super) fn snapshot_op(visit: &Visit) -> Result<Op, StoreError> {
    let record = VisitRecord::from_visit(visit, Vec::new());
    Ok(Op::Put(Table::Visits, visit.id.to_string(), text(&record)?))
}

pub(super) fn summary_op(summary: &VisitSummary) -> Result<Op, StoreError> {
    let key = format!("{}/{}", summary.supervision, summary.id);
    Ok(Op::Put(Table::Summaries, key, text(summary)?))
}

pub(super) fn text(record: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(record).map_err(|error| StoreError::Backend { detail: error.to_string() })
}

pub(super) fn missing_template(visit: &Visit) -> StoreError {
    StoreError::Missing { key: template_key(&visit.template) }
}

/// Makes the changes since a snapshot again.
pub(super) fn replay(visit: &mut Visit, template: &Template, tail: &[Row]) -> Result<(), StoreError> {
    for row in tail {
        let change: Change = parse(Table::Tail, row)?;
        edit::replay(visit, template, change.edit, &change.stamp).map_err(|error| StoreError::Corrupt {
            table: Table::Tail.name(),
            key: row.0.clone(),
            detail: error.to_string(),
            text: Some(row.1.clone()),
        })?;
    }
    Ok(())
}

pub(super) fn parse<T: DeserializeOwned>(table: Table, (key, text): &Row) -> Result<T, StoreError> {
    json_text::read(text).map_err(|error| StoreError::Corrupt {
        table: table.name(),
        key: key.clone(),
        detail: error.to_string(),
        text: Some(text.clone()),
    })
}
