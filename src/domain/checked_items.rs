//! Which items of a template a check answers, and which answers it can give.

use super::check::{DossierCheck, FigureCheck, ItemCheck, PostingCheck};
use super::figures::audit::Discrepancy;
use super::id::ItemCode;
use super::template::{AnswerSpec, Item, SampleOf, Template};

impl ItemCheck {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::CountField;
    use crate::words::Localised;

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
