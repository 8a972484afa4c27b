use chrono::NaiveDateTime;

use crate::domain::dossier::{Dossier, Seen};
use crate::domain::fixture::day;
use crate::intake::Merged;
use crate::intake::protocol::{Answers, Encoding, NoteKind, Options, ProblemKind, RowReading, Skipped, SkippedWhy};
use crate::words::Lang;

use super::*;

mod books;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/nhap/", $name)).as_slice()
    };
}

fn request(kind: Kind, sheet: &SheetInfo) -> Request {
    let (heading, matching) = (sheet.heading, sheet.matching.clone());
    Request { kind, sheet: sheet.index, heading, matching, options: Options::default(), answers: Answers::default() }
}

fn read(bytes: &[u8]) -> (Opened, Reading) {
    let (reader, opened) = Reader::open_file(Kind::Dossiers, "ho-so.csv", bytes).unwrap();
    let reading = reader.read(&request(Kind::Dossiers, &opened.sheets[0]));
    (opened, reading)
}

fn rows(reading: &Reading) -> &[RowReading<Dossier>] {
    match &reading.rows {
        Rows::Dossiers(rows) => rows,
        Rows::Procedures(_) => &[],
    }
}

fn sentences(reading: &Reading) -> Vec<String> {
    let row = |row: &RowReading<Dossier>| {
        let line = row.line;
        row.problems.iter().map(|problem| problem.sentence(line, Lang::Vi)).collect::<Vec<_>>()
    };
    rows(reading).iter().flat_map(row).collect()
}

#[test]
fn one_table_in_three_encodings_is_the_same_three_times() {
    let files = [
        (fixture!("windows-1258.csv"), Encoding::Windows1258, 1),
        (fixture!("utf-16-le-bom.csv"), Encoding::Utf16Le, 0),
        (fixture!("utf-16-khong-bom.txt"), Encoding::Utf16Le, 1),
    ];
    for (bytes, encoding, notes) in files {
        let (opened, reading) = read(bytes);
        assert_eq!((opened.encoding, opened.notes.len()), (Some(encoding), notes));
        let found: Vec<&Dossier> = rows(&reading).iter().filter_map(|row| row.record.as_ref()).collect();
        assert_eq!(found[0].field, "Đất đai");
        assert_eq!(found[0].appointed, Seen::Is(day(2023, 3, 20)));
        assert_eq!(found[1].appointed, Seen::Absent);
        assert_eq!(sentences(&reading), Vec::<String>::new());
    }
}

#[test]
fn merged_headings_titles_sections_and_totals_are_told_from_rows() {
    let (opened, reading) = read(fixture!("tieu-de-gop.csv"));
    assert_eq!(opened.sheets[0].heading, Some(HeadingRows { first: 3, last: 4 }));
    let codes: Vec<(usize, &str)> = rows(&reading)
        .iter()
        .filter_map(|row| row.record.as_ref().map(|dossier| (row.line, dossier.code.as_str())))
        .collect();
    assert_eq!(codes, [(8, "H21-01"), (9, "H21-02"), (12, "H21-03")]);
    let first = rows(&reading)[0].record.as_ref().unwrap().letter().unwrap();
    assert_eq!(
        (first.number.as_str(), first.date, &first.reason),
        ("12/PXL", Some(day(2023, 3, 10)), &Seen::Is("chờ xác minh".to_owned()))
    );
    assert_eq!(rows(&reading)[1].record.as_ref().unwrap().apology, Seen::Absent);
    assert_eq!(rows(&reading)[2].record.as_ref().unwrap().apology, Seen::NotLookedAt);
    let skipped =
        [(6, SkippedWhy::Heading), (7, SkippedWhy::Section), (11, SkippedWhy::Heading), (13, SkippedWhy::Total)];
    assert_eq!(reading.skipped, skipped.map(|(line, why)| Skipped { line, why }));
    assert_eq!(reading.blank, 1);
    assert_eq!(sentences(&reading), Vec::<String>::new());
}

