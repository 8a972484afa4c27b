//! Sentences on reading tables of figures.

use crate::domain::figures::Form;
use crate::domain::figures::figure::{MOST, MOST_DECIMALS};
use crate::domain::figures::table::MAX_ROWS;
use crate::domain::id::LineKey;
use crate::words::format;
use crate::words::{Lang, Text};

use super::super::column_letters;
use super::{AskedCell, FigureProblem, FigureProblemKind, FiguresNote, FiguresRefusal, MatchedBy};

impl MatchedBy {
    /// In words.
    pub fn label(self) -> Text {
        match self {
            Self::Key => Text::new("theo mã cột", "by its key"),
            Self::Heading => Text::new("theo tiêu đề", "by its heading"),
            Self::Number => Text::new("theo số thứ tự cột", "by its column number"),
            Self::Position => Text::new("theo vị trí", "by its place"),
        }
    }
}

/// A column of a form in one line, the uppermost heading first: "Số lượng hồ sơ tiếp nhận – Tổng số".
pub fn column_label(form: &Form, key: &LineKey, lang: Lang) -> String {
    let column = form.column(key).and_then(|place| form.columns.get(place));
    column.map_or_else(String::new, |column| {
        column.heading.iter().map(|part| part.get(lang)).collect::<Vec<_>>().join(" – ")
    })
}

fn place(line: usize, column: usize, lang: Lang) -> String {
    let text = Text::new("Dòng {line}, cột {column}", "Line {line}, column {column}");
    text.get(lang).replace("{line}", &line.to_string()).replace("{column}", &column_letters(column))
}

fn number(value: usize) -> String {
    u64::try_from(value).map(format::count).unwrap_or_default()
}

impl AskedCell {
    /// The question with its place.
    pub fn sentence(&self, lang: Lang) -> String {
        let text =
            Text::new("“{}” có thể đọc theo nhiều cách; xin chọn.", "“{}” can be read in several ways; please choose.");
        format!("{}: {}", place(self.line, self.column, lang), text.get(lang).replace("{}", &self.typed))
    }
}

impl FigureProblem {
    /// What is wrong, with its place.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match self.why {
            FigureProblemKind::NotANumber => Text::new("“{}” không phải là một số.", "“{}” is not a number."),
            FigureProblemKind::TooLarge => Text::new("“{}” vượt quá {most}.", "“{}” is beyond {most}."),
            FigureProblemKind::TooPrecise => {
                Text::new("“{}” có hơn {decimals} chữ số thập phân.", "“{}” has more than {decimals} decimals.")
            }
            FigureProblemKind::SpreadsheetError => {
                Text::new("“{}” là lỗi của bảng tính.", "“{}” is an error of the spreadsheet.")
            }
            FigureProblemKind::PairUnclear => Text::new(
                "không rõ “{}” ghi số nào cho cột nào; xin nhập tay.",
                "“{}” does not say which number is for which column; please enter them by hand.",
            ),
            FigureProblemKind::TooLong => Text::new("“{}” quá dài.", "“{}” is too long."),
            FigureProblemKind::UnknownRow => {
                Text::new("“{}” không phải là hàng của mẫu biểu.", "“{}” is no row of the form.")
            }
            FigureProblemKind::TwiceRow { .. } => {
                Text::new("“{}” trùng với dòng {first}.", "“{}” is the same row as line {first}.")
            }
        };
        let first = if let FigureProblemKind::TwiceRow { first } = self.why { first } else { 0 };
        let most = u64::try_from(MOST).map(format::count).unwrap_or_default();
        let said = text
            .get(lang)
            .replace("{most}", &most)
            .replace("{decimals}", &MOST_DECIMALS.to_string())
            .replace("{first}", &first.to_string())
            .replace("{}", &self.typed);
        format!("{}: {said}", place(self.line, self.column, lang))
    }
}

impl FiguresNote {
    /// The remark in one sentence.
    pub fn sentence(self, lang: Lang) -> String {
        let (text, line, section) = match self {
            Self::TotalMoved { line } => (
                Text::new(
                    "Dòng {line}: hàng tổng đứng dưới các hàng; đã đưa lên trên để kiểm tra tổng.",
                    "Line {line}: the total stands below its rows; it was put above them so that it can be checked.",
                ),
                line,
                0,
            ),
            Self::SumIntoSection { line, section } => (
                Text::new(
                    "Dòng {line}: số cộng của mục đã được ghi vào hàng mục ở dòng {section}.",
                    "Line {line}: the sum of the section was put into its row, line {section}.",
                ),
                line,
                section,
            ),
            Self::OtherTable { line } => (
                Text::new(
                    "Dòng {line}: từ đây là một bảng khác; phần này chưa được đọc.",
                    "Line {line}: another table begins here; it was not read.",
                ),
                line,
                0,
            ),
            Self::Shifted { line } => (
                Text::new(
                    "Dòng {line}: ô STT và ô tên gộp làm một; các số đã được đặt về đúng cột.",
                    "Line {line}: the cells of number and name were one; the figures were moved to their columns.",
                ),
                line,
                0,
            ),
        };
        text.get(lang).replace("{line}", &line.to_string()).replace("{section}", &section.to_string())
    }
}

impl FiguresRefusal {
    /// The reason in one sentence, with the place where there is one.
    pub fn sentence(self, lang: Lang) -> String {
        let (text, line, found, wanted) = match self {
            Self::Header { line, found, wanted } => (
                Text::new(
                    "Dòng {line}: tiêu đề không khớp mẫu biểu (bảng có {found} cột, mẫu biểu có {wanted} cột); chưa lấy số \
                     liệu nào.",
                    "Line {line}: the heading does not match the form (the table has {found} columns, the form {wanted}); \
                     nothing was taken.",
                ),
                line,
                found,
                wanted,
            ),
            Self::Ragged { line, found, wanted } => (
                Text::new(
                    "Dòng {line}: hàng có {found} ô trong khi tiêu đề có {wanted} cột; chưa lấy số liệu nào.",
                    "Line {line}: the row has {found} cells where the heading has {wanted}; nothing was taken.",
                ),
                line,
                found,
                wanted,
            ),
            Self::TooManyRows { rows } => (
                Text::new(
                    "Bảng có {found} hàng, nhiều hơn mức {wanted} hàng của một biểu; chưa lấy số liệu nào.",
                    "The table has {found} rows, more than the {wanted} of one table; nothing was taken.",
                ),
                0,
                rows,
                MAX_ROWS,
            ),
            Self::NoFigure => {
                (Text::new("Không tìm thấy số liệu nào trong bảng.", "No figure was found in the table."), 0, 0, 0)
            }
        };
        text.get(lang)
            .replace("{line}", &number(line))
            .replace("{found}", &number(found))
            .replace("{wanted}", &number(wanted))
    }
}
