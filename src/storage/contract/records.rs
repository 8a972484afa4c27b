//! The cases of the store over a backend.

use crate::domain::progress::VisitSummary;
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::storage::backend::{Backend, Op, Row, Rows, StoreError, Table};
use crate::storage::store::{Import, RevisionOf, SNAPSHOT_EVERY, Store, VisitToWorkOn, missing_from};

use super::sample::{
    begin, begin_and_change, change, commit, imported, summary_of, supervision, supervision_id, template, visit,
    visit_id,
};

pub(super) fn conflict(key: &str) -> Result<(), StoreError> {
    Err(StoreError::Conflict { key: key.to_owned() })
}

pub(super) async fn opened<B: Backend>(store: &Store<B>, id: &str) -> Option<(Visit, Template)> {
    store.visit(&visit_id(id)).await.expect("a visit can be read")
}

pub(super) async fn revisions_in_history<B: Backend>(store: &Store<B>, id: &str) -> Vec<u64> {
    let history = store.history(&visit_id(id)).await.expect("a history can be read");
    history.iter().map(|change| change.revision).collect()
}

pub(super) async fn everything<B: Backend>(store: &Store<B>) -> Vec<Vec<Row>> {
    let ranges = Table::ALL.map(|table| (table, Rows::Prefix(String::new())));
    store.backend().read(ranges.into()).await.expect("every table can be read")
}

pub(super) async fn overwrite<B: Backend>(store: &Store<B>, table: Table, key: &str, text: &str) {
    let put = Op::Put(table, key.to_owned(), text.to_owned());
    store.backend().write(Vec::new(), vec![put]).await.expect("a put");
}

/// What was put is got, alone and in the list.
pub async fn a_supervision_is_kept_and_listed<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let (one, two) = (supervision("s1", 1), supervision("s2", 1));
    store.put_supervision(&two, None).await.expect("a new supervision");
    store.put_supervision(&one, None).await.expect("a new supervision");
    let next = supervision("s1", 2);
    store.put_supervision(&next, Some(1)).await.expect("the next revision");
    assert_eq!(store.supervision(&next.id).await, Ok(Some(next.clone())));
    assert_eq!(store.supervision(&supervision_id("s3")).await, Ok(None));
    let listing = store.supervisions().await.expect("a list");
    assert_eq!((listing.items, listing.corrupt), (vec![next, two], Vec::new()));
}

/// Another tab wrote first.
pub async fn a_stale_supervision_is_refused<B: Backend>(backend: B) {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s1", 1), None).await.expect("a new supervision");
    store.put_supervision(&supervision("s1", 2), Some(1)).await.expect("the next revision");
    let before = everything(&store).await;
    let mut other = supervision("s1", 2);
    other.topic = "khác".to_owned();
    assert_eq!(store.put_supervision(&other, Some(1)).await, conflict("supervision:s1"));
    assert_eq!(store.put_supervision(&other, None).await, conflict("supervision:s1"));
    assert_eq!(store.put_supervision(&supervision("s9", 2), Some(1)).await, conflict("supervision:s9"));
    assert_eq!(everything(&store).await, before);
}

/// A unit's level changes what its visits amount to: both are written together, or neither.
pub async fn a_supervision_takes_the_summaries_along_that_follow_from_it<B: Backend>(backend: B) {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s1", 1), None).await.expect("a new supervision");
    let visit = begin_and_change(&store, "s1", "v1", 2).await;
    let changed = VisitSummary { findings: 7, ..summary_of(&visit) };
    let next = supervision("s1", 2);
    store.put_supervision_with(&next, Some(1), std::slice::from_ref(&changed), None).await.expect("the next revision");
    assert_eq!(store.summaries(Some(&next.id)).await.expect("a list").items, std::slice::from_ref(&changed));
    let before = everything(&store).await;
    let stale = VisitSummary { revision: 1, ..changed };
    let refused = store.put_supervision_with(&supervision("s1", 3), Some(2), &[stale], None).await;
    assert_eq!(refused, conflict("visit:v1"));
    assert_eq!(everything(&store).await, before);
}

