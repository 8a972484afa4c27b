//! To be drawn.

use leptos::prelude::*;

use crate::domain::id::{SupervisionId, UnitId, VisitId};

/// To be drawn.
#[component]
pub fn NewVisitForm(supervision: SupervisionId, unit: Option<UnitId>) -> impl IntoView {
    view! { <h1>{format!("{supervision:?} {unit:?}")}</h1> }
}

/// To be drawn.
#[component]
pub fn EditVisitForm(id: VisitId) -> impl IntoView {
    view! { <h1>{format!("{id:?}")}</h1> }
}
