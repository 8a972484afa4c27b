//! The browser does not open the database: what to do, above every page, while all of them wait.

use leptos::prelude::*;

use crate::state::App;
use crate::state::device::Delay;
use crate::words::catalogue::device as words;

/// The sentence, while there is anything to say.
#[component]
pub fn SlowDatabase() -> impl IntoView {
    let app = App::get();
    let delay = app.database_delay();
    let sentence = move || {
        delay.get().map(|delay| {
            app.t(match delay {
                Delay::Silence => words::SLOW,
                Delay::OtherTab => words::BLOCKED,
            })
        })
    };
    view! {
        <Show when=move || delay.get().is_some()>
            <div class="banner" role="alert" data-testid="slow-database">
                <p class="banner__text">{sentence}</p>
                <button type="button" class="button" on:click=move |_| app.reload()>
                    {move || app.t(words::RELOAD)}
                </button>
            </div>
        </Show>
    }
}
