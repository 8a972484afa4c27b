//! Holds the published JSON Schema to the records: what the app writes is valid, and what the schema refuses, serde
//! refuses as well.

use std::collections::BTreeMap;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::domain::check::ItemCheck;
use crate::domain::edit::Edit;
use crate::domain::fixture::{self, code, day, every_answer, every_figure, every_finding, every_sample, make};
use crate::domain::id::FindingId;
use crate::storage::gate::read_file;
use crate::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};

const SCHEMA: &str = include_str!("../../public/schema/so-giam-sat-4.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn file(visits: Vec<VisitRecord>) -> FileRecord {
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: fixture::supervision(),
        templates: vec![fixture::template()],
        visits,
    }
}

/// A file with every kind of answer, edit, finding and template item in it.
fn full() -> Value {
    let mut visit = fixture::visit("v1", "u1", day(2023, 5, 10));
    let undone = [
        Edit::Details { date: day(2023, 5, 11), present: vec!["Phó Chủ tịch UBND xã".to_owned()] },
        Edit::Sections { sections: visit.sections.clone() },
        Edit::Answer { item: code("B02"), answer: None },
        Edit::Finding { id: FindingId::new("f-1").unwrap(), entry: None },
    ];
    let history = make(
        &mut visit,
        undone.into_iter().chain(every_answer()).chain(every_finding()).chain(every_sample()).chain(every_figure()),
    );
    serde_json::to_value(file(vec![VisitRecord::from_visit(&visit, history)])).unwrap()
}

/// The faults of a value by the schema, with their places.
fn faults(value: &Value) -> Vec<String> {
    let validator = validator();
    let faults = validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path()));
    faults.collect()
}

fn taken_by_serde(value: &Value) -> bool {
    serde_json::from_value::<FileRecord>(value.clone()).is_ok()
}

/// Every object in a value, by its pointer.
fn objects(value: &Value) -> BTreeMap<String, Map<String, Value>> {
    fn walk(value: &Value, at: &str, found: &mut BTreeMap<String, Map<String, Value>>) {
        match value {
            Value::Object(fields) => {
                found.insert(at.to_owned(), fields.clone());
                fields.iter().for_each(|(name, value)| walk(value, &format!("{at}/{name}"), found));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(place, value)| walk(value, &format!("{at}/{place}"), found));
            }
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    walk(value, "", &mut found);
    found
}

/// The full file with the object at a pointer changed.
fn changed(file: &Value, pointer: &str, change: impl FnOnce(&mut Map<String, Value>)) -> Value {
    let mut file = file.clone();
    change(file.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap());
    file
}

#[test]
fn a_file_with_everything_in_it_is_valid_and_passes_the_gate() {
    let full = full();
    assert_eq!(faults(&full), Vec::<String>::new());
    read_file(full.to_string().as_bytes()).unwrap();
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let (full, validator) = (full(), validator());
    for (pointer, _) in objects(&full) {
        let file = changed(&full, &pointer, |fields| drop(fields.insert("lạ".to_owned(), json!(1))));
        assert!(!validator.is_valid(&file), "the schema takes an unknown field at {pointer}");
        assert!(!taken_by_serde(&file), "serde takes an unknown field at {pointer}");
    }
}

#[test]
fn a_value_of_another_type_is_refused_wherever_it_stands() {
    let (full, validator) = (full(), validator());
    for (pointer, fields) in objects(&full) {
        for (name, value) in fields {
            let wrong = if value.is_array() { json!({}) } else { json!([[]]) };
            let file = changed(&full, &pointer, |fields| drop(fields.insert(name.clone(), wrong)));
            assert!(!validator.is_valid(&file), "the schema takes another type at {pointer}/{name}");
            assert!(!taken_by_serde(&file), "serde takes another type at {pointer}/{name}");
        }
    }
}

#[test]
fn a_missing_field_is_refused_by_both_or_by_neither() {
    let (full, validator) = (full(), validator());
    let mut needed = 0;
    for (pointer, fields) in objects(&full) {
        // A bound, a target and the levels of a target may each be missing for serde; that one of two is there is
        // checked behind it.
        if pointer.ends_with("/threshold") || pointer.ends_with("/target") {
            continue;
        }
        for name in fields.keys() {
            let file = changed(&full, &pointer, |fields| drop(fields.remove(name)));
            let taken = taken_by_serde(&file);
            assert_eq!(validator.is_valid(&file), taken, "without {pointer}/{name}");
            needed += usize::from(!taken);
        }
    }
    assert!(needed > 100, "{needed} fields are needed");
}

#[test]
fn the_checks_of_items_are_those_that_the_app_makes() {
    let names: Vec<Value> = ItemCheck::all().map(|check| json!(check.name())).collect();
    assert_eq!(schema()["$defs"]["item"]["properties"]["check"]["enum"], Value::Array(names));
}

#[test]
fn what_is_out_of_range_is_refused() {
    let (full, validator) = (full(), validator());
    for (pointer, name, value) in [
        ("", "version", json!(5)),
        ("", "format", json!("so-khac")),
        ("/supervision", "id", json!("có dấu")),
        ("/supervision", "id", json!("x".repeat(65))),
        ("/supervision", "revision", json!(-1)),
        ("/supervision/units/0", "level", json!("village")),
        ("/visits/0", "date", json!("10/5/2023")),
        ("/visits/0", "date", json!("2023-13-01")),
        ("/visits/0/begun", "at", json!("hôm qua")),
        ("/visits/0/entries/1/answer/ratio", "part", json!(1.5)),
        ("/visits/0/entries/1/answer/ratio", "part", json!(-1)),
        ("/visits/0/entries/1", "answer", json!({"khác": {}})),
    ] {
        let file = changed(&full, pointer, |fields| drop(fields.insert(name.to_owned(), value)));
        assert!(!validator.is_valid(&file), "the schema takes {pointer}/{name}");
        assert!(read_file(file.to_string().as_bytes()).is_err(), "the gate takes {pointer}/{name}");
    }
}

#[test]
fn every_part_of_the_schema_is_described_and_used() {
    let schema = schema();
    for (name, part) in schema["$defs"].as_object().unwrap() {
        assert!(part["description"].is_string(), "{name} has no description");
        assert!(SCHEMA.contains(&format!("\"#/$defs/{name}\"")), "{name} is not used");
    }
    for (pointer, part) in objects(&schema) {
        if part.get("type") == Some(&json!("object")) {
            assert_eq!(part.get("additionalProperties"), Some(&json!(false)), "{pointer} is open");
        }
    }
}

#[test]
fn every_choice_of_the_schema_occurs_in_the_full_file() {
    let full = full().to_string();
    let mut choices = 0;
    for (pointer, part) in objects(&schema()) {
        for choice in part.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
            let written = match (&choice["const"], &choice["required"][0]) {
                (Value::String(name), _) => format!("\"{name}\""),
                // Either-or fields of one object (a threshold, a target) are no choice of the format.
                (_, Value::String(name)) if choice["properties"][name]["type"] == "object" => format!("\"{name}\":"),
                _ => continue,
            };
            choices += 1;
            assert!(full.contains(&written), "{written} ({pointer}) is never written");
        }
    }
    assert!(choices > 20, "{choices}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_written_is_valid((visit, history) in fixture::random::any_visit()) {
        let file = file(vec![VisitRecord::from_visit(&visit, history)]);
        let value = serde_json::to_value(&file).unwrap();
        prop_assert!(validator().is_valid(&value), "{:?}", faults(&value));
        prop_assert_eq!(serde_json::from_value::<FileRecord>(value).unwrap(), file);
    }
}
