//! The fields of an answer in figures: counts, ratios, dates and means.

use crate::domain::answer::{Answer, MAX_COUNT};
use crate::domain::supervision::Level;
use crate::domain::template::{AnswerSpec, DateRule, Item, Target};
use crate::ui::components::date_field::TypedDate;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format, parse};

/// What is typed into one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// A whole number.
    Count,
    /// A mean up to this maximum.
    Mean(u32),
    /// A day.
    Date,
}

/// What a field says. Equal values read alike, however they were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A whole number, or hundredths of a point.
    Number(u64),
    /// A day.
    Day(chrono::NaiveDate),
}

impl Figure {
    /// The fields of an item, in order.
    pub(super) fn all(spec: &AnswerSpec) -> Vec<Self> {
        match spec {
            AnswerSpec::Counts { fields, .. } => vec![Self::Count; fields.len()],
            AnswerSpec::Ratio { .. } => vec![Self::Count; 2],
            AnswerSpec::Date { rule: DateRule::NoLaterThanDue } => vec![Self::Date; 2],
            AnswerSpec::Date { .. } => vec![Self::Date],
            AnswerSpec::Means { parts } => parts.iter().map(|part| Self::Mean(part.maximum)).collect(),
            AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => Vec::new(),
        }
    }

    /// What was typed, or why it is not taken.
    pub(super) fn read(self, typed: &str, lang: Lang) -> Result<Option<Value>, String> {
        match self {
            Self::Count => parse::count(typed, MAX_COUNT)
                .map(|count| count.map(Value::Number))
                .map_err(|error| error.reason(&format::count(MAX_COUNT), lang)),
            Self::Mean(maximum) => parse::mean(typed, maximum * 100)
                .map(|mean| mean.map(|mean| Value::Number(mean.into())))
                .map_err(|error| error.reason(&maximum.to_string(), lang)),
            Self::Date => match TypedDate::read(typed) {
                TypedDate::Blank => Ok(None),
                TypedDate::Day(day) => Ok(Some(Value::Day(day))),
                TypedDate::Broken => Err(words::DATE_NOT_TAKEN.get(lang).to_owned()),
            },
        }
    }

    /// A value in words.
    pub(super) fn words(self, value: Value) -> String {
        match value {
            Value::Day(day) => format::date(day),
            Value::Number(_) => self.write(value),
        }
    }

    /// A value as the field shows it.
    pub(super) fn write(self, value: Value) -> String {
        match (self, value) {
            (Self::Mean(_), Value::Number(hundredths)) => {
                u32::try_from(hundredths).map(format::hundredths).unwrap_or_default()
            }
            (_, Value::Number(count)) => format::count(count),
            // As date fields of a browser take it, ISO 8601.
            (_, Value::Day(day)) => day.to_string(),
        }
    }
}

/// The answer that the fields of an item make together; none if all are blank.
pub(super) fn answer_of(spec: &AnswerSpec, values: &[Option<Value>]) -> Option<Answer> {
    if values.iter().all(Option::is_none) {
        return None;
    }
    let number = |value: &Option<Value>| match value {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    };
    let day = |position: usize| match values.get(position) {
        Some(Some(Value::Day(day))) => Some(*day),
        _ => None,
    };
    match spec {
        AnswerSpec::Counts { .. } => Some(Answer::Counts { values: values.iter().map(number).collect() }),
        AnswerSpec::Ratio { .. } => {
            Some(Answer::Ratio { part: values.first().and_then(number), whole: values.get(1).and_then(number) })
        }
        AnswerSpec::Date { .. } => Some(Answer::Date { on: day(0), due: day(1) }),
        AnswerSpec::Means { .. } => {
            let hundredths = values.iter().map(|value| number(value).and_then(|number| u32::try_from(number).ok()));
            Some(Answer::Means { hundredths: hundredths.collect() })
        }
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => None,
    }
}

