//! Workbooks as a spreadsheet writes them, and some that none would.

use std::io::{Cursor, Read as _, Write};

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::intake::sheet::{LeftOut, SheetCell};

use super::*;

mod mutated;
mod writers;

fn read(workbook: &mut Workbook) -> Vec<Sheet> {
    sheets(&workbook.save_to_buffer().unwrap(), &mut |_| {}).unwrap()
}

/// The one sheet that these cells make.
fn written(fill: impl FnOnce(&mut Worksheet)) -> Sheet {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    read(&mut workbook).remove(0)
}

fn text(text: &str) -> SheetCell {
    SheetCell::Text(text.to_owned())
}

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32, second: u32) -> SheetCell {
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    SheetCell::Moment(date.and_hms_opt(hour, minute, second).unwrap())
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        let options = if *name == "mimetype" { stored } else { SimpleFileOptions::default() };
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The workbook with another text in its parts, which must be there.
fn rewritten(workbook: &mut Workbook, from: &str, to: &str) -> Vec<u8> {
    let mut copies = parts_of(workbook);
    assert!(copies.iter().any(|(_, content)| content.contains(from)), "{from} is nowhere");
    copies.iter_mut().for_each(|(_, content)| *content = content.replace(from, to));
    archived(&copies)
}

/// The workbook with other names of its parts.
fn renamed(workbook: &mut Workbook, name: impl Fn(&str) -> String) -> Vec<u8> {
    let mut copies = parts_of(workbook);
    copies.iter_mut().for_each(|(part, _)| *part = name(part));
    archived(&copies)
}

fn archived(copies: &[(String, String)]) -> Vec<u8> {
    let copies: Vec<(&str, &[u8])> = copies.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    archive(&copies)
}

fn parts_of(workbook: &mut Workbook) -> Vec<(String, String)> {
    let bytes = workbook.save_to_buffer().unwrap();
    let mut parts = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut copies = Vec::new();
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        copies.push((part.name().unwrap().into_owned(), content));
    }
    copies
}

/// A workbook whose list of parts says another size of its first sheet.
fn with_declared_size(workbook: &mut Workbook, size: u32) -> Vec<u8> {
    let mut bytes = workbook.save_to_buffer().unwrap();
    // The size stands 24 bytes into the part's entry of the list, whose name stands 46 bytes in.
    let name = b"xl/worksheets/sheet1.xml";
    let at = bytes.windows(name.len()).rposition(|window| window == name).unwrap() - 46 + 24;
    bytes[at..at + 4].copy_from_slice(&size.to_le_bytes());
    bytes
}

#[test]
fn vietnamese_text_numbers_and_yes_or_no_come_as_they_stand() {
    let sheet = written(|sheet| {
        sheet.set_name("Hồ sơ").unwrap();
        sheet.write(0, 0, "Mã hồ sơ").unwrap();
        sheet.write(0, 1, "Đất đai – “cấp đổi” <GCN> & khác\nhai dòng ").unwrap();
        sheet.write(0, 2, 12.5).unwrap();
        sheet.write(0, 3, true).unwrap();
    });
    assert_eq!(sheet.name, "Hồ sơ");
    let row = vec![
        text("Mã hồ sơ"),
        text("Đất đai – “cấp đổi” <GCN> & khác\nhai dòng "),
        SheetCell::Number(12.5),
        SheetCell::Bool(true),
    ];
    assert_eq!(sheet.rows, [row]);
}

#[test]
fn a_number_shown_as_a_date_is_a_moment_to_the_second_and_another_stays_a_number() {
    let sheet = written(|sheet| {
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let hours = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        let noon = ExcelDateTime::from_ymd(2023, 7, 12).unwrap().and_hms(16, 59, 59).unwrap();
        sheet.write_with_format(0, 0, ExcelDateTime::from_ymd(2024, 2, 29).unwrap(), &date).unwrap();
        sheet.write_with_format(0, 1, &noon, &hours).unwrap();
        sheet.write(0, 2, 45_119).unwrap();
        // Excel counts 60 as 29 February 1900, a day that never was.
        sheet.write_with_format(0, 3, 60, &date).unwrap();
        sheet.write_with_format(0, 4, -1, &date).unwrap();
    });
    let row = vec![
        at(2024, 2, 29, 0, 0, 0),
        at(2023, 7, 12, 16, 59, 59),
        SheetCell::Number(45_119.0),
        SheetCell::Number(60.0),
        SheetCell::Number(-1.0),
    ];
    assert_eq!(sheet.rows, [row]);
}

