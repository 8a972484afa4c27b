//! Tables as people send them, each kind with inputs from practice: what is read, what is refused and what is remarked.

use crate::domain::calendar::Term;
use crate::domain::dossier::{Dossier, Seen, State};
use crate::domain::fixture::day;
use crate::domain::procedure::Procedure;
use crate::domain::supervision::Level;
use crate::words::Lang;

use super::protocol::{
    Kind, NoteKind, OpenError, OpenNote, Opened, Options, ProblemKind, Reading, Request, RowReading, Rows,
};
use super::reader::Reader;
use super::workbook;

mod mutated_tests;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/fixtures/cases/", $name)).as_slice()
    };
}

fn request(kind: Kind, opened: &Opened, options: Options) -> Request {
    let sheet = &opened.sheets[0];
    Request {
        kind,
        sheet: sheet.index,
        heading: sheet.heading,
        matching: sheet.matching.clone(),
        options,
        answers: Default::default(),
    }
}

fn read_as(kind: Kind, bytes: &[u8], options: Options) -> (Opened, Reading) {
    let (reader, opened) = match Reader::open_file(kind, "bang.csv", bytes) {
        Err(OpenError::Workbook(_)) => {
            Reader::open_sheets(kind, workbook::sheets(bytes, &mut |_| {}).unwrap()).unwrap()
        }
        opened => opened.unwrap(),
    };
    let reading = reader.read(&request(kind, &opened, options));
    (opened, reading)
}

fn read(bytes: &[u8]) -> (Opened, Reading) {
    read_as(Kind::Dossiers, bytes, Options::default())
}

fn rows(reading: &Reading) -> &[RowReading<Dossier>] {
    match &reading.rows {
        Rows::Dossiers(rows) => rows,
        Rows::Procedures(_) => panic!("procedures"),
    }
}

fn procedures(reading: &Reading) -> &[RowReading<Procedure>] {
    match &reading.rows {
        Rows::Procedures(rows) => rows,
        Rows::Dossiers(_) => panic!("dossiers"),
    }
}

fn dossier(row: &RowReading<Dossier>) -> &Dossier {
    row.record.as_ref().unwrap()
}

/// What is wrong with the first row of a text.
fn problem(text: &str) -> Option<ProblemKind> {
    let (_, reading) = read(text.as_bytes());
    rows(&reading)[0].problems.first().map(|problem| problem.kind)
}

#[test]
fn no_term_of_the_portal_is_guessed() {
    let (_, reading) = read(fixture!("term-words-not-understood/D27-portal-terms.csv"));
    let working = |days| Term::working_days(days).ok();
    let days = |days| Term::calendar_days(days).ok();
    let same_day = |hour: Option<u32>| {
        let cut_off = hour.and_then(|hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0));
        Some(Term::SameDay { cut_off })
    };
    let expected = [
        working(20),
        days(15),
        Term::working_hours(8).ok(),
        Term::months(3).ok(),
        None,
        None,
        None,
        None,
        working(3),
        days(15),
        working(5),
        same_day(None),
        same_day(Some(15)),
        Term::months(12).ok(),
        None,
        None,
        None,
        days(14),
    ];
    let found: Vec<Option<Term>> = rows(&reading).iter().map(|row| dossier(row).term).collect();
    assert_eq!(found, expected);
    for row in rows(&reading) {
        let is_told = !row.problems.is_empty() || !row.notes.is_empty();
        assert!(dossier(row).term.is_some() || is_told, "line {}: a term that is not read is told", row.line);
    }
}

