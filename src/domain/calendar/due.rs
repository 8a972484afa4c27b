//! Due dates (ngày hẹn trả theo quy định), fast ([`due_date`]) and explained day by day ([`due`]). The two are written
//! apart, and a test holds one against the other.
//!
//! The day of receipt is not counted; days inside a clock stop are not counted; a due date is a working day outside
//! every stop. Where the hour of receipt matters and is not known, it is taken to be late in the day: the later due
//! date accuses nobody wrongly, and says that it assumes so.

use chrono::{Days, Months, NaiveDate, NaiveTime};

use super::term::{Length, whole_minute};
use super::{CalendarDay, ClockStop, OfficeHours, Receipt, Term, WorkingCalendar};

pub use explained::due;

mod explained;

#[cfg(test)]
mod tests;

/// When a dossier is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDate {
    /// The day, a working day; the dossier is in time until its end.
    pub date: NaiveDate,
    /// The minute, for a term in working hours only.
    pub time: Option<NaiveTime>,
    /// Whether the calendar of the year of receipt or of the due date is not announced.
    pub provisional: bool,
    /// Whether the hour of receipt matters and is not known, so that the latest is assumed.
    pub time_assumed: bool,
}

/// When a dossier is due, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// When.
    pub due: DueDate,
    /// What became of each day from receipt to the due date, none left out.
    pub steps: Vec<Step>,
}

/// What became of a day on the way to the due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The day.
    pub date: NaiveDate,
    /// What became of it.
    pub kind: StepKind,
    /// Whether its year is not announced.
    pub provisional: bool,
}

/// What became of a day on the way to the due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Counted as a day of the term.
    Counted {
        /// The how manyth, from 1.
        number: u32,
        /// The calendar's entry, where a make-up day is why a Saturday or Sunday is worked.
        make_up: Option<CalendarDay>,
    },
    /// Some of its office hours were counted.
    Worked {
        /// How many minutes.
        minutes: u32,
        /// The calendar's entry, where a make-up day is why a Saturday or Sunday is worked.
        make_up: Option<CalendarDay>,
    },
    /// The last day of a term in days was off, and this is the working day on which the term ends.
    RolledTo {
        /// The calendar's entry, where a make-up day is why a Saturday or Sunday is worked.
        make_up: Option<CalendarDay>,
    },
    /// Not counted.
    Skipped(Skip),
}

/// Why a day is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skip {
    /// The day of receipt (Điều 147 Bộ luật Dân sự 2015).
    FirstDay,
    /// The day of receipt, after the cut-off hour or with no office hour left.
    TooLate,
    /// A Saturday or Sunday.
    Weekend,
    /// A day off by the calendar.
    DayOff(CalendarDay),
    /// Inside a clock stop, on a day that would have been counted; with the stop's reason.
    Stop(String),
}

/// Why there is no due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DueError {
    /// A stop ends before it begins. Stops count from 1.
    #[error("clock stop {0} ends before it begins")]
    ReversedStop(usize),
    /// The clock stands still and the term is not over: the due date is open.
    #[error("the clock stands still since {0}")]
    StillStopped(NaiveDate),
    /// The receipt or the due date lies outside the years that the calendar knows.
    #[error("a date lies outside the years of the calendar")]
    OutsideCalendar,
}

/// When a dossier is due: the fast way. See [`Term`] and [`ClockStop`] for the rules.
pub fn due_date(
    receipt: &Receipt,
    term: &Term,
    stops: &[ClockStop],
    calendar: &WorkingCalendar,
    office: &OfficeHours,
) -> Result<DueDate, DueError> {
    if !calendar.covers(receipt.date) {
        return Err(DueError::OutsideCalendar);
    }
    let clock = Clock { calendar, stops: ordered(stops)? };
    let mut time = None;
    let date = match term {
        Term::WorkingDays(length) => clock.advance(receipt.date, length.get(), Counting::Working)?,
        Term::CalendarDays(length) => clock.rolled(receipt.date, length.get())?,
        Term::Months(length) => clock.rolled(receipt.date, days_of_months(receipt.date, *length)?)?,
        Term::SameDay { cut_off } => {
            let on_the_day = !is_too_late(receipt, *cut_off) && clock.runs_on(receipt.date);
            if on_the_day { receipt.date } else { clock.advance(receipt.date, 1, Counting::Working)? }
        }
        Term::WorkingHours(length) => {
            let (date, end) = clock.hours(receipt, *length, office)?;
            time = Some(end);
            date
        }
    };
    Ok(due_on(date, time, receipt, term, calendar))
}

fn due_on(
    date: NaiveDate,
    time: Option<NaiveTime>,
    receipt: &Receipt,
    term: &Term,
    calendar: &WorkingCalendar,
) -> DueDate {
    let provisional = calendar.is_provisional(receipt.date) || calendar.is_provisional(date);
    let time_matters = matches!(term, Term::WorkingHours(_) | Term::SameDay { cut_off: Some(_) });
    DueDate { date, time, provisional, time_assumed: time_matters && receipt.time.is_none() }
}

/// Whether a dossier came after the cut-off hour. The minute of the cut-off itself is in time.
fn is_too_late(receipt: &Receipt, cut_off: Option<NaiveTime>) -> bool {
    cut_off.is_some_and(|cut_off| receipt.time.is_none_or(|time| whole_minute(time) > whole_minute(cut_off)))
}

