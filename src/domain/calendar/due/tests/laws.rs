//! Laws that hold for any receipt, term, stops and calendar.

use proptest::prelude::*;

use super::*;
use crate::domain::calendar::fixture::{announced, entered};
use crate::domain::calendar::{Calendar, CalendarEdit, is_weekend};

/// A day of 2017 to 2031: on both sides of the announced years.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0..5_400_u64).prop_map(|days| date("1/1/2017") + Days::new(days))
}

fn receipt() -> impl Strategy<Value = Receipt> {
    let time = proptest::option::of((0..24_u32, 0..60_u32));
    (day(), time).prop_map(|(date, time)| {
        let time = time.map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
        Receipt { date, time }
    })
}

fn term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (1..60_u32).prop_map(days),
        (1..60_u32).prop_map(|length| Term::calendar_days(length).unwrap()),
        (1..24_u32).prop_map(|length| Term::months(length).unwrap()),
        (1..200_u32).prop_map(|length| Term::working_hours(length).unwrap()),
        proptest::option::of(0..24_u32)
            .prop_map(|hour| { Term::SameDay { cut_off: hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 30, 0)) } }),
    ]
}

/// Stops around a day: some before it, some over each other, some reversed, some without an end.
fn stops_around(date: NaiveDate) -> impl Strategy<Value = Vec<ClockStop>> {
    let stop = (0..80_u64, prop_oneof![9 => (-1..20_i64).prop_map(Some), 1 => Just(None)]);
    let stop = stop.prop_map(move |(begin, length)| {
        let from = date - Days::new(10) + Days::new(begin);
        let to = length.map(|length| from + chrono::TimeDelta::days(length));
        ClockStop { from, to, why: format!("{begin}") }
    });
    proptest::collection::vec(stop, 0..4)
}

fn case() -> impl Strategy<Value = (Receipt, Vec<ClockStop>)> {
    receipt().prop_flat_map(|receipt| (Just(receipt), stops_around(receipt.date)))
}

fn fast(receipt: &Receipt, term: &Term, stops: &[ClockStop], calendar: &WorkingCalendar) -> Result<DueDate, DueError> {
    due_date(receipt, term, stops, calendar, &OfficeHours::default())
}

fn stopped(stops: &[ClockStop], date: NaiveDate) -> bool {
    stops.iter().any(|stop| stop.holds(date))
}

/// The announced calendar with another holiday, unless it has a day there.
fn with_holiday(date: NaiveDate) -> Option<Calendar> {
    announced().edited(CalendarEdit::Add(entered(date, DayKind::Holiday))).ok()
}

thread_local! {
    static CALENDAR: WorkingCalendar = working();
}

