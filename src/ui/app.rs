//! The frame: head, the page of the route, notices.

use leptos::prelude::*;

use crate::state::App;
use crate::state::page::{MAIN, focus_main, scroll_to_top};
use crate::state::route::Route;
use crate::words::catalogue::shell as words;

use super::components::header::Header;
use super::components::notices::Notices;
use super::pages;

/// The root of the app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::start();
    let route = app.route();
    // A link moves the place, so the focus and the scroll follow; the first page keeps what the browser restores.
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        if before.is_some_and(|before| before != route) {
            scroll_to_top();
            focus_main();
        }
        route
    });
    view! {
        <Header />
        <main id=MAIN class="main" tabindex="-1">
            <ErrorBoundary fallback=move |_| {
                view! { <p class="empty" role="alert">{move || app.t(words::PAGE_FAILED)}</p> }
            }>{move || Ok::<_, Error>(page(route.get()))}</ErrorBoundary>
        </main>
        <Notices />
    }
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Home => pages::home::Home().into_any(),
        Route::NewSupervision => view! { <pages::supervision_form::SupervisionForm id=None /> }.into_any(),
        Route::Supervision(id) => view! { <pages::supervision::SupervisionPage id /> }.into_any(),
        Route::EditSupervision(id) => view! { <pages::supervision_form::SupervisionForm id=Some(id) /> }.into_any(),
        Route::NewUnit(id) => view! { <pages::unit_form::UnitForm supervision=id unit=None /> }.into_any(),
        Route::EditUnit(id, unit) => view! { <pages::unit_form::UnitForm supervision=id unit=Some(unit) /> }.into_any(),
        Route::NewVisit(id, unit) => view! { <pages::visit_form::NewVisitForm supervision=id unit /> }.into_any(),
        Route::EditVisit(id) => view! { <pages::visit_form::EditVisitForm id /> }.into_any(),
        Route::Visit(id) => view! { <pages::visit::Checklist id /> }.into_any(),
        Route::Dossiers(id) => view! { <pages::visit::Dossiers id /> }.into_any(),
        Route::Dossier(id, dossier) => view! { <pages::visit::DossierForm id dossier /> }.into_any(),
        Route::DossierImport(id) => view! { <pages::visit::DossierImport id /> }.into_any(),
        Route::Apology(id, dossier) => view! { <pages::visit::Apology id dossier /> }.into_any(),
        Route::Coverage(id) => view! { <pages::coverage::VisitCoverage id /> }.into_any(),
        Route::Coverages(id) => view! { <pages::coverage::SupervisionCoverage id /> }.into_any(),
        Route::Score(id) => view! { <pages::visit::Score id /> }.into_any(),
        Route::Findings(id) => view! { <pages::visit::Findings id /> }.into_any(),
        Route::Posting(id) => view! { <pages::visit::PostingPage id /> }.into_any(),
        Route::Draws(id) => view! { <pages::visit::Draws id /> }.into_any(),
        Route::Figures(_)
        | Route::NewTable(_)
        | Route::Table(..)
        | Route::TableImport(..)
        | Route::Ranking(_)
        | Route::Rankings(_) => pages::not_found::NotFound().into_any(),
        Route::Statement(..) | Route::Audit(_) => {
            pages::visit::audit(route).unwrap_or_else(|| pages::not_found::NotFound().into_any())
        }
        Route::Calendar => pages::calendar::CalendarPage().into_any(),
        Route::CalendarImport => pages::calendar::CalendarImportPage().into_any(),
        Route::Legal => pages::legal::LegalPage().into_any(),
        Route::ProcedureLists => pages::procedures::ProcedureListsPage().into_any(),
        Route::ProcedureList(id, version) => view! { <pages::procedures::ProcedureListPage id version /> }.into_any(),
        Route::Import => pages::import::ImportPage().into_any(),
        Route::Settings => pages::settings::Settings().into_any(),
        Route::NotFound => pages::not_found::NotFound().into_any(),
    }
}
