//! Workbooks as they come from offices: sorted by a filter, swapped, half reckoned, with covers and notes.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::domain::calendar::ClockStop;
use crate::intake::protocol::{DateOrder, DossierColumn, Question};
use crate::intake::workbook;

use super::*;

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/fixtures/cases/", $name)).as_slice()
    };
}

const HEADINGS: [&str; 6] =
    ["Mã hồ sơ", "Lĩnh vực", "Ngày nhận", "Thời hạn giải quyết", "Ngày hẹn trả", "Ngày trả kết quả"];

fn opened(bytes: &[u8]) -> (Reader, Opened) {
    let sheets = workbook::sheets(bytes, &mut |_| {}).unwrap();
    Reader::open_sheets(Kind::Dossiers, sheets).unwrap()
}

fn best(opened: &Opened) -> Request {
    request(Kind::Dossiers, &opened.sheets[opened.best])
}

fn read_book(bytes: &[u8]) -> Reading {
    let (reader, opened) = opened(bytes);
    reader.read(&best(&opened))
}

/// A workbook whose first sheet has the headings of dossiers, and what is written below them.
fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

fn date(sheet: &mut Worksheet, row: u32, column: u16, (year, month, day): (u16, u8, u8)) {
    let format = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(row, column, ExcelDateTime::from_ymd(year, month, day).unwrap(), &format).unwrap();
}

fn dossiers(reading: &Reading) -> Vec<&Dossier> {
    rows(reading).iter().filter_map(|row| row.record.as_ref()).collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    dossiers(reading).iter().map(|dossier| dossier.code.as_str()).collect()
}

/// Received, appointed and returned of each dossier, as days of the year and month.
fn days(reading: &Reading) -> Vec<[Option<chrono::NaiveDate>; 3]> {
    let of = |dossier: &&Dossier| {
        [dossier.received.map(|received| received.date), dossier.appointed.is().copied(), dossier.returned]
    };
    dossiers(reading).iter().map(of).collect()
}

#[test]
fn days_and_months_that_a_spreadsheet_exchanged_are_asked_once_a_column_and_come_back_as_typed() {
    let (reader, opened) = opened(case!("days-and-months-swapped-by-us-excel/D08-swapped-by-en-US-excel.xlsx"));
    let reading = reader.read(&best(&opened));
    let typed = Reader::open_file(Kind::Dossiers, "a.csv", case!("days-and-months-swapped-by-us-excel/D08-true.csv"));
    let (typed, typed_opened) = typed.unwrap();
    let typed = typed.read(&request(Kind::Dossiers, &typed_opened.sheets[0]));
    assert_eq!(days(&reading), days(&typed));
    assert_eq!(typed.questions, []);
    let asked: Vec<(usize, DateOrder, usize)> = reading
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::Dates(dates) => Some((dates.column, dates.order, dates.cells)),
            Question::HiddenRows { .. } => None,
        })
        .collect();
    assert_eq!(asked, [(2, DateOrder::Swapped, 5), (4, DateOrder::Swapped, 3), (5, DateOrder::Swapped, 2)]);
    assert_eq!(
        reading.questions[0].sentence(Lang::Vi),
        "Cột C (Ngày nhận): bảng tính có vẻ đã đảo ngày và tháng ở 5 ô. Đọc cả cột theo cách nào?"
    );
    assert_eq!(reading.questions[0].answer(true, Lang::Vi), "Đổi lại: dòng 2, “05/4/2023” là ngày 04/5/2023");
    // A person who knows better has the days as the workbook keeps them.
    let mut kept = best(&opened);
    kept.answers.give(&reading.questions[0], false);
    let kept = reader.read(&kept);
    assert_eq!(days(&kept)[0], [Some(day(2023, 4, 5)), Some(day(2023, 5, 11)), Some(day(2023, 5, 10))]);
}

