//! A meter: how much of a whole, as a bar. The numbers stand beside it in words, so it is hidden from readers.

use leptos::prelude::*;

use crate::domain::outcome::share;
use crate::words::format::meter_percent;

/// A bar for `part` of `whole`.
#[component]
pub fn Meter(
    /// How many.
    part: usize,
    /// Of how many.
    whole: usize,
) -> impl IntoView {
    let percent = share(part as u64, whole as u64).map_or(0, |share| meter_percent(&share));
    view! {
        <span class="meter" aria-hidden="true">
            <span class="meter__bar" style:width=format!("{percent}%")></span>
        </span>
    }
}
