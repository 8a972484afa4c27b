//! Names of administrative units: `thị trấn Phú Túc`, and lists such as `UBND các xã Ia Rmok, Chư Drăng và …`.

use crate::domain::figures::Picked;

use super::reading::Reading;
use super::token::Token;

/// The kinds of unit, the longer first.
const KINDS: [&[&str]; 9] = [
    &["thành", "phố"],
    &["thị", "trấn"],
    &["thị", "xã"],
    &["đặc", "khu"],
    &["phường"],
    &["huyện"],
    &["quận"],
    &["tỉnh"],
    &["xã"],
];

/// Short forms that stand with a full stop.
const SHORT_KINDS: [&str; 3] = ["tp", "tx", "tt"];

/// What begins the name of a body that is no unit.
const BODIES: [&str; 25] = [
    "sở",
    "ban",
    "bộ",
    "cục",
    "chi",
    "phòng",
    "văn",
    "trung",
    "đoàn",
    "ủy",
    "uỷ",
    "hội",
    "ubnd",
    "hđnd",
    "kho",
    "ngân",
    "bưu",
    "viện",
    "trường",
    "tòa",
    "toà",
    "đảng",
    "thanh",
    "mặt",
    "nghị",
];

/// Words that come between a name and the figure that is said of it.
const LINKS: [&str; 5] = ["là", "có", "với", "đạt", "còn"];

/// The most words of a name.
const MOST_WORDS: usize = 5;

/// How far a bracket behind a name is followed.
const MOST_BRACKET: usize = 60;

/// Finds the names: where each begins and ends among the pieces, and what it says.
pub fn named(reading: &mut Reading) -> Vec<(usize, usize, Picked)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let Some(first) = kind_end(reading, at) else {
            at += 1;
            continue;
        };
        let (kind, end) = last_kind(reading, at, first);
        let is_number = at > 0 && reading.just_before(at, Token::is_number) && !reading.is_claimed(at - 1);
        let is_many = is_number || reading.just_before(at, |token| token.is("các"));
        // "gồm 02 xã: …", "03 xã (gồm …)"
        let opens = reading.at(end, |token| token.is_sign(':') || (is_many && token.is_sign('(')));
        if opens {
            let leads =
                |place: &usize| reading.at(*place, |token| token.is_one_of(&["gồm", "là"]) || token.is_sign(':'));
            let led = (end + 1..end + 3).take_while(leads).count();
            at = list(reading, end + 1 + led, &mut found).max(end);
        } else if is_many {
            at = list(reading, kind, &mut found).max(end);
        } else if let Some(behind) = name_end(reading, end).filter(|_| !reading.at(kind, |token| token.is("tỉnh"))) {
            found.push((kind, behind));
            at = behind;
        } else {
            at = end;
        }
    }
    let named = |(from, to): (usize, usize)| (from, to, Picked::Name { name: reading.written(from, to) });
    let names = found.iter().copied().map(named).collect();
    for (from, to) in found {
        reading.claim(from, to);
    }
    names
}

/// The end of the kind of unit that begins at a piece.
fn kind_end(reading: &Reading, at: usize) -> Option<usize> {
    if !reading.at(at, Token::is_word) || reading.is_claimed(at) {
        return None;
    }
    let is_kind = |kind: &[&str]| (at..).zip(kind).all(|(place, word)| reading.at(place, |token| token.is(word)));
    if let Some(kind) = KINDS.iter().find(|kind| is_kind(kind)) {
        return Some(at + kind.len());
    }
    let is_short = reading.at(at, |token| token.is_one_of(&SHORT_KINDS)) && reading.touches_next(at);
    (is_short && reading.at(at + 1, |token| token.is_sign('.'))).then_some(at + 2)
}

/// Where several kinds stand one after the other, as in "huyện, thị xã, thành phố": the last, and its end.
fn last_kind(reading: &Reading, at: usize, end: usize) -> (usize, usize) {
    let (mut kind, mut end) = (at, end);
    while reading.at(end, |token| token.is_sign(',') || token.is("và")) {
        let Some(next) = kind_end(reading, end + 1) else { break };
        (kind, end) = (end + 1, next);
    }
    (kind, end)
}

/// The end of the capitalised words that begin at a piece.
fn name_end(reading: &Reading, at: usize) -> Option<usize> {
    let no_name = |token: &Token| token.is_one_of(&BODIES) || token.is_one_of(&["huyện", "tỉnh", "xã"]);
    if reading.at(at, no_name) && !reading.at(at + 1, Token::is_capital) {
        return None;
    }
    let is_part = |place: &usize| reading.at(*place, |token| token.is_capital() && !token.is_shouted());
    let words = (at..at + MOST_WORDS).take_while(is_part).count();
    let only = reading.token(at).filter(|_| words == 1);
    let is_numeral = only.is_some_and(|token| token.text.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x')));
    (words > 0 && !is_numeral).then_some(at + words)
}

/// Reads a list of names from a piece on; the first piece behind what was read.
fn list(reading: &Reading, from: usize, found: &mut Vec<(usize, usize)>) -> usize {
    let mut at = from;
    let mut bare = 0;
    loop {
        at += usize::from(reading.at(at, |token| token.is_one_of(&["ubnd", "các"])));
        let kind = kind_end(reading, at);
        let start = kind.unwrap_or(at);
        let Some(end) = name_end(reading, start) else { return at };
        let is_body = reading.at(start, |token| token.is_one_of(&BODIES));
        if kind.is_none() && (is_body || !stands_alone(reading, start, end, bare)) {
            return at;
        }
        bare += usize::from(kind.is_none());
        found.push((at, end));
        let behind = after_figures(reading, end);
        let parted = reading.at(behind, |token| token.is_sign(',') || token.is_sign(';') || token.is("và"));
        if !parted {
            return end;
        }
        // "…, và …"
        at = behind + 1;
        at += usize::from(reading.at(at, |token| token.is("và")));
    }
}

/// Whether a name without its kind is a whole element of a list: what follows it parts or ends the list, or, for the
/// last one, is the sentence that goes on.
fn stands_alone(reading: &Reading, start: usize, end: usize, bare: usize) -> bool {
    let goes_on = reading.at(end, Token::is_word) && !reading.at(end, |token| token.is("và"));
    if !goes_on {
        return true;
    }
    let is_verb = reading.at(end, |token| {
        token.is_one_of(&LINKS)
            || token.is_one_of(&["chưa", "đã", "không", "được", "thực", "tiếp", "cần", "để", "theo"])
    });
    is_verb || (bare > 0 && end > start + 1)
}

/// Skips the figure that stands with a name: "Cư Kuin: 5 hồ sơ, Lắk (3), …".
fn after_figures(reading: &Reading, from: usize) -> usize {
    let mut at = from;
    loop {
        let Some(token) = reading.token(at) else { return at };
        if token.is_sign('(') {
            let within = (at..at + MOST_BRACKET).find(|place| reading.at(*place, |token| token.is_sign(')')));
            let Some(close) = within else { return at };
            at = close + 1;
        } else if token.is_number() || token.is_sign(':') || token.is_sign('/') || token.is_one_of(&LINKS) {
            at += 1;
        } else if let Some(noun) = reading.nouns.get(at).copied().flatten().filter(|_| at > from) {
            at = noun.end;
        } else {
            return at;
        }
    }
}
