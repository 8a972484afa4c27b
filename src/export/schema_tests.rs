//! Holds the published JSON Schema to the records: what the app writes is valid, and what the schema refuses, serde
//! refuses as well.

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use serde::Deserialize;
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

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::draft202012::new(&schema()).unwrap());

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
    let faults = VALIDATOR.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path()));
    faults.collect()
}

fn taken_by_serde(value: &Value) -> bool {
    FileRecord::deserialize(value).is_ok()
}

/// The pointers to every object in a value.
fn objects(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(at.to_owned());
                fields.iter().for_each(|(name, value)| walk(value, &format!("{at}/{name}"), found));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(place, value)| walk(value, &format!("{at}/{place}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// A file with one of its objects singled out.
#[derive(Clone)]
struct Excerpt {
    file: Value,
    /// The pointer to the object in the excerpt.
    at: String,
}

impl Excerpt {
    /// The file around one object: of each long list only the value that leads to the object, or else its first. It is a valid file
    /// itself, so what is refused after a change is refused for the change; and it is short, so that each field can be tried.
    fn of(full: &Value, pointer: &str) -> Self {
        fn cut(value: &Value, rest: &[&str], at: Option<&mut String>) -> Value {
            let (name, rest) = rest.split_first().map_or((None, rest), |(name, rest)| (Some(*name), rest));
            let (name, mut at) = if at.is_some() { (name, at) } else { (None, None) };
            match value {
                Value::Object(fields) => {
                    let fields = fields.iter().map(|(key, value)| {
                        let leads = name == Some(key.as_str());
                        let at = at.as_deref_mut().filter(|_| leads);
                        let at = at.map(|at| {
                            *at += &format!("/{key}");
                            at
                        });
                        (key.clone(), cut(value, rest, at))
                    });
                    Value::Object(fields.collect())
                }
                Value::Array(values) => {
                    let led: Option<usize> = name.map(|name| name.parse().unwrap());
                    // A pair is written as a list of two.
                    let kept = if values.len() <= 2 { 0..values.len() } else { led.unwrap_or(0)..led.unwrap_or(0) + 1 };
                    let first = kept.start;
                    let values = kept.map(|place| {
                        let at = at.as_deref_mut().filter(|_| led == Some(place));
                        let at = at.map(|at| {
                            *at += &format!("/{}", place - first);
                            at
                        });
                        cut(&values[place], rest, at)
                    });
                    Value::Array(values.collect())
                }
                other => other.clone(),
            }
        }
        let names: Vec<&str> = pointer.split('/').skip(1).collect();
        let mut at = String::new();
        let file = cut(full, &names, Some(&mut at));
        let excerpt = Self { file, at };
        assert!(VALIDATOR.is_valid(&excerpt.file), "{pointer}: {:?}", faults(&excerpt.file));
        assert!(taken_by_serde(&excerpt.file), "{pointer}");
        assert_eq!(excerpt.file.pointer(&excerpt.at).map(names_of), full.pointer(pointer).map(names_of), "{pointer}");
        excerpt
    }

    fn object(&mut self) -> &mut Map<String, Value> {
        self.file.pointer_mut(&self.at).and_then(Value::as_object_mut).unwrap()
    }

    /// Whether the schema takes the file, and whether serde does, with a field of the object changed; the field is put back.
    fn with(&mut self, name: &str, value: Option<Value>) -> (bool, bool) {
        let before = match value {
            Some(value) => self.object().insert(name.to_owned(), value),
            None => self.object().remove(name),
        };
        let taken = (VALIDATOR.is_valid(&self.file), taken_by_serde(&self.file));
        match before {
            Some(before) => self.object().insert(name.to_owned(), before),
            None => self.object().remove(name),
        };
        taken
    }
}

/// The names of an object's fields.
fn names_of(value: &Value) -> Vec<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// Every object of the full file, each in its excerpt, with its pointer in the full file.
fn excerpts() -> Vec<(String, Excerpt)> {
    static EXCERPTS: LazyLock<Vec<(String, Excerpt)>> = LazyLock::new(|| {
        let full = full();
        let excerpt = |pointer: String| (pointer.clone(), Excerpt::of(&full, &pointer));
        objects(&full).into_iter().map(excerpt).collect()
    });
    EXCERPTS.clone()
}

#[test]
fn a_file_with_everything_in_it_is_valid_and_passes_the_gate() {
    let full = full();
    assert_eq!(faults(&full), Vec::<String>::new());
    read_file(full.to_string().as_bytes()).unwrap();
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for (pointer, mut excerpt) in excerpts() {
        let (by_schema, by_serde) = excerpt.with("lạ", Some(json!(1)));
        assert!(!by_schema, "the schema takes an unknown field at {pointer}");
        assert!(!by_serde, "serde takes an unknown field at {pointer}");
    }
}

#[test]
fn a_value_of_another_type_is_refused_wherever_it_stands() {
    for (pointer, mut excerpt) in excerpts() {
        for (name, value) in excerpt.object().clone() {
            let wrong = if value.is_array() { json!({}) } else { json!([[]]) };
            let (by_schema, by_serde) = excerpt.with(&name, Some(wrong));
            assert!(!by_schema, "the schema takes another type at {pointer}/{name}");
            assert!(!by_serde, "serde takes another type at {pointer}/{name}");
        }
    }
}

#[test]
fn a_missing_field_is_refused_by_both_or_by_neither() {
    let mut needed = 0;
    for (pointer, mut excerpt) in excerpts() {
        // A bound, a target and the levels of a target may each be missing for serde; that one of two is there is
        // checked behind it.
        if pointer.ends_with("/threshold") || pointer.ends_with("/target") {
            continue;
        }
        for name in names_of(&Value::Object(excerpt.object().clone())) {
            let (by_schema, by_serde) = excerpt.with(&name, None);
            assert_eq!(by_schema, by_serde, "without {pointer}/{name}");
            needed += usize::from(!by_serde);
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
    let full = full();
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
        let mut file = full.clone();
        file.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap().insert(name.to_owned(), value);
        assert!(!VALIDATOR.is_valid(&file), "the schema takes {pointer}/{name}");
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
    for pointer in objects(&schema) {
        let part = schema.pointer(&pointer).unwrap();
        if part.get("type") == Some(&json!("object")) {
            assert_eq!(part.get("additionalProperties"), Some(&json!(false)), "{pointer} is open");
        }
    }
}

#[test]
fn every_choice_of_the_schema_occurs_in_the_full_file() {
    let (full, schema) = (full().to_string(), schema());
    let mut choices = 0;
    for pointer in objects(&schema) {
        let part = schema.pointer(&pointer).unwrap();
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
    #![proptest_config(fixture::random::cases(64))]

    #[test]
    fn whatever_is_written_is_valid((visit, history) in fixture::random::any_visit()) {
        let file = file(vec![VisitRecord::from_visit(&visit, history)]);
        let value = serde_json::to_value(&file).unwrap();
        prop_assert!(VALIDATOR.is_valid(&value), "{:?}", faults(&value));
        prop_assert_eq!(serde_json::from_value::<FileRecord>(value).unwrap(), file);
    }
}
