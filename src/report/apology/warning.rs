//! What to look at before a letter is sent, and why there is none.

use crate::domain::dossier::{Beyond, EntryError, Personal, Readings};
use crate::words::{Lang, Text};

/// Why no letter is drafted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLetter {
    /// It was returned in time.
    ResolvedInTime,
    /// The applicant withdrew it.
    Withdrawn,
}

impl NoLetter {
    /// One sentence.
    pub fn label(self) -> Text {
        match self {
            Self::ResolvedInTime => Text::new(
                "Hồ sơ đã trả kết quả đúng hạn, không cần văn bản xin lỗi.",
                "The dossier was returned in time: no letter is needed.",
            ),
            Self::Withdrawn => Text::new(
                "Người nộp đã rút hồ sơ, không cần văn bản xin lỗi.",
                "The applicant withdrew the dossier: no letter is needed.",
            ),
        }
    }
}

/// What to look at before a letter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Receipt is not known, so that its name and form are those of the day of the letter.
    ReceiptUnknown,
    /// A date of the dossier is impossible and left out.
    Impossible(EntryError),
    /// The slip gives no date that could be printed.
    NoAppointedDate,
    /// There is no deadline either.
    NoDeadline,
    /// No reason is given: dots stand for it.
    ReasonMissing,
    /// The reason seems to hold what belongs to a person.
    PersonalReason(Personal),
    /// It was re-appointed as often as it may be.
    AlreadyReappointed(Beyond),
    /// There is no new date: dots stand for it.
    NewDateMissing,
    /// The new date is not after the day of the letter.
    NewDateNotAfterLetter,
    /// The new date is not after the deadline.
    NewDateNotAfterDeadline,
    /// The new date is a day off.
    NewDateOff,
    /// The letter comes later than one day before the deadline, by one reading or both.
    Late(Readings),
}

impl Warning {
    /// One sentence.
    pub fn words(self, lang: Lang) -> String {
        let fixed = match self {
            Self::Impossible(error) => {
                let after =
                    Text::new("Ngày này được để trống trong văn bản.", "That date is left blank in the letter.");
                return format!("{} {}", error.words(lang), after.get(lang));
            }
            Self::PersonalReason(personal) => {
                return match lang {
                    Lang::Vi => format!("{} trong lý do; hãy bỏ đi.", personal.label().vi),
                    Lang::En => format!("{} in the reason: take it out.", personal.label().en),
                };
            }
            Self::AlreadyReappointed(Beyond { times, most }) => {
                return match lang {
                    Lang::Vi => format!("Hồ sơ đã hẹn lại {times} lần; chỉ được hẹn lại không quá {most} lần."),
                    Lang::En => format!("Already re-appointed (times: {times}); at most {most} is allowed."),
                };
            }
            Self::Late(readings) => return format!("{}.", readings.label().get(lang)),
            Self::ReceiptUnknown => Text::new(
                "Chưa biết ngày nhận hồ sơ nên chọn mẫu theo ngày văn bản.",
                "The day of receipt is not known: the form is that of the day of the letter.",
            ),
            Self::NoAppointedDate => Text::new(
                "Hồ sơ không có ngày hẹn trả dùng được; văn bản nêu thời hạn theo quy định.",
                "There is no appointed date to print: the letter gives the due date by law.",
            ),
            Self::NoDeadline => Text::new(
                "Chưa xác định được hạn trả; hãy ghi tay ngày hẹn trả.",
                "The deadline is not known: write the appointed date by hand.",
            ),
            Self::ReasonMissing => {
                Text::new("Chưa có lý do; hãy ghi vào chỗ chấm.", "There is no reason: write it on the dots.")
            }
            Self::NewDateMissing => {
                Text::new("Chưa có ngày hẹn lại; hãy ghi vào chỗ chấm.", "There is no new date: write it on the dots.")
            }
            Self::NewDateNotAfterLetter => Text::new(
                "Ngày hẹn lại phải sau ngày của văn bản.",
                "The new date must be after the day of the letter.",
            ),
            Self::NewDateNotAfterDeadline => {
                Text::new("Ngày hẹn lại phải sau hạn trả theo quy định.", "The new date must be after the deadline.")
            }
            Self::NewDateOff => Text::new("Ngày hẹn lại là ngày nghỉ.", "The new date is a day off."),
        };
        fixed.get(lang).to_owned()
    }
}
