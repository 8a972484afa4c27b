//! A table of figures from a file.

use leptos::prelude::*;

use crate::domain::id::TableId;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::figures as words;

/// Opens a file for a table and goes to where it is matched.
pub(super) fn choose(app: App, session: Session, id: &TableId, _file: web_sys::File) {
    app.go(&Route::TableImport(session.id(), id.clone()));
}

/// The page.
#[component]
pub(super) fn ImportPage(session: Session, id: TableId) -> impl IntoView {
    let app = App::get();
    view! {
        <div class="page page--table figures">
            <p class="figures__up">
                <a href=Route::Table(session.id(), id).href()>"‹ " {move || app.t(words::BACK_TO_TABLE)}</a>
            </p>
            <h2>{move || app.t(words::IMPORT)}</h2>
        </div>
    }
}
