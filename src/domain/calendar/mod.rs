//! The working calendar (lịch làm việc): days off and make-up days as versioned data that the user can edit, what
//! each day is, and the due dates that follow.
//!
//! A working day (ngày làm việc) is Monday to Friday but for holidays, days in lieu and swapped days off, and a
//! make-up Saturday besides. Which days of Tết are off, which day beside 02/9, and what is swapped is announced year by
//! year; outside the announced years the days off are supplied by rule ([`expected_days`]) and all that rests on them
//! is provisional. Local closures (storms, epidemics) are in no calendar until the user enters them.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::answer::MAX_TEXT_BYTES;

pub use due::{ApologyDeadlines, Due, DueDate, DueError, Skip, Step, StepKind, apology_deadlines, due, due_date};
pub use expected::expected_days;
pub use lunar::{FIRST_YEAR, LAST_YEAR};
pub use term::{ClockStop, Length, OfficeHours, OfficeHoursError, Receipt, Session, Term, TermError};
pub use term_text::{TermFault, TermRemark, TermText, read_term};
pub use working::{DayIs, DayStatus, WorkingCalendar};

mod codes;
mod due;
mod expected;
mod lunar;
mod term;
mod term_text;
mod words;
mod working;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

/// The most days that a calendar holds: far more than there are in 46 years of about 15.
pub const MAX_DAYS: usize = 5_000;

/// The highest version of a calendar.
pub const MAX_VERSION: u32 = 1_000_000;

/// A calendar that passed its checks; it is read back through the same checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CalendarRecord", into = "CalendarRecord")]
pub struct Calendar(CalendarRecord);

/// A calendar as it is written down, unchecked. [`Calendar::try_from`] checks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarRecord {
    /// Its id, the same for all versions.
    pub id: String,
    /// Its version, 1 to [`MAX_VERSION`]; each edit is a new one.
    pub version: u32,
    /// Its name.
    pub name: String,
    /// The first year whose days off are all in it, [`FIRST_YEAR`] to [`LAST_YEAR`].
    pub announced_from: i32,
    /// The last year whose days off were announced and are all in it, up to [`LAST_YEAR`].
    pub announced_through: i32,
    /// Days off and make-up days, by date, each date once. Days of other years add to those supplied by rule.
    pub days: Vec<CalendarDay>,
}

/// A day that is not what its weekday says, or would not be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarDay {
    /// The date.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// Its name in Vietnamese, such as "Quốc khánh".
    pub name: String,
    /// The law or announcement it rests on; may be empty.
    pub basis: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a day in the calendar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Nghỉ lễ: a public holiday, on whatever weekday.
    Holiday,
    /// Nghỉ Tết: one of the days off at the lunar new year, on whatever weekday.
    Tet,
    /// Nghỉ bù: off in lieu of a holiday on a weekly day off (khoản 3 Điều 111 Bộ luật Lao động 2019).
    InLieu,
    /// Nghỉ hoán đổi: a working day swapped off against a make-up day.
    SwappedOff,
    /// Làm bù: a Saturday or Sunday that is worked.
    MakeUp,
}

impl DayKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Holiday, Self::Tet, Self::InLieu, Self::SwappedOff, Self::MakeUp];

    /// Whether the day is worked.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::MakeUp)
    }
}

/// How sure a day is: what it was verified against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Fixed by law.
    Law,
    /// Computed from law, or from the lunar calendar.
    Computed,
    /// A stored page confirms the announcement.
    Page,
    /// A repository cites the announcement.
    Repository,
    /// The `holidays` library cites the announcement.
    Library,
    /// Entered by the user.
    User,
}

