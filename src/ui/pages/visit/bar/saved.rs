//! Whether everything is saved, in a word that is always on the screen, and in a sentence when it is not.

use leptos::prelude::*;

use crate::domain::id::{DossierId, ItemCode, TableId};
use crate::state::route::Route;
use crate::state::session::SaveStatus;
use crate::state::{App, Session};
use crate::ui::pages::visit::place::{go_to_item, remember};
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
    // What is not taken may stand on another page than this one.
    let place = Memo::new(move |_| session.first_open().and_then(|field| place_of(session, &field)));
    let word = move || match place.get() {
        None => word().into_any(),
        Some((route, item)) => {
            let go = move |_| {
                if let Some(item) = &item {
                    remember(session.id(), item.clone());
                    go_to_item(item);
                }
            };
            view! { <a class="saved__place" href=route.href() on:click=go>{word}</a> }.into_any()
        }
    };
    view! {
        <p class="saved" data-testid="save-status" data-state=move || status.with(SaveStatus::as_str)>
            {word}
        </p>
    }
}

/// The page of a field by its name among the texts that are not taken, and its item if it is in the checklist.
fn place_of(session: Session, field: &str) -> Option<(Route, Option<ItemCode>)> {
    let (id, mut parts) = (session.id(), field.split('/'));
    Some(match (parts.next()?, parts.next()?) {
        ("dossier", dossier) => (Route::Dossier(id, DossierId::new(dossier).ok()), None),
        ("table", table) => (Route::Table(id, TableId::new(table).ok()?), None),
        ("posting", _) => (Route::Posting(id), None),
        (_, item) => (Route::Visit(id), Some(ItemCode::new(item).ok()?)),
    })
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