#[test]
fn formulas_without_results_are_named_cell_by_cell_and_nothing_is_read_for_them() {
    let reading = read_book(case!("formulas-without-values/D03-formulas-no-cache.xlsx"));
    assert_eq!(days(&reading)[0], [Some(day(2023, 5, 4)), None, None]);
    let named = sentences(&reading);
    assert_eq!(named.len(), 8);
    assert_eq!(
        named[0],
        "Dòng 2, cột E (Ngày hẹn trả): công thức \"=C2+7\" chưa lưu kết quả; xin mở bằng Excel, lưu lại rồi nhập lại."
    );
    // What libraries do that write 0 for every result, and for a code.
    let bytes = book(|sheet| {
        sheet.write(1, 0, Formula::new("=\"H-\"&ROW()")).unwrap();
        sheet.write(1, 4, Formula::new("=C2+7")).unwrap();
        date(sheet, 1, 2, (2023, 5, 4));
    });
    let reading = read_book(&bytes);
    let kinds: Vec<ProblemKind> = rows(&reading)[0].problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [ProblemKind::FormulaUnsaved; 2]);
    // Results that are stored are read.
    let bytes = book(|sheet| {
        sheet.write(1, 0, Formula::new("=\"H-\"&ROW()").set_result("H-2")).unwrap();
        sheet.write(1, 1, Formula::new("=\"\"").set_result("Đất đai")).unwrap();
    });
    assert_eq!(codes(&read_book(&bytes)), ["H-2"]);
}

#[test]
fn hidden_rows_are_counted_and_asked_and_left_out_until_someone_wants_them() {
    let (reader, opened) = opened(case!("rows-hidden-by-a-filter/D01-hidden-rows.xlsx"));
    let mut request = best(&opened);
    let reading = reader.read(&request);
    assert_eq!(codes(&reading), ["H-002", "H-004"]);
    assert_eq!(reading.questions, [Question::HiddenRows { rows: 4 }]);
    assert_eq!(request.answers.to(&reading.questions[0]), None, "nobody has said so yet");
    request.answers.give(&reading.questions[0], true);
    assert_eq!(codes(&reader.read(&request)).len(), 6);
    request.answers.give(&reading.questions[0], false);
    assert_eq!(codes(&reader.read(&request)), ["H-002", "H-004"]);
    // Hidden by hand; blank rows and those above the heading say nothing.
    let bytes = book(|sheet| {
        for row in 1..4 {
            sheet.write(row, 0, format!("H-{row}")).unwrap();
        }
        for row in [2, 7, 8] {
            sheet.set_row_hidden(row).unwrap();
        }
    });
    let reading = read_book(&bytes);
    assert_eq!(
        (codes(&reading), &reading.questions[..]),
        (vec!["H-1", "H-3"], [Question::HiddenRows { rows: 1 }].as_slice())
    );
}

#[test]
fn of_two_columns_with_one_meaning_the_one_that_can_be_seen_is_read() {
    let reading = read_book(case!("two-columns-for-one-thing/D01b-hidden-column.xlsx"));
    assert_eq!(days(&reading)[0], [Some(day(2023, 5, 4)), None, Some(day(2023, 5, 10))]);
    // A meaning that only a hidden column has is taken from it, and the column is marked.
    let bytes = book(|sheet| {
        sheet.write(1, 0, "H-1").unwrap();
        date(sheet, 1, 2, (2023, 5, 4));
        sheet.set_column_hidden(2).unwrap();
    });
    let (reader, opened) = opened(&bytes);
    assert!(opened.sheets[0].columns[2].is_hidden && !opened.sheets[0].columns[0].is_hidden);
    assert_eq!(days(&reader.read(&best(&opened)))[0][0], Some(day(2023, 5, 4)));
}

#[test]
fn the_list_is_found_behind_a_cover_sheet() {
    let (reader, opened) = opened(case!("cover-sheet-and-far-note/D25-cover-sheet-first.xlsx"));
    assert_eq!((opened.sheets.len(), opened.sheets[opened.best].name.as_str()), (3, "Hồ sơ"));
    assert_eq!(codes(&reader.read(&best(&opened))).len(), 4);
    // Of two lists the first; a cover with a heading of its own is no list.
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_row(0, 0, ["Đơn vị", "Lĩnh vực", "Ghi chú"]).unwrap();
    for _ in 0..2 {
        workbook.add_worksheet().write_row(0, 0, HEADINGS).unwrap();
    }
    let (_, opened) = opened_of(&mut workbook);
    assert_eq!(opened.best, 1);
    // A cover with nothing on it, one of a few words, and one longer than the list.
    let covers: [&[&str]; 3] = [&[], &["BÁO CÁO", "Quý II năm 2023"], &["Hướng dẫn"; 60]];
    for cover in covers {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, words) in (0..).zip(cover) {
            sheet.write(row, 0, *words).unwrap();
        }
        let list = workbook.add_worksheet();
        list.write_row(0, 0, HEADINGS).unwrap();
        list.write(1, 0, "H-1").unwrap();
        let (reader, opened) = opened_of(&mut workbook);
        assert_eq!(codes(&reader.read(&best(&opened))), ["H-1"], "{cover:?}");
    }
}

