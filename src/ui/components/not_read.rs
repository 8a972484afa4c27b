//! What stands in the place of something that could not be read.

use leptos::prelude::*;

use crate::state::App;
use crate::state::loading::Unread;
use crate::words::catalogue::shell as words;

/// Says why, and tries again.
#[component]
pub fn NotRead(
    /// Why it could not be read.
    why: Unread,
    /// Reads it again.
    retry: fn(App),
) -> impl IntoView {
    let app = App::get();
    view! {
        <div class="not-read" data-testid="not-read">
            <p role="alert">{move || why.sentence(app.lang())}</p>
            <button type="button" class="button" data-testid="read-again" on:click=move |_| retry(app)>
                {move || app.t(words::PART_AGAIN)}
            </button>
        </div>
    }
}
