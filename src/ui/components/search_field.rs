//! A search field over a list that is already on the screen.

use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::library as words;

/// A search field. What is typed goes into `needle` at each key.
#[component]
pub fn SearchField(
    /// Its id in the page.
    id: &'static str,
    /// What is searched.
    label: Text,
    /// What is typed.
    needle: RwSignal<String>,
) -> impl IntoView {
    let app = App::get();
    view! {
        <div class="search">
            <label class="visually-hidden" for=id>{move || app.t(label)}</label>
            <input
                class="input search__input"
                type="search"
                id=id
                autocomplete="off"
                placeholder=move || format!("{}…", app.t(label))
                title=move || app.t(words::SEARCH_HINT)
                bind:value=needle
            />
        </div>
    }
}
