//! What was typed into the reckoner, and what follows from it.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::calendar::{ClockStop, Due, DueError, Length, OfficeHours, Receipt, Term, WorkingCalendar, due};
use crate::ui::components::date_field::TypedDate;
use crate::words::catalogue::calendar as words;
use crate::words::format;
use crate::words::parse;
use crate::words::{Lang, Text};

/// The unit of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermUnit {
    WorkingDays,
    CalendarDays,
    WorkingHours,
    SameDay,
}

impl TermUnit {
    /// Every unit with its words.
    pub(super) const ALL: [(Self, Text); 4] = [
        (Self::WorkingDays, words::WORKING_DAYS),
        (Self::CalendarDays, words::CALENDAR_DAYS),
        (Self::WorkingHours, words::WORKING_HOURS),
        (Self::SameDay, words::SAME_DAY),
    ];

    /// Whether the hour of receipt counts.
    pub(super) fn has_hour(self) -> bool {
        matches!(self, Self::WorkingHours | Self::SameDay)
    }
}

/// A clock stop as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypedStop {
    pub(super) from: TypedDate,
    pub(super) to: TypedDate,
    pub(super) why: String,
}

/// Everything as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) received: TypedDate,
    /// As a time field gives it, `08:30`, or blank.
    pub(super) time: String,
    pub(super) unit: TermUnit,
    pub(super) length: String,
    /// As a time field gives it, or blank.
    pub(super) cut_off: String,
    pub(super) stops: Vec<TypedStop>,
}

/// Why there is no due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoDue {
    /// Something is still to be filled.
    Unfilled,
    /// A date is half typed.
    BrokenDate,
    /// The length is none.
    BadLength,
    /// A stop has no first day.
    StopWithoutFrom,
    /// The dates themselves do not allow it.
    Dates(DueError),
}

impl NoDue {
    /// The reason in words.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        let text = match self {
            Self::Unfilled => words::FILL,
            Self::BrokenDate => words::DATE_BROKEN,
            Self::BadLength => words::LENGTH_WRONG,
            Self::StopWithoutFrom => words::STOP_WITHOUT_FROM,
            Self::Dates(DueError::ReversedStop(_)) => words::STOP_REVERSED,
            Self::Dates(DueError::StillStopped(_)) => words::STILL_STOPPED,
            Self::Dates(DueError::OutsideCalendar) => words::OUTSIDE,
        };
        let sentence = text.get(lang);
        match self {
            Self::Dates(DueError::ReversedStop(number)) => sentence.replace("{n}", &number.to_string()),
            Self::Dates(DueError::StillStopped(since)) => sentence.replace("{date}", &format::date(*since)),
            _ => sentence.to_owned(),
        }
    }
}

impl Entry {
    /// The due date with every day on the way.
    pub(super) fn reckon(&self, calendar: &WorkingCalendar) -> Result<(Receipt, Due), NoDue> {
        let Some(date) = day(self.received)? else { return Err(NoDue::Unfilled) };
        let hour = if self.unit.has_hour() { time(&self.time) } else { None };
        let receipt = Receipt { date, time: hour };
        let term = self.term()?;
        let stops = self.stops.iter().map(stop).collect::<Result<Vec<_>, _>>()?;
        let due = due(&receipt, &term, &stops, calendar, &OfficeHours::default()).map_err(NoDue::Dates)?;
        Ok((receipt, due))
    }

    fn term(&self) -> Result<Term, NoDue> {
        if self.unit == TermUnit::SameDay {
            return Ok(Term::SameDay { cut_off: time(&self.cut_off) });
        }
        let typed = parse::count(&self.length, u64::from(Length::MOST)).ok().ok_or(NoDue::BadLength)?;
        let length = u32::try_from(typed.ok_or(NoDue::Unfilled)?).unwrap_or_default();
        let term = match self.unit {
            TermUnit::CalendarDays => Term::calendar_days(length),
            TermUnit::WorkingHours => Term::working_hours(length),
            TermUnit::WorkingDays | TermUnit::SameDay => Term::working_days(length),
        };
        term.ok().ok_or(NoDue::BadLength)
    }
}

