//! Dossiers for tests: one that went well, and the hand-worked table of `tests/fixtures/ho-so-mau-60.csv`.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::calendar::{ClockStop, OfficeHours, Receipt, Term, WorkingCalendar};
use crate::domain::fixture::day;

use super::*;

/// Judged by a calendar and the default office hours, as of a day.
pub fn judge_on(dossier: &Dossier, calendar: &WorkingCalendar, today: NaiveDate) -> Judged {
    judge(dossier, calendar, &OfficeHours::default(), today)
}

/// Received on Monday 06/3/2023 with five working days, appointed and returned on the last of them, 13/3.
pub fn in_time() -> Dossier {
    Dossier {
        code: "000.25.15.H21-230306-0001".to_owned(),
        procedure: "1.003003".to_owned(),
        field: "Đất đai".to_owned(),
        received: Some(Receipt { date: day(2023, 3, 6), time: None }),
        term: Some(Term::working_days(5).unwrap()),
        slip: Some(true),
        appointed: Seen::Is(day(2023, 3, 13)),
        returned: Some(day(2023, 3, 13)),
        state: Some(State::Resolved),
        ..Dossier::default()
    }
}

/// The same, returned a working day late.
pub fn late() -> Dossier {
    Dossier { returned: Some(day(2023, 3, 14)), ..in_time() }
}

/// The same, open.
pub fn open() -> Dossier {
    Dossier { returned: None, state: Some(State::Processing), ..in_time() }
}

/// A letter as it should be, for a deadline on 13/3/2023.
pub fn letter() -> Letter {
    Letter {
        number: "12/PXL".to_owned(),
        date: Some(day(2023, 3, 10)),
        reason: Seen::Is("chờ xác minh thực địa".to_owned()),
        new_date: Seen::Is(day(2023, 3, 17)),
        signed_by: "Giám đốc Chi nhánh".to_owned(),
    }
}

/// One row of the hand-worked table.
pub struct Row {
    /// The dossier as it was noted down.
    pub dossier: Dossier,
    /// The day of judgement.
    pub today: NaiveDate,
    /// The due date by law.
    pub due: Option<NaiveDate>,
    /// The judgements, sorted, with their numbers.
    pub judgements: Vec<String>,
    /// The impossible entries, sorted.
    pub errors: Vec<String>,
    /// Why.
    pub why: String,
}

/// The hand-worked table. Its cells hold no commas.
pub fn table() -> Vec<Row> {
    let text = include_str!("../../../tests/fixtures/ho-so-mau-60.csv");
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), head.len(), "{line}");
            let cell = |name: &str| cells[head.iter().position(|column| *column == name).unwrap()];
            row(&cell)
        })
        .collect()
}

fn row<'t>(cell: &dyn Fn(&str) -> &'t str) -> Row {
    let letter = Letter {
        number: String::new(),
        date: date(cell("ngay_xl")),
        reason: seen(cell("ly_do"), |_| "lý do".to_owned()),
        new_date: seen(cell("hen_lai"), |text| text.parse().unwrap()),
        signed_by: String::new(),
    };
    let words = |text: &str| {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words
    };
    Row {
        dossier: Dossier {
            code: cell("ma").to_owned(),
            received: receipt(cell("nhan")),
            term: term(cell("thoi_han")),
            stops: cell("dung").split('|').filter(|stop| !stop.is_empty()).map(stop).collect(),
            slip: answer(cell("giay")),
            appointed: seen(cell("hen"), |text| text.parse().unwrap()),
            additions_asked: number(cell("bo_sung")),
            returned: date(cell("tra")),
            state: state(cell("trang_thai")),
            apology: seen(cell("xin_loi"), |_| letter),
            times_reappointed: number(cell("lan_hen_lai")),
            posted: answer(cell("niem_yet")),
            uploaded: answer(cell("dang_tai")),
            in_system: answer(cell("he_thong")),
            ..Dossier::default()
        },
        today: date(cell("hom_nay")).unwrap(),
        due: date(cell("han")),
        judgements: words(cell("ket_luan")),
        errors: words(cell("loi")),
        why: cell("vi_sao").to_owned(),
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn answer(text: &str) -> Option<bool> {
    match text {
        "co" => Some(true),
        "khong" => Some(false),
        other => {
            assert_eq!(other, "");
            None
        }
    }
}

fn seen<T>(text: &str, read: impl FnOnce(&str) -> T) -> Seen<T> {
    match text {
        "" => Seen::NotLookedAt,
        "khong" => Seen::Absent,
        other => Seen::Is(read(other)),
    }
}

fn receipt(text: &str) -> Option<Receipt> {
    let (day, hour) = text.split_once(' ').unwrap_or((text, ""));
    let time = (!hour.is_empty()).then(|| NaiveTime::parse_from_str(hour, "%H:%M").unwrap());
    date(day).map(|date| Receipt { date, time })
}

fn term(text: &str) -> Option<Term> {
    let (count, unit) = text.split_once(' ')?;
    let count: u32 = count.parse().unwrap();
    Some(match unit {
        "lv" => Term::working_days(count).unwrap(),
        "ngay" => Term::calendar_days(count).unwrap(),
        "gio" => Term::working_hours(count).unwrap(),
        cut_off => Term::SameDay { cut_off: Some(NaiveTime::parse_from_str(cut_off, "%H:%M").unwrap()) },
    })
}

fn stop(text: &str) -> ClockStop {
    let (from, to) = text.split_once("..").unwrap();
    ClockStop { from: from.parse().unwrap(), to: date(to), why: "bổ sung hồ sơ".to_owned() }
}

fn state(text: &str) -> Option<State> {
    Some(match text {
        "xu_ly" => State::Processing,
        "cho_bo_sung" => State::AwaitingAdditions,
        "xong" => State::Resolved,
        "tra_lai" => State::TurnedBack,
        "tu_choi" => State::Refused,
        "rut" => State::Withdrawn,
        other => {
            assert_eq!(other, "");
            return None;
        }
    })
}
