use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use crate::domain::figures::audit::{Audit, Cause, Place, RuleKind, audit_table};
use crate::domain::figures::{Cell, Column, Figure, FormFile, Measure, Period, StatTable};
use crate::domain::id::{FormId, LineKey, TableId};
use crate::intake::protocol::{Answers, FigureColumn, FigureProblemKind, FiguresNote, MatchedBy, SkippedWhy, Way};
use crate::intake::workbook;
use crate::words::{Lang, Localised};

use super::*;

mod accident_tests;
mod annex_tests;
mod book_tests;
mod heading_tests;
mod tree_tests;

static FORMS: LazyLock<FormFile> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../public/data/bieu-mau.json")).unwrap());

fn form(id: &str) -> Form {
    FORMS.form(&FormId::new(id).unwrap()).unwrap().clone()
}

/// A table of units with one column of late dossiers, as a user makes one.
fn free(rows: Rows, columns: &[(&str, &str)]) -> Form {
    let words = |text: &str| Localised { vi: text.to_owned(), en: text.to_owned() };
    let column = |(key, heading): &(&str, &str)| Column {
        key: LineKey::new(*key).unwrap(),
        heading: vec![words(heading)],
        measure: Measure::Count { of: words("hồ sơ") },
    };
    Form {
        id: FormId::new("tu-tao").unwrap(),
        version: 1,
        name: words("Bảng tự tạo"),
        source: String::new(),
        rows,
        row_heading: words("Tên đơn vị"),
        columns: columns.iter().map(column).collect(),
        across: Vec::new(),
        down: Vec::new(),
        indicators: Vec::new(),
    }
}

fn reading(form: &Form, text: &str) -> FiguresReading {
    read_pasted(text, form).unwrap().unwrap()
}

fn refusal(form: &Form, text: &str) -> FiguresRefusal {
    read_pasted(text, form).unwrap().unwrap_err()
}

fn of_file(form: &Form, bytes: &[u8]) -> (FiguresSheet, FiguresReading) {
    let (reader, opened) = open_file(form, "bieu.csv", bytes).unwrap();
    let sheet = opened.sheets[opened.best].clone();
    let reading = read(&reader, &sheet.request(form.clone())).unwrap();
    (sheet, reading)
}

fn audited(form: &Form, reading: &FiguresReading) -> Audit {
    let table = StatTable {
        form: form.clone(),
        title: String::new(),
        body: String::new(),
        period: Period::default(),
        rows: reading.rows.clone(),
    };
    audit_table(&TableId::new("t1").unwrap(), &table)
}

/// Number or name, depth, and figures of each row, as one line of text.
fn outline(reading: &FiguresReading) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Blank => "_".to_owned(),
        Cell::Figure(figure) => figure.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Unread(text) => format!("?{text}"),
    };
    let line = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        format!("{} {} {}: {}", row.depth, row.key, row.name, cells.join(" "))
    };
    reading.rows.iter().map(line).collect()
}

#[derive(serde::Deserialize)]
struct Original {
    hang: Vec<BTreeMap<String, serde_json::Value>>,
}

/// Every cell of a reading against the table that it was made from.
fn assert_is(form: &Form, reading: &FiguresReading, json: &str, name: &str) {
    let original: Original = serde_json::from_str(json).unwrap();
    assert_eq!(reading.rows.len(), original.hang.len());
    for (row, original) in reading.rows.iter().zip(&original.hang) {
        assert_eq!(row.name, original[name].as_str().unwrap());
        for (cell, column) in row.cells.iter().zip(&form.columns) {
            let expected = match &original[column.key.as_str()] {
                serde_json::Value::Number(number) => Cell::Figure(Figure::whole(number.as_i64().unwrap()).unwrap()),
                serde_json::Value::String(text) => Cell::Text(text.clone()),
                _ => Cell::Blank,
            };
            assert_eq!(*cell, expected, "{} / {}", row.name, column.key);
        }
    }
}

fn assert_clean(reading: &FiguresReading) {
    assert_eq!((&reading.asks, &reading.problems, &reading.notes), (&vec![], &vec![], &vec![]));
    assert_eq!((&reading.unmatched, &reading.missing), (&vec![], &vec![]));
}

