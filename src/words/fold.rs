//! Vietnamese search and order: folding for search without diacritics, and a key that sorts by the Vietnamese alphabet.
//!
//! One hand table instead of the Unicode data: it holds the letters of Vietnamese, and those that the Ê Đê, Gia Rai,
//! Ba Na and M'Nông spellings of place names add. A text may come composed (NFC) or decomposed (NFD); both read alike.

/// The twelve vowels of the alphabet, each with its five tone marks in the order of the tones:
/// ngang, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// The level of a mark that is no Vietnamese tone: after all tones.
const OTHER_MARK: u32 = 6;

/// Letters of the other spellings: the Vietnamese letter they stand beside, and their mark.
const OTHER_LETTERS: [(char, char, u32); 7] = [
    ('ƀ', 'b', OTHER_MARK),
    ('č', 'c', OTHER_MARK),
    ('ĕ', 'e', OTHER_MARK),
    ('ĭ', 'i', OTHER_MARK),
    ('ñ', 'n', 3),
    ('ŏ', 'o', OTHER_MARK),
    ('ŭ', 'u', OTHER_MARK),
];

/// What is below letters in the order of CLDR, in that order, the apostrophe in one form.
const BELOW_LETTERS: &str = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

/// The alphabet, with the four foreign letters where CLDR has them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The text for search: lower case, without tone and quality marks, đ as d, apostrophes alike, each run of spaces and
/// hyphens one space, none at the ends. So `hòa` finds `hoà`, and `M’Đrắk` finds `M'Drăk`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if is_space(letter) || is_hyphen(letter) {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if is_apostrophe(letter) {
            folded.push('\'');
        } else if !is_mark(letter) && !is_invisible(letter) {
            folded.push(plain(split(letter).0));
        }
    }
    folded.truncate(folded.trim_end_matches(' ').len());
    folded
}

/// The text with its letters bare of marks, case kept: `Đắk Lắk` as `Dak Lak`. Everything else stays.
pub fn bare(text: &str) -> String {
    let strip = |letter: char| {
        let mut lower = letter.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small != letter => {
                let stripped = plain(split(small).0);
                // Only a letter that lost a mark needs its capital back.
                if stripped == small { letter } else { stripped.to_ascii_uppercase() }
            }
            _ => plain(split(letter).0),
        }
    };
    text.chars().filter(|letter| !is_mark(*letter) && !is_invisible(*letter)).map(strip).collect()
}

/// Whether each word of `needle`, as typed, occurs in a text that [`fold`] has folded. Spelling is loose: apostrophes and
/// blanks may be left out (`kdang` finds `k'dang`, `ealy` finds `ea ly`), i and y at the end of a syllable are alike (Lục Sỹ,
/// Lục Sĩ), and so are k and c there (Đắk, Đắc). An empty needle is in every text.
pub fn contains_folded(haystack_folded: &str, needle: &str) -> bool {
    let needle = fold(needle);
    let is_strict = |word: &str| haystack_folded.contains(word);
    if needle.split(' ').all(is_strict) {
        return true;
    }
    let words: Vec<String> = haystack_folded.split(' ').map(loose).collect();
    let joined = words.concat();
    let mut starts = words.iter().scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some(start)
    });
    let starts: Vec<usize> = starts.by_ref().collect();
    needle.split(' ').all(|word| {
        let word = loose(word);
        // Across blanks only from the beginning of a word on, else short needles would be everywhere.
        let across = || {
            word.len() >= MOST_ANYWHERE
                && starts.iter().any(|start| joined.get(*start..).is_some_and(|rest| rest.starts_with(&word)))
        };
        words.iter().any(|held| held.contains(&word)) || across()
    })
}

/// The fewest letters of a needle that is looked for across blanks.
const MOST_ANYWHERE: usize = 3;

