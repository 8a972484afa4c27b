//! Documents that are cited by number: `Thông tư số: 02/2017/TT-VPCP ngày 31/10/2017`.

use chrono::NaiveDate;

use crate::domain::figures::Picked;

use super::reading::Reading;
use super::token::Token;

/// Words before a number that is no citation of a document but names a form.
const FORMS: [&str; 4] = ["biểu", "mẫu", "bảng", "phụ"];

/// Finds the citations: where each begins and ends among the pieces, and what it says.
pub fn cited(reading: &mut Reading) -> Vec<(usize, usize, Picked)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let Some(end) = number_end(reading, at) else {
            at += 1;
            continue;
        };
        let (date, behind) = match dated(reading, end) {
            Some((date, behind)) => (Some(date), behind),
            None => (None, end),
        };
        reading.claim(at, behind);
        if !names_form(reading, at) {
            found.push((at, behind, Picked::Citation { number: reading.written(at, end), date }));
        }
        at = behind;
    }
    found
}

/// Whether the number is that of a form: "Biểu số 06c/VPCP/KSTT".
fn names_form(reading: &Reading, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|place| reading.at(place, |token| token.is_one_of(&FORMS)))
}

/// The end of a document's number that begins at a piece: digits, a year where there is one, and signs in capitals.
fn number_end(reading: &Reading, at: usize) -> Option<usize> {
    let first = reading.token(at).filter(|token| token.is_number())?;
    if first.text.contains(['.', ',']) || reading.is_claimed(at) {
        return None;
    }
    let mut next = at;
    let follows =
        |next: usize, holds: &dyn Fn(&Token) -> bool| reading.touches_next(next) && reading.at(next + 1, holds);
    // `06c/…`, and the slip `04-/NQ`.
    if follows(next, &|token| token.is_word() && token.to - token.from == 1) || follows(next, &Token::is_dash) {
        next += 1;
    }
    if !follows(next, &|token| token.is_sign('/')) {
        return None;
    }
    next += 1;
    if follows(next, &|token| token.year().is_some()) {
        next += 1;
        if !follows(next, &|token| token.is_sign('/')) {
            return None;
        }
        next += 1;
    }
    let is_sign_word = |token: &Token| token.is_word() && (token.is_shouted() || token.is_one_of(&["qđ", "tb", "bc"]));
    if !follows(next, &is_sign_word) {
        return None;
    }
    next += 1;
    loop {
        let joins = follows(next, &|token| token.is_dash() || token.is_sign('/')) && reading.touches_next(next + 1);
        let goes_on = joins && reading.at(next + 2, |token| token.is_capital() || token.is_number());
        let counted = follows(next, &|token| token.is_number());
        next += match (goes_on, counted) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => return Some(next + 1),
        };
    }
}

/// The date that follows a number: "ngày 31/10/2017" or "ngày 20 tháng 12 năm 2022"; and the first piece behind it.
fn dated(reading: &Reading, at: usize) -> Option<(NaiveDate, usize)> {
    let day = at + usize::from(reading.at(at, |token| token.is_sign(',')));
    if !reading.at(day, |token| token.is("ngày")) {
        return None;
    }
    let small = |at: usize| reading.token(at).and_then(Token::small);
    let is_slash = |at: usize| reading.at(at, |token| token.is_sign('/') || token.is_dash());
    let is_word = |at: usize, word: &str| reading.at(at, |token| token.is(word));
    let parted = (is_slash(day + 2) && is_slash(day + 4)) || (is_word(day + 2, "tháng") && is_word(day + 4, "năm"));
    if !parted {
        return None;
    }
    let year = i32::try_from(small(day + 5).filter(|year| (1945..=2100).contains(year))?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, small(day + 3)?, small(day + 1)?)?;
    Some((date, day + 6))
}