#[test]
fn each_bad_date_is_named_with_its_line_and_column() {
    let (_, reading) = read(fixture!("ngay-sai.csv"));
    assert_eq!(
        sentences(&reading),
        [
            "Dòng 2, cột B (Ngày nhận): \"31/02/2024\" không phải là ngày có thật.",
            "Dòng 3, cột B (Ngày nhận): \"2024-13-01\" có tháng không nằm trong khoảng 1 đến 12.",
            "Dòng 4, cột B (Ngày nhận): \"12/7/23\" ghi năm bằng hai chữ số; ghi đủ bốn chữ số.",
            "Dòng 5, cột D (Ngày trả kết quả): \"2\" là một số, không phải là ngày.",
            "Dòng 6, cột B (Ngày nhận): \"1/2/1824\" không nằm trong các năm 1900 đến 2199.",
            "Dòng 6, cột C (Ngày hẹn trả): \"#REF!\" là lỗi của bảng tính.",
            "Dòng 6, cột D (Ngày trả kết quả): \"########\" là lỗi của bảng tính.",
            "Dòng 7, cột C (Ngày hẹn trả): \"tháng 3/2024\" không phải là ngày; ghi như 05/3/2024.",
            "Dòng 7, cột D (Ngày trả kết quả): \"hôm qua\" không phải là ngày; ghi như 05/3/2024.",
            "Dòng 9, cột B (Ngày nhận): \"13/25/2024\" có tháng không nằm trong khoảng 1 đến 12.",
            "Dòng 9, cột C (Ngày hẹn trả): \"0/5/2024\" không phải là ngày có thật.",
            "Dòng 9, cột D (Ngày trả kết quả): \"20240131\" là một số, không phải là ngày.",
            "Dòng 10, cột A (Mã hồ sơ): \"H01\" trùng mã với dòng 2.",
        ]
    );
    let all = rows(&reading);
    assert_eq!(all.len(), 9);
    let second = all[1].record.as_ref().unwrap();
    assert_eq!((second.received, second.appointed.is()), (None, Some(&day(2024, 3, 5))));
    let notes: Vec<String> = all[3].notes.iter().map(|note| note.sentence(5, Lang::Vi)).collect();
    assert_eq!(
        notes,
        [
            "Dòng 5, cột B (Ngày nhận): số thứ tự ngày của bảng tính, được đọc là 01/01/2024.",
            "Dòng 5, cột C (Ngày hẹn trả): số thứ tự ngày của bảng tính, được đọc là 09/01/2024.",
        ]
    );
    assert_eq!(all[6].record.as_ref().unwrap().received.unwrap().date, day(2018, 4, 2));
    assert_eq!(all[8].record.as_ref().unwrap().returned, Some(day(2024, 3, 12)));
}

#[test]
fn lines_are_counted_as_the_spreadsheet_shows_them() {
    let (_, reading) = read(fixture!("cham-phay.csv"));
    let first = rows(&reading)[0].record.as_ref().unwrap().letter().unwrap();
    assert_eq!(first.reason, Seen::Is("Chờ \"ý kiến\"; thuế\nchưa trả lời".to_owned()));
    assert_eq!(first.signed_by, "Giám đốc");
    // The second row spans two lines of the file, and the third is blank.
    assert_eq!(sentences(&reading), ["Dòng 4, cột B (Ngày nhận): \"32/3/2023\" không phải là ngày có thật."]);
    assert_eq!(reading.blank, 1);
}

#[test]
fn cells_that_moved_are_named_and_a_table_of_them_is_refused() {
    let refused = Reader::open_file(Kind::Dossiers, "lech-cot.csv", fixture!("lech-cot.csv"));
    assert_eq!(refused.map(|_| ()), Err(OpenError::Ragged { line: 2 }));
    let (_, reading) =
        read("Mã hồ sơ,Thủ tục,Ngày nhận\nH01,a,06/3/2023\nH02,b,c,07/3/2023\nH03,d,08/3/2023\n".as_bytes());
    let kinds: Vec<(usize, ProblemKind)> =
        rows(&reading).iter().flat_map(|row| row.problems.iter().map(|problem| (row.line, problem.kind))).collect();
    assert_eq!(kinds, [(3, ProblemKind::MoreCellsThanHeading), (3, ProblemKind::NotADate)]);
    assert_eq!(rows(&reading).len(), 3);
}

#[test]
fn what_is_pasted_may_come_without_a_heading() {
    let (reader, opened) = Reader::open_pasted(Kind::Dossiers, "H01\t06/3/2023\nH02\t\"07/3\n/2023\"\n").unwrap();
    let sheet = &opened.sheets[0];
    assert_eq!((sheet.heading, opened.encoding, &sheet.matching), (None, None, &vec![None, None]));
    let target = |column| Some(Target::Dossier(column));
    use crate::intake::protocol::DossierColumn as C;
    let matching = vec![target(C::Code), target(C::Received)];
    let reading = reader.read(&Request { matching, ..request(Kind::Dossiers, sheet) });
    let received: Vec<_> =
        rows(&reading).iter().map(|row| row.record.as_ref().unwrap().received.unwrap().date).collect();
    assert_eq!(received, [day(2023, 3, 6), day(2023, 3, 7)]);
    assert_eq!(rows(&reading)[0].line, 1);
}

