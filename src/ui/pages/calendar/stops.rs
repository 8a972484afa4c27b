//! The clock stops: a row for each.

use leptos::prelude::*;

use crate::state::App;
use crate::ui::components::date_field::DateField;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::calendar as words;

use super::draft::{Draft, StopDraft};

/// The rows, with a button for one more.
#[component]
pub(super) fn Stops(draft: Draft) -> impl IntoView {
    let app = App::get();
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::STOPS)}</legend>
            <p class="field__hint">{move || app.t(words::STOPS_HINT)}</p>
            <ol class="stops">
                <For each=move || draft.stops.get() key=|stop| stop.key let:stop>
                    <StopRow draft stop />
                </For>
            </ol>
            <button type="button" class="button" on:click=move |_| draft.add_stop()>
                {move || app.t(words::ADD_STOP)}
            </button>
        </fieldset>
    }
}

#[component]
fn StopRow(draft: Draft, stop: StopDraft) -> impl IntoView {
    let app = App::get();
    let key = stop.key;
    let place = move || {
        let stops = draft.stops.read();
        stops.iter().position(|other| other.key == key).map_or(0, |position| position + 1).to_string()
    };
    view! {
        <li>
            <fieldset class="stops__stop">
                <legend class="visually-hidden">{move || app.t(words::STOP_N).replace("{n}", &place())}</legend>
                <DateField id=format!("stop-from-{key}") label=words::STOP_FROM value=stop.from />
                <DateField id=format!("stop-to-{key}") label=words::STOP_TO value=stop.to />
                <TextField id=format!("stop-why-{key}") label=words::STOP_WHY value=stop.why />
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=move || app.t(words::REMOVE_STOP_N).replace("{n}", &place())
                    on:click=move |_| draft.remove_stop(key)
                >
                    {move || app.t(words::REMOVE_STOP)}
                </button>
            </fieldset>
        </li>
    }
}
