//! What answers items from samples: named by the template, supplied to the general catalogue where an earlier version wrote
//! it, and held to the kind of answer.

use std::collections::BTreeSet;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use serde_json::{Value, json};
use so_giam_sat::domain::answer::Answer;
use so_giam_sat::domain::calendar::WorkingCalendar;
use so_giam_sat::domain::check::ItemCheck;
use so_giam_sat::domain::dossier::Dossier;
use so_giam_sat::domain::edit::{DossierRow, Edit};
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::template::{AnswerSpec, Template};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::storage::backend::{Backend, Op, Rows, Table};
use so_giam_sat::storage::gate::{read_calendar, read_file, read_template};
use so_giam_sat::storage::import::{Offer, Preview};
use so_giam_sat::storage::memory::MemoryBackend;
use so_giam_sat::storage::record::VisitRecord;
use so_giam_sat::storage::rescue::read_any;
use so_giam_sat::storage::store::Store;
use so_giam_sat::words::Lang;

use crate::build::*;

const TEMPLATE: &str = include_str!("../../public/data/mau-phieu-mot-cua-1.json");
const SAMPLE: &str = include_str!("../../public/data/giam-sat-mau-krong-pa.json");
const CALENDAR: &[u8] = include_bytes!("../../public/data/lich-nghi-1.json");
const KEY: &str = "mot-cua@1";

/// In memory nothing is waited for.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the backend in memory never waits"),
    }
}

fn bundled() -> Template {
    read_template(TEMPLATE.as_bytes()).unwrap()
}

/// A template as it was written before its items named checks.
fn without_checks(mut template: Value) -> Value {
    for item in template["items"].as_array_mut().unwrap() {
        item.as_object_mut().unwrap().remove("check");
    }
    template
}

fn old_template() -> Value {
    without_checks(serde_json::from_str(TEMPLATE).unwrap())
}

/// The sample supervision as the version before wrote it.
fn old_sample() -> Vec<u8> {
    let mut file: Value = serde_json::from_str(SAMPLE).unwrap();
    file["templates"][0] = without_checks(file["templates"][0].take());
    serde_json::to_vec(&file).unwrap()
}

/// The template as the database holds it.
fn row(store: &Store<MemoryBackend>) -> String {
    let rows = ready(store.backend().read(vec![(Table::Templates, Rows::Key(KEY.to_owned()))])).unwrap();
    rows.into_iter().flatten().next().unwrap().1
}

fn put_row(store: &Store<MemoryBackend>, text: String) {
    ready(store.backend().write(Vec::new(), vec![Op::Put(Table::Templates, KEY.to_owned(), text)])).unwrap();
}

/// A store that holds the sample, with its template as the version before wrote it.
fn old_store() -> Store<MemoryBackend> {
    let store = Store::new(MemoryBackend::default());
    let preview = ready(Preview::of(&store, read_file(SAMPLE.as_bytes()).unwrap(), None)).unwrap();
    ready(preview.take(&store, &Default::default())).unwrap();
    put_row(&store, old_template().to_string());
    store
}

#[test]
fn the_catalogue_names_every_check_and_one_written_before_is_read_as_it() {
    let template = bundled();
    let named: BTreeSet<ItemCheck> = template.items.iter().filter_map(|item| item.check).collect();
    assert_eq!(named, ItemCheck::all().collect());
    assert_eq!(read_template(old_template().to_string().as_bytes()), Ok(template));
}

#[test]
fn a_file_written_before_is_read_as_the_same_file_written_now() {
    for version in 1..=4 {
        let mut old: Value = serde_json::from_slice(&old_sample()).unwrap();
        old["version"] = json!(version);
        assert_eq!(read_file(old.to_string().as_bytes()), read_file(SAMPLE.as_bytes()), "format {version}");
    }
}

