//! What the app and the reader say to each other of tables of figures (biểu số liệu).

use serde::{Deserialize, Serialize};

use crate::domain::figures::{Figure, Form, Row};
use crate::domain::id::LineKey;

use super::{Answers, ColumnInfo, Encoding, HeadingRows, OpenNote, Question, Skipped};

pub use columns::AskedColumn;
pub use words::column_label;

mod columns;
mod words;

#[cfg(test)]
mod tests;

/// What a column of a table of figures means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureColumn {
    /// STT.
    Number,
    /// The name of the row: a field, a unit, an indicator.
    Name,
    /// The section that the row belongs to, such as `II`.
    Section,
    /// What the row is: `tong_cong`, `muc` or `linh_vuc`.
    RowKind,
    /// A column of the form.
    Cell(LineKey),
    /// Two columns of the form told in one cell of prose, such as "đã giải quyết quá hạn: 600. đang giải quyết quá hạn: 03".
    Pair(LineKey, LineKey),
}

impl FigureColumn {
    /// The columns of the form that it fills.
    pub fn keys(&self) -> impl Iterator<Item = &LineKey> {
        let (first, second) = match self {
            Self::Cell(key) => (Some(key), None),
            Self::Pair(first, second) => (Some(first), Some(second)),
            Self::Number | Self::Name | Self::Section | Self::RowKind => (None, None),
        };
        first.into_iter().chain(second)
    }
}

/// How a column was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchedBy {
    /// Its heading is the key of the column.
    Key,
    /// Its heading says so.
    Heading,
    /// By the number of the column, printed below the heading.
    Number,
    /// By its place alone: as many columns follow the names as the form has.
    Position,
}

/// What was found in a file, or in what was pasted, under a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresOpened {
    /// Its sheets that hold something, in order; never none.
    pub sheets: Vec<FiguresSheet>,
    /// The place in `sheets` of the one that fits the form best.
    pub best: usize,
    /// How its text was written down; none for a workbook and for what was pasted.
    pub encoding: Option<Encoding>,
    /// What was taken with a remark.
    pub notes: Vec<OpenNote>,
}

/// A sheet, as far as it can be told before the user confirms what each column means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresSheet {
    /// Its name; empty for a text.
    pub name: String,
    /// Its place in the source, from 0: what [`FiguresRequest::sheet`] takes.
    pub index: usize,
    /// How many rows it has, from the first to the last that holds something.
    pub rows: usize,
    /// Where the heading was found; none where the rows seem to begin at once.
    pub heading: Option<HeadingRows>,
    /// Its columns, from the first.
    pub columns: Vec<ColumnInfo>,
    /// What each column seems to mean; no two mean the same.
    pub matching: Vec<Option<FigureColumn>>,
    /// How that was found, column by column.
    pub matched_by: Vec<Option<MatchedBy>>,
    /// The columns of the form that none was matched to.
    pub missing: Vec<LineKey>,
    /// Why the sheet would be refused if it were read so.
    pub refusal: Option<FiguresRefusal>,
}

impl FiguresSheet {
    /// The request to read it as it was found.
    pub fn request(&self, form: Form) -> FiguresRequest {
        let (sheet, heading, matching) = (self.index, self.heading, self.matching.clone());
        FiguresRequest { form, sheet, heading, matching, answers: Answers::default() }
    }
}

/// What is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresRequest {
    /// The form of the table.
    pub form: Form,
    /// The sheet, by [`FiguresSheet::index`].
    pub sheet: usize,
    /// Its heading; none to read from the first row on.
    pub heading: Option<HeadingRows>,
    /// What each column means; of two columns with one meaning the first is read.
    pub matching: Vec<Option<FigureColumn>>,
    /// What a person answered to the questions of an earlier reading.
    #[serde(default)]
    pub answers: Answers,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FiguresReading {
    /// The rows of the table, each with one cell for each column of the form. What has to be asked, and what was not
    /// taken, is [`crate::domain::figures::Cell::Unread`].
    pub rows: Vec<Row>,
    /// The line of each row, from 1; none for a row that the form prescribes and the source has not.
    pub lines: Vec<Option<usize>>,
    /// Cells that can be read in two ways, for a person to decide.
    pub asks: Vec<AskedCell>,
    /// Cells and rows that were not taken.
    pub problems: Vec<FigureProblem>,
    /// What was done with a remark.
    pub notes: Vec<FiguresNote>,
    /// The rows that are no rows of the table.
    pub skipped: Vec<Skipped>,
    /// How many rows are empty.
    pub blank: usize,
    /// The headings of columns that hold something and mean nothing.
    pub unmatched: Vec<String>,
    /// The columns of the form that none was matched to: they are blank in every row.
    pub missing: Vec<LineKey>,
    /// What a person is to say of the whole sheet. The rows were read by the answers so far.
    pub questions: Vec<Question>,
}