/// A change to a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CalendarEdit {
    /// Add a day on a date that has none.
    Add(CalendarDay),
    /// Put a day in the place of the one on a date.
    Replace {
        /// The date of the day to replace.
        date: NaiveDate,
        /// What takes its place, on the same date or another free one.
        day: CalendarDay,
    },
    /// Remove the day on a date.
    Remove(NaiveDate),
    /// Add a working day that is off and the Saturday or Sunday that makes up for it.
    Swap {
        /// The day off.
        off: CalendarDay,
        /// The day that makes up for it.
        make_up: CalendarDay,
    },
    /// Say that all days off through this year are in the calendar now.
    AnnounceThrough(i32),
    /// Say that the year after the last announced one is announced.
    Announce {
        /// The year.
        year: i32,
        /// The announcement: the basis of days that have none, and of those by rule.
        basis: String,
        /// Whether its days by rule become days of the calendar, to be changed where the announcement says otherwise.
        by_rule: bool,
    },
}

/// Why a calendar or an edit cannot be taken. Rows count from 1 in the list as given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The id or the name is blank or too long.
    #[error("the calendar's id and name must be 1 to {MAX_TEXT_BYTES} bytes")]
    BadName,
    /// The version is not 1 to [`MAX_VERSION`].
    #[error("version {0} is not 1 to {MAX_VERSION}")]
    BadVersion(u32),
    /// The announced years are out of range or in the wrong order.
    #[error("announced years {from} to {through} must lie in {FIRST_YEAR} to {LAST_YEAR}, the first one first")]
    BadYears {
        /// The first.
        from: i32,
        /// The last.
        through: i32,
    },
    /// More than [`MAX_DAYS`] days.
    #[error("a calendar holds at most {MAX_DAYS} days")]
    TooManyDays,
    /// Something is wrong with one day.
    #[error("row {row}, {date}: {problem}")]
    Day {
        /// Its row.
        row: usize,
        /// Its date.
        date: NaiveDate,
        /// What is wrong.
        problem: DayProblem,
    },
    /// An edit names a date on which the calendar has no day.
    #[error("the calendar has no day on {0}")]
    NoSuchDay(NaiveDate),
}

/// What is wrong with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DayProblem {
    /// Another row has the same date.
    #[error("row {0} has the same date")]
    Duplicate(usize),
    /// A make-up day on Monday to Friday, which is worked anyway.
    #[error("a make-up day must be a Saturday or Sunday")]
    MakeUpOnWeekday,
    /// A day in lieu or swapped off on a Saturday or Sunday, which is off anyway.
    #[error("a day off in lieu or swapped off must be Monday to Friday")]
    OffOnWeekend,
    /// A date outside [`FIRST_YEAR`] to [`LAST_YEAR`].
    #[error("the year must be {FIRST_YEAR} to {LAST_YEAR}")]
    YearOutOfRange,
    /// No name.
    #[error("a day needs a name")]
    NoName,
    /// A text longer than [`MAX_TEXT_BYTES`].
    #[error("a text is longer than {MAX_TEXT_BYTES} bytes")]
    TextTooLong,
}

