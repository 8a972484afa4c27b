//! The data of the benchmark: a supervision with one visit for each size, in the app's own format, and the same items as
//! the plain page takes them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::run::{Outcome, root};

/// Items of the checklists that are opened: the catalogue, and a long one.
pub(super) const SIZES: [usize; 2] = [86, 500];

/// The id of the visit with so many items.
pub(super) fn visit(items: usize) -> String {
    format!("bench-{items}")
}

/// Writes the file to import, and gives back the items for the plain page, by the name of each list.
pub(super) fn write(path: &Path) -> Outcome<Vec<(String, String)>> {
    let bundled = root().join("public/data/mau-phieu-mot-cua-1.json");
    let text = fs::read_to_string(&bundled).map_err(|error| format!("{}: {error}", bundled.display()))?;
    let catalogue: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", bundled.display()))?;
    let (mut templates, mut visits, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for size in SIZES {
        let template = template(&catalogue, size)?;
        lists.push((format!("n{size}"), plain(&template)));
        let sections: Vec<&Value> = list(&template["sections"])?.iter().map(|section| &section["code"]).collect();
        visits.push(json!({
            "id": visit(size), "supervision": "bench", "unit": "u1", "revision": 0,
            "template": { "id": template["id"], "version": 1 },
            "begun": { "at": "2026-01-05T01:00:00Z", "by": "", "device": "" },
            "date": "2026-01-05", "present": [], "sections": sections, "entries": [], "findings": [],
        }));
        templates.push(template);
    }
    let file = json!({
        "format": "so-giam-sat", "version": 1,
        "supervision": supervision("bench"),
        "templates": templates, "visits": visits,
    });
    fs::write(path, file.to_string()).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(lists)
}

/// How many dossiers the grid is measured with.
pub(super) const DOSSIERS: usize = 10_000;

/// The id of the visit that has them.
pub(super) const GRID_VISIT: &str = "bench-grid";

/// Writes a file to import: a supervision with one visit of [`DOSSIERS`] dossiers.
pub(super) fn write_dossiers(path: &Path) -> Outcome {
    let bundled = root().join("public/data/mau-phieu-mot-cua-1.json");
    let text = fs::read_to_string(&bundled).map_err(|error| format!("{}: {error}", bundled.display()))?;
    let template: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", bundled.display()))?;
    let sections: Vec<&Value> = list(&template["sections"])?.iter().map(|section| &section["code"]).collect();
    let stamp = json!({ "at": "2026-01-05T01:00:00Z", "by": "", "device": "" });
    // Every third is late, and every other of these has a letter.
    let dossiers = (0..DOSSIERS).map(|number| {
        let returned = if number % 3 == 0 { "2023-03-15" } else { "2023-03-13" };
        let apology = if number % 6 == 0 { json!({ "is": { "date": "2023-03-10" } }) } else { json!("not_looked_at") };
        json!({ "id": format!("d{number:05}"), "held": { "stamp": stamp, "dossier": {
            "code": format!("000.25.15.H21-230306-{number:05}"), "procedure": "1.003003", "field": "Đất đai",
            "received": { "date": "2023-03-06" }, "term": { "working_days": 5 }, "slip": true,
            "appointed": { "is": "2023-03-13" }, "returned": returned, "state": "resolved", "apology": apology,
            "body_at_fault": "",
        } } })
    });
    let visit = json!({
        "id": GRID_VISIT, "supervision": "bench-dossiers", "unit": "u1", "revision": 0,
        "template": { "id": template["id"], "version": template["version"] }, "begun": stamp, "date": "2026-01-05",
        "present": [], "sections": sections, "entries": [], "findings": [], "dossiers": dossiers.collect::<Vec<_>>(),
    });
    let file = json!({
        "format": "so-giam-sat", "version": 2, "supervision": supervision("bench-dossiers"),
        "templates": [template], "visits": [visit],
    });
    fs::write(path, file.to_string()).map_err(|error| format!("{}: {error}", path.display()))
}

/// How many rows the table of figures is measured with, its total and sections included.
pub(super) const TABLE_ROWS: usize = 200;

/// The id of the visit that has it, and of the table.
pub(super) const TABLE_VISIT: &str = "bench-table";

/// Writes a file to import: a supervision with one visit of one table, Biểu 06c with [`TABLE_ROWS`] rows.
pub(super) fn write_table(path: &Path) -> Outcome {
    let read = |file: &str| -> Outcome<Value> {
        let bundled = root().join(file);
        let text = fs::read_to_string(&bundled).map_err(|error| format!("{}: {error}", bundled.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", bundled.display()))
    };
    let template = read("public/data/mau-phieu-mot-cua-1.json")?;
    let forms = read("public/data/bieu-mau.json")?;
    let form = list(&forms["forms"])?.iter().find(|form| form["id"] == "bieu-06c").ok_or("there is no Biểu 06c")?;
    let stamp = json!({ "at": "2026-01-05T01:00:00Z", "by": "", "device": "" });
    // Received 100 = 60 + 39 + 1, resolved 90 = 50 + 35 + 5, pending 10 = 8 + 2.
    let one = [100, 60, 39, 1, 90, 50, 35, 5, 10, 8, 2];
    let row = |key: String, number: String, depth: u8, times: usize| {
        let cells = one.map(|count| json!({ "figure": (count * times).to_string() }));
        json!({ "key": key, "number": number, "name": format!("Lĩnh vực {key}"), "depth": depth, "cells": cells.to_vec() })
    };
    let fields = TABLE_ROWS - 2;
    let mut rows =
        vec![row("tong".to_owned(), String::new(), 0, fields), row("I".to_owned(), "I".to_owned(), 1, fields)];
    rows.extend((1..=fields).map(|number| row(format!("I.{number}"), number.to_string(), 2, 1)));
    let table = json!({ "form": form, "title": "", "body": "UBND", "rows": rows });
    let figures = json!({
        "tables": [{ "id": TABLE_VISIT, "held": { "value": table, "stamp": stamp } }],
        "statements": [], "ties": [], "decisions": [],
    });
    let visit = json!({
        "id": TABLE_VISIT, "supervision": "bench-figures", "unit": "u1", "revision": 0,
        "template": { "id": template["id"], "version": template["version"] }, "begun": stamp, "date": "2026-01-05",
        "present": [], "sections": [], "entries": [], "findings": [], "figures": figures,
    });
    let file = json!({
        "format": "so-giam-sat", "version": 3, "supervision": supervision("bench-figures"),
        "templates": [template], "visits": [visit],
    });
    fs::write(path, file.to_string()).map_err(|error| format!("{}: {error}", path.display()))
}

fn supervision(id: &str) -> Value {
    json!({
        "id": id, "revision": 1, "body": "HĐND", "place": "", "resolution": { "number": "", "date": null },
        "topic": "Đo tốc độ", "period": { "from": null, "to": null }, "delegation": [],
        "units": [{ "id": "u1", "name": "UBND xã", "level": "commune", "kind": "one_stop", "mode": "direct" }],
    })
}

/// A template with so many items: the catalogue's, again and again within each group.
fn template(catalogue: &Value, size: usize) -> Outcome<Value> {
    let items = list(&catalogue["items"])?;
    let mut copies = Vec::new();
    for (position, item) in items.iter().enumerate() {
        let times = size / items.len() + usize::from(position < size % items.len());
        for time in 0..times {
            let mut copy = item.clone();
            if time > 0 {
                copy["code"] = json!(format!("{}-{time}", item["code"].as_str().unwrap_or_default()));
                // A copy depends on nothing, so that every row is shown.
                copy.as_object_mut().map(|copy| copy.remove("applies_if"));
            }
            copies.push(copy);
        }
    }
    let mut template = catalogue.clone();
    template["id"] = json!(format!("bench-{size}"));
    template["items"] = Value::Array(copies);
    Ok(template)
}

/// The items as the plain page shows them.
fn plain(template: &Value) -> String {
    let items = template["items"].as_array().into_iter().flatten().map(|item| {
        let basis: Vec<&str> = item["basis"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        json!({
            "code": item["code"], "question": item["question"]["vi"], "weight": item["weight"],
            "sources": format!("{} · {}", item["evidence"]["vi"].as_str().unwrap_or_default(), basis.join("; ")),
        })
    });
    Value::Array(items.collect()).to_string()
}

fn list(value: &Value) -> Outcome<&Vec<Value>> {
    value.as_array().ok_or_else(|| "the bundled template is not as expected".to_owned())
}
