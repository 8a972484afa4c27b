//! Figures, headings and rules in words.

use crate::domain::figures::audit::{RuleKind, Value};
use crate::domain::figures::{Cell, Column, Figure, Measure, StatTable};
use crate::words::catalogue::figures as words;
use crate::words::{Lang, Text};

/// A figure as documents write it: `1.716`, `98,80`, `-5`.
pub(super) fn figure(figure: Figure) -> String {
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

/// What stands in a cell.
pub(super) fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Figure(held) => figure(*held),
        Cell::Text(text) => text.clone(),
    }
}

/// What was stated or computed.
pub(super) fn value(value: &Value, lang: Lang) -> String {
    match value {
        Value::Figure { figure: held, unit } if unit.is_empty() => figure(*held),
        Value::Figure { figure: held, unit } => format!("{} {unit}", figure(*held)),
        Value::Percent(held) => format!("{}%", figure(*held)),
        Value::Undefined => words::UNDEFINED.get(lang).to_owned(),
        Value::Words(said) => said.clone(),
    }
}

/// The whole heading of a column.
pub(super) fn heading(column: &Column, lang: Lang) -> String {
    let parts = column.heading.iter().map(|part| part.get(lang).trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" – ")
}

/// The title of a table, else the name of its form.
pub(super) fn title(table: &StatTable, lang: Lang) -> String {
    match table.title.trim() {
        "" => table.form.name.get(lang).to_owned(),
        title => title.to_owned(),
    }
}

/// What a figure is measured in, for a heading; empty where it goes without saying.
pub(super) fn unit(measure: &Measure, lang: Lang) -> String {
    match measure {
        Measure::Count { of } => of.get(lang).to_owned(),
        Measure::Percent {} => "%".to_owned(),
        Measure::Points { maximum: Some(most) } => words::OF_POINTS.get(lang).replace("{n}", &most.to_string()),
        Measure::Points { maximum: None } => words::UNIT_POINTS.get(lang).to_owned(),
        Measure::Text {} => String::new(),
    }
}

/// A rule in words.
pub(super) fn rule(rule: RuleKind) -> Text {
    match rule {
        RuleKind::Identity => words::RULE_IDENTITY,
        RuleKind::RowSum => words::RULE_ROW_SUM,
        RuleKind::AtMost => words::RULE_AT_MOST,
        RuleKind::Share => words::RULE_SHARE,
        RuleKind::ShareOfNothing => words::RULE_SHARE_OF_NOTHING,
        RuleKind::SharesTotal => words::RULE_SHARES_TOTAL,
        RuleKind::CarryOver => words::RULE_CARRY_OVER,
        RuleKind::Balance => words::RULE_BALANCE,
        RuleKind::Text => words::RULE_TEXT,
        RuleKind::Same => words::RULE_SAME,
        RuleKind::Unit => words::RULE_UNIT,
        RuleKind::Listed => words::RULE_LISTED,
        RuleKind::Name => words::RULE_NAME,
        RuleKind::Citation => words::RULE_CITATION,
        RuleKind::Negative => words::RULE_NEGATIVE,
        RuleKind::Fractional => words::RULE_FRACTIONAL,
        RuleKind::AboveMost => words::RULE_ABOVE_MOST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_documents_write_them() {
        for (stored, shown) in
            [("1716", "1.716"), ("98.80", "98,80"), ("-1234567.5", "-1.234.567,5"), ("0", "0"), ("100", "100")]
        {
            assert_eq!(figure(Figure::parse(stored).unwrap()), shown);
        }
    }
}
