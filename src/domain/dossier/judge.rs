//! Judging one dossier: see [`super::judgement`] for the rules.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::domain::calendar::{DueDate, DueError, OfficeHours, WorkingCalendar, apology_deadlines, due_date};
use crate::domain::regime::Regime;

use super::checks::checks_of;
use super::entry::{EntryError, Field, Problem, entry_errors};
use super::facts::Facts;
use super::judgement::{Basis, Course, Deadline, Judged, Judgement, Readings};
use super::{Dossier, Letter, Seen, State};

/// Judges a dossier by a calendar and office hours, as of a day: of the visit, or today.
pub fn judge(dossier: &Dossier, calendar: &WorkingCalendar, office: &OfficeHours, today: NaiveDate) -> Judged {
    let mut errors = entry_errors(dossier, today);
    if dossier.received.is_some_and(|receipt| !calendar.covers(receipt.date)) {
        errors.push(EntryError { field: Field::Received, problem: Problem::OutsideCalendar });
    }
    Judging { dossier, calendar, office, today, errors }.judge()
}

/// The legal due date of a dossier.
#[derive(Clone, Copy)]
enum Due {
    /// It is this day; without any clock stop it would be `plain`.
    On { plain: NaiveDate, due: DueDate },
    /// The clock stands still before it is reached.
    Stopped { plain: NaiveDate },
    /// Receipt or term is not known.
    NotKnown,
    /// An entry that it rests on is impossible, or beyond the calendar.
    Impossible,
}

struct Judging<'d> {
    dossier: &'d Dossier,
    calendar: &'d WorkingCalendar,
    office: &'d OfficeHours,
    today: NaiveDate,
    errors: Vec<EntryError>,
}

