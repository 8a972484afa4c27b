//! Edits of a table of figures, part by part: what is said above it, and its rows. A row that is named is one row of
//! history and not the whole table.

use serde::{Deserialize, Serialize};

use crate::domain::figures::table::{MAX_CELLS, MAX_ROWS};
use crate::domain::figures::{Period, Row, StatTable};
use crate::domain::id::LineKey;

use super::figures::{check_period, check_row};
use super::keyed::{self, Length, ListPart};
use super::{EditError, at_most, check_text};

/// One part of a table as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TablePart {
    /// Its title.
    Title {
        /// The whole of it.
        title: String,
    },
    /// The body that reports it.
    Body {
        /// Its name.
        body: String,
    },
    /// The period that it reports.
    Period {
        /// The whole of it.
        period: Period,
    },
    /// Its rows.
    Rows {
        /// What changes of them.
        change: ListPart<Row, LineKey>,
    },
}

/// Applies checked parts one after the other and gives back those that undo them.
pub(super) fn apply(table: &mut StatTable, parts: Vec<TablePart>) -> Vec<TablePart> {
    let mut before: Vec<TablePart> = parts.into_iter().map(|part| apply_one(table, part)).collect();
    before.reverse();
    before
}

fn apply_one(table: &mut StatTable, part: TablePart) -> TablePart {
    match part {
        TablePart::Title { title } => TablePart::Title { title: std::mem::replace(&mut table.title, title) },
        TablePart::Body { body } => TablePart::Body { body: std::mem::replace(&mut table.body, body) },
        TablePart::Period { period } => TablePart::Period { period: std::mem::replace(&mut table.period, period) },
        TablePart::Rows { change } => TablePart::Rows { change: keyed::apply(&mut table.rows, change) },
    }
}

/// Whether parts can be put into a table.
pub(super) fn check(table: &StatTable, parts: &[TablePart]) -> Result<(), EditError> {
    let mut length = None;
    for part in parts {
        let TablePart::Rows { change } = part else { continue };
        match change {
            ListPart::Put { value, .. } => check_row(table, value)?,
            ListPart::Remove { .. } => {}
            ListPart::All { values } => values.iter().try_for_each(|row| check_row(table, row))?,
        }
        let length = length.get_or_insert_with(|| Length::of(&table.rows));
        length.take(change);
        at_most(length.count, MAX_ROWS)?;
        at_most(length.count * table.form.columns.len(), MAX_CELLS)?;
        if let Some(twice) = length.twice() {
            return Err(EditError::UnknownLine(twice.to_string()));
        }
    }
    Ok(())
}

/// Whether parts could be put into some table.
pub(super) fn check_content(parts: &[TablePart]) -> Result<(), EditError> {
    let texts = |row: &Row| row.texts().try_for_each(check_text);
    parts.iter().try_for_each(|part| match part {
        TablePart::Title { title: text } | TablePart::Body { body: text } => check_text(text),
        TablePart::Period { period } => check_period(period),
        TablePart::Rows { change: ListPart::Put { value, .. } } => texts(value),
        TablePart::Rows { change: ListPart::Remove { .. } } => Ok(()),
        TablePart::Rows { change: ListPart::All { values } } => values.iter().try_for_each(texts),
    })
}

/// The parts that make one table of another; none where their forms are not the same.
pub fn table_parts(before: &StatTable, after: &StatTable) -> Option<Vec<TablePart>> {
    if before.form != after.form {
        return None;
    }
    let mut parts = Vec::new();
    if before.title != after.title {
        parts.push(TablePart::Title { title: after.title.clone() });
    }
    if before.body != after.body {
        parts.push(TablePart::Body { body: after.body.clone() });
    }
    if before.period != after.period {
        parts.push(TablePart::Period { period: after.period.clone() });
    }
    parts.extend(keyed::parts(&before.rows, &after.rows).into_iter().map(|change| TablePart::Rows { change }));
    Some(parts)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use crate::domain::figures::Rows;
    use crate::domain::fixture::figures::{counts, form, row, table};

    use super::*;

    pub fn any_table() -> impl Strategy<Value = StatTable> {
        let rows = proptest::collection::btree_map(0_u8..12, (0_u8..3, 0_u16..50), 0..9);
        (rows, any::<bool>(), 0_u8..3).prop_map(|(rows, is_turned, title)| {
            let rows = rows
                .into_iter()
                .map(|(key, (depth, figure))| row(&format!("r{key}"), &key.to_string(), depth, &[&figure.to_string()]));
            let mut rows: Vec<Row> = rows.collect();
            if is_turned {
                rows.reverse();
            }
            let form = form(Rows::Fields {}, vec![counts("a")], Vec::new());
            StatTable { title: format!("Biểu {title}"), ..table(form, rows) }
        })
    }

    proptest! {
        #[test]
        fn the_parts_make_one_table_of_another_and_their_inverse_takes_it_back(
            before in any_table(),
            after in any_table(),
        ) {
            let parts = table_parts(&before, &after).unwrap();
            prop_assert!(check(&before, &parts).is_ok() && check_content(&parts).is_ok());
            let mut made = before.clone();
            let inverse = apply(&mut made, parts);
            prop_assert_eq!(&made, &after);
            apply(&mut made, inverse);
            prop_assert_eq!(made, before);
        }
    }

    #[test]
    fn a_row_that_has_no_place_in_the_table_is_refused() {
        let held = table(form(Rows::Fields {}, vec![counts("a")], Vec::new()), vec![row("r1", "1", 0, &["5"])]);
        let put = |row| [TablePart::Rows { change: ListPart::Put { value: row, at: None } }];
        assert_eq!(check(&held, &put(row("r2", "2", 0, &["1"]))), Ok(()));
        let unknown = |key: &str| Err(EditError::UnknownLine(key.to_owned()));
        assert_eq!(check(&held, &put(row("r2", "2", 0, &["1", "2"]))), unknown("r2"));
        assert_eq!(check(&held, &put(row("r2", "2", 200, &["1"]))), unknown("r2"));
        let twice = vec![row("r3", "", 0, &["1"]), row("r3", "", 0, &["1"])];
        let all = [TablePart::Rows { change: ListPart::All { values: twice } }];
        assert_eq!(check(&held, &all), unknown("r3"));
    }
}
