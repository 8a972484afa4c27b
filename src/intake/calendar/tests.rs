use crate::domain::calendar::fixture::date as day_of;

use super::*;

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
            (2, Some(1), not_a_date("31/02/2024")),
            (3, Some(1), not_a_date("2024-13-01")),
            (4, Some(1), not_a_date("12/7/23")),
            (5, Some(3), CsvFault::UnknownKind("nghi".to_owned())),
            (6, Some(6), CsvFault::UnknownCertainty("chac".to_owned())),
            // The line before it is written on two.
            (8, Some(4), CsvFault::Day(DayProblem::NoName)),
            (9, Some(3), CsvFault::Day(DayProblem::MakeUpOnWeekday)),
            (10, Some(3), CsvFault::Day(DayProblem::OffOnWeekend)),
            (11, Some(1), CsvFault::Day(DayProblem::YearOutOfRange)),
            (13, Some(1), CsvFault::SameDate(12)),
        ]
    );
}

#[test]
fn a_file_that_is_no_table_of_days_says_so() {
    assert_eq!(problems(""), [(1, None, CsvFault::NoDays)]);
    assert_eq!(problems("2024-09-02,,nghi_le,\"A,,\n2024-09-03"), [(2, None, CsvFault::OpenQuote)]);
    let whole = |text: &str| calendar_days(text).unwrap_err().remove(0).what;
    assert_eq!(whole(""), CsvFault::NoDays);
    assert_eq!(whole("a,b\n1,2"), CsvFault::NoColumn("ngay"));
    assert_eq!(whole("ngay,loai\n1,2"), CsvFault::NoColumn("ten"));
    assert_eq!(whole("ngay,loai,ten,ngay\n1,2,3,4"), CsvFault::ColumnTwice("ngay"));
    let many = "x,,y,z,,\n".repeat(500);
    assert_eq!(problems(&many).len(), MOST_PROBLEMS);
}

#[test]
fn a_problem_reads_as_one_sentence() {
    let problem = CsvProblem { line: 7, column: Some(3), what: CsvFault::UnknownKind("nghi".to_owned()) };
    let sentence = problem.sentence(Lang::Vi);
    assert!(
        sentence.starts_with("Dòng 7, cột 3: ") && sentence.contains("“nghi”") && sentence.ends_with('.'),
        "{sentence}"
    );
}
