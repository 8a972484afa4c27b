//! What a table leaves to a person: asked once for a column or for the whole sheet, each with two answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::format;
use crate::words::{Lang, Text};

use super::{Target, column_letters};

/// How the dates of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// As they stand: in text the day comes first, unless the year does.
    #[default]
    AsWritten,
    /// In text the month comes first, where that can be.
    MonthFirst,
    /// Dates that a spreadsheet made of text have day and month exchanged: they are exchanged back.
    Swapped,
    /// Both: text with the month first, opened by a spreadsheet that takes the day first.
    MonthFirstAndSwapped,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Rows are hidden, as by a filter.
    HiddenRows {
        /// How many that hold something.
        rows: usize,
    },
    /// The dates of a column seem to be of another order.
    Dates(DateQuestion),
}

/// A question about the dates of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateQuestion {
    /// The column, from 0.
    pub column: usize,
    /// What it means.
    pub target: Target,
    /// The order that the column speaks for.
    pub order: DateOrder,
    /// How many cells are another day under it.
    pub cells: usize,
    /// The line of one of them, from 1.
    pub line: usize,
    /// That cell as it is found.
    pub typed: String,
    /// Its day as it stands.
    pub as_written: NaiveDate,
    /// Its day under the order.
    pub reordered: NaiveDate,
}

/// What a person answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// Whether hidden rows are taken; while nobody said so they are not.
    pub hidden_rows: Option<bool>,
    /// For columns of dates, by their place from 0, whether they are read in the order that they speak for. A column
    /// that is not named is.
    pub dates: Vec<(usize, bool)>,
}

impl Answers {
    /// The answer to a question; none while there is none.
    pub fn to(&self, question: &Question) -> Option<bool> {
        match question {
            Question::HiddenRows { .. } => self.hidden_rows,
            Question::Dates(dates) => Some(self.reorders(dates.column)),
        }
    }

    /// Whether a column of dates is read in the order that it speaks for.
    pub fn reorders(&self, column: usize) -> bool {
        self.dates.iter().rev().find(|(of, _)| *of == column).is_none_or(|(_, answer)| *answer)
    }

    /// Takes an answer.
    pub fn give(&mut self, question: &Question, answer: bool) {
        match question {
            Question::HiddenRows { .. } => self.hidden_rows = Some(answer),
            Question::Dates(dates) => {
                self.dates.retain(|(column, _)| *column != dates.column);
                self.dates.push((dates.column, answer));
            }
        }
    }
}

impl Question {
    /// The question in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let number = |n: usize| u64::try_from(n).map(format::count).unwrap_or_default();
        match self {
            Self::HiddenRows { rows } => {
                let text = Text::new(
                    "Trang này có {n} dòng đang ẩn (do lọc hoặc do người dùng ẩn). Có lấy các dòng ẩn không?",
                    "{n} rows of this sheet are hidden (by a filter or by hand). Shall they be taken?",
                );
                text.get(lang).replace("{n}", &number(*rows))
            }
            Self::Dates(dates) => {
                let text = match dates.order {
                    DateOrder::MonthFirst => Text::new(
                        "Cột {column} ({label}): {n} ô có vẻ ghi tháng trước ngày. Đọc cả cột theo cách nào?",
                        "Column {column} ({label}): {n} cells seem to have the month first. How shall the column be read?",
                    ),
                    DateOrder::AsWritten | DateOrder::Swapped | DateOrder::MonthFirstAndSwapped => Text::new(
                        "Cột {column} ({label}): bảng tính có vẻ đã đảo ngày và tháng ở {n} ô. Đọc cả cột theo cách nào?",
                        "Column {column} ({label}): a spreadsheet seems to have exchanged day and month in {n} cells. How \
                         shall the column be read?",
                    ),
                };
                text.get(lang)
                    .replace("{column}", &column_letters(dates.column))
                    .replace("{label}", dates.target.label().get(lang))
                    .replace("{n}", &number(dates.cells))
            }
        }
    }

    /// An answer in words.
    pub fn answer(&self, answer: bool, lang: Lang) -> String {
        match (self, answer) {
            (Self::HiddenRows { .. }, true) => Text::new("Lấy cả các dòng ẩn", "Take the hidden rows too"),
            (Self::HiddenRows { .. }, false) => Text::new("Chỉ lấy các dòng đang hiện", "Only the rows that are shown"),
            (Self::Dates(_), true) => {
                Text::new("Đổi lại: dòng {line}, {typed} là ngày {day}", "Exchange: line {line}, {typed} is {day}")
            }
            (Self::Dates(_), false) => Text::new(
                "Giữ nguyên: dòng {line}, {typed} là ngày {day}",
                "As it stands: line {line}, {typed} is {day}",
            ),
        }
        .get(lang)
        .to_owned()
        .replace("{line}", &self.dates().map(|dates| dates.line.to_string()).unwrap_or_default())
        .replace("{day}", &self.dates().map(|dates| format::date(dates.day(answer))).unwrap_or_default())
        .replace("{typed}", &self.dates().map(|dates| format!("“{}”", dates.typed)).unwrap_or_default())
    }

    /// What distinguishes it in handles.
    pub fn key(&self) -> String {
        match self {
            Self::HiddenRows { .. } => "hidden-rows".to_owned(),
            Self::Dates(dates) => format!("dates-{}", column_letters(dates.column)),
        }
    }

    fn dates(&self) -> Option<&DateQuestion> {
        match self {
            Self::Dates(dates) => Some(dates),
            Self::HiddenRows { .. } => None,
        }
    }
}

impl DateQuestion {
    fn day(&self, reordered: bool) -> NaiveDate {
        if reordered { self.reordered } else { self.as_written }
    }
}
