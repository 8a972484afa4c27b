//! The calendar as a file: what goes out comes in again.

use std::fs;

use so_giam_sat::domain::calendar::Calendar;
use so_giam_sat::export::csv::{CsvForm, csv};
use so_giam_sat::export::json::lines;
#[cfg(feature = "reader")]
use so_giam_sat::intake::calendar::table::days_of_file;
use so_giam_sat::report::calendar_table;
use so_giam_sat::storage::gate::{read_calendar, read_legal_bases};

fn bundled() -> Calendar {
    read_calendar(&fs::read("public/data/lich-nghi-1.json").unwrap()).unwrap()
}

#[test]
fn a_calendar_comes_back_from_both_kinds_of_file() {
    let calendar = bundled();
    assert_eq!(read_calendar(&lines(&calendar)).unwrap(), calendar);
}

#[cfg(feature = "reader")]
#[test]
fn a_calendar_comes_back_from_a_table() {
    let calendar = bundled();
    for form in [CsvForm::Machine, CsvForm::Spreadsheet] {
        let table = csv(&calendar_table(&calendar), form);
        assert_eq!(days_of_file("lich.csv", &table, &mut |_| {}).unwrap().unwrap(), calendar.days());
    }
}

#[test]
fn the_table_has_the_columns_and_weekdays_that_people_know() {
    let table = String::from_utf8(csv(&calendar_table(&bundled()), CsvForm::Machine)).unwrap();
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "ngay,thu,loai,ten,can_cu,muc_xac_minh");
    assert_eq!(lines[1], "2018-01-01,Hai,nghi_le,Tết Dương lịch,Điều 115 Bộ luật Lao động 2012,luat");
    assert_eq!(lines.len(), 147);
}

#[test]
fn the_bundled_legal_bases_pass_the_gate() {
    let bases = read_legal_bases(&fs::read("public/data/can-cu-phap-ly-1.json").unwrap()).unwrap();
    assert!(bases.get("nd-61-2018").is_some() && bases.get("nd-118-2025").is_some());
}
