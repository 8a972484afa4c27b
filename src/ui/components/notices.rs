//! What the app says in passing, at the foot of the screen, with what it offers to do about it.

use leptos::prelude::*;

use crate::state::App;
use crate::state::notice::Notice;
use crate::words::catalogue::shell as words;

/// The notices on the screen, read out as they come.
#[component]
pub fn Notices() -> impl IntoView {
    let app = App::get();
    let shown = app.notices.shown();
    view! {
        <div class="notices" role="status" aria-live="polite">
            <For each=move || shown.get() key=|notice| notice.id let:notice>
                <OneNotice notice />
            </For>
        </div>
    }
}

#[component]
fn OneNotice(notice: Notice) -> impl IntoView {
    let app = App::get();
    let id = notice.id;
    let action = notice.action.map(|action| {
        let run = move |_| {
            app.notices.close(id);
            action.run.try_run(());
        };
        view! { <button type="button" class="button notice__action" on:click=run>{move || app.t(action.label)}</button> }
    });
    view! {
        <div class=format!("notice notice--{}", notice.tone.as_str())>
            <p class="notice__text">{notice.sentence}</p>
            {action}
            <button
                type="button"
                class="button button--quiet notice__close"
                aria-label=move || app.t(words::CLOSE)
                on:click=move |_| app.notices.close(id)
            >
                "×"
            </button>
        </div>
    }
}
