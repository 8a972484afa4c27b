//! A term as people write it: "10 ngày làm việc", "Không quá 03 (ba) ngày", "8 giờ làm việc", "trong ngày; sau 15 giờ trả
//! ngày làm việc tiếp theo". The one reader of terms. Its unit is read only where every word is understood: due dates
//! stand on it.

use chrono::NaiveTime;

use crate::words::damage::letters_lost;
use crate::words::parse::date::{Cursor, Piece, Token, tokens};

use super::{Length, Term};

#[cfg(test)]
mod tests;

/// What a text says of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermText {
    /// This term, with what was taken for granted in reading it.
    Is(Term, Option<TermRemark>),
    /// A number without a unit.
    Bare(Length),
}

/// What was taken for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermRemark {
    /// Hours that are not said to be working hours are taken as such.
    HoursAsWorking,
    /// Words that say the same in another way: "ngày hành chính", "trừ ngày nghỉ, ngày lễ", "2 tuần", "1 năm".
    SaidOtherwise,
}

/// Why a text is no term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermFault {
    /// A word or mark in it is not understood, or it can be read in several ways.
    #[error("not every word is understood")]
    Unclear,
    /// A part of a day or an hour: "0,5 ngày", "1/2 ngày", "nửa ngày".
    #[error("a part of a day")]
    Part,
    /// Whole days in hours, "24 giờ": by the clock or of work, which differ by days.
    #[error("hours by the clock or of work")]
    ClockHours,
    /// Letters were lost in saving: "5 ngày làm vi?c".
    #[error("letters were lost")]
    LettersLost,
    /// Zero, or above [`Length::MOST`].
    #[error("no length that a term can have")]
    Length,
}

/// Reads a text that is not blank.
pub fn read_term(text: &str) -> Result<TermText, TermFault> {
    if letters_lost(text) {
        return Err(TermFault::LettersLost);
    }
    let tokens = tokens(text);
    let number = tokens.iter().position(|token| matches!(token.kind, Piece::Digits(_))).unwrap_or(tokens.len());
    let (lead, rest) = tokens.split_at_checked(number).unwrap_or((&tokens, &[]));
    let said = words(lead).join(" ");
    if let Some(after) = same_day(&said) {
        let marks = lead.iter().all(|token| matches!(token.kind, Piece::Word(_)) || is_quiet(&token.kind));
        let cut_off = if marks { cut_off(after, rest) } else { Err(TermFault::Unclear) };
        return cut_off.map(|cut_off| TermText::Is(Term::SameDay { cut_off }, None));
    }
    if said.starts_with("nua ") {
        return Err(TermFault::Part);
    }
    let lead_fits = lead.iter().all(|token| match &token.kind {
        Piece::Word(_) => true,
        Piece::Mark(mark) => matches!(mark, ':' | '≤' | '(' | ',' | '.'),
        Piece::Digits(_) => false,
    });
    let [Token { kind: Piece::Digits(digits), .. }, tail @ ..] = rest else { return Err(TermFault::Unclear) };
    if !lead_fits || consumed(&said.replace(' ', ""), &LEAD).is_none() {
        return Err(TermFault::Unclear);
    }
    counted(digits, tail)
}

/// What may stand before the number, glued.
const LEAD: [&str; 14] = [
    "khongqua",
    "toida",
    "chamnhat",
    "trongvong",
    "trongthoihan",
    "trong",
    "thoihan",
    "thoigian",
    "giaiquyet",
    "quydinh",
    "xuly",
    "tong",
    "la",
    "within",
];

