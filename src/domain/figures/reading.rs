//! Reading a cell as reports print it: `1.716`, `1716`, `90.5`, `98,8 %`, `02 hồ sơ`, `-`, blank. In columns of counts a
//! dot before three digits parts thousands; in columns of percentages and means dot and comma both part decimals. What
//! can be read in two ways is asked and never guessed.

use super::figure::{Figure, FigureError};
use super::form::Measure;
use crate::words::parse::{are_thousands, is_digits, is_gap};

/// What a typed or pasted cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing, or a dash.
    Blank,
    /// This figure.
    Figure(Figure),
    /// One of these, the likeliest first; never none.
    Ask(Vec<Figure>),
    /// A text, in a column of texts.
    Text(String),
    /// No figure.
    Unread(Unread),
}

/// Why a cell is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It holds something else than one number with its unit.
    NotANumber,
    /// Beyond 10^15.
    TooLarge,
    /// More decimals than are kept.
    TooPrecise,
}

/// Reads a cell of a column that measures this.
pub fn read(typed: &str, measure: &Measure) -> Reading {
    let typed = typed.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    if let Measure::Text {} = measure {
        return if typed.is_empty() { Reading::Blank } else { Reading::Text(typed.to_owned()) };
    }
    if matches!(typed, "" | "-" | "–" | "—" | "−" | "…" | "...") {
        return Reading::Blank;
    }
    let (negative, unsigned) = match typed.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, typed),
    };
    let end = unsigned.find(|letter: char| !is_of_number(letter)).unwrap_or(unsigned.len());
    let (number, rest) = unsigned.split_at(end);
    let number = number.trim_end();
    // A full stop may end the cell, as in "38 hồ sơ." or "38.".
    let number = if rest.is_empty() { number.trim_end_matches('.') } else { number };
    if !number.starts_with(|first: char| first.is_ascii_digit()) || !is_unit(rest, measure) {
        return Reading::Unread(Unread::NotANumber);
    }
    let spellings = match measure {
        Measure::Count { .. } => of_count(number),
        Measure::Percent {} | Measure::Points { .. } => of_decimal(number),
        Measure::Text {} => Spellings::None,
    };
    let figure = |digits: &str| Figure::parse(&if negative { format!("-{digits}") } else { digits.to_owned() });
    match spellings {
        Spellings::None => Reading::Unread(Unread::NotANumber),
        Spellings::Sure(digits) => match figure(&digits) {
            Ok(figure) => Reading::Figure(figure),
            Err(FigureError::TooLarge) => Reading::Unread(Unread::TooLarge),
            Err(FigureError::TooPrecise) => Reading::Unread(Unread::TooPrecise),
            Err(FigureError::NotAFigure) => Reading::Unread(Unread::NotANumber),
        },
        Spellings::Either(all) => {
            let figures: Vec<Figure> = all.iter().filter_map(|digits| figure(digits).ok()).collect();
            if figures.is_empty() { Reading::Unread(Unread::TooLarge) } else { Reading::Ask(figures) }
        }
    }
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',') || is_gap(letter)
}

/// Whether what follows a number is a unit: words without another number, or the highest possible of a mean.
fn is_unit(rest: &str, measure: &Measure) -> bool {
    let rest = rest.trim();
    if let (Some(of), Measure::Points { maximum }) = (rest.trim_start_matches("điểm").trim().strip_prefix('/'), measure)
    {
        let most: String = of.chars().take_while(char::is_ascii_digit).collect();
        return most.parse().ok() == *maximum;
    }
    // A sign behind the number, as in "5-" or "5/8", says that it is only half of what stands there.
    rest.chars()
        .all(|letter| letter.is_alphabetic() || letter.is_whitespace() || matches!(letter, '%' | '.' | '*' | ','))
}

/// In how many ways digits and marks can be spelled as a figure is stored.
enum Spellings {
    None,
    Sure(String),
    Either(Vec<String>),
}

fn of_count(number: &str) -> Spellings {
    let spaced: Vec<&str> = number.split(is_gap).filter(|part| !part.is_empty()).collect();
    if spaced.len() > 1 {
        let joined = spaced.concat();
        return match (are_thousands(&spaced), is_digits(&joined)) {
            (true, _) => Spellings::Sure(joined),
            // A gap within a number, as scanning leaves one.
            (false, true) => Spellings::Either(vec![joined]),
            (false, false) => Spellings::None,
        };
    }
    let dotted: Vec<&str> = number.split('.').collect();
    match (dotted.as_slice(), number.contains(',')) {
        ([digits], false) => sure(digits),
        (_, false) if are_thousands(&dotted) => Spellings::Sure(dotted.concat()),
        ([whole, fraction], false) => either(whole, fraction),
        (_, false) => Spellings::None,
        (_, true) => of_comma(number, &dotted),
    }
}

/// Counts with a comma: `1.716,5` is a count with a fraction; `1,716` may be thousands as elsewhere in the world.
fn of_comma(number: &str, dotted: &[&str]) -> Spellings {
    let parted: Vec<&str> = number.split(',').collect();
    match parted.as_slice() {
        [whole, fraction] if dotted.len() == 1 => either(whole, fraction),
        [whole, fraction] if is_digits(fraction) => {
            let groups: Vec<&str> = whole.split('.').collect();
            if are_thousands(&groups) {
                Spellings::Sure(format!("{}.{fraction}", groups.concat()))
            } else {
                Spellings::None
            }
        }
        _ => {
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let groups: Vec<&str> = whole.split(',').collect();
            match (are_thousands(&groups), fraction) {
                (true, "") => Spellings::Either(vec![groups.concat()]),
                (true, fraction) if is_digits(fraction) => {
                    Spellings::Either(vec![format!("{}.{fraction}", groups.concat())])
                }
                _ => Spellings::None,
            }
        }
    }
}

