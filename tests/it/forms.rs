//! The bundled forms of tables.

use std::collections::BTreeSet;

use so_giam_sat::domain::figures::{Form, FormFile, Measure, Rows};
use so_giam_sat::words::Localised;

const FORMS: &str = include_str!("../../public/data/bieu-mau.json");

fn forms() -> FormFile {
    serde_json::from_str(FORMS).unwrap()
}

fn texts(form: &Form) -> Vec<&Localised> {
    let columns = form.columns.iter().flat_map(|column| &column.heading);
    let counted = form.columns.iter().filter_map(|column| match &column.measure {
        Measure::Count { of } => Some(of),
        Measure::Percent {} | Measure::Points { .. } | Measure::Text {} => None,
    });
    let rows = match &form.rows {
        Rows::Fixed { rows } => rows.iter().map(|row| &row.name).collect(),
        Rows::Fields {} | Rows::Units {} | Rows::Free { .. } => Vec::new(),
    };
    let indicators = form.indicators.iter().map(|indicator| &indicator.name);
    [&form.name, &form.row_heading].into_iter().chain(columns).chain(counted).chain(rows).chain(indicators).collect()
}

#[test]
fn every_bundled_form_can_be_used() {
    let file = forms();
    let ids: Vec<&str> = file.forms.iter().map(|form| form.id.as_str()).collect();
    let listed = [
        "bieu-06c",
        "bieu-cap-huyen",
        "bang-cap-xa",
        "bao-cao-thang-cu",
        "bao-cao-thang-moi",
        "idesk",
        "igate",
        "lien-thong",
        "muc-do-3",
        "khao-sat-hai-long",
    ];
    assert_eq!(ids, listed);
    assert_eq!(file.fault(), None);
}

#[test]
fn every_text_of_a_form_is_in_both_languages() {
    for form in &forms().forms {
        for text in texts(form) {
            assert!(!text.vi.trim().is_empty() && !text.en.trim().is_empty(), "{}: {text:?}", form.id);
        }
    }
}

#[test]
fn no_two_columns_and_no_two_rows_of_a_form_read_alike() {
    for form in &forms().forms {
        let headings: BTreeSet<Vec<&str>> =
            form.columns.iter().map(|column| column.heading.iter().map(|part| part.vi.as_str()).collect()).collect();
        assert_eq!(headings.len(), form.columns.len(), "{}", form.id);
        if let Rows::Fixed { rows } = &form.rows {
            let names: BTreeSet<&str> = rows.iter().map(|row| row.name.vi.as_str()).collect();
            assert_eq!(names.len(), rows.len(), "{}", form.id);
        }
        let indicators: BTreeSet<&str> = form.indicators.iter().map(|indicator| indicator.key.as_str()).collect();
        assert_eq!(indicators.len(), form.indicators.len(), "{}", form.id);
    }
}
