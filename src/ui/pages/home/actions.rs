//! What one can do on the first page of a device that is in use.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::import_button::ImportButton;
use crate::ui::parts::open_sample;
use crate::words::catalogue::library as words;

/// A new supervision, a file, the sample.
#[component]
pub fn Actions() -> impl IntoView {
    let app = App::get();
    view! {
        <nav class="actions" aria-label=move || app.t(words::ACTIONS)>
            <a class="button button--primary" href=Route::NewSupervision.href() data-testid="new-supervision">
                {move || app.t(words::NEW_SUPERVISION)}
            </a>
            <ImportButton label=words::IMPORT_FILE />
            <button
                type="button"
                class="button button--quiet"
                data-testid="open-sample"
                on:click=move |_| open_sample(app)
            >
                {move || app.t(words::OPEN_SAMPLE)}
            </button>
        </nav>
    }
}
