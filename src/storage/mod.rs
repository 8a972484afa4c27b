//! What is stored and how: the records and the gate that checks them, the store over any backend, and a backend in
//! memory. The stored record and the JSON export are one format.

pub mod record;

pub mod json_text;

pub mod check;

pub mod gate;

pub mod refusal;

pub mod rescue;

pub mod reference;

pub mod draft;

pub mod backend;

pub mod memory;

pub mod store;

mod comparison;

mod legacy_checks;

pub mod import;

#[cfg(test)]
mod import_tests;

#[cfg(any(test, feature = "contract"))]
pub mod contract;
