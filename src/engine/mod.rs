//! The session without a browser: what follows from what was typed, what is stored, and what another tab did. Plain values
//! in, plain values out; the signals over them are in `state`.

pub mod drafts;