#[test]
fn a_database_written_before_takes_the_new_sample_and_an_old_file_the_new_database() {
    let store = old_store();
    assert!(!row(&store).contains("\"check\""));
    let (visit, template) = {
        let id = &read_file(SAMPLE.as_bytes()).unwrap().visits[0].0.id;
        ready(store.visit(id)).unwrap().unwrap()
    };
    assert_eq!(template, bundled());
    assert_eq!(ready(store.template(&visit.template)), Ok(Some(bundled())));
    assert_eq!(ready(store.visit_to_work_on(&visit.id)).unwrap().unwrap().template, bundled());
    assert_eq!(ready(store.visit_with_history(&visit.id)).unwrap().unwrap().1, bundled());
    for file in [SAMPLE.as_bytes(), &old_sample()] {
        for text in [old_template().to_string(), TEMPLATE.to_owned()] {
            put_row(&store, text);
            let preview = ready(Preview::of(&store, read_file(file).unwrap(), None)).unwrap();
            assert!(!preview.changes_anything());
        }
    }
}

#[test]
fn a_supervision_deleted_before_comes_back_beside_the_new_template() {
    for (binned, here) in [(old_template().to_string(), TEMPLATE), (TEMPLATE.to_owned(), &old_template().to_string())] {
        let store = old_store();
        put_row(&store, binned);
        let id = read_file(SAMPLE.as_bytes()).unwrap().supervision.id;
        let entry = ready(store.put_into_bin(&id, None, &stamp())).unwrap().unwrap().entry;
        put_row(&store, here.to_owned());
        ready(store.restore(&entry.key, None)).unwrap();
        assert_eq!(row(&store), here);
        let preview = ready(Preview::of(&store, read_file(SAMPLE.as_bytes()).unwrap(), None)).unwrap();
        assert!(!preview.changes_anything());
    }
}

#[test]
fn a_rescue_file_written_before_comes_in_beside_the_new_template() {
    let store = old_store();
    let mut tables = json!({});
    for table in Table::ALL {
        let rows = ready(store.backend().read(vec![(table, Rows::Prefix(String::new()))])).unwrap();
        tables[table.name()] = rows.into_iter().flatten().map(|(key, text)| (key, json!(text))).collect();
    }
    let brought = read_any(tables.to_string().as_bytes()).unwrap();
    assert!(brought.left_out.is_empty(), "{:?}", brought.left_out);
    assert_eq!(brought.files[0].templates, [bundled()]);
    put_row(&store, TEMPLATE.to_owned());
    assert!(!ready(Offer::of(&store, brought, None)).unwrap().changes_anything());
}

#[test]
fn checks_are_supplied_to_the_general_catalogue_alone_and_only_where_it_names_none() {
    let read = |template: &Value| read_template(template.to_string().as_bytes()).unwrap();
    let named = |template: &Value| read(template).items.into_iter().filter_map(|item| item.check).count();
    let mut other = old_template();
    other["id"] = json!("cua-tinh");
    assert_eq!(named(&other), 0);
    let mut newer = old_template();
    newer["version"] = json!(2);
    assert_eq!(named(&newer), 0);
    let mut partial = old_template();
    partial["items"][1]["check"] = json!("posted_share");
    assert_eq!(named(&partial), 1);
    let mut changed = old_template();
    changed["items"][1]["answer"] = json!({"date": {"rule": "no_later_than_due"}});
    changed["items"][1].as_object_mut().unwrap().remove("takes");
    assert_eq!(named(&changed), ItemCheck::all().count() - 1, "the kind of answer is another one");
}

