//! The session without a browser: what follows from what was typed, what is stored, and what another tab did. Plain values
//! in, plain values out; the clock is an argument, and the signals over them are in `state`.

pub mod typing;

pub mod drafts;