/// The visit, its template, its summary, and no history yet.
pub async fn a_visit_opens_as_it_was_begun<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let visit = visit("s1", "v1");
    begin(&store, &visit).await;
    assert_eq!(opened(&store, "v1").await, Some((visit.clone(), template())));
    assert_eq!(store.template(&visit.template).await, Ok(Some(template())));
    assert_eq!(store.revision(&RevisionOf::Visit(visit_id("v1"))).await, Ok(Some(0)));
    assert_eq!(revisions_in_history(&store, "v1").await, [0_u64; 0]);
    assert_eq!(opened(&store, "v2").await, None);
}

/// An id is taken once.
pub async fn a_visit_begins_once<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let visit = begin_and_change(&store, "s1", "v1", 1).await;
    let again = self::visit("s1", "v1");
    let result = store.begin_visit(&again, &summary_of(&again), &template(), None).await;
    assert_eq!(result, conflict("visit:v1"));
    assert_eq!(opened(&store, "v1").await, Some((visit, template())));
}

/// Change by change, over two snapshots and beyond, nothing is lost and the tail stays short.
pub async fn a_visit_opens_after_every_commit<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let mut visit = visit("s1", "v1");
    begin(&store, &visit).await;
    for revision in 1..=2 * SNAPSHOT_EVERY + 2 {
        let made = change(&mut visit, 1);
        commit(&store, &visit, &made).await.expect("a change is committed");
        // Around the snapshots, where it could go wrong; reading every time would be slow in a browser.
        if matches!(revision % SNAPSHOT_EVERY, 0..=2 | 63) {
            assert_eq!(opened(&store, "v1").await, Some((visit.clone(), template())), "after revision {revision}");
            assert_eq!(store.revision(&RevisionOf::Visit(visit_id("v1"))).await, Ok(Some(revision)));
            let tail = (Table::Tail, Rows::Prefix(String::new()));
            let tail = store.backend().read(vec![tail]).await.expect("the tail").concat();
            assert!((tail.len() as u64) < SNAPSHOT_EVERY, "the tail is cut at a snapshot");
        }
    }
    let all: Vec<u64> = (1..=visit.revision).collect();
    assert_eq!(revisions_in_history(&store, "v1").await, all);
}

/// Several changes at once, over the border of a snapshot.
pub async fn a_commit_may_leap_over_a_snapshot<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let mut visit = visit("s1", "v1");
    begin(&store, &visit).await;
    for changes in [SNAPSHOT_EVERY - 3, 7, 1, 3 * SNAPSHOT_EVERY, 2] {
        let made = change(&mut visit, changes);
        commit(&store, &visit, &made).await.expect("changes are committed");
        assert_eq!(opened(&store, "v1").await, Some((visit.clone(), template())), "at revision {}", visit.revision);
    }
    let all: Vec<u64> = (1..=visit.revision).collect();
    assert_eq!(revisions_in_history(&store, "v1").await, all);
}

/// Two tabs change the same visit; the later one is refused and leaves no trace.
pub async fn a_stale_commit_changes_nothing<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let mut here = begin_and_change(&store, "s1", "v1", 3).await;
    let mut there = here.clone();
    let made = change(&mut there, 1);
    commit(&store, &there, &made).await.expect("the first tab writes");
    let before = everything(&store).await;
    let made = change(&mut here, 2);
    assert_eq!(commit(&store, &here, &made).await, conflict("visit:v1"));
    assert_eq!(everything(&store).await, before);
}

