//! What was stated or computed, as documents write it, and as a plain number for handles.

use crate::domain::figures::Figure;
use crate::domain::figures::audit::Value;
use crate::words::catalogue::audit::report as told;
use crate::words::{Lang, format};

/// A figure as documents write it, with the decimals that were printed: `1.716`, `98,80`, `-5`. A table draws some
/// thousands of them at once, so the digits are parted as they stand.
pub fn figure_words(figure: Figure) -> String {
    let text = figure.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::with_capacity(text.len() + 6);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{grouped}{comma}{fraction}")
}

/// A figure without marks between thousands: `1716`, `98,80`.
pub fn plain_figure(figure: Figure) -> String {
    format::plain_decimal(&figure.amount().ratio(), u32::from(figure.decimals()), ',')
}

/// What was stated or computed: `1.716 hồ sơ`, `34,2%`, `không xác định`, or the words themselves.
pub fn value_words(value: &Value, lang: Lang) -> String {
    match value {
        Value::Figure { figure, unit } => match unit.trim() {
            "" => figure_words(*figure),
            unit => format!("{} {unit}", figure_words(*figure)),
        },
        Value::Percent(figure) => format!("{}%", figure_words(*figure)),
        Value::Undefined => told::UNDEFINED.get(lang).to_owned(),
        Value::Words(words) => words.clone(),
    }
}

/// The same for handles, whatever the language of the screen: a count is plain digits, without its unit.
pub fn plain_value(value: &Value) -> String {
    match value {
        Value::Figure { figure, .. } => plain_figure(*figure),
        Value::Percent(figure) => format!("{}%", plain_figure(*figure)),
        Value::Undefined => told::UNDEFINED.vi.to_owned(),
        Value::Words(words) => words.clone(),
    }
}

/// By how much the computed figure is above the stated one; none where either is no figure.
pub fn gap(stated: &Value, computed: &Value) -> Option<Figure> {
    let figure = |value: &Value| match value {
        Value::Figure { figure, .. } | Value::Percent(figure) => Some(*figure),
        Value::Undefined | Value::Words(_) => None,
    };
    (figure(computed)?.amount() - figure(stated)?.amount()).figure()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_documents_write_them() {
        for (stored, shown) in
            [("1716", "1.716"), ("98.80", "98,80"), ("-1234567.5", "-1.234.567,5"), ("0", "0"), ("100", "100")]
        {
            assert_eq!(figure_words(Figure::parse(stored).unwrap()), shown);
        }
    }
}