/// Minutes of work left on the day of receipt; none where its hour is not known.
fn minutes_left(receipt: &Receipt, office: &OfficeHours) -> u32 {
    receipt.time.map_or(0, |time| office.minutes_from(whole_minute(time)))
}

/// How many days so many months from a day on are.
fn days_of_months(from: NaiveDate, length: Length) -> Result<u32, DueError> {
    let end = from.checked_add_months(Months::new(length.get())).ok_or(DueError::OutsideCalendar)?;
    u32::try_from((end - from).num_days()).map_err(|_negative| DueError::OutsideCalendar)
}

fn check_stops(stops: &[ClockStop]) -> Result<(), DueError> {
    match stops.iter().position(ClockStop::is_reversed) {
        Some(place) => Err(DueError::ReversedStop(place + 1)),
        None => Ok(()),
    }
}

fn ordered(stops: &[ClockStop]) -> Result<Vec<&ClockStop>, DueError> {
    check_stops(stops)?;
    let mut ordered: Vec<&ClockStop> = stops.iter().collect();
    ordered.sort_by_key(|stop| stop.from);
    Ok(ordered)
}

/// Which days a term counts.
#[derive(Clone, Copy)]
enum Counting {
    Working,
    Calendar,
}

/// The calendar with the stops, by their first day.
struct Clock<'a> {
    calendar: &'a WorkingCalendar,
    stops: Vec<&'a ClockStop>,
}

impl Clock<'_> {
    /// The `count`th day after a day that is counted and in no stop.
    fn advance(&self, after: NaiveDate, count: u32, counting: Counting) -> Result<NaiveDate, DueError> {
        let (mut after, mut left) = (after, count);
        let last = self.calendar.span().1;
        for stop in self.stops.iter().filter(|stop| stop.from <= last) {
            let before_stop = stop.from.pred_opt().map_or(0, |until| self.between(after, until, counting));
            if left <= before_stop {
                break;
            }
            left -= before_stop;
            after = after.max(stop.to.ok_or(DueError::StillStopped(stop.from))?);
        }
        let end = match counting {
            Counting::Working => self.calendar.nth_working_after(after, left),
            Counting::Calendar => after.checked_add_days(Days::new(u64::from(left))),
        };
        end.filter(|end| self.calendar.covers(*end)).ok_or(DueError::OutsideCalendar)
    }

    /// The `count`th day of any kind, or the next working day where that one is off.
    fn rolled(&self, after: NaiveDate, count: u32) -> Result<NaiveDate, DueError> {
        let last = self.advance(after, count, Counting::Calendar)?;
        if self.calendar.is_working(last) { Ok(last) } else { self.advance(last, 1, Counting::Working) }
    }

    /// How many days are counted after one day through another.
    fn between(&self, after: NaiveDate, through: NaiveDate, counting: Counting) -> u32 {
        match counting {
            Counting::Working => self.calendar.working_days_between(after, through),
            Counting::Calendar => u32::try_from((through - after).num_days()).unwrap_or(0),
        }
    }

    /// Whether a day is a working day in no stop.
    fn runs_on(&self, date: NaiveDate) -> bool {
        self.calendar.is_working(date) && !self.stops.iter().any(|stop| stop.holds(date))
    }

    /// The day and the minute at which so many working hours are over.
    fn hours(
        &self,
        receipt: &Receipt,
        length: Length,
        office: &OfficeHours,
    ) -> Result<(NaiveDate, NaiveTime), DueError> {
        let mut left = length.get() * 60;
        if let Some(time) = receipt.time.filter(|_| self.runs_on(receipt.date)) {
            let today = minutes_left(receipt, office);
            if left <= today {
                return Ok((receipt.date, office.after_minutes(whole_minute(time), left)));
            }
            left -= today;
        }
        let a_day = office.minutes().max(1);
        let days = left.div_ceil(a_day);
        let date = self.advance(receipt.date, days, Counting::Working)?;
        Ok((date, office.after_minutes(NaiveTime::MIN, left - (days - 1) * a_day)))
    }
}

/// When an apology had to be out, in both readings of "at latest one day before the deadline".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyDeadlines {
    /// The day before the due date, working day or not.
    pub calendar_day_before: NaiveDate,
    /// The last working day before the due date, never later than the other reading.
    pub working_day_before: NaiveDate,
}

/// When an apology for a dossier due on this day had to be out: "chậm nhất trước 01 ngày" (NĐ 61/2018/NĐ-CP; whether
/// a calendar or a working day is meant is not settled). No reading asks for a letter before the dossier came. None where
/// the dossier is due on the day it came, and at the edge of the calendar's years or outside them.
pub fn apology_deadlines(
    due: NaiveDate,
    received: Option<NaiveDate>,
    calendar: &WorkingCalendar,
) -> Option<ApologyDeadlines> {
    let received = received.unwrap_or(NaiveDate::MIN);
    let calendar_day_before = due.pred_opt().filter(|day| *day >= received)?;
    let working_day_before = calendar.last_working_before(due)?.max(received);
    Some(ApologyDeadlines { calendar_day_before, working_day_before })
}
