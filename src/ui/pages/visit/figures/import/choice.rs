//! The choice of a file for a table.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::id::TableId;
use crate::state::{App, Session};
use crate::words::catalogue::figures as words;

/// The choice of a file for the table; it leads to where the file is matched.
#[component]
pub(in crate::ui::pages::visit::figures) fn ImportChoice(session: Session, id: TableId) -> impl IntoView {
    let app = App::get();
    let chosen = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // So that choosing the same file again is a change again.
        input.set_value("");
        super::choose(app, session, &id, file);
    };
    view! {
        <label class="button file-button">
            <input
                class="file-button__input"
                type="file"
                accept=".xlsx,.xlsm,.csv,.tsv,.txt"
                data-testid="table-import"
                on:change:target=chosen
            />
            <span>{move || app.t(words::IMPORT)}</span>
        </label>
    }
}