/// The short forms follow the visits, and an id that begins like another is another.
pub async fn summaries_are_of_one_supervision_or_all<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let first = begin_and_change(&store, "s", "v1", 2).await;
    let second = begin_and_change(&store, "s", "v2", 0).await;
    let other = begin_and_change(&store, "s-1", "v3", 1).await;
    let listing = store.summaries(Some(&supervision_id("s"))).await.expect("a list");
    assert_eq!((listing.items, listing.corrupt), (vec![summary_of(&first), summary_of(&second)], Vec::new()));
    let listing = store.summaries(None).await.expect("a list");
    assert_eq!(listing.items.len(), 3);
    assert!(listing.items.contains(&summary_of(&other)));
}

/// What is imported stands in the place of what was there, its history too.
pub async fn an_import_replaces_the_visit_and_its_history<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let here = begin_and_change(&store, "s1", "v1", 5).await;
    let neighbour = begin_and_change(&store, "s1", "v1-b", 2).await;
    let mut file = visit("s1", "v1");
    let history = change(&mut file, 2);
    let import = Import {
        supervisions: vec![supervision("s1", 4)],
        templates: vec![template()],
        visits: vec![imported(&file, history)],
        summaries: Vec::new(),
        seen: vec![
            (RevisionOf::Supervision(supervision_id("s1")), None),
            (RevisionOf::Visit(visit_id("v1")), Some(here.revision)),
        ],
    };
    store.import(&import).await.expect("nothing has moved");
    assert_eq!(opened(&store, "v1").await, Some((file.clone(), template())));
    assert_eq!(revisions_in_history(&store, "v1").await, [1, 2]);
    assert_eq!(store.supervision(&supervision_id("s1")).await, Ok(Some(supervision("s1", 4))));
    assert_eq!(opened(&store, "v1-b").await, Some((neighbour, template())));
    let made = change(&mut file, 1);
    commit(&store, &file, &made).await.expect("work goes on from what was imported");
    assert_eq!(opened(&store, "v1").await, Some((file, template())));
}

/// Somebody worked on while the preview was open.
pub async fn an_import_is_refused_once_what_was_seen_has_moved<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let mut here = begin_and_change(&store, "s1", "v1", 5).await;
    let mut file = visit("s1", "v1");
    let history = change(&mut file, 9);
    let import = Import {
        supervisions: vec![supervision("s1", 1)],
        templates: vec![template()],
        visits: vec![imported(&file, history)],
        summaries: Vec::new(),
        seen: vec![(RevisionOf::Visit(visit_id("v1")), Some(here.revision))],
    };
    let made = change(&mut here, 1);
    commit(&store, &here, &made).await.expect("a change is committed");
    let before = everything(&store).await;
    assert_eq!(store.import(&import).await, conflict("visit:v1"));
    assert_eq!(everything(&store).await, before);
}

/// What the preview called new must still be new.
pub async fn an_import_of_something_new_expects_it_to_be_absent<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let file = visit("s1", "v1");
    let seen = vec![(RevisionOf::Visit(visit_id("v1")), None)];
    let visits = vec![imported(&file, Vec::new())];
    let import = Import { templates: vec![template()], visits, seen, ..Import::default() };
    store.import(&import).await.expect("it is new");
    assert_eq!(opened(&store, "v1").await, Some((file, template())));
    assert_eq!(store.import(&import).await, conflict("visit:v1"));
}

/// It is kept as it is and named, and the others are still to be had.
pub async fn a_broken_record_is_kept_and_listed<B: Backend>(backend: B) {
    let store = Store::new(backend);
    let broken = "{\"id\":\"s2\",\"revision\":";
    store.put_supervision(&supervision("s1", 1), None).await.expect("a new supervision");
    overwrite(&store, Table::Supervisions, "s2", broken).await;
    store.put_supervision(&supervision("s3", 1), None).await.expect("a new supervision");
    let listing = store.supervisions().await.expect("a list");
    assert_eq!(listing.items, [supervision("s1", 1), supervision("s3", 1)]);
    let [corrupt] = listing.corrupt.as_slice() else { panic!("one record is broken") };
    assert_eq!((corrupt.table, corrupt.key.as_str()), (Table::Supervisions, "s2"));
    assert_eq!(corrupt.text, broken, "the text is given as it is");
    let result = store.supervision(&supervision_id("s2")).await;
    assert!(matches!(result, Err(StoreError::Corrupt { table: "supervisions", key, .. }) if key == "s2"));
}

