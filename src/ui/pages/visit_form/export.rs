//! What leaves a visit as files, named by its unit and its day.

use leptos::prelude::*;

use crate::state::outgoing::{CsvForm, Scope, Wanted};
use crate::state::{App, Session};
use crate::words::catalogue::library as words;

/// The exports of one visit.
#[component]
pub(super) fn VisitExport(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let scope = StoredValue::new(Scope::Visit(session.supervision().id, session.id()));
    let button = move |text, wanted| {
        let export = move |_| app.export(scope.get_value(), wanted);
        view! { <button type="button" class="button" on:click=export>{move || app.t(text)}</button> }
    };
    view! {
        <section class="form__section exports" aria-labelledby="visit-export">
            <h2 id="visit-export">{move || app.t(words::EXPORT_VISIT)}</h2>
            <div class="actions">
                {button(words::EXPORT_JSON, Wanted::Json)}
                {button(words::EXPORT_CSV, Wanted::Csv(CsvForm::Spreadsheet))}
            </div>
            <p class="field__hint">{move || app.t(words::EXPORT_VISIT_HINT)}</p>
        </section>
    }
}
