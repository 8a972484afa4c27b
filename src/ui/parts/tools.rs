//! The pages beside the visits: reference data, imports, settings.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::ui::pages;

/// Draws one of them.
pub(super) fn page(route: Route) -> AnyView {
    match route {
        Route::Calendar => pages::calendar::CalendarPage().into_any(),
        Route::CalendarImport => pages::calendar::CalendarImportPage().into_any(),
        Route::Legal => pages::legal::LegalPage().into_any(),
        Route::ProcedureLists => pages::procedures::ProcedureListsPage().into_any(),
        Route::ProcedureList(id, version) => view! { <pages::procedures::ProcedureListPage id version /> }.into_any(),
        Route::Import => pages::import::ImportPage().into_any(),
        Route::Settings => pages::settings::Settings().into_any(),
        Route::Bin => pages::bin::BinPage().into_any(),
        _ => pages::not_found::NotFound().into_any(),
    }
}
