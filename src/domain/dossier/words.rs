//! A dossier in words: labels of its choices, its judgements with their numbers, and its impossible entries as whole
//! sentences. Documents take the Vietnamese ones.

use crate::words::catalogue::dossier as heading;
use crate::words::{Lang, Text};

use super::{Basis, Cause, Channel, Course, EntryError, Field, Judgement, Personal, Problem, Readings, State};

impl Channel {
    /// The channel in words.
    pub fn label(self) -> Text {
        match self {
            Self::Counter => Text::new("Trực tiếp", "At the counter"),
            Self::Online => Text::new("Trực tuyến", "Online"),
            Self::Post => Text::new("Bưu chính công ích", "Public post"),
        }
    }
}

impl State {
    /// The state in words.
    pub fn label(self) -> Text {
        match self {
            Self::Processing => Text::new("Đang giải quyết", "In progress"),
            Self::AwaitingAdditions => Text::new("Chờ bổ sung", "Awaiting additions"),
            Self::Resolved => Text::new("Đã trả kết quả", "Resolved"),
            Self::TurnedBack => Text::new("Trả lại hồ sơ", "Turned back"),
            Self::Refused => Text::new("Từ chối giải quyết", "Refused"),
            Self::Withdrawn => Text::new("Người nộp rút hồ sơ", "Withdrawn by the applicant"),
        }
    }
}

impl Cause {
    /// The cause in words.
    pub fn label(self) -> Text {
        match self {
            Self::HandlingError => Text::new("Do thao tác trên hệ thống", "Handling on the system"),
            Self::System => Text::new("Hệ thống bị treo", "The system hung"),
            Self::TrulyLate => Text::new("Quá hạn thực sự", "Truly late"),
        }
    }
}

impl Field {
    /// The column's name.
    pub fn label(self) -> Text {
        match self {
            Self::Code => heading::CODE,
            Self::Procedure => heading::PROCEDURE,
            Self::Field => heading::FIELD,
            Self::Level => heading::LEVEL,
            Self::Channel => heading::CHANNEL,
            Self::Received => heading::RECEIVED,
            Self::Term => heading::TERM,
            Self::Stops => heading::STOPS,
            Self::Slip => heading::SLIP,
            Self::Appointed => heading::APPOINTED,
            Self::AdditionsAsked => heading::ADDITIONS,
            Self::Returned => heading::RETURNED,
            Self::State => heading::STATE,
            Self::Apology => heading::APOLOGY,
            Self::ApologyNumber => heading::APOLOGY_NUMBER,
            Self::ApologyDate => heading::APOLOGY_DATE,
            Self::Reason => heading::REASON,
            Self::NewDate => heading::NEW_DATE,
            Self::SignedBy => heading::SIGNED_BY,
            Self::TimesReappointed => heading::TIMES_REAPPOINTED,
            Self::Posted => heading::POSTED,
            Self::Uploaded => heading::UPLOADED,
            Self::InSystem => heading::IN_SYSTEM,
            Self::Cause => heading::CAUSE,
            Self::BodyAtFault => heading::BODY_AT_FAULT,
            Self::Linked => heading::LINKED,
        }
    }
}

impl Problem {
    /// What is impossible, to follow the column's name: "Mã hồ sơ" "còn trống".
    pub fn label(self) -> Text {
        match self {
            Self::Blank => Text::new("còn trống", "is blank"),
            Self::BeforeReceipt => Text::new("sớm hơn ngày nhận hồ sơ", "is before the day of receipt"),
            Self::OutsideCalendar => {
                Text::new("nằm ngoài các năm của lịch (2015–2060)", "is outside the calendar (2015–2060)")
            }
            Self::InFuture => Text::new("muộn hơn ngày kiểm tra", "is after the day of the check"),
            Self::Reversed => Text::new("kết thúc trước khi bắt đầu", "ends before it begins"),
            Self::NotAfterLetter => {
                Text::new("không muộn hơn ngày của văn bản xin lỗi", "is not after the date of the letter")
            }
            Self::WithoutLetter => {
                Text::new("ghi là có, nhưng hồ sơ không có văn bản xin lỗi", "is said to be so, but there is no letter")
            }
            Self::WithoutSlip => {
                Text::new("ghi là không có, nhưng lại có ngày hẹn", "is said to be missing, but has a date")
            }
            Self::ResolvedWithoutReturn => Text::new(
                "còn trống, dù hồ sơ đã giải quyết, trả lại hoặc từ chối",
                "is blank, though the dossier is resolved, turned back or refused",
            ),
            Self::OpenWithReturn => Text::new(
                "ghi là chưa giải quyết xong, nhưng đã có ngày trả kết quả; lấy theo ngày trả",
                "says that it is open, but there is a day of return; that day is believed",
            ),
            Self::WaitingWithoutStop => Text::new(
                "ghi là chờ bổ sung, nhưng không có thời gian dừng nào đang mở",
                "says that it awaits additions, but no clock stop is open",
            ),
            Self::NeverReappointed => {
                Text::new("ghi là 0, nhưng văn bản xin lỗi có ngày hẹn lại", "is 0, but the letter gives a new date")
            }
        }
    }
}

