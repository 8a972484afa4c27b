//! What is true, without a browser, a clock or a file: the supervision and its units, the template, the visit
//! and the edits that change it, and what follows from them (evidence, visibility, score, findings).
//!
//! Time, names and ids are arguments. Wrong user data is a finding or a warning, not an error; an error here means
//! that an edit or a record cannot be taken at all.

pub mod id;

pub mod supervision;

pub mod template;

pub mod verdict;

pub mod check;

mod checked_items;

pub mod answer;

pub mod finding_entry;

pub mod visit;

pub mod edit;

pub mod evidence;

pub mod applicability;

pub mod outcome;

pub mod score;

pub mod calendar;

pub mod regime;

pub mod reference;

pub mod wording;

pub mod finding;

pub mod progress;

pub mod sampling;

pub mod procedure;

pub mod dossier;

pub mod figures;

#[cfg(test)]
pub mod fixture;