macro_rules! both {
    ($name:literal) => {
        (
            include_bytes!(concat!("../../../tests/fixtures/", $name, ".csv")).as_slice(),
            include_str!(concat!("../../../tests/fixtures/", $name, ".json")),
        )
    };
}

/// A published table as CSV and as JSON.
type Published = (&'static [u8], &'static str);

const DAK_NONG: Published = both!("bieu-06c-dak-nong");
const DISTRICT_2021: Published = both!("cap-huyen-2021");
const DISTRICT_2022: Published = both!("cap-huyen-2022");
const KRONG_PA: Published = both!("cap-xa-krong-pa");
const LAND_OFFICES: Published = both!("tre-han-dat-dai");

#[test]
fn tables_of_published_reports_come_in_cell_for_cell_and_agree() {
    let units = free(Rows::Units {}, &[("tre_han", "hồ sơ")]);
    for (form, (csv, json), name) in [
        (form("bieu-06c"), DAK_NONG, "linh_vuc"),
        (form("bieu-cap-huyen"), DISTRICT_2021, "linh_vuc"),
        (form("bieu-cap-huyen"), DISTRICT_2022, "linh_vuc"),
        (form("bang-cap-xa"), KRONG_PA, "xa_thi_tran"),
        (units, LAND_OFFICES, "don_vi"),
    ] {
        let (sheet, reading) = of_file(&form, csv);
        assert_clean(&reading);
        assert_is(&form, &reading, json, name);
        let by_key = sheet.matched_by.iter().flatten().filter(|by| **by == MatchedBy::Key).count();
        assert_eq!(by_key, form.columns.len());
        let audit = audited(&form, &reading);
        assert_eq!(audit.discrepancies, []);
        let incomplete: Vec<&str> = audit
            .incomplete
            .iter()
            .map(|place| match place {
                Place::Row { row, .. } => row.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected: &[&str] = if form.id.as_str() == "bieu-06c" { &["I"] } else { &[] };
        assert_eq!(incomplete, expected);
    }
}

#[test]
fn monthly_reports_agree_but_for_the_opening_that_they_do_not_give() {
    for (id, csv) in [
        ("bao-cao-thang-cu", include_bytes!("../../../tests/fixtures/thang-6-2020-dak-lak.csv").as_slice()),
        ("bao-cao-thang-moi", include_bytes!("../../../tests/fixtures/thang-11-2024-dak-lak.csv").as_slice()),
    ] {
        let form = form(id);
        let (_, reading) = of_file(&form, csv);
        assert_eq!((&reading.asks, &reading.problems), (&vec![], &vec![]));
        let audit = audited(&form, &reading);
        let found: Vec<(RuleKind, &[Cause])> =
            audit.discrepancies.iter().map(|found| (found.rule, found.causes.as_slice())).collect();
        assert_eq!(found, [(RuleKind::Balance, [Cause::NoOpening].as_slice())], "{id}");
        assert!(audit.checks > 25, "{id}: {}", audit.checks);
    }
}

#[test]
fn keys_and_depths_follow_total_sections_and_fields() {
    let (_, reading) = of_file(&form("bieu-06c"), DAK_NONG.0);
    let keys: Vec<(&str, u8)> = reading.rows.iter().map(|row| (row.key.as_str(), row.depth)).collect();
    assert_eq!(keys[..3], [("tong", 0), ("I", 1), ("I.1", 2)]);
    assert!(keys.contains(&("I.44", 2)) && keys.contains(&("II.20", 2)) && keys.contains(&("III.24", 2)));
    let (_, reading) = of_file(&form("bieu-cap-huyen"), DISTRICT_2022.0);
    let keys: Vec<(&str, u8)> = reading.rows.iter().map(|row| (row.key.as_str(), row.depth)).collect();
    assert_eq!(keys[..2], [("II", 0), ("II.1", 1)]);
    let (_, reading) = of_file(&form("bang-cap-xa"), KRONG_PA.0);
    assert!(reading.rows.iter().all(|row| row.depth == 0 && row.key.as_str() == row.number));
}
