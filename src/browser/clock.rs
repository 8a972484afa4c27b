//! The clock: the only place where the app learns what time it is.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use js_sys::Date;

/// Now, to the millisecond.
pub fn now() -> DateTime<Utc> {
    // JavaScript's moments are whole milliseconds within 8.64e15, which both casts and chrono hold.
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, well within 64 bits")]
    let milliseconds = Date::now() as i64;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Today, on the calendar of the device's own time zone.
pub fn today() -> NaiveDate {
    let date = Date::new_0();
    // JavaScript counts months from 0.
    #[expect(clippy::cast_possible_wrap, reason = "years of the device's clock are far below 2^31")]
    let year = date.get_full_year() as i32;
    NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// A moment on the clock of the device's own time zone.
pub fn local(moment: DateTime<Utc>) -> NaiveDateTime {
    // Every moment that chrono holds is far below 2^53 milliseconds.
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any date stay exact in a float")]
    let milliseconds = moment.timestamp_millis() as f64;
    // JavaScript gives whole minutes, positive west of Greenwich.
    #[expect(clippy::cast_possible_truncation, reason = "minutes within a day")]
    let minutes_behind = Date::new(&milliseconds.into()).get_timezone_offset() as i64;
    moment.naive_utc() - TimeDelta::minutes(minutes_behind)
}
