//! Dates and hours within a text: the one reader of them. The day stands before the month, unless the year stands first;
//! nothing else is tried.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::words::fold::fold;

#[cfg(test)]
mod tests;

/// Why a text is no date or no hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// No date in a form that is read.
    #[error("no date")]
    NotADate,
    /// A day that its month does not have: 31/02/2024.
    #[error("the month has no such day")]
    NoSuchDay,
    /// A month beyond 12: 2024-13-01. The day is never taken for the month.
    #[error("no month from 1 to 12")]
    NoSuchMonth,
    /// A year in two digits: 12/7/23. It is never guessed.
    #[error("a year in two digits")]
    TwoDigitYear,
    /// A year that nobody means, see [`is_plausible`].
    #[error("a year out of range")]
    Implausible,
    /// No hour of the day.
    #[error("no hour of the day")]
    NotAnHour,
}

/// The first year of a date that can be meant.
pub const FIRST_YEAR: i32 = 1900;
/// The last.
pub const LAST_YEAR: i32 = 2199;

/// Whether a date can be meant: years 1900 to 2199. A date field of a browser gives the year 20233 without a word.
pub fn is_plausible(date: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&date.year())
}

/// A text that is a day and nothing else: `12/5/2023`, `12-5-2023`, `2023-05-12`, `ngày 12 tháng 5 năm 2023`.
pub fn day(text: &str) -> Result<NaiveDate, DateError> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens);
    cursor.before_date();
    let date = cursor.date().ok_or(DateError::NotADate)?;
    if cursor.is_done() { date } else { Err(DateError::NotADate) }
}

/// A piece of a text, with where it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// What it is.
    pub kind: Piece<'t>,
    /// The byte after it.
    pub end: usize,
}

/// What a piece of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Digits.
    Digits(&'t str),
    /// Letters, folded.
    Word(String),
    /// Any other mark; every dash is `-`.
    Mark(char),
}

/// A text in pieces, blanks and letters that nobody sees left out.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let run = |fits: fn(char) -> bool| {
            let rest = text.get(at..).unwrap_or_default();
            rest.find(|letter| !fits(letter)).map_or(text.len(), |length| at + length)
        };
        let (kind, end) = if letter.is_ascii_digit() {
            let end = run(|letter| letter.is_ascii_digit());
            (Some(Piece::Digits(text.get(at..end).unwrap_or_default())), end)
        } else if letter.is_alphabetic() {
            let end = run(|letter| {
                letter.is_alphabetic()
                    || ('\u{300}'..='\u{36f}').contains(&letter)
                    || crate::words::fold::is_invisible(letter)
            });
            (Some(Piece::Word(fold(text.get(at..end).unwrap_or_default()))), end)
        } else {
            let mark = if matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { letter };
            let blank = letter.is_whitespace() || crate::words::fold::is_invisible(letter);
            ((!blank).then_some(Piece::Mark(mark)), at + letter.len_utf8())
        };
        found.extend(kind.map(|kind| Token { kind, end }));
        at = end;
    }
    found
}

