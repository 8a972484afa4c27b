//! The calendar as files: out, and in.

use leptos::prelude::*;

use crate::state::App;
use crate::ui::components::file_button::FileButton;
use crate::words::Text;
use crate::words::catalogue::calendar as words;

/// The buttons.
#[component]
pub(super) fn Files() -> impl IntoView {
    let app = App::get();
    let out = move |text: Text, handle: &'static str, as_csv: bool| {
        view! {
            <button type="button" class="button" data-testid=handle on:click=move |_| app.export_calendar(as_csv)>
                {move || app.t(text)}
            </button>
        }
    };
    view! {
        <section class="form__section" aria-labelledby="calendar-files">
            <h2 id="calendar-files">{move || app.t(words::FILES)}</h2>
            <p class="field__hint">{move || app.t(words::FILES_HINT)}</p>
            <div class="form__buttons">
                {out(words::EXPORT_JSON, "calendar-export", false)}
                {out(words::EXPORT_CSV, "calendar-export-csv", true)}
                <CalendarFile label=words::IMPORT />
            </div>
        </section>
    }
}

/// Takes a calendar and shows its preview.
#[component]
pub(super) fn CalendarFile(
    /// The words on it.
    label: Text,
) -> impl IntoView {
    view! {
        <FileButton
            label
            accept=".json,.csv,application/json,text/csv"
            handle="calendar-import"
            choose=|app, file| app.choose_calendar(file)
        />
    }
}
