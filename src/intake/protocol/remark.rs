//! Cells that were taken with a remark.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::format;
use crate::words::{Lang, Text};

use super::{Target, place};

/// A cell that was taken with a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellNote {
    /// Its column, from 0.
    pub column: usize,
    /// What the column means.
    pub target: Target,
    /// The remark.
    pub kind: NoteKind,
}

/// A remark on a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A number in a column of dates, read as the day that a spreadsheet counts so.
    SerialDate(NaiveDate),
    /// A code that the spreadsheet keeps as a number, so that zeros at its ends may be lost; what it was read as.
    NumberAsCode(String),
    /// Hours that are not said to be working hours, taken as such.
    HoursAsWorking,
    /// Number and date in one cell, taken apart.
    NumberWithDate,
    /// An identity or telephone number of a person seems to be in it.
    LooksPersonal,
}

impl CellNote {
    /// The remark with its place.
    pub fn sentence(&self, line: usize, lang: Lang) -> String {
        let text = match &self.kind {
            NoteKind::SerialDate(_) => Text::new(
                "số thứ tự ngày của bảng tính, được đọc là {}.",
                "a day as spreadsheets count it, read as {}.",
            ),
            NoteKind::NumberAsCode(_) => Text::new(
                "mã đã thành số trong bảng tính, được đọc là {}; xin đối chiếu các chữ số 0 ở đầu và cuối.",
                "a code kept as a number, read as {}; please check the zeros at its ends.",
            ),
            NoteKind::HoursAsWorking => {
                Text::new("số giờ được hiểu là giờ làm việc.", "the hours are taken as working hours.")
            }
            NoteKind::NumberWithDate => {
                Text::new("số và ngày ghi chung một ô đã được tách.", "number and date of one cell were taken apart.")
            }
            NoteKind::LooksPersonal => Text::new(
                "có vẻ chứa số định danh hoặc số điện thoại của cá nhân; hồ sơ mẫu không cần thông tin này.",
                "it seems to hold a person's identity or telephone number, which a sample does not need.",
            ),
        };
        let value = match &self.kind {
            NoteKind::SerialDate(date) => format::date(*date),
            NoteKind::NumberAsCode(code) => code.clone(),
            NoteKind::HoursAsWorking | NoteKind::NumberWithDate | NoteKind::LooksPersonal => String::new(),
        };
        let place = place(line, Some(self.column), Some(self.target), lang);
        format!("{place}: {}", text.get(lang).replace("{}", &value))
    }
}