/// A number with what follows it.
fn counted(digits: &str, tail: &[Token<'_>]) -> Result<TermText, TermFault> {
    // A dot before three digits parts thousands: "1.000 ngày".
    if let [Token { kind: Piece::Mark('.'), .. }, Token { kind: Piece::Digits(group), .. }, rest @ ..] = tail
        && group.len() == 3
        && !digits.starts_with('0')
    {
        return counted(&format!("{digits}{group}"), rest);
    }
    let is_digits = |token: &Token<'_>| matches!(token.kind, Piece::Digits(_));
    if let [Token { kind: Piece::Mark('.' | ',' | '/'), .. }, next, ..] = tail
        && is_digits(next)
    {
        return Err(TermFault::Part);
    }
    let length = digits.parse().map_err(|_large| TermFault::Length)?;
    let tail = after_number_in_words(tail, length);
    let is_known = |token: &Token<'_>| matches!(token.kind, Piece::Word(_)) || is_quiet(&token.kind);
    // "l/v" is short for "làm việc"; no other slash is known.
    let slashes: Vec<usize> = (0..tail.len()).filter(|at| tail[*at].kind == Piece::Mark('/')).collect();
    let word = |at: Option<usize>| at.and_then(|at| tail.get(at)).map(|token| &token.kind);
    let is_short = |at: &usize| {
        let is = |kind: Option<&Piece<'_>>, letter: &str| matches!(kind, Some(Piece::Word(word)) if word == letter);
        is(word(at.checked_sub(1)), "l") && is(word(Some(at + 1)), "v")
    };
    if !slashes.iter().all(is_short) || !tail.iter().enumerate().all(|(at, t)| is_known(t) || slashes.contains(&at)) {
        return Err(TermFault::Unclear);
    }
    let words = words(tail);
    if words.is_empty() {
        return Length::new(length).map(TermText::Bare).map_err(|_length| TermFault::Length);
    }
    let glued = words.concat();
    let mut ends = words.iter().scan(0, |end, word| {
        *end += word.len();
        Some(*end)
    });
    let ends: Vec<usize> = ends.by_ref().collect();
    let is_unit = |name: &&(&str, Unit)| glued.starts_with(name.0) && ends.contains(&name.0.len());
    let (name, unit) = UNITS.iter().filter(is_unit).max_by_key(|(name, _)| name.len()).ok_or(TermFault::Unclear)?;
    let qualified = qualified(glued.get(name.len()..).unwrap_or_default()).ok_or(TermFault::Unclear)?;
    in_unit(length, *unit, qualified)
}

/// A unit as a text may name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    WorkingDays,
    /// Days of the office, "ngày hành chính".
    OfficeDays,
    Days,
    Weeks,
    Months,
    Years,
    WorkingHours,
    OfficeHours,
    Hours,
}

/// Units, glued. The longest that fits counts.
const UNITS: [(&str, Unit); 36] = [
    ("ngaylamviec", Unit::WorkingDays),
    ("ngaylv", Unit::WorkingDays),
    ("nlv", Unit::WorkingDays),
    ("workingday", Unit::WorkingDays),
    ("workingdays", Unit::WorkingDays),
    ("ngayhanhchinh", Unit::OfficeDays),
    ("ngay", Unit::Days),
    ("ngaylich", Unit::Days),
    ("ngayduonglich", Unit::Days),
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("calendarday", Unit::Days),
    ("calendardays", Unit::Days),
    ("tuan", Unit::Weeks),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("thang", Unit::Months),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("nam", Unit::Years),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("giolamviec", Unit::WorkingHours),
    ("giolv", Unit::WorkingHours),
    ("glv", Unit::WorkingHours),
    ("hlamviec", Unit::WorkingHours),
    ("hlv", Unit::WorkingHours),
    ("tienglamviec", Unit::WorkingHours),
    ("workinghour", Unit::WorkingHours),
    ("workinghours", Unit::WorkingHours),
    ("giohanhchinh", Unit::OfficeHours),
    ("gio", Unit::Hours),
    ("tieng", Unit::Hours),
    ("h", Unit::Hours),
    ("hour", Unit::Hours),
    ("hours", Unit::Hours),
];

fn in_unit(length: u32, unit: Unit, qualified: Qualified) -> Result<TermText, TermFault> {
    use TermRemark::{HoursAsWorking, SaidOtherwise};
    let times = |each: u32| length.checked_mul(each).ok_or(TermFault::Length);
    let days_off_left_out = qualified == Qualified::WithoutDaysOff;
    let (term, remark) = match unit {
        Unit::WorkingDays => (Term::working_days(length), None),
        Unit::OfficeDays => (Term::working_days(length), Some(SaidOtherwise)),
        Unit::Days if days_off_left_out => (Term::working_days(length), Some(SaidOtherwise)),
        Unit::Days => (Term::calendar_days(length), None),
        _ if days_off_left_out => return Err(TermFault::Unclear),
        // A term in weeks or years ends on the day that corresponds (Điều 148 Bộ luật Dân sự 2015).
        Unit::Weeks => (Term::calendar_days(times(7)?), Some(SaidOtherwise)),
        Unit::Months => (Term::months(length), None),
        Unit::Years => (Term::months(times(12)?), Some(SaidOtherwise)),
        Unit::WorkingHours => (Term::working_hours(length), None),
        Unit::OfficeHours => (Term::working_hours(length), Some(SaidOtherwise)),
        Unit::Hours if length >= 24 && length.is_multiple_of(24) => return Err(TermFault::ClockHours),
        Unit::Hours => (Term::working_hours(length), Some(HoursAsWorking)),
    };
    term.map(|term| TermText::Is(term, remark)).map_err(|_length| TermFault::Length)
}

