//! What an answer in figures had to reach: without it nobody can follow the share.

use crate::domain::supervision::Level;
use crate::domain::template::{AnswerSpec, DateRule, Item};
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

/// The rule of an item; none where the answer is judged by hand.
pub(super) fn asked_for(item: &Item, level: Level, lang: Lang) -> Option<String> {
    match &item.answer {
        AnswerSpec::Counts { threshold, .. } => {
            let threshold = threshold.as_ref()?;
            let at_most = threshold.at_most.map(|limit| (words::AT_MOST, limit));
            let (text, limit) = at_most.or(threshold.at_least.map(|limit| (words::AT_LEAST, limit)))?;
            Some(text.get(lang).replace("{limit}", &format::count(limit)))
        }
        AnswerSpec::Ratio { target, .. } => match target.as_ref().and_then(|target| target.percent_for(level)) {
            Some(percent) => Some(words::TARGET.get(lang).replace("{percent}", &percent.to_string())),
            None => Some(words::NO_TARGET.get(lang).to_owned()),
        },
        AnswerSpec::Date { rule: DateRule::WithinMonthsBeforeVisit { months } } => {
            Some(words::WITHIN_MONTHS.get(lang).replace("{months}", &months.to_string()))
        }
        AnswerSpec::Date { .. } => Some(words::BY_DUE.get(lang).to_owned()),
        AnswerSpec::Means { .. } => Some(words::MEANS_RULE.get(lang).to_owned()),
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => None,
    }
}