/// A folded word in one of its spellings: without apostrophes, i for a y that ends or is the rhyme, c for a k that ends a syllable.
fn loose(word: &str) -> String {
    let letters: Vec<char> = word.chars().filter(|letter| *letter != '\'').collect();
    let is_vowel = |letter: Option<&char>| letter.is_some_and(|letter| "aeiouy".contains(*letter));
    let spelled = letters.iter().enumerate().map(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let behind_qu = before == Some(&'u') && at.checked_sub(2).and_then(|at| letters.get(at)) == Some(&'q');
        match letter {
            'y' if !is_vowel(after) && (!is_vowel(before) || behind_qu) => 'i',
            'k' if is_vowel(before) && !is_vowel(after) && after != Some(&'h') => 'c',
            _ => *letter,
        }
    });
    spelled.collect()
}

/// A key that the spellings of one name share: composed or not, the tone on whichever vowel of its syllable (`Hoà`, `Hòa`),
/// in any case, with any blanks, hyphens and apostrophes. Names that differ in a letter or a tone have different keys: Ia
/// Rsum and Ia Rsươm are two communes.
pub fn spelling_key(name: &str) -> String {
    let mut key = String::new();
    let mut tones: Vec<u32> = Vec::new();
    for Placed { letter, tone, .. } in placed(name) {
        if is_space(letter) || is_hyphen(letter) {
            end_syllable(&mut key, &mut tones);
        } else if !is_apostrophe(letter) {
            key.push(letter);
            tones.extend((tone > 0).then_some(tone));
        }
    }
    end_syllable(&mut key, &mut tones);
    key.truncate(key.trim_end().len());
    key
}

/// Puts the tones of a syllable behind it, and a blank.
fn end_syllable(key: &mut String, tones: &mut Vec<u32>) {
    if key.is_empty() || key.ends_with(' ') {
        return;
    }
    tones.sort_unstable();
    key.extend(tones.drain(..).filter_map(|tone| char::from_digit(tone, 10)));
    key.push(' ');
}

/// The bodies that stand before the name of a unit, folded.
const BODIES: [&str; 2] = ["uy ban nhan dan", "ubnd"];

/// The kinds of unit that stand before its name, folded, the longer before those they begin with. Single letters count
/// only with their full stop.
const UNIT_KINDS: [&str; 19] = [
    "thanh pho",
    "thi tran",
    "thi xa",
    "dac khu",
    "phuong",
    "huyen",
    "quan",
    "tinh",
    "xa",
    "tp.",
    "tx.",
    "tt.",
    "tp",
    "tx",
    "t.",
    "h.",
    "q.",
    "p.",
    "x.",
];

/// A unit's name for matching: folded, and in each part between commas without the body (UBND) and one kind of unit
/// (xã, huyện, TP., …) at its beginning. `UBND xã Ia Rmok, huyện Krông Pa` becomes `ia rmok krong pa`. Only one kind is
/// taken off, so `xã Xá Lượng` keeps its `xa`; a name that is nothing else stays whole.
pub fn fold_name(name: &str) -> String {
    let folded = fold(name);
    let parts = folded.split(',').map(|part| {
        let part = part.trim();
        let after_body = strip_first(part, &BODIES).unwrap_or(part);
        strip_first(after_body, &UNIT_KINDS).unwrap_or(after_body)
    });
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { folded } else { parts.join(" ") }
}

/// The kind of unit that stands before its name, folded and spelled out (`xa`, `thi tran`, `huyen`, …); none where the
/// name has none.
pub fn unit_kind(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let part = folded.split(',').next().unwrap_or_default().trim();
    let after_body = strip_first(part, &BODIES).unwrap_or(part);
    let kind =
        UNIT_KINDS.into_iter().find(|kind| strip_first(after_body, &[kind]).is_some_and(|rest| !rest.is_empty()))?;
    Some(match kind {
        "tp." | "tp" => "thanh pho",
        "tx." | "tx" => "thi xa",
        "tt." => "thi tran",
        "t." => "tinh",
        "h." => "huyen",
        "q." => "quan",
        "p." => "phuong",
        "x." => "xa",
        spelled => spelled,
    })
}

