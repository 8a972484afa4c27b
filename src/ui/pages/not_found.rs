//! To be drawn.

use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <h1>"NotFound"</h1> }
}
