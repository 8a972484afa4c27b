//! Every sentence that the interface prints, in both languages, one file for each page or concern. A sentence
//! without its translation does not compile. Words that come with data (templates) are not here.

pub mod apology;
pub mod audit;
pub mod bin;
pub mod calendar;
pub mod changes;
pub mod checklist;
pub mod coverage;
pub mod device;
pub mod dossier;
pub mod dossiers;
pub mod drafts;
pub mod draws;
pub mod figures;
pub mod findings;
pub mod forms;
pub mod grid;
pub mod import;
pub mod intake_calendar;
pub mod legal;
pub mod library;
pub mod notice;
pub mod posting;
pub mod procedures;
pub mod ranking;
pub mod reading;
pub mod references;
pub mod score;
pub mod settings;
pub mod shell;
pub mod table_import;
