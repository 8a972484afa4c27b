//! What the app and the reader say to each other, as JSON: which sheets there are, which column means what, and the
//! rows with their problems. It names crates of no weight, since the app carries it from the first load.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::dossier::Dossier;
use crate::domain::procedure::Procedure;
use crate::domain::supervision::Level;
use crate::words::{Lang, Text};

pub use figures::{
    AskedCell, AskedColumn, FigureColumn, FigureProblem, FigureProblemKind, FiguresAsk, FiguresNote, FiguresOpened,
    FiguresReading, FiguresRefusal, FiguresReply, FiguresRequest, FiguresSheet, MatchedBy, Way, column_label,
};
pub use place::{column_letters, place};
pub use problem::{CellProblem, MOST_SHOWN, ProblemKind, accepted};
pub use question::{Answers, DateOrder, DateQuestion, Question};
pub use refusal::{OpenError, WorkbookError};
pub use remark::{CellNote, NoteKind};
pub use target::{DossierColumn, ProcedureColumn, Target, template_csv};

mod figures;
mod place;
mod problem;
mod question;
mod refusal;
mod remark;
mod target;

#[cfg(test)]
mod tests;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 50_000_000;

/// The most rows of a sheet, from the first to the last that holds something.
pub const MAX_ROWS: usize = 200_000;

/// The most columns of a sheet, from the first to the last that holds something.
pub const MAX_COLUMNS: usize = 100;

/// The most cells of a workbook, blank ones before the last of a row included: some 200 MB in memory.
pub const MAX_CELLS: usize = 8_000_000;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Sampled dossiers (hồ sơ mẫu).
    Dossiers,
    /// Entries of the reference list (danh mục TTHC).
    Procedures,
}

/// What was found in a file or in what was pasted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// Its sheets that hold something, in order; never none.
    pub sheets: Vec<SheetInfo>,
    /// The place in `sheets` of the one that looks most like the list: a cover sheet may stand before it.
    pub best: usize,
    /// How its text was written down; none for a workbook and for what was pasted.
    pub encoding: Option<Encoding>,
    /// What was taken with a remark.
    pub notes: Vec<OpenNote>,
}

/// How the text of a file was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the lesser byte first.
    Utf16Le,
    /// UTF-16, the greater byte first.
    Utf16Be,
    /// Windows-1258, the Vietnamese code page of Windows.
    Windows1258,
}

impl Encoding {
    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1258 => "Windows-1258",
        }
    }
}

/// A remark on a file that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenNote {
    /// The encoding is a guess: nothing in the file names it.
    GuessedEncoding(Encoding),
    /// A quotation mark is never closed, so that quotation marks were read as letters.
    UnclosedQuote {
        /// The line of the text where it opens, from 1.
        line: usize,
    },
    /// Cells far from the table were not read, such as a note in column DA.
    LeftOut {
        /// The sheet by its name; may be empty.
        sheet: String,
        /// How many.
        cells: usize,
        /// The line of the first, from 1.
        line: usize,
        /// Its column, from 0.
        column: usize,
    },
    /// Control characters were taken out, as Word and DOS leave them.
    ControlsTaken {
        /// The line of the first, from 1.
        line: usize,
        /// Its column, from 0.
        column: usize,
        /// In how many further cells there were some.
        more: usize,
    },
    /// Letters were lost when the file was saved.
    LettersLost {
        /// The line of the first such cell, from 1.
        line: usize,
        /// Its column, from 0.
        column: usize,
    },
}

impl OpenNote {
    /// The remark in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let (text, at, more) = match self {
            Self::LeftOut { sheet, cells, line, column } => {
                let text = Text::new(
                    "Trang “{sheet}”: không đọc {n} ô nằm xa bảng (ô đầu tiên: {place}).",
                    "Sheet “{sheet}”: {n} cells far from the table are not read (the first is {place}).",
                );
                return text
                    .get(lang)
                    .replace("{n}", &cells.to_string())
                    .replace("{place}", &format!("{}{line}", column_letters(*column)))
                    .replace("{sheet}", sheet);
            }
            Self::GuessedEncoding(encoding) => {
                let text = Text::new(
                    "Tệp không ghi bảng mã; được đọc theo {at}, xin xem lại chữ có dấu.",
                    "The file names no encoding and is read as {at}; please look at the accents.",
                );
                (text, encoding.name().to_owned(), 0)
            }
            Self::UnclosedQuote { line } => {
                let text = Text::new(
                    "{at}: dấu nháy kép mở ra mà không đóng lại; các dấu nháy kép được đọc như chữ.",
                    "{at}: a quotation mark is never closed; quotation marks are read as letters.",
                );
                (text, place(*line, None, None, lang), 0)
            }
            Self::ControlsTaken { line, column, more } => {
                let text = Text::new(
                    "{at}: đã bỏ ký tự điều khiển không đọc được{more}.",
                    "{at}: control characters were taken out{more}.",
                );
                (text, place(*line, Some(*column), None, lang), *more)
            }
            Self::LettersLost { line, column } => {
                let text = Text::new(
                    "{at}: chữ có dấu đã thành “?” khi lưu tệp; nên mở tệp gốc và lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
                    "{at}: accented letters became “?” when the file was saved; better save the original as “CSV UTF-8” \
                     or .xlsx.",
                );
                (text, place(*line, Some(*column), None, lang), 0)
            }
        };
        let others = Text::new(" (và ở {n} ô khác)", " (and in {n} more cells)").get(lang);
        let more = if more == 0 { String::new() } else { others.replace("{n}", &more.to_string()) };
        text.get(lang).replace("{at}", &at).replace("{more}", &more)
    }
}

