use crate::domain::calendar::fixture::date as day_of;
use crate::words::Lang;

use super::*;

fn calendar_days(text: &str) -> CalendarReading {
    match days_of_file("lich.csv", text.as_bytes(), &mut |_| {}) {
        Err(OpenError::Empty) => no_days(),
        read => read.unwrap(),
    }
}

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/fixtures/cases/", $name)).as_slice()
    };
}

/// The days and names of a file that is read without a problem.
fn named(bytes: &[u8]) -> Vec<(String, String)> {
    let days = days_of_file("lich.csv", bytes, &mut |_| {}).unwrap().unwrap();
    days.into_iter().map(|day| (day.date.to_string(), day.name)).collect()
}

#[test]
fn a_table_is_read_in_every_encoding_and_with_every_mark() {
    for bytes in [
        fixture!("calendar-csv-of-everyday-kinds/C01-ansi-1258.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C02-sep-line.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C03-utf16-tab.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C04-tab-utf8.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C05-headings-with-tones.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C09-comma-in-heading.csv"),
        fixture!("calendar-csv-of-everyday-kinds/C10-cr-only.csv"),
    ] {
        let expected = [("2027-03-08", "Nghỉ theo quyết định tỉnh, đợt 1"), ("2027-03-09", "Nghỉ bão")];
        assert_eq!(named(bytes), expected.map(|(date, name)| (date.to_owned(), name.to_owned())));
    }
}

#[test]
fn dates_are_read_as_everywhere() {
    let days = |bytes: &[u8]| named(bytes).into_iter().map(|(date, _)| date).collect::<Vec<_>>();
    assert_eq!(days(fixture!("calendar-csv-of-everyday-kinds/C06-excel-vn-dates.csv")), ["2027-03-08", "2027-03-09"]);
    assert_eq!(days(fixture!("calendar-csv-of-everyday-kinds/C12-dash-dmy.csv")), ["2027-03-08"]);
    let others = "STT|Ngày nghỉ (dương lịch)|Loại ngày|Nội dung\n1|ngày 08 tháng 3 năm 2027|Nghỉ lễ|A\n\
        2|Thứ Ba, 9.3.2027|NGHI_LE|B\n3|46458|nghỉ bù|C\n";
    assert_eq!(days(others.as_bytes()), ["2027-03-08", "2027-03-09", "2027-03-12"]);
}

#[test]
fn cells_that_moved_are_named() {
    assert_eq!(problems("2024-09-02,,nghi_le,Quốc khánh, đợt 1,,luat\n"), [(2, None, CsvFault::MoreCells)]);
}

const HEAD: &str = "ngay,thu,loai,ten,can_cu,muc_xac_minh\n";

fn problems(rows: &str) -> Vec<(usize, Option<usize>, CsvFault)> {
    let problems = calendar_days(&format!("{HEAD}{rows}")).unwrap_err();
    problems.into_iter().map(|CsvProblem { line, column, what }| (line, column, what)).collect()
}

#[test]
fn columns_go_by_their_headings_and_dates_may_be_written_the_vietnamese_way() {
    let days =
        calendar_days("Ten;NGAY;loai\nQuốc khánh; 2/9/2024 ;nghi_le\n;;\n\"Nghỉ, \"\"bù\"\"\";03/9/2024;nghi_bu")
            .unwrap();
    let found: Vec<_> = days.iter().map(|day| (day.date, day.kind, day.name.as_str(), day.certainty)).collect();
    assert_eq!(
        found,
        [
            (day_of("2/9/2024"), DayKind::Holiday, "Quốc khánh", Certainty::User),
            (day_of("3/9/2024"), DayKind::InLieu, "Nghỉ, \"bù\"", Certainty::User),
        ]
    );
}

#[test]
fn every_problem_is_named_with_its_line_and_column() {
    let rows = "31/02/2024,,nghi_le,A,,\n\
        2024-13-01,,nghi_le,A,,\n\
        12/7/23,,nghi_le,A,,\n\
        2024-09-02,,nghi,A,,\n\
        2024-09-02,,nghi_le,\"Quốc\nkhánh\",,chac\n\
        2024-09-02,,nghi_le,,,\n\
        2024-09-02,,lam_bu,A,,\n\
        2024-09-01,,nghi_bu,A,,\n\
        2061-09-01,,nghi_le,A,,\n\
        2024-09-02,,nghi_le,A,,\n\
        2024-09-02,,nghi_le,B,,\n";
    let not_a_date = |text: &str| CsvFault::NotADate(text.to_owned());
    assert_eq!(
        problems(rows),
        [
            (2, Some(0), not_a_date("31/02/2024")),
            (3, Some(0), not_a_date("2024-13-01")),
            (4, Some(0), not_a_date("12/7/23")),
            (5, Some(2), CsvFault::UnknownKind("nghi".to_owned())),
            (6, Some(5), CsvFault::UnknownCertainty("chac".to_owned())),
            (7, Some(3), CsvFault::Day(DayProblem::NoName)),
            (8, Some(2), CsvFault::Day(DayProblem::MakeUpOnWeekday)),
            (9, Some(2), CsvFault::Day(DayProblem::OffOnWeekend)),
            (10, Some(0), CsvFault::Day(DayProblem::YearOutOfRange)),
            (12, Some(0), CsvFault::SameDate(11)),
        ]
    );
}

#[test]
fn a_file_that_is_no_table_of_days_says_so() {
    assert_eq!(problems(""), [(1, None, CsvFault::NoDays)]);
    assert_eq!(problems("2024-09-02,,nghi_le,\"A,,\n2024-09-03"), [(2, None, CsvFault::OpenQuote)]);
    let whole = |text: &str| calendar_days(text).unwrap_err().remove(0).what;
    assert_eq!(whole(""), CsvFault::NoDays);
    assert_eq!(whole("a,b\n1,2"), CsvFault::NoColumn("ngay".to_owned()));
    assert_eq!(whole("ngay,loai\n1,2"), CsvFault::NoColumn("ten".to_owned()));
    assert_eq!(whole("ngay,loai,ten,ngay\n1,2,3,4"), CsvFault::ColumnTwice("ngay".to_owned()));
    let many = "x,,y,z,,\n".repeat(500);
    assert_eq!(problems(&many).len(), MOST_PROBLEMS);
}

#[test]
fn a_problem_reads_as_one_sentence() {
    let problem = CsvProblem { line: 7, column: Some(2), what: CsvFault::UnknownKind("nghi".to_owned()) };
    let sentence = problem.sentence(Lang::Vi);
    assert!(
        sentence.starts_with("Dòng 7, cột C: ") && sentence.contains("“nghi”") && sentence.ends_with('.'),
        "{sentence}"
    );
}
