//! Cells that were not taken, each with its place and its reason.

use serde::{Deserialize, Serialize};

use crate::words::{Lang, Text};

use super::{DossierColumn, ProcedureColumn, Target, place};

/// A cell that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellProblem {
    /// Its column, from 0; none where no column of the table was matched, or the whole row is meant.
    pub column: Option<usize>,
    /// What the column means; none for the whole row.
    pub target: Option<Target>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// The cell as it was found, cut after [`MOST_SHOWN`] letters; empty for a blank.
    pub text: String,
}

/// How many letters of a cell a problem repeats.
pub const MOST_SHOWN: usize = 80;

/// Why a cell is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// No date in a form that is read.
    NotADate,
    /// A day that its month does not have: 31/02/2024.
    DayDoesNotExist,
    /// A month beyond 12: 2024-13-01. The day is never taken for the month.
    MonthOutOfRange,
    /// A year in two digits: 12/7/23. It is never guessed.
    TwoDigitYear,
    /// A year before 1900 or after 2199.
    ImplausibleDate,
    /// A number whose day, as spreadsheets count, is not of 2000 to 2100.
    SerialOutOfRange,
    /// No hour of the day.
    NotAnHour,
    /// No number.
    NotANumber,
    /// A count below zero or with decimals.
    NegativeOrFraction,
    /// A count above what can be meant.
    TooManyTimes,
    /// Only levels beyond those of a province: "Cấp bộ".
    OnlyMinistry,
    /// Neither yes nor no.
    NotYesNo,
    /// Not among the words of the column.
    UnknownWord,
    /// A term that can be read in no way, or in several.
    TermUnclear,
    /// A term of a part of a day: 0,5 ngày.
    PartOfDay,
    /// A term of whole days in hours, by the clock or of work: 24 giờ.
    ClockHours,
    /// A term of nothing, or beyond the longest.
    TermLength,
    /// Letters were lost when the file was saved: "vi?c".
    LettersLost,
    /// A code that a spreadsheet wrote as 2.02305E+16, so that most of its digits are gone.
    CodeInExponents,
    /// A code of more than fifteen digits, whose last ones a spreadsheet has turned into zeros.
    CodeCut,
    /// A code that a spreadsheet took for a date.
    CodeBecameDate,
    /// Stops that are not written as `from-to: why`.
    StopsUnclear,
    /// An error of the spreadsheet, such as `#REF!`.
    SpreadsheetError,
    /// A formula whose result was not stored in the workbook.
    FormulaUnsaved,
    /// More text than is kept.
    TextTooLong,
    /// Blank where something must be.
    RequiredBlank,
    /// It says something of another cell that is blank, such as an hour without its day.
    NeedsOther,
    /// It says that there is no letter, but the row holds one.
    Contradicts,
    /// The last day is before the first.
    EndsBeforeItBegins,
    /// An earlier row has the same code, and for procedures is in force on the same day.
    DuplicateCode {
        /// The line of the earlier row, from 1.
        first: usize,
    },
    /// More cells than the heading has: cells may have moved.
    MoreCellsThanHeading,
}

