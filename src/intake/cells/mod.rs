//! A cell as what its column means: a date, a count, a term. Nothing is guessed: what could be read in two ways is a
//! problem, and what rests on an assumption is a note.

use std::borrow::Cow;

use chrono::NaiveDateTime;

use crate::words::fold::fold;
use crate::words::format;
use crate::words::parse::{self, NumberError};

use super::protocol::{NoteKind, ProblemKind};
use super::sheet::SheetCell;

pub(super) use codes::{code, number, procedure_code};
pub(super) use dates::{appointed, date, hour, receipt};
pub(super) use stops::stops;
pub(super) use terms::{TermCell, term};
pub(super) use tokens::number_and_date;
pub(super) use vocabulary::{
    Answer, cause, channel, is_absent, level, levels, online_level, seen_text, state, unit, yes_no,
};

mod codes;
mod dates;
mod stops;
mod terms;
mod tokens;
mod vocabulary;

#[cfg(test)]
mod tests;

/// A cell that holds something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'c> {
    /// Text without blanks around it, not empty.
    Text(&'c str),
    /// A number.
    Number(f64),
    /// A day with its hour.
    Moment(NaiveDateTime),
    /// Yes or no.
    Bool(bool),
}

/// What a cell was taken for, with a remark where there is one.
pub(super) type Taken<T> = Result<(T, Option<NoteKind>), ProblemKind>;

/// What a cell holds; none where that is nothing.
pub(super) fn value(cell: &SheetCell) -> Result<Option<Value<'_>>, ProblemKind> {
    Ok(match cell {
        SheetCell::Empty => None,
        SheetCell::Text(text) => {
            let text = text.trim();
            if is_error(text) {
                return Err(ProblemKind::SpreadsheetError);
            }
            (!text.is_empty()).then_some(Value::Text(text))
        }
        SheetCell::Number(number) | SheetCell::Shown(number, _) => Some(Value::Number(*number)),
        SheetCell::Moment(moment) => Some(Value::Moment(*moment)),
        SheetCell::Bool(answer) => Some(Value::Bool(*answer)),
        SheetCell::Error(_) => return Err(ProblemKind::SpreadsheetError),
        SheetCell::Formula(_) => return Err(ProblemKind::FormulaUnsaved),
    })
}

/// Errors of spreadsheets as a text file holds them, and the hashes that stand for a date in too narrow a column.
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 10] =
        ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA"];
    text.starts_with('#') && (ERRORS.contains(&text) || (text.len() > 2 && text.bytes().all(|byte| byte == b'#')))
}

/// A cell as a person sees it; empty for an empty one.
pub(super) fn printed(cell: &SheetCell) -> Cow<'_, str> {
    match cell {
        SheetCell::Empty => Cow::Borrowed(""),
        SheetCell::Text(text) | SheetCell::Error(text) | SheetCell::Formula(text) => Cow::Borrowed(text.trim()),
        SheetCell::Number(number) => Cow::Owned(number.to_string()),
        SheetCell::Shown(number, format) => Cow::Owned(format.printed(*number)),
        SheetCell::Moment(moment) => Cow::Owned(printed_moment(*moment)),
        SheetCell::Bool(true) => Cow::Borrowed("TRUE"),
        SheetCell::Bool(false) => Cow::Borrowed("FALSE"),
    }
}

fn printed_moment(moment: NaiveDateTime) -> String {
    let day = format::date(moment.date());
    if moment.time() == chrono::NaiveTime::MIN { day } else { format!("{day} {}", format::time(moment.time())) }
}

/// A text of at most `most` bytes.
pub(super) fn text(value: Value<'_>, most: usize) -> Taken<String> {
    let text = match value {
        Value::Text(text) => text.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Moment(moment) => printed_moment(moment),
        Value::Bool(answer) => answer.to_string().to_uppercase(),
    };
    if text.len() <= most { Ok((text, None)) } else { Err(ProblemKind::TextTooLong) }
}

/// The highest count of times.
const MOST_TIMES: u64 = 1_000;

/// How many times; "không" and "-" are none.
pub(super) fn times(value: Value<'_>) -> Taken<u32> {
    let text = match value {
        Value::Text(text) => text.to_owned(),
        Value::Number(number) if number.fract() != 0.0 => return Err(ProblemKind::NegativeOrFraction),
        Value::Number(number) => number.to_string(),
        Value::Moment(_) | Value::Bool(_) => return Err(ProblemKind::NotANumber),
    };
    if is_absent(&text) || fold(&text) == "chua" {
        return Ok((0, None));
    }
    let lower = text.to_lowercase();
    let digits = lower.strip_suffix("lần").unwrap_or(&lower);
    match parse::count(digits, MOST_TIMES) {
        Ok(Some(count)) => u32::try_from(count).map(|count| (count, None)).map_err(|_large| ProblemKind::TooManyTimes),
        Ok(None) | Err(NumberError::NotANumber) => Err(ProblemKind::NotANumber),
        Err(NumberError::Negative | NumberError::NotWhole | NumberError::TooPrecise) => {
            Err(ProblemKind::NegativeOrFraction)
        }
        Err(NumberError::TooLarge) => Err(ProblemKind::TooManyTimes),
    }
}
