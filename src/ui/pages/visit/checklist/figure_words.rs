//! What the figures of an answer come to, in one line: the percentage or the day in words, whether it is met, and what looks wrong.

use crate::domain::answer::Answer;
use crate::domain::outcome::{Contradiction, Outcome, share};
use crate::domain::template::Item;
use crate::report::answer_words::{contradiction_words, outcome_label};
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

/// The line; empty for an answer that is not in figures.
pub(super) fn result_words(item: &Item, answer: Option<&Answer>, outcome: &Outcome, lang: Lang) -> String {
    let percent = match (answer, outcome) {
        // No percentage of what cannot be a part.
        (_, Outcome::Contradictory(_)) => None,
        (Some(Answer::Ratio { part: Some(part), whole: Some(whole) }), _) => share(*part, *whole),
        (Some(Answer::Means { .. }), Outcome::Scored { share, .. }) => Some(share.clone()),
        _ => None,
    };
    // A date field follows the device's own language; the words leave no doubt about day and month.
    let day = match answer {
        Some(Answer::Date { on, .. }) => on.map(format::long_date),
        _ => None,
    };
    let is_in_figures = !matches!(answer, None | Some(Answer::Verdict { .. } | Answer::NotApplicable { .. }));
    let verdict = matches!(outcome, Outcome::Scored { .. } if is_in_figures && item.answer.can_fail())
        .then(|| outcome_label(item, outcome).get(lang).to_owned());
    let warning = match (answer, outcome) {
        (_, Outcome::Contradictory(Contradiction::PartAboveWhole)) => {
            Some(words::PART_ABOVE_WHOLE.get(lang).to_owned())
        }
        (_, Outcome::Contradictory(found)) => {
            Some(words::NOT_SETTLED.get(lang).replace("{why}", &contradiction_words(found, lang)))
        }
        (Some(Answer::Ratio { whole: Some(0), .. }), _) => Some(words::WHOLE_IS_ZERO.get(lang).to_owned()),
        _ => None,
    };
    let parts = [day, percent.map(|share| format::percent(&share)), verdict, warning];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::{code, day, template};
    use crate::domain::outcome::outcome;
    use crate::domain::supervision::Level;

    use super::*;

    fn check(item: &str, answer: &Answer, expected: &str) {
        let template = template();
        let item = template.item(&code(item)).unwrap();
        let outcome = outcome(item, Some(answer), Level::Commune, day(2023, 5, 10));
        assert_eq!(result_words(item, Some(answer), &outcome, Lang::Vi), expected);
    }

    #[test]
    fn a_ratio_shows_its_percentage_and_whether_it_is_met() {
        check("A02", &Answer::Ratio { part: Some(118), whole: Some(136) }, "86,76% – Không đạt");
        check("A03", &Answer::Ratio { part: Some(4), whole: Some(5) }, "80,00%");
        check("A03", &Answer::Ratio { part: Some(4), whole: None }, "");
    }

    #[test]
    fn a_ratio_that_cannot_be_says_so() {
        let words = words::PART_ABOVE_WHOLE.get(Lang::Vi);
        check("A03", &Answer::Ratio { part: Some(6), whole: Some(5) }, words);
        check("A02", &Answer::Ratio { part: Some(5), whole: Some(4) }, words);
        check("A03", &Answer::Ratio { part: Some(0), whole: Some(0) }, words::WHOLE_IS_ZERO.get(Lang::Vi));
    }

    #[test]
    fn a_date_is_written_out() {
        let on = Some(day(2023, 3, 1));
        check("B04", &Answer::Date { on, due: None }, "ngày 01 tháng 3 năm 2023 – Đạt");
        check("B05", &Answer::Date { on, due: None }, "ngày 01 tháng 3 năm 2023");
    }

    #[test]
    fn what_was_judged_by_hand_has_no_figures() {
        let value = crate::domain::answer::Verdict::Met;
        check("A01", &Answer::Verdict { value }, "");
    }
}
