//! What the audit says of the cells of a table, and what blank ones would hold.

use std::collections::BTreeMap;

use crate::domain::figures::StatTable;
use crate::domain::figures::audit::{Discrepancy, Place, RuleKind, Sure, Value};
use crate::domain::figures::computed::blanks;
use crate::report::audit::{figure_words, rule_words, value_words};
use crate::words::Lang;
use crate::words::catalogue::figures as words;

/// What is said at a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// What is computed, beside a figure that is another one.
    pub(super) beside: Option<String>,
    /// What a blank cell would hold.
    pub(super) follows: Option<String>,
    /// How sure it is that something does not agree.
    pub(super) wrong: Option<Sure>,
    /// Whether what stands there was not read.
    pub(super) is_unread: bool,
    /// What does not agree, in words.
    pub(super) said: String,
}

/// Marks by row and column of the form, each by its place.
pub(super) type Marks = BTreeMap<(usize, usize), Mark>;

/// The marks of a table.
pub(super) fn marks(table: &StatTable, found: &[Discrepancy], lang: Lang) -> Marks {
    let mut marks = Marks::new();
    let rows: BTreeMap<_, usize> = table.rows.iter().enumerate().map(|(place, row)| (&row.key, place)).collect();
    for discrepancy in found {
        let Place::Cell { row, column, .. } = &discrepancy.place else { continue };
        let (Some(row), Some(column)) = (rows.get(row), table.form.column(column)) else { continue };
        let mark = marks.entry((*row, column)).or_default();
        mark.wrong = Some(mark.wrong.map_or(discrepancy.sure, |sure| sure.min(discrepancy.sure)));
        let sums = [RuleKind::Identity, RuleKind::RowSum, RuleKind::Share];
        if sums.contains(&discrepancy.rule) && mark.beside.is_none() && discrepancy.computed != Value::Undefined {
            let computed = value_words(&discrepancy.computed, lang);
            mark.beside = Some(words::COMPUTED.get(lang).replace("{value}", &computed));
        }
        if !mark.said.is_empty() {
            mark.said.push(' ');
        }
        mark.said.push_str(&sentence(discrepancy, lang));
    }
    for (place, row) in table.rows.iter().enumerate() {
        for (column, _) in row.cells.iter().enumerate().filter(|(_, cell)| cell.is_unread()) {
            let mark = marks.entry((place, column)).or_default();
            mark.is_unread = true;
            mark.said = words::UNREAD.get(lang).to_owned();
        }
    }
    for computed in blanks(table) {
        marks.entry((computed.row, computed.column)).or_default().follows = Some(figure_words(computed.figure));
    }
    marks
}

/// A discrepancy in one sentence.
pub(super) fn sentence(discrepancy: &Discrepancy, lang: Lang) -> String {
    words::SENTENCE
        .get(lang)
        .replace("{rule}", rule_words(discrepancy.rule).get(lang))
        .replace("{stated}", &value_words(&discrepancy.stated, lang))
        .replace("{computed}", &value_words(&discrepancy.computed, lang))
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::audit::audit_table;
    use crate::domain::figures::{Parts, Rows, Rule};
    use crate::domain::fixture::figures::{counts, form, line, row, table};
    use crate::domain::id::TableId;

    use super::*;

    #[test]
    fn a_wrong_total_is_marked_with_what_is_computed_and_a_blank_one_with_what_follows() {
        let sum = Rule::Sum { total: line("t"), parts: vec![line("a"), line("b")], are: Parts::Partition, item: None };
        let form = form(Rows::Units {}, vec![counts("t"), counts("a"), counts("b")], vec![sum]);
        let rows = vec![row("1", "1", 0, &["2500", "1586", "1000"]), row("2", "2", 0, &["", "1", "2"])];
        let table = table(form, rows);
        let found = audit_table(&TableId::new("b").unwrap(), &table).discrepancies;
        let marks = marks(&table, &found, Lang::Vi);
        assert_eq!(marks.keys().collect::<Vec<_>>(), [&(0, 0), &(1, 0)]);
        let mark = &marks[&(0, 0)];
        assert_eq!(mark.beside.as_deref(), Some("tính: 2.586"));
        assert_eq!(mark.wrong, Some(Sure::Certain));
        assert!(mark.said.contains("2.500") && mark.said.contains("2.586"), "{}", mark.said);
        assert_eq!(marks[&(1, 0)].follows.as_deref(), Some("3"));
    }
}