#[test]
fn a_term_of_unknown_words_is_told_and_has_no_due_date() {
    let (_, reading) = read(fixture!("term-words-not-understood/D33-term-spellings.csv"));
    let unread = [3, 6, 10, 12, 13, 16, 19, 23, 24, 25];
    for row in rows(&reading) {
        let number = row.line - 1;
        assert_eq!(dossier(row).term.is_none(), unread.contains(&number), "H-{number:03}");
        assert_eq!(row.problems.is_empty(), !unread.contains(&number), "H-{number:03}");
    }
    let noted = |number: usize| rows(&reading)[number - 1].notes.first().map(|note| note.kind.clone());
    let working = Term::working_days(10).unwrap();
    assert_eq!(noted(11), Some(NoteKind::TermReadAs(working)));
    assert_eq!(noted(20), Some(NoteKind::HoursAsWorking));
    let (_, reading) = read(fixture!("term-words-not-understood/D32b-cells-lost.csv"));
    assert!(rows(&reading).iter().all(|row| row.problems[0].kind == ProblemKind::LettersLost));
}

#[test]
fn bare_terms_are_noted_and_one_answer_reads_them_all() {
    let bytes = fixture!("term-words-not-understood/D30-bare-terms.csv");
    let (opened, reading) = read(bytes);
    let bare = |reading: &Reading| {
        let notes = rows(reading).iter().flat_map(|row| &row.notes);
        notes.filter(|note| note.kind == NoteKind::BareTerm).count()
    };
    assert_eq!((bare(&reading), dossier(&rows(&reading)[0]).term), (2, Term::working_days(5).ok()));
    let (reader, _) = Reader::open_file(Kind::Dossiers, "a.csv", bytes).unwrap();
    let options = Options { term_unit: Some(super::protocol::TermUnit::CalendarDays), ..Options::default() };
    let answered = reader.read(&request(Kind::Dossiers, &opened, options));
    assert_eq!((bare(&answered), dossier(&rows(&answered)[1]).term), (0, Term::calendar_days(30).ok()));
    // A heading that names the unit asks nothing.
    let (_, named) = read("Mã hồ sơ;Thời hạn (ngày làm việc)\nH01;5\n".as_bytes());
    assert_eq!(bare(&named), 0);
}

#[test]
fn a_damaged_code_is_refused_with_why() {
    let (_, reading) = read(fixture!("codes-in-scientific-notation/D10-scientific-codes.csv"));
    for row in rows(&reading) {
        assert_eq!((row.problems[0].kind, dossier(row).code.as_str()), (ProblemKind::CodeInExponents, ""));
    }
    let (_, reading) = read(fixture!("codes-in-scientific-notation/D10b-17-digit-numbers.xlsx"));
    assert!(rows(&reading).iter().all(|row| row.problems[0].kind == ProblemKind::CodeInExponents));
    let (_, reading) = read(fixture!("codes-in-scientific-notation/D10d-code-became-date.xlsx"));
    assert!(rows(&reading).iter().all(|row| row.problems[0].kind == ProblemKind::CodeBecameDate));
    for (code, kind) in [
        ("2,02E+16", Some(ProblemKind::CodeInExponents)),
        ("2E+15", Some(ProblemKind::CodeInExponents)),
        ("20230512000123400", Some(ProblemKind::CodeCut)),
        ("2023051200012300000", Some(ProblemKind::CodeCut)),
        ("20230512000123456", None),
        ("01/5/2023", Some(ProblemKind::CodeBecameDate)),
        ("1-May-23", Some(ProblemKind::CodeBecameDate)),
        ("05-thg 1", Some(ProblemKind::CodeBecameDate)),
        ("May-23", Some(ProblemKind::CodeBecameDate)),
        ("000.00.01.H11-240501-0001", None),
        ("12E05", None),
        ("H21.1", None),
    ] {
        assert_eq!(problem(&format!("Mã hồ sơ;Lĩnh vực\n{code};Đất đai\n")), kind, "{code}");
    }
}

