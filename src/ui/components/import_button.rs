//! The button that takes a file: a label over the browser's own file input.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

/// Takes a JSON file and shows its preview.
#[component]
pub fn ImportButton(
    /// Its words.
    label: Text,
) -> impl IntoView {
    let app = App::get();
    let choose = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // So that choosing the same file again is a change again.
        input.set_value("");
        app.incoming.choose(app, file);
    };
    view! {
        <label class="button file-button">
            <input
                class="file-button__input"
                type="file"
                accept=".json,application/json"
                data-testid="import-file"
                on:change:target=choose
            />
            <span>{move || app.t(label)}</span>
        </label>
    }
}
