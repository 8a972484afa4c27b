//! The cases of the bin.

use crate::domain::answer::Stamp;
use crate::domain::id::VisitId;
use crate::storage::backend::{Backend, Op, Row, Rows, StoreError, Table};
use crate::storage::store::{BIN_DAYS, BinEntry, BinnedVisit, RestoreError, RevisionOf, Store};

use super::records::{everything, opened, overwrite, revisions_in_history};
use super::sample::{
    begin, begin_and_change, stamp_at, summary_of, supervision, supervision_id, template, visit, visit_id,
};

fn deleted() -> Stamp {
    stamp_at("2023-06-01T08:00:00.000Z")
}

fn later() -> Stamp {
    stamp_at("2023-06-02T08:00:00.000Z")
}

async fn with_two_visits<B: Backend>(backend: B) -> Store<B> {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s", 1), None).await.expect("a new supervision");
    begin_and_change(&store, "s", "v1", 3).await;
    begin_and_change(&store, "s", "v2", 70).await;
    store
}

async fn bin<B: Backend>(store: &Store<B>, visit: Option<&str>, stamp: &Stamp) -> BinEntry {
    let visit = visit.map(visit_id);
    let binned = store.put_into_bin(&supervision_id("s"), visit.as_ref(), stamp).await.expect("it is deleted");
    binned.expect("it was here").entry
}

async fn but_the_bin<B: Backend>(store: &Store<B>) -> Vec<Vec<Row>> {
    let ranges = Table::ALL.into_iter().filter(|table| *table != Table::Bin);
    let ranges = ranges.map(|table| (table, Rows::Prefix(String::new()))).collect();
    store.backend().read(ranges).await.expect("every table can be read")
}

async fn rows<B: Backend>(store: &Store<B>, table: Table) -> Vec<Row> {
    let read = store.backend().read(vec![(table, Rows::Prefix(String::new()))]).await.expect("a table can be read");
    read.into_iter().flatten().collect()
}

/// Ids that begin alike are not alike.
pub async fn a_deleted_visit_leaves_the_others_and_waits_in_the_bin<B: Backend>(backend: B) {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s", 1), None).await.expect("a new supervision");
    let gone = begin_and_change(&store, "s", "v1", 2).await;
    let mut others = Vec::new();
    for id in ["v", "v1-a", "v1.", "v10"] {
        others.push((id, begin_and_change(&store, "s", id, 2).await));
    }
    let entry = bin(&store, Some("v1"), &deleted()).await;
    let alone = BinnedVisit { id: visit_id("v1"), unit: "UBND xã Ia Rmok".to_owned(), date: Some(gone.date) };
    assert_eq!((entry.visit.as_ref(), entry.visits, &entry.deleted), (Some(&alone), 1, &deleted()));
    assert_eq!(store.bin().await.expect("a list").items, [entry]);
    assert_eq!(opened(&store, "v1").await, None);
    assert_eq!(revisions_in_history(&store, "v1").await, [0_u64; 0]);
    assert_eq!(store.revision(&RevisionOf::Visit(visit_id("v1"))).await, Ok(None));
    assert_eq!(store.summaries(None).await.expect("a list").items.len(), others.len());
    for (id, other) in others {
        assert_eq!(opened(&store, id).await, Some((other, template())));
        assert_eq!(revisions_in_history(&store, id).await, [1, 2]);
    }
    begin_and_change(&store, "s", "v1", 1).await;
    assert_eq!(store.put_into_bin(&supervision_id("s"), Some(&visit_id("none")), &deleted()).await, Ok(None));
}

/// Templates stay, since others may use them; of the rest nothing is left but in the bin, and it is counted.
pub async fn a_deleted_supervision_takes_its_visits_and_no_others<B: Backend>(backend: B) {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s-1", 1), None).await.expect("a new supervision");
    begin_and_change(&store, "s-1", "w1", 2).await;
    let before = everything(&store).await;
    store.put_supervision(&supervision("s", 1), None).await.expect("a new supervision");
    begin_and_change(&store, "s", "v1", 2).await;
    begin(&store, &visit("s", "v2")).await;
    let entry = bin(&store, None, &deleted()).await;
    assert_eq!((entry.visit.as_ref(), entry.visits, entry.topic.as_str()), (None, 2, "Giải quyết thủ tục hành chính"));
    let kept: usize = rows(&store, Table::Bin).await.iter().map(|(_, text)| text.len()).sum();
    assert!(entry.bytes > 1_000 && entry.bytes <= kept as u64, "{} of {kept} bytes", entry.bytes);
    store.empty_from_bin(&entry.key).await.expect("the bin is emptied");
    assert_eq!(everything(&store).await, before);
    assert_eq!(store.put_into_bin(&supervision_id("s"), None, &deleted()).await, Ok(None));
}

