//! The passages of a report with their ties, and the discrepancies of the figures.

use leptos::prelude::*;

use crate::state::route::Route;

use super::bar::Page;
use super::opened::Opened;

mod list;
mod place_link;
mod statement;

use list::AuditPage;
use statement::StatementPage;

/// The page of a passage or of the discrepancies; none for any other place.
pub fn page(route: Route) -> Option<AnyView> {
    match route {
        Route::Audit(id) => {
            Some(view! { <Opened id page=Page::Figures draw=|session| view! { <AuditPage session /> } /> }.into_any())
        }
        Route::Statement(id, which) => Some(
            view! {
                <Opened
                    id
                    page=Page::Figures
                    draw=move |session| view! { <StatementPage session which=which.clone() /> }
                />
            }
            .into_any(),
        ),
        _ => None,
    }
}
