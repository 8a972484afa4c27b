//! The frame: head, the page of the route, notices.

use leptos::prelude::*;

use crate::state::App;
use crate::state::page::{MAIN, focus_main, scroll_to_top};
use crate::state::route::Route;
use crate::words::catalogue::shell as words;

use super::components::header::Header;
use super::components::notices::Notices;
use super::pages;
use super::parts::{Apart, Part, Parts};

/// The root of the app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::start();
    Parts::start();
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
    match part(&route) {
        Some(part) => view! { <Apart part route /> }.into_any(),
        None if route == Route::Home => pages::home::Home().into_any(),
        None => pages::not_found::NotFound().into_any(),
    }
}

/// The part that draws a page; none where the first load does.
fn part(route: &Route) -> Option<Part> {
    match route {
        Route::Home | Route::NotFound => None,
        Route::NewSupervision
        | Route::Supervision(_)
        | Route::EditSupervision(_)
        | Route::NewUnit(_)
        | Route::EditUnit(..)
        | Route::NewVisit(..)
        | Route::EditVisit(_)
        | Route::Visit(_)
        | Route::Score(_)
        | Route::Findings(_) => Some(Part::Visits),
        Route::Dossiers(_)
        | Route::Dossier(..)
        | Route::DossierImport(_)
        | Route::Apology(..)
        | Route::Coverage(_)
        | Route::Coverages(_)
        | Route::Posting(_)
        | Route::Draws(_) => Some(Part::Samples),
        Route::Figures(_)
        | Route::NewTable(_)
        | Route::Table(..)
        | Route::TableImport(..)
        | Route::Statement(..)
        | Route::Audit(_)
        | Route::Ranking(_)
        | Route::Rankings(_) => Some(Part::Figures),
        Route::Calendar
        | Route::CalendarImport
        | Route::Legal
        | Route::ProcedureLists
        | Route::ProcedureList(..)
        | Route::Import
        | Route::Settings
        | Route::Bin => Some(Part::Tools),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::route::every_kind;
    use crate::ui::parts::places::PLACES;

    /// What `boot.js` makes of an address.
    fn begun(address: &str) -> Option<&'static str> {
        let segments: Vec<&str> = address.trim_start_matches("#/").split('/').collect();
        let fits = |beginning: &str| {
            beginning
                .split('/')
                .enumerate()
                .all(|(place, word)| segments.get(place).is_some_and(|segment| word == "*" || word == *segment))
        };
        PLACES.iter().find(|(beginning, _)| fits(beginning)).map(|(_, part)| *part)
    }

    #[test]
    fn the_table_of_places_names_the_part_of_every_route() {
        for route in every_kind() {
            let part = part(&route).map(|part| format!("{part:?}").to_lowercase());
            assert_eq!(begun(&route.href()), part.as_deref(), "{route:?}");
        }
    }
}
