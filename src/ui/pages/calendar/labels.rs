//! The calendar's terms in words.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{Certainty, DayKind};
use crate::words::catalogue::calendar as words;
use crate::words::format;
use crate::words::{Lang, Text};

/// A day with its weekday: `Thứ Hai, 26/02/2018`.
pub(super) fn day_words(date: NaiveDate, lang: Lang) -> String {
    let weekday = words::WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).map(|day| day.get(lang));
    format!("{}, {}", weekday.unwrap_or_default(), format::date(date))
}

/// A kind of day.
pub(super) fn kind_label(kind: DayKind) -> Text {
    match kind {
        DayKind::Holiday => words::HOLIDAY,
        DayKind::Tet => words::TET,
        DayKind::InLieu => words::IN_LIEU,
        DayKind::SwappedOff => words::SWAPPED_OFF,
        DayKind::MakeUp => words::MAKE_UP,
    }
}

/// How sure a day is.
pub(super) fn certainty_label(certainty: Certainty) -> Text {
    match certainty {
        Certainty::Law => words::BY_LAW,
        Certainty::Computed => words::COMPUTED,
        Certainty::Page => words::BY_PAGE,
        Certainty::Repository => words::BY_REPOSITORY,
        Certainty::Library => words::BY_LIBRARY,
        Certainty::User => words::BY_USER,
    }
}
