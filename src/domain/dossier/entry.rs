//! Impossible entries: each is said at its column, silences only what rests on it, and never blocks another row.

use chrono::NaiveDate;

use crate::domain::calendar::ClockStop;

use super::{Dossier, State};

/// A column of the dossier table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Mã hồ sơ.
    Code,
    /// Thủ tục.
    Procedure,
    /// Lĩnh vực.
    Field,
    /// Cấp giải quyết.
    Level,
    /// Hình thức nộp.
    Channel,
    /// Ngày, giờ nhận.
    Received,
    /// Thời hạn.
    Term,
    /// Thời gian dừng.
    Stops,
    /// Giấy tiếp nhận và hẹn trả.
    Slip,
    /// Ngày hẹn trên giấy.
    Appointed,
    /// Số lần yêu cầu bổ sung.
    AdditionsAsked,
    /// Ngày trả.
    Returned,
    /// Trạng thái.
    State,
    /// Có văn bản xin lỗi.
    Apology,
    /// Số văn bản xin lỗi.
    ApologyNumber,
    /// Ngày văn bản xin lỗi.
    ApologyDate,
    /// Lý do.
    Reason,
    /// Ngày hẹn lại.
    NewDate,
    /// Người ký.
    SignedBy,
    /// Số lần hẹn lại.
    TimesReappointed,
    /// Niêm yết văn bản xin lỗi.
    Posted,
    /// Đăng tải văn bản xin lỗi.
    Uploaded,
    /// Cập nhật trên hệ thống điện tử.
    InSystem,
    /// Nguyên nhân quá hạn.
    Cause,
    /// Cơ quan gây quá hạn.
    BodyAtFault,
    /// Liên thông đất đai – thuế.
    Linked,
}

impl Field {
    /// Every column, in the order of the table.
    pub const ALL: [Self; 26] = [
        Self::Code,
        Self::Procedure,
        Self::Field,
        Self::Level,
        Self::Channel,
        Self::Received,
        Self::Term,
        Self::Stops,
        Self::Slip,
        Self::Appointed,
        Self::AdditionsAsked,
        Self::Returned,
        Self::State,
        Self::Apology,
        Self::ApologyNumber,
        Self::ApologyDate,
        Self::Reason,
        Self::NewDate,
        Self::SignedBy,
        Self::TimesReappointed,
        Self::Posted,
        Self::Uploaded,
        Self::InSystem,
        Self::Cause,
        Self::BodyAtFault,
        Self::Linked,
    ];

    /// Its name in handles and records.
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Procedure => "procedure",
            Self::Field => "field",
            Self::Level => "level",
            Self::Channel => "channel",
            Self::Received => "received",
            Self::Term => "term",
            Self::Stops => "stops",
            Self::Slip => "slip",
            Self::Appointed => "appointed",
            Self::AdditionsAsked => "additions_asked",
            Self::Returned => "returned",
            Self::State => "state",
            Self::Apology => "apology",
            Self::ApologyNumber => "apology_number",
            Self::ApologyDate => "apology_date",
            Self::Reason => "reason",
            Self::NewDate => "new_date",
            Self::SignedBy => "signed_by",
            Self::TimesReappointed => "times_reappointed",
            Self::Posted => "posted",
            Self::Uploaded => "uploaded",
            Self::InSystem => "in_system",
            Self::Cause => "cause",
            Self::BodyAtFault => "body_at_fault",
            Self::Linked => "linked",
        }
    }
}

/// What is impossible about a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// Nothing where something must be.
    Blank,
    /// Before the day of receipt.
    BeforeReceipt,
    /// Outside the years of the calendar.
    OutsideCalendar,
    /// After the day on which it is judged.
    InFuture,
    /// Ends before it begins.
    Reversed,
    /// A new date that is not after the letter that gives it.
    NotAfterLetter,
    /// Posted or uploaded, though there is no letter.
    WithoutLetter,
    /// A date on a slip that is said not to be there.
    WithoutSlip,
    /// Resolved, turned back or refused, but without the day.
    ResolvedWithoutReturn,
    /// Still open, but with a day of return; the day is believed.
    OpenWithReturn,
    /// Waiting for additions, but the clock is not stopped.
    WaitingWithoutStop,
    /// A new date, but never re-appointed.
    NeverReappointed,
}