fn opened_of(workbook: &mut Workbook) -> (Reader, Opened) {
    opened(&workbook.save_to_buffer().unwrap())
}

#[test]
fn a_note_far_from_the_table_is_left_out_with_a_remark() {
    let (reader, opened) = opened(case!("cover-sheet-and-far-note/D11c-note-in-column-105.xlsx"));
    assert_eq!(codes(&reader.read(&best(&opened))).len(), 4);
    let note = OpenNote::LeftOut { sheet: "Hồ sơ".to_owned(), cells: 1, line: 3, column: 104 };
    assert_eq!(opened.notes, [note]);
    assert_eq!(opened.notes[0].sentence(Lang::Vi), "Trang “Hồ sơ”: không đọc 1 ô nằm xa bảng (ô đầu tiên: DA3).");
}

#[test]
fn stops_of_a_dossier_over_several_rows_are_all_kept() {
    let reading = read_book(case!("cover-sheet-and-far-note/D20-merged-two-stops.xlsx"));
    assert_eq!((codes(&reading), sentences(&reading)), (vec!["H-001", "H-002"], vec![]));
    let stop =
        |from: u32, to: u32| ClockStop { from: day(2023, 5, from), to: Some(day(2023, 5, to)), why: String::new() };
    assert_eq!(dossiers(&reading)[0].stops, [stop(5, 8), stop(9, 10)]);
    // Three rows, with reasons; a row that says another thing of the same dossier is named as a double.
    let merged = |other_field: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["Mã hồ sơ", "Lĩnh vực", "Dừng từ ngày", "Lý do dừng"]).unwrap();
        sheet.merge_range(1, 0, 3, 0, "H-1", &Format::new()).unwrap();
        for row in 1..4 {
            date(sheet, row, 2, (2023, 5, u8::try_from(row).unwrap()));
            sheet.write(row, 3, format!("lần {row}")).unwrap();
        }
        sheet.write(1, 1, "Đất đai").unwrap();
        sheet.write(3, 1, other_field).unwrap();
        sheet.write(4, 0, "H-2").unwrap();
        read_book(&workbook.save_to_buffer().unwrap())
    };
    let reading = merged("");
    assert_eq!((codes(&reading), sentences(&reading)), (vec!["H-1", "H-2"], vec![]));
    let why: Vec<&str> = dossiers(&reading)[0].stops.iter().map(|stop| stop.why.as_str()).collect();
    assert_eq!(why, ["lần 1", "lần 2", "lần 3"]);
    let reading = merged("Hộ tịch");
    assert_eq!(sentences(&reading), ["Dòng 4, cột A (Mã hồ sơ): \"H-1\" trùng mã với dòng 2."]);
}

#[test]
fn numbers_count_days_as_their_workbook_does() {
    let reading = read_book(case!("cover-sheet-and-far-note/D07b-1904-general.xlsx"));
    assert_eq!(days(&reading)[0], [day(2023, 5, 4), day(2023, 5, 11), day(2023, 5, 10)].map(Some));
    assert_eq!(sentences(&reading), Vec::<String>::new());
}

#[test]
fn moments_with_an_offset_are_the_day_in_viet_nam() {
    for bytes in [
        case!("cover-sheet-and-far-note/D15b-iso-offset.csv"),
        case!("cover-sheet-and-far-note/D15c-iso-zulu.csv"),
        "Mã hồ sơ,Ngày nhận,Ngày hẹn trả,Ngày trả kết quả\nH-1,2023-05-12T01:30Z,2023-05-19 00:00:00+0700,2023-05-18T02:00:00-05\n".as_bytes(),
        "Mã hồ sơ,Ngày nhận,Ngày hẹn trả,Ngày trả kết quả\nH-1,2023-05-11T20:00:00+01:30,2023-05-19,2023-05-18T00:00:00+07:00\n".as_bytes(),
    ] {
        let (reader, opened) = Reader::open_file(Kind::Dossiers, "a.csv", bytes).unwrap();
        let reading = reader.read(&request(Kind::Dossiers, &opened.sheets[0]));
        assert_eq!(sentences(&reading), Vec::<String>::new());
        assert_eq!(days(&reading), [[day(2023, 5, 12), day(2023, 5, 19), day(2023, 5, 18)].map(Some)]);
    }
}

