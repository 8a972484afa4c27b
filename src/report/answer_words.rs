//! An answer in words, the same in tables and on the screen.

use crate::domain::answer::Answer;
use crate::domain::outcome::{Contradiction, Outcome, share};
use crate::domain::template::{AnswerSpec, DateRule, Item};
use crate::words::{Lang, Text, format};

/// A part above its whole is no share.
pub const PART_ABOVE_WHOLE: Text = Text::new("phần lớn hơn toàn bộ", "the part is above the whole");

/// What stands where a number or a date is not there yet.
const MISSING: &str = "…";

/// An answer in words: `Đạt`, `12/15 (80,00%)`, `9,7/12; 6/8`, `Không áp dụng: …`, `01/8/2023 (hạn 15/8/2023)`. What is
/// still missing shows as `…`. Numbers and dates are written the Vietnamese way in both languages.
pub fn answer_words(item: &Item, answer: &Answer, lang: Lang) -> String {
    match (answer, &item.answer) {
        (Answer::Verdict { value }, _) => value.label().get(lang).to_owned(),
        (Answer::NotApplicable { reason }, _) => {
            let label = Text::new("Không áp dụng", "Not applicable").get(lang);
            let reason = if reason.trim().is_empty() { MISSING } else { reason.trim() };
            format!("{label}: {reason}")
        }
        (Answer::Counts { values }, spec) => counts(values, spec, lang),
        (Answer::Ratio { part, whole }, spec) => {
            let may_exceed = matches!(spec, AnswerSpec::Ratio { may_exceed: true, .. });
            ratio(*part, *whole, may_exceed, lang)
        }
        (Answer::Date { on, due }, spec) => {
            let on = on.map_or_else(|| MISSING.to_owned(), format::date);
            let asks_due = matches!(spec, AnswerSpec::Date { rule: DateRule::NoLaterThanDue });
            if due.is_none() && !asks_due {
                return on;
            }
            let due = due.map_or_else(|| MISSING.to_owned(), format::date);
            format!("{on} ({} {due})", Text::new("hạn", "due").get(lang))
        }
        (Answer::Means { hundredths }, spec) => means(hundredths, spec, lang),
    }
}

fn counts(values: &[Option<u64>], spec: &AnswerSpec, lang: Lang) -> String {
    let written = |value: &Option<u64>| value.map_or_else(|| MISSING.to_owned(), format::count);
    match spec {
        AnswerSpec::Counts { fields, .. } if fields.len() > 1 => {
            let named = fields.iter().zip(values);
            let parts: Vec<String> =
                named.map(|(field, value)| format!("{}: {}", field.label.get(lang), written(value))).collect();
            parts.join("; ")
        }
        _ => values.iter().map(written).collect::<Vec<_>>().join("; "),
    }
}

fn ratio(part: Option<u64>, whole: Option<u64>, may_exceed: bool, lang: Lang) -> String {
    let written = |count: Option<u64>| count.map_or_else(|| MISSING.to_owned(), format::count);
    let counts = format!("{}/{}", written(part), written(whole));
    match part.zip(whole) {
        None => counts,
        Some((part, whole)) if whole < part && !may_exceed => format!("{counts} ({})", PART_ABOVE_WHOLE.get(lang)),
        Some((part, whole)) => match share(part, whole) {
            Some(share) => format!("{counts} ({})", format::percent(&share)),
            None => format!("{counts} ({})", Text::new("không xác định", "undefined").get(lang)),
        },
    }
}

fn means(hundredths: &[Option<u32>], spec: &AnswerSpec, lang: Lang) -> String {
    let maxima = match spec {
        AnswerSpec::Means { parts } => parts.as_slice(),
        _ => &[],
    };
    let written = hundredths.iter().enumerate().map(|(position, mean)| {
        let mean = mean.map_or_else(|| MISSING.to_owned(), format::hundredths);
        match maxima.get(position) {
            Some(part) => format!("{mean}/{}", part.maximum),
            None => mean,
        }
    });
    let written: Vec<String> = written.collect();
    match written.as_slice() {
        // A lone `6/8` would be a date to a spreadsheet.
        [one] => format!("{one} {}", Text::new("điểm", "points").get(lang)),
        _ => written.join("; "),
    }
}

/// Why an answer cannot be, in words.
pub fn contradiction_words(contradiction: &Contradiction, lang: Lang) -> String {
    match contradiction {
        Contradiction::PartAboveWhole => PART_ABOVE_WHOLE.get(lang).to_owned(),
        Contradiction::NotItsTotal { sum, total, item } => {
            let text = Text::new(
                "các số cộng lại là {sum}, khác {total} ở mục {item}",
                "the counts add up to {sum}, not to the {total} of item {item}",
            );
            let sum = u64::try_from(*sum).map_or_else(|_| sum.to_string(), format::count);
            text.get(lang)
                .replace("{sum}", &sum)
                .replace("{total}", &format::count(*total))
                .replace("{item}", item.as_str())
        }
    }
}

/// What an asked item came to, in words.
pub fn outcome_label(item: &Item, outcome: &Outcome) -> Text {
    match outcome {
        Outcome::Unanswered => Text::new("Chưa kiểm tra", "Not checked"),
        Outcome::NotApplicable => Text::new("Không áp dụng", "Not applicable"),
        Outcome::Information => Text::new("Thông tin", "Information"),
        Outcome::Contradictory(_) => {
            Text::new("Chưa đối chiếu: số liệu mâu thuẫn", "Not settled: the figures contradict each other")
        }
        Outcome::Undefined => Text::new("Không xác định", "Undefined"),
        Outcome::Scored { failed: true, .. } => Text::new("Không đạt", "Not met"),
        // Nothing says what would be enough, so neither does the table.
        Outcome::Scored { .. } if !item.answer.can_fail() => Text::new("Tính theo mức đạt", "Scored by its share"),
        Outcome::Scored { .. } => Text::new("Đạt", "Met"),
    }
}
