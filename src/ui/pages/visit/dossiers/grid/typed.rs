//! What is typed into a cell, read: dates, terms, choices, counts. A text in which two things could be meant is refused.

use chrono::NaiveDate;

use crate::domain::calendar::{Term, TermFault, TermText, read_term};
use crate::domain::dossier::Seen;
use crate::words::catalogue::{dossiers, grid as words};
use crate::words::fold::fold;
use crate::words::parse::date::{self, DateError};
use crate::words::{Lang, Text, parse};

/// The most times that a dossier is re-appointed.
const MOST_TIMES: u64 = 1_000;

/// A day as typed: `12/5/2023`, `12-5-2023`, `12.5.2023`, `2023-05-12`. A blank is none. The day comes before the month,
/// and a year has four digits.
pub(super) fn day(typed: &str) -> Result<Option<NaiveDate>, Text> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    date::day(typed).map(Some).map_err(|error| match error {
        DateError::NoSuchDay | DateError::NoSuchMonth | DateError::Implausible => words::NO_SUCH_DATE,
        DateError::NotADate | DateError::TwoDigitYear | DateError::NotAnHour => words::DATE_WRONG,
    })
}

/// A date that may be missing on the paper, as typed: a day, or "không có".
pub(super) fn seen_day(typed: &str) -> Result<Seen<NaiveDate>, Text> {
    let folded = fold(typed.trim());
    if [words::ABSENT, dossiers::NO].iter().any(|text| is(&folded, *text)) {
        return Ok(Seen::Absent);
    }
    match day(typed) {
        Ok(day) => Ok(day.map_or(Seen::NotLookedAt, Seen::Is)),
        Err(words::DATE_WRONG) => Err(words::SEEN_DATE_WRONG),
        Err(fault) => Err(fault),
    }
}

/// A term as typed: `5 ngày làm việc`, `30 ngày`, `8 giờ làm việc`, `trong ngày`. A number alone has the unit of the term
/// `before`; where there was none, the unit is asked for.
pub(super) fn term(typed: &str, before: Option<Term>) -> Result<Option<Term>, Text> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match (read_term(typed), before) {
        (Ok(TermText::Is(Term::SameDay { cut_off: None }, _)), Some(before @ Term::SameDay { .. })) => Ok(Some(before)),
        (Ok(TermText::Is(term, _)), _) => Ok(Some(term)),
        (Ok(TermText::Bare(length)), Some(Term::WorkingDays(_))) => Ok(Some(Term::WorkingDays(length))),
        (Ok(TermText::Bare(length)), Some(Term::CalendarDays(_))) => Ok(Some(Term::CalendarDays(length))),
        (Ok(TermText::Bare(length)), Some(Term::WorkingHours(_))) => Ok(Some(Term::WorkingHours(length))),
        (Ok(TermText::Bare(length)), Some(Term::Months(_))) => Ok(Some(Term::Months(length))),
        (Ok(TermText::Bare(_)), Some(Term::SameDay { .. }) | None) => Err(words::TERM_UNIT_MISSING),
        (Err(TermFault::Part), _) => Err(words::TERM_PART),
        (Err(TermFault::ClockHours), _) => Err(words::TERM_CLOCK_HOURS),
        (Err(TermFault::Unclear | TermFault::LettersLost | TermFault::Length), _) => Err(words::TERM_WRONG),
    }
}

/// How many times, as typed.
pub(super) fn times(typed: &str) -> Result<Option<u32>, Text> {
    let times = parse::count(typed, MOST_TIMES).map_err(|_why| dossiers::COUNT_WRONG)?;
    Ok(times.and_then(|times| u32::try_from(times).ok()))
}

/// One of several, by its label in either language. A blank is none, and so is what says so.
pub(super) fn choice<T: Copy>(typed: &str, all: &[(T, Text)], none: Text) -> Result<Option<T>, Text> {
    let folded = fold(typed.trim());
    if folded.is_empty() || is(&folded, none) {
        return Ok(None);
    }
    all.iter().find(|(_, label)| is(&folded, *label)).map(|(value, _)| Some(*value)).ok_or(words::CHOICE_WRONG)
}

