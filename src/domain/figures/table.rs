//! A table of figures (biểu số liệu): what a unit reported, cell by cell, as it stands on its paper. Totals and shares
//! that follow are computed beside it and never written into it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::id::LineKey;

use super::figure::Figure;
use super::form::{FixedRow, Form, MAX_ROWS, Rows};

/// The most tables of a visit.
pub const MAX_TABLES: usize = 100;

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatTable {
    /// Its form, as it was when the table was begun.
    pub form: Form,
    /// Its title, as the report prints it; may be empty.
    pub title: String,
    /// The body that reports the figures (đơn vị báo cáo); figures of different bodies are never compared as the same.
    pub body: String,
    /// The period that it reports.
    #[serde(default, skip_serializing_if = "Period::is_unsaid")]
    pub period: Period,
    /// Its rows, in the order of the paper.
    pub rows: Vec<Row>,
}

/// A period of report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// In words, such as "Quý II/2021"; may be empty.
    pub name: String,
    /// Its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its key, unique in the table and kept while the row lives, such as `II.20`.
    pub key: LineKey,
    /// STT as printed, such as `II` or `20`; may be empty.
    pub number: String,
    /// Its name: a field, a unit.
    pub name: String,
    /// How deep it stands: a row adds up to the nearest one above it that stands less deep.
    pub depth: u8,
    /// Its cells, one for each column of the form.
    pub cells: Vec<Cell>,
}

/// A cell as it was reported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing stands there. In sums it is 0.
    #[default]
    Blank,
    /// A figure.
    Figure(Figure),
    /// A text, in a column of texts.
    Text(String),
    /// Something stands there that was not read as a figure, such as a formula without a stored result: this. What it
    /// says is not known, so nothing is checked that takes it.
    Unread(String),
}

impl Cell {
    /// The figure, where there is one.
    pub fn figure(&self) -> Option<Figure> {
        match self {
            Self::Figure(figure) => Some(*figure),
            Self::Blank | Self::Text(_) | Self::Unread(_) => None,
        }
    }

    /// Whether something stands there that was not read.
    pub fn is_unread(&self) -> bool {
        matches!(self, Self::Unread(_))
    }

    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        *self == Self::Blank
    }
}

impl Period {
    /// Whether nothing is said of it.
    pub fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }

    /// Its first and last day: as entered, else as its name says, such as "Tháng 6/2020", "Quý II/2021" or "Năm 2022".
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let named = || super::period::days(&self.name);
        match (self.from, self.to) {
            (Some(from), Some(to)) => Some((from, to)),
            _ => named(),
        }
    }

    /// Whether it begins on the day after the other ends.
    pub fn follows(&self, other: &Self) -> bool {
        match (other.days(), self.days()) {
            (Some((_, to)), Some((from, _))) => to.succ_opt() == Some(from),
            _ => false,
        }
    }
}

impl StatTable {
    /// A table without figures: the rows that its form prescribes, else none.
    pub fn new(form: Form) -> Self {
        let blank = vec![Cell::Blank; form.columns.len()];
        let row = |row: &FixedRow| Row {
            key: row.key.clone(),
            number: String::new(),
            name: row.name.vi.clone(),
            depth: row.depth,
            cells: blank.clone(),
        };
        let rows = match &form.rows {
            Rows::Fixed { rows } => rows.iter().map(row).collect(),
            Rows::Fields {} | Rows::Units {} | Rows::Free { .. } => Vec::new(),
        };
        Self { form, title: String::new(), body: String::new(), period: Period::default(), rows }
    }

    /// The place of a row.
    pub fn row(&self, key: &LineKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == *key)
    }

    /// A cell by its row and column.
    pub fn cell(&self, row: &LineKey, column: &LineKey) -> Option<&Cell> {
        self.rows.get(self.row(row)?)?.cells.get(self.form.column(column)?)
    }

    /// The rows that no other row adds up to: fields and units, not sections and totals.
    pub fn leaves(&self) -> impl Iterator<Item = &Row> {
        let is_parent = |place: usize, row: &Row| {
            self.form.adds_up() && self.rows.get(place + 1).is_some_and(|next| next.depth > row.depth)
        };
        self.rows.iter().enumerate().filter(move |(place, row)| !is_parent(*place, row)).map(|(_, row)| row)
    }

    /// Every text in it, those of the form left out.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().flat_map(Row::texts);
        [self.title.as_str(), self.body.as_str(), self.period.name.as_str()].into_iter().chain(rows)
    }
}

impl Row {
    /// Every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let cells = self.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) | Cell::Unread(text) => Some(text.as_str()),
            Cell::Blank | Cell::Figure(_) => None,
        });
        [self.number.as_str(), self.name.as_str()].into_iter().chain(cells)
    }

    /// Whether all its cells are blank.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// For each row the place of the one that it adds up to: the nearest above it that stands less deep.
pub fn parents(rows: &[Row]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(rows.len());
    for (place, row) in rows.iter().enumerate() {
        while open.last().is_some_and(|above| rows.get(*above).is_none_or(|above| above.depth >= row.depth)) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(place);
    }
    parents
}

/// For each row the place of the one of which a share in it is a share, as the form says ([`FixedRow::share_of`]).
pub fn share_of_rows(table: &StatTable) -> Vec<Option<usize>> {
    let Rows::Fixed { rows: fixed } = &table.form.rows else { return Vec::new() };
    let places: BTreeMap<&LineKey, usize> =
        table.rows.iter().enumerate().map(|(place, row)| (&row.key, place)).collect();
    let of: BTreeMap<&LineKey, &LineKey> =
        fixed.iter().filter_map(|fixed| Some((&fixed.key, fixed.share_of.as_ref()?))).collect();
    table.rows.iter().map(|row| places.get(of.get(&row.key)?).copied()).collect()
}

/// A key for a row that no other row has: its number under its section's, such as `II.20`; where that is taken or there
/// is no number, with a count behind it.
pub fn row_key(number: &str, section: Option<&str>, is_taken: impl Fn(&LineKey) -> bool) -> Option<LineKey> {
    let plain: String = number.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let plain = if plain.is_empty() { "r".to_owned() } else { plain };
    let stem = match section {
        Some(section) => format!("{section}.{plain}"),
        None => plain,
    };
    let counted = std::iter::once(stem.clone()).chain((2..).map(|count| format!("{stem}-{count}")));
    // As many tries as a table has rows, and one.
    counted.take(MAX_ROWS + 1).filter_map(|key| LineKey::new(key).ok()).find(|key| !is_taken(key))
}