/// Revisions, history and tail included.
pub async fn what_is_restored_is_as_it_was<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let before = everything(&store).await;
    for only in [None, Some("v2")] {
        let entry = bin(&store, only, &deleted()).await;
        assert_ne!(everything(&store).await, before);
        let restored = store.restore(&entry.key, None).await.expect("it comes back");
        let visits: Vec<VisitId> = only.map_or(vec![visit_id("v1"), visit_id("v2")], |only| vec![visit_id(only)]);
        assert_eq!((restored.supervision, restored.visits), (supervision_id("s"), visits));
        assert_eq!(restored.is_visit, only.is_some());
        assert_eq!(everything(&store).await, before);
        let again = store.restore(&entry.key, None).await;
        assert!(matches!(again, Err(RestoreError::Store(StoreError::Missing { .. }))), "{again:?}");
    }
    // A new device has no templates yet.
    let entry = bin(&store, None, &deleted()).await;
    let delete = Op::Delete(Table::Templates, Rows::Prefix(String::new()));
    store.backend().write(Vec::new(), vec![delete]).await.expect("a delete");
    store.restore(&entry.key, None).await.expect("it comes back with its template");
    assert_eq!(everything(&store).await, before);
}

/// A full device has no room for both.
pub async fn what_was_deleted_past_the_bin_is_gone<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    store.delete_for_good(&supervision_id("s"), Some(&visit_id("v1")), &deleted()).await.expect("it is deleted");
    assert_eq!((opened(&store, "v1").await, opened(&store, "v2").await.is_some()), (None, true));
    store.delete_for_good(&supervision_id("s"), None, &deleted()).await.expect("it is deleted");
    let left: Vec<Row> = everything(&store).await.into_iter().flatten().collect();
    assert_eq!(left, rows(&store, Table::Templates).await);
}

/// The sentence says what to restore first.
pub async fn a_visit_comes_back_only_to_its_unit<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let visit = bin(&store, Some("v1"), &deleted()).await;
    let mut without = supervision("s", 2);
    without.units.clear();
    store.put_supervision(&without, Some(1)).await.expect("the next revision");
    let before = everything(&store).await;
    assert_eq!(store.restore(&visit.key, None).await, Err(RestoreError::NoUnit));
    assert_eq!(everything(&store).await, before);
    let whole = bin(&store, None, &later()).await;
    let refused = store.restore(&visit.key, None).await;
    assert_eq!(refused, Err(RestoreError::NoSupervision(supervision_id("s"))));
    store.restore(&whole.key, None).await.expect("it comes back");
    store.put_supervision(&supervision("s", 3), Some(2)).await.expect("the next revision");
    store.restore(&visit.key, None).await.expect("now it comes back");
    assert!(opened(&store, "v1").await.is_some());
}

/// Neither is lost.
pub async fn a_supervision_that_came_meanwhile_stays_or_gives_way<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let first = but_the_bin(&store).await;
    let entry = bin(&store, None, &deleted()).await;
    store.put_supervision(&supervision("s", 9), None).await.expect("a new supervision");
    begin_and_change(&store, "s", "v2", 1).await;
    begin_and_change(&store, "s", "v3", 1).await;
    let before = everything(&store).await;
    let refused = store.restore(&entry.key, None).await;
    assert!(
        matches!(&refused, Err(RestoreError::IsHere(key)) if key.ends_with(":s") || key.ends_with(":v2")),
        "{refused:?}"
    );
    assert_eq!(everything(&store).await, before);
    let restored = store.restore(&entry.key, Some(&later())).await.expect("the other gives way");
    assert_eq!(restored.visits, [visit_id("v1"), visit_id("v2"), visit_id("v3")]);
    assert_eq!(but_the_bin(&store).await, first);
    let listing = store.bin().await.expect("a list");
    let [other] = listing.items.as_slice() else { panic!("the other is in the bin") };
    assert_eq!((other.visits, &other.deleted), (2, &later()));
    store.restore(&other.key, Some(&stamp_at("2023-06-03T08:00:00.000Z"))).await.expect("and back again");
    assert_eq!(store.supervision(&supervision_id("s")).await, Ok(Some(supervision("s", 9))));
    assert_eq!(opened(&store, "v1").await, None);
}

/// It is not the supervision's to give away.
pub async fn a_visit_that_belongs_elsewhere_meanwhile_stays<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let entry = bin(&store, None, &deleted()).await;
    begin(&store, &visit("t", "v1")).await;
    let before = everything(&store).await;
    let refused = store.restore(&entry.key, Some(&later())).await;
    assert_eq!(refused, Err(RestoreError::VisitElsewhere("v1".to_owned())));
    assert_eq!(everything(&store).await, before);
}

/// What is stored under an id and version never changes.
pub async fn a_template_that_differs_meanwhile_refuses_the_restoring<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let entry = bin(&store, None, &deleted()).await;
    let mut other = template();
    other.critical_cap_percent = 1;
    overwrite(&store, Table::Templates, "mau-01@3", &serde_json::to_string(&other).expect("a template")).await;
    let refused = store.restore(&entry.key, None).await;
    assert_eq!(refused, Err(RestoreError::TemplateDiffers("mau-01@3".to_owned())));
    // The same in another layout is the same.
    let pretty = serde_json::to_string_pretty(&template()).expect("a template");
    overwrite(&store, Table::Templates, "mau-01@3", &pretty).await;
    store.restore(&entry.key, None).await.expect("it comes back");
}

