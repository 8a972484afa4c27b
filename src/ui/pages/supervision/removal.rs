//! Removing a supervision: at the foot of its page, out of the way, and it can be taken back.

use leptos::prelude::*;

use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::words::catalogue::library as words;

/// The button with what it does.
#[component]
pub fn Removal(
    /// Of which supervision.
    supervision: Memo<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let remove = move |_| app.library.delete_supervision(app, supervision.read_untracked().id.clone());
    view! {
        <footer class="removal">
            <button type="button" class="button button--danger" on:click=remove>
                {move || app.t(words::DELETE_SUPERVISION)}
            </button>
            <p>{move || app.t(words::DELETE_SUPERVISION_HINT)}</p>
        </footer>
    }
}