fn strip_first<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        // `TP.Pleiku` needs no space, `xabang` is a name.
        (rest.is_empty() || rest.starts_with(' ') || word.ends_with('.')).then(|| rest.trim_start())
    })
}

/// A key that sorts as the Vietnamese alphabet does (CLDR, locale vi): letters first (a ă â b c d đ e ê … o ô ơ … u ư),
/// then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital. Texts with equal keys read the same.
pub fn collation_key(text: &str) -> Vec<u32> {
    let letters = placed(text);
    // Zero ends a level: it is below every weight of the first level, and the later levels are equally long.
    let firsts = letters.iter().map(|placed| first_level(placed.letter));
    let tones = letters.iter().map(|placed| placed.tone);
    let cases = letters.iter().map(|placed| placed.upper);
    firsts.chain([0]).chain(tones).chain([0]).chain(cases).collect()
}

/// The letters of a text, small, each with its marks, whether these stand apart or not.
fn placed(text: &str) -> Vec<Placed> {
    let mut letters: Vec<Placed> = Vec::with_capacity(text.len());
    for written in text.chars() {
        if is_invisible(written) {
            continue;
        }
        if is_mark(written) {
            if let Some(last) = letters.last_mut() {
                last.take_mark(written);
            }
            continue;
        }
        for small in written.to_lowercase() {
            let (letter, tone) = split(small);
            let upper = u32::from(small != written);
            if is_mark(small) {
                continue;
            }
            letters.push(Placed { letter, tone, upper });
        }
    }
    letters
}

struct Placed {
    letter: char,
    tone: u32,
    upper: u32,
}

impl Placed {
    fn take_mark(&mut self, mark: char) {
        let tone = match mark {
            '\u{300}' => 1,
            '\u{309}' => 2,
            '\u{303}' => 3,
            '\u{301}' => 4,
            '\u{323}' => 5,
            _ => OTHER_MARK,
        };
        let quality = match (self.letter, mark) {
            ('a', '\u{306}') => Some('ă'),
            ('a', '\u{302}') => Some('â'),
            ('e', '\u{302}') => Some('ê'),
            ('o', '\u{302}') => Some('ô'),
            ('o', '\u{31b}') => Some('ơ'),
            ('u', '\u{31b}') => Some('ư'),
            _ => None,
        };
        match quality {
            Some(letter) => self.letter = letter,
            None => self.tone = self.tone.max(tone),
        }
    }
}

fn first_level(letter: char) -> u32 {
    let letter = match letter {
        _ if is_apostrophe(letter) => '\'',
        _ if is_hyphen(letter) => '-',
        _ if is_space(letter) => ' ',
        _ => letter,
    };
    let place = BELOW_LETTERS.chars().chain(ALPHABET.chars()).position(|known| known == letter);
    match place {
        Some(place) => 1 + u32::try_from(place).unwrap_or(u32::MAX),
        // Other scripts and signs follow, by code point.
        None => 0x100 + u32::from(letter),
    }
}

/// A small letter without its tone, and the tone.
fn split(letter: char) -> (char, u32) {
    if letter.is_ascii() {
        return (letter, 0);
    }
    for vowel in &VOWELS {
        for (&toned, tone) in vowel.iter().zip(0..) {
            if toned == letter {
                return (vowel[0], tone);
            }
        }
    }
    let other = OTHER_LETTERS.iter().find(|(other, ..)| *other == letter);
    other.map_or((letter, 0), |(_, beside, mark)| (*beside, *mark))
}

/// A small letter without its quality mark.
fn plain(letter: char) -> char {
    match letter {
        'ă' | 'â' => 'a',
        'đ' => 'd',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        _ => letter,
    }
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '′' | '´' | '`' | '＇')
}

/// Marks of layout that no reader sees: soft hyphen, zero-width space and joiners, marks of direction, byte order mark.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests;
