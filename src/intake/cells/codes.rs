//! Codes of dossiers and procedures, and numbers of documents. A code that a spreadsheet damaged is refused with what can
//! be done about it: a wrong code would name another dossier.

use crate::intake::protocol::{NoteKind, ProblemKind};
use crate::words::fold::{fold, is_invisible};
use crate::words::parse::date::day;

use super::{Taken, Value, text};

/// The longest code or number of a document, in bytes.
const MAX_CODE_BYTES: usize = 300;

/// How many digits a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

/// The first number that a spreadsheet does not keep whole.
const BEYOND_KEPT: f64 = 1e15;

/// A code, on one line.
pub(in crate::intake) fn code(value: Value<'_>) -> Taken<String> {
    match value {
        Value::Number(number) if number.abs() >= BEYOND_KEPT => Err(ProblemKind::CodeInExponents),
        Value::Number(number) => {
            let text = number.to_string();
            Ok((text.clone(), Some(NoteKind::NumberAsCode(text))))
        }
        Value::Moment(_) => Err(ProblemKind::CodeBecameDate),
        Value::Bool(_) => text(value, MAX_CODE_BYTES),
        Value::Text(text) => written(text),
    }
}

/// The number of a document, on one line: as [`code`], but what looks like a date may be one.
pub(in crate::intake) fn number(value: Value<'_>) -> Taken<String> {
    match value {
        Value::Text(text) => {
            let (text, _) = visible(text);
            if text.len() <= MAX_CODE_BYTES { Ok((text, None)) } else { Err(ProblemKind::TextTooLong) }
        }
        Value::Number(_) | Value::Moment(_) | Value::Bool(_) => text(value, MAX_CODE_BYTES),
    }
}

/// A procedure's code: as [`code`], but one that a spreadsheet kept as a number gets back its six decimals, which every
/// code of the national database has ("2.00098" for "2.000980").
pub(in crate::intake) fn procedure_code(value: Value<'_>) -> Taken<String> {
    let decimals = |whole: &str, decimals: &str| {
        let text = format!("{whole}.{decimals:0<6}");
        (text.clone(), Some(NoteKind::NumberAsCode(text)))
    };
    match value {
        Value::Number(number) if (1.0..10.0).contains(&number) && number.fract() > 0.0 => {
            let text = format!("{number:.6}");
            Ok((text.clone(), Some(NoteKind::NumberAsCode(text))))
        }
        Value::Text(text) => match text.split_once(['.', ',']) {
            Some((whole, rest)) if whole.len() == 1 && (4..6).contains(&rest.len()) && are_digits(&[whole, rest]) => {
                Ok(decimals(whole, rest))
            }
            _ => code(value),
        },
        _ => code(value),
    }
}

fn written(text: &str) -> Taken<String> {
    let (text, is_changed) = visible(text);
    if text.len() > MAX_CODE_BYTES {
        return Err(ProblemKind::TextTooLong);
    }
    if is_exponential(&text) {
        return Err(ProblemKind::CodeInExponents);
    }
    if is_date(&text) {
        return Err(ProblemKind::CodeBecameDate);
    }
    let mut note = is_changed.then_some(NoteKind::InvisibleTaken);
    if text.len() > KEPT_DIGITS && are_digits(&[&text]) {
        let beyond = text.get(KEPT_DIGITS..).unwrap_or_default();
        match beyond.bytes().all(|digit| digit == b'0') {
            // One zero may well be meant.
            true if beyond.len() == 1 => note = Some(NoteKind::CodeMayBeCut),
            true => return Err(ProblemKind::CodeCut),
            false => {}
        }
    }
    Ok((text, note))
}

/// A text on one line without letters that nobody sees, and whether there were some.
fn visible(text: &str) -> (String, bool) {
    let kept: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    let is_changed = kept.len() != text.len() || kept.contains('\u{a0}');
    (kept.split_whitespace().collect::<Vec<_>>().join(" "), is_changed)
}

fn are_digits(parts: &[&str]) -> bool {
    parts.iter().all(|part| crate::words::parse::is_digits(part))
}

/// Whether a text is a number in powers of ten, as spreadsheets show long ones: `2.02305E+16`, `2,02E+16`.
fn is_exponential(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let power = power.strip_prefix('+').unwrap_or(power);
    let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    // Codes with an E between digits exist ("12E05"): without a plus only one with decimals is a number.
    let is_number = text.contains('+') || number.contains(['.', ',']);
    is_number && whole.len() == 1 && are_digits(&[whole, decimals, power])
}

/// Whether a text is what spreadsheets make of a code that looks like a date: `01/5/2023`, `1-May-23`, `May-23`, `05-thg 1`.
fn is_date(text: &str) -> bool {
    if day(text).is_ok() {
        return true;
    }
    let parts: Vec<String> = fold(text).split(' ').map(str::to_owned).collect();
    let is_month = |part: &str| {
        const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        MONTHS.contains(&part)
            || part.strip_prefix("thg").is_some_and(|number| number.is_empty() || are_digits(&[number]))
    };
    let has_month = parts.iter().any(|part| is_month(part));
    let others = parts.iter().filter(|part| !is_month(part));
    has_month && (2..=4).contains(&parts.len()) && others.clone().all(|part| are_digits(&[part]) && part.len() <= 4)
}
