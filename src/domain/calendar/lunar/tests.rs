//! The algorithm: "Thuật toán tính âm lịch" of Hồ Ngọc Đức, with new moons and the sun's longitude after J. Meeus.
//! Month 11 holds the winter solstice; a leap month is the first without a principal term. Days are Julian day numbers.

use chrono::{Datelike, NaiveDate};

use super::*;

const MEAN_MONTH: f64 = 29.530_588_853;

/// Julian day number of the day before 01/01 of year 1.
const JULIAN_OF_ZERO: i64 = 1_721_425;

fn sine(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

#[expect(clippy::cast_possible_truncation, reason = "a day number of our centuries")]
fn whole(days: f64) -> i64 {
    days.floor() as i64
}

#[expect(clippy::cast_precision_loss, reason = "a small count")]
fn real(count: i64) -> f64 {
    count as f64
}

/// The local day of the `k`th new moon since January 1900.
fn new_moon(k: i64, zone: f64) -> i64 {
    let k = real(k);
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sine(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let correction = (0.1734 - 0.000_393 * t) * sine(sun) + 0.0021 * sine(2.0 * sun) - 0.4068 * sine(moon)
        + 0.0161 * sine(2.0 * moon)
        - 0.0004 * sine(3.0 * moon)
        + 0.0104 * sine(2.0 * node)
        - 0.0051 * sine(sun + moon)
        - 0.0074 * sine(sun - moon)
        + 0.0004 * sine(2.0 * node + sun)
        - 0.0004 * sine(2.0 * node - sun)
        - 0.0006 * sine(2.0 * node + moon)
        + 0.0010 * sine(2.0 * node - moon)
        + 0.0005 * sine(2.0 * moon + sun);
    let delta_t = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    whole(mean + correction - delta_t + 0.5 + zone / 24.0)
}

/// Which twelfth of its yearly way the sun is in at the beginning of a local day: 0 from the spring equinox on.
fn sun_twelfth(day: i64, zone: f64) -> i64 {
    let t = (real(day) - 2_451_545.5 - zone / 24.0) / 36_525.0;
    let anomaly = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t * t - 0.000_000_48 * t * t * t;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let equation = (1.914_600 - 0.004_817 * t - 0.000_014 * t * t) * sine(anomaly)
        + (0.019_993 - 0.000_101 * t) * sine(2.0 * anomaly)
        + 0.000_29 * sine(3.0 * anomaly);
    whole((mean + equation).rem_euclid(360.0) / 30.0)
}

fn julian(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) + JULIAN_OF_ZERO
}

/// The first day of lunar month 11 that ends in this solar year.
fn month_11(year: i32, zone: f64) -> i64 {
    let end = julian(NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
    let k = whole((real(end) - 2_415_021.0) / MEAN_MONTH);
    let day = new_moon(k, zone);
    if sun_twelfth(day, zone) >= 9 { new_moon(k - 1, zone) } else { day }
}

/// The solar date of a lunar day in the first ten months, leap months aside.
fn solar(day: i64, month: i64, year: i32, zone: f64) -> NaiveDate {
    let (before, after) = (month_11(year - 1, zone), month_11(year, zone));
    let k = whole(0.5 + (real(before) - 2_415_021.076_998_695) / MEAN_MONTH);
    let mut steps = month + 1;
    if after - before > 365 {
        let twelfth = |step: i64| sun_twelfth(new_moon(k + step, zone), zone);
        let leap = (1..14).find(|step| twelfth(*step) == twelfth(step + 1)).unwrap();
        steps += i64::from(steps >= leap);
    }
    let julian = new_moon(k + steps, zone) + day - 1;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(julian - JULIAN_OF_ZERO).unwrap()).unwrap()
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_table_is_what_the_algorithm_gives() {
    for year in FIRST_YEAR..=LAST_YEAR {
        assert_eq!(new_year(year), Some(solar(1, 1, year, 7.0)), "Tết {year}");
        assert_eq!(hung_kings_day(year), Some(solar(10, 3, year, 7.0)), "Giỗ Tổ {year}");
    }
    for year in [FIRST_YEAR - 1, LAST_YEAR + 1, i32::MIN, i32::MAX] {
        assert_eq!((new_year(year), hung_kings_day(year)), (None, None), "{year}");
    }
}

#[test]
fn the_table_holds_the_announced_new_years() {
    let known = [(2, 16), (2, 5), (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6)];
    for (year, (month, day)) in (2018..).zip(known) {
        assert_eq!(new_year(year), Some(date(year, month, day)));
    }
}

#[test]
fn the_table_holds_the_known_days_of_the_hung_kings() {
    let known = [(4, 25), (4, 14), (4, 2), (4, 21), (4, 10), (4, 29), (4, 18), (4, 7), (4, 26), (4, 16)];
    for (year, (month, day)) in (2018..).zip(known) {
        assert_eq!(hung_kings_day(year), Some(date(year, month, day)));
    }
}

#[test]
fn the_algorithm_parts_from_the_chinese_calendar_where_the_two_are_known_to_differ() {
    let known = [(1985, (1, 21), (2, 20)), (2007, (2, 17), (2, 18)), (2030, (2, 2), (2, 3)), (2053, (2, 18), (2, 19))];
    for (year, here, there) in known {
        assert_eq!(solar(1, 1, year, 7.0), date(year, here.0, here.1), "UTC+7");
        assert_eq!(solar(1, 1, year, 8.0), date(year, there.0, there.1), "UTC+8");
    }
    let differ = (1976..2060).filter(|year| solar(1, 1, *year, 7.0) != solar(1, 1, *year, 8.0));
    assert_eq!(differ.collect::<Vec<_>>(), [1985, 2007, 2030, 2053]);
}
