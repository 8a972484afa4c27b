//! What leaves a supervision as files, each with what it is in words.

use leptos::prelude::*;

use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::outgoing::{CsvForm, Kind, Scope, Wanted};
use crate::words::Text;
use crate::words::catalogue::library as words;

/// The tables, each with its name.
const TABLES: [(Kind, Text); 5] = [
    (Kind::Findings, words::TABLE_FINDINGS),
    (Kind::Answers, words::TABLE_ANSWERS),
    (Kind::Scores, words::TABLE_SCORES),
    (Kind::Units, words::TABLE_UNITS),
    (Kind::Dossiers, words::TABLE_DOSSIERS),
];

/// The exports.
#[component]
pub fn Exports(
    /// Of which supervision.
    supervision: Memo<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let id = StoredValue::new(supervision.read_untracked().id.clone());
    let export = move |wanted| app.export(Scope::Supervision(id.get_value()), wanted);
    let singles = TABLES.map(|(kind, name)| {
        let export = move |_| export(Wanted::Table(kind));
        view! { <button type="button" class="button" on:click=export>{move || app.t(name)}</button> }
    });
    view! {
        <section class="exports" id="exports" tabindex="-1" aria-labelledby="exports-title">
            <h2 id="exports-title">{move || app.t(words::EXPORTS)}</h2>
            <div class="exports__main">
                <div class="exports__way">
                    <button
                        type="button"
                        class="button"
                        data-testid="export-json"
                        on:click=move |_| export(Wanted::Json)
                    >
                        {move || app.t(words::EXPORT_JSON)}
                    </button>
                    <p>{move || app.t(words::EXPORT_JSON_HINT)}</p>
                </div>
                <div class="exports__way">
                    <button
                        type="button"
                        class="button"
                        data-testid="export-csv"
                        on:click=move |_| export(Wanted::Csv(CsvForm::Spreadsheet))
                    >
                        {move || app.t(words::EXPORT_CSV)}
                    </button>
                    <p>{move || app.t(words::EXPORT_CSV_HINT)}</p>
                </div>
            </div>
            <details class="exports__more">
                <summary>{move || app.t(words::EXPORT_MORE)}</summary>
                <p class="exports__label">{move || app.t(words::EXPORT_ONE)}</p>
                <div class="actions">{singles}</div>
                <div class="exports__way">
                    <button type="button" class="button" on:click=move |_| export(Wanted::Csv(CsvForm::Machine))>
                        {move || app.t(words::EXPORT_MACHINE)}
                    </button>
                    <p>{move || app.t(words::EXPORT_MACHINE_HINT)}</p>
                </div>
            </details>
        </section>
    }
}
