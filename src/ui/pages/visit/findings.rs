//! The findings, to be drawn.
use super::{bar::Page, opened::Opened};
use crate::domain::id::VisitId;
use leptos::prelude::*;
/// The findings of a visit.
#[component]
pub fn Findings(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Findings draw=|_| () /> }
}
