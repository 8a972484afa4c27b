use crate::domain::calendar::Term;
use crate::domain::fixture::day;
use crate::domain::procedure::OnlineLevel;
use crate::domain::supervision::Level;
use crate::intake::protocol::{Answers, Kind, Reading, Request, RowReading, Rows, template_csv};
use crate::intake::reader::Reader;

use super::*;

fn read(text: &str, options: Options) -> Reading {
    let (reader, opened) = Reader::open_file(Kind::Procedures, "danh-muc.csv", text.as_bytes()).unwrap();
    let sheet = &opened.sheets[0];
    let matching = sheet.matching.clone();
    reader.read(&Request {
        kind: Kind::Procedures,
        sheet: 0,
        heading: sheet.heading,
        matching,
        options,
        answers: Answers::default(),
    })
}

fn rows(reading: &Reading) -> &[RowReading<Procedure>] {
    match &reading.rows {
        Rows::Procedures(rows) => rows,
        Rows::Dossiers(_) => &[],
    }
}

#[test]
fn a_row_of_the_template_is_a_procedure() {
    let text = format!(
        "{}1.003003,Đăng ký đất đai lần đầu,Đất đai,Cấp xã,1234/QĐ-UBND,05/6/2024,30 ngày,,,\"Phí: 100.000 đồng, có thể \
         miễn\",Toàn trình,01/7/2024,30/6/2025\r\n",
        template_csv(Kind::Procedures)
    );
    let reading = read(&text, Options::default());
    let procedure = Procedure {
        code: "1.003003".to_owned(),
        name: "Đăng ký đất đai lần đầu".to_owned(),
        field: "Đất đai".to_owned(),
        level: Level::Commune,
        other_levels: Vec::new(),
        decision: Decision { number: "1234/QĐ-UBND".to_owned(), date: Some(day(2024, 6, 5)) },
        term: Some(Term::calendar_days(30).unwrap()),
        fee: Some("Phí: 100.000 đồng, có thể miễn".to_owned()),
        online_level: Some(OnlineLevel::Whole),
        valid_from: day(2024, 7, 1),
        valid_to: Some(day(2025, 6, 30)),
    };
    assert_eq!(rows(&reading)[0].record, Some(procedure));
    assert!(rows(&reading)[0].problems.is_empty() && reading.missing.is_empty());
}

#[test]
fn what_a_list_says_once_for_all_is_taken_from_the_options() {
    let text = "Mã TTHC;Tên TTHC;Quyết định công bố\n1.003003;Đăng ký;1234/QĐ-UBND ngày 05/6/2024\n";
    let lacking = read(text, Options::default());
    assert_eq!(rows(&lacking)[0].record, None);
    let blank: Vec<Option<Target>> = rows(&lacking)[0].problems.iter().map(|problem| problem.target).collect();
    assert_eq!(blank, [Some(at(ProcedureColumn::Level)), Some(at(ProcedureColumn::ValidFrom))]);
    let options = Options { level: Some(Level::Commune), valid_from: Some(day(2024, 7, 1)), ..Options::default() };
    let told = read(text, options);
    let procedure = rows(&told)[0].record.as_ref().unwrap();
    assert_eq!(procedure.decision, Decision { number: "1234/QĐ-UBND".to_owned(), date: Some(day(2024, 6, 5)) });
    assert_eq!((procedure.level, procedure.valid_from), (Level::Commune, day(2024, 7, 1)));
}

#[test]
fn one_code_may_come_twice_but_not_for_one_day() {
    let text = "Mã TTHC;Tên TTHC;Cấp;Hiệu lực từ ngày;Hiệu lực đến ngày\n\
        1.003003;A;xã;01/7/2024;31/12/2024\n\
        1.003003;A mới;xã;01/01/2025;\n\
        1.003003;A lặp;xã;01/6/2025;\n\
        2.000980;B;sao;01/7/2024;\n\
        2.000981;C;xã;01/7/2024;01/6/2024\n";
    let reading = read(text, Options::default());
    let problems: Vec<(usize, ProblemKind)> =
        rows(&reading).iter().flat_map(|row| row.problems.iter().map(|problem| (row.line, problem.kind))).collect();
    assert_eq!(
        problems,
        [
            (4, ProblemKind::DuplicateCode { first: 3 }),
            (5, ProblemKind::UnknownWord),
            (6, ProblemKind::EndsBeforeItBegins)
        ]
    );
    assert_eq!(rows(&reading).iter().filter(|row| row.record.is_some()).count(), 4);
}
