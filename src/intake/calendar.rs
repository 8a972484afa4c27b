//! The days of a calendar from a table: what may be wrong with it, in words. The table itself is read by the reader, as
//! every other one ([`table`]).

use serde::{Deserialize, Serialize};

use crate::domain::calendar::{CalendarDay, DayProblem};
use crate::words::catalogue::intake_calendar as words;
use crate::words::{Lang, Text};

use super::protocol::place;

#[cfg(feature = "reader")]
pub mod table;

/// What a table of days was read as: its days in their order, or everything that is wrong, up to [`MOST_PROBLEMS`].
pub type CalendarReading = Result<Vec<CalendarDay>, Vec<CsvProblem>>;

/// The most problems that are named; a file with more is of another kind.
pub const MOST_PROBLEMS: usize = 100;

/// What is wrong with a cell or with the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvProblem {
    /// The line in the table, from 1, as a spreadsheet numbers it.
    pub line: usize,
    /// The column in the table, from 0; none where the line as such is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub what: CsvFault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsvFault {
    /// No column has this heading.
    NoColumn(String),
    /// A heading stands twice.
    ColumnTwice(String),
    /// More cells than the heading has: cells may have moved.
    MoreCells,
    /// A quotation mark is never closed.
    OpenQuote,
    /// There is no day.
    NoDays,
    /// Not a date, or one that does not exist.
    NotADate(String),
    /// Not a code of a kind of day.
    UnknownKind(String),
    /// Not a code of how sure a day is.
    UnknownCertainty(String),
    /// The calendar cannot hold the day.
    Day(DayProblem),
    /// Another line has the same date.
    SameDate(usize),
}

impl CsvProblem {
    /// The problem with its place, in words.
    pub fn sentence(&self, lang: Lang) -> String {
        format!("{}: {}", place(self.line, self.column, None, lang), self.what.words(lang))
    }
}

impl CsvFault {
    fn words(&self, lang: Lang) -> String {
        let named = |text: Text, name: &str| text.get(lang).replace("{name}", name);
        match self {
            Self::NoColumn(name) => named(words::NO_COLUMN, name),
            Self::ColumnTwice(name) => named(words::COLUMN_TWICE, name),
            Self::MoreCells => words::MORE_CELLS.get(lang).to_owned(),
            Self::OpenQuote => words::OPEN_QUOTE.get(lang).to_owned(),
            Self::NoDays => words::NO_DAYS.get(lang).to_owned(),
            Self::NotADate(text) => named(words::NOT_A_DATE, text),
            Self::UnknownKind(text) => named(words::UNKNOWN_KIND, text),
            Self::UnknownCertainty(text) => named(words::UNKNOWN_CERTAINTY, text),
            Self::Day(problem) => day_problem(*problem).get(lang).to_owned(),
            Self::SameDate(line) => named(words::SAME_DATE, &line.to_string()),
        }
    }
}

/// What is wrong with a day, in words.
pub fn day_problem(problem: DayProblem) -> Text {
    match problem {
        DayProblem::Duplicate(_) => words::DUPLICATE,
        DayProblem::MakeUpOnWeekday => words::MAKE_UP_ON_WEEKDAY,
        DayProblem::OffOnWeekend => words::OFF_ON_WEEKEND,
        DayProblem::YearOutOfRange => words::YEAR_OUT_OF_RANGE,
        DayProblem::NoName => words::NO_NAME,
        DayProblem::TextTooLong => words::TOO_LONG,
    }
}
