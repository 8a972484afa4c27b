//! The one gate for every file that comes in.