/// Whether what was typed, folded, is this text in either language.
fn is(folded: &str, text: Text) -> bool {
    Lang::ALL.iter().any(|lang| fold(text.get(*lang)) == folded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use chrono::NaiveTime;

    use crate::domain::fixture::day as on;
    use crate::words::format;

    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in ["12/5/2023", "12-5-2023", "12.5.2023", "2023-05-12", "12/05/2023", " 12 / 5 / 2023 ", "2023/5/12"]
        {
            assert_eq!(day(typed), Ok(Some(on(2023, 5, 12))), "{typed}");
        }
        assert_eq!(day(" "), Ok(None));
        assert_eq!(day("29/02/2024"), Ok(Some(on(2024, 2, 29))));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for typed in ["31/02/2024", "29/02/2023", "2024-13-01", "5/13/2024", "0/5/2023", "12/5/1899", "12/5/2200"] {
            assert_eq!(day(typed), Err(words::NO_SUCH_DATE), "{typed}");
        }
        for typed in
            ["12/7/23", "12/5", "12/5/2023/1", "12 tháng 5", "12/5/20233", "-1/5/2023", "45058", "mai", "+2/5/2023"]
        {
            assert_eq!(day(typed), Err(words::DATE_WRONG), "{typed}");
        }
    }

    #[test]
    fn a_date_may_be_said_to_be_missing() {
        assert_eq!(seen_day("Không có"), Ok(Seen::Absent));
        assert_eq!(seen_day("khong"), Ok(Seen::Absent));
        assert_eq!(seen_day("none"), Ok(Seen::Absent));
        assert_eq!(seen_day(""), Ok(Seen::NotLookedAt));
        assert_eq!(seen_day("12/5/2023"), Ok(Seen::Is(on(2023, 5, 12))));
        assert_eq!(seen_day("có"), Err(words::SEEN_DATE_WRONG));
        assert_eq!(seen_day("31/4/2023"), Err(words::NO_SUCH_DATE));
    }

    #[test]
    fn a_term_keeps_its_unit_until_another_is_typed() {
        let calendar = Term::calendar_days(30).ok();
        let hours = Term::working_hours(8).ok();
        let cut_off = NaiveTime::from_hms_opt(15, 0, 0);
        let same_day = Some(Term::SameDay { cut_off });
        for (typed, before, after) in [
            ("5", Term::working_days(3).ok(), Term::working_days(5).ok()),
            ("20", calendar, Term::calendar_days(20).ok()),
            ("20 ngày", None, calendar.and(Term::calendar_days(20).ok())),
            ("20 ngày làm việc", calendar, Term::working_days(20).ok()),
            ("4 giờ", calendar, Term::working_hours(4).ok()),
            ("4", hours, Term::working_hours(4).ok()),
            ("3ngày", None, Term::calendar_days(3).ok()),
            ("Trong ngày", None, Some(Term::SameDay { cut_off: None })),
            ("trong ngày", same_day, same_day),
            ("trong ngày, 15:00", None, same_day),
            ("5 ngày l/v", None, Term::working_days(5).ok()),
            ("3 tháng", None, Term::months(3).ok()),
            ("", calendar, None),
        ] {
            assert_eq!(term(typed, before), Ok(after), "{typed}");
        }
        for typed in ["0", "1001", "năm", "5 ngày làn việc", "10 ngày không phải ngày làm việc", "-5", "ngày"]
        {
            assert_eq!(term(typed, None), Err(words::TERM_WRONG), "{typed}");
        }
        for before in [None, same_day] {
            assert_eq!(term("5", before), Err(words::TERM_UNIT_MISSING), "a number alone is never given a unit");
        }
        assert_eq!(term("0,5 ngày", None), Err(words::TERM_PART));
        assert_eq!(term("24 giờ", None), Err(words::TERM_CLOCK_HOURS));
    }

    proptest! {
        #[test]
        fn every_day_that_is_written_is_read_back(days in 0..109_000_i64) {
            let date = on(1900, 1, 1) + chrono::TimeDelta::days(days);
            prop_assert_eq!(day(&format::date(date)), Ok(Some(date)));
            prop_assert_eq!(day(&date.to_string()), Ok(Some(date)));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in any::<String>(), dates in "[0-9/. -]{0,12}", terms in "[0-9]{0,5} ?[a-zà-ỹ :]{0,9}") {
            for typed in [typed, dates, terms] {
                let _ = (seen_day(&typed).is_ok(), times(&typed).is_ok());
                let length = |term: Term| match term {
                    Term::WorkingDays(length)
                    | Term::CalendarDays(length)
                    | Term::WorkingHours(length)
                    | Term::Months(length) => length.get(),
                    Term::SameDay { .. } => 1,
                };
                prop_assert!(term(&typed, None).ok().flatten().is_none_or(|term| (1..=crate::domain::calendar::Length::MOST).contains(&length(term))));
            }
        }
    }
}
