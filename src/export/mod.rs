//! A report or a record in, bytes out.
