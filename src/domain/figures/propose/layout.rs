//! How the figures of a statement stand to each other: sentences, brackets, lines, and the words that belong to each.

use std::ops::Range;

use super::super::figure::{Amount, Figure};
use super::super::scan::reading::Reading;
use super::super::scan::token::{Kind, Token};
use super::super::scan::vocabulary::{Counted, counted};
use super::super::statement::{Picked, Statement};
use super::senses::{Senses, folded};

/// The most pieces of the words that belong to a figure on one side.
const MOST_WORDS: usize = 60;

/// A figure of a statement.
#[derive(Clone, Debug)]
pub struct Said {
    /// The number of its pick.
    pub number: u32,
    /// The figure.
    pub figure: Figure,
    /// What it counts.
    pub counted: Option<Counted>,
    /// Its pieces, the unit behind it included.
    pub pieces: Range<usize>,
    /// The innermost bracket around it.
    pub bracket: Option<usize>,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The line it stands in.
    pub line: usize,
    /// Its place in a ratio.
    pub pair: Pair,
    /// The words before it, folded.
    pub before: String,
    /// The words behind it, folded.
    pub after: String,
    /// What these words tell it apart by.
    pub senses: Senses,
}

/// The place of a figure in a ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// In none.
    No,
    /// Above the line; the next figure is below it.
    Above,
    /// Below the line.
    Below,
}

/// A bracket.
#[derive(Clone, Debug)]
pub struct Bracket {
    /// The piece that opens it.
    pub open: usize,
    /// The bracket around it.
    pub outer: Option<usize>,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its pieces.
    pub pieces: Range<usize>,
    /// Its bullet: `-`, `+`, `1` for a number, `a` for a letter; none where it has none.
    pub bullet: Option<char>,
    /// The line above it to which it belongs.
    pub parent: Option<usize>,
}

/// A statement with how its figures stand.
pub struct Layout<'t> {
    /// Its pieces.
    pub reading: Reading<'t>,
    /// Its figures in order.
    pub said: Vec<Said>,
    /// Its brackets in the order in which they open.
    pub brackets: Vec<Bracket>,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The sentence of each piece.
    pub sentences: Vec<usize>,
}

impl Said {
    /// Its exact amount.
    pub fn amount(&self) -> Amount {
        self.figure.amount()
    }

    /// Whether it is a percentage.
    pub fn is_percent(&self) -> bool {
        self.counted == Some(Counted::Percent)
    }

    /// Whether it can be part of a sum: no percentage, no mean, not below the line of a ratio.
    pub fn is_count(&self) -> bool {
        !matches!(self.counted, Some(Counted::Percent | Counted::Points | Counted::Days)) && self.pair != Pair::Below
    }
}

impl<'t> Layout<'t> {
    /// How the figures of a statement stand; `chars` are the letters of its text.
    pub fn new(chars: &'t [char], statement: &Statement) -> Self {
        let reading = Reading::new(chars);
        let (around, brackets) = brackets(&reading);
        let sentences = sentences(&reading);
        let (line_of, lines) = lines(&reading);
        let place = |offset: u32| reading.tokens.partition_point(|token| token.from < offset as usize);
        let of = |places: &[usize], at: usize| places.get(at).copied().unwrap_or_default();
        let mut said = Vec::new();
        for pick in &statement.picks {
            let Picked::Figure { figure, unit } = &pick.what else { continue };
            let pieces = place(pick.from)..place(pick.to);
            if pieces.is_empty() {
                continue;
            }
            said.push(Said {
                number: pick.number,
                figure: *figure,
                counted: counted(unit),
                bracket: around.get(pieces.start).copied().flatten(),
                sentence: of(&sentences, pieces.start),
                line: of(&line_of, pieces.start),
                pieces,
                pair: Pair::No,
                before: String::new(),
                after: String::new(),
                senses: Senses::default(),
            });
        }
        said.sort_by_key(|said| said.pieces.start);
        let mut layout = Self { reading, said, brackets, lines, sentences };
        layout.pair();
        layout.word();
        layout
    }

