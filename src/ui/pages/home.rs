//! To be drawn.

use leptos::prelude::*;

/// To be drawn.
#[component]
pub fn Home() -> impl IntoView {
    view! { <h1>"Home"</h1> }
}
