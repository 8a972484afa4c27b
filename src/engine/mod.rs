//! The session without a browser: what follows from what was typed, what is stored, and what another tab did. Plain values
//! in, plain values out; the clock and ids are arguments, and the signals over them are in `state`.

pub mod judging;
pub mod open_visit;
pub mod row;
pub mod typing;

pub mod drafts;

#[cfg(test)]
mod open_visit_tests;
#[cfg(test)]
mod story_tests;
