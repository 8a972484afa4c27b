//! A sheet as it came: cells by row, before anyone knows what they mean.

use std::sync::Arc;

use chrono::NaiveDateTime;

pub use number::NumberFormat;

pub mod number;

/// A sheet of a workbook, a CSV file, or what was pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty for what was pasted.
    pub name: String,
    /// Its rows from the first, as long as they are; line 1 is the first.
    pub rows: Vec<Vec<SheetCell>>,
    /// Cells that were merged, as the source says; a CSV file says nothing.
    pub merged: Vec<Merged>,
    /// The rows that a filter or a person hid, from 0, rising.
    pub hidden_rows: Vec<usize>,
    /// The columns that a person hid, from 0, rising.
    pub hidden_columns: Vec<usize>,
    /// Whether its numbers count days from 1904, as workbooks of older Macs do.
    pub from_1904: bool,
    /// Cells far from the table that were not read.
    pub left_out: Option<LeftOut>,
}

/// A cell, by what its source says it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SheetCell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it stands.
    Text(String),
    /// A number of which nothing is said but its value; dates that a workbook does not mark as such are numbers too.
    Number(f64),
    /// A number that its cell shows under a format, such as 0.988 as `98,8%`.
    Shown(f64, Arc<NumberFormat>),
    /// A date, with its time where it has one.
    Moment(NaiveDateTime),
    /// Yes or no.
    Bool(bool),
    /// An error of the spreadsheet, such as `#REF!`.
    Error(String),
    /// A formula whose result was never stored: nobody knows what the cell says. Its text begins with `=`.
    Formula(String),
}

/// A rectangle of merged cells; rows and columns count from 0, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First row and column.
    pub from: (usize, usize),
    /// Last row and column.
    pub to: (usize, usize),
}

/// Cells beyond the rows and columns that are read, which the table does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// How many.
    pub cells: usize,
    /// The row of the first, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
}

impl Sheet {
    /// Whether a filter or a person hid a row.
    pub fn is_hidden_row(&self, row: usize) -> bool {
        self.hidden_rows.binary_search(&row).is_ok()
    }

    /// Whether a person hid a column.
    pub fn is_hidden_column(&self, column: usize) -> bool {
        self.hidden_columns.binary_search(&column).is_ok()
    }
}
