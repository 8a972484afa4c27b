use proptest::prelude::*;

use crate::domain::dossier::{Cause, Channel, State};
use crate::domain::fixture::day;
use crate::domain::supervision::Level;
use crate::intake::protocol::{Answers, Kind, Reading, Request, Rows, template_csv};
use crate::intake::reader::Reader;
use crate::words::format;

use super::*;

/// A dossier as a row of the template.
fn written(dossier: &Dossier) -> Vec<String> {
    DossierColumn::ALL.map(|column| cell(dossier, column)).to_vec()
}

fn cell(dossier: &Dossier, column: DossierColumn) -> String {
    use DossierColumn as C;
    let yes = |answer: Option<bool>| answer.map_or("", |yes| if yes { "Có" } else { "Không" }).to_owned();
    let date = |seen: &Seen<chrono::NaiveDate>| match seen {
        Seen::NotLookedAt => String::new(),
        Seen::Absent => "Không có".to_owned(),
        Seen::Is(date) => format::date(*date),
    };
    let letter = dossier.letter();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    match column {
        C::Code => dossier.code.clone(),
        C::Procedure => dossier.procedure.clone(),
        C::Field => dossier.field.clone(),
        C::Level => dossier.level.map(|level| level.label().vi.to_owned()).unwrap_or_default(),
        C::Channel => match dossier.channel {
            None => "",
            Some(Channel::Counter) => "Trực tiếp",
            Some(Channel::Online) => "Trực tuyến",
            Some(Channel::Post) => "Dịch vụ bưu chính công ích",
        }
        .to_owned(),
        C::Received => dossier.received.map(|receipt| format::date(receipt.date)).unwrap_or_default(),
        C::ReceivedHour => dossier.received.and_then(|receipt| receipt.time).map(format::time).unwrap_or_default(),
        C::Term => match dossier.term {
            None => String::new(),
            Some(Term::WorkingDays(length)) => format!("{:02} ngày làm việc", length.get()),
            Some(Term::CalendarDays(length)) => format!("{} ngày", length.get()),
            Some(Term::WorkingHours(length)) => format!("{} giờ làm việc", length.get()),
            Some(Term::Months(length)) => format!("{} Tháng", length.get()),
            Some(Term::SameDay { .. }) => "Trong ngày".to_owned(),
        },
        C::CutOff => match dossier.term {
            Some(Term::SameDay { cut_off: Some(hour) }) => format::time(hour),
            _ => String::new(),
        },
        C::TermUnit | C::StopFrom | C::StopTo | C::StopWhy => String::new(),
        C::Stops => {
            let to = |stop: &ClockStop| stop.to.map(format::date).unwrap_or_default();
            let stop = |stop: &ClockStop| format!("{}-{}: {}", format::date(stop.from), to(stop), stop.why);
            dossier.stops.iter().map(stop).collect::<Vec<_>>().join("; ")
        }
        C::Slip => yes(dossier.slip),
        C::Appointed => date(&dossier.appointed),
        C::AdditionsAsked => number(dossier.additions_asked),
        C::Returned => dossier.returned.map(format::date).unwrap_or_default(),
        C::State => match dossier.state {
            None => "",
            Some(State::Processing) => "Đang giải quyết",
            Some(State::AwaitingAdditions) => "Chờ bổ sung",
            Some(State::Resolved) => "Đã giải quyết, đã trả kết quả",
            Some(State::TurnedBack) => "Trả lại hồ sơ không đủ điều kiện",
            Some(State::Refused) => "Từ chối giải quyết",
            Some(State::Withdrawn) => "Người nộp rút hồ sơ",
        }
        .to_owned(),
        C::Apology => yes(dossier.apology.seen()),
        C::ApologyNumber => letter.map(|letter| letter.number.clone()).unwrap_or_default(),
        C::ApologyDate => letter.and_then(|letter| letter.date).map(format::date).unwrap_or_default(),
        C::ApologyReason => match letter.map(|letter| &letter.reason) {
            None | Some(Seen::NotLookedAt) => String::new(),
            Some(Seen::Absent) => "Không ghi".to_owned(),
            Some(Seen::Is(reason)) => reason.clone(),
        },
        C::NewDate => letter.map(|letter| date(&letter.new_date)).unwrap_or_default(),
        C::SignedBy => letter.map(|letter| letter.signed_by.clone()).unwrap_or_default(),
        C::TimesReappointed => number(dossier.times_reappointed),
        C::Posted => yes(dossier.posted),
        C::Uploaded => yes(dossier.uploaded),
        C::InSystem => yes(dossier.in_system),
        C::Cause => match dossier.cause {
            None => "",
            Some(Cause::HandlingError) => "Do thao tác",
            Some(Cause::System) => "Hệ thống bị treo",
            Some(Cause::TrulyLate) => "Quá hạn thực sự",
        }
        .to_owned(),
        C::BodyAtFault => dossier.body_at_fault.clone(),
        C::Linked => yes(dossier.linked),
    }
}

