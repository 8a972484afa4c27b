//! From one device to another: what is exported comes in again, whole and small; so does a rescue file, as far as it can
//! be read.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use serde_json::{Value, json};
use so_giam_sat::domain::edit::{Change, Edit, Field, PostingPart, apply};
use so_giam_sat::domain::procedure::{Content, Edition, PostedProcedure, Posting};
use so_giam_sat::domain::template::{AnswerSpec, Template};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::export::json::json as exported;
use so_giam_sat::storage::backend::Table;
use so_giam_sat::storage::gate::read_file;
use so_giam_sat::storage::import::{Offer, Preview};
use so_giam_sat::storage::memory::MemoryBackend;
use so_giam_sat::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};
use so_giam_sat::storage::rescue::read_any;
use so_giam_sat::storage::store::Store;
use so_giam_sat::words::Lang;

use crate::build::*;

/// In memory nothing is waited for.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the backend in memory never waits"),
    }
}

fn some_template() -> Template {
    template(vec![item("A01", AnswerSpec::Verdict), item("A02", ratio(Some(100)))])
}

/// A visit at which so many procedures were judged by five taps each; each tap as one edit.
fn judged(procedures: usize, edit: impl Fn(&Posting, Posting) -> Edit) -> (Visit, Vec<Change>) {
    let (template, on) = (some_template(), day("2023-05-10"));
    let mut visit = visit(&template);
    let mut posting = Posting::begun(on);
    let name = "Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất";
    let sampled = (0..procedures).map(|place| PostedProcedure {
        code: format!("1.{place:06}.000.00.00.H21"),
        name: name.to_owned(),
        ..PostedProcedure::default()
    });
    posting.sampled = sampled.collect();
    let mut edits = vec![edit(&Posting::begun(on), posting.clone())];
    let taps: [fn(&mut PostedProcedure); 5] = [
        |one| one.posted = Some(true),
        |one| one.content = Some(Content::Full),
        |one| one.edition = Some(Edition::Current),
        |one| one.blank_fields = Some(false),
        |one| one.internal_flow_posted = Some(false),
    ];
    for place in 0..procedures {
        for tap in taps {
            let before = posting.clone();
            tap(&mut posting.sampled[place]);
            edits.push(edit(&before, posting.clone()));
        }
    }
    let (history, _) = make(&mut visit, &template, edits);
    (visit, history)
}

fn in_parts(before: &Posting, after: Posting) -> Edit {
    Edit::PostingParts { parts: PostingPart::differences(before, &after) }
}

fn as_a_whole(_: &Posting, after: Posting) -> Edit {
    Edit::Posting { posting: Some(after) }
}

fn file(visit: &Visit, history: Vec<Change>) -> FileRecord {
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: supervision(),
        templates: vec![some_template()],
        visits: vec![VisitRecord::from_visit(visit, history)],
    }
}

#[test]
fn a_visit_of_250_procedures_judged_by_1250_taps_is_exported_small_and_comes_in_as_it_was() {
    let (visit, history) = judged(250, in_parts);
    let bytes = exported(&file(&visit, history.clone()));
    assert!(bytes.len() < 98_000_000 / 20, "{} bytes", bytes.len());
    let store = Store::new(MemoryBackend::default());
    let preview = ready(Preview::of(&store, read_file(&bytes).unwrap(), None)).unwrap();
    let ways = preview.all_taken();
    ready(preview.take(&store, &ways)).unwrap();
    assert_eq!(ready(store.visit(&visit.id)), Ok(Some((visit.clone(), some_template()))));
    assert_eq!(ready(store.history(&visit.id)), Ok(history));
    let again = ready(Preview::of(&store, read_file(&bytes).unwrap(), None)).unwrap();
    assert!(!again.changes_anything(), "the file holds what is here");
}

#[test]
fn what_an_earlier_version_wrote_at_length_comes_in_and_goes_out_in_short() {
    let (visit, history) = judged(60, as_a_whole);
    let mut old = file(&visit, history.clone());
    old.version = 3;
    let long = serde_json::to_vec_pretty(&old).unwrap();
    let checked = read_file(&long).unwrap();
    let (read, short) = checked.visits.first().cloned().unwrap();
    assert_eq!(read, visit);
    let bytes = exported(&file(&read, short.clone()));
    assert!(bytes.len() < long.len() / 20, "{} of {} bytes", bytes.len(), long.len());
    let mut replayed = Visit { revision: 0, posting: None, ..visit.clone() };
    for change in short.clone() {
        apply(&mut replayed, &some_template(), change.edit, &change.stamp).unwrap();
    }
    assert_eq!(replayed, visit, "the short history leads to the same visit");

    // A device that still holds the long history knows the file for its own.
    let store = Store::new(MemoryBackend::default());
    let mut here = checked.clone();
    here.visits = vec![(visit, history)];
    ready(ready(Preview::of(&store, here, None)).unwrap().take(&store, &Default::default())).unwrap();
    assert!(!ready(Preview::of(&store, checked, None)).unwrap().changes_anything());
}