#[test]
fn a_workbook_whose_parts_have_backslashes_is_read() {
    assert_eq!(codes(&read_book(case!("zip-with-backslashes/D06-backslash.xlsx"))).len(), 4);
}

#[test]
fn spreadsheets_in_opendocument_are_refused_by_name() {
    let fods = case!("cover-sheet-and-far-note/L-fods.fods");
    let refused = Reader::open_file(Kind::Dossiers, "L.fods", fods).map(|_| ());
    assert_eq!(refused, Err(OpenError::Workbook(WorkbookError::OpenDocument)));
    let ods = case!("cover-sheet-and-far-note/L-sheetjs-ods.ods");
    let refused = workbook::sheets(ods, &mut |_| {}).map(|_| ());
    assert_eq!(refused, Err(OpenError::Workbook(WorkbookError::OpenDocument)));
    assert_eq!(
        OpenError::Workbook(WorkbookError::OpenDocument).sentence(Lang::Vi),
        "Đây là bảng tính OpenDocument (.ods, .fods); xin mở bằng LibreOffice rồi lưu lại dạng .xlsx."
    );
    let xml = b"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    let refused = Reader::open_file(Kind::Dossiers, "a.xml", xml).map(|_| ());
    assert_eq!(refused, Err(OpenError::Workbook(WorkbookError::OtherKind)));
}

#[test]
fn codes_that_a_spreadsheet_damaged_are_refused() {
    for bytes in [
        case!("codes-in-scientific-notation/D10b-17-digit-numbers.xlsx"),
        case!("codes-in-scientific-notation/D10d-code-became-date.xlsx"),
    ] {
        let reading = read_book(bytes);
        assert_eq!(codes(&reading), ["", "", "", ""]);
        let wrong: Vec<Option<Target>> =
            rows(&reading).iter().flat_map(|row| row.problems.iter().map(|problem| problem.target)).collect();
        assert_eq!(wrong, [Some(Target::Dossier(DossierColumn::Code)); 4], "{:?}", sentences(&reading));
    }
    // Zeros that the format shows are part of the code.
    let bytes = book(|sheet| {
        let format = Format::new().set_num_format("000000");
        sheet.write_with_format(1, 0, 123, &format).unwrap();
        sheet.write_with_format(2, 0, 123_456_789_012_345_f64, &Format::new().set_num_format("0")).unwrap();
    });
    assert_eq!(codes(&read_book(&bytes)), ["000123", "123456789012345"]);
}

#[test]
fn who_signed_the_list_and_notes_below_its_total_are_no_dossiers() {
    let fill = |sheet: &mut Worksheet| {
        for row in 1..3 {
            sheet.write(row, 0, format!("H-{row}")).unwrap();
            date(sheet, row, 2, (2023, 5, 4));
        }
        sheet.write(3, 0, "Tổng cộng: 2 hồ sơ").unwrap();
        sheet.write(4, 0, "Số liệu đến hết tháng 5").unwrap();
        sheet.write(6, 3, "Krông Pa, ngày 10 tháng 6 năm 2023").unwrap();
        sheet.write(7, 0, "NGƯỜI LẬP BIỂU").unwrap();
        sheet.write(7, 3, "KT. CHỦ TỊCH").unwrap();
        sheet.write(8, 0, "(Ký, ghi rõ họ tên)").unwrap();
        sheet.write(11, 0, "Người thứ nhất").unwrap();
        sheet.write(11, 3, "Người thứ hai").unwrap();
    };
    let reading = read_book(&book(fill));
    assert_eq!((codes(&reading), sentences(&reading)), (vec!["H-1", "H-2"], vec![]));
    assert_eq!(reading.skipped.iter().filter(|skipped| skipped.why == SkippedWhy::Foot).count(), 5);
    // Without a total.
    let reading = read_book(&book(|sheet| {
        fill(sheet);
        sheet.write(3, 0, "").unwrap();
        sheet.write(4, 0, "").unwrap();
    }));
    assert_eq!((codes(&reading), sentences(&reading)), (vec!["H-1", "H-2"], vec![]));
    // A dossier below the total stays one, and so does one without a code.
    let reading = read_book(&book(|sheet| {
        fill(sheet);
        sheet.write(5, 0, "H-9").unwrap();
        date(sheet, 9, 2, (2023, 5, 5));
    }));
    assert!(codes(&reading).contains(&"H-9"));
    assert!(days(&reading).iter().any(|days| days[0] == Some(day(2023, 5, 5))));
}