#[test]
fn every_quarter_of_an_hour_of_a_day_is_itself() {
    let sheet = written(|sheet| {
        let hours = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        for quarter in 0..96_u32 {
            sheet.write_with_format(quarter, 0, 45_119.0 + f64::from(quarter) / 96.0, &hours).unwrap();
        }
    });
    for (quarter, row) in (0..96).zip(&sheet.rows) {
        assert_eq!(row[0], at(2023, 7, 12, quarter / 4, quarter % 4 * 15, 0));
    }
}

#[test]
fn a_time_without_a_date_is_the_text_that_is_shown_and_a_duration_a_number() {
    let sheet = written(|sheet| {
        let time = Format::new().set_num_format("hh:mm");
        let duration = Format::new().set_num_format("[hh]:mm");
        sheet.write_with_format(0, 0, 8.5 / 24.0, &time).unwrap();
        sheet.write_with_format(0, 1, 1.5, &duration).unwrap();
    });
    assert_eq!(sheet.rows, [vec![text("08:30"), SheetCell::Number(1.5)]]);
}

#[test]
fn a_date_of_a_workbook_that_counts_from_1904_is_the_day_that_it_shows() {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    // 45.119 counts from 1900; 1.462 days less is the same day counted from 1904.
    workbook.add_worksheet().write_with_format(0, 0, 45_119 - 1_462, &date).unwrap();
    let bytes = rewritten(&mut workbook, "<workbookPr ", "<workbookPr date1904=\"1\" ");
    assert_eq!(sheets(&bytes, &mut |_| {}).unwrap()[0].rows, [vec![at(2023, 7, 12, 0, 0, 0)]]);
}

#[test]
fn both_ways_of_saying_1904_are_understood_and_hours_stay_what_they_are() {
    let written = |said: &str| {
        let mut workbook = Workbook::new();
        let date = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        workbook.add_worksheet().write_with_format(0, 0, 43_657.5, &date).unwrap();
        let bytes = rewritten(&mut workbook, "<workbookPr ", &format!("<workbookPr {said}"));
        sheets(&bytes, &mut |_| {}).unwrap()[0].rows[0][0].clone()
    };
    assert_eq!(written("date1904=\"true\" "), at(2023, 7, 12, 12, 0, 0));
    assert_eq!(written("date1904=\"0\" "), at(2019, 7, 11, 12, 0, 0));
    assert_eq!(written("date1904=\"false\" "), at(2019, 7, 11, 12, 0, 0));
    assert_eq!(written(""), at(2019, 7, 11, 12, 0, 0));
}

#[test]
fn parts_whose_names_are_written_otherwise_are_found() {
    let ways: [fn(&str) -> String; 4] = [
        |name| name.replace('/', "\\"),
        |name| format!("/{name}"),
        |name| name.replacen('/', "\\", 1),
        |name| name.replace("xl/worksheets", "xl\\worksheets"),
    ];
    for way in ways {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write(0, 0, "Mã hồ sơ").unwrap();
        let bytes = renamed(&mut workbook, way);
        assert_eq!(
            sheets(&bytes, &mut |_| {}).unwrap()[0].rows,
            [vec![text("Mã hồ sơ")]],
            "{}",
            way("xl/workbook.xml")
        );
    }
}

#[test]
fn a_formula_is_the_value_that_was_stored_with_it() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(0, 1, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
    sheet.write(0, 2, Formula::new("=\"\"").set_result("trống")).unwrap();
    sheet.write(0, 3, "sau").unwrap();
    let bytes = rewritten(&mut workbook, "<v>trống</v>", "<v></v>");
    let row = vec![SheetCell::Number(2.0), text("ab"), SheetCell::Empty, text("sau")];
    assert_eq!(sheets(&bytes, &mut |_| {}).unwrap()[0].rows, [row]);
}

