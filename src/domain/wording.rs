//! Fills the counts of an answer into a sentence of the template: `{part}`, `{whole}`, `{percent}`, `{value}`, `{due}`.

use crate::words::format;

use super::answer::Answer;
use super::evidence::{Sampled, Shown, Standing};
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

/// The sentence of a finding with the base that it rests on, where a sample speaks of its item: what six dossiers show
/// is not what a unit's whole period shows.
pub fn on_its_base(sentence: String, standing: Standing<'_>) -> String {
    let base = match standing {
        Standing::Open | Standing::ByHand(_) | Standing::Awaited(_) | Standing::Overruled(..) => return sentence,
        Standing::Reported(..) => Some("theo số liệu đơn vị báo cáo".to_owned()),
        Standing::Shown(shown) | Standing::Unreasoned(shown) => base(shown),
    };
    let Some(base) = base else { return sentence };
    let (words, end) = match sentence.strip_suffix('.') {
        Some(words) => (words, "."),
        None => (sentence.as_str(), ""),
    };
    if words.ends_with(')') { format!("{words}, {base}{end}") } else { format!("{words} ({base}){end}") }
}

/// What a sample's share is of, within a Vietnamese sentence: "trong 06 hồ sơ mẫu"; none of checks, which are of all
/// that was reported.
pub fn base(shown: &Shown) -> Option<String> {
    let size = format::count_in_prose(shown.size as u64);
    match shown.of {
        Sampled::Dossiers => Some(format!("trong {size} hồ sơ mẫu")),
        Sampled::Procedures => Some(format!("trong {size} thủ tục mẫu")),
        Sampled::Posted => Some("theo số đếm tại nơi niêm yết".to_owned()),
        Sampled::Checks => None,
    }
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
        (Some(Answer::Counts { values }), AnswerSpec::Counts { fields, threshold, .. }) => {
            let key = threshold.as_ref().map(|threshold| &threshold.field);
            let position = key.and_then(|key| fields.iter().position(|field| field.key == *key)).unwrap_or(0);
            let value = values.get(position).copied().flatten();
            [None, None, None, value.map(format::count), None]
        }
        (Some(Answer::Date { on, due }), _) => [None, None, None, on.map(format::date), due.map(format::date)],
        _ => [const { None }; 5],
    }
}