#[test]
fn letters_that_nobody_sees_are_taken_out_of_codes() {
    let (_, reading) = read(
        "Mã hồ sơ;Lĩnh vực\nH\u{200b}-001;A\nH\u{ad}-002\u{feff};A\nH\u{a0}003;A\n=\"0004\";A\n'=5;A\nH-6;A\n"
            .as_bytes(),
    );
    let codes: Vec<&str> = rows(&reading).iter().map(|row| dossier(row).code.as_str()).collect();
    assert_eq!(codes, ["H-001", "H-002", "H 003", "0004", "=5", "H-6"]);
    let noted: Vec<bool> =
        rows(&reading).iter().map(|row| row.notes.iter().any(|note| note.kind == NoteKind::InvisibleTaken)).collect();
    assert_eq!(noted, [true, true, true, false, false, false]);
    let (_, cut) = read("Mã hồ sơ;Lĩnh vực\n2023051200012340;A\n".as_bytes());
    assert_eq!(rows(&cut)[0].notes[0].kind, NoteKind::CodeMayBeCut);
}

#[test]
fn a_procedure_code_gets_its_zeros_back() {
    let options = Options { level: Some(Level::Commune), valid_from: Some(day(2024, 7, 1)), ..Options::default() };
    let text = "Mã TTHC;Tên TTHC\n2.00098;A\n1,00003;B\n1.003003;C\n1.12;D\n";
    let (_, reading) = read_as(Kind::Procedures, text.as_bytes(), options);
    let codes: Vec<&str> = procedures(&reading).iter().map(|row| row.record.as_ref().unwrap().code.as_str()).collect();
    assert_eq!(codes, ["2.000980", "1.000030", "1.003003", "1.12"]);
    assert_eq!(procedures(&reading)[0].notes[0].kind, NoteKind::NumberAsCode("2.000980".to_owned()));
}

#[test]
fn control_characters_are_taken_out_with_their_place() {
    let (opened, reading) = read(fixture!("control-characters-from-word/D12-word-hyphens.csv"));
    assert_eq!(opened.notes, [OpenNote::ControlsTaken { line: 2, column: 1, more: 0 }]);
    assert_eq!(dossier(&rows(&reading)[0]).field, "Đất-đai");
    assert_eq!(opened.notes[0].sentence(Lang::Vi), "Dòng 2, cột B: đã bỏ ký tự điều khiển không đọc được.");
    let (opened, reading) = read(fixture!("control-characters-from-word/D12b-ctrl-z-at-end.csv"));
    assert_eq!(opened.notes, [OpenNote::ControlsTaken { line: 3, column: 0, more: 0 }]);
    assert_eq!(rows(&reading).len(), 1);
    for (text, code) in [
        ("Mã hồ sơ;Lĩnh vực\nH21\u{1e}0001;Đất đai của xã\n", "H21-0001"),
        ("Mã hồ sơ;Lĩnh vực\nH21\u{1f}0001;Đất đai của xã\n", "H210001"),
        ("Mã hồ sơ;Lĩnh vực\nH21-0001\0;Đất đai của xã\n", "H21-0001"),
        ("Mã hồ sơ;Lĩnh vực\nH21-0001;Đất\u{b}đai\u{7}\n", "H21-0001"),
    ] {
        let (opened, reading) = read(text.as_bytes());
        assert_eq!(dossier(&rows(&reading)[0]).code, code);
        assert!(matches!(opened.notes[..], [OpenNote::ControlsTaken { line: 2, .. }]), "{text:?}");
    }
    let (reader, opened) = Reader::open_pasted(Kind::Dossiers, "Mã hồ sơ\tLĩnh vực\nH1\tĐất\u{1e}đai\n").unwrap();
    let reading = reader.read(&request(Kind::Dossiers, &opened, Options::default()));
    assert_eq!(dossier(&rows(&reading)[0]).field, "Đất-đai");
}

#[test]
fn text_that_begins_with_a_sign_is_read_and_never_grows() {
    let (_, reading) = read(fixture!("fullwidth-equals/E04-formula-text.csv"));
    let found: Vec<(&str, &str)> =
        rows(&reading).iter().map(|row| (dossier(row).code.as_str(), dossier(row).field.as_str())).collect();
    assert_eq!(
        found,
        [
            ("=1+1", "=HYPERLINK(\"http://x\",\"y\")"),
            ("+84-01", "@SUM(A1)"),
            ("-5", "-Đất đai"),
            ("=2", "|cmd"),
            ("H-9", "＝1"),
        ]
    );
}