/// A way in which a cell can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Its mark parts thousands: `1.716` is 1716.
    Thousands,
    /// Its mark parts decimals.
    Decimals,
    /// It is a part of 1, to be shown as a percentage: 0.982 is 98,2 %.
    PartOfOne,
    /// It is what the cell shows.
    Shown,
    /// It is what the workbook keeps, whatever the cell shows.
    Kept,
    /// It counts in thousands, millions or more, as its unit says.
    Scaled,
}

/// A cell that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedCell {
    /// Its line, from 1.
    pub line: usize,
    /// Its column in the source, from 0.
    pub column: usize,
    /// The row that it belongs to, by its place in [`FiguresReading::rows`].
    pub row: usize,
    /// The column of the form.
    pub key: LineKey,
    /// The cell as it was found.
    pub typed: String,
    /// What it may say, the likeliest first; never none.
    pub readings: Vec<Figure>,
    /// In which way each of these is read.
    pub ways: Vec<Way>,
}

/// Something that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureProblem {
    /// Its line, from 1.
    pub line: usize,
    /// Its column in the source, from 0.
    pub column: usize,
    /// The column of the form; none where the row is meant.
    pub key: Option<LineKey>,
    /// What was found, cut after [`super::MOST_SHOWN`] letters.
    pub typed: String,
    /// Why it was not taken.
    pub why: FigureProblemKind,
}

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureProblemKind {
    /// It holds something else than one number with its unit.
    NotANumber,
    /// Beyond 10^15.
    TooLarge,
    /// More decimals than are kept.
    TooPrecise,
    /// An error of the spreadsheet, such as `#REF!`.
    SpreadsheetError,
    /// A formula whose result was not stored in the workbook.
    FormulaUnsaved,
    /// Prose that does not say which number stands for which column.
    PairUnclear,
    /// A text longer than is kept.
    TooLong,
    /// The form prescribes its rows, and this is none of them.
    UnknownRow,
    /// The row of the form was filled by an earlier line.
    TwiceRow {
        /// That line, from 1.
        first: usize,
    },
}

/// A remark on how the rows were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FiguresNote {
    /// The total stands below the rows that it adds up; it was put above them.
    TotalMoved {
        /// Its line, from 1.
        line: usize,
    },
    /// The sum of a section stands below its rows; its figures were put in the row of the section.
    SumIntoSection {
        /// The line of the sum, from 1.
        line: usize,
        /// The line of the section, from 1.
        section: usize,
    },
    /// Another table begins there; it was not read.
    OtherTable {
        /// The first line of its heading, from 1.
        line: usize,
    },
    /// The cell of STT and that of the name were one; the figures were moved to their columns.
    Shifted {
        /// The line, from 1.
        line: usize,
    },
}

/// Why nothing is taken of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FiguresRefusal {
    /// No column of the heading is one of the form.
    Header {
        /// The first line of the heading, from 1.
        line: usize,
        /// How many columns the table has.
        found: usize,
        /// How many columns the form has, those of STT and names included.
        wanted: usize,
    },
    /// A row has more or fewer cells than the heading, so that its figures may stand under the wrong column.
    Ragged {
        /// Its line, from 1.
        line: usize,
        /// How many cells it has.
        found: usize,
        /// How many the heading has.
        wanted: usize,
    },
    /// More rows than [`crate::domain::figures::form::MAX_ROWS`].
    TooManyRows {
        /// How many.
        rows: usize,
    },
    /// No figure is in it.
    NoFigure,
}

/// What the reader is asked of tables of figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FiguresAsk {
    /// Open the file whose bytes come along, a workbook or a text, in place of what was open.
    Open {
        /// The form of the table.
        form: Form,
        /// The name of the file.
        name: String,
    },
    /// Open what was pasted, in place of what was open.
    Paste {
        /// The form of the table.
        form: Form,
        /// The text.
        text: String,
    },
    /// Look at a sheet again under another heading, or under another form.
    Describe {
        /// The form of the table.
        form: Form,
        /// The sheet, by [`FiguresSheet::index`].
        sheet: usize,
        /// Its heading, or none.
        heading: Option<HeadingRows>,
    },
    /// Read the rows of a sheet that is open.
    Read(FiguresRequest),
}

/// What it answers, where it does not refuse the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FiguresReply {
    /// It is open, and this is in it.
    Opened(FiguresOpened),
    /// The sheet under its new heading; none if there is no such sheet.
    Described(Option<FiguresSheet>),
    /// The rows, or why none are taken.
    Read(Result<FiguresReading, FiguresRefusal>),
}
