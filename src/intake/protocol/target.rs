//! What a column of a table can mean.

use serde::{Deserialize, Serialize};

use crate::words::Text;

use super::Kind;

/// What a column means, of either kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A column of dossiers.
    Dossier(DossierColumn),
    /// A column of procedures.
    Procedure(ProcedureColumn),
}

impl Target {
    /// Every column of a kind, in the order of the template.
    pub fn all(kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Dossiers => DossierColumn::ALL.map(Self::Dossier).to_vec(),
            Kind::Procedures => ProcedureColumn::ALL.map(Self::Procedure).to_vec(),
        }
    }

    /// Its name in handles and records, unique within its kind.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dossier(column) => column.key(),
            Self::Procedure(column) => column.key(),
        }
    }

    /// Its name in words, also the heading in a template.
    pub fn label(self) -> Text {
        match self {
            Self::Dossier(column) => column.label(),
            Self::Procedure(column) => column.label(),
        }
    }

    /// Whether its cells hold a date, alone or with an hour.
    pub fn is_date(self) -> bool {
        use DossierColumn as D;
        use ProcedureColumn as P;
        match self {
            Self::Dossier(column) => {
                let days = [D::Received, D::StopFrom, D::StopTo, D::Appointed, D::Returned, D::ApologyDate, D::NewDate];
                days.contains(&column)
            }
            Self::Procedure(column) => [P::DecisionDate, P::ValidFrom, P::ValidTo].contains(&column),
        }
    }

    /// Whether a table without it lacks something in every row.
    pub fn is_required(self) -> bool {
        match self {
            Self::Dossier(column) => column.is_required(),
            Self::Procedure(column) => column.is_required(),
        }
    }
}

/// An empty table with the Vietnamese headings of a kind, as CSV in UTF-8 with a byte order mark; it is read back
/// column for column.
pub fn template_csv(kind: Kind) -> String {
    // No heading holds a mark that would need quoting; a test holds that.
    let headings: Vec<&str> = Target::all(kind).into_iter().map(|target| target.label().vi).collect();
    format!("\u{feff}{}\r\n", headings.join(","))
}

/// A column of a table of dossiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierColumn {
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
    /// Ngày nhận; the hour may stand in the same cell.
    Received,
    /// Giờ nhận.
    ReceivedHour,
    /// Thời hạn, with its unit or as a number.
    Term,
    /// Đơn vị thời hạn.
    TermUnit,
    /// Giờ chốt of a term "trong ngày".
    CutOff,
    /// Ngày bắt đầu dừng: one stop for each row.
    StopFrom,
    /// Ngày hết dừng.
    StopTo,
    /// Lý do dừng.
    StopWhy,
    /// Các lần dừng, as `01/6/2024-10/6/2024: bổ sung; 02/7/2024-: chờ thuế`.
    Stops,
    /// Có giấy tiếp nhận và hẹn trả.
    Slip,
    /// Ngày hẹn trả.
    Appointed,
    /// Số lần yêu cầu bổ sung.
    AdditionsAsked,
    /// Ngày trả kết quả.
    Returned,
    /// Trạng thái.
    State,
    /// Có văn bản xin lỗi.
    Apology,
    /// Số văn bản xin lỗi.
    ApologyNumber,
    /// Ngày văn bản xin lỗi.
    ApologyDate,
    /// Lý do xin lỗi.
    ApologyReason,
    /// Ngày hẹn lại.
    NewDate,
    /// Người ký văn bản xin lỗi.
    SignedBy,
    /// Số lần hẹn lại.
    TimesReappointed,
    /// Đã niêm yết văn bản xin lỗi.
    Posted,
    /// Đã đăng tải văn bản xin lỗi.
    Uploaded,
    /// Có trên hệ thống một cửa.
    InSystem,
    /// Nguyên nhân quá hạn.
    Cause,
    /// Cơ quan gây quá hạn.
    BodyAtFault,
    /// Liên thông đất đai – thuế.
    Linked,
}

