//! What was stated or computed, as documents write it, and as a plain number for handles.

use crate::domain::figures::Figure;
use crate::domain::figures::audit::Value;
use crate::words::catalogue::audit::report as told;
use crate::words::{Lang, format};

/// A figure as documents write it, with the decimals that were printed: `1.716`, `98,80`.
pub fn figure_words(figure: Figure) -> String {
    format::decimal(&figure.amount().ratio(), u32::from(figure.decimals()))
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
