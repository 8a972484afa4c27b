//! What was typed about a day of the calendar, and the edit that follows from it: plain values, tested without a view.

use chrono::NaiveDate;

use crate::domain::calendar::{CalendarDay, CalendarEdit, Certainty, DayKind, DayProblem, check_day};
use crate::intake::calendar::day_problem;
use crate::ui::components::date_field::TypedDate;
use crate::words::Text;
use crate::words::catalogue::calendar as words;
use crate::words::format;

/// The choice behind the kinds of day: two days at once.
pub(super) const SWAP: usize = DayKind::ALL.len();

/// Everything as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayEntry {
    /// A place in [`DayKind::ALL`], or [`SWAP`].
    pub(super) kind: usize,
    pub(super) date: TypedDate,
    /// The day that makes up, for a swap.
    pub(super) make_up: TypedDate,
    pub(super) name: String,
    pub(super) basis: String,
}

/// What is wrong: the field, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayFault {
    /// The end of the field's id.
    pub(super) field: &'static str,
    pub(super) why: Text,
}

impl DayEntry {
    /// The edit, which takes the place of the day that the form began with, if it began with one; and the day to look
    /// at afterwards. `is_taken` says whether the calendar has another day on a date.
    pub(super) fn edit(
        &self,
        before: Option<&CalendarDay>,
        is_taken: impl Fn(NaiveDate) -> bool,
    ) -> Result<(CalendarEdit, NaiveDate), DayFault> {
        let free = |typed, field: &'static str| {
            let date = day(typed).map_err(|why| DayFault { field, why })?;
            let is_own = before.is_some_and(|before| before.date == date);
            if !is_own && is_taken(date) {
                return Err(DayFault { field, why: day_problem(DayProblem::Duplicate(0)) });
            }
            Ok(date)
        };
        let date = free(self.date, "date")?;
        let of = |date, kind, name: String, field| {
            let basis = self.basis.trim().to_owned();
            let made = CalendarDay { date, kind, name, basis, certainty: Certainty::User };
            let fault = |problem| {
                let field = if problem == DayProblem::NoName { "name" } else { field };
                DayFault { field, why: day_problem(problem) }
            };
            check_day(&made).map_err(fault)?;
            Ok::<_, DayFault>(made)
        };
        let name = self.name.trim().to_owned();
        let Some(kind) = DayKind::ALL.get(self.kind) else {
            let make_up = free(self.make_up, "make-up")?;
            let off_name = format!("Nghỉ hoán đổi (làm bù {})", format::date(make_up));
            let make_up_name = format!("Làm bù cho ngày {}", format::date(date));
            let named = |name: &str, usual: String| if name.is_empty() { usual } else { format!("{name}: {usual}") };
            let off = of(date, DayKind::SwappedOff, named(&name, off_name), "date")?;
            let make_up = of(make_up, DayKind::MakeUp, named(&name, make_up_name), "make-up")?;
            return Ok((CalendarEdit::Swap { off, make_up }, date));
        };
        let day = of(date, *kind, name, "date")?;
        let edit = match before {
            Some(before) => CalendarEdit::Replace { date: before.date, day },
            None => CalendarEdit::Add(day),
        };
        Ok((edit, date))
    }
}

fn day(typed: TypedDate) -> Result<NaiveDate, Text> {
    match typed {
        TypedDate::Day(day) => Ok(day),
        TypedDate::Blank => Err(words::DAY_MISSING),
        TypedDate::Broken => Err(words::DATE_BROKEN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: usize, date: &str, name: &str) -> DayEntry {
        let date = TypedDate::Day(date.parse().unwrap());
        DayEntry { kind, date, make_up: TypedDate::Blank, name: name.to_owned(), basis: " CV 1 ".to_owned() }
    }

    fn place(kind: DayKind) -> usize {
        DayKind::ALL.iter().position(|other| *other == kind).unwrap()
    }

    fn fault(entry: &DayEntry) -> (&'static str, Text) {
        let DayFault { field, why } = entry.edit(None, |date| date == "2024-09-02".parse().unwrap()).unwrap_err();
        (field, why)
    }

    #[test]
    fn what_is_typed_becomes_a_day_of_the_user() {
        let storm = entry(0, "2024-09-10", " Nghỉ bão ");
        let (edit, date) = storm.edit(None, |_| false).unwrap();
        let CalendarEdit::Add(day) = edit else { panic!("{edit:?}") };
        assert_eq!((day.date, date), ("2024-09-10".parse().unwrap(), day.date));
        assert_eq!((day.kind, day.name.as_str(), day.basis.as_str()), (DayKind::Holiday, "Nghỉ bão", "CV 1"));
        assert_eq!(day.certainty, Certainty::User);
        let moved = entry(0, "2024-09-11", "Nghỉ bão");
        let (edit, _) = moved.edit(Some(&day), |_| false).unwrap();
        assert!(matches!(edit, CalendarEdit::Replace { date, day } if date != day.date));
        assert!(storm.edit(Some(&day), |date| date == day.date).is_ok(), "its own date is free for it");
    }

    #[test]
    fn a_swap_is_two_days_named_by_each_other() {
        let make_up = TypedDate::Day("2024-05-11".parse().unwrap());
        let (edit, _) = DayEntry { make_up, ..entry(SWAP, "2024-05-06", "") }.edit(None, |_| false).unwrap();
        let CalendarEdit::Swap { off, make_up } = edit else { panic!("{edit:?}") };
        assert_eq!((off.kind, off.name.as_str()), (DayKind::SwappedOff, "Nghỉ hoán đổi (làm bù 11/5/2024)"));
        assert_eq!((make_up.kind, make_up.name.as_str()), (DayKind::MakeUp, "Làm bù cho ngày 06/5/2024"));
        assert_eq!((off.basis.as_str(), make_up.basis.as_str()), ("CV 1", "CV 1"));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named_at_its_field() {
        let blank = DayEntry { date: TypedDate::Blank, ..entry(0, "2024-09-10", "A") };
        assert_eq!(fault(&blank), ("date", words::DAY_MISSING));
        assert_eq!(fault(&DayEntry { date: TypedDate::Broken, ..blank }), ("date", words::DATE_BROKEN));
        assert_eq!(fault(&entry(0, "2024-09-10", " ")), ("name", day_problem(DayProblem::NoName)));
        assert_eq!(fault(&entry(0, "2024-09-02", "A")), ("date", day_problem(DayProblem::Duplicate(0))));
        assert_eq!(fault(&entry(0, "2061-09-02", "A")), ("date", day_problem(DayProblem::YearOutOfRange)));
        let weekday = entry(place(DayKind::MakeUp), "2024-09-10", "A");
        assert_eq!(fault(&weekday), ("date", day_problem(DayProblem::MakeUpOnWeekday)));
        let swap = entry(SWAP, "2024-05-06", "");
        assert_eq!(fault(&swap), ("make-up", words::DAY_MISSING));
        let make_up = TypedDate::Day("2024-05-07".parse().unwrap());
        assert_eq!(fault(&DayEntry { make_up, ..swap }), ("make-up", day_problem(DayProblem::MakeUpOnWeekday)));
    }
}
