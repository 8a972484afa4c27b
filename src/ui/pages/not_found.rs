//! A place that does not exist.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::page_head::PageHead;
use crate::words::catalogue::library as words;

/// Says so, and leads back.
#[component]
pub fn NotFound() -> impl IntoView {
    let app = App::get();
    view! {
        <div class="page">
            <PageHead title=move || app.t(words::NOT_FOUND).to_owned() />
            <div class="not-found">
                <p>{move || app.t(words::NOT_FOUND_HINT)}</p>
                <a class="button" href=Route::Home.href()>{move || app.t(words::BACK_HOME)}</a>
            </div>
        </div>
    }
}
