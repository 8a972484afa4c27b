//! The form of a statement.
