//! The pages of what is sampled at a visit: the posting of procedures, draws, dossiers, apology letters and their sums.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::ui::pages;

/// Draws one of them.
pub(super) fn page(route: Route) -> AnyView {
    match route {
        Route::Dossiers(id) => view! { <pages::visit::Dossiers id /> }.into_any(),
        Route::Dossier(id, dossier) => view! { <pages::visit::DossierForm id dossier /> }.into_any(),
        Route::DossierImport(id) => view! { <pages::visit::DossierImport id /> }.into_any(),
        Route::Apology(id, dossier) => view! { <pages::visit::Apology id dossier /> }.into_any(),
        Route::Coverage(id) => view! { <pages::coverage::VisitCoverage id /> }.into_any(),
        Route::Coverages(id) => view! { <pages::coverage::SupervisionCoverage id /> }.into_any(),
        Route::Posting(id) => view! { <pages::visit::PostingPage id /> }.into_any(),
        Route::Draws(id) => view! { <pages::visit::Draws id /> }.into_any(),
        _ => pages::not_found::NotFound().into_any(),
    }
}