impl DossierColumn {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 32] = [
        Self::Code,
        Self::Procedure,
        Self::Field,
        Self::Level,
        Self::Channel,
        Self::Received,
        Self::ReceivedHour,
        Self::Term,
        Self::TermUnit,
        Self::CutOff,
        Self::StopFrom,
        Self::StopTo,
        Self::StopWhy,
        Self::Stops,
        Self::Slip,
        Self::Appointed,
        Self::AdditionsAsked,
        Self::Returned,
        Self::State,
        Self::Apology,
        Self::ApologyNumber,
        Self::ApologyDate,
        Self::ApologyReason,
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

    /// Whether a table without it lacks something in every row.
    pub fn is_required(self) -> bool {
        self == Self::Code
    }

    /// Its name in handles and records.
    pub fn key(self) -> &'static str {
        self.described().0
    }

    /// Its name in words.
    pub fn label(self) -> Text {
        let (_, vi, en) = self.described();
        Text::new(vi, en)
    }

    fn described(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Code => ("code", "Mã hồ sơ", "Dossier code"),
            Self::Procedure => ("procedure", "Thủ tục hành chính", "Procedure"),
            Self::Field => ("field", "Lĩnh vực", "Field"),
            Self::Level => ("level", "Cấp giải quyết", "Level"),
            Self::Channel => ("channel", "Hình thức nộp", "Channel"),
            Self::Received => ("received", "Ngày nhận", "Received on"),
            Self::ReceivedHour => ("received_hour", "Giờ nhận", "Received at"),
            Self::Term => ("term", "Thời hạn giải quyết", "Term"),
            Self::TermUnit => ("term_unit", "Đơn vị thời hạn", "Unit of the term"),
            Self::CutOff => ("cut_off", "Giờ chốt trong ngày", "Cut-off hour"),
            Self::StopFrom => ("stop_from", "Dừng từ ngày", "Stopped from"),
            Self::StopTo => ("stop_to", "Dừng đến ngày", "Stopped through"),
            Self::StopWhy => ("stop_why", "Lý do dừng", "Stopped because"),
            Self::Stops => ("stops", "Các lần dừng", "Stops"),
            Self::Slip => ("slip", "Có giấy tiếp nhận và hẹn trả", "Slip present"),
            Self::Appointed => ("appointed", "Ngày hẹn trả", "Appointed date"),
            Self::AdditionsAsked => ("additions_asked", "Số lần yêu cầu bổ sung", "Times additions were asked for"),
            Self::Returned => ("returned", "Ngày trả kết quả", "Returned on"),
            Self::State => ("state", "Trạng thái hồ sơ", "State"),
            Self::Apology => ("apology", "Có văn bản xin lỗi", "Apology letter present"),
            Self::ApologyNumber => ("apology_number", "Số văn bản xin lỗi", "Number of the apology letter"),
            Self::ApologyDate => ("apology_date", "Ngày văn bản xin lỗi", "Date of the apology letter"),
            Self::ApologyReason => ("apology_reason", "Lý do trong văn bản xin lỗi", "Reason in the apology letter"),
            Self::NewDate => ("new_date", "Ngày hẹn lại", "New date"),
            Self::SignedBy => ("signed_by", "Chức vụ người ký văn bản xin lỗi", "Apology letter signed by"),
            Self::TimesReappointed => ("times_reappointed", "Số lần hẹn lại", "Times re-appointed"),
            Self::Posted => ("posted", "Niêm yết văn bản xin lỗi", "Apology letter posted"),
            Self::Uploaded => ("uploaded", "Đăng tải văn bản xin lỗi", "Apology letter uploaded"),
            Self::InSystem => ("in_system", "Có trên hệ thống một cửa", "In the electronic system"),
            Self::Cause => ("cause", "Nguyên nhân quá hạn", "Cause of lateness"),
            Self::BodyAtFault => ("body_at_fault", "Cơ quan gây quá hạn", "Body at fault"),
            Self::Linked => ("linked", "Liên thông đất đai – thuế", "Linked between land and tax"),
        }
    }
}

/// A column of a reference list of procedures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProcedureColumn {
    /// Mã thủ tục.
    Code,
    /// Tên thủ tục.
    Name,
    /// Lĩnh vực.
    Field,
    /// Cấp giải quyết.
    Level,
    /// Số quyết định công bố.
    DecisionNumber,
    /// Ngày quyết định công bố.
    DecisionDate,
    /// Thời hạn giải quyết.
    Term,
    /// Đơn vị thời hạn.
    TermUnit,
    /// Giờ chốt of a term "trong ngày".
    CutOff,
    /// Phí, lệ phí.
    Fee,
    /// Mức độ dịch vụ công trực tuyến.
    OnlineLevel,
    /// Ngày có hiệu lực.
    ValidFrom,
    /// Ngày hết hiệu lực: the last day in force.
    ValidTo,
}

impl ProcedureColumn {
    /// Every column, in the order of the template.
    pub const ALL: [Self; 13] = [
        Self::Code,
        Self::Name,
        Self::Field,
        Self::Level,
        Self::DecisionNumber,
        Self::DecisionDate,
        Self::Term,
        Self::TermUnit,
        Self::CutOff,
        Self::Fee,
        Self::OnlineLevel,
        Self::ValidFrom,
        Self::ValidTo,
    ];

    /// Whether a table without it lacks something in every row. Level and first day in force are not among these: they
    /// may be said once for all by [`super::Options`].
    pub fn is_required(self) -> bool {
        matches!(self, Self::Code | Self::Name)
    }

    /// Its name in handles and records.
    pub fn key(self) -> &'static str {
        self.described().0
    }

    /// Its name in words.
    pub fn label(self) -> Text {
        let (_, vi, en) = self.described();
        Text::new(vi, en)
    }

    fn described(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Code => ("code", "Mã thủ tục", "Procedure code"),
            Self::Name => ("name", "Tên thủ tục hành chính", "Name"),
            Self::Field => ("field", "Lĩnh vực", "Field"),
            Self::Level => ("level", "Cấp giải quyết", "Level"),
            Self::DecisionNumber => ("decision_number", "Số quyết định công bố", "Number of the decision"),
            Self::DecisionDate => ("decision_date", "Ngày quyết định công bố", "Date of the decision"),
            Self::Term => ("term", "Thời hạn giải quyết", "Term"),
            Self::TermUnit => ("term_unit", "Đơn vị thời hạn", "Unit of the term"),
            Self::CutOff => ("cut_off", "Giờ chốt trong ngày", "Cut-off hour"),
            Self::Fee => ("fee", "Phí và lệ phí", "Fee"),
            Self::OnlineLevel => ("online_level", "Mức độ dịch vụ công trực tuyến", "Online level"),
            Self::ValidFrom => ("valid_from", "Hiệu lực từ ngày", "In force from"),
            Self::ValidTo => ("valid_to", "Hiệu lực đến hết ngày", "In force through"),
        }
    }
}
