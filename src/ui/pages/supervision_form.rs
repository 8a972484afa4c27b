//! To be drawn.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;

/// To be drawn.
#[component]
pub fn SupervisionForm(id: Option<SupervisionId>) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}
