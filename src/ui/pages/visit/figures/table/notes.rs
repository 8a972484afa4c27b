//! What does not agree at the active cell, below the grid, and the way to the next such cell.

use leptos::prelude::*;

use crate::domain::figures::audit::{Discrepancy, Value};
use crate::report::audit::rule_words;
use crate::state::route::Route;
use crate::words::Lang;
use crate::words::catalogue::figures as words;
use crate::words::format::count;

use super::marks::sentence;
use super::sheet::Sheet;

/// The strip.
#[component]
pub(super) fn Notes(sheet: Sheet) -> impl IntoView {
    let app = sheet.app;
    let number = move || sheet.found.with(|found| found.len());
    let href = Route::Audit(sheet.session.id()).href();
    let next = move |_| {
        if let Some(place) = sheet.next_wrong() {
            sheet.set_focus(true);
            sheet.go(place);
        }
    };
    let total = move || match number() {
        0 if !sheet.is_compared.get() => app.t(words::TABLE_NOT_COMPARED).to_owned(),
        0 => app.t(words::TABLE_AGREES).to_owned(),
        number => app.t(words::TABLE_DISAGREES).replace("{n}", &count(number as u64)),
    };
    view! {
        <section class="ledger-notes" aria-label=move || app.t(words::DISAGREES)>
            <p class="ledger-notes__total" data-testid="table-discrepancies" data-number=move || number().to_string()>
                <strong>{total}</strong>
                <Show when=move || { number() > 0 }>
                    <button type="button" class="button" data-testid="next-discrepancy" on:click=next>
                        {move || app.t(words::NEXT_WRONG)}
                    </button>
                </Show>
                <a class="button button--quiet" href=href.clone()>{move || app.t(words::TO_AUDIT)}</a>
            </p>
            <ul class="ledger-notes__here" aria-live="polite">
                {move || {
                    let lang = app.lang();
                    sheet.found_here().iter().map(|found| line(found, lang)).collect::<Vec<_>>()
                }}
            </ul>
        </section>
    }
}

fn line(found: &Discrepancy, lang: Lang) -> impl IntoView + use<> {
    view! {
        <li
            class="ledger-notes__line"
            data-rule=found.rule.key()
            data-stated=plain(&found.stated)
            data-computed=plain(&found.computed)
            data-item=found.item.to_string()
        >
            <span class="chip">{found.item.to_string()}</span>
            " "
            {rule_words(found.rule).get(lang)}
            ". "
            {sentence(found, lang)}
        </li>
    }
}

/// A value for handles: a figure as it is stored.
fn plain(value: &Value) -> String {
    match value {
        Value::Figure { figure, .. } | Value::Percent(figure) => figure.to_string(),
        Value::Undefined => String::new(),
        Value::Words(said) => said.clone(),
    }
}
