//! The annexes of two reports, pasted as they stand.

use super::*;

const F06C: &str = include_str!("../../../../tests/fixtures/phu-luc/003-bieu-06c.txt");
const DISTRICT: &str = include_str!("../../../../tests/fixtures/phu-luc/004-cap-huyen.txt");
const COMMUNES: &str = include_str!("../../../../tests/fixtures/phu-luc/004-cap-xa.txt");

#[test]
fn the_annex_of_a_quarterly_report_is_read_as_it_is_pasted() {
    let form = form("bieu-06c");
    let reading = reading(&form, F06C);
    assert_clean(&reading);
    assert_is(&form, &reading, DAK_NONG.1, "linh_vuc");
    let keys: Vec<&str> = reading.rows.iter().take(3).map(|row| row.key.as_str()).collect();
    assert_eq!(keys, ["tong", "I", "I.1"]);
    assert_eq!(audited(&form, &reading).discrepancies, []);
    let unread: Vec<SkippedWhy> = reading.skipped.iter().map(|skipped| skipped.why).collect();
    assert!(unread.iter().all(|why| *why == SkippedWhy::Unread), "{unread:?}");
}

#[test]
fn blank_cells_that_got_lost_at_the_ends_of_lines_change_nothing() {
    let form = form("bieu-06c");
    let trimmed: Vec<&str> = F06C.lines().map(str::trim_end).collect();
    assert_eq!(reading(&form, &trimmed.join("\n")).rows, reading(&form, F06C).rows);
}

#[test]
fn two_years_of_a_district_stand_side_by_side() {
    let form = form("bieu-cap-huyen");
    let reading = reading(&form, DISTRICT);
    assert_clean(&reading);
    let original = |json: &str| serde_json::from_str::<Original>(json).unwrap().hang;
    let (first, second) = (original(DISTRICT_2021.1), original(DISTRICT_2022.1));
    let both = serde_json::json!({ "hang": first.into_iter().chain(second).collect::<Vec<_>>() });
    assert_is(&form, &reading, &both.to_string(), "linh_vuc");
    let keys: Vec<(&str, u8)> = reading.rows.iter().map(|row| (row.key.as_str(), row.depth)).collect();
    assert_eq!(keys[..2], [("I", 0), ("I.1", 1)]);
    assert_eq!(keys[21..23], [("II", 0), ("II.1", 1)]);
    assert_eq!(audited(&form, &reading).discrepancies, []);
}

#[test]
fn two_tables_pasted_together_are_told_apart_by_the_form() {
    let text = format!("{DISTRICT}\n{COMMUNES}");
    let (district, communes) = (reading(&form("bieu-cap-huyen"), &text), reading(&form("bang-cap-xa"), &text));
    assert_eq!(district.rows, reading(&form("bieu-cap-huyen"), DISTRICT).rows);
    assert_eq!(district.notes, [FiguresNote::OtherTable { line: 55 }]);
    assert_eq!(communes.rows, reading(&form("bang-cap-xa"), COMMUNES).rows);
    assert_eq!((communes.rows.len(), communes.notes), (14, vec![]));
}

#[test]
fn communes_with_prose_in_their_cells_are_split_into_counts() {
    let form = form("bang-cap-xa");
    let (_, opened) = open_pasted(&form, COMMUNES).unwrap();
    let pairs = opened.sheets[0].matching.iter().flatten().filter(|column| matches!(column, FigureColumn::Pair(..)));
    assert_eq!(pairs.count(), 2);
    let reading = reading(&form, COMMUNES);
    assert_clean(&reading);
    let mut json: serde_json::Value = serde_json::from_str(KRONG_PA.1).unwrap();
    // What the prose does not say is blank here; the table of the report has 0 there.
    for (original, row) in json["hang"].as_array_mut().unwrap().iter_mut().zip(&reading.rows) {
        for (column, cell) in form.columns.iter().zip(&row.cells) {
            if cell.is_blank() {
                assert_eq!(original[column.key.as_str()], 0, "{} / {}", row.name, column.key);
                original[column.key.as_str()] = serde_json::Value::Null;
            }
        }
    }
    assert_is(&form, &reading, &json.to_string(), "xa_thi_tran");
    assert_eq!(reading.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.is_blank()).count(), 13);
    assert_eq!(audited(&form, &reading).discrepancies, []);
}
