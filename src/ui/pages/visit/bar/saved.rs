//! Whether everything is saved, in a word that is always on the screen, and in a sentence when it is not.

use leptos::prelude::*;

use crate::state::session::SaveStatus;
use crate::state::{App, Session};
use crate::words::catalogue::checklist as words;

/// The word. It changes with every answer, so it is not read out; a failure is, by [`SaveFailed`].
#[component]
pub(super) fn Saved(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let status = session.save_status();
    let word = move || {
        app.t(status.with(|status| match status {
            SaveStatus::Saved => words::SAVED,
            SaveStatus::Saving => words::SAVING,
            SaveStatus::Typing => words::NOT_SAVED_YET,
            SaveStatus::Failed(_) => words::NOT_SAVED,
        }))
    };
    view! {
        <p class="saved" data-testid="save-status" data-state=move || status.with(SaveStatus::as_str)>
            {word}
        </p>
    }
}

/// Why the last write failed, and what happens next.
#[component]
pub(super) fn SaveFailed(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let status = session.save_status();
    let reason = Memo::new(move |_| match status.get() {
        SaveStatus::Failed(reason) => Some(reason),
        SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Typing => None,
    });
    view! {
        <div class="save-failed" role="alert">
            {move || {
                reason.get().map(|reason| view! { <p>{reason}</p> <p>{move || app.t(words::TRIES_AGAIN)}</p> })
            }}
        </div>
    }
}
