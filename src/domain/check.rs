//! What answers an item from samples and figures: a check that the template names (`"check": "slip_issued"`). No code of an
//! item means anything to the app, so another catalogue is answered as the general one is.

use serde::{Deserialize, Serialize};

use super::dossier::DossierCheck;
use super::figures::audit::{Discrepancy, FigureCheck};
use super::id::ItemCode;
use super::procedure::PostingCheck;
use super::template::{AnswerSpec, Item, SampleOf, Template};

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

    /// Whether it can give such an answer. Every check of a sample gives a verdict, a ratio and the share of a sample of
    /// its kind; what is late is also counted, and what is late by cause, body or field under the keys of these. A check of
    /// figures answers an item that asks for one.
    pub fn fits(self, answer: &AnswerSpec) -> bool {
        match (self, answer) {
            (Self::Dossiers(_), AnswerSpec::Verdict | AnswerSpec::Ratio { .. }) => true,
            (Self::Dossiers(_), AnswerSpec::Sample { of }) => *of != SampleOf::Procedures,
            (Self::Dossiers(check), AnswerSpec::Counts { fields, .. }) => match check {
                DossierCheck::LateResolved | DossierCheck::LatePending => fields.len() == 1,
                _ => fields.iter().all(|field| check.count_keys().contains(&field.key.as_str())),
            },
            (Self::Procedures(_), AnswerSpec::Verdict | AnswerSpec::Ratio { .. }) => true,
            // Counted on site, all of them: that is no sample.
            (Self::Procedures(check), AnswerSpec::Sample { of }) => {
                *of == SampleOf::Procedures && check != PostingCheck::PostedShare
            }
            (Self::Procedures(_), AnswerSpec::Counts { .. }) => false,
            (Self::Figures(_), answer) => *answer == AnswerSpec::Audit,
            (_, AnswerSpec::Date { .. } | AnswerSpec::Means { .. } | AnswerSpec::Audit) => false,
        }
    }
}

impl Template {
    /// The item that a discrepancy stands against; none if the template asks for no such check.
    pub fn item_against(&self, found: &Discrepancy) -> Option<&Item> {
        self.item_for_figures(found.named.as_ref(), found.rule.check())
    }

    /// The item that figures answer: the one that a form or a tie names, if it is one for figures here, else the one that
    /// names the check. Forms are shared by templates, so what they name may be no item of this one.
    pub(super) fn item_for_figures(&self, named: Option<&ItemCode>, check: FigureCheck) -> Option<&Item> {
        let mut items = self.items.iter().filter(|item| item.answer == AnswerSpec::Audit);
        let named = named.and_then(|code| items.clone().find(|item| item.code == *code));
        named.or_else(|| items.find(|item| item.check == Some(ItemCheck::Figures(check))))
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
    use crate::domain::template::CountField;
    use crate::words::Localised;

    #[test]
    fn every_check_has_a_name_of_its_own_and_is_read_by_it() {
        for check in ItemCheck::all() {
            assert_eq!(ItemCheck::try_from(String::from(check)), Ok(check));
            assert_eq!(ItemCheck::all().filter(|other| other.name() == check.name()).count(), 1, "{}", check.name());
        }
        let unknown = ItemCheck::try_from("B01".to_owned()).unwrap_err();
        assert_eq!(unknown.to_string(), "unknown variant `B01`, expected the name of a check");
    }

    #[test]
    fn a_check_fits_the_answers_that_it_can_give() {
        let counts = |keys: &[&str]| AnswerSpec::Counts {
            fields: keys.iter().map(|key| CountField { key: (*key).to_owned(), label: Localised::default() }).collect(),
            threshold: None,
            sums_to: None,
        };
        let sample = |of| AnswerSpec::Sample { of };
        let fits = |name: &str, answer: AnswerSpec| ItemCheck::try_from(name.to_owned()).unwrap().fits(&answer);
        let is_of_figures = |check| matches!(check, ItemCheck::Figures(_));
        assert!(ItemCheck::all().all(|check| check.fits(&AnswerSpec::Verdict) != is_of_figures(check)));
        assert!(ItemCheck::all().all(|check| check.fits(&AnswerSpec::Audit) == is_of_figures(check)));
        assert!(
            fits("slip_issued", sample(SampleOf::Dossiers)) && fits("apology_complete", sample(SampleOf::Apologies))
        );
        assert!(
            !fits("slip_issued", sample(SampleOf::Procedures)) && !fits("content_full", sample(SampleOf::Dossiers))
        );
        assert!(
            fits("content_full", sample(SampleOf::Procedures)) && !fits("posted_share", sample(SampleOf::Procedures))
        );
        assert!(fits("late_resolved", counts(&["so_luong"])) && !fits("late_resolved", counts(&["so_luong", "khac"])));
        assert!(fits("late_by_body", counts(&["thue", "ubnd"])) && !fits("late_by_body", counts(&["thue", "dat_dai"])));
        assert!(!fits("slip_issued", counts(&["so_luong"])) && !fits("content_full", counts(&["so_luong"])));
    }
}
