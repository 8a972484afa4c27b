//! Bars without geometry: what a small chart shows, wherever it is drawn.

use num_rational::BigRational;
use num_traits::Zero;

use crate::domain::outcome::{Share, share};
use crate::words::Text;

/// Bars over one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What is measured.
    pub name: Text,
    /// The unit of the values, such as "hồ sơ".
    pub unit: Text,
    /// The bars, in the order in which they are drawn.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its value.
    pub value: u64,
    /// Its length as a share of the longest, 0 to 1; 0 for all where there is nothing at all.
    pub share: Share,
}

/// Bars in the order given, each measured against the largest.
pub fn chart(name: Text, unit: Text, values: impl IntoIterator<Item = (String, u64)>) -> Chart {
    let values: Vec<(String, u64)> = values.into_iter().collect();
    let largest = values.iter().map(|(_, value)| *value).max().unwrap_or_default();
    let bars = values.into_iter().map(|(label, value)| {
        let share = share(value, largest).unwrap_or_else(BigRational::zero);
        Bar { label, value, share }
    });
    Chart { name, unit, bars: bars.collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAME: Text = Text::new("Quá hạn", "Late");
    const UNIT: Text = Text::new("hồ sơ", "dossiers");

    fn ratio(part: i64, whole: i64) -> BigRational {
        BigRational::new(part.into(), whole.into())
    }

    fn of(values: &[u64]) -> Chart {
        chart(NAME, UNIT, values.iter().map(|value| (value.to_string(), *value)))
    }

    #[test]
    fn the_largest_is_whole_and_the_others_are_shares_of_it() {
        let shares: Vec<BigRational> = of(&[3, 6, 0]).bars.into_iter().map(|bar| bar.share).collect();
        assert_eq!(shares, [ratio(1, 2), ratio(1, 1), ratio(0, 1)]);
    }

    #[test]
    fn nothing_at_all_has_no_length() {
        assert!(of(&[0, 0]).bars.iter().all(|bar| bar.share.is_zero()));
        assert_eq!(of(&[]).bars, []);
    }

    proptest! {
        #[test]
        fn bars_keep_their_order_and_their_proportions(values in prop::collection::vec(any::<u64>(), 0..8)) {
            let chart = of(&values);
            prop_assert_eq!(chart.bars.iter().map(|bar| bar.value).collect::<Vec<_>>(), values.clone());
            let largest = BigRational::from(num_bigint::BigInt::from(values.iter().copied().max().unwrap_or_default()));
            for bar in &chart.bars {
                prop_assert_eq!(&bar.share * &largest, BigRational::from(num_bigint::BigInt::from(bar.value)));
            }
        }
    }
}
