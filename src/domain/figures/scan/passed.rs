//! Numbers that count nothing: dates and periods, numbering, levels, articles, standards, telephone numbers.

use super::reading::Reading;
use super::token::Token;

/// Words before a number that is a date or a period.
const PERIODS: [&str; 10] = ["ngày", "tháng", "năm", "quý", "quí", "đoạn", "kỳ", "khóa", "khoá", "tuần"];

/// Words behind a number that is a span or an hour.
const SPANS: [&str; 8] = ["năm", "tháng", "quý", "tuần", "giờ", "phút", "giây", "h"];

/// Words before a number that is a place in a document or in an order.
const PLACES: [&str; 22] = [
    "điều",
    "khoản",
    "mục",
    "chương",
    "biểu",
    "bảng",
    "lục",
    "mẫu",
    "trang",
    "dòng",
    "thứ",
    "lần",
    "đợt",
    "bước",
    "nhóm",
    "hạng",
    "tổ",
    "thôn",
    "buôn",
    "đường",
    "lộ",
    "lớp",
];

/// Words before the number of a standard or a telephone.
const CODES: [&str; 10] = ["iso", "tcvn", "qcvn", "thoại", "đt", "sđt", "hotline", "fax", "tel", "bản"];

/// The highest level of an online service before Nghị định 42/2022/NĐ-CP.
const MOST_LEVEL: u32 = 4;

/// Explains the numbers that count nothing.
pub fn pass(reading: &mut Reading) {
    let mut enumerated = 0;
    for at in 0..reading.tokens.len() {
        if reading.at(at, Token::is_break) {
            enumerated = 0;
        }
        if !reading.at(at, Token::is_number) || reading.is_claimed(at) {
            continue;
        }
        let end = glued(reading, at)
            .or_else(|| numbering(reading, at, &mut enumerated))
            .or_else(|| date(reading, at))
            .or_else(|| after_word(reading, at))
            .or_else(|| span(reading, at))
            .or_else(|| year(reading, at));
        if let Some(end) = end {
            reading.claim(at, end);
        }
    }
}

/// Part of a word or a code: `HLy10`, `II.4`, `Covid-19`, `8h30`, `06c`.
fn glued(reading: &Reading, at: usize) -> Option<usize> {
    let touches_word = |at: usize| at > 0 && reading.touches_next(at - 1) && reading.just_before(at, Token::is_word);
    let joined = at > 0
        && reading.touches_next(at - 1)
        && reading.just_before(at, |token| token.is_sign('.') || token.is_dash())
        && touches_word(at - 1);
    let runs_on = reading.touches_next(at) && reading.at(at + 1, Token::is_word) && !reading.has_unit(at);
    (touches_word(at) || joined || runs_on).then_some(at + 1)
}

/// Numbering at the beginning of a line or clause: `1.`, `2.1.`, `(3)`, `4/`, and the number of a page.
fn numbering(reading: &Reading, at: usize, enumerated: &mut u32) -> Option<usize> {
    let token = reading.token(at)?;
    let opened = reading.just_before(at, |token| token.is_sign('('));
    let first = if opened { at - 1 } else { at };
    let marks = |sign: char| reading.touches_next(at) && reading.at(at + 1, |token| token.is_sign(sign));
    let closed = (marks('.') && !opened) || marks(')') || (marks('/') && !reading.at(at + 2, Token::is_number));
    if reading.begins_line(first) {
        let ends_line = reading.tokens.get(at + 1).is_none_or(Token::is_break);
        let is_page = ends_line && token.text.len() <= 3 && token.small().is_some();
        let titles = token.text.contains('.') && reading.at(at + 1, Token::is_capital) && !reading.has_unit(at);
        let is_thousands = token.text.split('.').skip(1).any(|group| group.len() == 3);
        let numbers = (closed || is_page || titles) && !is_thousands && !token.text.contains(',');
        return numbers.then_some(at + 1);
    }
    // Within a line only what goes on counting is numbering: "gồm: 1. Hộ tịch; 2. Đất đai".
    let value = token.small()?;
    let begins_clause =
        reading.just_before(first, |token| [':', ';', '.', ','].iter().any(|sign| token.is_sign(*sign)));
    let goes_on = reading.at(at + 2, Token::is_word) && value == *enumerated + 1;
    if closed && begins_clause && goes_on && (*enumerated > 0 || opens(reading, at, value)) {
        *enumerated = value;
        return Some(at + 1);
    }
    None
}