impl Judging<'_> {
    fn judge(self) -> Judged {
        let dossier = self.dossier;
        let due = self.due();
        let deadline = self.deadline(due);
        let course = self.course(due, deadline);
        let readings = self.readings(deadline);
        let reappointed = self.once_rule().then_some(dossier.times_reappointed).flatten().filter(|times| *times > 0);
        let mut judgements = Vec::new();

        match (dossier.has_slip(), &dossier.appointed) {
            (Some(false), _) => judgements.push(Judgement::NoSlip),
            (Some(true), Seen::Absent) => judgements.push(Judgement::SlipWithoutDate),
            _ => {}
        }
        let (slip, wrong) = self.slip(due);
        judgements.extend(wrong);
        if let Some(times) = dossier.additions_asked.filter(|times| *times > 1) {
            judgements.push(Judgement::AdditionsAskedTwice { times });
        }
        match course {
            Some(Course::ResolvedLate { working_days }) => judgements.push(Judgement::ReturnedLate { working_days }),
            Some(Course::PendingLate { working_days }) => judgements.push(Judgement::PendingLate { working_days }),
            Some(Course::ResolvedInTime | Course::PendingInTime | Course::Withdrawn) | None => {}
        }
        if course.is_some_and(Course::is_late) && dossier.apology.is_absent() {
            judgements.push(Judgement::LateWithoutApology);
        }
        if let Some(letter) = dossier.letter() {
            self.letter(letter, readings, &mut judgements);
        }
        if let Some(times) = reappointed.filter(|times| *times > 1) {
            judgements.push(Judgement::ReappointedMoreThanOnce { times });
        }
        judgements.extend(self.new_date_missed(course));
        if dossier.letter().is_some() && dossier.posted == Some(false) {
            judgements.push(Judgement::NotPosted);
        }
        if dossier.letter().is_some() && dossier.uploaded == Some(false) {
            judgements.push(Judgement::NotUploaded);
        }
        if dossier.in_system == Some(false) {
            judgements.push(Judgement::NotInSystem);
        }
        let checks = checks_of(&Facts { dossier, course, slip, readings, reappointed });
        let due = match due {
            Due::On { due, .. } => Some(due),
            Due::Stopped { .. } | Due::NotKnown | Due::Impossible => None,
        };
        Judged { due, deadline, course, readings, errors: self.errors, judgements, checks }
    }

    /// Whether an entry is impossible in one of these ways.
    fn broken(&self, field: Field, problems: &[Problem]) -> bool {
        self.errors.iter().any(|error| error.field == field && problems.contains(&error.problem))
    }

    /// A date of the dossier, left out where it is impossible.
    fn possible(&self, field: Field, date: Option<NaiveDate>) -> Option<NaiveDate> {
        let impossible = [Problem::BeforeReceipt, Problem::InFuture, Problem::NotAfterLetter];
        date.filter(|_| !self.broken(field, &impossible))
    }

    fn due(&self) -> Due {
        if self.broken(Field::Stops, &[Problem::Reversed, Problem::BeforeReceipt])
            || self.broken(Field::Received, &[Problem::InFuture, Problem::OutsideCalendar])
        {
            return Due::Impossible;
        }
        let (Some(receipt), Some(term)) = (&self.dossier.received, &self.dossier.term) else {
            return Due::NotKnown;
        };
        let by = |stops| due_date(receipt, term, stops, self.calendar, self.office);
        let Ok(plain) = by(&[]) else {
            return Due::Impossible;
        };
        if self.dossier.stops.is_empty() {
            return Due::On { plain: plain.date, due: plain };
        }
        match by(&self.dossier.stops) {
            Ok(due) => Due::On { plain: plain.date, due },
            Err(DueError::StillStopped(_)) => Due::Stopped { plain: plain.date },
            Err(DueError::ReversedStop(_) | DueError::OutsideCalendar) => Due::Impossible,
        }
    }

    fn appointed(&self) -> Option<NaiveDate> {
        if self.broken(Field::Slip, &[Problem::WithoutSlip]) {
            return None;
        }
        self.possible(Field::Appointed, self.dossier.appointed.is().copied())
    }

    fn deadline(&self, due: Due) -> Option<Deadline> {
        match due {
            Due::On { due, .. } => Some(Deadline { date: due.date, basis: Basis::Term }),
            Due::NotKnown => self.appointed().map(|date| Deadline { date, basis: Basis::Slip }),
            Due::Stopped { .. } | Due::Impossible => None,
        }
    }

    fn course(&self, due: Due, deadline: Option<Deadline>) -> Option<Course> {
        let dossier = self.dossier;
        if dossier.state == Some(State::Withdrawn) {
            return Some(Course::Withdrawn);
        }
        let late_by = |day: NaiveDate| {
            let date = deadline?.date;
            Some((day > date).then(|| self.calendar.working_days_between(date, day)))
        };
        if dossier.returned.is_some() {
            let returned = self.possible(Field::Returned, dossier.returned)?;
            return Some(match late_by(returned)? {
                Some(working_days) => Course::ResolvedLate { working_days },
                None => Course::ResolvedInTime,
            });
        }
        let open = matches!(dossier.state, Some(State::Processing | State::AwaitingAdditions));
        if !open || self.broken(Field::State, &[Problem::WaitingWithoutStop]) {
            return None;
        }
        if matches!(due, Due::Stopped { .. }) {
            return Some(Course::PendingInTime);
        }
        Some(match late_by(self.today)? {
            Some(working_days) => Course::PendingLate { working_days },
            None => Course::PendingInTime,
        })
    }

    /// How the date on the slip stands to the due date, and what is wrong with it.
    fn slip(&self, due: Due) -> (Option<Ordering>, Option<Judgement>) {
        let (first, last) = match due {
            Due::On { plain, due } => (plain, Some(due.date)),
            // While the clock stands still, no date is too late yet.
            Due::Stopped { plain } => (plain, None),
            Due::NotKnown | Due::Impossible => return (None, None),
        };
        let Some(appointed) = self.appointed() else {
            return (None, None);
        };
        if appointed < first {
            let working_days = self.calendar.working_days_between(appointed, first);
            return (Some(Ordering::Less), Some(Judgement::AppointedEarlier { working_days }));
        }
        match last.filter(|last| appointed > *last) {
            Some(last) => {
                let working_days = self.calendar.working_days_between(last, appointed);
                (Some(Ordering::Greater), Some(Judgement::AppointedLater { working_days }))
            }
            None => (Some(Ordering::Equal), None),
        }
    }

    /// Whether the apology rule of one day and of one new date holds for this dossier.
    fn once_rule(&self) -> bool {
        self.dossier.received.is_some_and(|receipt| Regime::on_receipt(receipt.date).apology_rule().is_some())
    }

    fn readings(&self, deadline: Option<Deadline>) -> Option<Readings> {
        let letter = self.dossier.letter().filter(|_| self.once_rule())?;
        let date = self.possible(Field::ApologyDate, letter.date)?;
        let received = self.dossier.received.map(|receipt| receipt.date);
        let latest = apology_deadlines(deadline?.date, received, self.calendar)?;
        Some(Readings {
            calendar_day_before: date <= latest.calendar_day_before,
            working_day_before: date <= latest.working_day_before,
        })
    }

    fn letter(&self, letter: &Letter, readings: Option<Readings>, judgements: &mut Vec<Judgement>) {
        if let Some(readings) = readings
            && !(readings.calendar_day_before && readings.working_day_before)
        {
            judgements.push(Judgement::ApologyAfterDeadline(readings));
        }
        if letter.gives_reason() == Some(false) {
            judgements.push(Judgement::ApologyWithoutReason);
        }
        if letter.new_date.is_absent() {
            judgements.push(Judgement::ApologyWithoutNewDate);
        }
    }

    fn new_date_missed(&self, course: Option<Course>) -> Option<Judgement> {
        let new_date = self.possible(Field::NewDate, self.dossier.letter()?.new_date.is().copied())?;
        let until = match course? {
            Course::ResolvedInTime | Course::ResolvedLate { .. } => self.dossier.returned?,
            Course::PendingInTime | Course::PendingLate { .. } => self.today,
            Course::Withdrawn => return None,
        };
        (until > new_date)
            .then(|| Judgement::NewDateMissed { working_days: self.calendar.working_days_between(new_date, until) })
    }
}
