//! What each day is, indexed once, so that counting working days costs the same over a week as over ten years.

use chrono::{Datelike, NaiveDate};

use super::{Calendar, CalendarDay, FIRST_YEAR, LAST_YEAR, expected_days, is_weekend};

/// The working days from 01/01 of [`FIRST_YEAR`] to 31/12 of [`LAST_YEAR`]: the calendar's days, and in years that it
/// does not announce those by rule besides. Build it once for a version of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCalendar {
    calendar: Calendar,
    /// The calendar's days and those supplied by rule, by date, each date once; the calendar's go first.
    days: Vec<CalendarDay>,
    /// The first and the last day.
    span: (NaiveDate, NaiveDate),
    /// For each day from the first: how many working days there are through it.
    through: Vec<u32>,
    /// The working days, in order.
    working: Vec<NaiveDate>,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayStatus<'c> {
    /// What it is, and why.
    pub is: DayIs<'c>,
    /// Whether its year is not announced, so that it may yet become something else.
    pub provisional: bool,
}

/// What a day is, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayIs<'c> {
    /// A working day, Monday to Friday.
    Weekday,
    /// A working day: a Saturday or Sunday that makes up for a day off.
    MakeUp(&'c CalendarDay),
    /// Off: a Saturday or Sunday that is nothing else.
    Weekend,
    /// Off, by the calendar or the rule of a year not announced.
    Off(&'c CalendarDay),
}

impl DayIs<'_> {
    /// Whether it is a working day.
    pub fn is_working(self) -> bool {
        matches!(self, Self::Weekday | Self::MakeUp(_))
    }
}

impl WorkingCalendar {
    /// Indexes a calendar.
    pub fn new(calendar: &Calendar) -> Self {
        let mut days = calendar.days().to_vec();
        for year in (FIRST_YEAR..=LAST_YEAR).filter(|year| !calendar.is_announced(*year)) {
            days.extend(expected_days(year).into_iter().filter(|day| calendar.entry(day.date).is_none()));
        }
        days.sort_by_key(|day| day.date);
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
        let last = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or_default();
        let (mut through, mut working, mut count) = (Vec::new(), Vec::new(), 0);
        let mut entries = days.iter().peekable();
        for date in first.iter_days().take_while(|date| *date <= last) {
            let entry = entries.next_if(|day| day.date == date);
            if entry.map_or(!is_weekend(date), |day| day.kind.is_worked()) {
                count += 1;
                working.push(date);
            }
            through.push(count);
        }
        Self { calendar: calendar.clone(), days, span: (first, last), through, working }
    }

    /// The calendar that it indexes.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The first and the last day that it knows.
    pub fn span(&self) -> (NaiveDate, NaiveDate) {
        self.span
    }

    /// Whether it knows a day.
    pub fn covers(&self, date: NaiveDate) -> bool {
        (self.span.0..=self.span.1).contains(&date)
    }

    /// The days off and make-up days of a year, by date, whether announced or by rule.
    pub fn days_of(&self, year: i32) -> impl Iterator<Item = &CalendarDay> {
        self.days.iter().filter(move |day| day.date.year() == year)
    }

    /// What a day is; none outside the span.
    pub fn day(&self, date: NaiveDate) -> Option<DayStatus<'_>> {
        if !self.covers(date) {
            return None;
        }
        let place = self.days.binary_search_by_key(&date, |day| day.date).ok();
        let is = match place.and_then(|place| self.days.get(place)) {
            Some(day) if day.kind.is_worked() => DayIs::MakeUp(day),
            Some(day) => DayIs::Off(day),
            None if is_weekend(date) => DayIs::Weekend,
            None => DayIs::Weekday,
        };
        Some(DayStatus { is, provisional: self.is_provisional(date) })
    }

    /// Whether the year of a day is not announced.
    pub fn is_provisional(&self, date: NaiveDate) -> bool {
        !self.calendar.is_announced(date.year())
    }

    /// Whether a day is a working day; never outside the span.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        date.pred_opt().is_some_and(|before| self.working_through(before) < self.working_through(date))
    }

    /// The first working day on or after a day; none past the span or before it.
    pub fn next_working_on_or_after(&self, date: NaiveDate) -> Option<NaiveDate> {
        self.nth_working_after(date.pred_opt()?, 1).filter(|_| self.covers(date))
    }

    /// The last working day before a day; none before the span or past it.
    pub fn last_working_before(&self, date: NaiveDate) -> Option<NaiveDate> {
        let rank = self.working_through(date.pred_opt()?).checked_sub(1)?;
        self.working.get(usize::try_from(rank).ok()?).copied().filter(|_| self.covers(date))
    }

    /// How many working days there are after one day through another; 0 if the second is not later. Days outside the
    /// span count as none.
    pub fn working_days_between(&self, after: NaiveDate, through: NaiveDate) -> u32 {
        self.working_through(through).saturating_sub(self.working_through(after))
    }

    /// The `count`th working day after a day, from 1; none past the span.
    pub(super) fn nth_working_after(&self, date: NaiveDate, count: u32) -> Option<NaiveDate> {
        let rank = self.working_through(date).checked_add(count)?.checked_sub(1)?;
        self.working.get(usize::try_from(rank).ok()?).copied()
    }

    /// How many working days there are from the first day through this one.
    fn working_through(&self, date: NaiveDate) -> u32 {
        let place = usize::try_from(date.num_days_from_ce() - self.span.0.num_days_from_ce());
        let last = self.through.last().copied().unwrap_or_default();
        place.map_or(0, |place| self.through.get(place).copied().unwrap_or(last))
    }
}
