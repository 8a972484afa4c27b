//! Widgets that pages share.

pub mod header;

pub mod notices;
