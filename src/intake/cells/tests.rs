use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use crate::domain::calendar::Term;
use crate::domain::dossier::{Cause, Channel, Seen, State};
use crate::domain::fixture::day;
use crate::domain::procedure::OnlineLevel;
use crate::domain::supervision::Level;
use crate::intake::protocol::TermUnit;

use super::*;

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn said<T>(taken: Taken<T>) -> Result<T, ProblemKind> {
    taken.map(|(taken, _)| taken)
}

#[test]
fn a_date_is_read_day_first_in_every_common_form() {
    for text in [
        "05/3/2024",
        "5/3/2024",
        "05/03/2024",
        "05-03-2024",
        "05.03.2024",
        "5 / 3 / 2024",
        "2024-03-05",
        "2024/3/5",
        "ngày 05 tháng 3 năm 2024",
        "Thứ Ba, ngày 05 tháng 3 năm 2024",
        "Thứ 3, 05/3/2024",
        "05/3/2024 14:30",
        "14:30 05/3/2024",
        "14 giờ 05/3/2024",
        "14h30, ngày 05/3/2024",
        "2024-03-05T14:30:00",
        "2024-03-05 14:30:00.000",
        "45356",
    ] {
        assert_eq!(said(date(Value::Text(text))), Ok(day(2024, 3, 5)), "{text}");
    }
}

#[test]
fn a_date_that_cannot_be_says_why() {
    for (text, kind) in [
        ("31/02/2024", ProblemKind::DayDoesNotExist),
        ("0/5/2024", ProblemKind::DayDoesNotExist),
        ("29/02/2023", ProblemKind::DayDoesNotExist),
        ("2024-13-01", ProblemKind::MonthOutOfRange),
        ("13/25/2024", ProblemKind::MonthOutOfRange),
        ("03/25/2024", ProblemKind::MonthOutOfRange),
        ("12/7/23", ProblemKind::TwoDigitYear),
        ("05/3/1824", ProblemKind::ImplausibleDate),
        ("05/3/2204", ProblemKind::ImplausibleDate),
        // What a spreadsheet shows of the number 2.
        ("02/01/1900", ProblemKind::SerialOutOfRange),
        ("3/2024", ProblemKind::NotADate),
        ("tháng 3/2024", ProblemKind::NotADate),
        ("05/3-2024", ProblemKind::NotADate),
        ("05/3/2024-10/3/2024", ProblemKind::NotADate),
        ("05/3/2024 hoặc sau", ProblemKind::NotADate),
        ("05/3/2024 25:00", ProblemKind::NotAnHour),
        ("005/3/2024", ProblemKind::NotADate),
        ("hôm qua", ProblemKind::NotADate),
        ("2", ProblemKind::SerialOutOfRange),
        ("20240131", ProblemKind::SerialOutOfRange),
    ] {
        assert_eq!(said(date(Value::Text(text))), Err(kind), "{text}");
    }
    assert_eq!(said(date(Value::Bool(true))), Err(ProblemKind::NotADate));
    assert_eq!(said(date(Value::Number(-1.0))), Err(ProblemKind::SerialOutOfRange));
    assert_eq!(said(date(Value::Number(f64::NAN))), Err(ProblemKind::SerialOutOfRange));
}

#[test]
fn the_number_of_a_spreadsheet_is_a_day_with_a_note() {
    // 01/01/2000 and 31/12/2100 are the ends.
    for (number, date) in [(36_526.0, day(2000, 1, 1)), (45_292.0, day(2024, 1, 1)), (73_415.0, day(2100, 12, 31))] {
        let (found, note) = receipt(Value::Number(number)).unwrap();
        assert_eq!((found.date, found.time, note), (date, None, Some(NoteKind::SerialDate(date))));
    }
    let (found, _) = receipt(Value::Text("45292,604166666664")).unwrap();
    assert_eq!((found.date, found.time), (day(2024, 1, 1), Some(at(14, 30))));
    for number in [36_525.0, 73_416.0] {
        assert_eq!(said(date(Value::Number(number))), Err(ProblemKind::SerialOutOfRange));
    }
    let moment = day(2024, 3, 5).and_hms_opt(8, 15, 30).unwrap();
    assert_eq!(receipt(Value::Moment(moment)).unwrap().0.time, Some(at(8, 15)));
}

