//! Scenarios and laws of the pure rooms, run natively.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected should stop there and show it")]

mod build;

mod applicability;
mod audited_reports;
mod bundled;
mod calendar_files;
mod checks;
mod circles;
mod edits;
mod exchange;
mod findings;
mod forms;
mod gate;
mod green_words;
mod legal;
mod scores;
mod tidy;