#[test]
fn a_list_whose_headings_lost_their_letters_says_how_to_save_it() {
    let refused = |bytes: &[u8]| Reader::open_file(Kind::Dossiers, "a.csv", bytes).map(|_| ());
    let lost = Err(OpenError::LettersLost);
    assert_eq!(refused(fixture!("headings-lost-in-ansi-save/D32-saved-as-ansi-letters-lost.csv")), lost);
    for text in [
        "M\u{fffd} h\u{fffd} s\u{fffd};Ng\u{fffd}y nh\u{fffd}n\nH01;06/3/2023\n",
        "DANH S?CH\nMa h? so;Ng?y nh?n;Th?i h?n\nH01;06/3/2023;5\n",
        "STT,M? h? so,Tr?ng th?i\n1,H01,x\n",
    ] {
        assert_eq!(refused(text.as_bytes()), lost, "{text}");
    }
    let garbled = "MÃ£ há»“ sÆ¡;NgÃ y nháº\u{ad}n;LÄ©nh vá»±c\nH01;06/3/2023;Äáº¥t Ä‘ai\n";
    assert_eq!(refused(garbled.as_bytes()), Err(OpenError::Garbled));
    let (opened, reading) = read("Mã hồ sơ;Lĩnh vực\nH01;Đ?t đai\nH02;Có không?\n".as_bytes());
    assert_eq!(opened.notes, [OpenNote::LettersLost { line: 2, column: 1 }]);
    assert_eq!(rows(&reading)[0].notes[0].kind, NoteKind::LettersLost);
    assert!(rows(&reading)[1].notes.is_empty());
    assert!(OpenError::LettersLost.sentence(Lang::Vi).contains("CSV UTF-8"));
}

#[test]
fn the_national_list_is_matched_and_several_levels_are_valid_on_each() {
    let options = Options { valid_from: Some(day(2024, 7, 1)), ..Options::default() };
    let (_, reading) =
        read_as(Kind::Procedures, fixture!("national-list-headings/P01-national-database-list.xlsx"), options);
    let found: Vec<(&str, Level, &[Level])> = procedures(&reading)
        .iter()
        .map(|row| row.record.as_ref().unwrap())
        .map(|entry| (entry.name.as_str(), entry.level, entry.other_levels.as_slice()))
        .collect();
    assert_eq!(
        found,
        [
            ("Thủ tục mẫu một", Level::Commune, [].as_slice()),
            ("Thủ tục mẫu hai", Level::Province, &[]),
            ("Thủ tục mẫu ba", Level::Province, &[Level::Commune]),
        ]
    );
    let (_, reading) = read_as(Kind::Procedures, fixture!("national-list-headings/P02-several-levels.xlsx"), options);
    let all = procedures(&reading);
    let two = all[1].record.as_ref().unwrap();
    assert!(two.is_at(Level::Province) && two.is_at(Level::Commune) && !two.is_at(Level::District));
    assert_eq!(two.term, Term::months(3).ok());
    assert_eq!(all[2].notes[0].kind, NoteKind::MinistryPassedOver);
    assert_eq!(all[2].problems[0].kind, ProblemKind::PartOfDay);
    assert_eq!((all[3].record.as_ref(), all[3].problems[0].kind), (None, ProblemKind::OnlyMinistry));
    for (cell, levels) in [
        ("Cấp huyện; Cấp xã", vec![Level::District, Level::Commune]),
        ("UBND cấp xã, UBND cấp huyện và Sở Tư pháp", vec![Level::Commune, Level::District, Level::Province]),
        ("Uỷ ban nhân dân phường Hòa Bình", vec![Level::Commune]),
        ("Cấp tỉnh/Cấp xã/Cấp tỉnh", vec![Level::Province, Level::Commune]),
    ] {
        let text = format!("Mã số|Tên|Cơ quan thực hiện\n1.000001|A|{cell}\n");
        let (_, reading) = read_as(Kind::Procedures, text.as_bytes(), options);
        let entry = procedures(&reading)[0].record.as_ref().unwrap();
        let found: Vec<Level> = std::iter::once(entry.level).chain(entry.other_levels.iter().copied()).collect();
        assert_eq!(found, levels, "{cell}");
    }
}

