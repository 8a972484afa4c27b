//! The pages of what a unit reported: tables of figures, statements, the audit, indicators and ranking.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::ui::pages;

/// Draws one of them.
pub(super) fn page(route: Route) -> AnyView {
    let drawn = pages::ranking::page(&route).or_else(|| pages::visit::audit(route.clone()));
    let drawn = drawn.or_else(|| pages::visit::figures(route));
    drawn.unwrap_or_else(|| pages::not_found::NotFound().into_any())
}
