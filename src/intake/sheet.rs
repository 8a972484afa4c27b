//! A sheet as it came: cells by row, before anyone knows what they mean.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A sheet of a workbook, a CSV file, or what was pasted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its name; empty for what was pasted.
    pub name: String,
    /// Its rows from the first, as long as they are; line 1 is the first.
    pub rows: Vec<Vec<SheetCell>>,
    /// Cells that were merged, as the source says; a CSV file says nothing.
    pub merged: Vec<Merged>,
}

/// A cell, by what its source says it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(String),
    /// A number; dates that a workbook does not mark as such are numbers too.
    Number(f64),
    /// A date, with its time where it has one.
    Moment(NaiveDateTime),
    /// Yes or no.
    Bool(bool),
    /// An error of the spreadsheet, such as `#REF!`.
    Error(String),
}

/// A rectangle of merged cells; rows and columns count from 0, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    /// First row and column.
    pub from: (usize, usize),
    /// Last row and column.
    pub to: (usize, usize),
}
