//! The days off of a year that is not announced, by rule.
//!
//! What no law fixes is chosen as follows, and may be announced otherwise: Tết is the last day of the old year and the
//! four days from mùng 1 (as in 2019 and 2026; other years had two days before and three from mùng 1); the second day
//! of Quốc khánh is 03/9 when 02/9 is a Monday, Thursday or Sunday, else 01/9 (as announced in 2021 to 2027). No day
//! is swapped.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{CalendarDay, Certainty, DayKind, is_weekend, lunar};

/// The days off that the law gives in a year, in lieu included, by date; empty outside
/// [`FIRST_YEAR`](super::FIRST_YEAR) to [`LAST_YEAR`](super::LAST_YEAR).
///
/// Điều 115 Bộ luật Lao động 2012 through 2020, Điều 112 Bộ luật Lao động 2019 from 2021 (Quốc khánh two days), and
/// Nghị quyết 28/2026/QH16 from 2026 (Ngày Văn hóa Việt Nam).
pub fn expected_days(year: i32) -> Vec<CalendarDay> {
    let mut days = BTreeMap::new();
    for day in holidays(year) {
        days.entry(day.date).or_insert(day);
    }
    let on_weekends: Vec<CalendarDay> = days.values().filter(|day| is_weekend(day.date)).cloned().collect();
    for day in on_weekends {
        let free = day.date.iter_days().find(|date| !is_weekend(*date) && !days.contains_key(date));
        if let Some(date) = free {
            let basis = if year < 2021 { CODE_2012 } else { "khoản 3 Điều 111 Bộ luật Lao động 2019" };
            let name = format!("Nghỉ bù {}", day.name);
            let certainty = Certainty::Computed;
            days.insert(date, CalendarDay { date, kind: DayKind::InLieu, name, basis: basis.to_owned(), certainty });
        }
    }
    days.into_values().collect()
}

const CODE_2012: &str = "Điều 115 Bộ luật Lao động 2012";
const CODE_2019: &str = "Điều 112 Bộ luật Lao động 2019";

/// The holidays themselves, on whatever weekday.
fn holidays(year: i32) -> Vec<CalendarDay> {
    let (Some(new_year), Some(hung_kings)) = (lunar::new_year(year), lunar::hung_kings_day(year)) else {
        return Vec::new();
    };
    let code = if year < 2021 { CODE_2012 } else { CODE_2019 };
    let solar = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let by_law = |date, name| off(date, DayKind::Holiday, name, code, Certainty::Law);
    let mut found = vec![
        by_law(solar(1, 1), "Tết Dương lịch"),
        off(new_year.pred_opt(), DayKind::Tet, "Tết Nguyên đán: 1 ngày trước mùng 1", code, Certainty::Computed),
        off(Some(hung_kings), DayKind::Holiday, "Giỗ Tổ Hùng Vương (10/3 âm lịch)", code, Certainty::Computed),
        by_law(solar(4, 30), "Ngày Chiến thắng"),
        by_law(solar(5, 1), "Ngày Quốc tế Lao động"),
        by_law(solar(9, 2), "Quốc khánh"),
    ];
    for past in 0..4 {
        let name = format!("Tết Nguyên đán: mùng {} tháng Giêng", past + 1);
        found.push(off(new_year.checked_add_days(Days::new(past)), DayKind::Tet, &name, code, Certainty::Computed));
    }
    if year >= 2021 {
        let neighbour = match solar(9, 2).map(|date| date.weekday()) {
            Some(Weekday::Mon | Weekday::Thu | Weekday::Sun) => solar(9, 3),
            _ => solar(9, 1),
        };
        found.push(off(neighbour, DayKind::Holiday, "Quốc khánh (ngày liền kề)", code, Certainty::Computed));
    }
    if year >= 2026 {
        let resolution = "Nghị quyết 28/2026/QH16 (hiệu lực 01/7/2026)";
        found.push(off(solar(11, 24), DayKind::Holiday, "Ngày Văn hóa Việt Nam", resolution, Certainty::Law));
    }
    found.into_iter().flatten().collect()
}

fn off(date: Option<NaiveDate>, kind: DayKind, name: &str, basis: &str, certainty: Certainty) -> Option<CalendarDay> {
    Some(CalendarDay { date: date?, kind, name: name.to_owned(), basis: basis.to_owned(), certainty })
}
