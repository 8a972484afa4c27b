//! Fills the counts of an answer into a sentence of the template: `{part}`, `{whole}`, `{percent}`, `{value}`, `{due}`.

use crate::words::format;

use super::answer::Answer;
use super::outcome::share;
use super::template::{AnswerSpec, Item};

/// The placeholders that a finding's sentence may carry.
pub const PLACEHOLDERS: [&str; 5] = ["{part}", "{whole}", "{percent}", "{value}", "{due}"];

/// The sentence with the answer's figures in it, written the Vietnamese way. A figure that is not there becomes "…".
pub fn fill(sentence: &str, item: &Item, answer: Option<&Answer>) -> String {
    if !sentence.contains('{') {
        return sentence.to_owned();
    }
    let [part, whole, percent, value, due] =
        figures(item, answer).map(|figure| figure.unwrap_or_else(|| "…".to_owned()));
    sentence
        .replace("{part}", &part)
        .replace("{whole}", &whole)
        .replace("{percent}", &percent)
        .replace("{value}", &value)
        .replace("{due}", &due)
}

fn figures(item: &Item, answer: Option<&Answer>) -> [Option<String>; 5] {
    match (answer, &item.answer) {
        (Some(Answer::Ratio { part, whole }), _) => {
            let percent = part.zip(*whole).and_then(|(part, whole)| share(part, whole));
            [
                part.map(format::count),
                whole.map(format::count),
                percent.map(|share| format::percent(&share)),
                None,
                None,
            ]
        }
        (Some(Answer::Counts { values }), AnswerSpec::Counts { fields, threshold }) => {
            let key = threshold.as_ref().map(|threshold| &threshold.field);
            let position = key.and_then(|key| fields.iter().position(|field| field.key == *key)).unwrap_or(0);
            let value = values.get(position).copied().flatten();
            [None, None, None, value.map(format::count), None]
        }
        (Some(Answer::Date { on, due }), _) => [None, None, None, on.map(format::date), due.map(format::date)],
        _ => [const { None }; 5],
    }
}
