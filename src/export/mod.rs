//! A report or a record in, bytes out. Every function is pure: the same value gives the same bytes, and the date in a
//! file's name is an argument.

use chrono::NaiveDate;

use crate::report::{Material, answers_table, findings_table, scores_table, units_table};

pub mod csv;

pub mod json;

pub mod file_name;

#[cfg(test)]
mod schema_tests;

use self::csv::CsvForm;
use self::file_name::{Kind, file_name};

/// A file to be handed to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name: ASCII, safe on every system.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The four tables of a supervision as CSV: findings, answers, scores, units. `subject` names the files, a unit's name or
/// the supervision's place; `on` is the date in their names.
pub fn csv_files(material: &Material, subject: &str, on: NaiveDate, form: CsvForm) -> Vec<NamedFile> {
    let tables = [
        (Kind::Findings, findings_table(material)),
        (Kind::Answers, answers_table(material)),
        (Kind::Scores, scores_table(material)),
        (Kind::Units, units_table(material)),
    ];
    tables
        .into_iter()
        .map(|(kind, table)| NamedFile { name: file_name(kind, subject, on, form), bytes: csv::csv(&table, form) })
        .collect()
}
