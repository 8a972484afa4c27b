//! The pages of the daily work: a supervision, its forms, the checklist of a visit, score and findings.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::ui::pages;

/// Draws one of them.
pub(super) fn page(route: Route) -> AnyView {
    match route {
        Route::NewSupervision => view! { <pages::supervision_form::SupervisionForm id=None /> }.into_any(),
        Route::Supervision(id) => view! { <pages::supervision::SupervisionPage id /> }.into_any(),
        Route::EditSupervision(id) => view! { <pages::supervision_form::SupervisionForm id=Some(id) /> }.into_any(),
        Route::NewUnit(id) => view! { <pages::unit_form::UnitForm supervision=id unit=None /> }.into_any(),
        Route::EditUnit(id, unit) => view! { <pages::unit_form::UnitForm supervision=id unit=Some(unit) /> }.into_any(),
        Route::NewVisit(id, unit) => view! { <pages::visit_form::NewVisitForm supervision=id unit /> }.into_any(),
        Route::EditVisit(id) => view! { <pages::visit_form::EditVisitForm id /> }.into_any(),
        Route::Visit(id) => view! { <pages::visit::Checklist id /> }.into_any(),
        Route::Score(id) => view! { <pages::visit::Score id /> }.into_any(),
        Route::Findings(id) => view! { <pages::visit::Findings id /> }.into_any(),
        _ => pages::not_found::NotFound().into_any(),
    }
}
