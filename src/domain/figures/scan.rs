//! Picks out of a paragraph of a Vietnamese report what can be held against something: figures with their units, names
//! of administrative units, and citations.
//!
//! What counts nothing (dates, numbering, levels, articles) is explained first; every number that is left and is written
//! as one is a figure. Nothing is joined that is written apart: the scan slip `1006 3` stays two numbers.

use super::figure::Figure;
use super::statement::{Pick, Picked};

use reading::{Noun, Reading};
use token::{Kind, Token};

mod cited;
mod named;
mod passed;
pub(super) mod reading;
pub(super) mod token;
pub(super) mod vocabulary;

/// How many pieces of a text are looked through for the noun that a figure counts.
const MOST_LOOKED_BACK: usize = 80;

/// Everything countable in a text, in its order, numbered from 1. Offsets are in characters; a figure reaches over the
/// unit that follows it. There may be more than a statement holds ([`super::statement::MAX_PICKS`]).
pub fn picks(text: &str) -> Vec<Pick> {
    let chars: Vec<char> = text.chars().collect();
    let mut reading = Reading::new(&chars);
    let mut found = Vec::new();
    if !is_one_figure(&reading) {
        found.extend(cited::cited(&mut reading));
        passed::pass(&mut reading);
        found.extend(named::named(&mut reading));
    }
    found.extend(figures(&reading));
    found.sort_by_key(|(from, ..)| *from);
    let offset = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    let picks = found.into_iter().zip(1..).filter_map(|((first, end, what), number)| {
        let (from, to) = (reading.token(first)?.from, reading.before(end)?.to);
        Some(Pick { number, from: offset(from), to: offset(to), what })
    });
    picks.collect()
}

/// The figure that a number as written stands for: points between groups of three digits part thousands, a comma parts
/// decimals, and so does a point before one or two digits.
pub fn figure(written: &str) -> Option<Figure> {
    let (whole, fraction) = written.split_once(',').map_or((written, None), |(whole, rest)| (whole, Some(rest)));
    let groups: Vec<&str> = whole.split('.').collect();
    let (digits, fraction) = match (groups.as_slice(), fraction) {
        ([digits], fraction) => ((*digits).to_owned(), fraction),
        ([digits, rest], None) if rest.len() < 3 || (*digits == "0" && rest.len() < 7) => {
            ((*digits).to_owned(), Some(*rest))
        }
        ([first, rest @ ..], fraction)
            if first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3) =>
        {
            (groups.concat(), fraction)
        }
        _ => return None,
    };
    // Counts under ten are written 02; a long number that begins with 0 is a code.
    if digits.len() > 4 && digits.starts_with('0') {
        return None;
    }
    match fraction {
        Some(fraction) => Figure::parse(&format!("{digits}.{fraction}")).ok(),
        None => Figure::parse(&digits).ok(),
    }
}

/// Whether a text is nothing but one number with or without its unit, so that it can be nothing else.
fn is_one_figure(reading: &Reading) -> bool {
    let end = reading.unit_after(0).map_or(1, |(_, noun)| noun.end);
    reading.at(0, Token::is_number) && end == reading.tokens.len()
}

/// A figure among the pieces.
struct Found {
    at: usize,
    end: usize,
    figure: Figure,
    unit: Option<(usize, Noun)>,
}