/// The template with these dossiers, as a spreadsheet saves it.
fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let head = template_csv(Kind::Dossiers).into_bytes();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(head);
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

/// Reads a file as the app does that takes every proposal.
fn read(bytes: &[u8]) -> Reading {
    let (reader, opened) = Reader::open_file(Kind::Dossiers, "mau.csv", bytes).unwrap();
    let sheet = &opened.sheets[0];
    let matching = sheet.matching.clone();
    let options = Options::default();
    reader.read(&Request {
        kind: Kind::Dossiers,
        sheet: 0,
        heading: sheet.heading,
        matching,
        options,
        answers: Answers::default(),
    })
}

fn rows(reading: &Reading) -> &[crate::intake::protocol::RowReading<Dossier>] {
    match &reading.rows {
        Rows::Dossiers(rows) => rows,
        Rows::Procedures(_) => &[],
    }
}

/// Free text that says neither that something is absent nor that a spreadsheet failed.
fn words() -> impl Strategy<Value = String> {
    "[A-ZĐa-zăâêôơưạảấầắằếềểốồớờứừ]{2,8}[ ,;:'\"0-9()/\n–a-z]{0,12}[a-zđ]x"
}

fn maybe_words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), words()]
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0_u64..40_000).prop_map(|days| day(1990, 1, 1) + chrono::Days::new(days))
}

fn any_hour() -> impl Strategy<Value = NaiveTime> {
    (0_u32..24, 0_u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn seen<T: Clone + std::fmt::Debug + 'static>(
    is: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Seen<T>> {
    prop_oneof![Just(Seen::NotLookedAt), Just(Seen::Absent), is.prop_map(Seen::Is)]
}

fn option<T: Clone + std::fmt::Debug + 'static>(
    some: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop::option::of(some)
}

fn any_term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1_u32..=1_000).prop_map(|length| Term::working_days(length).unwrap()),
        (1_u32..=1_000).prop_map(|length| Term::calendar_days(length).unwrap()),
        (1_u32..=1_000).prop_map(|length| Term::working_hours(length).unwrap()),
        (1_u32..=1_000).prop_map(|length| Term::months(length).unwrap()),
        option(any_hour()).prop_map(|cut_off| Term::SameDay { cut_off }),
    ]
}

fn any_letter() -> impl Strategy<Value = Letter> {
    ("([0-9]{1,3}/[A-Z]{2,4})?", option(any_day()), seen(words()), seen(any_day()), maybe_words())
        .prop_map(|(number, date, reason, new_date, signed_by)| Letter { number, date, reason, new_date, signed_by })
}