/// Whether a second item follows the first of an enumeration within the same line.
fn opens(reading: &Reading, at: usize, value: u32) -> bool {
    let rest = (at + 1..reading.tokens.len()).take_while(|place| !reading.at(*place, Token::is_break));
    let mut rest = rest.take(200);
    rest.any(|place| {
        reading.token(place).and_then(Token::small) == Some(value + 1)
            && reading.at(place + 1, |token| token.is_sign('.') || token.is_sign(')'))
            && reading.just_before(place, |token| token.is_sign(';') || token.is_sign('.') || token.is_sign('('))
    })
}

/// `29/4/2020`, `29-4-2020`, `29.4.2020`, `6/2020`.
fn date(reading: &Reading, at: usize) -> Option<usize> {
    let token = reading.token(at)?;
    let pointed: Vec<u32> = token.text.split('.').filter_map(|part| part.parse().ok()).collect();
    if let [day, month, year] = pointed.as_slice()
        && is_day(*day, *month)
        && (1945..=2100).contains(year)
    {
        return Some(at + 1);
    }
    let small = |at: usize| reading.token(at).and_then(Token::small);
    let parts = |at: usize| reading.at(at, |token| token.is_sign('/') || token.is_dash());
    let (first, second) = (small(at)?, small(at + 2).filter(|_| parts(at + 1))?);
    if is_day(first, second) && parts(at + 3) && reading.touches_next(at + 3) && small(at + 4).is_some() {
        return Some(at + 5);
    }
    let is_month = (1..=12).contains(&first) && reading.at(at + 2, |token| token.year().is_some());
    (is_month && reading.at(at + 1, |token| token.is_sign('/')) && !reading.has_unit(at + 2)).then_some(at + 3)
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// A number that the word before it explains.
fn after_word(reading: &Reading, at: usize) -> Option<usize> {
    let token = reading.token(at)?;
    let colon = reading.just_before(at, |token| token.is_sign(':'));
    let place = (if colon { at - 1 } else { at }).checked_sub(1)?;
    let word = reading.token(place).filter(|token| token.is_word())?;
    let bare = !reading.has_unit(at);
    if word.is_one_of(&PERIODS) {
        let is_year = token.year().is_some() && !colon;
        return (is_year || (bare && token.small().is_some())).then(|| period_end(reading, at));
    }
    if colon && !word.is_one_of(&CODES) && !word.is("số") {
        return None;
    }
    if word.is_one_of(&["độ", "mức"]) && !reading.at(at + 1, |token| token.is_sign('%')) {
        return levels(reading, at);
    }
    if word.is_one_of(&CODES) {
        return bare.then(|| code_end(reading, at));
    }
    if word.is_one_of(&PLACES) {
        let ranked = word.is_one_of(&["thứ", "hạng"]);
        return ((bare || ranked) && !token.text.contains(',')).then(|| listed(reading, at));
    }
    if word.is("điểm") && !colon {
        let cites = reading.at(at + 1, |token| token.is_one_of(&["khoản", "điều", "mục"]));
        return cites.then_some(at + 1);
    }
    if word.is("số") {
        let is_total = place > 0 && reading.just_before(place, |token| token.is_one_of(&["tổng", "một", "con"]));
        return (bare && !is_total).then_some(at + 1);
    }
    // "Vilis 2.0"
    let is_version = word.is_capital()
        && !word.is_shouted()
        && !reading.begins_line(place)
        && bare
        && token.text.split_once('.').is_some_and(|(major, minor)| major.len() == 1 && minor.len() == 1);
    is_version.then_some(at + 1)
}

/// The end of a period: `2021, 2022`, `2021-2025`, `15/5 đến 14/6`, `I, II`.
fn period_end(reading: &Reading, at: usize) -> usize {
    let mut end = part_end(reading, at);
    loop {
        let joins = |token: &Token| {
            token.is_sign(',') || token.is_sign('/') || token.is_dash() || token.is_one_of(&["và", "đến", "với"])
        };
        if !reading.at(end, joins) {
            return end;
        }
        let mut next = end + 1;
        while reading.at(next, |token| token.is_one_of(&["hết", "ngày", "tháng", "năm", "quý"])) {
            next += 1;
        }
        let is_year = reading.at(next, |token| token.year().is_some());
        let is_alike = reading.token(next).and_then(Token::small).is_some_and(|value| value <= 31);
        let is_figure = reading.has_unit(part_end(reading, next).saturating_sub(1));
        // "năm 2021, 2022 kế hoạch": a year near the last one is no count of what follows.
        let near = |year: u32| reading.before(end).and_then(Token::year).is_some_and(|last| last.abs_diff(year) < 10);
        let is_near = reading.token(next).and_then(Token::year).is_some_and(near);
        let is_year = is_year && (!is_figure || is_near || next > end + 1);
        if !is_year && (!is_alike || is_figure) {
            return end;
        }
        end = part_end(reading, next);
    }
}

/// The end of `15`, `15/5` or `15/5/2020`.
fn part_end(reading: &Reading, at: usize) -> usize {
    let mut end = at + 1;
    while end < at + 5
        && reading.at(end, |token| token.is_sign('/') || token.is_dash())
        && reading.touches_next(end)
        && reading.at(end + 1, |token| token.small().is_some())
        && !reading.has_unit(end + 1)
    {
        end += 2;
    }
    end
}

/// The end of the levels of online services: `3`, `3, 4`, `3 và 4`, `3,4`.
fn levels(reading: &Reading, at: usize) -> Option<usize> {
    let is_level = |token: &Token| {
        let mut parts = token.text.split(',');
        token.is_number() && parts.all(|part| part.parse().is_ok_and(|level: u32| (1..=MOST_LEVEL).contains(&level)))
    };
    if !reading.at(at, is_level) {
        return None;
    }
    let joins = |token: &Token| {
        token.is_sign(',') || token.is_sign('/') || token.is_sign('&') || token.is_dash() || token.is("và")
    };
    let mut end = at + 1;
    while reading.at(end, joins) && reading.at(end + 1, is_level) && !reading.has_unit(end + 1) {
        end += 2;
    }
    Some(end)
}

/// The end of an enumeration of places: "các Biểu 1, 2, 3".
fn listed(reading: &Reading, at: usize) -> usize {
    let mut end = at + 1;
    while reading.at(end, |token| token.is_sign(',') || token.is_sign('/') || token.is("và"))
        && reading.at(end + 1, |token| token.small().is_some())
        && !reading.has_unit(end + 1)
    {
        end += 2;
    }
    end
}

/// The end of a standard (`9001:2015`) or a telephone number (`0262 3812 345`).
fn code_end(reading: &Reading, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let marked = reading.at(end, |token| token.is_sign(':') || token.is_dash() || token.is_sign('.'));
        let next = end + usize::from(marked);
        if !reading.at(next, Token::is_number) || reading.has_unit(next) {
            return end;
        }
        end = next + 1;
    }
}

/// A span or an hour: "02 năm", "6 tháng đầu năm", "08 giờ 30 phút".
fn span(reading: &Reading, at: usize) -> Option<usize> {
    let spans = reading.at(at + 1, |token| token.is_one_of(&SPANS)) && reading.at(at, |token| token.small().is_some());
    spans.then_some(at + 1)
}

/// A year that stands by itself, as in "(2021, 2022)"; behind a colon or "là" it is a figure.
fn year(reading: &Reading, at: usize) -> Option<usize> {
    reading.token(at)?.year()?;
    let near = |sign: char| {
        reading.just_before(at, |token| token.is_sign(sign)) || reading.at(at + 1, |token| token.is_sign(sign))
    };
    // `II/2021` is a quarter, `5/2021` may be a ratio.
    let divides = reading.just_before(at, |token| token.is_sign('/')) && reading.just_before(at - 1, Token::is_number);
    let divided = reading.at(at + 1, |token| token.is_sign('/')) && reading.at(at + 2, Token::is_number);
    let said = divides
        || divided
        || reading.just_before(at, |token| token.is_sign(':') || token.is_one_of(&["là", "có", "còn", "với", "được"]));
    (!said && !near('=') && !near('+') && !reading.has_unit(at)).then_some(at + 1)
}
