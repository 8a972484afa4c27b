//! Ranking with ties, and the lists for praise (biểu dương) and criticism (phê bình) by thresholds that a person sets.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::form::Better;

/// Something ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<T> {
    /// What.
    pub what: T,
    /// Its share.
    pub share: BigRational,
    /// Its rank from 1: equals share one, and the next is after all of them (1, 2, 2, 4).
    pub rank: usize,
    /// Whether another has the same rank.
    pub is_tied: bool,
}

/// Thresholds in hundredths of a percent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// As good as this, or better, is for praise.
    pub praise: Option<u32>,
    /// As bad as this, or worse, is for criticism.
    pub criticise: Option<u32>,
}

/// Ranks from the best on; where neither way is better, from the largest on. Equals keep the order they come in.
pub fn rank<T>(shares: impl IntoIterator<Item = (T, BigRational)>, better: Better) -> Vec<Ranked<T>> {
    let mut all: Vec<(T, BigRational)> = shares.into_iter().collect();
    all.sort_by(|(_, one), (_, other)| match better {
        Better::Low => one.cmp(other),
        Better::High | Better::Neither => other.cmp(one),
    });
    let mut ranked: Vec<Ranked<T>> = Vec::with_capacity(all.len());
    for (place, (what, share)) in all.into_iter().enumerate() {
        let (mut rank, mut is_tied) = (place + 1, false);
        if let Some(before) = ranked.last_mut().filter(|before| before.share == share) {
            before.is_tied = true;
            (rank, is_tied) = (before.rank, true);
        }
        ranked.push(Ranked { what, share, rank, is_tied });
    }
    ranked
}

impl Thresholds {
    /// Whether a share is for praise.
    pub fn praises(self, share: &BigRational, better: Better) -> bool {
        self.praise.is_some_and(|at| match better {
            Better::High => *share >= percent(at),
            Better::Low => *share <= percent(at),
            Better::Neither => false,
        })
    }

    /// Whether a share is for criticism.
    pub fn criticises(self, share: &BigRational, better: Better) -> bool {
        self.criticise.is_some_and(|at| match better {
            Better::High => *share <= percent(at),
            Better::Low => *share >= percent(at),
            Better::Neither => false,
        })
    }
}

fn percent(hundredths: u32) -> BigRational {
    BigRational::new(BigInt::from(hundredths), BigInt::from(10_000))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(part: i64, whole: i64) -> BigRational {
        BigRational::new(part.into(), whole.into())
    }

    #[test]
    fn equals_share_a_rank_and_the_next_comes_after_all_of_them() {
        let shares = [("a", ratio(1, 2)), ("b", ratio(9, 10)), ("c", ratio(2, 4)), ("d", ratio(1, 10))];
        let ranks = |better| {
            rank(shares.clone(), better).into_iter().map(|one| (one.what, one.rank, one.is_tied)).collect::<Vec<_>>()
        };
        assert_eq!(ranks(Better::High), [("b", 1, false), ("a", 2, true), ("c", 2, true), ("d", 4, false)]);
        assert_eq!(ranks(Better::Low), [("d", 1, false), ("a", 2, true), ("c", 2, true), ("b", 4, false)]);
    }

    #[test]
    fn a_threshold_itself_counts() {
        let thresholds = Thresholds { praise: Some(9_500), criticise: Some(5_000) };
        assert!(
            thresholds.praises(&ratio(95, 100), Better::High) && !thresholds.praises(&ratio(94, 100), Better::High)
        );
        assert!(thresholds.criticises(&ratio(1, 2), Better::High));
        let late = Thresholds { praise: Some(0), criticise: Some(1_000) };
        assert!(late.praises(&ratio(0, 1), Better::Low) && late.criticises(&ratio(1, 10), Better::Low));
        assert!(!late.criticises(&ratio(1, 10), Better::Neither));
    }

    proptest! {
        #[test]
        fn a_rank_is_one_more_than_how_many_are_better(shares in prop::collection::vec((0..20_i64, 1..20_i64), 0..30)) {
            let shares: Vec<BigRational> = shares.into_iter().map(|(part, whole)| ratio(part, whole)).collect();
            for one in rank(shares.iter().cloned().map(|share| ((), share)), Better::High) {
                let better = shares.iter().filter(|share| **share > one.share).count();
                prop_assert_eq!(one.rank, better + 1);
                let equal = shares.iter().filter(|share| **share == one.share).count();
                prop_assert_eq!(one.is_tied, equal > 1);
            }
        }
    }
}
