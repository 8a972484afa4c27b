//! The cases of reference data.

use serde_json::{Value, from_value, json};

use crate::domain::answer::Stamp;
use crate::domain::procedure::{ProcedureList, ProcedureListRef, ProcedureListShort};
use crate::storage::backend::{Backend, StoreError, Table};
use crate::storage::reference::{REFERENCE_FORMAT, ReferenceKind, ReferenceRecord, procedures_id};
use crate::storage::store::{CorruptRecord, Found, Held, Store};

const KIND: ReferenceKind = ReferenceKind::Calendar;

fn stamp() -> Stamp {
    from_value(json!({"at": "2026-05-10T02:30:00.125Z", "by": "Thư ký", "device": "Máy 1"})).expect("a sample stamp")
}

/// The store does not look into the data.
fn record(version: u32) -> ReferenceRecord<Value> {
    let value = json!({"days": ["Quốc khánh", version]});
    let base = Some(json!({"days": []}));
    ReferenceRecord {
        format: REFERENCE_FORMAT,
        kind: KIND,
        id: "lich".to_owned(),
        version,
        changed: stamp(),
        value,
        base,
    }
}

fn list(id: &str, version: u32) -> ReferenceRecord<ProcedureList> {
    let entry = |code: &str, to: Option<&str>| {
        json!({
            "code": code, "name": "Chứng thực", "field": "Chứng thực", "level": "commune",
            "decision": {"number": "1329/QĐ-BTP", "date": null}, "valid_from": "2020-07-01", "valid_to": to,
        })
    };
    let entries = [entry("2.000815", None), entry("2.000884", Some("2024-12-31"))];
    let list = json!({"id": id, "version": version, "taken_on": "2025-05-01", "entries": entries});
    ReferenceRecord::of_procedures(from_value(list).expect("a sample list"), stamp())
}

fn reference(id: &str, version: u32) -> ProcedureListRef {
    ProcedureListRef { id: id.to_owned(), version }
}

async fn held<B: Backend>(store: &Store<B>) -> Held<Value> {
    store.reference(KIND, "lich").await.expect("a reference can be read")
}

fn conflict(key: &str) -> Result<u64, StoreError> {
    Err(StoreError::Conflict { key: key.to_owned() })
}

/// As it was put, or nothing.
pub async fn a_reference_is_kept_with_who_and_when<B: Backend>(backend: B) {
    let store = Store::new(backend);
    assert_eq!(held(&store).await, Held { revision: None, found: Found::Nothing });
    assert_eq!(store.put_reference(&record(2), None).await, Ok(1));
    assert_eq!(held(&store).await, Held { revision: Some(1), found: Found::Record(Box::new(record(2))) });
    assert_eq!(store.put_reference(&record(3), Some(1)).await, Ok(2));
    assert_eq!(held(&store).await, Held { revision: Some(2), found: Found::Record(Box::new(record(3))) });
    let other: Held<Value> = store.reference(ReferenceKind::Legal, "lich").await.expect("another kind");
    assert_eq!(other.found, Found::Nothing);
}

/// Another tab wrote, or went back to the data of the app and wrote again.
pub async fn a_stale_reference_is_refused_even_after_a_deletion<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let stale = conflict("reference:calendar/lich");
    assert_eq!(store.put_reference(&record(2), Some(1)).await, stale);
    assert_eq!(store.put_reference(&record(2), None).await, Ok(1));
    assert_eq!(store.put_reference(&record(9), None).await, stale);
    assert_eq!(store.delete_reference(KIND, "lich", 7).await, stale);
    assert_eq!(store.delete_reference(KIND, "lich", 1).await, Ok(2));
    assert_eq!(held(&store).await, Held { revision: Some(2), found: Found::Nothing });
    assert_eq!(store.put_reference(&record(2), Some(2)).await, Ok(3));
    assert_eq!(store.put_reference(&record(9), Some(1)).await, stale, "the first writer's counter fits no more");
    assert_eq!(store.put_reference(&record(9), None).await, stale);
    assert_eq!(held(&store).await.found, Found::Record(Box::new(record(2))));
}