impl Problem {
    /// Its name in handles and records.
    pub fn key(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::BeforeReceipt => "before_receipt",
            Self::OutsideCalendar => "outside_calendar",
            Self::InFuture => "in_future",
            Self::Reversed => "reversed",
            Self::NotAfterLetter => "not_after_letter",
            Self::WithoutLetter => "without_letter",
            Self::WithoutSlip => "without_slip",
            Self::ResolvedWithoutReturn => "resolved_without_return",
            Self::OpenWithReturn => "open_with_return",
            Self::WaitingWithoutStop => "waiting_without_stop",
            Self::NeverReappointed => "never_reappointed",
        }
    }
}

/// An impossible entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryError {
    /// The column.
    pub field: Field,
    /// What is impossible about it.
    pub problem: Problem,
}

/// Every impossible entry of a dossier as of a day, by column.
pub fn entry_errors(dossier: &Dossier, today: NaiveDate) -> Vec<EntryError> {
    let mut found = Vec::new();
    let mut say = |field, problem| found.push(EntryError { field, problem });
    let received = dossier.received.as_ref().map(|receipt| receipt.date);
    let too_early = |date: NaiveDate| received.is_some_and(|received| date < received);

    if dossier.code.trim().is_empty() {
        say(Field::Code, Problem::Blank);
    }
    if received.is_some_and(|received| received > today) {
        say(Field::Received, Problem::InFuture);
    }
    if dossier.stops.iter().any(ClockStop::is_reversed) {
        say(Field::Stops, Problem::Reversed);
    }
    if dossier.stops.iter().any(|stop| too_early(stop.from)) {
        say(Field::Stops, Problem::BeforeReceipt);
    }
    if let Some(appointed) = dossier.appointed.is() {
        if dossier.slip == Some(false) {
            say(Field::Slip, Problem::WithoutSlip);
        }
        if too_early(*appointed) {
            say(Field::Appointed, Problem::BeforeReceipt);
        }
    }
    if let Some(returned) = dossier.returned {
        if too_early(returned) {
            say(Field::Returned, Problem::BeforeReceipt);
        }
        if returned > today {
            say(Field::Returned, Problem::InFuture);
        }
    }
    match (dossier.state, dossier.returned) {
        (Some(State::Resolved | State::TurnedBack | State::Refused), None) => {
            say(Field::Returned, Problem::ResolvedWithoutReturn);
        }
        (Some(State::Processing | State::AwaitingAdditions), Some(_)) => say(Field::State, Problem::OpenWithReturn),
        (Some(State::AwaitingAdditions), None) if dossier.stops.iter().all(|stop| stop.to.is_some()) => {
            say(Field::State, Problem::WaitingWithoutStop);
        }
        _ => {}
    }
    if let Some(letter) = dossier.letter() {
        if let Some(date) = letter.date {
            if too_early(date) {
                say(Field::ApologyDate, Problem::BeforeReceipt);
            }
            if date > today {
                say(Field::ApologyDate, Problem::InFuture);
            }
        }
        if let Some(new_date) = letter.new_date.is() {
            if too_early(*new_date) {
                say(Field::NewDate, Problem::BeforeReceipt);
            }
            if letter.date.is_some_and(|date| *new_date <= date) {
                say(Field::NewDate, Problem::NotAfterLetter);
            }
            if dossier.times_reappointed == Some(0) {
                say(Field::TimesReappointed, Problem::NeverReappointed);
            }
        }
    } else if dossier.apology.is_absent() {
        if dossier.posted == Some(true) {
            say(Field::Posted, Problem::WithoutLetter);
        }
        if dossier.uploaded == Some(true) {
            say(Field::Uploaded, Problem::WithoutLetter);
        }
    }
    found
}
