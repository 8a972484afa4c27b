//! To be drawn.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;

/// To be drawn.
#[component]
pub fn SupervisionPage(id: SupervisionId) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}