impl EntryError {
    /// A whole sentence: "Ngày trả kết quả sớm hơn ngày nhận hồ sơ."
    pub fn words(self, lang: Lang) -> String {
        format!("{} {}.", self.field.label().get(lang), self.problem.label().get(lang))
    }
}

impl Basis {
    /// Where the deadline comes from, in words.
    pub fn label(self) -> Text {
        match self {
            Self::Term => Text::new("Theo thời hạn quy định", "By the term"),
            Self::Slip => Text::new("Theo ngày hẹn trên giấy", "By the date on the slip"),
        }
    }
}

impl Course {
    /// How it went, without its number.
    pub fn label(self) -> Text {
        match self {
            Self::ResolvedInTime => Text::new("Đã giải quyết đúng hạn", "Resolved in time"),
            Self::ResolvedLate { .. } => Text::new("Đã giải quyết quá hạn", "Resolved late"),
            Self::PendingInTime => Text::new("Đang giải quyết, trong hạn", "Pending in time"),
            Self::PendingLate { .. } => Text::new("Đang giải quyết, quá hạn", "Pending late"),
            Self::Withdrawn => Text::new("Người nộp rút hồ sơ", "Withdrawn by the applicant"),
        }
    }

    /// Working days late; none where it is not late.
    pub fn days_late(self) -> Option<u32> {
        match self {
            Self::ResolvedLate { working_days } | Self::PendingLate { working_days } => Some(working_days),
            Self::ResolvedInTime | Self::PendingInTime | Self::Withdrawn => None,
        }
    }

    /// How it went: "Đã giải quyết quá hạn 3 ngày làm việc".
    pub fn words(self, lang: Lang) -> String {
        let label = self.label().get(lang);
        self.days_late().map_or_else(|| label.to_owned(), |days| by(label, days, lang))
    }
}

impl Readings {
    /// How a letter stands to "at latest one day before the deadline", in words.
    pub fn label(self) -> Text {
        match (self.calendar_day_before, self.working_day_before) {
            (true, true) => Text::new("Văn bản xin lỗi ban hành đúng hạn xin lỗi", "The letter is in time"),
            (true, false) => Text::new(
                "Văn bản xin lỗi ban hành sau hạn xin lỗi (theo ngày làm việc)",
                "The letter is late (read by working days)",
            ),
            (false, true | false) => Text::new(
                "Văn bản xin lỗi ban hành sau hạn xin lỗi (theo cả hai cách tính)",
                "The letter is late (read either way)",
            ),
        }
    }
}

impl Judgement {
    /// Whether it is held against the unit. A date that promises too early harms nobody, and a letter that holds the
    /// rule of one day by one of its two readings broke no rule for certain: both are remarks.
    pub fn is_fault(self) -> bool {
        match self {
            Self::AppointedEarlier { .. } => false,
            Self::ApologyAfterDeadline(readings) => !readings.calendar_day_before,
            Self::NoSlip
            | Self::SlipWithoutDate
            | Self::AppointedLater { .. }
            | Self::AdditionsAskedTwice { .. }
            | Self::ReturnedLate { .. }
            | Self::PendingLate { .. }
            | Self::LateWithoutApology
            | Self::ApologyWithoutReason
            | Self::ApologyWithoutNewDate
            | Self::ReappointedMoreThanOnce { .. }
            | Self::NewDateMissed { .. }
            | Self::NotPosted
            | Self::NotUploaded
            | Self::NotInSystem => true,
        }
    }

