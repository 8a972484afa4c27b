//! The button that takes a file: a label over the browser's own file input.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

/// Takes a file.
#[component]
pub fn FileButton(
    /// Its words.
    label: Text,
    /// The kinds of files that the browser offers.
    accept: &'static str,
    /// The name by which tests find it.
    handle: &'static str,
    /// What is done with the file.
    choose: fn(App, web_sys::File),
) -> impl IntoView {
    let app = App::get();
    let taken = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // So that choosing the same file again is a change again.
        input.set_value("");
        choose(app, file);
    };
    view! {
        <label class="button file-button">
            <input
                class="file-button__input"
                type="file"
                accept=accept
                data-testid=handle
                on:change:target=taken
            />
            <span>{move || app.t(label)}</span>
        </label>
    }
}
