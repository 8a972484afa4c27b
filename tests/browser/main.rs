//! What only a browser can show: the storage contract over IndexedDB, what happens when the database is lost, full,
//! newer or gone, and the small doors to the platform.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected should stop there and show it")]

mod contract;
mod database;
mod doors;
mod losses;
mod opening;
mod reader;
mod tricks;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