/// The figures among the pieces: where each begins and ends, and what it says.
fn figures(reading: &Reading) -> Vec<(usize, usize, Picked)> {
    let numbers = (0..reading.tokens.len()).filter(|at| !reading.is_claimed(*at));
    let found = numbers.filter_map(|at| {
        let figure = figure(&reading.token(at).filter(|token| token.is_number())?.text)?;
        let unit = reading.unit_after(at).filter(|(first, noun)| (*first..noun.end).all(|at| !reading.is_claimed(at)));
        Some(Found { at, end: unit.map_or(at + 1, |(_, noun)| noun.end), figure, unit })
    });
    let mut found: Vec<Found> = found.collect();
    share_units(reading, &mut found);
    let written = |unit: Option<(usize, Noun)>| {
        unit.map_or_else(String::new, |(from, noun)| {
            let written = reading.written(from, noun.end);
            written.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    };
    let picked =
        |found: Found| (found.at, found.end, Picked::Figure { figure: found.figure, unit: written(found.unit) });
    found.into_iter().map(picked).collect()
}

/// Gives figures without a unit the one that they share with others: across a slash or a range, from the noun before
/// them, or carried over within an enumeration.
fn share_units(reading: &Reading, found: &mut [Found]) {
    // Across a slash, or `70 đến 120 triệu`: from the last to the first, so that chains share, too.
    for place in (1..found.len()).rev() {
        if let [.., one, next] = &mut found[..=place]
            && one.unit.is_none()
            && next.at == one.end + 1
            && reading.at(one.end, |token| token.is_sign('/') || token.is_dash() || token.is("đến"))
        {
            one.unit = next.unit;
        }
    }
    for place in 0..found.len() {
        let Some(this) = found.get(place).filter(|this| this.unit.is_none()) else { continue };
        let last = place.checked_sub(1).and_then(|last| found.get(last));
        let next = found.get(place + 1);
        let across_slash =
            last.filter(|last| last.end + 1 == this.at && reading.at(last.end, |token| token.is_sign('/')));
        let is_count = this.figure.decimals() == 0;
        let carries = |other: &&Found| is_count && other.unit.is_some_and(|(_, noun)| noun.counted.stands_before());
        let unit = across_slash
            .and_then(|last| last.unit)
            .or_else(|| noun_before(reading, this.at))
            .or_else(|| last.filter(carries).filter(|last| enumerates(reading, last.end, this.at))?.unit)
            .or_else(|| next.filter(carries).filter(|next| enumerates(reading, this.end, next.at))?.unit);
        if let Some(this) = found.get_mut(place) {
            this.unit = unit;
        }
    }
}

/// The noun before a number in its clause: what "số …" counts, else the nearest noun that counts by itself.
fn noun_before(reading: &Reading, at: usize) -> Option<(usize, Noun)> {
    let ends = |token: &Token| token.is_break() || [';', '(', '.', '%'].iter().any(|sign| token.is_sign(*sign));
    let begins = (0..at).rev().take(MOST_LOOKED_BACK).take_while(|place| {
        let is_figure = reading.at(*place, Token::is_number) && !reading.is_claimed(*place);
        !reading.at(*place, ends) && !is_figure
    });
    let first = begins.last()?;
    let nouns = || (first..at).filter_map(|place| Some((place, reading.nouns.get(place).copied().flatten()?)));
    let is_head = |place: usize| reading.just_before(place, |token| token.is_one_of(&["số", "lượng"]));
    let head = nouns().find(|(place, noun)| is_head(*place) && noun.counted != vocabulary::Counted::Percent);
    head.or_else(|| {
        // Of nouns within each other the longer one.
        let mut free = first;
        let mut nearest = None;
        for (place, noun) in nouns() {
            // "có phát sinh hồ sơ: 60" tells which procedures are counted, not what.
            let describes = reading.just_before(place, |token| token.is("sinh"));
            if place >= free && noun.counted.stands_before() && !describes {
                (free, nearest) = (noun.end, Some((place, noun)));
            }
        }
        nearest
    })
}

/// Whether nothing but the same enumeration lies between two figures: no end of a sentence, and a line only if it goes
/// on with a bullet.
fn enumerates(reading: &Reading, from: usize, to: usize) -> bool {
    (from..to).all(|place| {
        let Some(token) = reading.token(place) else { return false };
        let next = reading.token(place + 1);
        match token.kind {
            Kind::Break { .. } => next.is_some_and(|next| next.is_dash() || next.is_sign('+') || next.is_sign('•')),
            // "Trong đó" may begin after a full stop.
            Kind::Mark('.') => next.is_some_and(|next| next.is("trong") || next.is_sign('(')),
            Kind::Mark(_) | Kind::Word { .. } | Kind::Number => true,
        }
    })
}

#[cfg(test)]
pub(crate) mod tests;
