//! The reader's desk: keeps what was opened, and answers asks in JSON.

use serde::{Deserialize, Serialize};

use super::sheet::{Sheet, SheetCell};
use super::workbook::{self, WorkbookError};

/// What is opened, until something else is.
#[derive(Debug, Default)]
pub struct Desk {
    sheets: Vec<Sheet>,
}

/// What the desk is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Open the workbook whose bytes came along, in place of what was open.
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
    /// The name and the number of rows of each sheet.
    Opened(Vec<(String, usize)>),
    /// The rows.
    Rows(Vec<Vec<SheetCell>>),
    /// It cannot be opened.
    Refused(String),
}

impl Desk {
    /// Answers one ask. An ask that is none of [`Ask`] is the error.
    pub fn answer(
        &mut self,
        ask: &str,
        bytes: Option<&[u8]>,
        on_progress: &mut dyn FnMut(f64),
    ) -> Result<String, serde_json::Error> {
        let reply = match serde_json::from_str(ask)? {
            Ask::Open {} => self.open(bytes.unwrap_or_default(), on_progress),
            Ask::Rows { sheet, from, count } => {
                let rows = self.sheets.get(sheet).map_or(&[][..], |sheet| &sheet.rows);
                Reply::Rows(rows.iter().skip(from).take(count).cloned().collect())
            }
        };
        serde_json::to_string(&reply)
    }

    fn open(&mut self, bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Reply {
        let opened: Result<Vec<Sheet>, WorkbookError> = workbook::sheets(bytes, on_progress);
        match opened {
            Ok(sheets) => {
                self.sheets = sheets;
                Reply::Opened(self.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.rows.len())).collect())
            }
            Err(error) => Reply::Refused(error.to_string()),
        }
    }
}