#[test]
fn an_hour_is_read_as_it_is_said() {
    for (text, hour_minute) in [
        ("8:30", Some((8, 30))),
        ("08:30:59", Some((8, 30))),
        ("8h30", Some((8, 30))),
        ("8g30", Some((8, 30))),
        ("8h", Some((8, 0))),
        ("8 giờ", Some((8, 0))),
        ("08 giờ 05 phút", Some((8, 5))),
        ("2:30 CH", Some((14, 30))),
        ("12:05 SA", Some((0, 5))),
        ("14", Some((14, 0))),
        ("0.604166666666667", Some((14, 30))),
        ("24:00", None),
        ("8:60", None),
        ("8:3", None),
        ("45356.5", None),
        ("sáng", None),
        ("7:30-11:30", None),
    ] {
        assert_eq!(said(hour(Value::Text(text))).ok(), hour_minute.map(|(hour, minute)| at(hour, minute)), "{text}");
    }
}

#[test]
fn that_nothing_is_there_differs_from_nobody_having_looked() {
    for text in ["Không có", "không", "trống", "-", "—", "Không ghi", "chưa có"] {
        assert_eq!(said(appointed(Value::Text(text))), Ok(Seen::Absent), "{text}");
        assert_eq!(said(seen_text(Value::Text(text), 100)), Ok(Seen::Absent), "{text}");
    }
    assert_eq!(said(appointed(Value::Text("chưa xem"))), Ok(Seen::NotLookedAt));
    assert_eq!(said(appointed(Value::Text("có"))), Err(ProblemKind::NotADate));
    assert_eq!(value(&SheetCell::Text("  ".to_owned())), Ok(None));
}

#[test]
fn yes_and_no_are_read_and_nothing_else() {
    for (text, answer) in [
        ("Có", Ok(Some(true))),
        ("x", Ok(Some(true))),
        ("X", Ok(Some(true))),
        ("✓", Ok(Some(true))),
        ("1", Ok(Some(true))),
        ("Đã niêm yết", Ok(Some(true))),
        ("đã", Ok(Some(true))),
        ("Không", Ok(Some(false))),
        ("0", Ok(Some(false))),
        ("Chưa", Ok(Some(false))),
        ("Chưa đăng tải", Ok(Some(false))),
        ("-", Ok(Some(false))),
        ("không rõ", Ok(None)),
        ("chưa kiểm tra", Ok(None)),
        // Perhaps.
        ("có thể", Err(ProblemKind::NotYesNo)),
        ("một nửa", Err(ProblemKind::NotYesNo)),
        ("2", Err(ProblemKind::NotYesNo)),
        ("có, nhưng 3 ngày sau", Err(ProblemKind::NotYesNo)),
    ] {
        assert_eq!(said(yes_no(Value::Text(text))).map(|Answer(answer)| answer), answer, "{text}");
    }
    assert_eq!(said(yes_no(Value::Number(1.0))), Ok(Answer(Some(true))));
    assert_eq!(said(yes_no(Value::Number(2.0))), Err(ProblemKind::NotYesNo));
}

#[test]
fn a_count_is_whole_and_not_below_zero() {
    for (text, count) in [
        ("02", Ok(2)),
        ("2 lần", Ok(2)),
        ("01 lần", Ok(1)),
        ("không", Ok(0)),
        ("-", Ok(0)),
        ("1.000", Ok(1_000)),
        ("1.001", Err(ProblemKind::TooManyTimes)),
        ("-1", Err(ProblemKind::NegativeOrFraction)),
        ("1,5", Err(ProblemKind::NegativeOrFraction)),
        ("hai", Err(ProblemKind::NotANumber)),
    ] {
        assert_eq!(said(times(Value::Text(text))), count, "{text}");
    }
    assert_eq!(said(times(Value::Number(3.0))), Ok(3));
    assert_eq!(said(times(Value::Number(-3.0))), Err(ProblemKind::NegativeOrFraction));
    assert_eq!(said(times(Value::Number(0.5))), Err(ProblemKind::NegativeOrFraction));
    assert_eq!(said(times(Value::Number(f64::INFINITY))), Err(ProblemKind::NegativeOrFraction));
}