fn stop(typed: &TypedStop) -> Result<ClockStop, NoDue> {
    let from = day(typed.from)?.ok_or(NoDue::StopWithoutFrom)?;
    Ok(ClockStop { from, to: day(typed.to)?, why: typed.why.trim().to_owned() })
}

fn day(typed: TypedDate) -> Result<Option<NaiveDate>, NoDue> {
    match typed {
        TypedDate::Blank => Ok(None),
        TypedDate::Day(day) => Ok(Some(day)),
        TypedDate::Broken => Err(NoDue::BrokenDate),
    }
}

/// What a time field says; a field that is not filled says nothing.
fn time(typed: &str) -> Option<NaiveTime> {
    let (hour, minute) = typed.split_once(':')?;
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::fixture::working;

    fn date(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn entry(received: &str, length: &str) -> Entry {
        Entry {
            received: TypedDate::Day(date(received)),
            time: String::new(),
            unit: TermUnit::WorkingDays,
            length: length.to_owned(),
            cut_off: String::new(),
            stops: Vec::new(),
        }
    }

    fn due_on(entry: &Entry) -> Result<String, NoDue> {
        entry.reckon(&working()).map(|(_, due)| due.due.date.to_string())
    }

    #[test]
    fn what_is_typed_gives_the_due_date() {
        assert_eq!(due_on(&entry("2018-02-12", "5")), Ok("2018-02-26".to_owned()));
        assert_eq!(
            due_on(&Entry { unit: TermUnit::CalendarDays, ..entry("2018-02-12", "05") }),
            Ok("2018-02-21".to_owned())
        );
    }

    #[test]
    fn the_hour_counts_only_where_the_unit_has_hours() {
        let late =
            |unit| Entry { time: "15:30".to_owned(), cut_off: "15:00".to_owned(), unit, ..entry("2024-04-24", "1") };
        assert_eq!(due_on(&late(TermUnit::SameDay)), Ok("2024-04-25".to_owned()));
        assert_eq!(due_on(&late(TermUnit::WorkingHours)), Ok("2024-04-24".to_owned()));
        assert_eq!(late(TermUnit::WorkingDays).reckon(&working()).map(|(receipt, _)| receipt.time), Ok(None));
    }

    #[test]
    fn a_stop_counts_both_its_days() {
        let stop = TypedStop {
            from: TypedDate::Day(date("2024-04-23")),
            to: TypedDate::Day(date("2024-04-24")),
            why: " bổ sung ".to_owned(),
        };
        assert_eq!(due_on(&Entry { stops: vec![stop], ..entry("2024-04-22", "1") }), Ok("2024-04-25".to_owned()));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        let whole = entry("2024-04-22", "3");
        let stop = |from, to| vec![TypedStop { from, to, why: String::new() }];
        let (early, late) = (TypedDate::Day(date("2024-04-23")), TypedDate::Day(date("2024-04-25")));
        let cases = [
            (Entry { received: TypedDate::Blank, ..whole.clone() }, NoDue::Unfilled),
            (Entry { received: TypedDate::Broken, ..whole.clone() }, NoDue::BrokenDate),
            (Entry { length: String::new(), ..whole.clone() }, NoDue::Unfilled),
            (Entry { length: "0".to_owned(), ..whole.clone() }, NoDue::BadLength),
            (Entry { length: "1001".to_owned(), ..whole.clone() }, NoDue::BadLength),
            (Entry { length: "ba".to_owned(), ..whole.clone() }, NoDue::BadLength),
            (Entry { stops: stop(TypedDate::Blank, late), ..whole.clone() }, NoDue::StopWithoutFrom),
            (Entry { stops: stop(late, early), ..whole.clone() }, NoDue::Dates(DueError::ReversedStop(1))),
            (
                Entry { stops: stop(early, TypedDate::Blank), ..whole.clone() },
                NoDue::Dates(DueError::StillStopped(date("2024-04-23"))),
            ),
            (Entry { received: TypedDate::Day(date("2061-01-04")), ..whole }, NoDue::Dates(DueError::OutsideCalendar)),
        ];
        for (entry, reason) in cases {
            assert_eq!(due_on(&entry), Err(reason), "{entry:?}");
        }
    }
}
