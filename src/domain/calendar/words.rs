//! Terms and clock stops in words.

use crate::words::catalogue::calendar as label;
use crate::words::format::{date, time};
use crate::words::{Lang, Text};

use super::{ClockStop, Term};

impl Term {
    /// Its unit in words.
    pub fn unit(self) -> Text {
        match self {
            Self::WorkingDays(_) => label::WORKING_DAYS,
            Self::CalendarDays(_) => label::CALENDAR_DAYS,
            Self::WorkingHours(_) => label::WORKING_HOURS,
            Self::Months(_) => label::MONTHS,
            Self::SameDay { .. } => label::SAME_DAY,
        }
    }

    /// The term in words: "5 ngày làm việc"; "trong ngày (nhận sau 15:00 thì trả ngày làm việc sau)".
    pub fn words(self, lang: Lang) -> String {
        let counted = |length: u32, vi: &str, one: &str, more: &str| match (lang, length) {
            (Lang::Vi, length) => format!("{length} {vi}"),
            (Lang::En, 1) => format!("1 {one}"),
            (Lang::En, length) => format!("{length} {more}"),
        };
        match (self, lang) {
            (Self::WorkingDays(length), _) => counted(length.get(), "ngày làm việc", "working day", "working days"),
            (Self::CalendarDays(length), _) => counted(length.get(), "ngày", "day", "days"),
            (Self::WorkingHours(length), _) => counted(length.get(), "giờ làm việc", "working hour", "working hours"),
            (Self::Months(length), _) => counted(length.get(), "tháng", "month", "months"),
            (Self::SameDay { cut_off: None }, Lang::Vi) => "trong ngày".to_owned(),
            (Self::SameDay { cut_off: None }, Lang::En) => "same day".to_owned(),
            (Self::SameDay { cut_off: Some(hour) }, Lang::Vi) => {
                format!("trong ngày (nhận sau {} thì trả ngày làm việc sau)", time(hour))
            }
            (Self::SameDay { cut_off: Some(hour) }, Lang::En) => {
                format!("same day (after {}: the next working day)", time(hour))
            }
        }
    }
}

impl ClockStop {
    /// The stop in words: "01/8/2023–04/8/2023 (bổ sung hồ sơ)"; "từ 01/8/2023" while it is open.
    pub fn words(&self, lang: Lang) -> String {
        let days = match (self.to, lang) {
            (Some(to), _) => format!("{}–{}", date(self.from), date(to)),
            (None, Lang::Vi) => format!("từ {}", date(self.from)),
            (None, Lang::En) => format!("since {}", date(self.from)),
        };
        match self.why.trim() {
            "" => days,
            why => format!("{days} ({why})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use crate::domain::calendar::fixture::date;

    use super::*;

    #[test]
    fn a_term_says_its_length_and_unit() {
        let cut_off = NaiveTime::from_hms_opt(15, 0, 0);
        for (term, vi, en) in [
            (Term::working_days(5).unwrap(), "5 ngày làm việc", "5 working days"),
            (Term::working_days(1).unwrap(), "1 ngày làm việc", "1 working day"),
            (Term::calendar_days(30).unwrap(), "30 ngày", "30 days"),
            (Term::working_hours(8).unwrap(), "8 giờ làm việc", "8 working hours"),
            (Term::months(3).unwrap(), "3 tháng", "3 months"),
            (Term::SameDay { cut_off: None }, "trong ngày", "same day"),
            (
                Term::SameDay { cut_off },
                "trong ngày (nhận sau 15:00 thì trả ngày làm việc sau)",
                "same day (after 15:00: the next working day)",
            ),
        ] {
            assert_eq!((term.words(Lang::Vi).as_str(), term.words(Lang::En).as_str()), (vi, en));
        }
    }

    #[test]
    fn a_stop_says_its_days_and_its_reason() {
        let closed =
            ClockStop { from: date("1/8/2023"), to: Some(date("4/8/2023")), why: " bổ sung hồ sơ ".to_owned() };
        assert_eq!(closed.words(Lang::Vi), "01/8/2023–04/8/2023 (bổ sung hồ sơ)");
        let open = ClockStop { to: None, why: String::new(), ..closed };
        assert_eq!(open.words(Lang::Vi), "từ 01/8/2023");
        assert_eq!(open.words(Lang::En), "since 01/8/2023");
    }
}
