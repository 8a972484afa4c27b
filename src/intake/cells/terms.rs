//! Terms: "10 ngày làm việc", "03 ngày", "8 giờ làm việc", "trong ngày; sau 15 giờ trả ngày làm việc sau".

use chrono::NaiveTime;

use crate::domain::calendar::Term;
use crate::intake::protocol::{NoteKind, ProblemKind, TermUnit};
use crate::words::fold::fold;

use super::tokens::{Cursor, Piece, Token, tokens};
use super::{Taken, Value};

/// What cells beside a term say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) struct TermCell {
    /// The unit that the row names.
    pub unit: Option<TermUnit>,
    /// The unit of a bare number where the row names none.
    pub bare: TermUnit,
}

/// A term. With a unit beside it a bare number will do; where both name a unit, they must agree.
pub(in crate::intake) fn term(value: Value<'_>, beside: TermCell) -> Taken<Term> {
    let (number, named, cut_off) = match value {
        Value::Number(number) => (Some(whole(&number.to_string())?), None, None),
        Value::Text(text) => spoken(text)?,
        Value::Moment(_) | Value::Bool(_) => return Err(ProblemKind::TermUnclear),
    };
    let unit = match (named, beside.unit) {
        (Some(Named::Unit(named)), Some(unit)) if named != unit => return Err(ProblemKind::TermUnclear),
        (Some(Named::Hours), Some(unit)) if unit != TermUnit::WorkingHours => return Err(ProblemKind::TermUnclear),
        (Some(Named::Unit(named)), _) => named,
        (Some(Named::Hours), _) => TermUnit::WorkingHours,
        (None, unit) => unit.unwrap_or(beside.bare),
    };
    let note = (named == Some(Named::Hours) && beside.unit.is_none()).then_some(NoteKind::HoursAsWorking);
    let unclear = |_| ProblemKind::TermUnclear;
    let term = match (unit, number) {
        (TermUnit::SameDay, None) => Term::SameDay { cut_off },
        (TermUnit::WorkingDays, Some(number)) => Term::working_days(number).map_err(unclear)?,
        (TermUnit::CalendarDays, Some(number)) => Term::calendar_days(number).map_err(unclear)?,
        (TermUnit::WorkingHours, Some(number)) => Term::working_hours(number).map_err(unclear)?,
        (TermUnit::SameDay, Some(_))
        | (TermUnit::WorkingDays | TermUnit::CalendarDays | TermUnit::WorkingHours, None) => {
            return Err(ProblemKind::TermUnclear);
        }
    };
    Ok((term, note))
}

/// The unit that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Unit(TermUnit),
    /// Hours, without saying that they are working hours.
    Hours,
}

type Spoken = (Option<u32>, Option<Named>, Option<NaiveTime>);

fn spoken(text: &str) -> Result<Spoken, ProblemKind> {
    let folded = fold(text);
    if ["trong ngay", "ngay trong ngay", "giai quyet trong ngay", "tra trong ngay", "giai quyet ngay trong ngay"]
        .iter()
        .any(|start| folded.starts_with(start))
    {
        return Ok((None, Some(Named::Unit(TermUnit::SameDay)), cut_off(text)?));
    }
    let tokens = tokens(text);
    let start = tokens.iter().position(|token| matches!(token.kind, Piece::Digits(_)));
    let (lead, rest) = tokens.split_at_checked(start.unwrap_or(tokens.len())).unwrap_or((&tokens, &[]));
    let [Token { kind: Piece::Digits(digits), .. }, tail @ ..] = rest else {
        return Err(ProblemKind::TermUnclear);
    };
    let fits = lead.iter().all(|token| match &token.kind {
        Piece::Word(word) => LEAD.contains(&word.as_str()),
        Piece::Mark(mark) => matches!(mark, ':' | '≤' | '('),
        Piece::Digits(_) => false,
    });
    let more = tail.iter().any(|token| matches!(token.kind, Piece::Digits(_)));
    if !fits || more {
        return Err(ProblemKind::TermUnclear);
    }
    let number = whole(digits)?;
    let words: Vec<&str> = tail
        .iter()
        .filter_map(|token| match &token.kind {
            Piece::Word(word) => Some(word.as_str()),
            Piece::Digits(_) | Piece::Mark(_) => None,
        })
        .collect();
    Ok((Some(number), named(&words, tail.is_empty())?, None))
}

/// Words that may stand before the number.
const LEAD: [&str; 14] =
    ["khong", "qua", "toi", "da", "trong", "vong", "thoi", "han", "gian", "la", "thoi", "hoi", "giai", "quyet"];

fn named(words: &[&str], is_bare: bool) -> Result<Option<Named>, ProblemKind> {
    let said = words.join(" ");
    let at_work = ["lam viec", "lv"].iter().any(|word| said.contains(word));
    let uncounted = said.contains("khong tinh") || said.contains("khong ke");
    match words.first().copied() {
        None if is_bare => Ok(None),
        Some("nlv") => Ok(Some(Named::Unit(TermUnit::WorkingDays))),
        Some("ngay") if at_work => Ok(Some(Named::Unit(TermUnit::WorkingDays))),
        // "10 ngày, không tính thứ Bảy" is neither of the two.
        Some("ngay") if !uncounted => Ok(Some(Named::Unit(TermUnit::CalendarDays))),
        Some("gio" | "h") if at_work => Ok(Some(Named::Unit(TermUnit::WorkingHours))),
        Some("gio" | "h") => Ok(Some(Named::Hours)),
        _ => Err(ProblemKind::TermUnclear),
    }
}

/// The hour after which a dossier is due on the next working day, where a text names one: "sau 15 giờ 30".
fn cut_off(text: &str) -> Result<Option<NaiveTime>, ProblemKind> {
    let tokens = tokens(text);
    let Some(place) = tokens.iter().position(|token| matches!(token.kind, Piece::Digits(_))) else {
        return Ok(None);
    };
    let after = place.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| &token.kind);
    let mut cursor = Cursor::new(tokens.get(place..).unwrap_or_default());
    let time = cursor.time().ok_or(ProblemKind::TermUnclear)?.map_err(|_hour| ProblemKind::TermUnclear)?;
    let rest = tokens.get(place + cursor.at..).unwrap_or_default();
    let more = rest.iter().any(|token| matches!(token.kind, Piece::Digits(_)));
    let is_after = matches!(after, Some(Piece::Word(word)) if word == "sau");
    if is_after && !more { Ok(Some(time)) } else { Err(ProblemKind::TermUnclear) }
}

fn whole(digits: &str) -> Result<u32, ProblemKind> {
    digits.parse().map_err(|_letters| ProblemKind::TermUnclear)
}