#[test]
fn states_of_the_national_portal_are_known_and_others_hold_nothing_back() {
    let (_, reading) = read(fixture!("national-status-words/D31-states.csv"));
    use State::{AwaitingAdditions as Waiting, Processing, Resolved, TurnedBack, Withdrawn};
    let expected = [
        Some(Resolved),
        Some(Resolved),
        Some(Processing),
        Some(Waiting),
        Some(Processing),
        Some(Processing),
        Some(Processing),
        Some(Processing),
        None,
        Some(Processing),
        Some(TurnedBack),
        Some(Waiting),
        Some(Processing),
        Some(Withdrawn),
        None,
        None,
        Some(Resolved),
        Some(Resolved),
        Some(Resolved),
        None,
    ];
    let found: Vec<Option<State>> = rows(&reading).iter().map(|row| dossier(row).state).collect();
    assert_eq!(found, expected);
    for row in rows(&reading) {
        assert!(row.problems.is_empty(), "no state holds a row back");
        let is_left = row.notes.iter().any(|note| matches!(note.kind, NoteKind::LeftBlank(_)));
        assert_eq!(is_left, dossier(row).state.is_none());
    }
    let note = rows(&reading)[8].notes[0].sentence(10, Lang::Vi);
    assert_eq!(
        note,
        "Dòng 10, cột D (Trạng thái hồ sơ): “Dừng xử lý” không có trong các từ được nhận; để trống ô này."
    );
    let text = "Mã hồ sơ;Hình thức nộp;Nguyên nhân quá hạn;Cấp giải quyết\nH1;Zalo;do mưa;Cấp tỉnh, Cấp xã\n";
    let (_, reading) = read(text.as_bytes());
    assert!(rows(&reading)[0].problems.is_empty());
    assert_eq!(rows(&reading)[0].notes.len(), 3);
}

#[test]
fn of_two_columns_for_one_thing_the_stronger_is_read_and_the_other_named() {
    let (_, reading) = read(fixture!("two-columns-for-one-thing/D29-submitted-and-received.csv"));
    let first = dossier(&rows(&reading)[0]);
    assert_eq!(first.received.unwrap().date, day(2023, 5, 4));
    assert_eq!((first.appointed.clone(), first.returned), (Seen::Is(day(2023, 5, 11)), Some(day(2023, 5, 10))));
    let told: Vec<String> = reading.rivals.iter().map(|rival| rival.sentence(Lang::Vi)).collect();
    assert_eq!(
        told,
        [
            "Cột E “Ngày nộp” cũng có nghĩa là Ngày nhận; đã dùng cột F “Ngày tiếp nhận”, không đọc cột E.",
            "Cột H “Hạn trả” cũng có nghĩa là Ngày hẹn trả; đã dùng cột G “Ngày hẹn trả”, không đọc cột H.",
            "Cột I “Ngày kết thúc xử lý” cũng có nghĩa là Ngày trả kết quả; đã dùng cột J “Ngày trả”, không đọc cột I.",
        ]
    );
    let (_, reading) = read(fixture!("two-columns-for-one-thing/D01b-hidden-column.xlsx"));
    assert_eq!(dossier(&rows(&reading)[0]).returned, Some(day(2023, 5, 10)));
    assert_eq!(reading.rivals.len(), 1);
}
