//! Futures that begin at once.

use std::future::Future;
use std::task::{Context, Waker};

use wasm_bindgen_futures::spawn_local;

/// Runs a future up to its first wait before this returns, and the rest as its events come. A page that goes away has
/// only this moment: what a spawned future does first may be too late.
pub fn begin(future: impl Future<Output = ()> + 'static) {
    let mut future = Box::pin(future);
    // The wait is polled again by its own task, which leaves a waker that works.
    if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        spawn_local(future);
    }
}
