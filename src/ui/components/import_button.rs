//! The button that takes a file of the app.

use leptos::prelude::*;

use crate::words::Text;

use super::file_button::FileButton;

/// Takes a JSON file and shows its preview.
#[component]
pub fn ImportButton(
    /// Its words.
    label: Text,
) -> impl IntoView {
    view! {
        <FileButton
            label
            accept=".json,application/json"
            handle="import-file"
            choose=|app, file| app.incoming.choose(app, file)
        />
    }
}
