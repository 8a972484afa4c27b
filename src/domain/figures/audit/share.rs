//! Percentages against the ratio of their counts: rounded half-up to the decimals that were printed, else cut, else
//! what the others leave of 100, else wrong. A share of nothing is undefined, neither 0% nor 100%.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use crate::domain::figures::figure::{Amount, Figure};

/// How a stated percentage stands to its two counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is the ratio, rounded half-up to its decimals.
    Agrees,
    /// There is nothing to take a share of.
    OfNothing,
    /// It is the ratio cut after its decimals.
    Cut {
        /// The ratio rounded half-up.
        rounded: Figure,
    },
    /// It is what the other percentages of the whole leave of 100.
    Complement {
        /// The ratio rounded half-up.
        rounded: Figure,
    },
    /// It is neither.
    Wrong {
        /// The ratio rounded half-up.
        rounded: Figure,
    },
}

/// Judges a percentage. `others` are the percentages stated of the other parts of the same whole; empty where these
/// are not known.
pub fn judge(stated: Figure, part: Amount, whole: Amount, others: &[Figure]) -> Judged {
    if whole.is_zero() {
        return Judged::OfNothing;
    }
    let percent = part.ratio() / whole.ratio() * BigInt::from(100);
    let Some(rounded) = rounded(&percent, stated.decimals(), Rounding::HalfUp) else {
        // So large a percentage that it is no figure is not what was stated either.
        return Judged::Wrong { rounded: stated };
    };
    if stated == rounded {
        return Judged::Agrees;
    }
    if self::rounded(&percent, stated.decimals(), Rounding::Cut) == Some(stated) {
        return Judged::Cut { rounded };
    }
    let left: Amount = Amount::whole(100) - others.iter().map(|other| other.amount()).sum();
    if !others.is_empty() && stated.amount() == left {
        return Judged::Complement { rounded };
    }
    Judged::Wrong { rounded }
}

/// Which way the digits behind the last are dropped.
#[derive(Clone, Copy)]
enum Rounding {
    /// Away from zero from the half on.
    HalfUp,
    /// Towards zero.
    Cut,
}

/// An exact number with so many decimals; none beyond what a figure holds.
fn rounded(value: &BigRational, decimals: u8, rounding: Rounding) -> Option<Figure> {
    let scaled = value.abs() * BigInt::from(10).pow(u32::from(decimals));
    let digits = match rounding {
        Rounding::Cut => scaled.floor(),
        Rounding::HalfUp => (scaled + BigRational::new(BigInt::from(1), BigInt::from(2))).floor(),
    };
    let digits = digits.to_integer().to_i64()?;
    Figure::new(if value.is_negative() { -digits } else { digits }, decimals).ok()
}

/// A percentage for showing: the ratio of two amounts with so many decimals; none of nothing.
pub fn percent(part: Amount, whole: Amount, decimals: u8) -> Option<Figure> {
    if whole.is_zero() {
        return None;
    }
    rounded(&(part.ratio() / whole.ratio() * BigInt::from(100)), decimals, Rounding::HalfUp)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn figure(text: &str) -> Figure {
        Figure::parse(text).unwrap()
    }

    fn judged(stated: &str, part: i64, whole: i64, others: &[&str]) -> Judged {
        let others: Vec<Figure> = others.iter().map(|other| figure(other)).collect();
        judge(figure(stated), Amount::whole(part), Amount::whole(whole), &others)
    }

    #[test]
    fn the_percentages_of_the_reports_are_told_apart() {
        assert_eq!(judged("53", 101_649, 192_279, &[]), Judged::Agrees);
        assert_eq!(judged("0.7", 803, 120_695, &[]), Judged::Agrees);
        assert_eq!(judged("65.1", 78_692, 120_695, &["34.2", "0.7"]), Judged::Cut { rounded: figure("65.2") });
        assert_eq!(judged("34.2", 41_200, 120_695, &["65.1", "0.7"]), Judged::Complement { rounded: figure("34.1") });
        assert_eq!(judged("34.2", 41_200, 120_695, &[]), Judged::Wrong { rounded: figure("34.1") });
        assert_eq!(judged("17.7", 1_001, 5_683, &["82.3"]), Judged::Complement { rounded: figure("17.6") });
        assert_eq!(judged("9.55", 356, 3_725, &[]), Judged::Cut { rounded: figure("9.56") });
        assert_eq!(judged("100", 0, 0, &[]), Judged::OfNothing);
        assert_eq!(judged("0", 0, 0, &[]), Judged::OfNothing);
        assert_eq!(judged("100", 293, 293, &[]), Judged::Agrees);
    }

    #[test]
    fn a_half_is_rounded_up() {
        assert_eq!(judged("0.5", 1, 200, &[]), Judged::Agrees);
        assert_eq!(judged("1", 1, 200, &[]), Judged::Agrees, "0,5% to whole percent");
        assert_eq!(judged("0", 1, 200, &[]), Judged::Cut { rounded: figure("1") });
        assert_eq!(judged("12.5", 1, 8, &[]), Judged::Agrees);
    }

    proptest! {
        #[test]
        fn the_rounded_ratio_always_agrees(part in 0_i64..1_000_000, whole in 1_i64..1_000_000, decimals in 0_u8..=4) {
            let stated = percent(Amount::whole(part), Amount::whole(whole), decimals).unwrap();
            prop_assert_eq!(judge(stated, Amount::whole(part), Amount::whole(whole), &[]), Judged::Agrees);
        }

        #[test]
        fn a_share_of_nothing_is_never_a_number(part in any::<i32>(), stated in 0_i64..=100) {
            let stated = Figure::whole(stated).unwrap();
            prop_assert_eq!(judge(stated, Amount::whole(part.into()), Amount::whole(0), &[]), Judged::OfNothing);
        }
    }
}