    /// The pieces between a figure and the next.
    pub fn gap(&self, place: usize) -> &[Token] {
        match (self.said.get(place), self.said.get(place + 1)) {
            (Some(one), Some(next)) => self.reading.tokens.get(one.pieces.end..next.pieces.start).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Whether two figures stand in one sentence and one bracket.
    pub fn together(&self, one: usize, other: usize) -> bool {
        match (self.said.get(one), self.said.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence && one.bracket == other.bracket,
            _ => false,
        }
    }

    /// The piece that begins at a character or behind it.
    pub fn piece(&self, offset: u32) -> usize {
        self.reading.tokens.partition_point(|token| token.from < offset as usize)
    }

    /// The last figure before a piece, in the bracket given.
    pub fn last_before(&self, piece: usize, bracket: Option<usize>) -> Option<usize> {
        let end = self.said.partition_point(|said| said.pieces.start < piece);
        (0..end).rev().take(50).find(|place| self.said.get(*place).is_some_and(|said| said.bracket == bracket))
    }

    fn pair(&mut self) {
        for place in 1..self.said.len() {
            let is_slash = matches!(self.gap(place - 1), [only] if only.is_sign('/'));
            if let [.., above, below] = &mut self.said[..=place]
                && is_slash
                && above.pair == Pair::No
            {
                (above.pair, below.pair) = (Pair::Above, Pair::Below);
            }
        }
    }

    /// Gives each figure the words that belong to it.
    fn word(&mut self) {
        let tokens = &self.reading.tokens;
        let parts =
            |token: &Token| token.is_break() || [',', ';', '(', ')', '.', '['].iter().any(|sign| token.is_sign(*sign));
        let mut words = Vec::with_capacity(self.said.len());
        for (place, said) in self.said.iter().enumerate() {
            let last = place.checked_sub(1).and_then(|last| self.said.get(last)).map_or(0, |last| last.pieces.end);
            let next = self.said.get(place + 1).map_or(tokens.len(), |next| next.pieces.start);
            let is_and = |at: &usize| tokens.get(*at).is_some_and(|token| token.is_one_of(&["và", "còn"]));
            let is_part = |at: &usize| tokens.get(*at).is_some_and(parts);
            // Where nothing but "và" lies between two figures, it parts their words.
            let back = last.max(said.pieces.start.saturating_sub(MOST_WORDS))..said.pieces.start;
            let from = match back.clone().rev().find(is_part) {
                Some(part) => part + 1,
                None if place == 0 => back.start,
                None => back.clone().rev().find(is_and).map_or(back.start, |and| and + 1),
            };
            let ahead = said.pieces.end..next.min(said.pieces.end + MOST_WORDS);
            let to = match ahead.clone().find(is_part) {
                Some(part) => part,
                None if place + 1 == self.said.len() => ahead.end,
                None => ahead.clone().find(is_and).unwrap_or(ahead.end),
            };
            let text = |range: Range<usize>| folded(tokens.get(range).unwrap_or_default());
            words.push((text(from..said.pieces.start), text(said.pieces.end..to)));
        }
        for (said, (before, after)) in self.said.iter_mut().zip(words) {
            said.senses = Senses::of(&before).or(&Senses::of(&after));
            (said.before, said.after) = (before, after);
        }
    }
}

/// The innermost bracket around each piece, and all brackets.
fn brackets(reading: &Reading) -> (Vec<Option<usize>>, Vec<Bracket>) {
    let (mut around, mut found, mut open) = (Vec::new(), Vec::new(), Vec::<usize>::new());
    for (at, token) in reading.tokens.iter().enumerate() {
        if token.is_sign(')') || matches!(token.kind, Kind::Break { blank: true }) {
            // A bracket that is never closed ends with its paragraph.
            if token.is_sign(')') { open.truncate(open.len().saturating_sub(1)) } else { open.clear() }
        }
        around.push(open.last().copied());
        // `a)` and `1)` close nothing; `(` is what opens.
        if token.is_sign('(') {
            let outer = open.last().copied();
            open.push(found.len());
            found.push(Bracket { open: at, outer });
        }
    }
    (around, found)
}

/// The sentence of each piece. "Trong đó" and a bracket go on with the sentence before them.
fn sentences(reading: &Reading) -> Vec<usize> {
    let mut sentence = 0;
    let mut places = Vec::with_capacity(reading.tokens.len());
    for (at, token) in reading.tokens.iter().enumerate() {
        places.push(sentence);
        let next = |ahead: usize| reading.token(at + ahead);
        let goes_on = |ahead: usize| {
            next(ahead).is_some_and(|next| {
                next.is_sign('(')
                    || (next.is_word() && !next.is_capital())
                    || (next.is("trong") && reading.at(at + ahead + 1, |word| word.is("đó")))
                    || next.is_one_of(&["gồm", "bao"])
            })
        };
        let numbers = reading.begins_line(at.saturating_sub(1)) && reading.just_before(at, Token::is_number);
        let ends = match token.kind {
            Kind::Break { .. } => !goes_on(1),
            Kind::Mark('.') => !numbers && !goes_on(1) && next(1).is_some_and(|next| !next.is_break()),
            Kind::Mark(_) | Kind::Word { .. } | Kind::Number => false,
        };
        sentence += usize::from(ends);
    }
    places
}

/// The line of each piece, and all lines, each with the one above to which its bullet belongs.
fn lines(reading: &Reading) -> (Vec<usize>, Vec<Line>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut places = Vec::with_capacity(reading.tokens.len());
    for (at, token) in reading.tokens.iter().enumerate() {
        let wraps = token.is_word() && !token.is_capital() && !reading.at(at + 1, |next| next.is_sign(')'));
        if reading.begins_line(at) && !token.is_break() && (!wraps || lines.is_empty()) {
            lines.push(Line { pieces: at..at, bullet: bullet(reading, at), parent: None });
        }
        if let Some(line) = lines.last_mut() {
            line.pieces.end = at + usize::from(!token.is_break());
        }
        places.push(lines.len().saturating_sub(1));
    }
    let mut open: Vec<(Option<char>, usize)> = Vec::new();
    for (place, line) in lines.iter_mut().enumerate() {
        if let Some(known) = open.iter().position(|(bullet, _)| *bullet == line.bullet) {
            open.truncate(known);
        } else if line.bullet.is_none() {
            open.clear();
        }
        line.parent = line.bullet.and_then(|_| open.last().map(|(_, above)| *above));
        open.push((line.bullet, place));
    }
    (places, lines)
}

fn bullet(reading: &Reading, at: usize) -> Option<char> {
    let token = reading.token(at)?;
    let closes = |sign: char| reading.touches_next(at) && reading.at(at + 1, |next| next.is_sign(sign));
    match token.kind {
        Kind::Mark(_) if token.is_dash() => Some('-'),
        Kind::Mark(sign @ ('+' | '•' | '◦' | '▪' | '·')) => Some(sign),
        Kind::Number if closes('.') || closes(')') => Some('1'),
        Kind::Word { .. } if token.to - token.from == 1 && closes(')') => Some('a'),
        Kind::Mark(_) | Kind::Number | Kind::Word { .. } | Kind::Break { .. } => None,
    }
}
