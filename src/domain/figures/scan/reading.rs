//! A text while it is read: its pieces, which of them are already explained, and where nouns that count begin.

use super::token::{Token, tokens};
use super::vocabulary::{Counted, NOUNS};

/// A text while it is read.
pub struct Reading<'t> {
    /// Its letters.
    pub chars: &'t [char],
    /// Its pieces.
    pub tokens: Vec<Token>,
    /// Which pieces are explained and are no figure.
    pub claimed: Vec<bool>,
    /// The noun that counts and begins at each piece.
    pub nouns: Vec<Option<Noun>>,
}

/// A noun that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The first piece behind it.
    pub end: usize,
    /// What it counts.
    pub counted: Counted,
}

impl<'t> Reading<'t> {
    /// Cuts a text and finds its nouns.
    pub fn new(chars: &'t [char]) -> Self {
        let tokens = tokens(chars);
        let claimed = vec![false; tokens.len()];
        let nouns = (0..tokens.len()).map(|at| noun_at(&tokens, at)).collect();
        Self { chars, tokens, claimed, nouns }
    }

    /// A piece.
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The piece before another.
    pub fn before(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at.checked_sub(1)?)
    }

    /// Whether a piece holds on a condition; false where there is none.
    pub fn at(&self, at: usize, holds: impl FnOnce(&Token) -> bool) -> bool {
        self.tokens.get(at).is_some_and(holds)
    }

    /// Whether the piece before another holds on a condition; false where there is none.
    pub fn just_before(&self, at: usize, holds: impl FnOnce(&Token) -> bool) -> bool {
        self.before(at).is_some_and(holds)
    }

    /// Whether a piece and the next touch each other.
    pub fn touches_next(&self, at: usize) -> bool {
        matches!((self.tokens.get(at), self.tokens.get(at + 1)), (Some(one), Some(next)) if one.to == next.from)
    }

    /// Whether a piece stands at the beginning of a line.
    pub fn begins_line(&self, at: usize) -> bool {
        at == 0 || self.just_before(at, Token::is_break)
    }

    /// Whether a piece is explained.
    pub fn is_claimed(&self, at: usize) -> bool {
        self.claimed.get(at).copied().unwrap_or(true)
    }

    /// Marks pieces as explained.
    pub fn claim(&mut self, from: usize, to: usize) {
        for claimed in self.claimed.iter_mut().take(to).skip(from) {
            *claimed = true;
        }
    }

    /// The unit that follows a number at `at`: where it begins and the noun. `05 (năm) hồ sơ` has one, too.
    pub fn unit_after(&self, at: usize) -> Option<(usize, Noun)> {
        let mut next = at + 1;
        if self.at(next, |token| token.is_sign('(')) {
            let spelt = (next + 1..next + 5).take_while(|place| self.at(*place, Token::is_word)).count();
            let close = next + 1 + spelt;
            if spelt == 0 || !self.at(close, |token| token.is_sign(')')) {
                return None;
            }
            next = close + 1;
        } else if self.at(next, |token| matches!(token.kind, super::token::Kind::Break { blank: false })) {
            // A line ends within the phrase; one that begins with a capital begins something else.
            next += 1;
            if self.at(next, Token::is_capital) && !self.at(next, Token::is_shouted) {
                return None;
            }
        }
        let noun = self.nouns.get(next).copied().flatten()?;
        Some((next, noun))
    }

    /// Whether a unit follows a number.
    pub fn has_unit(&self, at: usize) -> bool {
        self.unit_after(at).is_some()
    }

    /// The text of some pieces as written.
    pub fn written(&self, from: usize, to: usize) -> String {
        let (Some(first), Some(last)) = (self.tokens.get(from), self.before(to)) else {
            return String::new();
        };
        self.chars.iter().take(last.to).skip(first.from).collect()
    }
}

/// The longest noun that begins at a piece.
fn noun_at(tokens: &[Token], at: usize) -> Option<Noun> {
    let first = tokens.get(at)?;
    if !first.is_word() && !first.is_sign('%') {
        return None;
    }
    let matching = NOUNS.iter().filter_map(|(noun, counted)| {
        let mut end = at;
        for part in noun.split(' ') {
            // The end of a line may stand within a noun.
            if end > at && tokens.get(end).is_some_and(Token::is_break) {
                end += 1;
            }
            if tokens.get(end)?.text != part {
                return None;
            }
            end += 1;
        }
        Some(Noun { end, counted: *counted })
    });
    matching.max_by_key(|noun| noun.end)
}
