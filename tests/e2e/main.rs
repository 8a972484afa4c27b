//! The app as a person meets it: the built folder, served, in a real browser. `DIST` names another folder than `dist/`.
//!
//! Each test has a browser and a profile of its own, so run them one at a time:
//! `cargo test --features e2e --test e2e -- --test-threads=1`.
#![expect(clippy::unwrap_used, reason = "a test ends where something is missing")]

mod pages;
mod setup;
mod stored;

mod audit;
mod bin;
mod broken;
mod calendar;
mod damage;
mod dossiers;
mod drafts;
mod figures;
mod folders;
mod grid;
mod import;
mod kill;
mod layout;
mod main_job;
mod offline;
mod parts;
mod posting;
mod quota;
mod ranking;
mod reader;
mod references;
mod robot;
mod slips;
mod tabs;
mod traps;
mod typing;
mod updates;