/// A visit whose tail is broken does not open as if nothing were missing.
pub async fn a_broken_change_is_named<B: Backend>(backend: B) {
    let store = Store::new(backend);
    begin_and_change(&store, "s1", "v1", 3).await;
    let key = format!("v1/{:020}", 2);
    overwrite(&store, Table::Tail, &key, "{}").await;
    let result = store.visit(&visit_id("v1")).await;
    assert!(matches!(result, Err(StoreError::Corrupt { table: "tail", key: named, .. }) if named == key));
}

/// What a visit is opened with is the same as what is read one by one.
pub async fn a_visit_comes_with_its_supervision<B: Backend>(backend: B) {
    let store = Store::new(backend);
    begin_and_change(&store, "s1", "v1", 3).await;
    let (visit, template) = opened(&store, "v1").await.expect("the visit");
    let mut expected =
        VisitToWorkOn { visit, template, supervision: None, unsaved: Vec::new(), open_texts: Vec::new() };
    let alone = store.visit_to_work_on(&visit_id("v1")).await.expect("a visit can be read");
    assert_eq!(alone.as_ref(), Some(&expected));
    store.put_supervision(&supervision("s1", 1), None).await.expect("a new supervision");
    expected.supervision = Some(supervision("s1", 1));
    let together = store.visit_to_work_on(&visit_id("v1")).await.expect("a visit can be read");
    assert_eq!(together, Some(expected));
    assert_eq!(store.visit_to_work_on(&visit_id("v2")).await, Ok(None));
}

/// What a page wrote down as it went away is found with its visit, whatever else was committed; once it is part of the
/// history, nothing of it is missing.
pub async fn what_a_page_wrote_down_is_found_with_its_visit<B: Backend>(backend: B) {
    let store = Store::new(backend);
    begin_and_change(&store, "s1", "v1", 2).await;
    let history = store.history(&visit_id("v1")).await.expect("a history");
    let (there, mut gone) = (history[1].clone(), history[1].clone());
    gone.stamp.by = "another hand".to_owned();
    store.write_down(&visit_id("v1"), "page", std::slice::from_ref(&there)).await.expect("a blind write");
    store.write_down(&visit_id("v1"), "page", &[there, gone.clone()]).await.expect("a blind write");
    store.write_down(&visit_id("v10"), "page", std::slice::from_ref(&gone)).await.expect("a blind write");
    let unsaved =
        store.visit_to_work_on(&visit_id("v1")).await.expect("a visit can be read").expect("the visit").unsaved;
    let key = Store::<B>::key_of_written_down(&visit_id("v1"), "page");
    assert_eq!(unsaved.iter().map(|unsaved| &unsaved.key).collect::<Vec<_>>(), [&key]);
    assert_eq!(missing_from(unsaved[0].changes.clone(), &history), [gone]);
    store.forget_written_down(std::slice::from_ref(&key)).await.expect("a delete");
    overwrite(&store, Table::Drafts, &key, "broken").await;
    let after = store.visit_to_work_on(&visit_id("v1")).await.expect("a broken row stands in nobody's way");
    assert_eq!(after.expect("the visit").unsaved, []);
}

/// A visit without its template says what is missing.
pub async fn a_lost_template_is_named<B: Backend>(backend: B) {
    let store = Store::new(backend);
    begin_and_change(&store, "s1", "v1", 1).await;
    let delete = Op::Delete(Table::Templates, Rows::Prefix(String::new()));
    store.backend().write(Vec::new(), vec![delete]).await.expect("a delete");
    let result = store.visit(&visit_id("v1")).await;
    assert_eq!(result, Err(StoreError::Missing { key: "mau-01@3".to_owned() }));
}
