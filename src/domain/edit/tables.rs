//! Edits of a table of figures, part by part: what is said above it, and its rows. A row that is named is one row of
//! history and not the whole table.

use serde::{Deserialize, Serialize};

use crate::domain::figures::form::{MAX_CELLS, MAX_ROWS};
use crate::domain::figures::{Cell, Period, Row, StatTable};
use crate::domain::id::LineKey;

use super::EditError;
use super::field::{Field, swap_all};
use super::fields::RowField;
use super::keyed::{self, Length, ListPart, ListPartOf};
use super::limits::{at_most, check_text};
use super::paths::{below, list_paths};
use super::table_limits::{check_cell_text, check_period, check_row};

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
        change: ListPartOf<Row>,
    },
}

impl Field for TablePart {
    type Record = StatTable;

    fn swap(self, table: &mut StatTable) -> Self {
        match self {
            Self::Title { title } => Self::Title { title: std::mem::replace(&mut table.title, title) },
            Self::Body { body } => Self::Body { body: std::mem::replace(&mut table.body, body) },
            Self::Period { period } => Self::Period { period: std::mem::replace(&mut table.period, period) },
            Self::Rows { change } => Self::Rows { change: keyed::apply(&mut table.rows, change) },
        }
    }

    fn paths(&self) -> Vec<Vec<String>> {
        let name = match self {
            Self::Title { .. } => "title",
            Self::Body { .. } => "body",
            Self::Period { .. } => "period",
            Self::Rows { change } => return below("rows", list_paths(change)),
        };
        vec![vec![name.to_owned()]]
    }

    /// Of tables with the same form.
    fn differences(before: &StatTable, after: &StatTable) -> Vec<Self> {
        let mut parts = Vec::new();
        if before.title != after.title {
            parts.push(Self::Title { title: after.title.clone() });
        }
        if before.body != after.body {
            parts.push(Self::Body { body: after.body.clone() });
        }
        if before.period != after.period {
            parts.push(Self::Period { period: after.period.clone() });
        }
        parts.extend(keyed::parts(&before.rows, &after.rows).into_iter().map(|change| Self::Rows { change }));
        parts
    }
}

/// Whether parts can be put into a table.
pub(super) fn check(table: &StatTable, parts: &[TablePart]) -> Result<(), EditError> {
    let mut length = None;
    for part in parts {
        let TablePart::Rows { change } = part else { continue };
        match change {
            ListPart::Put { value, .. } => check_row(table, value)?,
            ListPart::Change { key, fields } => check_fields(table, key, fields)?,
            ListPart::Remove { .. } => {}
            ListPart::All { values } => {
                values.iter().try_for_each(|row| check_row(table, row))?;
                if let Some(twice) = keyed::key_twice(values) {
                    return Err(EditError::UnknownLine(twice.to_string()));
                }
            }
        }
        let length = length.get_or_insert_with(|| Length::of(&table.rows));
        if let (false, ListPart::Change { key, .. }) = (length.take(change), change) {
            return Err(EditError::Gone(key.to_string()));
        }
        at_most(length.count, MAX_ROWS)?;
        at_most(length.count * table.form.columns.len(), MAX_CELLS)?;
    }
    Ok(())
}

fn check_fields(table: &StatTable, key: &LineKey, fields: &[RowField]) -> Result<(), EditError> {
    let cells = vec![Cell::Blank; table.form.columns.len()];
    let mut row = Row { key: key.clone(), number: String::new(), name: String::new(), depth: 0, cells };
    swap_all(&mut row, fields.to_vec());
    check_row(table, &row)
}

/// Whether parts could be put into some table.
pub(super) fn check_content(parts: &[TablePart]) -> Result<(), EditError> {
    let texts = |row: &Row| row.texts().try_for_each(check_text);
    parts.iter().try_for_each(|part| match part {
        TablePart::Title { title: text } | TablePart::Body { body: text } => check_text(text),
        TablePart::Period { period } => check_period(period),
        TablePart::Rows { change: ListPart::Put { value, .. } } => texts(value),
        TablePart::Rows { change: ListPart::Change { fields, .. } } => {
            fields.iter().try_for_each(|field| match field {
                RowField::Number(text) | RowField::Name(text) => check_text(text),
                RowField::Cells(cells) => cells.iter().try_for_each(check_cell_text),
                RowField::Depth(_) => Ok(()),
            })
        }
        TablePart::Rows { change: ListPart::Remove { .. } } => Ok(()),
        TablePart::Rows { change: ListPart::All { values } } => values.iter().try_for_each(texts),
    })
}

/// The parts that make one table of another; none where their forms are not the same.
pub fn table_parts(before: &StatTable, after: &StatTable) -> Option<Vec<TablePart>> {
    (before.form == after.form).then(|| TablePart::differences(before, after))
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
            let inverse = swap_all(&mut made, parts);
            prop_assert_eq!(&made, &after);
            swap_all(&mut made, inverse);
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
