//! The preview of an import: what would be added, replaced and kept. Nothing is written before it is confirmed.

use leptos::prelude::*;

use crate::state::App;
use crate::state::incoming::ImportState;
use crate::state::route::Route;
use crate::ui::components::import_button::ImportButton;
use crate::ui::components::page_head::{PageHead, home_step};
use crate::words::catalogue::import as words;

mod change;
mod preview;

use preview::PreviewOf;

/// The page, in whatever state the file is.
#[component]
pub fn ImportPage() -> impl IntoView {
    let app = App::get();
    app.library.ensure(app);
    let state = app.incoming.state();
    Effect::new(move || {
        if state.with(|state| *state == ImportState::Chosen) {
            app.incoming.read_chosen(app);
        }
    });
    let body = move || match state.get() {
        ImportState::None => view! {
            <div class="form__section">
                <p>{move || app.t(words::NO_FILE)}</p>
                <ImportButton label=words::CHOOSE />
            </div>
        }
        .into_any(),
        ImportState::Chosen | ImportState::Reading => {
            view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any()
        }
        ImportState::Refused(sentence) => view! { <Refused sentence /> }.into_any(),
        ImportState::Ready(offer) => view! { <PreviewOf offer /> }.into_any(),
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::IMPORT).to_owned() path=vec![home_step(app)] />
            {body}
        </div>
    }
}

#[component]
fn Refused(sentence: String) -> impl IntoView {
    let app = App::get();
    let leave = move |_| {
        app.incoming.cancel();
        app.go(&Route::Home);
    };
    view! {
        <section class="refused" role="alert" data-testid="import-refused">
            <h2>{move || app.t(words::REFUSED)}</h2>
            <p class="refused__why">{sentence}</p>
            <p>{move || app.t(words::UNCHANGED)}</p>
        </section>
        <div class="form__buttons">
            <ImportButton label=words::CHOOSE_OTHER />
            <button type="button" class="button button--quiet" on:click=leave>
                {move || app.t(words::CANCEL)}
            </button>
        </div>
    }
}
