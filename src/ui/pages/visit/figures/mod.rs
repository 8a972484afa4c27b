//! The figures of a visit: its tables and statements, the grid in which a table is entered, tables from a file.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::ui::pages::visit::bar::Page;
use crate::ui::pages::visit::opened::Opened;

mod import;

mod new;

mod overview;

mod shown;

mod table;

use import::ImportPage;
use new::NewTable;
use overview::Overview;
use table::TablePage;

/// The page of a route about figures; none for other routes.
pub fn page(route: Route) -> Option<AnyView> {
    let page = Page::Figures;
    Some(match route {
        Route::Figures(id) => view! { <Opened id page draw=|session| view! { <Overview session /> } /> }.into_any(),
        Route::NewTable(id) => view! { <Opened id page draw=|session| view! { <NewTable session /> } /> }.into_any(),
        Route::Table(id, table) => view! {
            <Opened id page draw=move |session| view! { <TablePage session id=table.clone() /> } />
        }
        .into_any(),
        Route::TableImport(id, table) => view! {
            <Opened id page draw=move |session| view! { <ImportPage session id=table.clone() /> } />
        }
        .into_any(),
        _ => return None,
    })
}
