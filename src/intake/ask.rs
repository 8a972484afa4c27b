//! What the app asks the reader, what the reader answers, and why it refuses a file. Both sides are of one build, so
//! these have no versions.

use serde::{Deserialize, Serialize};

use super::sheet::SheetCell;
use crate::words::catalogue::reading as sentences;
use crate::words::{Lang, format};

/// The most rows of one sheet, counted to the last that holds something.
pub const MAX_ROWS: usize = 200_000;

/// The most cells of a workbook, blank ones before the last of a row included: some 200 MB in memory.
pub const MAX_CELLS: usize = 8_000_000;

/// The most bytes that the text of a workbook may unpack to. The largest table that the other limits allow has less.
pub const MAX_UNPACKED_BYTES: u64 = 400_000_000;

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

/// Why a file is not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OpenError {
    /// It is something else, whatever its name says.
    #[error("not a workbook")]
    NotAWorkbook {},
    /// It is protected by a password.
    #[error("protected by a password")]
    Encrypted {},
    /// It is of an Office before 2007 (`.xls`, or a `.doc` under another name).
    #[error("a format from before 2007")]
    OldFormat {},
    /// It unpacks to more bytes than [`MAX_UNPACKED_BYTES`].
    #[error("unpacks to {bytes} bytes")]
    TooLarge {
        /// To how many.
        bytes: u64,
    },
    /// A sheet has more rows than [`MAX_ROWS`].
    #[error("more than {MAX_ROWS} rows in {sheet}")]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
    },
    /// It has more cells than [`MAX_CELLS`].
    #[error("more than {MAX_CELLS} cells, reached in {sheet}")]
    TooManyCells {
        /// The sheet in which the limit was reached.
        sheet: String,
    },
    /// None of its sheets can be seen.
    #[error("no visible sheet")]
    NoSheet {},
    /// It is cut off or otherwise broken.
    #[error("damaged: {detail}")]
    Damaged {
        /// What the reader stumbled on, in English.
        detail: String,
    },
}

impl OpenError {
    /// The reason in words, with its place and what helps.
    pub fn sentence(&self, lang: Lang) -> String {
        let count = |number: usize| format::count(u64::try_from(number).unwrap_or(u64::MAX));
        let megabytes = |bytes: u64| format::count(bytes / 1_000_000);
        match self {
            Self::NotAWorkbook {} => sentences::NOT_A_WORKBOOK.get(lang).to_owned(),
            Self::Encrypted {} => sentences::ENCRYPTED.get(lang).to_owned(),
            Self::OldFormat {} => sentences::OLD_FORMAT.get(lang).to_owned(),
            Self::NoSheet {} => sentences::NO_SHEET.get(lang).to_owned(),
            Self::TooLarge { bytes } => sentences::TOO_LARGE
                .get(lang)
                .replace("{size}", &megabytes(*bytes))
                .replace("{limit}", &megabytes(MAX_UNPACKED_BYTES)),
            Self::TooManyRows { sheet } => {
                sentences::TOO_MANY_ROWS.get(lang).replace("{limit}", &count(MAX_ROWS)).replace("{sheet}", sheet)
            }
            Self::TooManyCells { sheet } => {
                sentences::TOO_MANY_CELLS.get(lang).replace("{limit}", &count(MAX_CELLS)).replace("{sheet}", sheet)
            }
            Self::Damaged { detail } => sentences::DAMAGED.get(lang).replace("{detail}", detail),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_one_sentence_with_its_place_filled_in() {
        let sheet = || "Cấp xã".to_owned();
        let all = [
            OpenError::NotAWorkbook {},
            OpenError::Encrypted {},
            OpenError::OldFormat {},
            OpenError::NoSheet {},
            OpenError::TooLarge { bytes: 4_200_000_000 },
            OpenError::TooManyRows { sheet: sheet() },
            OpenError::TooManyCells { sheet: sheet() },
            OpenError::Damaged { detail: "Zip error".to_owned() },
        ];
        for error in all {
            for lang in [Lang::Vi, Lang::En] {
                let sentence = error.sentence(lang);
                assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{sentence}");
            }
            let json = serde_json::to_string(&error).unwrap();
            assert_eq!(serde_json::from_str::<OpenError>(&json).unwrap(), error);
        }
        let sentence = OpenError::TooLarge { bytes: 4_200_000_000 }.sentence(Lang::Vi);
        assert!(sentence.contains("4.200 MB") && sentence.contains("400 MB"), "{sentence}");
        assert!(OpenError::TooManyRows { sheet: sheet() }.sentence(Lang::Vi).contains("“Cấp xã”"));
    }
}
