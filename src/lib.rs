//! Sổ Giám Sát: an offline field notebook for supervision delegations (đoàn giám sát).
//!
//! The crate is a house of rooms. Pure rooms compile and are tested natively, without a browser; the rooms
//! that touch the browser stand behind the cargo feature `app`.
//!
//! | Room | What it holds | Never |
//! |---|---|---|
//! | [`words`] | the languages, and how numbers and dates are written | any other room |
//! | [`domain`] | what is true: templates, supervisions, visits, edits, scores, findings | JSON, the clock, randomness |
//! | [`intake`] | tables from outside (CSV, workbooks, the clipboard), made into dossiers and procedures | leptos, storage |
//! | [`report`] | format-neutral tables built from the domain | bytes, storage |
//! | [`storage`] | stored records, the gate that checks them, `Store` over any `Backend`, a backend in memory | the platform |
//! | [`export`] | a report or a record in, bytes out | the clock |
//! | [`engine`] | the session without a browser: typed text, drafts joined with records | the platform, the clock |
//! | `browser` | IndexedDB, preferences, clock, files | views, scoring rules |
//! | `state` | the session: signals, dispatch, autosave, notices | views |
//! | `ui` | pages and components | storage, browser, export |
//!
//! `tests/it/tidy.rs` reads `src/` and holds this table.

pub mod words;

pub mod domain;

pub mod intake;

pub mod report;

pub mod storage;

pub mod export;

pub mod engine;

#[cfg(feature = "app")]
pub mod browser;

#[cfg(feature = "app")]
pub mod state;

#[cfg(feature = "app")]
pub mod ui;
