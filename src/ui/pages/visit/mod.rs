//! To be drawn.

use leptos::prelude::*;

use crate::domain::id::VisitId;

/// To be drawn.
#[component]
pub fn Checklist(id: VisitId) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}

/// To be drawn.
#[component]
pub fn Score(id: VisitId) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}

/// To be drawn.
#[component]
pub fn Findings(id: VisitId) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}
