//! To be drawn.

use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <h1>"ImportPage"</h1> }
}