/// The rows of a database in which two supervisions have a visit each, as the rescue hands them out.
fn rescue() -> Value {
    let template = some_template();
    let text = |value: Value| Value::String(value.to_string());
    let mut tables = json!({
        "supervisions": {}, "templates": {}, "visits": {}, "changes": {}, "tail": {}, "summaries": {}, "revisions": {},
    });
    tables["templates"]["thu@1"] = text(serde_json::to_value(&template).unwrap());
    for (number, place) in [(1, "Krông Pa"), (2, "Phú Thiện")] {
        let mut held = supervision();
        held.id = format!("s{number}").try_into().unwrap();
        held.place = place.to_owned();
        tables["supervisions"][format!("s{number}")] = text(serde_json::to_value(&held).unwrap());
        let mut visit = Visit { id: format!("v{number}").try_into().unwrap(), ..visit(&template) };
        visit.supervision = held.id.clone();
        let edits = [answer("A01", verdict(true)), answer("A01", verdict(false)), answer("A01", verdict(true))];
        let (first, last) = edits.split_at(1);
        let (mut history, _) = make(&mut visit, &template, first.to_vec());
        let snapshot = VisitRecord::from_visit(&visit, Vec::new());
        tables["visits"][format!("v{number}")] = text(serde_json::to_value(snapshot).unwrap());
        let (tail, _) = make(&mut visit, &template, last.to_vec());
        let row =
            |change: &Change| (format!("v{number}/{:020}", change.revision), serde_json::to_value(change).unwrap());
        for (key, change) in tail.iter().map(row) {
            tables["tail"][key] = text(change);
        }
        history.extend(tail);
        for (key, change) in history.iter().map(row) {
            tables["changes"][key] = text(change);
        }
    }
    tables
}

fn bytes(tables: &Value) -> Vec<u8> {
    serde_json::to_vec_pretty(tables).unwrap()
}

#[test]
fn a_rescue_file_brings_every_supervision_with_its_visits_and_what_was_typed_last() {
    let brought = read_any(&bytes(&rescue())).unwrap();
    assert!(brought.left_out.is_empty() && brought.passed_over.is_empty(), "{:?}", brought.left_out);
    let places: Vec<&str> = brought.files.iter().map(|file| file.supervision.place.as_str()).collect();
    assert_eq!(places, ["Krông Pa", "Phú Thiện"]);
    for file in &brought.files {
        let [(visit, history)] = file.visits.as_slice() else { panic!("one visit each") };
        assert_eq!((visit.revision, history.len(), file.templates.len()), (3, 3, 1));
        assert_eq!(visit.answer(&code("A01")), Some(&verdict(true)));
    }
    let store = Store::new(MemoryBackend::default());
    let offer = ready(Offer::of(&store, brought.clone(), None)).unwrap();
    assert!(offer.changes_anything());
    ready(offer.take(&store, &Default::default())).unwrap();
    assert_eq!(ready(store.supervisions()).unwrap().items.len(), 2);
    assert!(!ready(Offer::of(&store, brought, None)).unwrap().changes_anything());
}

#[test]
fn rows_of_a_rescue_file_that_cannot_be_read_are_named_and_left_out() {
    let mut tables = rescue();
    tables["changes"][format!("v1/{:020}", 1)] = json!("{");
    tables["visits"]["v2"] = json!({"bytes": [1, 2]});
    tables["templates"]["x@1"] = json!("[]");
    tables["drafts"] = json!({"d1": "x", "d2": "y"});
    tables["bin"] = json!({"b1": "x"});
    let brought = read_any(&bytes(&tables)).unwrap();
    let named: Vec<(Table, &str)> = brought.left_out.iter().map(|row| (row.table, row.key.as_str())).collect();
    let change = format!("v1/{:020}", 1);
    assert_eq!(named, [(Table::Templates, "x@1"), (Table::Changes, change.as_str()), (Table::Visits, "v2")]);
    assert!(brought.left_out.iter().all(|row| row.why.sentence(Lang::Vi).ends_with('.')));
    assert_eq!(brought.passed_over, [(Table::Drafts, 2), (Table::Bin, 1)]);
    let [first, second] = brought.files.as_slice() else { panic!("both supervisions can be read") };
    let (visit, history) = &first.visits[0];
    assert_eq!((visit.revision, history.len()), (3, 2), "the history begins after what is lost of it");
    assert!(second.visits.is_empty());
}

#[test]
fn a_damaged_row_of_the_tail_is_taken_from_the_history() {
    let mut tables = rescue();
    tables["tail"][format!("v1/{:020}", 2)] = json!("{");
    let brought = read_any(&bytes(&tables)).unwrap();
    assert!(brought.left_out.is_empty(), "{:?}", brought.left_out);
    assert_eq!(brought.files[0].visits[0].0.revision, 3);
    // What is lost in both is named, and only that is missing.
    tables["changes"][format!("v1/{:020}", 2)] = json!("{");
    let brought = read_any(&bytes(&tables)).unwrap();
    let named: Vec<Table> = brought.left_out.iter().map(|row| row.table).collect();
    assert_eq!(named, [Table::Changes, Table::Tail]);
    let (visit, history) = &brought.files[0].visits[0];
    assert_eq!((visit.revision, history.len()), (3, 1));
    assert_eq!(visit.answer(&code("A01")), Some(&verdict(true)));
}