impl ProblemKind {
    fn text(self) -> Text {
        match self {
            Self::NotADate => {
                Text::new("{} không phải là ngày; ghi như 05/3/2024.", "{} is not a date; write it as 05/3/2024.")
            }
            Self::DayDoesNotExist => Text::new("{} không phải là ngày có thật.", "{} is a day that does not exist."),
            Self::MonthOutOfRange => {
                Text::new("{} có tháng không nằm trong khoảng 1 đến 12.", "{} has a month that is not 1 to 12.")
            }
            Self::TwoDigitYear => {
                Text::new("{} ghi năm bằng hai chữ số; ghi đủ bốn chữ số.", "{} has a year in two digits; write four.")
            }
            Self::ImplausibleDate => {
                Text::new("{} không nằm trong các năm 1900 đến 2199.", "{} is not in the years 1900 to 2199.")
            }
            Self::SerialOutOfRange => Text::new("{} là một số, không phải là ngày.", "{} is a number and not a date."),
            Self::NotAnHour => {
                Text::new("{} không phải là giờ trong ngày; ghi như 14:30.", "{} is not an hour; write it as 14:30.")
            }
            Self::NotANumber => Text::new("{} không phải là số.", "{} is not a number."),
            Self::NegativeOrFraction => Text::new(
                "{} không phải là số đếm; số đếm là số nguyên, không âm.",
                "{} is not a count; counts are whole and not below zero.",
            ),
            Self::TooManyTimes => Text::new("{} lớn hơn 1.000.", "{} is above 1,000."),
            Self::NotYesNo => {
                Text::new("{} không rõ là có hay không; ghi “Có” hoặc “Không”.", "{} is neither “Có” nor “Không”.")
            }
            Self::OnlyMinistry => Text::new(
                "{} không thuộc cấp tỉnh, cấp huyện hay cấp xã, nên không phải thủ tục được giám sát.",
                "{} is no level of a province, district or commune, so that the procedure is out of scope.",
            ),
            Self::UnknownWord => {
                Text::new("{} không có trong các từ được nhận: {words}.", "{} is not one of: {words}.")
            }
            Self::TermUnclear => Text::new(
                "{} không rõ thời hạn; ghi như “10 ngày làm việc”, “8 giờ làm việc”, “trong ngày”.",
                "{} is not clear as a term; write it as “10 ngày làm việc”, “8 giờ làm việc”, “trong ngày”.",
            ),
            Self::PartOfDay => Text::new(
                "{} là một phần của ngày; ghi theo giờ làm việc, như “4 giờ làm việc”.",
                "{} is a part of a day; write it in working hours, such as “4 giờ làm việc”.",
            ),
            Self::ClockHours => Text::new(
                "{} không rõ là giờ làm việc hay giờ liên tục; ghi như “8 giờ làm việc” hoặc “1 ngày”.",
                "{} may be hours of work or by the clock; write it as “8 giờ làm việc” or “1 ngày”.",
            ),
            Self::TermLength => {
                Text::new("{} không phải là thời hạn từ 1 đến 1.000.", "{} is not a term from 1 to 1,000.")
            }
            Self::LettersLost => Text::new(
                "{} đã mất chữ khi lưu tệp; xin mở tệp gốc và lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
                "{} lost letters when the file was saved; save the original as “CSV UTF-8” or .xlsx.",
            ),
            Self::CodeInExponents => Text::new(
                "{}: bảng tính đã đổi mã thành số và bỏ các chữ số cuối; xin định dạng cột mã là Văn bản (Text) trong tệp \
                 gốc, hoặc xuất lại từ phần mềm, rồi nhập lại.",
                "{}: the spreadsheet made the code a number and dropped its last digits; format the column as Text in the \
                 original, or export it anew, and import again.",
            ),
            Self::CodeCut => Text::new(
                "{}: bảng tính chỉ giữ 15 chữ số, các chữ số cuối của mã đã thành 0; xin định dạng cột mã là Văn bản (Text) \
                 trong tệp gốc, hoặc xuất lại từ phần mềm, rồi nhập lại.",
                "{}: a spreadsheet keeps 15 digits, the last ones of the code became 0; format the column as Text in the \
                 original, or export it anew, and import again.",
            ),
            Self::CodeBecameDate => Text::new(
                "{}: bảng tính đã đổi mã thành ngày tháng; xin định dạng cột mã là Văn bản (Text) và ghi lại mã.",
                "{}: the spreadsheet took the code for a date; format the column as Text and write the code again.",
            ),
            Self::StopsUnclear => Text::new(
                "{} không rõ các lần dừng; ghi như “01/6/2024-10/6/2024: bổ sung; 02/7/2024-: chờ thuế”.",
                "{} is not clear; write it as “01/6/2024-10/6/2024: bổ sung; 02/7/2024-: chờ thuế”.",
            ),
            Self::SpreadsheetError => Text::new("{} là lỗi của bảng tính.", "{} is an error of the spreadsheet."),
            Self::FormulaUnsaved => Text::new(
                "công thức {} chưa lưu kết quả; xin mở bằng Excel, lưu lại rồi nhập lại.",
                "the formula {} has no stored result; please open it in Excel, save it, and import it again.",
            ),
            Self::TextTooLong => Text::new("{} dài hơn mức lưu được.", "{} is longer than is kept."),
            Self::RequiredBlank => Text::new("còn trống.", "blank, but needed."),
            Self::NeedsOther => Text::new(
                "{} chỉ có nghĩa khi ô đi cùng được ghi (ngày của giờ, số của đơn vị, ngày bắt đầu dừng).",
                "{} says something of a cell that is blank (the day of an hour, the number of a unit, the first day of \
                 a stop).",
            ),
            Self::Contradicts => Text::new(
                "{} nói là không có, nhưng cùng dòng lại ghi nội dung văn bản xin lỗi.",
                "{} says that there is none, but the row tells of an apology letter.",
            ),
            Self::EndsBeforeItBegins => {
                Text::new("{} trước ngày bắt đầu có hiệu lực.", "{} is before the first day in force.")
            }
            Self::DuplicateCode { .. } => {
                Text::new("{} trùng mã với dòng {first}.", "{} has the code of line {first}.")
            }
            Self::MoreCellsThanHeading => Text::new(
                "dòng có nhiều ô hơn tiêu đề; các ô có thể bị lệch cột.",
                "the row has more cells than the heading; cells may have moved.",
            ),
        }
    }
}

impl CellProblem {
    /// The problem with its place: `Dòng 12, cột D (Ngày nhận): "31/02/2024" không phải là ngày có thật.`
    pub fn sentence(&self, line: usize, lang: Lang) -> String {
        let place = place(line, self.column, self.target, lang);
        let words = self.target.and_then(accepted).unwrap_or_default();
        let first = match self.kind {
            ProblemKind::DuplicateCode { first } => first.to_string(),
            _ => String::new(),
        };
        // What was found goes in last: it may hold braces of its own.
        let text = self.kind.text().get(lang).replace("{words}", words).replace("{first}", &first);
        format!("{place}: {}", text.replace("{}", &format!("\"{}\"", self.text)))
    }
}

/// The words that a column takes, as its cells hold them; none for columns that take anything else.
pub fn accepted(target: Target) -> Option<&'static str> {
    match target {
        Target::Dossier(DossierColumn::Channel) => Some("trực tiếp, trực tuyến, bưu chính"),
        Target::Dossier(DossierColumn::State) => {
            Some("đang giải quyết, chờ bổ sung, đã giải quyết, trả lại, từ chối, rút hồ sơ")
        }
        Target::Dossier(DossierColumn::Cause) => Some("do thao tác, hệ thống bị treo, quá hạn thực sự"),
        Target::Dossier(DossierColumn::Level) | Target::Procedure(ProcedureColumn::Level) => {
            Some("cấp tỉnh, cấp huyện, cấp xã")
        }
        Target::Dossier(DossierColumn::TermUnit) | Target::Procedure(ProcedureColumn::TermUnit) => {
            Some("ngày làm việc, ngày, giờ làm việc, tháng, trong ngày")
        }
        Target::Procedure(ProcedureColumn::OnlineLevel) => {
            Some("mức độ 1, mức độ 2, mức độ 3, mức độ 4, một phần, toàn trình")
        }
        _ => None,
    }
}