/// Nothing of it is read on the way.
pub async fn what_cannot_be_read_is_deleted_and_comes_back_as_it_is<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    overwrite(&store, Table::Visits, "v1", "{").await;
    overwrite(&store, Table::Summaries, "s/v2", "\u{0}").await;
    overwrite(&store, Table::Supervisions, "s", "[]").await;
    let before = everything(&store).await;
    let entry = bin(&store, None, &deleted()).await;
    assert_eq!((entry.visits, entry.topic.as_str()), (2, ""));
    assert_eq!(store.supervisions().await.expect("a list").corrupt.len(), 0);
    store.restore(&entry.key, None).await.expect("it comes back");
    assert_eq!(everything(&store).await, before);
}

/// The rows are whole, whatever became of the short form.
pub async fn a_broken_entry_is_listed_apart_and_comes_back<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let before = everything(&store).await;
    let visit = bin(&store, Some("v1"), &deleted()).await;
    let whole = bin(&store, None, &later()).await;
    overwrite(&store, Table::Bin, &format!("head/{}", whole.key), "{}").await;
    let listing = store.bin().await.expect("a list");
    assert_eq!(listing.items, std::slice::from_ref(&visit));
    let [corrupt] = listing.corrupt.as_slice() else { panic!("one entry is broken") };
    assert_eq!((corrupt.table, corrupt.key.as_str()), (Table::Bin, format!("head/{}", whole.key).as_str()));
    store.restore(&whole.key, None).await.expect("it comes back");
    store.restore(&visit.key, None).await.expect("it comes back");
    assert_eq!(everything(&store).await, before);
}

/// The clock is told, and an entry without an age stays.
pub async fn an_entry_goes_after_thirty_days_and_not_before<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let visit = bin(&store, Some("v1"), &deleted()).await;
    let whole = bin(&store, None, &later()).await;
    overwrite(&store, Table::Bin, "head/x", "{}").await;
    let after = |days| deleted().at + chrono::TimeDelta::days(days);
    assert_eq!((visit.days_left(deleted().at), visit.days_left(after(29)), visit.days_left(after(99))), (30, 1, 0));
    assert_eq!(store.expire_bin(after(BIN_DAYS)).await, Ok(0));
    assert_eq!(store.expire_bin(after(BIN_DAYS) + chrono::TimeDelta::seconds(1)).await, Ok(1));
    assert_eq!(store.bin().await.expect("a list").items, std::slice::from_ref(&whole));
    assert_eq!(store.expire_bin(after(BIN_DAYS + 2)).await, Ok(1));
    let left: Vec<String> = rows(&store, Table::Bin).await.into_iter().map(|(key, _)| key).collect();
    assert_eq!(left, ["head/x"]);
}

/// An entry takes its rows along, and no others.
pub async fn what_is_emptied_is_gone_and_the_others_stay<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let visit = bin(&store, Some("v1"), &deleted()).await;
    let before = everything(&store).await;
    let other = bin(&store, Some("v2"), &later()).await;
    store.empty_from_bin(&other.key).await.expect("the bin is emptied");
    assert_eq!(rows(&store, Table::Bin).await, before.last().cloned().unwrap_or_default());
    store.restore(&visit.key, None).await.expect("it comes back");
    let stored = opened(&store, "v1").await.map(|(visit, _)| summary_of(&visit));
    assert_eq!(store.summaries(None).await.expect("a list").items, stored.into_iter().collect::<Vec<_>>());
}

/// What was typed and is in no record waits with the records, and goes with the last of them.
pub async fn drafts_go_with_what_is_gone_for_good<B: Backend>(backend: B) {
    let store = with_two_visits(backend).await;
    let keys = ["supervision/new", "supervision/s", "supervision/s/units/new", "unsaved/v1/p", "visit/v1/finding/f"];
    let others = ["supervision/s2", "visit/v10/typed/answer/C01/0", "visit/v2/details"];
    for key in keys.iter().chain(&others) {
        overwrite(&store, Table::Drafts, key, "{}").await;
    }
    let left = async || -> Vec<String> { rows(&store, Table::Drafts).await.into_iter().map(|(key, _)| key).collect() };
    let first = bin(&store, Some("v1"), &deleted()).await;
    assert_eq!(left().await.len(), 8, "what is in the bin may come back");
    store.restore(&first.key, None).await.expect("it comes back");
    let (one, all) = (bin(&store, Some("v1"), &deleted()).await, bin(&store, None, &later()).await);
    begin(&store, &visit("s", "v2")).await;
    store.empty_from_bin(&one.key).await.expect("the bin is emptied");
    assert_eq!(left().await.len(), 6, "those of the visit are gone");
    store.empty_from_bin(&all.key).await.expect("the bin is emptied");
    assert_eq!(left().await, ["supervision/new", "supervision/s2", "visit/v10/typed/answer/C01/0", "visit/v2/details"]);
    store.delete_for_good(&supervision_id("s"), Some(&visit_id("v2")), &later()).await.expect("it is deleted");
    assert_eq!(left().await, ["supervision/new", "supervision/s2", "visit/v10/typed/answer/C01/0"]);
}