/// What follows a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Qualified {
    /// Nothing that changes it.
    Not,
    /// Days off and holidays are not counted.
    WithoutDaysOff,
}

/// What begins words about the day from which a term runs, glued.
const SINCE: [&str; 4] = ["ketu", "tinhtu", "tu", "from"];

/// What such words go on with. "Ngày làm việc" is not among them: it would move the first day.
const RECEIPT: [&str; 21] = [
    "nhanduoc",
    "tiepnhan",
    "nhan",
    "nop",
    "thoidiem",
    "ngay",
    "khi",
    "luc",
    "daydu",
    "du",
    "hoso",
    "hople",
    "theoquydinh",
    "cuaphapluat",
    "va",
    "co",
    "dung",
    "bophanmotcua",
    "receipt",
    "the",
    "of",
];

/// What begins words about days that are not counted.
const WITHOUT: [&str; 6] = ["tru", "khongke", "khongtinh", "khongbaogom", "chuatinh", "chuake"];

/// What such words go on with.
const DAYS_OFF: [&str; 10] =
    ["ngaynghi", "nghi", "ngayle", "ngaytet", "letet", "le", "tet", "va", "cac", "theoquydinh"];

/// What stands behind a unit, glued; none where a word of it is not understood.
fn qualified(rest: &str) -> Option<Qualified> {
    if rest.is_empty() {
        return Some(Qualified::Not);
    }
    if let Some(rest) = rest.strip_prefix("theoquydinh") {
        return qualified(rest.strip_prefix("cuaphapluat").unwrap_or(rest));
    }
    if let Some(days) = WITHOUT.iter().find_map(|start| rest.strip_prefix(start)) {
        let said = consumed(days, &DAYS_OFF)?;
        let off = said.iter().any(|part| part.contains("nghi"));
        let holidays = said.iter().any(|part| part.contains("le"));
        return (off && holidays).then_some(Qualified::WithoutDaysOff);
    }
    let since = SINCE.iter().find_map(|start| rest.strip_prefix(start))?;
    consumed(since, &RECEIPT).filter(|parts| !parts.is_empty()).map(|_| Qualified::Not)
}

/// The parts that a glued text is made of, the longest first at each place; none where something is no part.
fn consumed<'p>(glued: &str, parts: &[&'p str]) -> Option<Vec<&'p str>> {
    let mut rest = glued;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let part = parts.iter().filter(|part| rest.starts_with(**part)).max_by_key(|part| part.len())?;
        rest = rest.get(part.len()..)?;
        found.push(*part);
    }
    Some(found)
}

fn words<'t>(tokens: &'t [Token<'_>]) -> Vec<&'t str> {
    let word = |token: &'t Token<'_>| match &token.kind {
        Piece::Word(word) => Some(word.as_str()),
        Piece::Digits(_) | Piece::Mark(_) => None,
    };
    tokens.iter().filter_map(word).collect()
}

/// Marks that change nothing.
fn is_quiet(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Mark('(' | ')' | ',' | ';' | '.' | ':' | '-'))
}

/// What follows the words of "trong ngày", folded; none where they are not there.
fn same_day(said: &str) -> Option<&str> {
    let mut rest = said;
    while let Some(after) =
        ["giai quyet ", "xu ly ", "tra ket qua ", "tra ", "ngay "].iter().find_map(|start| rest.strip_prefix(start))
    {
        rest = after;
    }
    let rest = ["trong ngay", "same day"].iter().find_map(|day| rest.strip_prefix(day))?;
    let rest = if rest.is_empty() { rest } else { rest.strip_prefix(' ')? };
    let after = ["lam viec", "lamviec"].iter().find_map(|work| rest.strip_prefix(work));
    Some(after.unwrap_or(rest).trim_start())
}

