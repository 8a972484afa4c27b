//! Undo and redo, by buttons and by keys.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::state::{App, Session};
use crate::ui::pages::visit::place::go_to_next;
use crate::words::catalogue::checklist as words;

use super::Page;

/// The two buttons.
#[component]
pub(super) fn Steps(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let (can_undo, can_redo) = (session.can_undo(), session.can_redo());
    view! {
        <button
            type="button"
            class="button tool"
            data-testid="undo"
            aria-label=move || app.t(words::UNDO)
            title=move || app.t(words::UNDO_KEYS)
            disabled=move || !can_undo.get()
            on:click=move |_| session.undo()
        >
            <span aria-hidden="true">"↶"</span>
        </button>
        <button
            type="button"
            class="button tool"
            data-testid="redo"
            aria-label=move || app.t(words::REDO)
            title=move || app.t(words::REDO_KEYS)
            disabled=move || !can_redo.get()
            on:click=move |_| session.redo()
        >
            <span aria-hidden="true">"↷"</span>
        </button>
    }
}

/// What a key asks for.
enum Wish {
    Undo,
    Redo,
    Next,
}

fn wish(event: &KeyboardEvent) -> Option<Wish> {
    let key = event.key().to_ascii_lowercase();
    let with_control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (key.as_str(), with_control, event.shift_key()) {
        ("z", true, false) => Some(Wish::Undo),
        ("y", true, false) | ("z", true, true) => Some(Wish::Redo),
        ("n", false, false) if !event.alt_key() => Some(Wish::Next),
        _ => None,
    }
}

/// In a text field the keys belong to the text: there the browser undoes what was typed.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let fields = "textarea, select, input:not([type=radio]):not([type=checkbox])";
    target.is_some_and(|target| target.matches(fields).unwrap_or(false))
}

/// Listens for the keys as long as the page is there.
pub(super) fn listen_for_keys(session: Session, page: Page) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if is_typing(&event) {
            return;
        }
        match wish(&event) {
            Some(Wish::Undo) => session.undo(),
            Some(Wish::Redo) => session.redo(),
            Some(Wish::Next) if page == Page::Checklist => {
                go_to_next(session);
            }
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}
