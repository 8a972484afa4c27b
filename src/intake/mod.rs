//! Tables from outside: what a spreadsheet, a CSV file or the clipboard holds, column by column and row by row, made
//! into dossiers and procedures. Each problem is said with its line and column; good rows are kept; nothing is written
//! here.
//!
//! The reading itself (encodings, workbooks) stands behind the cargo feature `reader`: it is a module of its own that
//! the app loads when it is first asked for.

pub mod sheet;

pub mod calendar;

pub use sheet::{Sheet, SheetCell};