#[test]
fn a_formula_whose_result_was_not_stored_is_no_blank_and_no_zero() {
    let formula = |text: &str| SheetCell::Formula(text.to_owned());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, Formula::new("=SUM(B1:C1)").set_result("7")).unwrap();
    sheet.write(0, 1, Formula::new("=1-1").set_result("0")).unwrap();
    sheet.write(0, 2, 0).unwrap();
    // What libraries write: no value, an empty one, a text without one, and 0 with the wish to be reckoned anew.
    let read = |from: &str, to: &str, workbook: &mut Workbook| {
        sheets(&rewritten(workbook, from, to), &mut |_| {}).unwrap().remove(0).rows.remove(0)
    };
    let zero = [formula("=1-1"), SheetCell::Number(0.0)];
    for unsaved in ["", "<v></v>", "<v/>", "<v> </v>"] {
        let row = read("<v>7</v>", unsaved, &mut workbook);
        assert_eq!(row[1..], zero);
        assert_eq!(row[0], formula("=SUM(B1:C1)"));
    }
    let row = read(" fullCalcOnLoad=\"1\"", "", &mut workbook);
    assert_eq!(row, [SheetCell::Number(7.0), SheetCell::Number(0.0), SheetCell::Number(0.0)], "Excel reckoned it");
}

#[test]
fn an_error_of_the_spreadsheet_is_kept_in_its_cell_and_the_rest_of_the_row_is_read() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, error) in (1..).zip(["#REF!", "#N/A", "#DIV/0!", "#NUM!", "#NUM!"]) {
        sheet.write(0, column, Formula::new("=A9").set_result(error)).unwrap();
    }
    sheet.write(0, 0, "trước").unwrap();
    sheet.write(0, 6, "sau").unwrap();
    // Newer than the list that calamine knows.
    let bytes = rewritten(&mut workbook, "#NUM!", "#SPILL!");
    let mut row = vec![text("trước")];
    row.extend(["#REF!", "#N/A", "#DIV/0!", "#SPILL!", "#SPILL!"].map(|error| SheetCell::Error(error.to_owned())));
    row.push(text("sau"));
    assert_eq!(sheets(&bytes, &mut |_| {}).unwrap()[0].rows, [row]);
}

#[test]
fn a_blank_row_keeps_its_place_and_blank_cells_at_the_end_take_none() {
    let sheet = written(|sheet| {
        let framed = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin);
        sheet.write(1, 1, "b").unwrap();
        sheet.write_blank(1, 7, &framed).unwrap();
        sheet.write(3, 0, "d").unwrap();
        sheet.write_blank(900_000, 0, &framed).unwrap();
    });
    assert_eq!(sheet.rows, [vec![], vec![SheetCell::Empty, text("b")], vec![], vec![text("d")]]);
}

#[test]
fn merged_headings_are_said() {
    let sheet = written(|sheet| {
        let centred = Format::new();
        sheet.merge_range(0, 0, 0, 3, "Danh sách hồ sơ", &centred).unwrap();
        sheet.merge_range(1, 2, 2, 2, "Lĩnh vực", &centred).unwrap();
    });
    let areas = [Merged { from: (0, 0), to: (0, 3) }, Merged { from: (1, 2), to: (2, 2) }];
    assert_eq!(sheet.merged, areas);
    assert_eq!(sheet.rows[1], [SheetCell::Empty, SheetCell::Empty, text("Lĩnh vực")]);
}

#[test]
fn sheets_come_in_their_order_without_the_hidden_ones() {
    let mut workbook = Workbook::new();
    for (name, hidden) in [("Cấp xã", false), ("Danh mục", true), ("Cấp huyện", false)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(hidden).write(0, 0, name).unwrap();
    }
    let found = read(&mut workbook);
    let names: Vec<&str> = found.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Cấp xã", "Cấp huyện"]);
    assert_eq!(found[1].rows, [vec![text("Cấp huyện")]]);
}

#[test]
fn a_workbook_that_shows_no_sheet_is_refused() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let bytes = rewritten(&mut workbook, "sheetId=\"1\"", "sheetId=\"1\" state=\"veryHidden\"");
    assert_eq!(sheets(&bytes, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::NoSheet)));
}

#[test]
fn an_empty_sheet_has_no_rows() {
    assert_eq!(written(|_| {}).rows, [[]; 0]);
}

