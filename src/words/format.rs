//! Numbers and dates the way Vietnamese documents write them: thousands dot, decimal comma, `98,80%`, `01/8/2023`.

use chrono::{Datelike, NaiveDate, Timelike};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive};

/// A count: `1.716`.
pub fn count(count: u64) -> String {
    group(&count.to_string())
}

/// A count within a sentence of a document: below ten with a zero before it, `06`, `16`, `1.716`.
pub fn count_in_prose(number: u64) -> String {
    if number < 10 { format!("{number:02}") } else { count(number) }
}

fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// An exact number rounded half-up to `decimals` places, trailing zeros kept: `8,3`, `1.234,50`.
/// Half-up means away from zero at the half.
pub fn decimal(value: &BigRational, decimals: u32) -> String {
    let Rounded { sign, whole, fraction } = round(value, decimals);
    let whole = group(&whole);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole},{fraction}") }
}

/// As [`decimal`], for a machine or a spreadsheet to read: without thousands marks, with the decimal mark asked for.
pub fn plain_decimal(value: &BigRational, decimals: u32, mark: char) -> String {
    let Rounded { sign, whole, fraction } = round(value, decimals);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{fraction}") }
}

/// An exact number for a sum that is followed by hand: as it is, without trailing zeros, while `decimals` places hold it
/// (`0,8`, `1,75`), else rounded to them and marked as such (`≈ 0,667`).
pub fn exact_or_about(value: &BigRational, decimals: u32) -> String {
    let rounded = decimal(value, decimals);
    let is_exact = (value * BigInt::from(10).pow(decimals)).is_integer();
    match rounded.split_once(',') {
        _ if !is_exact => format!("≈ {rounded}"),
        Some((whole, fraction)) => match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole},{fraction}"),
        },
        None => rounded,
    }
}

struct Rounded {
    sign: &'static str,
    whole: String,
    fraction: String,
}

fn round(value: &BigRational, decimals: u32) -> Rounded {
    let scale = BigInt::from(10).pow(decimals);
    let scaled = value.abs() * &scale * BigInt::from(2) + BigRational::one();
    let rounded = (scaled / BigInt::from(2)).floor().to_integer();
    let (whole, fraction) = (&rounded / &scale, &rounded % &scale);
    let sign = if value.is_negative() && rounded != BigInt::ZERO { "-" } else { "" };
    let fraction = match decimals {
        0 => String::new(),
        _ => format!("{:0>width$}", fraction.to_string(), width = decimals as usize),
    };
    Rounded { sign, whole: whole.to_string(), fraction }
}

/// A share of 0 to 1 as a percentage with two decimals, a whole 100 without: `9,40%`, `100%`.
pub fn percent(share: &BigRational) -> String {
    format!("{}%", hundred_at_most(share, 2))
}

/// A share of 0 to 1 as a score out of 100 with one decimal, a whole 100 without: `87,5`, `100`.
pub fn score(share: &BigRational) -> String {
    hundred_at_most(share, 1)
}

fn hundred_at_most(share: &BigRational, decimals: u32) -> String {
    let hundred = BigRational::from(BigInt::from(100));
    let value = share * &hundred;
    // Only an exact 100 is written whole. 99,996% rounds to 100,00%, and the decimals tell that it was rounded.
    if value == hundred { "100".to_owned() } else { decimal(&value, decimals) }
}

/// A share of 0 to 1 as a whole percentage for a meter, 0 to 100. Only the whole is 100 and only nothing is 0: a meter
/// must not look full, or empty, when it is not.
pub fn meter_percent(share: &BigRational) -> u8 {
    if !share.is_positive() {
        return 0;
    }
    if *share >= BigRational::one() {
        return 100;
    }
    let percent = (share * BigInt::from(100)).round().to_integer();
    percent.to_u8().unwrap_or(99).clamp(1, 99)
}

/// `part` of `whole` for a meter, as [`meter_percent`] says it of a share, with small numbers alone: a list with meters needs
/// no exact fractions.
pub fn part_percent(part: usize, whole: usize) -> u8 {
    if part == 0 || whole == 0 {
        return 0;
    }
    if part >= whole {
        return 100;
    }
    let (part, whole) = (part as u128, whole as u128);
    u8::try_from((part * 200 + whole) / (whole * 2)).unwrap_or(99).clamp(1, 99)
}

/// A mean in hundredths of a point: `9,7`, `6`, `8,25`. Without thousands marks, so that it can be typed over.
pub fn hundredths(value: u32) -> String {
    let (whole, fraction) = (value / 100, value % 100);
    match fraction {
        0 => whole.to_string(),
        _ if fraction.is_multiple_of(10) => format!("{whole},{}", fraction / 10),
        _ => format!("{whole},{fraction:02}"),
    }
}

/// The short form of a date in documents: day padded, months 1 and 2 padded, the others not (Nghị định 30/2020/NĐ-CP).
pub fn date(date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    if month < 3 { format!("{day:02}/{month:02}/{year}") } else { format!("{day:02}/{month}/{year}") }
}

/// The long form of a date in documents: `ngày 02 tháng 4 năm 2018`.
pub fn long_date(date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    if month < 3 {
        format!("ngày {day:02} tháng {month:02} năm {year}")
    } else {
        format!("ngày {day:02} tháng {month} năm {year}")
    }
}

/// An hour and a minute: `08:05`.
pub fn time(time: impl Timelike) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests;
