//! Days and hours.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::domain::calendar::Receipt;
use crate::domain::dossier::Seen;
use crate::intake::protocol::{NoteKind, ProblemKind};

use super::tokens::{Cursor, plausible, tokens};
use super::vocabulary::{is_absent, is_unknown};
use super::{Taken, Value};

/// A day. An hour beside it is read over.
pub(in crate::intake) fn date(value: Value<'_>) -> Taken<NaiveDate> {
    receipt(value).map(|(receipt, note)| (receipt.date, note))
}

/// A day, or that there is none.
pub(in crate::intake) fn appointed(value: Value<'_>) -> Taken<Seen<NaiveDate>> {
    match value {
        // By far the most cells: no need to look for words.
        Value::Text(text) if text.starts_with(|first: char| first.is_ascii_digit()) => {
            date(value).map(|(date, note)| (Seen::Is(date), note))
        }
        Value::Text(text) if is_unknown(text) => Ok((Seen::NotLookedAt, None)),
        Value::Text(text) if is_absent(text) => Ok((Seen::Absent, None)),
        _ => date(value).map(|(date, note)| (Seen::Is(date), note)),
    }
}

/// A day with its hour, where that is there.
pub(in crate::intake) fn receipt(value: Value<'_>) -> Taken<Receipt> {
    match value {
        Value::Text(text) => match plain_number(text) {
            Some(number) => serial(number),
            None => match stamped(text) {
                Some(moment) => Ok((split(moment, plausible(moment.date())?), None)),
                None => written(text).map(|receipt| (receipt, None)),
            },
        },
        Value::Number(number) => serial(number),
        Value::Moment(moment) => Ok((split(moment, plausible(moment.date())?), None)),
        Value::Bool(_) => Err(ProblemKind::NotADate),
    }
}

/// An hour of the day.
pub(in crate::intake) fn hour(value: Value<'_>) -> Taken<NaiveTime> {
    let time = match value {
        Value::Text(text) => match plain_number(text) {
            Some(number) => hour_of(number),
            None => {
                let tokens = tokens(text);
                let mut cursor = Cursor::new(&tokens);
                cursor.word(&["luc"]);
                cursor.time().filter(|_| cursor.is_done()).and_then(Result::ok)
            }
        },
        Value::Number(number) => hour_of(number),
        Value::Moment(moment) => Some(minutes(moment.time())),
        Value::Bool(_) => None,
    };
    time.map(|time| (time, None)).ok_or(ProblemKind::NotAnHour)
}

/// A text that is nothing but a number, as spreadsheets write one.
fn plain_number(text: &str) -> Option<f64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    let marks = text.bytes().filter(|byte| !byte.is_ascii_digit()).count();
    (digits && marks <= 1).then(|| text.replace(',', ".").parse().ok()).flatten()
}

/// A whole number is an hour of the clock, a part of one the part of a day, as spreadsheets keep hours.
fn hour_of(number: f64) -> Option<NaiveTime> {
    if number.fract() == 0.0 {
        let hour: u32 = number.to_string().parse().ok()?;
        return NaiveTime::from_hms_opt(hour, 0, 0);
    }
    (0.0..1.0).contains(&number).then(|| part_of_day(number))
}

const SECONDS_OF_DAY: f64 = 86_400.0;

/// A part of a day below 1 as an hour in whole minutes.
fn part_of_day(part: f64) -> NaiveTime {
    // Rounded to the second: a spreadsheet keeps 14:30 as 0,604166…, a hair below.
    let seconds: i64 = (part * SECONDS_OF_DAY).round().to_string().parse().unwrap_or(0);
    let time = NaiveTime::MIN + TimeDelta::seconds(seconds.min(86_399));
    minutes(time)
}

fn minutes(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}

fn split(moment: NaiveDateTime, date: NaiveDate) -> Receipt {
    // Midnight is how spreadsheets keep a day without its hour.
    let time = (moment.time() != NaiveTime::MIN).then(|| minutes(moment.time()));
    Receipt { date, time }
}

/// The days of 2000 to 2100 as spreadsheets count them (the 1900 system).
const SERIALS: std::ops::Range<f64> = 36_526.0..73_416.0;

fn serial(number: f64) -> Taken<Receipt> {
    if !SERIALS.contains(&number) {
        return Err(ProblemKind::SerialOutOfRange);
    }
    let days: u64 = number.trunc().to_string().parse().map_err(|_large| ProblemKind::SerialOutOfRange)?;
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|zero| zero.checked_add_days(Days::new(days)))
        .ok_or(ProblemKind::SerialOutOfRange)?;
    let time = (number.fract() > 0.0).then(|| part_of_day(number.fract()));
    Ok((Receipt { date, time }, Some(NoteKind::SerialDate(date))))
}

/// Seconds east of Greenwich at which Viet Nam keeps its clocks.
const VIET_NAM_SECONDS_EAST: i32 = 7 * 3_600;

/// A moment with its offset, as systems write it (ISO 8601): `2023-05-11T17:30:00Z`. It is the moment that clocks in
/// Viet Nam showed; none for any other text.
fn stamped(text: &str) -> Option<NaiveDateTime> {
    let has_offset = text.len() <= 40 && text.ends_with(|last: char| last.is_ascii_digit() || last == 'Z');
    if !has_offset || !text.get(11..)?.contains(['Z', '+', '-']) {
        return None;
    }
    let forms = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z", "%Y-%m-%d %H:%M%#z"];
    let moment = forms.iter().find_map(|form| DateTime::parse_from_str(text, form).ok())?;
    Some(moment.with_timezone(&FixedOffset::east_opt(VIET_NAM_SECONDS_EAST)?).naive_local())
}

/// A day with its hour before or after it.
fn written(text: &str) -> Result<Receipt, ProblemKind> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens);
    cursor.word(&["luc"]);
    let earlier = cursor.time();
    if earlier.is_some() {
        cursor.mark('-');
    }
    cursor.before_date();
    let date = plausible(cursor.date().ok_or(ProblemKind::NotADate)??)?;
    let time = if earlier.is_none() && !cursor.is_done() {
        let parted = cursor.mark(',') || cursor.mark('-') || cursor.mark(';');
        cursor.word(&["luc", "t"]);
        // "31/02/2024 - " ends with a mark and nothing after it.
        if parted && cursor.is_done() {
            return Err(ProblemKind::NotADate);
        }
        cursor.time()
    } else {
        earlier
    };
    if !cursor.is_done() {
        return Err(ProblemKind::NotADate);
    }
    Ok(Receipt { date, time: time.transpose()? })
}
