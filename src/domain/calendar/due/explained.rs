//! The due date with what became of each day on the way, found by walking the days one by one.

use chrono::{NaiveDate, NaiveTime};

use super::{
    Due, DueDate, DueError, Skip, Step, StepKind, check_stops, days_of_months, due_on, is_too_late, minutes_left,
};
use crate::domain::calendar::term::whole_minute;
use crate::domain::calendar::{CalendarDay, ClockStop, DayIs, OfficeHours, Receipt, Term, WorkingCalendar};

/// When a dossier is due, with every day from receipt to the due date and what became of it. The date is that of
/// [`due_date`](super::due_date), errors included.
pub fn due(
    receipt: &Receipt,
    term: &Term,
    stops: &[ClockStop],
    calendar: &WorkingCalendar,
    office: &OfficeHours,
) -> Result<Due, DueError> {
    check_stops(stops)?;
    let mut walk = Walk { stops, calendar, date: receipt.date, steps: Vec::new() };
    let mut time = None;
    match term {
        Term::WorkingDays(length) => {
            walk.day()?;
            walk.skip(Skip::FirstDay);
            walk.working_days(length.get())?;
        }
        Term::CalendarDays(length) => {
            walk.day()?;
            walk.skip(Skip::FirstDay);
            walk.calendar_days(length.get())?;
        }
        Term::Months(length) => {
            walk.day()?;
            walk.skip(Skip::FirstDay);
            walk.calendar_days(days_of_months(receipt.date, *length)?)?;
        }
        Term::SameDay { cut_off } => {
            if is_too_late(receipt, *cut_off) {
                walk.day()?;
                walk.skip(Skip::TooLate);
            }
            walk.working_days(1)?;
        }
        Term::WorkingHours(length) => {
            let mut left = length.get() * 60;
            let mut from = receipt.time.map(whole_minute);
            let mut available = minutes_left(receipt, office);
            loop {
                match walk.until_working()? {
                    date if date == receipt.date => {}
                    _ => (from, available) = (Some(NaiveTime::MIN), office.minutes()),
                }
                let minutes = left.min(available);
                left -= minutes;
                if minutes == 0 {
                    walk.skip(Skip::TooLate);
                } else {
                    walk.count(|make_up| StepKind::Worked { minutes, make_up })?;
                }
                if left == 0 {
                    time = from.map(|from| office.after_minutes(from, minutes));
                    break;
                }
            }
        }
    }
    let date = walk.steps.last().map_or(receipt.date, |step| step.date);
    let due: DueDate = due_on(date, time, receipt, term, calendar);
    Ok(Due { due, steps: walk.steps })
}

/// A walk over the days: the next one, and what became of those before.
struct Walk<'a> {
    stops: &'a [ClockStop],
    calendar: &'a WorkingCalendar,
    date: NaiveDate,
    steps: Vec<Step>,
}

impl<'a> Walk<'a> {
    /// What the next day is.
    fn day(&self) -> Result<DayIs<'a>, DueError> {
        self.calendar.day(self.date).map(|day| day.is).ok_or(DueError::OutsideCalendar)
    }

    /// The stop that the next day is in; an error where that one has no end.
    fn stop(&self) -> Result<Option<&'a ClockStop>, DueError> {
        let mut holding = self.stops.iter().filter(|stop| stop.holds(self.date));
        let open = holding.clone().filter(|stop| stop.to.is_none()).map(|stop| stop.from).min();
        open.map_or_else(|| Ok(holding.next()), |since| Err(DueError::StillStopped(since)))
    }

    fn push(&mut self, kind: StepKind) {
        self.steps.push(Step { date: self.date, kind, provisional: self.calendar.is_provisional(self.date) });
        self.date = self.date.succ_opt().unwrap_or(self.date);
    }

    fn skip(&mut self, why: Skip) {
        self.push(StepKind::Skipped(why));
    }

    /// Takes the next day as one that counts.
    fn count(&mut self, kind: impl FnOnce(Option<CalendarDay>) -> StepKind) -> Result<(), DueError> {
        let make_up = match self.day()? {
            DayIs::MakeUp(day) => Some(day.clone()),
            DayIs::Weekday | DayIs::Weekend | DayIs::Off(_) => None,
        };
        self.push(kind(make_up));
        Ok(())
    }

    /// Skips to a working day in no stop and says which it is. A day that is off anyway is said to be off, in a stop
    /// or not: what a stop cost is the working days that it took.
    fn until_working(&mut self) -> Result<NaiveDate, DueError> {
        loop {
            let (day, stop) = (self.day()?, self.stop()?);
            match (day, stop) {
                (DayIs::Weekend, _) => self.skip(Skip::Weekend),
                (DayIs::Off(day), _) => self.skip(Skip::DayOff(day.clone())),
                (DayIs::Weekday | DayIs::MakeUp(_), Some(stop)) => self.skip(Skip::Stop(stop.why.clone())),
                (DayIs::Weekday | DayIs::MakeUp(_), None) => return Ok(self.date),
            }
        }
    }

    /// Skips to a day of any kind in no stop and says what it is.
    fn until_running(&mut self) -> Result<DayIs<'a>, DueError> {
        loop {
            let day = self.day()?;
            match self.stop()? {
                Some(stop) => self.skip(Skip::Stop(stop.why.clone())),
                None => return Ok(day),
            }
        }
    }

    fn working_days(&mut self, count: u32) -> Result<(), DueError> {
        for number in 1..=count {
            self.until_working()?;
            self.count(|make_up| StepKind::Counted { number, make_up })?;
        }
        Ok(())
    }

    /// Counts days of any kind, then goes on to a working day unless the last one is.
    fn calendar_days(&mut self, count: u32) -> Result<(), DueError> {
        let mut ends_working = false;
        for number in 1..=count {
            ends_working = self.until_running()?.is_working();
            self.count(|make_up| StepKind::Counted { number, make_up })?;
        }
        if !ends_working {
            self.until_working()?;
            self.count(|make_up| StepKind::RolledTo { make_up })?;
        }
        Ok(())
    }
}
