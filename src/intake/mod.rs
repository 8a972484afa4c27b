//! Tables from outside: what a spreadsheet, a CSV file or the clipboard holds, column by column and row by row, made
//! into dossiers and procedures. Each problem is said with its line and column; good rows are kept; nothing is written
//! here.
//!
//! [`protocol`] is what the app and the reader say to each other. The reading itself stands behind the cargo feature
//! `reader`: it is a module of its own that the app loads when it is first asked for.

pub mod protocol;
#[cfg(feature = "reader")]
pub mod reader;
pub mod sheet;

pub mod ask;
pub mod block;
pub mod calendar;
mod quoted;
pub mod updating;

#[cfg(feature = "reader")]
pub mod workbook;

#[cfg(feature = "reader")]
mod cells;
#[cfg(feature = "reader")]
mod damage;
#[cfg(feature = "reader")]
mod date_columns;
#[cfg(feature = "reader")]
mod decode;
#[cfg(feature = "reader")]
mod delimited;
#[cfg(feature = "reader")]
pub mod desk;
#[cfg(feature = "reader")]
mod dossiers;
#[cfg(feature = "reader")]
pub mod figures;
#[cfg(feature = "reader")]
mod heading;
#[cfg(feature = "reader")]
mod places;
#[cfg(feature = "reader")]
mod procedures;
#[cfg(feature = "reader")]
mod rows;
#[cfg(feature = "reader")]
mod synonyms;

#[cfg(test)]
#[cfg(feature = "reader")]
mod text_tests;

pub use sheet::{Merged, Sheet, SheetCell};
