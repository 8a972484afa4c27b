//! What the figures of an answer come to, in one line: the percentage, whether it is met, and what looks wrong.

use crate::domain::answer::Answer;
use crate::domain::outcome::{Outcome, share};
use crate::domain::template::Item;
use crate::report::answer_words::outcome_label;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

/// The line; empty while the answer is not complete, or is not in figures.
pub(super) fn result_words(item: &Item, answer: Option<&Answer>, outcome: &Outcome, lang: Lang) -> String {
    let percent = match (answer, outcome) {
        (Some(Answer::Ratio { part: Some(part), whole: Some(whole) }), _) => share(*part, *whole),
        (Some(Answer::Means { .. }), Outcome::Scored { share, .. }) => Some(share.clone()),
        _ => None,
    };
    let is_in_figures = !matches!(answer, None | Some(Answer::Verdict { .. } | Answer::NotApplicable { .. }));
    let verdict = matches!(outcome, Outcome::Scored { .. } if is_in_figures && item.answer.can_fail())
        .then(|| outcome_label(item, outcome).get(lang).to_owned());
    let warning = match answer {
        Some(Answer::Ratio { whole: Some(0), .. }) => Some(words::WHOLE_IS_ZERO),
        Some(Answer::Ratio { part: Some(part), whole: Some(whole) }) if whole < part => Some(words::PART_ABOVE_WHOLE),
        _ => None,
    };
    let parts = [percent.map(|share| format::percent(&share)), verdict, warning.map(|text| text.get(lang).to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