/// A column that is not read because another one means the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rival {
    /// Its column, from 0.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// What it could mean.
    pub target: Target,
    /// The column that is read instead, with its heading; none where none was chosen, so that nothing is read.
    pub chosen: Option<(usize, String)>,
}

impl Rival {
    /// What was done, in one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match &self.chosen {
            Some(_) => Text::new(
                "Cột {a} “{one}” cũng có nghĩa là {target}; đã dùng cột {b} “{other}”, không đọc cột {a}.",
                "Column {a} “{one}” means {target} as well; column {b} “{other}” is used and {a} is not read.",
            ),
            None => Text::new(
                "Cột {a} “{one}” và một cột khác cùng có nghĩa là {target}; chưa đọc cột nào, xin chọn một.",
                "Column {a} “{one}” and another one both mean {target}; neither is read, please choose one.",
            ),
        };
        let (b, other) = self.chosen.as_ref().map_or((String::new(), ""), |(at, name)| (column_letters(*at), name));
        text.get(lang)
            .replace("{a}", &column_letters(self.column))
            .replace("{b}", &b)
            .replace("{target}", self.target.label().get(lang))
            .replace("{one}", &self.heading)
            .replace("{other}", other)
    }
}

/// A sheet, as far as it can be told before the user says what each column means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetInfo {
    /// Its name; empty for a text.
    pub name: String,
    /// Its place in the source, from 0: what [`Request::sheet`] takes.
    pub index: usize,
    /// How many rows it has, from the first to the last that holds something.
    pub rows: usize,
    /// Where the heading was found; none where the rows seem to begin at once.
    pub heading: Option<HeadingRows>,
    /// Its columns, from the first.
    pub columns: Vec<ColumnInfo>,
    /// What each column seems to mean; none where that cannot be told or two columns claim the same.
    pub matching: Vec<Option<Target>>,
}

/// The rows of a heading, from 0, both inside. The rows after it are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingRows {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// A column before anyone knows what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnInfo {
    /// Its heading in one line, a heading over several columns first; may be empty.
    pub heading: String,
    /// Its first values that are not empty, as a person would see them, at most [`SAMPLES`].
    pub samples: Vec<String>,
    /// Whether it is hidden in its sheet.
    pub is_hidden: bool,
}

/// How many values of a column are shown.
pub const SAMPLES: usize = 3;

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What the rows are; columns of the other kind are not read.
    pub kind: Kind,
    /// The sheet, by [`SheetInfo::index`].
    pub sheet: usize,
    /// Its heading; none to read from the first row on.
    pub heading: Option<HeadingRows>,
    /// What each column means; of two columns with one meaning the first is read.
    pub matching: Vec<Option<Target>>,
    /// What holds where the table says nothing.
    #[serde(default)]
    pub options: Options,
    /// What a person answered to the questions of an earlier reading.
    #[serde(default)]
    pub answers: Answers,
}

/// What holds where a table says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The unit of a term that is only a number, and whose heading names no unit either; none where nobody said.
    pub term_unit: Option<TermUnit>,
    /// The level of procedures whose row names none.
    pub level: Option<Level>,
    /// The first day in force of procedures whose row names none.
    pub valid_from: Option<NaiveDate>,
}

/// The unit of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermUnit {
    /// Ngày làm việc.
    WorkingDays,
    /// Ngày.
    CalendarDays,
    /// Giờ làm việc.
    WorkingHours,
    /// Tháng.
    Months,
    /// Trong ngày: takes no number.
    SameDay,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The rows, in the order of the table.
    pub rows: Rows,
    /// How many rows are empty.
    pub blank: usize,
    /// The rows that are no record, with the reason.
    pub skipped: Vec<Skipped>,
    /// The columns that must be there and to which none was matched; each row lacks them.
    pub missing: Vec<Target>,
    /// What the columns that were read mean: what a table says nothing of changes nothing.
    #[serde(default)]
    pub columns: Vec<Target>,
    /// The columns that were not read because another one means the same.
    #[serde(default)]
    pub rivals: Vec<Rival>,
    /// What a person is to say. The rows were read by the answers so far.
    pub questions: Vec<Question>,
}

/// The rows of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// Dossiers.
    Dossiers(Vec<RowReading<Dossier>>),
    /// Procedures.
    Procedures(Vec<RowReading<Procedure>>),
}

/// What was read of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowReading<R> {
    /// Its line, from 1, as the spreadsheet numbers it.
    pub line: usize,
    /// What it holds, cells with a problem left blank. None where a cell is blank or unreadable without which there is
    /// no record: never for a dossier, for a procedure its code, name, level and first day in force.
    pub record: Option<R>,
    /// Each cell that was not taken, from left to right.
    pub problems: Vec<CellProblem>,
    /// Each cell that was taken with a remark.
    pub notes: Vec<CellNote>,
}

/// A row that is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
    /// Its line, from 1.
    pub line: usize,
    /// Why.
    pub why: SkippedWhy,
}

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkippedWhy {
    /// A sum: "Tổng cộng".
    Total,
    /// A heading within the table, such as "I. Lĩnh vực đất đai".
    Section,
    /// The heading once more, or the numbers of the columns below it.
    Heading,
    /// It holds something, but in no column that is read.
    Unread,
    /// Who made and signed the table, notes below it.
    Foot,
    /// It is hidden, and hidden rows are not taken.
    Hidden,
}
