//! The bundled calendar, for tests.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Calendar, CalendarDay, Certainty, DayKind, WorkingCalendar};

/// The bundled calendar of 2018 to 2027.
pub(crate) fn announced() -> Calendar {
    serde_json::from_str(include_str!("../../../public/data/lich-nghi-1.json")).unwrap()
}

/// The bundled calendar, indexed.
pub(crate) fn working() -> WorkingCalendar {
    static WORKING: LazyLock<WorkingCalendar> = LazyLock::new(|| WorkingCalendar::new(&announced()));
    WORKING.clone()
}

/// A date as documents write it: "04/5/2024".
pub(crate) fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
}

/// A day as a user would enter it.
pub(crate) fn entered(date: NaiveDate, kind: DayKind) -> CalendarDay {
    CalendarDay { date, kind, name: "Ngày thêm".to_owned(), basis: String::new(), certainty: Certainty::User }
}
