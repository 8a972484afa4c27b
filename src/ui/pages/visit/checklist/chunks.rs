//! The order in which rows come to the screen: what is in sight at once, the rest in the next frames, so that a long
//! checklist opens as fast as a short one. Within a moment every row is there, for search and for assistive tools.

use std::time::Duration;

use leptos::prelude::*;

/// How many rows are drawn at once: more than any screen shows.
const AT_ONCE: usize = 12;

/// How many rows each later step adds.
const STEP: usize = 60;

/// Rows that are drawn together.
pub(super) const CHUNK: usize = 12;

/// How many of `total` rows may be drawn. It grows to all of them, beginning after the first paint.
pub(super) fn growing(total: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(AT_ONCE.min(total));
    if AT_ONCE < total {
        request_animation_frame(move || set_timeout(move || grow(drawn, total), Duration::ZERO));
    }
    drawn
}

fn grow(drawn: RwSignal<usize>, total: usize) {
    // None if the page was left in the meantime.
    let now = drawn.try_update(|drawn| {
        *drawn = (*drawn + STEP).min(total);
        *drawn
    });
    if now.is_some_and(|now| now < total) {
        set_timeout(move || grow(drawn, total), Duration::ZERO);
    }
}
