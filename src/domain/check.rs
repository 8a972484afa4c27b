//! What answers an item from samples and figures: a check that the template names (`"check": "slip_issued"`). No code of an
//! item means anything to the app, so another catalogue is answered as the general one is.

use serde::{Deserialize, Serialize};

pub use dossier::DossierCheck;
pub use figures::FigureCheck;
pub use posting::PostingCheck;

mod dossier;
mod figures;
mod posting;

/// A check that an item may name. A template names each at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ItemCheck {
    /// Made on each sampled dossier.
    Dossiers(DossierCheck),
    /// Made on what is posted.
    Procedures(PostingCheck),
    /// Made on the figures that were reported.
    Figures(FigureCheck),
}

/// A name that no check has. The sentence begins as that of serde for a value that is none of a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown variant `{0}`, expected the name of a check")]
pub struct UnknownCheck(String);

impl ItemCheck {
    /// Every check.
    pub fn all() -> impl Iterator<Item = Self> {
        let dossiers = DossierCheck::ALL.into_iter().map(Self::Dossiers);
        let procedures = PostingCheck::ALL.into_iter().map(Self::Procedures);
        dossiers.chain(procedures).chain(FigureCheck::ALL.into_iter().map(Self::Figures))
    }

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dossiers(check) => check.name(),
            Self::Procedures(check) => check.name(),
            Self::Figures(check) => check.name(),
        }
    }

    /// The keys that an item with several counts may have under it; none where it counts in one way, or not at all.
    pub fn count_keys(self) -> &'static [&'static str] {
        match self {
            Self::Dossiers(check) => check.count_keys(),
            Self::Procedures(_) | Self::Figures(_) => &[],
        }
    }
}

impl TryFrom<String> for ItemCheck {
    type Error = UnknownCheck;

    fn try_from(name: String) -> Result<Self, UnknownCheck> {
        Self::all().find(|check| check.name() == name).ok_or(UnknownCheck(name))
    }
}

impl From<ItemCheck> for String {
    fn from(check: ItemCheck) -> Self {
        check.name().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_name_of_its_own_and_is_read_by_it() {
        for check in ItemCheck::all() {
            assert_eq!(ItemCheck::try_from(String::from(check)), Ok(check));
            assert_eq!(ItemCheck::all().filter(|other| other.name() == check.name()).count(), 1, "{}", check.name());
        }
        let unknown = ItemCheck::try_from("B01".to_owned()).unwrap_err();
        assert_eq!(unknown.to_string(), "unknown variant `B01`, expected the name of a check");
    }
}