/// What the fields of an item show for an answer, in order; nothing for an answer that is not in figures.
pub(super) fn values_of(answer: Option<&Answer>) -> Vec<Option<Value>> {
    let day = |day: &Option<chrono::NaiveDate>| day.map(Value::Day);
    match answer {
        Some(Answer::Counts { values }) => values.iter().map(|value| value.map(Value::Number)).collect(),
        Some(Answer::Ratio { part, whole }) => vec![part.map(Value::Number), whole.map(Value::Number)],
        Some(Answer::Date { on, due }) => vec![day(on), day(due)],
        Some(Answer::Means { hundredths }) => {
            hundredths.iter().map(|mean| mean.map(|mean| Value::Number(mean.into()))).collect()
        }
        Some(Answer::Verdict { .. } | Answer::NotApplicable { .. }) | None => Vec::new(),
    }
}

/// The labels of the fields, in order.
pub(super) fn labels(spec: &AnswerSpec, lang: Lang) -> Vec<String> {
    match spec {
        AnswerSpec::Counts { fields, .. } => fields.iter().map(|field| field.label.get(lang).to_owned()).collect(),
        AnswerSpec::Ratio { part, whole, .. } => vec![part.get(lang).to_owned(), whole.get(lang).to_owned()],
        AnswerSpec::Date { rule: DateRule::NoLaterThanDue } => {
            vec![words::DATE_DONE.get(lang).to_owned(), words::DATE_DUE.get(lang).to_owned()]
        }
        AnswerSpec::Date { .. } => vec![words::DATE.get(lang).to_owned()],
        AnswerSpec::Means { parts } => {
            let out_of = |maximum: u32| words::OUT_OF.get(lang).replace("{maximum}", &maximum.to_string());
            parts.iter().map(|part| format!("{} ({})", part.label.get(lang), out_of(part.maximum))).collect()
        }
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => Vec::new(),
    }
}

/// When an answer in figures is met, in one sentence.
pub(super) fn rule(item: &Item, level: Level, lang: Lang) -> Option<String> {
    Some(match &item.answer {
        AnswerSpec::Counts { threshold: None, .. } => words::INFORMATION.get(lang).to_owned(),
        AnswerSpec::Counts { threshold: Some(threshold), .. } => match (threshold.at_most, threshold.at_least) {
            (Some(most), _) => words::AT_MOST.get(lang).replace("{limit}", &format::count(most)),
            (None, Some(least)) => words::AT_LEAST.get(lang).replace("{limit}", &format::count(least)),
            (None, None) => return None,
        },
        AnswerSpec::Ratio { target, .. } => match target.as_ref().and_then(|target: &Target| target.percent_for(level))
        {
            Some(percent) => words::TARGET.get(lang).replace("{percent}", &percent.to_string()),
            None => words::NO_TARGET.get(lang).to_owned(),
        },
        AnswerSpec::Date { rule: DateRule::WithinMonthsBeforeVisit { months } } => {
            words::WITHIN_MONTHS.get(lang).replace("{months}", &months.to_string())
        }
        AnswerSpec::Date { rule: DateRule::NoLaterThanDue } => words::BY_DUE.get(lang).to_owned(),
        AnswerSpec::Means { .. } => words::MEANS_RULE.get(lang).to_owned(),
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_field_writes_it_reads_back() {
        for (figure, typed, value) in [
            (Figure::Count, "1.716", Value::Number(1_716)),
            (Figure::Mean(12), "9,7", Value::Number(970)),
            (Figure::Date, "2023-08-01", Value::Day(chrono::NaiveDate::from_ymd_opt(2023, 8, 1).unwrap())),
        ] {
            assert_eq!(figure.read(typed, Lang::Vi), Ok(Some(value)));
            assert_eq!(figure.write(value), typed);
        }
    }

    #[test]
    fn blank_fields_are_no_answer() {
        let spec = AnswerSpec::Date { rule: DateRule::NoLaterThanDue };
        assert_eq!(answer_of(&spec, &[None, None]), None);
        let due = chrono::NaiveDate::from_ymd_opt(2023, 8, 15).map(Value::Day);
        let answer = answer_of(&spec, &[None, due]);
        assert_eq!(values_of(answer.as_ref()), vec![None, due]);
    }

    #[test]
    fn a_wrong_figure_says_why() {
        assert_eq!(Figure::Mean(12).read("12,5", Lang::Vi), Err("Không lớn hơn 12.".to_owned()));
        assert!(Figure::Date.read("20233-01-01", Lang::Vi).is_err());
    }
}