#[test]
fn ten_thousand_rows_are_read_with_progress_that_only_grows() {
    const ROWS: u32 = 10_000;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..ROWS {
        sheet.write(row, 0, format!("HS-{row:05}")).unwrap();
        for column in 1..5 {
            sheet.write(row, column, f64::from(row) + f64::from(column)).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let mut shares = Vec::new();
    let found = sheets(&bytes, &mut |share| shares.push(share)).unwrap();
    assert_eq!(found[0].rows.len(), 10_000);
    for (row, cells) in found[0].rows.iter().enumerate() {
        assert_eq!((cells.len(), &cells[0]), (5, &text(&format!("HS-{row:05}"))));
        assert_eq!(cells[4], SheetCell::Number(row as f64 + 4.0));
    }
    assert!(shares.len() > 40 && shares.is_sorted(), "{shares:?}");
    assert_eq!((shares.first(), shares.last()), (Some(&0.0), Some(&1.0)));
}

#[test]
fn a_table_beyond_the_last_row_is_refused_and_a_note_far_below_it_is_left_out() {
    let rows = |rows: std::ops::Range<u32>| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in rows {
            sheet.write(row, 0, 1).unwrap();
        }
        sheets(&workbook.save_to_buffer().unwrap(), &mut |_| {}).map(|mut sheets| sheets.remove(0))
    };
    assert_eq!(rows(199_999..200_000).map(|sheet| (sheet.rows.len(), sheet.left_out)), Ok((200_000, None)));
    assert_eq!(rows(199_999..200_001), Err(OpenError::TooManyRows));
    let left_out = LeftOut { cells: 1, row: 1_048_575, column: 0 };
    assert_eq!(rows(1_048_575..1_048_576).map(|sheet| (sheet.rows.len(), sheet.left_out)), Ok((0, Some(left_out))));
    assert_eq!(rows(300_000..300_300), Err(OpenError::TooManyRows), "a table of its own");
}

#[test]
fn a_table_beyond_the_last_column_is_refused_and_a_note_far_right_of_it_is_left_out() {
    let wide = |columns: std::ops::Range<u16>| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(3, 0, 1).unwrap();
        for column in columns {
            sheet.write(3, column, 1).unwrap();
        }
        sheets(&workbook.save_to_buffer().unwrap(), &mut |_| {}).map(|mut sheets| sheets.remove(0))
    };
    let read = |columns| wide(columns).map(|sheet| (sheet.rows[3].len(), sheet.left_out));
    assert_eq!(read(99..100), Ok((100, None)));
    assert_eq!(read(99..101), Err(OpenError::TooManyColumns));
    assert_eq!(read(104..105), Ok((1, Some(LeftOut { cells: 1, row: 3, column: 104 }))));
    assert_eq!(read(120..400), Err(OpenError::TooManyColumns), "a table of its own");
}

#[test]
fn cells_count_with_the_blank_ones_before_them() {
    let mut grid = Grid::with_cells(25);
    let mut put = |row, column| grid.put(row, column, SheetCell::Bool(true));
    assert_eq!((put(0, 9), put(0, 3), put(1, 9)), (Ok(()), Ok(()), Ok(())));
    assert_eq!((put(2, 5), put(2, 4)), (Err(OpenError::TooManyCells), Ok(())));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let found = sheets(&with_declared_size(&mut workbook, 4_000_000_000), &mut |_| {});
    assert!(matches!(found, Err(OpenError::Workbook(WorkbookError::Unpacks))), "{found:?}");
}

#[test]
fn a_part_that_unpacks_to_more_than_it_says_is_damaged() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..2_000 {
        sheet.write(row, 0, row).unwrap();
    }
    let found = sheets(&with_declared_size(&mut workbook, 1_000), &mut |_| {});
    assert!(matches!(found, Err(OpenError::Workbook(WorkbookError::Broken))), "{found:?}");
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    let word = archive(&[("word/document.xml", b"<w/>")]);
    for bytes in [&b""[..], b"ma,ngay\n1,2\n", b"PK\x03\x04", &word] {
        let found = sheets(bytes, &mut |_| {});
        assert!(
            matches!(found, Err(OpenError::Workbook(WorkbookError::NotAWorkbook | WorkbookError::Broken))),
            "{found:?}"
        );
    }
    assert_eq!(sheets(&word, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::NotAWorkbook)));
    let open = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<x/>")]);
    let binary = archive(&[("xl/workbook.bin", b""), ("xl/theme/theme1.xml", b"<x/>")]);
    assert_eq!(sheets(&open, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::OpenDocument)));
    assert_eq!(sheets(&binary, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::OtherKind)));
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(4_096, 0);
    assert_eq!(sheets(&old, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::OtherKind)));
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(sheets(&old, &mut |_| {}), Err(OpenError::Workbook(WorkbookError::Locked)));
}

#[test]
fn a_workbook_cut_off_anywhere_is_damaged_and_never_a_panic() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..50 {
        sheet.write(row, 0, "Đúng hạn").unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    for end in (0..bytes.len()).step_by(97) {
        assert!(sheets(&bytes[..end], &mut |_| {}).is_err(), "cut off at {end}");
    }
}
