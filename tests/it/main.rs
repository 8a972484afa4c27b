//! Scenarios and laws of the pure rooms, run natively.

mod build;

mod applicability;
mod bundled;
mod edits;
mod findings;
mod gate;
mod scores;
mod tidy;
