//! One figure as a report prints it, exactly.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

/// The largest figure that is taken, in either direction: 10^15.
pub const MOST: i64 = 1_000_000_000_000_000;

/// The most decimals that are taken.
pub const MOST_DECIMALS: u8 = 6;

/// The most digits of a figure, decimals included.
const MOST_DIGITS: u32 = 18;

/// How many millionths are one.
const MILLIONTHS: i128 = 1_000_000;

/// A figure with the decimals that were printed: `9,40` and `9,4` are equal, yet rounded to different places. At most
/// [`MOST`] in either direction, at most [`MOST_DECIMALS`] decimals.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Figure {
    mantissa: i64,
    decimals: u8,
}

/// A text that is no figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Not digits with at most one point.
    #[error("a figure is written as digits with at most one point")]
    NotAFigure,
    /// Above [`MOST`] or below its negative.
    #[error("a figure is at most {MOST} in either direction")]
    TooLarge,
    /// More than [`MOST_DECIMALS`] decimals, or more digits than are kept.
    #[error("a figure has at most {MOST_DECIMALS} decimals")]
    TooPrecise,
}

/// An exact sum of figures, in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(i128);

impl Figure {
    /// A whole figure; none beyond [`MOST`].
    pub fn whole(value: i64) -> Option<Self> {
        (-MOST..=MOST).contains(&value).then_some(Self { mantissa: value, decimals: 0 })
    }

    /// A figure from its digits, the last `decimals` of them behind the mark.
    pub fn new(mantissa: i64, decimals: u8) -> Result<Self, FigureError> {
        if decimals > MOST_DECIMALS {
            return Err(FigureError::TooPrecise);
        }
        let figure = Self { mantissa, decimals };
        if figure.amount().0.abs() <= i128::from(MOST) * MILLIONTHS { Ok(figure) } else { Err(FigureError::TooLarge) }
    }

    /// Reads digits with at most one point between them, a minus allowed: the stored form. What people type is read
    /// by [`super::reading`].
    pub fn parse(text: &str) -> Result<Self, FigureError> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || !is_digits(whole)
            || !is_digits(fraction)
            || (fraction.is_empty() && digits.contains('.'))
        {
            return Err(FigureError::NotAFigure);
        }
        let decimals = u8::try_from(fraction.len()).map_err(|_long| FigureError::TooPrecise)?;
        if decimals > MOST_DECIMALS {
            return Err(FigureError::TooPrecise);
        }
        let significant = whole.trim_start_matches('0');
        if significant.len() > 16 {
            return Err(FigureError::TooLarge);
        }
        if significant.len() + fraction.len() > MOST_DIGITS as usize {
            return Err(FigureError::TooPrecise);
        }
        let mantissa: i64 = format!("0{significant}{fraction}").parse().map_err(|_large| FigureError::TooLarge)?;
        Self::new(if negative { -mantissa } else { mantissa }, decimals)
    }

    /// How many decimals were printed.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// Its exact amount.
    pub fn amount(self) -> Amount {
        let scale = 10_i128.pow(u32::from(MOST_DECIMALS.saturating_sub(self.decimals)));
        Amount(i128::from(self.mantissa) * scale)
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.amount() == other.amount()
    }
}

impl Eq for Figure {}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
    fn cmp(&self, other: &Self) -> Ordering {
        self.amount().cmp(&other.amount())
    }
}

/// The stored form: `1716`, `98.80`, `-5`.
impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        let decimals = usize::from(self.decimals);
        if decimals == 0 {
            return write!(out, "{sign}{digits}");
        }
        let digits = format!("{digits:0>width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        write!(out, "{sign}{whole}.{fraction}")
    }
}

impl TryFrom<String> for Figure {
    type Error = FigureError;

    fn try_from(text: String) -> Result<Self, FigureError> {
        Self::parse(&text)
    }
}

impl From<Figure> for String {
    fn from(figure: Figure) -> String {
        figure.to_string()
    }
}

impl Amount {
    /// A whole amount.
    pub fn whole(value: i64) -> Self {
        Self(i128::from(value) * MILLIONTHS)
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is below nothing.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether it has no fraction.
    pub fn is_whole(self) -> bool {
        self.0 % MILLIONTHS == 0
    }

    /// As an exact number.
    pub fn ratio(self) -> BigRational {
        BigRational::new(BigInt::from(self.0), BigInt::from(MILLIONTHS))
    }

    /// As a figure without trailing zeros; none beyond [`MOST`].
    pub fn figure(self) -> Option<Figure> {
        let (mut mantissa, mut decimals) = (self.0, MOST_DECIMALS);
        while decimals > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            decimals -= 1;
        }
        Figure::new(i64::try_from(mantissa).ok()?, decimals).ok()
    }

    /// In millionths.
    pub fn millionths(self) -> i128 {
        self.0
    }
}

impl std::ops::Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        // Far from the limits: some 10^16 of the largest figures fit.
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), |sum, amount| sum + amount)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_figure_keeps_its_decimals_and_equals_by_amount() {
        for text in ["0", "1716", "98.80", "-5", "0.77", "1000000000000000", "-0.05"] {
            assert_eq!(Figure::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Figure::parse("9.40"), Figure::parse("9.4"));
        assert_eq!(Figure::parse("9.40").unwrap().decimals(), 2);
    }

    #[test]
    fn what_is_no_figure_is_refused_with_its_reason() {
        for (text, error) in [
            ("", FigureError::NotAFigure),
            ("1.", FigureError::NotAFigure),
            (".5", FigureError::NotAFigure),
            ("1.7.1", FigureError::NotAFigure),
            ("1,7", FigureError::NotAFigure),
            ("--1", FigureError::NotAFigure),
            ("1000000000000001", FigureError::TooLarge),
            ("99999999999999999999", FigureError::TooLarge),
            ("0.1234567", FigureError::TooPrecise),
            ("123456789012345.123456", FigureError::TooPrecise),
        ] {
            assert_eq!(Figure::parse(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_figure_is_read_back_as_it_was_written(mantissa in any::<i64>(), decimals in 0..=MOST_DECIMALS) {
            if let Ok(figure) = Figure::new(mantissa, decimals)
                && figure.mantissa.unsigned_abs() < 10_u64.pow(MOST_DIGITS)
            {
                let back = Figure::parse(&figure.to_string()).unwrap();
                prop_assert_eq!((back.mantissa, back.decimals), (figure.mantissa, figure.decimals));
            }
        }

        #[test]
        fn a_sum_is_exact(figures in proptest::collection::vec(-MOST..=MOST, 0..50)) {
            let sum: Amount = figures.iter().map(|value| Figure::whole(*value).unwrap().amount()).sum();
            let exact: i128 = figures.iter().map(|value| i128::from(*value)).sum();
            prop_assert_eq!(sum.millionths(), exact * 1_000_000);
        }
    }
}
