//! Cells that were taken with a remark.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::Term;
use crate::domain::dossier::State;
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
    /// A bare number, whose unit neither the row nor the heading names, taken as working days.
    BareTerm,
    /// A term in other words than the usual ones; what it was read as.
    TermReadAs(Term),
    /// It says that no term is known, so that no due date can be reckoned.
    NoTerm,
    /// A word that the column does not take; the cell is left blank.
    LeftBlank(String),
    /// The name of a state that has none of its own here; what it was read as.
    StateReadAs(State),
    /// Levels beyond those of a province in the same cell were passed over.
    MinistryPassedOver,
    /// Letters that nobody sees were taken out of a code.
    InvisibleTaken,
    /// A code whose last digits a spreadsheet may have turned into a zero.
    CodeMayBeCut,
    /// A text that lost letters when the file was saved.
    LettersLost,
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
            NoteKind::BareTerm => {
                Text::new("chỉ ghi số, được hiểu là ngày làm việc.", "a number without a unit, taken as working days.")
            }
            NoteKind::TermReadAs(_) => Text::new("thời hạn được đọc là {}.", "the term is read as {}."),
            NoteKind::NoTerm => Text::new(
                "không ghi thời hạn, nên không tính được ngày phải trả.",
                "it says no term, so that no due date can be reckoned.",
            ),
            NoteKind::LeftBlank(_) => Text::new(
                "“{}” không có trong các từ được nhận; để trống ô này.",
                "“{}” is not among the words that are taken; the cell is left blank.",
            ),
            NoteKind::StateReadAs(_) => Text::new("trạng thái được đọc là “{}”.", "the state is read as “{}”."),
            NoteKind::MinistryPassedOver => Text::new(
                "cấp bộ không thuộc phạm vi giám sát, chỉ đọc các cấp còn lại.",
                "the level of a ministry is out of scope; the other levels are read.",
            ),
            NoteKind::InvisibleTaken => Text::new(
                "đã bỏ ký tự không nhìn thấy trong mã.",
                "letters that cannot be seen were taken out of the code.",
            ),
            NoteKind::CodeMayBeCut => Text::new(
                "mã dài hơn 15 chữ số và kết thúc bằng 0; xin đối chiếu, vì bảng tính có thể đã đổi chữ số cuối.",
                "a code of more than 15 digits that ends in 0; please check it, a spreadsheet may have changed it.",
            ),
            NoteKind::LettersLost => Text::new(
                "chữ đã mất dấu khi lưu tệp (dấu “?” giữa từ); nên lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
                "letters were lost when the file was saved; better save it as “CSV UTF-8” or .xlsx.",
            ),
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
            NoteKind::TermReadAs(term) => term.words(lang),
            NoteKind::LeftBlank(text) => text.clone(),
            NoteKind::StateReadAs(state) => state.label().get(lang).to_owned(),
            NoteKind::HoursAsWorking
            | NoteKind::BareTerm
            | NoteKind::NoTerm
            | NoteKind::MinistryPassedOver
            | NoteKind::InvisibleTaken
            | NoteKind::CodeMayBeCut
            | NoteKind::LettersLost
            | NoteKind::NumberWithDate
            | NoteKind::LooksPersonal => String::new(),
        };
        let place = place(line, Some(self.column), Some(self.target), lang);
        format!("{place}: {}", text.get(lang).replace("{}", &value))
    }
}
