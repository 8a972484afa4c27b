//! A report or a record in, bytes out. Every function is pure: the same value gives the same bytes, and the date in a
//! file's name is an argument.

use chrono::NaiveDate;

use crate::report::{
    Material, answers_table, discrepancies_table, dossiers_of, findings_table, scores_table, units_table,
};

pub mod csv;

pub mod json;

pub mod file_name;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod mutation_tests;
#[cfg(test)]
mod schema_tests;

use crate::storage::gate::{Refusal, read_file};

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

/// Records that the app takes back as they are, and those that it would refuse, each with why. Only the former may be called
/// exported: a backup that cannot come back is none.
pub fn tell_backups(files: Vec<NamedFile>) -> (Vec<NamedFile>, Vec<(NamedFile, Refusal)>) {
    let (mut backups, mut refused) = (Vec::new(), Vec::new());
    for file in files {
        match read_file(&file.bytes) {
            Ok(_) => backups.push(file),
            Err(refusal) => refused.push((file, refusal)),
        }
    }
    (backups, refused)
}

/// The tables of a supervision or a visit as CSV, one for each kind asked for; a record is no table. `subject` names the
/// files, a unit's name or the supervision's place; `on` is the date in their names.
pub fn csv_files(material: &Material, kinds: &[Kind], subject: &str, on: NaiveDate, form: CsvForm) -> Vec<NamedFile> {
    let file = |kind: &Kind| {
        let table = match kind {
            Kind::Findings => findings_table(material),
            Kind::Answers => answers_table(material),
            Kind::Scores => scores_table(material),
            Kind::Units => units_table(material),
            Kind::Dossiers => dossiers_of(material),
            Kind::Discrepancies => discrepancies_table(material),
            Kind::Record => return None,
        };
        Some(NamedFile { name: file_name(*kind, subject, on, form), bytes: csv::csv(&table, form) })
    };
    kinds.iter().filter_map(file).collect()
}
