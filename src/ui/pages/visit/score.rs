//! The score, to be drawn.
use super::{bar::Page, opened::Opened};
use crate::domain::id::VisitId;
use leptos::prelude::*;
/// The score of a visit.
#[component]
pub fn Score(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Score draw=|_| () /> }
}