#[test]
fn a_term_is_read_with_its_unit() {
    let same_day = |cut_off| Ok(Term::SameDay { cut_off });
    let working = |days| Ok(Term::working_days(days).unwrap());
    for (text, term_said) in [
        ("10 ngày làm việc", working(10)),
        ("03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", working(3)),
        ("Không quá 15 ngày làm việc", working(15)),
        ("10 NLV", working(10)),
        ("10 ngày (làm việc)", working(10)),
        ("10", working(10)),
        ("1 tháng", Ok(Term::months(1).unwrap())),
        ("03 ngày", Ok(Term::calendar_days(3).unwrap())),
        ("8 giờ làm việc", Ok(Term::working_hours(8).unwrap())),
        ("4 giờ", Ok(Term::working_hours(4).unwrap())),
        ("trong ngày", same_day(None)),
        ("Giải quyết trong ngày làm việc", same_day(None)),
        ("Trong ngày; sau 15 giờ trả ngày làm việc tiếp theo", same_day(Some(at(15, 0)))),
        ("trong ngày, nhận sau 15h30 thì trả ngày sau", same_day(Some(at(15, 30)))),
        ("15 ngày (Sở 10 ngày, UBND 5 ngày)", Err(ProblemKind::TermUnclear)),
        ("5-7 ngày", Err(ProblemKind::TermUnclear)),
        ("0,5 ngày", Err(ProblemKind::PartOfDay)),
        ("1/2 ngày", Err(ProblemKind::PartOfDay)),
        ("24 giờ", Err(ProblemKind::ClockHours)),
        ("0 ngày", Err(ProblemKind::TermLength)),
        ("1001 ngày", Err(ProblemKind::TermLength)),
        ("5 ngày làm vi?c", Err(ProblemKind::LettersLost)),
        ("10 ngày, không tính thứ Bảy", Err(ProblemKind::TermUnclear)),
        ("theo quy định", Err(ProblemKind::TermUnclear)),
        ("trong ngày 05/3/2024", Err(ProblemKind::TermUnclear)),
    ] {
        assert_eq!(said(term(Value::Text(text), TermCell::default())), term_said, "{text}");
    }
    let hours = TermCell { unit: Some(TermUnit::WorkingHours), ..TermCell::default() };
    assert_eq!(said(term(Value::Number(8.0), hours)), Ok(Term::working_hours(8).unwrap()));
    assert_eq!(said(term(Value::Text("8 ngày"), hours)), Err(ProblemKind::TermUnclear));
    assert_eq!(said(term(Value::Number(1.5), hours)), Err(ProblemKind::PartOfDay));
    assert_eq!(term(Value::Number(5.0), TermCell::default()).unwrap().1, Some(NoteKind::BareTerm));
    let answered = TermCell { bare: Some(TermUnit::CalendarDays), ..TermCell::default() };
    assert_eq!(term(Value::Number(5.0), answered), Ok((Term::calendar_days(5).unwrap(), None)));
    assert_eq!(term(Value::Text("4 giờ"), TermCell::default()).unwrap().1, Some(NoteKind::HoursAsWorking));
}

#[test]
fn words_are_known_by_what_people_write() {
    let text = Value::Text;
    assert_eq!(said(channel(text("Nộp trực tuyến"))), Ok(Channel::Online));
    assert_eq!(said(channel(text("BCCI"))), Ok(Channel::Post));
    assert_eq!(said(channel(text("fax"))), Err(ProblemKind::UnknownWord));
    assert_eq!(said(state(text("Đã giải quyết quá hạn"))), Ok(State::Resolved));
    assert_eq!(said(state(text("Đang giải quyết (trong hạn)"))), Err(ProblemKind::UnknownWord));
    assert_eq!(said(state(text("Chờ bổ sung"))), Ok(State::AwaitingAdditions));
    assert_eq!(said(cause(text("Do thao tác"))), Ok(Cause::HandlingError));
    assert_eq!(said(cause(text("Hệ thống bị treo"))), Ok(Cause::System));
    assert_eq!(said(level(text("UBND xã"))), Ok(Level::Commune));
    assert_eq!(said(level(text("thành phố"))), Err(ProblemKind::UnknownWord));
    assert_eq!(said(unit(text("Giờ làm việc"))), Ok(TermUnit::WorkingHours));
    assert_eq!(said(online_level(text("Mức độ 4"))), Ok(OnlineLevel::Four));
    assert_eq!(said(online_level(Value::Number(3.0))), Ok(OnlineLevel::Three));
    assert_eq!(said(online_level(text("DVC trực tuyến toàn trình"))), Ok(OnlineLevel::Whole));
    for one in Level::ALL {
        assert_eq!(said(level(text(one.label().vi))), Ok(one));
    }
}