/// One mark in a count: three digits behind it may be thousands, others hardly.
fn either(whole: &str, fraction: &str) -> Spellings {
    if !is_digits(whole) || !is_digits(fraction) {
        return Spellings::None;
    }
    let (decimal, joined) = (format!("{whole}.{fraction}"), format!("{whole}{fraction}"));
    let thousands = fraction.len() == 3 && !whole.starts_with('0');
    Spellings::Either(if thousands { vec![joined, decimal] } else { vec![decimal, joined] })
}

fn of_decimal(number: &str) -> Spellings {
    if number.contains(is_gap) {
        return Spellings::None;
    }
    let marks: Vec<char> = number.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    match marks.as_slice() {
        [] => sure(number),
        [mark] => {
            let (whole, fraction) = number.split_once(*mark).unwrap_or((number, ""));
            if is_digits(whole) && is_digits(fraction) {
                Spellings::Sure(format!("{whole}.{fraction}"))
            } else {
                Spellings::None
            }
        }
        _ => match of_count(number) {
            // Above a hundred with thousands: hardly a percentage.
            Spellings::Sure(digits) => Spellings::Either(vec![digits]),
            other => other,
        },
    }
}

fn sure(digits: &str) -> Spellings {
    if is_digits(digits) { Spellings::Sure(digits.to_owned()) } else { Spellings::None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::words::{Localised, format};

    use super::*;

    fn count() -> Measure {
        Measure::Count { of: Localised::default() }
    }

    fn figure(text: &str) -> Figure {
        Figure::parse(text).unwrap()
    }

    #[test]
    fn counts_are_read_as_reports_print_them() {
        for (typed, expected) in [
            ("1.716", "1716"),
            ("1095", "1095"),
            ("10284", "10284"),
            ("60.005", "60005"),
            ("02", "2"),
            ("02 hồ sơ", "2"),
            ("- 5", "-5"),
            ("1 716", "1716"),
            ("1\u{a0}716", "1716"),
            ("38 hồ sơ.", "38"),
            ("38.", "38"),
            ("0", "0"),
            ("1.716,5", "1716.5"),
            ("1.000.000.000.000.000", "1000000000000000"),
        ] {
            assert_eq!(read(typed, &count()), Reading::Figure(figure(expected)), "{typed}");
        }
        for blank in ["", "  ", "-", "–", "\u{a0}"] {
            assert_eq!(read(blank, &count()), Reading::Blank);
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_asked() {
        for (typed, expected) in [
            ("90.5", vec!["90.5", "905"]),
            ("90,5", vec!["90.5", "905"]),
            ("1,716", vec!["1716", "1.716"]),
            ("0.716", vec!["0.716", "0716"]),
            ("1,716,000", vec!["1716000"]),
            ("1006 3", vec!["10063"]),
        ] {
            let expected = expected.into_iter().map(figure).collect();
            assert_eq!(read(typed, &count()), Reading::Ask(expected), "{typed}");
        }
        assert_eq!(read("1.234,5", &Measure::Percent {}), Reading::Ask(vec![figure("1234.5")]));
    }

    #[test]
    fn percentages_and_means_take_dot_and_comma() {
        for (typed, expected) in
            [("90.5", "90.5"), ("98,8 %", "98.8"), ("56,07", "56.07"), ("100%", "100"), ("1.716", "1.716")]
        {
            assert_eq!(read(typed, &Measure::Percent {}), Reading::Figure(figure(expected)), "{typed}");
        }
        let mean = Measure::Points { maximum: Some(12) };
        assert_eq!(read("9,7/12", &mean), Reading::Figure(figure("9.7")));
        assert_eq!(read("9,7 điểm/12 điểm", &mean), Reading::Figure(figure("9.7")));
        assert_eq!(read("9,7/10", &mean), Reading::Unread(Unread::NotANumber));
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_reason() {
        for typed in ["năm", "12/15", "1-2", "1..2", "5 trong 8", "(5)", "1e5", "1.7.1"] {
            assert_eq!(read(typed, &count()), Reading::Unread(Unread::NotANumber), "{typed}");
        }
        assert_eq!(read("1000000000000001", &count()), Reading::Unread(Unread::TooLarge));
        assert_eq!(read("0,1234567", &Measure::Percent {}), Reading::Unread(Unread::TooPrecise));
    }

    proptest! {
        #[test]
        fn a_count_is_read_back_from_both_ways_of_writing(number in 0_u64..=1_000_000_000_000_000) {
            let expected = Reading::Figure(figure(&number.to_string()));
            prop_assert_eq!(read(&format::count(number), &count()), expected.clone());
            prop_assert_eq!(read(&number.to_string(), &count()), expected);
        }

        #[test]
        fn no_text_makes_it_panic(typed in "\\PC{0,30}", numbers in "[0-9., %-]{0,20}") {
            for measure in [count(), Measure::Percent {}, Measure::Points { maximum: None }, Measure::Text {}] {
                for typed in [&typed, &numbers] {
                    let asked = matches!(read(typed, &measure), Reading::Ask(figures) if figures.is_empty());
                    prop_assert!(!asked);
                }
            }
        }
    }
}