/// Reads pieces from left to right.
#[derive(Clone, Debug)]
pub struct Cursor<'t> {
    tokens: &'t [Token<'t>],
    /// How many pieces were read.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    /// At the first piece.
    pub fn new(tokens: &'t [Token<'t>]) -> Self {
        Self { tokens, at: 0 }
    }

    fn peek(&self, ahead: usize) -> Option<&'t Piece<'t>> {
        self.tokens.get(self.at + ahead).map(|token| &token.kind)
    }

    fn digits(&self, ahead: usize) -> Option<&'t str> {
        match self.peek(ahead) {
            Some(Piece::Digits(digits)) => Some(digits),
            Some(Piece::Word(_) | Piece::Mark(_)) | None => None,
        }
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Reads a mark, if it is next.
    pub fn mark(&mut self, mark: char) -> bool {
        let is_next = self.peek(0) == Some(&Piece::Mark(mark));
        self.at += usize::from(is_next);
        is_next
    }

    /// Reads one of these words, if it is next.
    pub fn word(&mut self, words: &[&str]) -> bool {
        let is_next = matches!(self.peek(0), Some(Piece::Word(word)) if words.contains(&word.as_str()));
        self.at += usize::from(is_next);
        is_next
    }

    /// The byte after the last piece that was read.
    pub fn end(&self) -> usize {
        self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.end)
    }

    /// Reads what may stand before a date: "Thứ Sáu, ngày".
    pub fn before_date(&mut self) {
        loop {
            if self.word(&["thu"]) && self.digits(0).is_some_and(|digits| digits.len() == 1) {
                self.at += 1;
            }
            let more = self.word(&["ngay", "hai", "ba", "tu", "nam", "sau", "bay", "chu", "nhat"]) || self.mark(',');
            if !more {
                return;
            }
        }
    }

    /// Reads a date, if one is next: what looks like a date and is none tells why.
    pub fn date(&mut self) -> Option<Result<NaiveDate, DateError>> {
        let (first, second, third) = (self.digits(0)?, self.digits(2)?, self.digits(4)?);
        let parted = match (self.peek(1)?, self.peek(3)?) {
            (Piece::Mark(one), Piece::Mark(other)) => one == other && "/-.".contains(*one),
            (Piece::Word(month), Piece::Word(year)) => month == "thang" && year == "nam",
            _ => false,
        };
        if !parted {
            return None;
        }
        self.at += 5;
        Some(if first.len() == 4 { checked(first, second, third) } else { checked(third, second, first) })
    }

    /// Reads an hour, if one is next: `8:30`, `08:30:15`, `8h30`, `8 giờ 30 phút`, `8g`, `2:30 CH`.
    pub fn time(&mut self) -> Option<Result<NaiveTime, DateError>> {
        let hour = self.digits(0)?;
        let colon = matches!(self.peek(1), Some(Piece::Mark(':')));
        let word = matches!(self.peek(1), Some(Piece::Word(word)) if ["h", "g", "gio"].contains(&word.as_str()));
        if hour.len() > 2 || !(colon || word) {
            return None;
        }
        self.at += 2;
        let minute = match self.digits(0) {
            Some(minute) if minute.len() == 2 || word && minute.len() == 1 => {
                // Not the day of a date that follows, as in "14 giờ 05/3/2024".
                let is_date = matches!(self.peek(1), Some(Piece::Mark('/' | '-' | '.')));
                if is_date { "0" } else { minute }
            }
            _ if colon => return Some(Err(DateError::NotAnHour)),
            _ => "0",
        };
        if self.digits(0) == Some(minute) {
            self.at += 1;
            self.word(&["p", "ph", "phut"]);
            if colon && self.mark(':') && self.digits(0).is_some_and(|second| second.len() == 2) {
                self.at += 1;
                if self.mark('.') && self.digits(0).is_some() {
                    self.at += 1;
                }
            }
        }
        let after_noon = self.word(&["ch", "pm", "chieu"]);
        let morning = !after_noon && self.word(&["sa", "am", "sang"]);
        Some(clock(hour, minute, after_noon, morning).ok_or(DateError::NotAnHour))
    }
}

fn clock(hour: &str, minute: &str, after_noon: bool, morning: bool) -> Option<NaiveTime> {
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match hour {
        1..=11 if after_noon => hour + 12,
        12 if morning => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn checked(year: &str, month: &str, day: &str) -> Result<NaiveDate, DateError> {
    if month.len() > 2 || day.len() > 2 {
        return Err(DateError::NotADate);
    }
    match year.len() {
        4 => {}
        1 | 2 => return Err(DateError::TwoDigitYear),
        _ => return Err(DateError::NotADate),
    }
    let number = |digits: &str| digits.parse::<u32>().map_err(|_letters| DateError::NotADate);
    let (month, day) = (number(month)?, number(day)?);
    let year: i32 = year.parse().map_err(|_letters| DateError::NotADate)?;
    if !(1..=12).contains(&month) {
        return Err(DateError::NoSuchMonth);
    }
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)?;
    if is_plausible(date) { Ok(date) } else { Err(DateError::Implausible) }
}