#[test]
fn stops_stand_in_one_cell_with_their_reasons() {
    let (found, _) = stops(Value::Text(
        "01/6/2024-10/6/2024: bổ sung; hai lần; từ 15/6/2024 đến 20/6/2024 (thuế); 02/7/2024-: chờ\n2024-08-01 – 2024-08-02",
    ))
    .unwrap();
    let told: Vec<(NaiveDate, Option<NaiveDate>, &str)> =
        found.iter().map(|stop| (stop.from, stop.to, stop.why.as_str())).collect();
    assert_eq!(
        told,
        [
            (day(2024, 6, 1), Some(day(2024, 6, 10)), "bổ sung; hai lần"),
            (day(2024, 6, 15), Some(day(2024, 6, 20)), "thuế"),
            (day(2024, 7, 2), None, "chờ"),
            (day(2024, 8, 1), Some(day(2024, 8, 2)), ""),
        ]
    );
    assert_eq!(said(stops(Value::Text("không"))), Ok(Vec::new()));
    assert_eq!(said(stops(Value::Text("01/6/2024: bổ sung"))), Err(ProblemKind::StopsUnclear));
    assert_eq!(said(stops(Value::Text("chờ thuế"))), Err(ProblemKind::StopsUnclear));
    assert_eq!(said(stops(Value::Text("31/6/2024-: chờ"))), Err(ProblemKind::DayDoesNotExist));
}

#[test]
fn errors_of_the_spreadsheet_are_told_from_text() {
    for text in ["#REF!", "#N/A", "#VALUE!", "#####"] {
        assert_eq!(value(&SheetCell::Text(text.to_owned())), Err(ProblemKind::SpreadsheetError));
    }
    assert_eq!(value(&SheetCell::Error("#REF!".to_owned())), Err(ProblemKind::SpreadsheetError));
    assert_eq!(value(&SheetCell::Text("#12".to_owned())), Ok(Some(Value::Text("#12"))));
}

#[test]
fn a_code_that_became_a_number_is_noted() {
    let (read, note) = procedure_code(Value::Number(2.00098)).unwrap();
    assert_eq!((read.as_str(), note), ("2.000980", Some(NoteKind::NumberAsCode("2.000980".to_owned()))));
    assert_eq!(procedure_code(Value::Text("1.003003")), Ok(("1.003003".to_owned(), None)));
    assert_eq!(said(code(Value::Number(123.0))), Ok("123".to_owned()));
    assert_eq!(said(code(Value::Text(&"x".repeat(301)))), Err(ProblemKind::TextTooLong));
}

#[test]
fn number_and_date_of_a_document_are_taken_apart() {
    let parted = number_and_date("Quyết định số 1234/QĐ-UBND, ngày 05/6/2024");
    assert_eq!(parted, Some(("Quyết định số 1234/QĐ-UBND".to_owned(), day(2024, 6, 5))));
    assert_eq!(number_and_date("1234/QĐ-UBND"), None);
    assert_eq!(number_and_date("ngày 05/6/2024"), None);
    assert_eq!(number_and_date("12 ngày 31/6/2024"), None);
}

proptest! {
    #[test]
    fn every_day_is_read_back_as_it_is_written(days in 0_u64..40_542) {
        let date_said = day(1990, 1, 1) + chrono::Days::new(days);
        for text in [format::date(date_said), format::long_date(date_said), date_said.to_string(), date_said.format("%d-%m-%Y").to_string()] {
            prop_assert_eq!(said(date(Value::Text(&text))), Ok(date_said), "{}", text);
        }
    }

    #[test]
    fn no_cell_makes_a_reader_panic(text in "[0-9a-zđ/:.;,() \u{301}–-]{0,40}", other in any::<String>(), number in any::<f64>()) {
        for value in [Value::Text(&text), Value::Text(&other), Value::Number(number)] {
            let _ = (receipt(value), hour(value), term(value, TermCell::default()), stops(value), times(value));
            let _ = (yes_no(value), channel(value), state(value), procedure_code(value), appointed(value));
            let _ = (number_and_date(&text), number_and_date(&other));
        }
    }
}
