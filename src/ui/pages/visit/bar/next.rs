//! The button to the next unanswered item.

use leptos::prelude::*;

use crate::state::{App, Session};
use crate::ui::pages::visit::place::go_to_next;
use crate::words::catalogue::checklist as words;

/// The button. When nothing is left it says so instead of moving.
#[component]
pub(super) fn NextUnanswered(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let go = move |_| {
        if !go_to_next(session) {
            let none_asked = session.card().with_untracked(|card| card.total.asked == 0);
            app.notices.say(untrack(|| app.t(if none_asked { words::NO_ITEMS } else { words::ALL_CHECKED })));
        }
    };
    view! {
        <button
            type="button"
            class="button button--primary next"
            data-testid="next-unanswered"
            aria-label=move || app.t(words::NEXT)
            title=move || app.t(words::NEXT_KEYS)
            on:click=go
        >
            <span class="next__words">{move || app.t(words::NEXT_SHORT)}</span>
            <span aria-hidden="true">"↓"</span>
        </button>
    }
}
