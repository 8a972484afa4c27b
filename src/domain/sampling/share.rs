//! What share of a sample complies, for the items of a checklist that are answered by sampling.

/// What one sampled thing shows of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It complies.
    Met,
    /// It does not.
    Failed,
    /// It does not, in the way that the catalogue calls critical (trọng yếu khi).
    FailedCritically,
}

impl Check {
    /// Met or failed, without a critical way to fail.
    pub fn plain(met: bool) -> Self {
        if met { Self::Met } else { Self::Failed }
    }

    /// Met or failed, where every failure is critical.
    pub fn critical(met: bool) -> Self {
        if met { Self::Met } else { Self::FailedCritically }
    }
}

/// Compliant over all those of which it can be told, with those that fail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SampleShare {
    /// How many comply.
    pub met: u32,
    /// Of how many it can be told; at least `met`, unless both were counted by hand.
    pub of: u32,
    /// The places (from 0) in the sample of those that fail, ascending.
    pub failing: Vec<usize>,
    /// Those among them that fail in the critical way, ascending.
    pub critical: Vec<usize>,
}

impl SampleShare {
    /// Counts the checks of a sample in its order; none stands for "not looked at" or "does not apply", and is in
    /// neither number. None where nothing is left: a share of nothing is undefined.
    pub fn count(checks: impl IntoIterator<Item = Option<Check>>) -> Option<Self> {
        let mut share = Self::default();
        for (place, check) in checks.into_iter().enumerate() {
            let Some(check) = check else {
                continue;
            };
            share.of += 1;
            match check {
                Check::Met => share.met += 1,
                Check::Failed => share.failing.push(place),
                Check::FailedCritically => {
                    share.failing.push(place);
                    share.critical.push(place);
                }
            }
        }
        (share.of > 0).then_some(share)
    }
}
