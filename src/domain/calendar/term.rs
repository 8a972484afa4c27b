//! What a due date is computed from: the receipt, the term, the clock stops, and the office hours.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};
use serde::{Deserialize, Serialize};

/// When a dossier was received complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The day; it may be a day off, since some counters receive on Saturdays.
    pub date: NaiveDate,
    /// The hour and minute, where the slip says; seconds are left out of account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
}

/// The time that a procedure gives (thời hạn giải quyết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// Ngày làm việc: day 1 is the first working day after receipt. (Administrative practice; no source states it as a
    /// rule of a decree.)
    WorkingDays(Length),
    /// Ngày: day 1 is the day after receipt; a last day that is off rolls to the next working day (Điều 147, 148 Bộ
    /// luật Dân sự 2015).
    CalendarDays(Length),
    /// Giờ làm việc: hours within the office hours of working days, from the moment of receipt on. (Điều 147 Bộ luật
    /// Dân sự 2015, from memory: a term in hours begins at the moment itself.)
    WorkingHours(Length),
    /// Tháng: ends on the day of the last month that corresponds to the day of receipt, or on the last of that month where
    /// it has no such day; a last day that is off rolls to the next working day (Điều 148 Bộ luật Dân sự 2015). Days in a
    /// clock stop are added.
    Months(Length),
    /// Trong ngày: the day of receipt.
    SameDay {
        /// What is received after this minute is due on the next working day; none where the procedure sets no hour.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut_off: Option<NaiveTime>,
    },
}

impl Term {
    /// `length` working days, 1 to [`Length::MOST`].
    pub fn working_days(length: u32) -> Result<Self, TermError> {
        Ok(Self::WorkingDays(Length::new(length)?))
    }

    /// `length` days, 1 to [`Length::MOST`].
    pub fn calendar_days(length: u32) -> Result<Self, TermError> {
        Ok(Self::CalendarDays(Length::new(length)?))
    }

    /// `length` working hours, 1 to [`Length::MOST`].
    pub fn working_hours(length: u32) -> Result<Self, TermError> {
        Ok(Self::WorkingHours(Length::new(length)?))
    }

    /// `length` months, 1 to [`Length::MOST`].
    pub fn months(length: u32) -> Result<Self, TermError> {
        Ok(Self::Months(Length::new(length)?))
    }
}

/// How long a term is, in its unit: 1 to [`Length::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Length(u32);

impl Length {
    /// The longest term.
    pub const MOST: u32 = 1_000;

    /// Checks and takes a length.
    pub fn new(length: u32) -> Result<Self, TermError> {
        if (1..=Self::MOST).contains(&length) { Ok(Self(length)) } else { Err(TermError(length)) }
    }

    /// The length as a number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Length {
    type Error = TermError;

    fn try_from(length: u32) -> Result<Self, TermError> {
        Self::new(length)
    }
}

impl From<Length> for u32 {
    fn from(length: Length) -> u32 {
        length.0
    }
}

/// A length that no term can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a term of {0} is not 1 to {most}", most = Length::MOST)]
pub struct TermError(pub u32);

/// A time during which the clock stands still (bổ sung hồ sơ, nghĩa vụ tài chính, niêm yết), entered, never guessed.
///
/// Both days are inside: neither is counted. Days before receipt have no effect, nor have days that another stop
/// already takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockStop {
    /// The first day that is not counted.
    pub from: NaiveDate,
    /// The last day that is not counted; none while the clock still stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Why; may be empty.
    pub why: String,
}

impl ClockStop {
    /// Whether its two days are in the wrong order.
    pub fn is_reversed(&self) -> bool {
        self.to.is_some_and(|to| to < self.from)
    }

    /// Whether a day is inside.
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// The hours during which an office works on a working day. They differ from province to province: data, not a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Session>", into = "Vec<Session>")]
pub struct OfficeHours(Vec<Session>);

/// A stretch of office hours within one day, in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// When it begins.
    pub from: NaiveTime,
    /// When it ends, later.
    pub to: NaiveTime,
}

/// Why office hours cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeHoursError {
    /// No session at all.
    #[error("office hours need a session")]
    Empty,
    /// A session that ends before it begins, begins before the last one ended, or has seconds. Sessions count from 1.
    #[error("session {0} must be in whole minutes, end after it begins, and begin after the one before it")]
    BadSession(usize),
}

const fn at(hour: u32, minute: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

impl Default for OfficeHours {
    /// 7:30–11:30 and 13:30–17:00: a common default, to be changed where an office works otherwise.
    fn default() -> Self {
        Self(vec![Session { from: at(7, 30), to: at(11, 30) }, Session { from: at(13, 30), to: at(17, 0) }])
    }
}

impl OfficeHours {
    /// The sessions, in order.
    pub fn sessions(&self) -> &[Session] {
        &self.0
    }

    /// Minutes of work in a day, at least 1.
    pub fn minutes(&self) -> u32 {
        self.minutes_from(NaiveTime::MIN)
    }

    /// Minutes of work in a day from this time on.
    pub(super) fn minutes_from(&self, time: NaiveTime) -> u32 {
        self.0.iter().map(|session| minutes_between(session.from.max(time), session.to)).sum()
    }

    /// When the `minutes`th minute of work from this time on is over; the end of the day if there are not so many.
    pub(super) fn after_minutes(&self, time: NaiveTime, minutes: u32) -> NaiveTime {
        let mut left = minutes;
        let mut end = time;
        for session in &self.0 {
            let from = session.from.max(time);
            let length = minutes_between(from, session.to);
            if length > 0 && left <= length {
                return from + TimeDelta::minutes(i64::from(left));
            }
            left -= length;
            end = session.to;
        }
        end
    }
}

/// Whole minutes from one time to a later one; 0 if it is not later.
fn minutes_between(from: NaiveTime, to: NaiveTime) -> u32 {
    u32::try_from((to - from).num_minutes()).unwrap_or(0)
}

/// A time without its seconds.
pub(super) fn whole_minute(time: NaiveTime) -> NaiveTime {
    at(time.hour(), time.minute())
}

impl TryFrom<Vec<Session>> for OfficeHours {
    type Error = OfficeHoursError;

    fn try_from(sessions: Vec<Session>) -> Result<Self, OfficeHoursError> {
        if sessions.is_empty() {
            return Err(OfficeHoursError::Empty);
        }
        let mut end = None;
        for (number, session) in (1..).zip(&sessions) {
            let whole = [session.from, session.to].iter().all(|time| whole_minute(*time) == *time);
            if !whole || session.to <= session.from || end.is_some_and(|end| session.from < end) {
                return Err(OfficeHoursError::BadSession(number));
            }
            end = Some(session.to);
        }
        Ok(Self(sessions))
    }
}

impl From<OfficeHours> for Vec<Session> {
    fn from(hours: OfficeHours) -> Self {
        hours.0
    }
}
