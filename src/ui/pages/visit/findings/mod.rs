//! to be drawn
use leptos::prelude::*;
use crate::domain::id::VisitId;
use super::{bar::Page, opened::Opened};
/// The findings of a visit.
#[component]
pub fn Findings(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Findings draw=|_| () /> }
}
