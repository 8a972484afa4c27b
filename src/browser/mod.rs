//! The doors to the browser: the database, preferences, clock, randomness, files, other tabs, updates and the page.
//!
//! Every other room takes what it needs from here as a plain value, so that it can be tested without a browser. A
//! callback that is handed in lives as long as the guard that comes back; dropping the guard takes it off.

pub mod clipboard;

pub mod clock;

pub mod random;

pub mod preferences;

pub mod idb;

pub mod persistence;

pub mod files;

pub mod reader;

pub mod tabs;

pub mod updates;

pub mod offline;

pub mod page;

pub mod listener;

pub mod timer;

mod slot;
