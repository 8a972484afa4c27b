//! Dossiers (hồ sơ mẫu): what a delegation copies from a sampled case, and what follows from it.
//!
//! A dossier is named by its code and holds no citizen's name. Reality is often blank, so nearly every column is
//! optional, and "nobody looked" is told apart from "looked, and it is not there": only the second is held against a
//! unit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::{ClockStop, Receipt, Term};
use super::supervision::Level;

pub use crate::domain::check::DossierCheck;
pub use checks::apology_by_working_day;
pub use coverage::{Cell, Coverage, Lateness, Part, Seal};
pub use entry::{EntryError, Field, Problem};
pub use judge::judge;
pub use judgement::{Basis, Course, Deadline, Judged, Judgement, Readings};
pub use merge::{Blanks, Merged, merge};
pub use personal::{Personal, looks_personal};
pub use reappoint::{Beyond, NewDate, propose_new_date};

mod check_results;
mod checks;
mod coverage;
mod entry;
mod facts;
mod judge;
mod judgement;
mod merge;
mod personal;
mod reappoint;
mod tally;
mod words;

/// One sampled case. Dates are those of the papers; what is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dossier {
    /// Its code (mã hồ sơ), such as "000.00.01.H11-240501-0001".
    pub code: String,
    /// Its procedure, by code or name.
    pub procedure: String,
    /// Its field (lĩnh vực), such as "Đất đai".
    pub field: String,
    /// The level that resolves it; none where that is the level of the visited unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How it was filed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// When it was received complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Receipt>,
    /// The time that the procedure gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// When the clock stood still, as entered and never guessed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<ClockStop>,
    /// Whether there is a slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slip: Option<bool>,
    /// The appointed date on the slip (ngày hẹn trả).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub appointed: Seen<NaiveDate>,
    /// How many times additions were asked for (yêu cầu bổ sung).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additions_asked: Option<u32>,
    /// The day the result was returned (ngày trả kết quả), or the dossier itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<NaiveDate>,
    /// Its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// The apology letter (văn bản xin lỗi).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub apology: Seen<Letter>,
    /// How many times it was re-appointed (số lần hẹn lại).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_reappointed: Option<u32>,
    /// Whether the apology is posted at the counter (niêm yết).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted: Option<bool>,
    /// Whether the apology is uploaded to the site or the system (đăng tải).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uploaded: Option<bool>,
    /// Whether the dossier is in the electronic one-stop system (cập nhật trên hệ thống).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_system: Option<bool>,
    /// Cause of lateness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Body at fault (cơ quan gây quá hạn), by name; empty where none is named.
    pub body_at_fault: String,
    /// Whether it passes between the land office and the tax office (liên thông đất đai – thuế).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked: Option<bool>,
}

/// What became of looking for something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen<T> {
    /// Nobody looked: nothing follows.
    #[default]
    NotLookedAt,
    /// Looked for, and not there.
    Absent,
    /// There.
    Is(T),
}

impl<T> Seen<T> {
    /// What is there.
    pub fn is(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::NotLookedAt => None,
        }
    }

    /// Whether it was looked for and is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it is there; none where nobody looked.
    pub fn seen(&self) -> Option<bool> {
        match self {
            Self::NotLookedAt => None,
            Self::Absent => Some(false),
            Self::Is(_) => Some(true),
        }
    }

    /// Whether nobody looked.
    pub fn is_not_looked_at(&self) -> bool {
        matches!(self, Self::NotLookedAt)
    }
}

/// How a dossier was filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Trực tiếp.
    Counter,
    /// Trực tuyến.
    Online,
    /// Dịch vụ bưu chính công ích (BCCI).
    Post,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Counter, Self::Online, Self::Post];
}

/// The state of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Đang giải quyết.
    Processing,
    /// Chờ bổ sung.
    AwaitingAdditions,
    /// Đã giải quyết, đã trả kết quả.
    Resolved,
    /// Trả lại hồ sơ không đủ điều kiện.
    TurnedBack,
    /// Từ chối giải quyết.
    Refused,
    /// Người nộp rút hồ sơ.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Processing, Self::AwaitingAdditions, Self::Resolved, Self::TurnedBack, Self::Refused, Self::Withdrawn];
}

/// Why a dossier is late (CT 25/CT-UBND of Đắk Lắk, 27/12/2023, tells these three apart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Do thao tác: late on the system only, by the way it was handled there.
    HandlingError,
    /// Hệ thống bị treo.
    System,
    /// Quá hạn thực sự.
    TrulyLate,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 3] = [Self::HandlingError, Self::System, Self::TrulyLate];
}

/// An apology letter: Phiếu xin lỗi và hẹn lại ngày trả kết quả, since 01/7/2025 Văn bản xin lỗi và đề nghị gia hạn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Letter {
    /// Its number.
    pub number: String,
    /// Its date of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The reason it gives; blank counts as absent.
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub reason: Seen<String>,
    /// The new date it gives (ngày hẹn lại).
    #[serde(skip_serializing_if = "Seen::is_not_looked_at")]
    pub new_date: Seen<NaiveDate>,
    /// Who signed, by post.
    pub signed_by: String,
}

impl Letter {
    /// Whether it gives a reason, a blank one being none; not known where nobody looked.
    pub fn gives_reason(&self) -> Option<bool> {
        match &self.reason {
            Seen::Is(reason) => Some(!reason.trim().is_empty()),
            Seen::Absent | Seen::NotLookedAt => self.reason.seen(),
        }
    }
}

impl Dossier {
    /// The letter, where there is one.
    pub fn letter(&self) -> Option<&Letter> {
        self.apology.is()
    }

    /// Whether there is a slip: a date read on it says so as well. None where that is not known, or contradicts.
    pub fn has_slip(&self) -> Option<bool> {
        match (self.slip, self.appointed.is()) {
            (None, Some(_)) => Some(true),
            (Some(false), Some(_)) => None,
            (slip, _) => slip,
        }
    }

    /// Every date in it.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let letter = self.letter().into_iter().flat_map(|letter| [letter.date, letter.new_date.is().copied()]);
        let stops = self.stops.iter().flat_map(|stop| [Some(stop.from), stop.to]);
        let own = [self.received.map(|receipt| receipt.date), self.appointed.is().copied(), self.returned];
        own.into_iter().chain(stops).chain(letter).flatten()
    }

    /// Every text in it with its column.
    pub fn texts(&self) -> impl Iterator<Item = (Field, &str)> {
        let letter = self.letter().into_iter().flat_map(|letter| {
            let reason = letter.reason.is().map(|reason| (Field::Reason, reason.as_str()));
            [(Field::ApologyNumber, letter.number.as_str()), (Field::SignedBy, letter.signed_by.as_str())]
                .into_iter()
                .chain(reason)
        });
        let stops = self.stops.iter().map(|stop| (Field::Stops, stop.why.as_str()));
        [
            (Field::Code, self.code.as_str()),
            (Field::Procedure, self.procedure.as_str()),
            (Field::Field, self.field.as_str()),
            (Field::BodyAtFault, self.body_at_fault.as_str()),
        ]
        .into_iter()
        .chain(stops)
        .chain(letter)
    }

    /// The columns whose text seems to hold what belongs to a person.
    pub fn personal(&self) -> Vec<(Field, Personal)> {
        self.texts().filter_map(|(field, text)| looks_personal(text).map(|what| (field, what))).collect()
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
