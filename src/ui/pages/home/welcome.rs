//! The first page of a device that holds nothing yet.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::import_button::ImportButton;
use crate::ui::parts::open_sample;
use crate::words::catalogue::library as words;

/// What the app is, and the three ways to begin.
#[component]
pub fn Welcome() -> impl IntoView {
    let app = App::get();
    view! {
        <section class="welcome">
            <p class="welcome__lead">{move || app.t(words::WELCOME)}</p>
            <p class="welcome__more">{move || app.t(words::WELCOME_DATA)}</p>
            <div class="welcome__ways">
                <button
                    type="button"
                    class="button button--primary"
                    data-testid="open-sample"
                    on:click=move |_| open_sample(app)
                >
                    {move || app.t(words::OPEN_SAMPLE)}
                </button>
                <a class="button" href=Route::NewSupervision.href() data-testid="new-supervision">
                    {move || app.t(words::NEW_SUPERVISION)}
                </a>
                <ImportButton label=words::IMPORT_FILE />
            </div>
            <p class="welcome__more">{move || app.t(words::SAMPLE_HINT)}</p>
        </section>
    }
}
