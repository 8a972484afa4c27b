//! The legal regime of a dossier, chosen by its date of receipt, and the documents that rules are cited from.
//!
//! A dossier keeps the regime it was received under. What the sources do not state is not made up: under Quyết định
//! 09/2015/QĐ-TTg there are no forms and no apology rule here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::supervision::Level;
use crate::words::Text;
use crate::words::catalogue::calendar as label;

pub use citation::{Citation, CitationIndex, Found};
pub use grounds::{Candidate, Ground, UNVERIFIED, is_same_province};
pub use legal::{
    Article, DocumentKind, LegalBases, LegalBasesEdit, LegalBasesError, LegalBasesRecord, LegalBasis, LegalProblem,
    MAX_BASES, Source, Validity,
};
pub use scope::LegalScope;

mod citation;
mod grounds;
mod legal;
mod scope;

#[cfg(test)]
mod tests;

/// The rules on one-stop shops that a dossier falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Regime {
    /// Quyết định 09/2015/QĐ-TTg: received before 21/6/2018.
    Decision09_2015,
    /// Nghị định 61/2018/NĐ-CP (amended by 107/2021/NĐ-CP): received 21/6/2018 to 30/6/2025.
    Decree61_2018,
    /// Nghị định 118/2025/NĐ-CP (amended by 367/2025/NĐ-CP): received from 01/7/2025 on.
    Decree118_2025,
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// The day on which Nghị định 61/2018/NĐ-CP came into force.
const DECREE_61_FROM: NaiveDate = day(2018, 6, 21);

/// The day on which Nghị định 118/2025/NĐ-CP came into force.
const DECREE_118_FROM: NaiveDate = day(2025, 7, 1);

/// A paper of the one-stop shop for which there is a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the slip.
    Slip,
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    AdditionsRequest,
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    Refusal,
    /// The apology letter, whose name differs by regime.
    Apology,
    /// Thông báo dừng giải quyết hồ sơ; from 01/7/2025.
    Halt,
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ.
    ProcessControl,
    /// Sổ theo dõi hồ sơ.
    Register,
}

/// A form (mẫu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which paper it is.
    pub paper: Paper,
    /// Its number: 4 is "Mẫu số 04".
    pub number: u8,
    /// Its official title, in Vietnamese.
    pub title: &'static str,
    /// The [`LegalBasis`] that it is annexed to, by id. That may be issued later than the regime begins.
    pub basis: &'static str,
}

const fn form(paper: Paper, number: u8, title: &'static str, basis: &'static str) -> Form {
    Form { paper, number, title, basis }
}

/// Forms of Thông tư 01/2018/TT-VPCP.
const FORMS_2018: [Form; 6] = [
    form(Paper::Slip, 1, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "tt-01-2018"),
    form(Paper::AdditionsRequest, 2, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "tt-01-2018"),
    form(Paper::Refusal, 3, "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "tt-01-2018"),
    form(Paper::Apology, 4, "Phiếu xin lỗi và hẹn lại ngày trả kết quả", "tt-01-2018"),
    form(Paper::ProcessControl, 5, "Phiếu kiểm soát quá trình giải quyết hồ sơ", "tt-01-2018"),
    form(Paper::Register, 6, "Sổ theo dõi hồ sơ", "tt-01-2018"),
];

/// Forms of Thông tư 03/2025/TT-VPCP, Phụ lục I (list second-hand).
const FORMS_2025: [Form; 7] = [
    form(Paper::Slip, 1, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "tt-03-2025"),
    form(Paper::AdditionsRequest, 2, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "tt-03-2025"),
    form(Paper::Refusal, 3, "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "tt-03-2025"),
    form(Paper::Apology, 4, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "tt-03-2025"),
    form(Paper::Halt, 5, "Thông báo dừng giải quyết hồ sơ", "tt-03-2025"),
    form(Paper::ProcessControl, 6, "Phiếu kiểm soát quá trình giải quyết hồ sơ", "tt-03-2025"),
    form(Paper::Register, 7, "Sổ theo dõi hồ sơ", "tt-03-2025"),
];

/// What a regime asks of an apology: in writing to the counter and the applicant, with the reason and the new date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyRule {
    /// At latest so many days before the deadline; whether calendar or working days is not settled.
    pub days_before: u32,
    /// How many times a dossier may be re-appointed at most.
    pub most_reappointments: u32,
    /// The [`LegalBasis`] that says so, by id.
    pub basis: &'static str,
    /// How sure the rule is.
    pub source: Source,
}

impl Regime {
    /// Every regime, the oldest first.
    pub const ALL: [Self; 3] = [Self::Decision09_2015, Self::Decree61_2018, Self::Decree118_2025];

    /// The regime by its document, in words.
    pub fn label(self) -> Text {
        match self {
            Self::Decision09_2015 => label::DECISION_09,
            Self::Decree61_2018 => label::DECREE_61,
            Self::Decree118_2025 => label::DECREE_118,
        }
    }

    /// The regime of a dossier received on this day.
    pub fn on_receipt(received: NaiveDate) -> Self {
        if received < DECREE_61_FROM {
            Self::Decision09_2015
        } else if received < DECREE_118_FROM {
            Self::Decree61_2018
        } else {
            Self::Decree118_2025
        }
    }

    /// The first and the last day of receipt; none where there is no bound.
    pub fn days(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Decision09_2015 => (None, DECREE_61_FROM.pred_opt()),
            Self::Decree61_2018 => (Some(DECREE_61_FROM), DECREE_118_FROM.pred_opt()),
            Self::Decree118_2025 => (Some(DECREE_118_FROM), None),
        }
    }

    /// The document that it rests on, by the id of its [`LegalBasis`].
    pub fn basis(self) -> &'static str {
        match self {
            Self::Decision09_2015 => "qd-09-2015",
            Self::Decree61_2018 => "nd-61-2018",
            Self::Decree118_2025 => "nd-118-2025",
        }
    }

    /// Its forms, by number; empty under Quyết định 09/2015/QĐ-TTg, for which no source lists any.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Decision09_2015 => &[],
            Self::Decree61_2018 => &FORMS_2018,
            Self::Decree118_2025 => &FORMS_2025,
        }
    }

    /// Its form for a paper.
    pub fn form(self, paper: Paper) -> Option<&'static Form> {
        self.forms().iter().find(|form| form.paper == paper)
    }

    /// The levels of government that have one-stop shops. District level was abolished from 01/7/2025 (Luật
    /// 72/2025/QH15).
    pub fn levels(self) -> &'static [Level] {
        match self {
            Self::Decision09_2015 | Self::Decree61_2018 => &Level::ALL,
            Self::Decree118_2025 => &[Level::Province, Level::Commune],
        }
    }

    /// What it asks of an apology; none where no source says.
    pub fn apology_rule(self) -> Option<ApologyRule> {
        let source = match self {
            Self::Decision09_2015 => return None,
            Self::Decree61_2018 => Source::Page,
            // From memory: the same rule went on.
            Self::Decree118_2025 => Source::Unverified,
        };
        Some(ApologyRule { days_before: 1, most_reappointments: 1, basis: self.basis(), source })
    }
}
