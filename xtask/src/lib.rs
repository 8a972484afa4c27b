//! The project's commands, and the parts that tests and benchmarks share: a static server and a driver for Chromium.

pub mod parts;

#[path = "../../src/ui/parts/places.rs"]
mod places;

pub mod run;

pub mod setup;

pub mod shell;

pub mod tables;

pub mod build;

pub mod lint;

pub mod tests;

pub mod server;

pub mod chromium;

pub mod shots;

pub mod bench;
