use proptest::prelude::*;

use super::*;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_day_is_read_in_every_common_form() {
    for text in [
        "12/5/2023",
        "12-05-2023",
        "12.5.2023",
        " 12 / 5 / 2023 ",
        "2023-05-12",
        "2023/5/12",
        "ngày 12 tháng 5 năm 2023",
        "Thứ Sáu, 12/5/2023",
        "12/5/2023\u{200b}",
    ] {
        assert_eq!(day(text), Ok(on(2023, 5, 12)), "{text}");
    }
}

#[test]
fn what_is_no_day_says_why() {
    for (text, why) in [
        ("31/02/2024", DateError::NoSuchDay),
        ("0/5/2023", DateError::NoSuchDay),
        ("2024-13-01", DateError::NoSuchMonth),
        ("5/13/2024", DateError::NoSuchMonth),
        ("12/7/23", DateError::TwoDigitYear),
        ("12/5/1899", DateError::Implausible),
        ("12/5/2200", DateError::Implausible),
        ("12/5/20233", DateError::NotADate),
        ("12/5", DateError::NotADate),
        ("12/5/2023/1", DateError::NotADate),
        ("12/5/2023 8:30", DateError::NotADate),
        ("12/5-2023", DateError::NotADate),
        ("-1/5/2023", DateError::NotADate),
        ("", DateError::NotADate),
    ] {
        assert_eq!(day(text), Err(why), "{text}");
    }
}

proptest! {
    #[test]
    fn every_day_that_can_be_meant_is_read_back(days in 0..109_572_i64) {
        let date = on(FIRST_YEAR, 1, 1) + chrono::TimeDelta::days(days);
        prop_assert_eq!(day(&crate::words::format::date(date)), Ok(date));
        prop_assert_eq!(day(&date.to_string()), Ok(date));
        prop_assert!(is_plausible(date));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), dates in "[0-9/. :hđ-]{0,16}") {
        for text in [text, dates] {
            let tokens = tokens(&text);
            let _ = (day(&text), Cursor::new(&tokens).time());
        }
    }
}
