//! Numbers the way people type them in Viet Nam: `1.716` is one thousand seven hundred and sixteen, `9,7` and `9.7` are
//! nine and seven tenths. What could be read in two ways is refused with a reason, never guessed.

use super::{Lang, Text};

pub mod date;

/// Why a typed number is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Something else than digits and marks, or a mark in the wrong place.
    NotANumber,
    /// Below zero.
    Negative,
    /// A count with decimals, or with marks that do not stand between thousands.
    NotWhole,
    /// More decimals than are kept.
    TooPrecise,
    /// Above the limit: of a count as it is, of a mean in hundredths.
    TooLarge,
}

impl NumberError {
    /// The reason in words; `most` is the limit as it should be read.
    pub fn reason(self, most: &str, lang: Lang) -> String {
        let text = match self {
            Self::NotANumber => {
                Text::new("Chỉ nhập chữ số, ví dụ 1716 hoặc 1.716.", "Type digits only, such as 1716 or 1.716.")
            }
            Self::Negative => Text::new("Không nhập số âm.", "A number below zero is not taken."),
            Self::NotWhole => Text::new(
                "Số đếm phải là số nguyên; dấu chấm chỉ đứng giữa các nhóm ba chữ số, ví dụ 1.716.",
                "A count is a whole number; dots stand only between groups of three digits, such as 1.716.",
            ),
            Self::TooPrecise => {
                Text::new("Nhiều nhất hai chữ số thập phân, ví dụ 9,75.", "Two decimals at most, such as 9,75.")
            }
            Self::TooLarge => Text::new("Không lớn hơn {most}.", "Not above {most}."),
        };
        text.get(lang).replace("{most}", most)
    }
}

/// A count as typed, at most `most`: `1.716`, `1 716`, `1716`, `02`, ` 5 `. A blank is none. A dot or a blank before three
/// digits parts thousands; any other mark is refused.
pub fn count(typed: &str, most: u64) -> Result<Option<u64>, NumberError> {
    let Some(typed) = digits_and_marks(typed)? else {
        return Ok(None);
    };
    let groups: Vec<&str> =
        if typed.contains(is_gap) { typed.split(is_gap).collect() } else { typed.split('.').collect() };
    // `0.716` may be meant as a decimal.
    let whole = matches!(groups.as_slice(), [digits] if is_digits(digits)) || are_thousands(&groups);
    if !whole {
        return Err(NumberError::NotWhole);
    }
    // Nothing but digits is left, so the only fault can be the size.
    let count: u64 = groups.concat().parse().map_err(|_overflow| NumberError::TooLarge)?;
    if count <= most { Ok(Some(count)) } else { Err(NumberError::TooLarge) }
}

/// A mean as typed, in hundredths of a point, at most `most`: `9,7`, `9.7` and `9,70` are 970. A blank is none.
/// Dot and comma both part decimals.
pub fn mean(typed: &str, most: u32) -> Result<Option<u32>, NumberError> {
    let Some(typed) = digits_and_marks(typed)? else {
        return Ok(None);
    };
    let (whole, decimals) = match typed.split_once(['.', ',']) {
        Some((whole, decimals)) if is_digits(decimals) => (whole, decimals),
        Some(_) => return Err(NumberError::NotANumber),
        None => (typed, ""),
    };
    if !is_digits(whole) || (!decimals.is_empty() && !is_digits(decimals)) {
        return Err(NumberError::NotANumber);
    }
    if decimals.len() > 2 {
        return Err(NumberError::TooPrecise);
    }
    let hundredths: u32 = format!("{whole}{decimals:0<2}").parse().map_err(|_overflow| NumberError::TooLarge)?;
    if hundredths <= most { Ok(Some(hundredths)) } else { Err(NumberError::TooLarge) }
}

/// What was typed without the spaces around it; none if that is nothing.
fn digits_and_marks(typed: &str) -> Result<Option<&str>, NumberError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = typed.strip_prefix(['-', '−', '–']) {
        let number = rest.starts_with(|first: char| first.is_ascii_digit());
        return Err(if number { NumberError::Negative } else { NumberError::NotANumber });
    }
    let known = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',' || is_gap(letter);
    if typed.chars().all(known) && typed.starts_with(|first: char| first.is_ascii_digit()) {
        Ok(Some(typed))
    } else {
        Err(NumberError::NotANumber)
    }
}

