//! How a score is reckoned, in four sentences.

use leptos::prelude::*;

use crate::state::App;
use crate::words::catalogue::score as words;

/// The rules.
#[component]
pub(super) fn Rules() -> impl IntoView {
    let app = App::get();
    let rules = words::RULES.map(|rule| view! { <li>{move || app.t(rule)}</li> });
    view! {
        <section class="rules" aria-labelledby="score-rules">
            <h2 id="score-rules">{move || app.t(words::HOW)}</h2>
            <ul class="rules__list">
                {rules.into_iter().collect_view()} <li>{move || app.t(words::ROUNDED)}</li>
            </ul>
        </section>
    }
}
