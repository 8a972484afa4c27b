//! The mandate of a supervision in words: its resolution and its period.

use crate::domain::supervision::{Period, Resolution, Supervision};
use crate::words::Lang;
use crate::words::catalogue::library as words;
use crate::words::format::date;

/// The topic, or that there is none yet.
pub fn topic_words(supervision: &Supervision, lang: Lang) -> String {
    match supervision.topic.trim() {
        "" => words::NO_TOPIC.get(lang).to_owned(),
        topic => topic.to_owned(),
    }
}

/// The resolution by number and date; none while it has no number.
pub fn resolution_words(resolution: &Resolution, lang: Lang) -> Option<String> {
    let number = resolution.number.trim();
    if number.is_empty() {
        return None;
    }
    Some(match resolution.date {
        Some(day) => words::RESOLUTION_DATED.get(lang).replace("{number}", number).replace("{date}", &date(day)),
        None => words::RESOLUTION_NUMBERED.get(lang).replace("{number}", number),
    })
}

/// The period; none while it has no day.
pub fn period_words(period: Period, lang: Lang) -> Option<String> {
    match (period.from.map(date), period.to.map(date)) {
        (Some(from), Some(to)) => Some(words::PERIOD_BOTH.get(lang).replace("{from}", &from).replace("{to}", &to)),
        (Some(from), None) => Some(words::PERIOD_FROM.get(lang).replace("{from}", &from)),
        (None, Some(to)) => Some(words::PERIOD_TO.get(lang).replace("{to}", &to)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_mandate_reads_as_documents_write_it() {
        let resolution = Resolution { number: "142/NQ-HĐND".to_owned(), date: NaiveDate::from_ymd_opt(2022, 12, 20) };
        assert_eq!(
            resolution_words(&resolution, Lang::Vi).as_deref(),
            Some("Nghị quyết số 142/NQ-HĐND ngày 20/12/2022")
        );
        let period = Period { from: NaiveDate::from_ymd_opt(2021, 1, 1), to: NaiveDate::from_ymd_opt(2022, 12, 31) };
        assert_eq!(period_words(period, Lang::Vi).as_deref(), Some("từ 01/01/2021 đến 31/12/2022"));
    }

    #[test]
    fn what_was_left_empty_is_left_out() {
        assert_eq!(resolution_words(&Resolution::default(), Lang::Vi), None);
        assert_eq!(period_words(Period::default(), Lang::Vi), None);
    }
}
