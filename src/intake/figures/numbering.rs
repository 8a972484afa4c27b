//! Numbers of rows (STT): I, II; A, B; 1, 2; 1.1; a. How deep each kind stands under the others.

/// The kind of a row's number: the lesser stands above the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The total.
    Total,
    /// A, B, C.
    Letter,
    /// I, II, III.
    Roman,
    /// 1, 2, 3; with the dots in it: 1.1 stands below 1.
    Arabic(u8),
    /// a, b, c.
    Small,
    /// A dash or a plus.
    Mark,
}

/// A number without what closes it: `1.` and `1)` are `1`.
pub fn bare(number: &str) -> &str {
    number.trim().trim_start_matches('(').trim_end_matches(['.', ')', ':', '/', ' '])
}

/// The kind of a number. A capital letter goes on with the letters where the one before it was the last letter of its
/// kind, else it is a Roman numeral where it can be one.
pub fn rank(number: &str, last_letter: Option<char>) -> Option<Rank> {
    let number = bare(number);
    let mut letters = number.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        if letter.is_ascii_uppercase() {
            let follows = last_letter.is_some_and(|last| u32::from(letter) == u32::from(last) + 1);
            let is_letter = matches!(letter, 'A' | 'B') || follows || !"IVXLCDM".contains(letter);
            return Some(if is_letter { Rank::Letter } else { Rank::Roman });
        }
        if letter.is_lowercase() {
            return Some(Rank::Small);
        }
        if matches!(letter, '-' | '–' | '+' | '*') {
            return Some(Rank::Mark);
        }
    }
    if is_roman(number) {
        return Some(Rank::Roman);
    }
    let parts: Vec<&str> = number.split('.').collect();
    let is_digits = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.iter().all(is_digits) {
        return Some(Rank::Arabic(dots(parts.len() - 1)));
    }
    // I.1 under I.
    match parts.split_first() {
        Some((first, rest)) if is_roman(first) && !rest.is_empty() && rest.iter().all(is_digits) => {
            Some(Rank::Arabic(dots(rest.len() - 1)))
        }
        _ => None,
    }
}

/// Levels below nine are one.
fn dots(count: usize) -> u8 {
    u8::try_from(count.min(9)).unwrap_or(9)
}

/// Whether a text numbers a row.
pub fn is_ordinal(text: &str) -> bool {
    rank(text, None).is_some()
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 7 && text.bytes().all(|letter| b"IVXLC".contains(&letter))
}

/// A name that begins with its number, as in "I. Lĩnh vực đất đai": number and name.
pub fn split(name: &str) -> Option<(&str, &str)> {
    let (number, rest) = name.split_once([' ', '\u{a0}'])?;
    let closed = number.ends_with(['.', ')', ':', '/']);
    (closed && is_ordinal(number) && rest.contains(char::is_alphabetic)).then(|| (bare(number), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_numbers_are_told_apart() {
        for (number, expected) in [
            ("I", Rank::Roman),
            ("XXIV.", Rank::Roman),
            ("A", Rank::Letter),
            ("12", Rank::Arabic(0)),
            ("1.1", Rank::Arabic(1)),
            ("II.3", Rank::Arabic(0)),
            ("a)", Rank::Small),
            ("-", Rank::Mark),
        ] {
            assert_eq!(rank(number, None), Some(expected), "{number}");
        }
        assert_eq!(rank("C", Some('B')), Some(Rank::Letter));
        assert_eq!(rank("C", None), Some(Rank::Roman));
        assert!(["Tổng cộng", "", "126.378", "2.3.x"].iter().all(|text| text == &"126.378" || !is_ordinal(text)));
    }

    #[test]
    fn a_name_may_begin_with_its_number() {
        assert_eq!(split("A. Sở, ngành"), Some(("A", "Sở, ngành")));
        assert_eq!(split("II) Cấp huyện"), Some(("II", "Cấp huyện")));
        assert_eq!(split("UBND huyện Ea Kar"), None);
        assert_eq!(split("15 đơn vị"), None);
    }
}