/// A blank as it stands between thousands.
pub fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Whether groups of digits are thousands: one to three digits that begin with no zero, then threes.
pub fn are_thousands(groups: &[&str]) -> bool {
    match groups {
        [first, rest @ ..] if !rest.is_empty() => {
            is_digits(first)
                && first.len() <= 3
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3 && is_digits(group))
        }
        _ => false,
    }
}

/// Whether a text is digits and nothing else, and at least one.
pub fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::words::format;

    use super::*;

    const MOST: u64 = 1_000_000_000_000_000;

    #[test]
    fn a_count_is_read_as_it_is_written() {
        for (typed, expected) in [
            ("1.716", Ok(Some(1_716))),
            ("1716", Ok(Some(1_716))),
            ("02", Ok(Some(2))),
            (" 5 ", Ok(Some(5))),
            ("0", Ok(Some(0))),
            ("1.000.000.000.000.000", Ok(Some(MOST))),
            ("", Ok(None)),
            (" \u{a0}", Ok(None)),
            ("1.000.000.000.000.001", Err(NumberError::TooLarge)),
            ("99999999999999999999999", Err(NumberError::TooLarge)),
            ("-5", Err(NumberError::Negative)),
            ("−5", Err(NumberError::Negative)),
            ("-", Err(NumberError::NotANumber)),
            ("+5", Err(NumberError::NotANumber)),
            ("1e3", Err(NumberError::NotANumber)),
            ("1 716", Ok(Some(1_716))),
            ("1\u{a0}716", Ok(Some(1_716))),
            ("1 71", Err(NumberError::NotWhole)),
            ("1 716 5", Err(NumberError::NotWhole)),
            ("1 716.000", Err(NumberError::NotWhole)),
            ("0 716", Err(NumberError::NotWhole)),
            ("năm", Err(NumberError::NotANumber)),
            ("90.5", Err(NumberError::NotWhole)),
            ("90,5", Err(NumberError::NotWhole)),
            ("1,716", Err(NumberError::NotWhole)),
            ("0.716", Err(NumberError::NotWhole)),
            ("1716.000", Err(NumberError::NotWhole)),
            ("1..716", Err(NumberError::NotWhole)),
            ("1.716.", Err(NumberError::NotWhole)),
        ] {
            assert_eq!(count(typed, MOST), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_mean_is_read_with_dot_or_comma() {
        for (typed, expected) in [
            ("9,7", Ok(Some(970))),
            ("9.7", Ok(Some(970))),
            ("9,70", Ok(Some(970))),
            ("9,07", Ok(Some(907))),
            ("12", Ok(Some(1_200))),
            ("0", Ok(Some(0))),
            (" ", Ok(None)),
            ("12,01", Err(NumberError::TooLarge)),
            ("99999999999", Err(NumberError::TooLarge)),
            ("9,705", Err(NumberError::TooPrecise)),
            ("9,", Err(NumberError::NotANumber)),
            (",5", Err(NumberError::NotANumber)),
            ("9,7,0", Err(NumberError::NotANumber)),
            ("9, 7", Err(NumberError::NotANumber)),
            ("1 2", Err(NumberError::NotANumber)),
            ("-1", Err(NumberError::Negative)),
        ] {
            assert_eq!(mean(typed, 1_200), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_limit() {
        assert_eq!(NumberError::TooLarge.reason("12", Lang::Vi), "Không lớn hơn 12.");
        assert_eq!(NumberError::TooLarge.reason("12", Lang::En), "Not above 12.");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(number in 0..=MOST, hundredths in 0..=100_000_u32) {
            prop_assert_eq!(count(&format::count(number), MOST), Ok(Some(number)));
            prop_assert_eq!(count(&number.to_string(), MOST), Ok(Some(number)));
            prop_assert_eq!(mean(&format::hundredths(hundredths), u32::MAX), Ok(Some(hundredths)));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "[0-9., -]{0,24}", other in any::<String>()) {
            for typed in [typed, other] {
                let taken = count(&typed, MOST).ok().flatten().is_none_or(|count| count <= MOST);
                prop_assert!(taken && mean(&typed, 1_200).ok().flatten().is_none_or(|mean| mean <= 1_200));
            }
        }
    }
}