/// A template with codes of its own, of which X1 asks for slips, X2 for what is late by cause and X3 for the posting.
fn own_template() -> Value {
    let counts = |keys: &[&str]| {
        let fields: Vec<Value> = keys.iter().map(|key| json!({"key": key, "label": {"vi": key, "en": key}})).collect();
        json!({"counts": {"fields": fields}})
    };
    let mut template = serde_json::to_value(template(vec![
        item("X1", AnswerSpec::Verdict),
        item("X2", AnswerSpec::Verdict),
        item("X3", AnswerSpec::Verdict),
    ]))
    .unwrap();
    template["items"][0]["answer"] = json!({"sample": {"of": "dossiers"}});
    template["items"][0]["check"] = json!("slip_issued");
    template["items"][1]["answer"] = counts(&["he_thong", "thao_tac"]);
    template["items"][1]["check"] = json!("late_by_cause");
    template["items"][2]["check"] = json!("no_blank_fields");
    template
}

#[test]
fn a_template_with_codes_of_its_own_is_answered_by_samples() {
    let template = read_template(own_template().to_string().as_bytes()).unwrap();
    let dossier = |code: &str, slip| DossierRow {
        id: code.to_owned().try_into().unwrap(),
        dossier: Some(Dossier { code: code.to_owned(), slip: Some(slip), ..Dossier::default() }),
    };
    let mut visit = visit(&template);
    let rows = vec![dossier("h1", true), dossier("h2", false), dossier("h3", true)];
    let (history, _) = make(&mut visit, &template, vec![Edit::Dossiers { rows }]);
    let calendar = WorkingCalendar::new(&read_calendar(CALENDAR).unwrap());
    let shown = |visit: &Visit, template: &Template, at: &str| {
        let evidence = Evidence::of(visit, template, Some(&calendar));
        evidence.shown(&code(at)).map(|shown| (shown.answer.clone(), shown.share.failing.clone()))
    };
    let slips = Some((Answer::Ratio { part: Some(2), whole: Some(3) }, vec![1]));
    assert_eq!(shown(&visit, &template, "X1"), slips);
    assert_eq!(shown(&visit, &template, "X2"), None, "nothing is late");

    // So it is of what comes in from a file, and of what a database holds.
    let file = json!({
        "format": "so-giam-sat", "version": 4, "supervision": supervision(), "templates": [own_template()],
        "visits": [VisitRecord::from_visit(&visit, history)],
    });
    let read = read_file(file.to_string().as_bytes()).unwrap();
    assert_eq!(shown(&read.visits[0].0, &read.templates[0], "X1"), slips);
    let store = Store::new(MemoryBackend::default());
    let preview = ready(Preview::of(&store, read, None)).unwrap();
    ready(preview.take(&store, &Default::default())).unwrap();
    let (visit, template) = ready(store.visit(&visit.id)).unwrap().unwrap();
    assert_eq!(shown(&visit, &template, "X1"), slips);
}

#[test]
fn a_check_that_is_unknown_stands_twice_or_does_not_fit_is_refused_with_its_place() {
    let refusal = |spoil: fn(&mut Value)| {
        let mut template = own_template();
        spoil(&mut template["items"]);
        read_template(template.to_string().as_bytes()).unwrap_err().sentence(Lang::Vi)
    };
    let unknown = refusal(|items| items[0]["check"] = json!("B01"));
    assert!(unknown.starts_with("Giá trị lạ “B01” tại items[0].check (dòng "), "{unknown}");
    assert_eq!(
        refusal(|items| items[2]["check"] = json!("slip_issued")),
        "Mã “slip_issued” bị trùng tại template.items[2].check."
    );
    assert_eq!(
        refusal(|items| items[1]["check"] = json!("slip_dated")),
        "Phép kiểm “slip_dated” không cho kiểu trả lời của mục tại template.items[1].check."
    );
    assert_eq!(
        refusal(|items| items[1]["check"] = json!("late_by_body")),
        "Phép kiểm “late_by_body” không đếm theo mã “he_thong” tại template.items[1].answer.counts.fields[0].key."
    );
    assert_eq!(
        refusal(|items| items[0]["check"] = json!("content_full")),
        "Phép kiểm “content_full” không cho kiểu trả lời của mục tại template.items[0].check."
    );
}
