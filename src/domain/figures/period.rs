//! The days of a period of report from its name: "Tháng 6/2020", "Quý II/2021", "6 tháng đầu năm 2021", "Năm 2022".

use chrono::{Months, NaiveDate};

use crate::words::fold::fold;

/// The first and the last day of a period by its name; none where that does not tell. A report may count from the 15th
/// to the 14th: then its days have to be entered.
pub fn days(name: &str) -> Option<(NaiveDate, NaiveDate)> {
    let folded = fold(name);
    let year: i32 = {
        let digits: String = folded.chars().rev().take_while(char::is_ascii_digit).collect();
        let digits: String = digits.chars().rev().collect();
        (digits.len() == 4).then(|| digits.parse().ok()).flatten()?
    };
    let before = folded.get(..folded.len() - 4)?.trim_end_matches(['/', ' ']);
    let before = before.trim_end_matches("nam").trim_end();
    let months = |first: u32, count: u32| {
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
        Some((from, to))
    };
    if before.is_empty() {
        return months(1, 12);
    }
    if let Some(month) = before.strip_prefix("thang ") {
        return month.trim().parse().ok().filter(|month| (1..=12).contains(month)).and_then(|month| months(month, 1));
    }
    if let Some(quarter) = before.strip_prefix("quy ") {
        let quarter = match quarter.trim() {
            "i" | "1" => 0,
            "ii" | "2" => 1,
            "iii" | "3" => 2,
            "iv" | "4" => 3,
            _ => return None,
        };
        return months(quarter * 3 + 1, 3);
    }
    match before {
        "6 thang dau" | "6 thang" => months(1, 6),
        "6 thang cuoi" => months(7, 6),
        "9 thang" | "9 thang dau" => months(1, 9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_follow_from_the_name() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        for (name, from, to) in [
            ("Tháng 6/2020", day(2020, 6, 1), day(2020, 6, 30)),
            ("tháng 02 năm 2024", day(2024, 2, 1), day(2024, 2, 29)),
            ("Quý II/2021", day(2021, 4, 1), day(2021, 6, 30)),
            ("Quý 4/2021", day(2021, 10, 1), day(2021, 12, 31)),
            ("Năm 2022", day(2022, 1, 1), day(2022, 12, 31)),
            ("2022", day(2022, 1, 1), day(2022, 12, 31)),
            ("6 tháng đầu năm 2021", day(2021, 1, 1), day(2021, 6, 30)),
        ] {
            assert_eq!(days(name), Some((from, to)), "{name}");
        }
        for name in ["", "Quý V/2021", "Tháng 13/2020", "kỳ trước", "đợt 2 năm 2021", "Năm 22"] {
            assert_eq!(days(name), None, "{name}");
        }
    }
}