/// Whether a date is a Saturday or Sunday, the weekly days off of public offices.
pub(crate) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_covered(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

impl Calendar {
    /// What the calendar holds.
    pub fn record(&self) -> &CalendarRecord {
        &self.0
    }

    /// Its days, by date.
    pub fn days(&self) -> &[CalendarDay] {
        &self.0.days
    }

    /// Its day on a date; none where the weekday alone decides, or the rule of a year not announced.
    pub fn entry(&self, date: NaiveDate) -> Option<&CalendarDay> {
        let place = self.0.days.binary_search_by_key(&date, |day| day.date).ok()?;
        self.0.days.get(place)
    }

    /// Whether all days off of the year are in it, so that its dates are not provisional.
    pub fn is_announced(&self, year: i32) -> bool {
        (self.0.announced_from..=self.0.announced_through).contains(&year)
    }

    /// The calendar after an edit, one version higher, checked anew.
    pub fn edited(&self, edit: CalendarEdit) -> Result<Self, CalendarError> {
        let mut record = self.0.clone();
        record.version = record.version.saturating_add(1);
        match edit {
            CalendarEdit::Add(day) => record.days.push(day),
            CalendarEdit::Replace { date, day } => {
                let old = record.days.iter_mut().find(|old| old.date == date);
                *old.ok_or(CalendarError::NoSuchDay(date))? = day;
            }
            CalendarEdit::Remove(date) => {
                let before = record.days.len();
                record.days.retain(|day| day.date != date);
                if record.days.len() == before {
                    return Err(CalendarError::NoSuchDay(date));
                }
            }
            CalendarEdit::Swap { off, make_up } => record.days.extend([off, make_up]),
            CalendarEdit::AnnounceThrough(year) => record.announced_through = year,
            CalendarEdit::Announce { year, basis, by_rule } => {
                if year != self.0.announced_through + 1 {
                    return Err(CalendarError::BadYears { from: self.0.announced_from, through: year });
                }
                let unfounded = |day: &&mut CalendarDay| day.date.year() == year && day.basis.is_empty();
                record.days.iter_mut().filter(unfounded).for_each(|day| day.basis.clone_from(&basis));
                let expected = if by_rule { expected_days(year) } else { Vec::new() };
                let expected = expected.into_iter().filter(|day| self.entry(day.date).is_none());
                let announced = |day| CalendarDay { basis: basis.clone(), certainty: Certainty::User, ..day };
                record.days.extend(expected.map(announced));
                record.announced_through = year;
            }
        }
        Self::try_from(record)
    }
}

impl TryFrom<CalendarRecord> for Calendar {
    type Error = CalendarError;

    /// Checks a calendar and puts its days in order.
    fn try_from(mut record: CalendarRecord) -> Result<Self, CalendarError> {
        let is_text = |text: &str| !text.trim().is_empty() && text.len() <= MAX_TEXT_BYTES;
        if !is_text(&record.id) || !is_text(&record.name) {
            return Err(CalendarError::BadName);
        }
        if !(1..=MAX_VERSION).contains(&record.version) {
            return Err(CalendarError::BadVersion(record.version));
        }
        let (from, through) = (record.announced_from, record.announced_through);
        if !is_covered(from) || !is_covered(through) || through < from {
            return Err(CalendarError::BadYears { from, through });
        }
        if record.days.len() > MAX_DAYS {
            return Err(CalendarError::TooManyDays);
        }
        check_days(&record.days)?;
        record.days.sort_by_key(|day| day.date);
        Ok(Self(record))
    }
}

impl From<Calendar> for CalendarRecord {
    fn from(calendar: Calendar) -> Self {
        calendar.0
    }
}

fn check_days(days: &[CalendarDay]) -> Result<(), CalendarError> {
    let mut rows = std::collections::BTreeMap::new();
    for (row, day) in (1..).zip(days) {
        let problem = check_day(day).err().or_else(|| rows.insert(day.date, row).map(DayProblem::Duplicate));
        if let Some(problem) = problem {
            return Err(CalendarError::Day { row, date: day.date, problem });
        }
    }
    Ok(())
}

/// What is wrong with a day by itself, whatever the calendar holds.
pub fn check_day(day: &CalendarDay) -> Result<(), DayProblem> {
    if !is_covered(day.date.year()) {
        return Err(DayProblem::YearOutOfRange);
    }
    match day.kind {
        DayKind::MakeUp if !is_weekend(day.date) => return Err(DayProblem::MakeUpOnWeekday),
        DayKind::InLieu | DayKind::SwappedOff if is_weekend(day.date) => return Err(DayProblem::OffOnWeekend),
        DayKind::Holiday | DayKind::Tet | DayKind::InLieu | DayKind::SwappedOff | DayKind::MakeUp => {}
    }
    if day.name.trim().is_empty() {
        return Err(DayProblem::NoName);
    }
    if [&day.name, &day.basis].iter().any(|text| text.len() > MAX_TEXT_BYTES) {
        return Err(DayProblem::TextTooLong);
    }
    Ok(())
}
