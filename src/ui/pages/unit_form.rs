//! To be drawn.

use leptos::prelude::*;

use crate::domain::id::{SupervisionId, UnitId};

/// To be drawn.
#[component]
pub fn UnitForm(supervision: SupervisionId, unit: Option<UnitId>) -> impl IntoView {
    view! { <h1>{format!("{supervision:?} {unit:?}")}</h1> }
}