/// Words that tell of a dossier that comes late in the day.
const LATE: [&str; 43] = [
    "hoac", "ngay", "lam", "viec", "lamviec", "tiep", "theo", "neu", "nhan", "ho", "so", "sau", "thi", "tra", "ket",
    "qua", "truong", "hop", "duoc", "nop", "vao", "trong", "ke", "hom", "giai", "quyet", "doi", "voi", "cac", "con",
    "lai", "truoc", "luc", "khi", "cua", "no", "after", "received", "the", "next", "working", "day", "due",
];

/// The hour after which a dossier is due on the next working day, where a text names one: "sau 15 giờ 30". `before` are the
/// words between "trong ngày" and the first number, `rest` is what follows from that on.
fn cut_off(before: &str, rest: &[Token<'_>]) -> Result<Option<NaiveTime>, TermFault> {
    if rest.is_empty() {
        let glued = before.replace(' ', "");
        let known = ["", "nhanhoso", "nhanduhoso", "tiepnhan", "tiepnhanhoso"].contains(&glued.as_str());
        return if known || qualified(&glued) == Some(Qualified::Not) { Ok(None) } else { Err(TermFault::Unclear) };
    }
    let mut cursor = Cursor::new(rest);
    let time = cursor.time().ok_or(TermFault::Unclear)?.map_err(|_hour| TermFault::Unclear)?;
    let after = rest.get(cursor.at..).unwrap_or_default();
    let fits = after.iter().all(|token| matches!(token.kind, Piece::Word(_)) || is_quiet(&token.kind));
    let before: Vec<&str> = before.split(' ').filter(|word| !word.is_empty()).collect();
    let late = |words: &[&str]| words.iter().all(|word| LATE.contains(word));
    // "Trong ngày hôm sau" is another day.
    let is_next_day = matches!(before.as_slice(), ["tiep", "theo", ..] | ["hom", ..] | ["ke", ..] | ["sau", _, ..]);
    let is_hour = matches!(before.last(), None | Some(&("sau" | "truoc" | "after" | "luc")));
    if fits && is_hour && !is_next_day && late(&before) && late(&words(after)) {
        Ok(Some(time))
    } else {
        Err(TermFault::Unclear)
    }
}

/// The tail without the number said once more in words, as in "03 (ba) ngày".
fn after_number_in_words<'t>(tail: &'t [Token<'t>], number: u32) -> &'t [Token<'t>] {
    let Some((Token { kind: Piece::Mark('('), .. }, inside)) = tail.split_first() else { return tail };
    let Some(end) = inside.iter().position(|token| token.kind == Piece::Mark(')')) else { return tail };
    let (inside, after) = inside.split_at_checked(end).unwrap_or((inside, &[]));
    if spelled(&words(inside)) == Some(number) { after.get(1..).unwrap_or_default() } else { tail }
}

/// A number up to 999 in words, folded: "hai mươi mốt", "một trăm linh năm".
fn spelled(words: &[&str]) -> Option<u32> {
    let digit = |word: &str| {
        Some(match word {
            "mot" => 1,
            "hai" => 2,
            "ba" => 3,
            "bon" | "tu" => 4,
            "nam" | "lam" => 5,
            "sau" => 6,
            "bay" => 7,
            "tam" => 8,
            "chin" => 9,
            _ => return None,
        })
    };
    match words {
        [hundreds, "tram"] => Some(digit(hundreds)? * 100),
        [hundreds, "tram", "le" | "linh", ones] => Some(digit(hundreds)? * 100 + digit(ones)?),
        [hundreds, "tram", rest @ ..] => Some(digit(hundreds)? * 100 + spelled(rest).filter(|rest| *rest < 100)?),
        ["muoi"] => Some(10),
        ["muoi", ones] => Some(10 + digit(ones)?),
        [tens, "muoi"] => Some(digit(tens)? * 10),
        [tens, "muoi", ones] => Some(digit(tens)? * 10 + digit(ones)?),
        ["khong", rest @ ..] if !rest.is_empty() => spelled(rest),
        [ones] => digit(ones),
        _ => None,
    }
}