proptest! {
    #[test]
    fn the_fast_way_and_the_explained_one_agree((receipt, stops) in case(), term in term()) {
        CALENDAR.with(|calendar| {
            let explained = due(&receipt, &term, &stops, calendar, &OfficeHours::default());
            prop_assert_eq!(explained.map(|due| due.due), fast(&receipt, &term, &stops, calendar));
            Ok(())
        })?;
    }

    #[test]
    fn a_due_date_is_a_working_day_outside_every_stop((receipt, stops) in case(), term in term()) {
        CALENDAR.with(|calendar| {
            if let Ok(due) = fast(&receipt, &term, &stops, calendar) {
                prop_assert!(calendar.is_working(due.date) && !stopped(&stops, due.date));
                prop_assert!(receipt.date <= due.date);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_longer_term_in_working_days_ends_later((receipt, stops) in case(), length in 1..200_u32) {
        CALENDAR.with(|calendar| {
            let shorter = fast(&receipt, &days(length), &stops, calendar);
            let longer = fast(&receipt, &days(length + 1), &stops, calendar);
            match (shorter, longer) {
                (Ok(shorter), Ok(longer)) => prop_assert!(shorter.date < longer.date),
                (Err(error), longer) => prop_assert_eq!(longer, Err(error)),
                (Ok(_), Err(error)) => prop_assert!(matches!(error, DueError::StillStopped(_))),
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_longer_term_in_hours_ends_later_and_one_in_days_no_earlier((receipt, stops) in case(), length in 1..200_u32) {
        CALENDAR.with(|calendar| {
            let hours = |length| fast(&receipt, &Term::working_hours(length).unwrap(), &stops, calendar);
            if let (Ok(shorter), Ok(longer)) = (hours(length), hours(length + 1)) {
                prop_assert!((shorter.date, shorter.time) < (longer.date, longer.time));
            }
            let days = |length| fast(&receipt, &Term::calendar_days(length).unwrap(), &stops, calendar);
            if let (Ok(shorter), Ok(longer)) = (days(length), days(length + 1)) {
                prop_assert!(shorter.date <= longer.date);
            }
            Ok(())
        })?;
    }

    #[test]
    fn as_many_working_days_as_the_term_lie_between((receipt, stops) in case(), length in 1..200_u32) {
        CALENDAR.with(|calendar| {
            let free = fast(&receipt, &days(length), &[], calendar).unwrap();
            prop_assert_eq!(calendar.working_days_between(receipt.date, free.date), length);
            if let Ok(due) = fast(&receipt, &days(length), &stops, calendar) {
                let between = receipt.date.iter_days().skip(1).take_while(|day| *day <= due.date);
                let counted = between.filter(|day| calendar.is_working(*day) && !stopped(&stops, *day));
                prop_assert_eq!(u32::try_from(counted.count()).unwrap(), length);
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_steps_are_every_day_and_count_to_the_length((receipt, stops) in case(), length in 1..60_u32) {
        CALENDAR.with(|calendar| {
            if let Ok(due) = due(&receipt, &days(length), &stops, calendar, &OfficeHours::default()) {
                let dates: Vec<NaiveDate> = due.steps.iter().map(|step| step.date).collect();
                let all: Vec<NaiveDate> =
                    receipt.date.iter_days().take_while(|day| *day <= due.due.date).collect();
                prop_assert_eq!(dates, all);
                let numbers: Vec<u32> = due.steps.iter().filter_map(|step| match &step.kind {
                    StepKind::Counted { number, .. } => Some(*number),
                    StepKind::Worked { .. } | StepKind::RolledTo { .. } | StepKind::Skipped(_) => None,
                }).collect();
                prop_assert_eq!(numbers, (1..=length).collect::<Vec<_>>());
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_apology_is_due_on_a_working_day_no_later_than_the_day_before(day in day()) {
        CALENDAR.with(|calendar| {
            let deadlines = apology_deadlines(day, None, calendar).unwrap();
            prop_assert!(calendar.is_working(deadlines.working_day_before));
            prop_assert!(deadlines.working_day_before <= deadlines.calendar_day_before);
            prop_assert_eq!(calendar.working_days_between(deadlines.working_day_before, deadlines.calendar_day_before), 0);
            Ok(())
        })?;
    }
}

proptest! {
    // Each case indexes a calendar of its own.
    #![proptest_config(crate::domain::fixture::random::cases(64))]

    #[test]
    fn another_holiday_never_makes_a_due_date_earlier(
        (receipt, stops) in case(), term in term(), ahead in 0..60_u64,
    ) {
        let holiday = receipt.date + Days::new(ahead);
        if let Some(calendar) = with_holiday(holiday) {
            let more = fast(&receipt, &term, &stops, &WorkingCalendar::new(&calendar));
            let fewer = CALENDAR.with(|calendar| fast(&receipt, &term, &stops, calendar));
            match (fewer, more) {
                (Ok(fewer), Ok(more)) => prop_assert!((fewer.date, fewer.time) <= (more.date, more.time)),
                (Ok(_), Err(error)) => prop_assert!(matches!(error, DueError::StillStopped(_))),
                (Err(error), more) => prop_assert_eq!(more, Err(error)),
            }
        }
    }

    #[test]
    fn a_holiday_on_a_counted_day_moves_the_due_date(receipt in receipt(), length in 1..60_u32, nth in 1..60_u32) {
        let before = CALENDAR.with(|calendar| {
            let nth = calendar.nth_working_after(receipt.date, nth.min(length)).unwrap();
            (nth, fast(&receipt, &days(length), &[], calendar).unwrap().date)
        });
        let (holiday, due) = before;
        if let (false, Some(calendar)) = (is_weekend(holiday), with_holiday(holiday)) {
            let moved = fast(&receipt, &days(length), &[], &WorkingCalendar::new(&calendar)).unwrap().date;
            prop_assert!(due < moved, "{} {} {}", holiday, due, moved);
        }
    }
}
