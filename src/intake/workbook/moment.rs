//! Days and hours as workbooks keep them: a number of days, or ISO 8601.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use crate::intake::sheet::SheetCell;

/// The days between the two days that workbooks count from.
pub const DAYS_1904: f64 = 1_462.0;

/// A number that is shown as a date: the moment, to the second. One below a day is a time without a date, and becomes
/// the text that the spreadsheet shows, such as `08:30`; what no calendar has stays a number.
pub fn moment(number: f64, from_1904: bool) -> SheetCell {
    if !(0.0..3_000_000.0).contains(&number) {
        return SheetCell::Number(number);
    }
    if number < 1.0 {
        let Some(moment) = at(0, number) else { return SheetCell::Number(number) };
        let form = if moment.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        return SheetCell::Text(moment.format(form).to_string());
    }
    let counted = if from_1904 { number + DAYS_1904 } else { number };
    let days: u64 = counted.trunc().to_string().parse().unwrap_or(0);
    // Spreadsheets count a 29 February 1900, a day that never was: before it they are a day behind.
    let days = match days {
        60 => return SheetCell::Number(number),
        ..60 => days + 1,
        _ => days,
    };
    at(days, counted.fract()).map_or(SheetCell::Number(number), SheetCell::Moment)
}

/// So many days after 30 December 1899, and a part of a day. Fractions of a day are seldom whole seconds in binary.
fn at(days: u64, part: f64) -> Option<NaiveDateTime> {
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    let seconds: i64 = (part * 86_400.0).round().to_string().parse().ok()?;
    date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::seconds(seconds))
}

/// A moment in ISO 8601 as a cell of type `d` holds it.
pub fn iso(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    let moment: Option<NaiveDateTime> = text.parse().ok();
    let moment = moment.or_else(|| text.parse().ok().map(|date: NaiveDate| date.and_time(NaiveTime::MIN)))?;
    let rounded = moment.checked_add_signed(TimeDelta::milliseconds(500)).unwrap_or(moment);
    rounded.with_nanosecond(0)
}
