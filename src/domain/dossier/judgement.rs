//! What follows from one dossier: its deadline, its course, and everything that is wrong with how it was handled.
//!
//! **Deadline.** Lateness is measured against the due date by law: receipt, term, clock stops and calendar. The date
//! on the slip does not move it: a slip that promises too late is a fault of its own and makes nobody punctual, one
//! that promises too early leaves the term as it is. Only where the due date cannot be computed because receipt or
//! term is unknown, the appointed date stands in for it, and says so ([`Basis::Slip`]). A re-appointed date does not
//! move it either: the dossier stays late, as the monthly reports count it ("quá hạn, đã có văn bản xin lỗi"), and is
//! held to its new date on top. The deadline day itself is in time, to its end.
//!
//! **Slip.** A slip is printed at receipt and cannot know of later clock stops, and may be printed anew after one. So
//! a date from the due date without stops to the one with all of them is right.
//!
//! **Days.** A return, a letter and today are days without hours: a term in hours is judged to the day, in favour of
//! the unit. Working days late are those after the deadline, through the day of return (or today); a return on the
//! Saturday after a Friday is late by none of them, and late all the same.
//!
//! **Entries.** A date that is impossible is left out, and with it what rests on it; the rest is judged.

use chrono::NaiveDate;

use crate::domain::calendar::DueDate;

use super::check_results::Checks;
use super::entry::EntryError;

/// A dossier judged as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The due date by law; none where receipt or term is unknown or impossible, or the clock stands still.
    pub due: Option<DueDate>,
    /// What lateness is measured against.
    pub deadline: Option<Deadline>,
    /// How it went; none where that cannot be told.
    pub course: Option<Course>,
    /// Both readings of the apology rule, where a letter falls under it and has a date.
    pub readings: Option<Readings>,
    /// Impossible entries, by column.
    pub errors: Vec<EntryError>,
    /// What is wrong with how it was handled, in the order of its course.
    pub judgements: Vec<Judgement>,
    /// What it shows of each check.
    pub(super) checks: Checks,
}

impl Judged {
    /// Whether it shows anything of any check: of a dossier of which nothing is known nothing is wrong, nor right.
    pub fn is_checked(&self) -> bool {
        self.checks.any()
    }
}

/// The day a dossier had to be returned by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The day, itself in time.
    pub date: NaiveDate,
    /// Where it comes from.
    pub basis: Basis,
}

/// Where a deadline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Computed from receipt, term, stops and calendar.
    Term,
    /// The appointed date on the slip, since the term or the receipt is not known.
    Slip,
}

/// How a dossier went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Returned by the deadline.
    ResolvedInTime,
    /// Returned after it.
    ResolvedLate {
        /// Working days after the deadline, through the day of return.
        working_days: u32,
    },
    /// Open, and the deadline is not past, or the clock stands still.
    PendingInTime,
    /// Open after the deadline.
    PendingLate {
        /// Working days after the deadline, through the day of judgement.
        working_days: u32,
    },
    /// Withdrawn by the applicant: neither in time nor late.
    Withdrawn,
}

impl Course {
    /// Whether it is late, resolved or pending.
    pub fn is_late(self) -> bool {
        matches!(self, Self::ResolvedLate { .. } | Self::PendingLate { .. })
    }
}

/// Whether a letter holds "at latest one day before the deadline" (Nghị định 61/2018/NĐ-CP), read both ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readings {
    /// At the latest on the calendar day before the deadline.
    pub calendar_day_before: bool,
    /// At the latest on the last working day before the deadline; never held without the other.
    pub working_day_before: bool,
}

/// Something that is wrong with how a dossier was handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// No slip.
    NoSlip,
    /// A slip without an appointed date.
    SlipWithoutDate,
    /// Appointed later than the term allows.
    AppointedLater {
        /// Working days after the due date, through the appointed one.
        working_days: u32,
    },
    /// Appointed earlier than the term requires: no harm to the applicant, but not what the term says.
    AppointedEarlier {
        /// Working days after the appointed date, through the due one.
        working_days: u32,
    },
    /// Additions asked for more than once.
    AdditionsAskedTwice {
        /// How many times.
        times: u32,
    },
    /// Returned after the deadline.
    ReturnedLate {
        /// Working days after the deadline.
        working_days: u32,
    },
    /// Open after the deadline.
    PendingLate {
        /// Working days after the deadline.
        working_days: u32,
    },
    /// Late, and no letter.
    LateWithoutApology,
    /// A letter after the latest day, by one reading of the rule or both.
    ApologyAfterDeadline(Readings),
    /// A letter without a reason.
    ApologyWithoutReason,
    /// A letter without a new date.
    ApologyWithoutNewDate,
    /// Re-appointed more than once.
    ReappointedMoreThanOnce {
        /// How many times.
        times: u32,
    },
    /// The new date was missed as well.
    NewDateMissed {
        /// Working days after the new date, through the return or the day of judgement.
        working_days: u32,
    },
    /// The letter is not posted at the counter.
    NotPosted,
    /// The letter is not uploaded.
    NotUploaded,
    /// The dossier is not in the electronic system.
    NotInSystem,
}

impl Judgement {
    /// Its kind, for handles and records.
    pub fn kind(self) -> &'static str {
        match self {
            Self::NoSlip => "no_slip",
            Self::SlipWithoutDate => "slip_without_date",
            Self::AppointedLater { .. } => "appointed_later",
            Self::AppointedEarlier { .. } => "appointed_earlier",
            Self::AdditionsAskedTwice { .. } => "additions_asked_twice",
            Self::ReturnedLate { .. } => "returned_late",
            Self::PendingLate { .. } => "pending_late",
            Self::LateWithoutApology => "late_without_apology",
            Self::ApologyAfterDeadline(_) => "apology_after_deadline",
            Self::ApologyWithoutReason => "apology_without_reason",
            Self::ApologyWithoutNewDate => "apology_without_new_date",
            Self::ReappointedMoreThanOnce { .. } => "reappointed_more_than_once",
            Self::NewDateMissed { .. } => "new_date_missed",
            Self::NotPosted => "not_posted",
            Self::NotUploaded => "not_uploaded",
            Self::NotInSystem => "not_in_system",
        }
    }
}