fn any_dossier() -> impl Strategy<Value = Dossier> {
    let stop = (any_day(), option(any_day()), maybe_words()).prop_map(|(from, to, why)| ClockStop { from, to, why });
    let receipt = (any_day(), option(any_hour())).prop_map(|(date, time)| Receipt { date, time });
    (
        ("[A-Z0-9.-]{4,20}[0-9]", maybe_words(), maybe_words(), maybe_words()),
        (
            option(prop::sample::select(Level::ALL.to_vec())),
            option(prop::sample::select(Channel::ALL.to_vec())),
            option(prop::sample::select(State::ALL.to_vec())),
            option(prop::sample::select(Cause::ALL.to_vec())),
        ),
        (option(receipt), option(any_term()), prop::collection::vec(stop, 0..4)),
        (seen(any_day()), option(any_day()), seen(any_letter()), option(0_u32..=1_000), option(0_u32..=1_000)),
        prop::array::uniform5(any::<Option<bool>>()),
    )
        .prop_map(|(texts, kinds, terms, dates, answers)| Dossier {
            code: texts.0,
            procedure: texts.1,
            field: texts.2,
            body_at_fault: texts.3,
            level: kinds.0,
            channel: kinds.1,
            state: kinds.2,
            cause: kinds.3,
            received: terms.0,
            term: terms.1,
            stops: terms.2,
            appointed: dates.0,
            returned: dates.1,
            apology: dates.2,
            additions_asked: dates.3,
            times_reappointed: dates.4,
            slip: answers[0],
            posted: answers[1],
            uploaded: answers[2],
            in_system: answers[3],
            linked: answers[4],
        })
}

