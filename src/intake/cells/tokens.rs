//! Dates and hours within a cell, read by the one reader of them.

use chrono::NaiveDate;

use crate::intake::protocol::ProblemKind;
use crate::words::parse::date::{DateError, FIRST_YEAR, is_plausible};

pub(super) use crate::words::parse::date::{Cursor, Piece, tokens};

impl From<DateError> for ProblemKind {
    fn from(error: DateError) -> Self {
        match error {
            DateError::NotADate => Self::NotADate,
            DateError::NoSuchDay => Self::DayDoesNotExist,
            DateError::NoSuchMonth => Self::MonthOutOfRange,
            DateError::TwoDigitYear => Self::TwoDigitYear,
            DateError::Implausible => Self::ImplausibleDate,
            DateError::NotAnHour => Self::NotAnHour,
        }
    }
}

/// Whether a date can be meant. One of the first year of spreadsheets is what they make of a small number.
pub(super) fn plausible(date: NaiveDate) -> Result<NaiveDate, ProblemKind> {
    use chrono::Datelike;
    match is_plausible(date) {
        _ if date.year() == FIRST_YEAR => Err(ProblemKind::SerialOutOfRange),
        true => Ok(date),
        false => Err(ProblemKind::ImplausibleDate),
    }
}

/// Number and date of a document where both stand in one cell: `1234/QĐ-UBND ngày 05/6/2024`. None where there is no
/// such date.
pub(in crate::intake) fn number_and_date(text: &str) -> Option<(String, NaiveDate)> {
    let tokens = tokens(text);
    let mut before = 0;
    for (at, token) in tokens.iter().enumerate() {
        let is_day = matches!(&token.kind, Piece::Word(word) if word == "ngay");
        if is_day && before > 0 {
            let mut cursor = Cursor::new(tokens.get(at + 1..).unwrap_or_default());
            return match cursor.date() {
                Some(Ok(date)) if cursor.is_done() => {
                    let number = text.get(..before)?.trim_end_matches([',', ';', ' ']).trim();
                    Some((number.to_owned(), date))
                }
                _ => None,
            };
        }
        before = token.end;
    }
    None
}
