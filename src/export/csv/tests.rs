use csv::ReaderBuilder;
use num_rational::BigRational;
use proptest::prelude::*;

use crate::domain::fixture::{self, day, every_answer, every_finding, make, moment};
use crate::export::csv_files;
use crate::export::file_name::Kind;
use crate::export::fixture::stays_as_it_is;
use crate::report::{Column, Material, VisitMaterial};
use crate::words::Text;

use super::*;

fn ratio(part: i64, whole: i64) -> BigRational {
    BigRational::new(part.into(), whole.into())
}

/// The cells of a file, headings included.
fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap();
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let width = rows.first().map_or(1, Vec::len);
    let column = Column { heading: Text::new("Cột", "Column") };
    Table { name: Text::new("Bảng", "Table"), columns: vec![column; width], rows }
}

#[test]
fn each_form_writes_numbers_and_dates_for_its_reader() {
    for (cell, spreadsheet, machine) in [
        (Cell::Empty, "", ""),
        (Cell::Count(164_744), "164744", "164744"),
        (Cell::Decimal { value: ratio(2469, 2), decimals: 1 }, "1234,5", "1234.5"),
        (Cell::Decimal { value: ratio(-1, 8), decimals: 2 }, "-0,13", "-0.13"),
        (Cell::Decimal { value: ratio(100, 1), decimals: 1 }, "100,0", "100.0"),
        (Cell::Percent(ratio(47, 500)), "9,40", "9.40"),
        (Cell::Percent(ratio(1, 1)), "100,00", "100.00"),
        (Cell::Date(day(2023, 8, 1)), "2023-08-01", "2023-08-01"),
        (Cell::Moment(moment(456)), "2023-05-10 08:02:03", "2023-05-10T01:02:03.456Z"),
        (Cell::Text("-5".to_owned()), "'-5", "-5"),
    ] {
        assert_eq!(written(&cell, CsvForm::Spreadsheet), spreadsheet);
        assert_eq!(written(&cell, CsvForm::Machine), machine);
    }
}

#[test]
fn a_file_is_quoted_by_rfc_4180() {
    let table =
        table(vec![vec![Cell::Text("a, \"b\"\r\nc".to_owned()), Cell::Decimal { value: ratio(1, 2), decimals: 1 }]]);
    let bytes = csv(&table, CsvForm::Spreadsheet);
    assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Cột,Cột\r\n\"a, \"\"b\"\"\r\nc\",\"0,5\"\r\n");
}

#[test]
fn the_four_tables_of_a_supervision_stay_as_they_are() {
    let mut first = fixture::visit("v1", "u1", day(2023, 5, 10));
    make(&mut first, every_answer().into_iter().chain(every_finding()));
    let second = fixture::visit("v2", "u3", day(2023, 3, 9));
    let visits = [first, second].map(|visit| VisitMaterial::new(visit, fixture::template(), None));
    let supervision = fixture::supervision();
    let legal = serde_json::from_str(include_str!("../../../public/data/can-cu-phap-ly-1.json")).unwrap();
    let material = Material { supervision: &supervision, visits: &visits, legal: Some(&legal) };
    for form in [CsvForm::Spreadsheet, CsvForm::Machine] {
        let files = csv_files(&material, &Kind::TABLES, &supervision.place, day(2023, 7, 12), form);
        assert_eq!(files, csv_files(&material, &Kind::TABLES, &supervision.place, day(2023, 7, 12), form));
        for file in files {
            stays_as_it_is(&file.name, &file.bytes);
        }
    }
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "['=+@\t\r\n ＝-]{0,3}[\",;\t\r\n Đạt=+]{0,12}"]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        any_words().prop_map(Cell::Text),
        any::<u64>().prop_map(Cell::Count),
        (any::<i32>(), 1_i64..1000, 0..5_u8)
            .prop_map(|(part, whole, decimals)| Cell::Decimal { value: ratio(part.into(), whole), decimals }),
        (0..2_000_i64, 1..1_000_i64).prop_map(|(part, whole)| Cell::Percent(ratio(part, whole))),
        (1..28_u32).prop_map(|at| Cell::Date(day(2023, 2, at))),
        (0..1_000_000_i64).prop_map(|after| Cell::Moment(moment(after))),
    ]
}

proptest! {
    #[test]
    fn every_cell_comes_back(
        rows in (1..5_usize).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(any_cell(), width), 0..6)),
    ) {
        let table = table(rows);
        for form in [CsvForm::Spreadsheet, CsvForm::Machine] {
            let read = read(&csv(&table, form));
            prop_assert_eq!(read.len(), table.rows.len() + 1);
            for (row, cells) in table.rows.iter().zip(&read[1..]) {
                prop_assert_eq!(row.len(), cells.len());
                for (cell, read) in row.iter().zip(cells) {
                    match cell {
                        Cell::Text(words) if form == CsvForm::Spreadsheet => prop_assert_eq!(inert::undo(read), words.as_str()),
                        Cell::Text(words) => prop_assert_eq!(read, words),
                        other => prop_assert_eq!(read, &written(other, form)),
                    }
                }
            }
        }
    }

    #[test]
    fn no_words_run_in_a_spreadsheet_whatever_parts_its_cells(
        rows in prop::collection::vec(prop::collection::vec(any_words(), 2), 1..4),
    ) {
        let table = table(rows.into_iter().map(|row| row.into_iter().map(Cell::Text).collect()).collect());
        let bytes = csv(&table, CsvForm::Spreadsheet);
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap();
        for mark in [b',', b';', b'\t'] {
            let mut reader =
                ReaderBuilder::new().has_headers(false).flexible(true).delimiter(mark).from_reader(bytes);
            for record in reader.records() {
                for field in &record.unwrap() {
                    let begins = field.trim_start_matches([' ', '\u{a0}']);
                    let runs = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                    prop_assert!(!runs && !field.starts_with(['\t', '\r']), "{field:?} by {:?}", char::from(mark));
                }
            }
        }
    }
}