proptest! {
    #![proptest_config(crate::domain::fixture::random::cases(64))]

    #[test]
    fn any_dossier_is_read_back_as_it_was_written(dossiers in prop::collection::vec(any_dossier(), 1..6)) {
        let lines: Vec<Vec<String>> = dossiers.iter().map(written).collect();
        let reading = read(&file(&lines));
        let found: Vec<Option<&Dossier>> = rows(&reading).iter().map(|row| row.record.as_ref()).collect();
        prop_assert_eq!(found, dossiers.iter().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn the_tables_of_this_app_are_read_back_as_they_were(dossiers in prop::collection::vec(any_dossier(), 1..5)) {
        let calendar = crate::domain::calendar::fixture::working();
        let office = crate::domain::calendar::OfficeHours::default();
        let visited = day(2023, 5, 22);
        let judged: Vec<_> = dossiers
            .iter()
            .map(|dossier| crate::domain::dossier::judge(dossier, &calendar, &office, visited))
            .collect();
        let rows_of = dossiers
            .iter()
            .zip(&judged)
            .map(|(dossier, judged)| crate::report::DossierRow { unit: "UBND xã Ia Rmok", visited, dossier, judged });
        let table = crate::report::dossiers_table(rows_of);
        for form in [crate::export::csv::CsvForm::Spreadsheet, crate::export::csv::CsvForm::Machine] {
            let reading = read(&crate::export::csv::csv(&table, form));
            let found: Vec<Option<&Dossier>> = rows(&reading).iter().map(|row| row.record.as_ref()).collect();
            prop_assert_eq!(found, dossiers.iter().map(Some).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_bad_cell_takes_no_other_row_with_it(
        dossiers in prop::collection::vec(any_dossier(), 3),
        column in 0_usize..32,
        bad in "(31/02/2024|#REF!|x{400}|12/7/23|;;|\\?!|-7)",
    ) {
        let mut lines: Vec<Vec<String>> = dossiers.iter().map(written).collect();
        lines[1][column] = bad;
        let reading = read(&file(&lines));
        let found = rows(&reading);
        for place in [0, 2] {
            let row = found.iter().find(|row| row.line == place + 2).unwrap();
            prop_assert_eq!(row.record.as_ref(), Some(&dossiers[place]));
        }
        prop_assert!(found.iter().all(|row| row.record.is_some()));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[a-zđ0-9;,\t\n\"/#]{0,300}") {
        for bytes in [bytes.as_slice(), text.as_bytes()] {
            for kind in [Kind::Dossiers, Kind::Procedures] {
                let Ok((reader, opened)) = Reader::open_file(kind, "x", bytes) else { continue };
                for sheet in &opened.sheets {
                    let matching = Target::all(kind).into_iter().map(Some).collect();
                    let options = Options::default();
                    reader.read(&Request { kind, sheet: sheet.index, heading: sheet.heading, matching, options, answers: Answers::default() });
                }
            }
        }
    }
}

fn one(text: &str) -> (Dossier, Vec<(DossierColumn, ProblemKind)>) {
    let reading = read(text.as_bytes());
    let row = rows(&reading)[0].clone();
    let problem = |problem: &crate::intake::protocol::CellProblem| match problem.target {
        Some(Target::Dossier(column)) => Some((column, problem.kind)),
        Some(Target::Procedure(_)) | None => None,
    };
    (row.record.unwrap(), row.problems.iter().filter_map(problem).collect())
}

#[test]
fn a_letter_is_read_from_whatever_columns_tell_of_it() {
    let (dossier, _) = one("Mã hồ sơ;Văn bản xin lỗi\nH01;Số 12/PXL ngày 10/3/2023\n");
    let letter = dossier.letter().unwrap();
    assert_eq!((letter.number.as_str(), letter.date), ("Số 12/PXL", Some(day(2023, 3, 10))));
    let (dossier, _) = one("Mã hồ sơ;Số văn bản xin lỗi;Ngày nhận\nH01;không có;06/3/2023\n");
    assert_eq!(dossier.apology, Seen::Absent);
    let (dossier, _) = one("Mã hồ sơ;Có văn bản xin lỗi;Ngày nhận\nH01;x;06/3/2023\n");
    assert_eq!(dossier.apology, Seen::Is(Letter::default()));
    let (dossier, problems) =
        one("Mã hồ sơ;Có văn bản xin lỗi;Số văn bản xin lỗi;Ngày văn bản xin lỗi\nH01;Không;12/PXL;10/3/2023\n");
    assert_eq!(dossier.letter().unwrap().number, "12/PXL");
    assert_eq!(problems, [(DossierColumn::Apology, ProblemKind::Contradicts)]);
}

#[test]
fn what_needs_another_cell_says_so_where_that_is_blank() {
    let (dossier, problems) =
        one("Mã hồ sơ;Ngày nhận;Giờ nhận;Thời hạn giải quyết;Đơn vị thời hạn;Dừng từ ngày;Dừng đến ngày\n\
         H01;;8:30;;ngày;;10/6/2024\n");
    assert_eq!((dossier.received, dossier.term, dossier.stops.len()), (None, None, 0));
    let lacking = [DossierColumn::ReceivedHour, DossierColumn::TermUnit, DossierColumn::StopTo];
    assert_eq!(problems, lacking.map(|column| (column, ProblemKind::NeedsOther)));
}

#[test]
fn a_bare_number_takes_the_unit_beside_it_or_above_it() {
    let term = |text: &str| one(text).0.term;
    assert_eq!(term("Mã hồ sơ;Số ngày\nH01;10\n"), Some(Term::working_days(10).unwrap()));
    let beside = "Mã hồ sơ;Thời hạn;Đơn vị tính\nH01;10;ngày\n";
    assert_eq!(term(beside), Some(Term::calendar_days(10).unwrap()));
    let above = "Mã hồ sơ;Thời hạn (giờ làm việc)\nH01;10\n";
    assert_eq!(term(above), Some(Term::working_hours(10).unwrap()));
    let same_day = "Mã hồ sơ;Thời hạn;Đơn vị tính;Giờ chốt\nH01;;trong ngày;15h\n";
    assert_eq!(term(same_day), Some(Term::SameDay { cut_off: NaiveTime::from_hms_opt(15, 0, 0) }));
}

#[test]
fn what_seems_to_belong_to_a_person_is_noted_and_not_refused() {
    let reading = read("Mã hồ sơ;Thủ tục\nH01;Nguyễn Văn A, CCCD 066090001234\n".as_bytes());
    let row = &rows(&reading)[0];
    assert!(row.problems.is_empty());
    assert_eq!(row.notes.iter().map(|note| note.kind.clone()).collect::<Vec<_>>(), [NoteKind::LooksPersonal]);
}
