//! Sentences on reading tables of figures.

use crate::domain::figures::figure::{MOST, MOST_DECIMALS};
use crate::domain::figures::form::MAX_ROWS;
use crate::domain::figures::{Form, Measure};
use crate::domain::id::LineKey;
use crate::words::format;
use crate::words::{Lang, Text};

use super::super::column_letters;
use super::{AskedColumn, FigureProblem, FigureProblemKind, FiguresNote, FiguresRefusal, MatchedBy, Way};

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

impl AskedColumn<'_> {
    /// The question with its column and its unit: `Cột D (Trễ hạn, hồ sơ): 30 ô như “1.716” có thể đọc theo nhiều cách.`
    pub fn sentence(&self, form: &Form, lang: Lang) -> String {
        let text = Text::new(
            "Cột {column} ({label}{unit}): {n} ô như “{}” có thể đọc theo nhiều cách; xin chọn một cách cho cả cột.",
            "Column {column} ({label}{unit}): {n} cells such as “{}” can be read in several ways; please choose one for \
             the whole column.",
        );
        let unit = form.column(self.key).and_then(|place| form.columns.get(place));
        let unit = unit.map(|column| unit_of(&column.measure, lang)).filter(|unit| !unit.is_empty());
        text.get(lang)
            .replace("{column}", &column_letters(self.column))
            .replace("{label}", &column_label(form, self.key, lang))
            .replace("{unit}", &unit.map(|unit| format!(", {unit}")).unwrap_or_default())
            .replace("{n}", &number(self.cells.len()))
            .replace("{}", self.cells.first().map(|cell| cell.typed.as_str()).unwrap_or_default())
    }

    /// A way in words, with what it makes of a cell.
    pub fn answer(&self, way: Way, form: &Form, lang: Lang) -> String {
        let (typed, figure) = self.example(way).unzip();
        let measure = form.column(self.key).and_then(|place| form.columns.get(place)).map(|column| &column.measure);
        let unit = measure.map(|measure| unit_of(measure, lang)).unwrap_or_default();
        let figure = figure.map(|figure| figure.to_string().replace('.', ",")).unwrap_or_default();
        way.label()
            .get(lang)
            .replace("{typed}", typed.unwrap_or_default())
            .replace("{figure}", format!("{figure} {unit}").trim_end())
    }
}

impl Way {
    fn label(self) -> Text {
        match self {
            Self::Thousands => Text::new(
                "Dấu ngăn hàng nghìn: “{typed}” là {figure}",
                "The mark parts thousands: “{typed}” is {figure}",
            ),
            Self::Decimals => {
                Text::new("Dấu thập phân: “{typed}” là {figure}", "The mark parts decimals: “{typed}” is {figure}")
            }
            Self::PartOfOne => Text::new(
                "Phần của 1, nhân 100: “{typed}” là {figure}",
                "A part of 1, times 100: “{typed}” is {figure}",
            ),
            Self::Shown => {
                Text::new("Như ô hiện: “{typed}” là {figure}", "As the cell shows it: “{typed}” is {figure}")
            }
            Self::Kept => {
                Text::new("Như số đang lưu: “{typed}” là {figure}", "As the number is kept: “{typed}” is {figure}")
            }
            Self::Scaled => {
                Text::new("Nhân theo đơn vị: “{typed}” là {figure}", "Multiplied by its unit: “{typed}” is {figure}")
            }
        }
    }
}

fn unit_of(measure: &Measure, lang: Lang) -> String {
    match measure {
        Measure::Count { of } => of.get(lang).to_owned(),
        Measure::Percent {} => "%".to_owned(),
        Measure::Points { .. } => Text::new("điểm", "points").get(lang).to_owned(),
        Measure::Text {} => String::new(),
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
            FigureProblemKind::FormulaUnsaved => Text::new(
                "công thức “{}” chưa lưu kết quả; xin mở bằng Excel, lưu lại rồi nhập lại.",
                "the formula “{}” has no stored result; please open it in Excel, save it, and import it again.",
            ),
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
