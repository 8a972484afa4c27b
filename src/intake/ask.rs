//! What the app asks the reader, what the reader answers. Both sides are of one build, so
//! these have no versions.

use serde::{Deserialize, Serialize};

use super::protocol::OpenError;
use super::sheet::SheetCell;

/// What the reader is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Open the workbook whose bytes come along, in place of what was open.
    Open {},
    /// Hand out rows of a sheet that was opened.
    Rows {
        /// Which sheet, from 0.
        sheet: usize,
        /// The first row, from 0.
        from: usize,
        /// How many at the most.
        count: usize,
    },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Reply {
    /// It is open, and these are its sheets.
    Opened(Vec<Outline>),
    /// The rows, each as long as it is; fewer than asked at the end, and none of a sheet that is not open.
    Rows(Vec<Vec<SheetCell>>),
    /// It cannot be opened; what was open before is closed.
    Refused(OpenError),
}

/// A sheet from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Its name.
    pub name: String,
    /// How many rows it has, blank ones included.
    pub rows: usize,
    /// How many cells its longest row has.
    pub columns: usize,
}
