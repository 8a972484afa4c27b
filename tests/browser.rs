//! What only a browser can show: the store over IndexedDB, and the small doors to the platform.
#![cfg(target_arch = "wasm32")]
