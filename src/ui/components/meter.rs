//! A meter: how much of a whole, as a bar. The numbers stand beside it in words, so it is hidden from readers.

use leptos::prelude::*;

use crate::words::format::part_percent;

/// A bar for `part` of `whole`.
#[component]
pub fn Meter(
    /// How many.
    part: usize,
    /// Of how many.
    whole: usize,
) -> impl IntoView {
    let percent = part_percent(part, whole);
    view! {
        <span class="meter" aria-hidden="true">
            <span class="meter__bar" style:width=format!("{percent}%")></span>
        </span>
    }
}
