//! The calendar's terms in words.

use crate::domain::calendar::{Certainty, DayKind};
use crate::words::Text;
use crate::words::catalogue::calendar as words;

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