#[test]
fn a_workbook_keeps_its_dates_numbers_and_merged_cells() {
    let text = |text: &str| SheetCell::Text(text.to_owned());
    let moment: NaiveDateTime = day(2023, 3, 6).and_hms_opt(8, 30, 0).unwrap();
    let sheet = Sheet {
        name: "Tháng 3".to_owned(),
        rows: vec![
            vec![text("Lĩnh vực"), text("Mã hồ sơ"), text("Ngày nhận"), text("Thời hạn"), text("Ngày hẹn trả")],
            vec![
                text("Đất đai"),
                SheetCell::Number(123.0),
                SheetCell::Moment(moment),
                SheetCell::Number(10.0),
                SheetCell::Error("#N/A".to_owned()),
            ],
            vec![
                SheetCell::Empty,
                text("H02"),
                SheetCell::Number(44_991.0),
                text("ba ngày"),
                SheetCell::Empty,
                text("bên lề"),
            ],
            vec![text("Ghi chú chung"), SheetCell::Empty, SheetCell::Empty, SheetCell::Empty],
            vec![SheetCell::Empty, text(" ")],
        ],
        merged: vec![Merged { from: (1, 0), to: (2, 0) }, Merged { from: (3, 0), to: (3, 4) }],
        ..Sheet::default()
    };
    let (reader, opened) = Reader::open_sheets(Kind::Dossiers, vec![Sheet::default(), sheet]).unwrap();
    assert_eq!((opened.sheets.len(), opened.sheets[0].index, opened.sheets[0].rows), (1, 1, 4));
    let reading = reader.read(&request(Kind::Dossiers, &opened.sheets[0]));
    let all = rows(&reading);
    let (first, second) = (all[0].record.as_ref().unwrap(), all[1].record.as_ref().unwrap());
    assert_eq!((first.code.as_str(), second.field.as_str()), ("123", "Đất đai"));
    assert_eq!(first.received.unwrap().time, Some(moment.time()));
    assert_eq!(all[0].notes[0].kind, NoteKind::NumberAsCode("123".to_owned()));
    assert_eq!(second.received.unwrap().date, day(2023, 3, 6));
    assert_eq!(
        sentences(&reading),
        [
            "Dòng 2, cột E (Ngày hẹn trả): \"#N/A\" là lỗi của bảng tính.",
            "Dòng 3, cột D (Thời hạn giải quyết): \"ba ngày\" không rõ thời hạn; ghi như “10 ngày làm việc”, “8 giờ làm \
             việc”, “trong ngày”.",
        ]
    );
    assert_eq!(reading.skipped, [Skipped { line: 4, why: SkippedWhy::Section }]);
}

#[test]
fn the_heading_may_be_pointed_to_and_a_code_may_lack() {
    let bytes = "x;y\nMã hồ sơ;Ngày nhận\n;06/3/2023\n".as_bytes();
    let (reader, _) = Reader::open_file(Kind::Dossiers, "a.csv", bytes).unwrap();
    let info = reader.describe(Kind::Dossiers, 0, Some(HeadingRows { first: 1, last: 1 })).unwrap();
    let reading = reader.read(&request(Kind::Dossiers, &info));
    assert_eq!(sentences(&reading), ["Dòng 3, cột A (Mã hồ sơ): còn trống."]);
    let mut blind = request(Kind::Dossiers, &info);
    blind.matching[0] = None;
    let reading = reader.read(&blind);
    assert_eq!(reading.missing, [Target::Dossier(crate::intake::protocol::DossierColumn::Code)]);
    assert_eq!(reader.describe(Kind::Dossiers, 7, None), None);
    blind.sheet = 7;
    assert!(rows(&reader.read(&blind)).is_empty());
}

#[test]
fn a_workbook_and_an_empty_one_are_refused_by_name() {
    let error = |bytes: &[u8]| Reader::open_file(Kind::Dossiers, "a", bytes).map(|_| ());
    assert_eq!(error(b"PK\x03\x04"), Err(OpenError::Workbook(WorkbookError::OtherKind)));
    assert_eq!(error(b";;\n;;\n"), Err(OpenError::Empty));
    assert_eq!(Reader::open_sheets(Kind::Dossiers, vec![]).map(|_| ()), Err(OpenError::Empty));
    let old = Sheet {
        rows: vec![vec![SheetCell::Text("Ngµy nhËn hå s¬, ngµy tr¶ kÕt qu¶".to_owned())]],
        ..Sheet::default()
    };
    assert_eq!(Reader::open_sheets(Kind::Dossiers, vec![old]).map(|_| ()), Err(OpenError::OldFontTcvn3));
}
