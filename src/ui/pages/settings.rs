//! To be drawn.

use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <h1>"Settings"</h1> }
}
