//! Work that begins before the caller goes on.

use std::task::{Context, Waker};

use leptos::task::spawn_local;

/// Runs a future up to its first wait at once, and the rest as the browser finds time. A write to an open database is issued
/// whole in that first stretch: in time even for a page that is about to go, which gets no other turn.
pub(super) fn start_now(future: impl Future<Output = ()> + 'static) {
    let mut future = Box::pin(future);
    // Nobody is woken by this waker: the task that goes on asks anew.
    if future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        spawn_local(future);
    }
}
