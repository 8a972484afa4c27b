//! The session without a browser: what was typed and when it is due. No signals, no clock, no database handle: the
//! moments come in as arguments.

pub mod typing;