/// The text stays until a person drops it, and even then it can come back.
pub async fn a_reference_that_cannot_be_read_is_kept_and_can_be_dropped_and_put_back<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let text = "{\"format\":1,\"kind\"".to_owned();
    assert_eq!(store.put_reference_text(KIND, "lich", text.clone(), None).await, Ok(1));
    let Held { revision, found: Found::Corrupt(corrupt) } = held(&store).await else { panic!("it is corrupt") };
    let CorruptRecord { table, key, text: kept, detail } = corrupt;
    assert_eq!((revision, table, key.as_str()), (Some(1), Table::References, "calendar/lich"));
    assert_eq!(kept, text);
    assert!(!detail.is_empty());
    assert_eq!(store.delete_reference(KIND, "lich", 1).await, Ok(2));
    assert_eq!(held(&store).await.found, Found::Nothing);
    assert_eq!(store.put_reference_text(KIND, "lich", kept, Some(2)).await, Ok(3));
    assert!(matches!(held(&store).await.found, Found::Corrupt(_)));
}

/// What does not say that it is what is asked for is not taken for it.
pub async fn a_reference_of_a_newer_layout_or_of_another_place_is_not_taken<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let wrong = [
        ReferenceRecord { format: REFERENCE_FORMAT + 1, ..record(2) },
        ReferenceRecord { kind: ReferenceKind::Legal, ..record(2) },
        ReferenceRecord { id: "khac".to_owned(), ..record(2) },
    ];
    for (read, record) in wrong.iter().enumerate() {
        let text = serde_json::to_string(record).expect("a record is JSON");
        let read = (read > 0).then_some(read as u64);
        store.put_reference_text(KIND, "lich", text, read).await.expect("a put");
        assert!(matches!(held(&store).await.found, Found::Corrupt(_)), "{record:?}");
    }
}

/// The list of lists does not read the entries.
pub async fn procedure_lists_are_listed_in_short_and_opened_whole<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for (id, version) in [("tinh", 2), ("xa", 1), ("tinh", 1)] {
        store.put_procedure_list(&list(id, version), None).await.expect("a new list");
    }
    let listing = store.procedure_lists().await.expect("the lists");
    let wanted = [("tinh", 1), ("tinh", 2), ("xa", 1)];
    let wanted = wanted.map(|(id, version)| ProcedureListShort::of(&list(id, version).value));
    assert_eq!((listing.items.as_slice(), listing.corrupt.len()), (wanted.as_slice(), 0));
    let opened = store.procedure_list(&reference("tinh", 2)).await.expect("a list");
    assert_eq!(opened, Held { revision: Some(1), found: Found::Record(Box::new(list("tinh", 2))) });
    let missing = store.procedure_list(&reference("tinh", 3)).await.expect("no list");
    assert_eq!(missing.found, Found::Nothing);
}

/// What was judged by a version can be judged by it again.
pub async fn a_version_of_a_procedure_list_never_changes<B: Backend>(backend: B) {
    let store = Store::new(backend);
    assert_eq!(store.put_procedure_list(&list("tinh", 1), None).await, Ok(1));
    let mut other = list("tinh", 1);
    other.value.entries.clear();
    let key = format!("procedures/{}", procedures_id(&reference("tinh", 1)));
    for read in [None, Some(1)] {
        assert_eq!(store.put_procedure_list(&other, read).await, conflict(&key));
    }
    let opened = store.procedure_list(&reference("tinh", 1)).await.expect("a list");
    assert_eq!(opened.found, Found::Record(Box::new(list("tinh", 1))));
}

/// Versions are given once.
pub async fn a_deleted_procedure_list_leaves_the_others_and_its_version_is_not_used_again<B: Backend>(backend: B) {
    let store = Store::new(backend);
    assert_eq!(store.next_procedure_version("tinh").await, Ok(1));
    for version in [1, 12] {
        store.put_procedure_list(&list("tinh", version), None).await.expect("a new list");
    }
    let id = procedures_id(&reference("tinh", 12));
    let counter = store.delete_reference(ReferenceKind::Procedures, &id, 1).await.expect("a deletion");
    let listing = store.procedure_lists().await.expect("the lists");
    assert_eq!(listing.items, [ProcedureListShort::of(&list("tinh", 1).value)]);
    let deleted = store.procedure_list(&reference("tinh", 12)).await.expect("no list");
    assert_eq!(deleted, Held { revision: Some(counter), found: Found::Nothing });
    assert_eq!((store.next_procedure_version("tinh").await, store.next_procedure_version("t").await), (Ok(13), Ok(1)));
    store.put_procedure_list(&list("tinh", 12), Some(counter)).await.expect("the deletion is taken back");
    assert_eq!(store.procedure_lists().await.expect("the lists").items.len(), 2);
}
