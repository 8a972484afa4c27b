//! A small delegation to keep: one template, a supervision, and visits whose every change is a note.

use serde_json::{from_value, json};

use crate::domain::answer::Stamp;
use crate::domain::edit::{Change, Edit, apply};
use crate::domain::evidence::Evidence;
use crate::domain::id::{ItemCode, SupervisionId, VisitId};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::supervision::{Level, Supervision};
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::storage::backend::{Backend, StoreError};
use crate::storage::record::VisitRecord;
use crate::storage::store::{Commit, ImportedVisit, Store};

pub(super) fn supervision_id(id: &str) -> SupervisionId {
    SupervisionId::new(id).expect("a sample id")
}

pub(super) fn visit_id(id: &str) -> VisitId {
    VisitId::new(id).expect("a sample id")
}

pub(super) fn template() -> Template {
    from_value(json!({
        "id": "mau-01", "version": 3, "name": {"vi": "Mẫu phiếu", "en": "Checklist"},
        "bands": [{"from_percent": 0, "name": {"vi": "Đủ", "en": "Enough"}}],
        "critical_cap_percent": 50, "not_applicable_reasons": [],
        "sections": [{"code": "A", "name": {"vi": "Nhóm", "en": "Group"}, "weight": 1, "kinds": ["one_stop"]}],
        "items": [{
            "code": "A01", "section": "A", "question": {"vi": "Niêm yết đủ?", "en": "Posted in full?"},
            "basis": [], "evidence": {"vi": "ảnh", "en": "photograph"}, "source": "", "weight": 1,
            "answer": "verdict",
        }],
    }))
    .expect("a sample template")
}

pub(super) fn supervision(id: &str, revision: u64) -> Supervision {
    from_value(json!({
        "id": id, "revision": revision, "body": "HĐND huyện Krông Pa", "place": "Krông Pa",
        "resolution": {"number": "142/NQ-HĐND", "date": null}, "topic": "Giải quyết thủ tục hành chính",
        "period": {"from": null, "to": null}, "delegation": [],
        "units": [{"id": "u1", "name": "UBND xã Ia Rmok", "level": "commune", "kind": "one_stop", "mode": "direct"}],
    }))
    .expect("a sample supervision")
}

pub(super) fn stamp_at(moment: &str) -> Stamp {
    from_value(json!({"at": moment, "by": "Thư ký", "device": "Máy 1"})).expect("a sample stamp")
}

fn stamp() -> Stamp {
    stamp_at("2023-05-10T02:30:00.125Z")
}

/// A visit as it is begun, without changes.
pub(super) fn visit(supervision: &str, id: &str) -> Visit {
    let record: VisitRecord = from_value(json!({
        "id": id, "supervision": supervision, "unit": "u1", "revision": 0,
        "template": {"id": "mau-01", "version": 3}, "begun": stamp(), "date": "2023-05-10",
        "present": ["Chủ tịch UBND xã"], "sections": ["A"], "entries": [], "findings": [],
    }))
    .expect("a sample visit");
    record.into_visit().0
}

pub(super) fn summary_of(visit: &Visit) -> VisitSummary {
    summary(&template(), visit, &Evidence::default(), Level::Commune)
}

/// Makes so many changes to a visit, and gives them.
pub(super) fn change(visit: &mut Visit, changes: u64) -> Vec<Change> {
    let item = ItemCode::new("A01").expect("a sample code");
    let make = |_| {
        let edit = Edit::Note { item: item.clone(), text: format!("Ghi chú thứ {}", visit.revision + 1) };
        apply(visit, &template(), edit.clone(), &stamp()).expect("the sample takes a note");
        Change { revision: visit.revision, id: String::new(), stamp: stamp(), edit }
    };
    (0..changes).map(make).collect()
}

pub(super) async fn begin<B: Backend>(store: &Store<B>, visit: &Visit) {
    store.begin_visit(visit, &summary_of(visit), &template(), None).await.expect("a visit begins");
}

/// Commits changes that led to this visit.
pub(super) async fn commit<B: Backend>(store: &Store<B>, visit: &Visit, changes: &[Change]) -> Result<(), StoreError> {
    store.commit(Commit::of(visit, changes, &summary_of(visit))?).await
}

/// Begins a visit and makes so many changes to it, each committed by itself.
pub(super) async fn begin_and_change<B: Backend>(store: &Store<B>, supervision: &str, id: &str, changes: u64) -> Visit {
    let mut visit = visit(supervision, id);
    begin(store, &visit).await;
    for _ in 0..changes {
        let made = change(&mut visit, 1);
        commit(store, &visit, &made).await.expect("a change is committed");
    }
    visit
}

pub(super) fn imported(visit: &Visit, history: Vec<Change>) -> ImportedVisit {
    ImportedVisit { visit: visit.clone(), history, summary: summary_of(visit) }
}