    /// The judgement without its number.
    pub fn label(self) -> Text {
        match self {
            Self::NoSlip => Text::new("Không có giấy tiếp nhận và hẹn trả", "No slip"),
            Self::SlipWithoutDate => Text::new("Giấy tiếp nhận không ghi ngày hẹn trả", "The slip has no date"),
            Self::AppointedLater { .. } => {
                Text::new("Hẹn trả muộn hơn thời hạn", "Appointed later than the term allows")
            }
            Self::AppointedEarlier { .. } => {
                Text::new("Hẹn trả sớm hơn thời hạn", "Appointed earlier than the term asks")
            }
            Self::AdditionsAskedTwice { .. } => {
                Text::new("Yêu cầu bổ sung hồ sơ quá một lần", "Additions asked for more than once")
            }
            Self::ReturnedLate { .. } => Text::new("Trả kết quả quá hạn", "Returned late"),
            Self::PendingLate { .. } => Text::new("Chưa trả kết quả, đã quá hạn", "Not returned and overdue"),
            Self::LateWithoutApology => {
                Text::new("Quá hạn, không có văn bản xin lỗi", "Late without an apology letter")
            }
            Self::ApologyAfterDeadline(readings) => readings.label(),
            Self::ApologyWithoutReason => Text::new("Văn bản xin lỗi không nêu lý do", "The letter gives no reason"),
            Self::ApologyWithoutNewDate => {
                Text::new("Văn bản xin lỗi không có ngày hẹn lại", "The letter gives no new date")
            }
            Self::ReappointedMoreThanOnce { .. } => {
                Text::new("Hẹn lại ngày trả quá một lần", "Re-appointed more than once")
            }
            Self::NewDateMissed { .. } => Text::new("Trễ cả ngày hẹn lại", "The new date was missed too"),
            Self::NotPosted => {
                Text::new("Văn bản xin lỗi chưa được niêm yết", "The letter is not posted at the counter")
            }
            Self::NotUploaded => Text::new("Văn bản xin lỗi chưa được đăng tải", "The letter is not uploaded"),
            Self::NotInSystem => {
                Text::new("Hồ sơ chưa được cập nhật trên hệ thống điện tử", "Not in the electronic system")
            }
        }
    }

    /// The judgement with its number: "Hẹn trả muộn hơn thời hạn 2 ngày làm việc".
    pub fn words(self, lang: Lang) -> String {
        let label = self.label().get(lang);
        match self {
            Self::AppointedLater { working_days }
            | Self::AppointedEarlier { working_days }
            | Self::ReturnedLate { working_days }
            | Self::PendingLate { working_days }
            | Self::NewDateMissed { working_days } => by(label, working_days, lang),
            Self::AdditionsAskedTwice { times } | Self::ReappointedMoreThanOnce { times } => match lang {
                Lang::Vi => format!("{label} ({times} lần)"),
                Lang::En => format!("{label} ({times} times)"),
            },
            Self::NoSlip
            | Self::SlipWithoutDate
            | Self::LateWithoutApology
            | Self::ApologyAfterDeadline(_)
            | Self::ApologyWithoutReason
            | Self::ApologyWithoutNewDate
            | Self::NotPosted
            | Self::NotUploaded
            | Self::NotInSystem => label.to_owned(),
        }
    }
}

impl Personal {
    /// The warning in words.
    pub fn label(self) -> Text {
        match self {
            Self::CitizenId => {
                Text::new("Có vẻ là số căn cước của công dân", "It looks like a citizen's identity number")
            }
            Self::Phone => Text::new("Có vẻ là số điện thoại", "It looks like a telephone number"),
            Self::NameWithNumber => Text::new(
                "Có vẻ là tên người kèm số căn cước hoặc số điện thoại",
                "It looks like a person's name with an identity or telephone number",
            ),
        }
    }
}

/// Something, and by how many working days. None of them are passed where a Friday's deadline is missed on Saturday.
fn by(label: &str, working_days: u32, lang: Lang) -> String {
    match (working_days, lang) {
        (0, Lang::Vi) => format!("{label} (chưa sang ngày làm việc kế tiếp)"),
        (0, Lang::En) => format!("{label} (before the next working day)"),
        (days, Lang::Vi) => format!("{label} {days} ngày làm việc"),
        (1, Lang::En) => format!("{label} by 1 working day"),
        (days, Lang::En) => format!("{label} by {days} working days"),
    }
}

#[cfg(test)]
mod tests;
