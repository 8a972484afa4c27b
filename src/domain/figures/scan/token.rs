//! Cuts a text into words, numbers and marks with their places, and leaves out what no one reads as text: markup,
//! footnote marks, addresses.

use crate::words::fold::fold;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in characters.
    pub from: usize,
    /// The first character behind it.
    pub to: usize,
    /// A word folded, a number as written, a mark itself.
    pub text: String,
    /// A word in small letters as written.
    lower: String,
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word {
        /// Whether it begins with a capital.
        capital: bool,
        /// Whether it is nothing but capitals, two at least.
        shouted: bool,
    },
    /// Digits, with points and commas between them.
    Number,
    /// Any other sign that can be seen.
    Mark(char),
    /// The end of a line.
    Break {
        /// Whether a blank line follows.
        blank: bool,
    },
}

impl Token {
    /// Whether it is this word, given in small letters with its marks. A text whose tones are signs of their own is
    /// compared without them.
    pub fn is(&self, word: &str) -> bool {
        self.is_word() && (self.lower == word || (self.lower.chars().any(is_mark) && self.text == fold(word)))
    }

    /// Whether it is one of these words.
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it is this mark.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Mark(sign)
    }

    /// Whether it is a hyphen or a dash.
    pub fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word { .. })
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Word { capital: true, .. })
    }

    /// Whether it is a word of capitals alone.
    pub fn is_shouted(&self) -> bool {
        matches!(self.kind, Kind::Word { shouted: true, .. })
    }

    /// Whether it is a number.
    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// Whether it is the end of a line.
    pub fn is_break(&self) -> bool {
        matches!(self.kind, Kind::Break { .. })
    }

    /// Its value, if it is a number of at most six digits without marks.
    pub fn small(&self) -> Option<u32> {
        (self.is_number() && self.text.len() <= 6).then(|| self.text.parse().ok()).flatten()
    }

    /// Its value, if it is written as a year.
    pub fn year(&self) -> Option<u32> {
        self.small().filter(|year| self.text.len() == 4 && (1945..=2100).contains(year))
    }
}

/// Cuts a text into its pieces.
pub fn tokens(chars: &[char]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(&letter) = chars.get(at) {
        let next = at + 1;
        at = match letter {
            '\n' => line_end(chars, at, &mut tokens),
            '<' => after_markup(chars, at).unwrap_or_else(|| sign(letter, at, &mut tokens)),
            '@' => {
                // An address: what hangs together with the sign is none of the text.
                let mut start = at;
                while tokens.last().is_some_and(|last| last.to == start && !last.is_break()) {
                    start = tokens.pop().map_or(start, |last| last.from);
                }
                run(chars, next, |letter| !letter.is_whitespace() && !matches!(letter, ')' | '>' | ',' | ';'))
            }
            _ if letter.is_whitespace() || is_noise(letter) => next,
            _ if letter.is_ascii_digit() => number(chars, at, &mut tokens),
            _ if letter.is_alphabetic() && is_address(chars, at) => {
                run(chars, at, |letter| !letter.is_whitespace() && !matches!(letter, ')' | '>' | ',' | ';'))
            }
            _ if letter.is_alphabetic() => word(chars, at, &mut tokens),
            _ => sign(letter, at, &mut tokens),
        };
    }
    tokens
}

/// Signs of layout, and marks of footnotes.
fn is_noise(letter: char) -> bool {
    matches!(letter, '*' | '_' | '~' | '#' | '\\' | '²' | '³' | '¹' | '\u{2070}'..='\u{209f}')
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        || is_mark(letter)
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '′' | '´' | '`' | '＇')
}

fn run(chars: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    from + chars.iter().skip(from).take_while(|letter| belongs(**letter)).count()
}

fn starts_with(chars: &[char], at: usize, text: &str) -> bool {
    let mut letters = chars.iter().skip(at);
    text.chars().all(|letter| letters.next().is_some_and(|found| found.eq_ignore_ascii_case(&letter)))
}

fn is_address(chars: &[char], at: usize) -> bool {
    ["http://", "https://", "www."].iter().any(|start| starts_with(chars, at, start))
}

/// Where the text goes on behind a tag; a footnote mark with all it holds.
fn after_markup(chars: &[char], at: usize) -> Option<usize> {
    /// Longer than any tag or footnote mark.
    const LONGEST: usize = 200;
    let close = |from: usize| {
        let within = chars.iter().skip(from).take(LONGEST);
        within.take_while(|letter| **letter != '\n').position(|letter| *letter == '>').map(|place| from + place + 1)
    };
    let first = chars.get(at + 1)?;
    if !first.is_ascii_alphabetic() && *first != '/' {
        return None;
    }
    let inside = close(at)?;
    if !starts_with(chars, at, "<sup>") {
        return Some(inside);
    }
    let end = (inside..chars.len().min(inside + LONGEST)).find(|place| starts_with(chars, *place, "</sup>"));
    Some(end.map_or(inside, |place| place + "</sup>".len()))
}

fn line_end(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> usize {
    let end = run(chars, at, char::is_whitespace);
    let blank = chars.iter().take(end).skip(at).filter(|letter| **letter == '\n').count() > 1;
    tokens.push(Token { kind: Kind::Break { blank }, from: at, to: end, text: String::new(), lower: String::new() });
    end
}

fn sign(letter: char, at: usize, tokens: &mut Vec<Token>) -> usize {
    let text = letter.to_string();
    tokens.push(Token { kind: Kind::Mark(letter), from: at, to: at + 1, text, lower: String::new() });
    at + 1
}

fn word(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> usize {
    let mut to = at;
    while let Some(&letter) = chars.get(to) {
        let inside = letter.is_alphabetic()
            || is_mark(letter)
            || (is_apostrophe(letter) && chars.get(to + 1).is_some_and(|next| next.is_alphabetic()));
        if !inside {
            break;
        }
        to += 1;
    }
    let written: String = chars.iter().take(to).skip(at).collect();
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let capital = letters.clone().next().is_some_and(char::is_uppercase);
    let shouted = letters.clone().count() > 1 && letters.all(char::is_uppercase);
    let lower = written.to_lowercase();
    tokens.push(Token { kind: Kind::Word { capital, shouted }, from: at, to, text: fold(&written), lower });
    to
}

/// Digits with points and commas between them; `5,8,3` is a list and not one number.
fn number(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> usize {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut to = run(chars, at, is_digit);
    while matches!(chars.get(to), Some('.' | ',')) && chars.get(to + 1).is_some_and(char::is_ascii_digit) {
        to = run(chars, to + 1, is_digit);
    }
    let written: String = chars.iter().take(to).skip(at).collect();
    let is_list = written.matches(',').count() > 1 && !written.contains('.');
    let mut from = at;
    let parts: Vec<&str> = if is_list { written.split(',').collect() } else { vec![&written] };
    for part in parts {
        let end = from + part.len();
        let text = part.to_owned();
        tokens.push(Token { kind: Kind::Number, from, to: end, text, lower: String::new() });
        if is_list && end < to {
            sign(',', end, tokens);
        }
        from = end + 1;
    }
    to
}
