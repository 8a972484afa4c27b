use proptest::prelude::*;

use super::*;

fn ratio(part: i64, whole: i64) -> BigRational {
    BigRational::new(BigInt::from(part), BigInt::from(whole))
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn counts_are_grouped_by_dots() {
    for (number, written) in [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1_000, "1.000"),
        (12_345, "12.345"),
        (164_744, "164.744"),
        (1_234_567, "1.234.567"),
        (u64::MAX, "18.446.744.073.709.551.615"),
    ] {
        assert_eq!(count(number), written);
    }
}

#[test]
fn decimals_are_rounded_half_up() {
    for (value, decimals, written) in [
        (ratio(83, 10), 1, "8,3"),
        (ratio(1, 8), 2, "0,13"),
        (ratio(1249, 10_000), 2, "0,12"),
        (ratio(-1, 8), 2, "-0,13"),
        (ratio(-1, 1000), 2, "0,00"),
        (ratio(5, 2), 0, "3"),
        (ratio(0, 1), 0, "0"),
        (ratio(0, 1), 2, "0,00"),
        (ratio(19_999, 1000), 1, "20,0"),
        (ratio(1_234_567, 2), 1, "617.283,5"),
        (ratio(1, 20), 1, "0,1"),
    ] {
        assert_eq!(decimal(&value, decimals), written);
    }
    assert_eq!(plain_decimal(&ratio(1_234_567, 2), 1, ','), "617283,5");
    assert_eq!(plain_decimal(&ratio(-1_234_567, 2), 2, '.'), "-617283.50");
    assert_eq!(plain_decimal(&ratio(5, 2), 0, '.'), "3");
}

#[test]
fn percentages_keep_two_decimals_but_for_a_whole_hundred() {
    for (part, whole, written) in [
        (0, 1, "0,00%"),
        (47, 500, "9,40%"),
        (36_193, 68_327, "52,97%"),
        (77_021, 77_390, "99,52%"),
        (99_994, 100_000, "99,99%"),
        (99_995, 100_000, "100,00%"),
        (99_996, 100_000, "100,00%"),
        (1, 1, "100%"),
        (12, 10, "120,00%"),
        (1, 3, "33,33%"),
        (2, 3, "66,67%"),
        (1, 20_000, "0,01%"),
    ] {
        assert_eq!(percent(&ratio(part, whole)), written, "{part}/{whole}");
    }
}

#[test]
fn scores_keep_one_decimal_but_for_a_whole_hundred() {
    for (part, whole, written) in
        [(7, 8, "87,5"), (1, 1, "100"), (0, 1, "0,0"), (9_995, 10_000, "100,0"), (2, 3, "66,7")]
    {
        assert_eq!(score(&ratio(part, whole)), written);
    }
}

#[test]
fn a_meter_is_full_or_empty_only_at_the_ends() {
    for (part, whole, percent) in
        [(0, 1, 0), (1, 1000, 1), (1, 2, 50), (999, 1000, 99), (1, 1, 100), (3, 1, 100), (-1, 2, 0)]
    {
        assert_eq!(meter_percent(&ratio(part, whole)), percent, "{part}/{whole}");
    }
}

#[test]
fn a_part_of_a_count_is_metered_as_its_share_is() {
    for whole in 1..=200_usize {
        for part in 0..=whole + 1 {
            let share = ratio(i64::try_from(part).unwrap(), i64::try_from(whole).unwrap());
            assert_eq!(part_percent(part, whole), meter_percent(&share), "{part}/{whole}");
        }
    }
    assert_eq!(part_percent(3, 0), 0);
    assert_eq!(part_percent(usize::MAX - 1, usize::MAX), 99);
}

#[test]
fn means_show_no_more_decimals_than_they_have() {
    for (value, written) in
        [(0, "0"), (600, "6"), (970, "9,7"), (825, "8,25"), (5, "0,05"), (1, "0,01"), (50, "0,5"), (123_456, "1234,56")]
    {
        assert_eq!(hundredths(value), written);
    }
}

#[test]
fn dates_pad_days_below_ten_and_the_first_two_months() {
    for (date_of, short, long) in [
        (day(2018, 1, 31), "31/01/2018", "ngày 31 tháng 01 năm 2018"),
        (day(2022, 2, 1), "01/02/2022", "ngày 01 tháng 02 năm 2022"),
        (day(2018, 3, 9), "09/3/2018", "ngày 09 tháng 3 năm 2018"),
        (day(2018, 4, 2), "02/4/2018", "ngày 02 tháng 4 năm 2018"),
        (day(2023, 7, 12), "12/7/2023", "ngày 12 tháng 7 năm 2023"),
        (day(2026, 12, 31), "31/12/2026", "ngày 31 tháng 12 năm 2026"),
        (day(2024, 2, 29), "29/02/2024", "ngày 29 tháng 02 năm 2024"),
    ] {
        assert_eq!(date(date_of), short);
        assert_eq!(long_date(date_of), long);
    }
}

proptest! {
    #[test]
    fn rounding_is_never_off_by_more_than_half(part in -1_000_000_i64..1_000_000, whole in 1_i64..100_000) {
        let value = ratio(part, whole);
        let written = plain_decimal(&value, 2, '.').replace('.', "");
        let read = ratio(written.parse().unwrap(), 100);
        prop_assert!((read - value).abs() <= ratio(1, 200));
    }
}

#[test]
fn sums_are_exact_while_the_places_hold_them_and_marked_where_they_do_not() {
    for (value, written) in [
        (ratio(0, 1), "0"),
        (ratio(2, 1), "2"),
        (ratio(4, 5), "0,8"),
        (ratio(7, 4), "1,75"),
        (ratio(10_000, 1), "10.000"),
        (ratio(2, 3), "≈ 0,667"),
        (ratio(9_999, 10_000), "≈ 1,000"),
    ] {
        assert_eq!(exact_or_about(&value, 3), written);
    }
}

#[test]
fn an_hour_is_padded() {
    assert_eq!(time(chrono::NaiveTime::from_hms_opt(8, 5, 59).unwrap()), "08:05");
    assert_eq!(time(chrono::NaiveTime::MIN), "00:00");
}
