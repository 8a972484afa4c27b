//! What does not agree at the active cell, below the grid, and the way to the next such cell.

use leptos::prelude::*;

use crate::domain::figures::audit::{Discrepancy, Value};
use crate::domain::template::Item;
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
    let total = move || total_words(number(), sheet.is_compared.get(), app.lang());
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
                    let (lang, template) = (app.lang(), sheet.session.template());
                    let line = |found: &Discrepancy| line(found, template.item_against(found), lang);
                    sheet.found_here().iter().map(line).collect::<Vec<_>>()
                }}
            </ul>
        </section>
    }
}

/// How many discrepancies there are; that there are none only where one could have been.
fn total_words(number: usize, is_compared: bool, lang: Lang) -> String {
    match number {
        0 if !is_compared => words::TABLE_NOT_COMPARED.get(lang).to_owned(),
        0 => words::TABLE_AGREES.get(lang).to_owned(),
        number => words::TABLE_DISAGREES.get(lang).replace("{n}", &count(number as u64)),
    }
}

fn line(found: &Discrepancy, item: Option<&Item>, lang: Lang) -> impl IntoView + use<> {
    let item = item.map(|item| item.code.to_string());
    let chip = item.clone().map(|item| view! { <span class="chip">{item}</span> });
    view! {
        <li
            class="ledger-notes__line"
            data-rule=found.rule.key()
            data-stated=plain(&found.stated)
            data-computed=plain(&found.computed)
            data-item=item.unwrap_or_default()
        >
            {chip}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_agrees_only_where_something_was_computed() {
        assert_eq!(total_words(0, true, Lang::Vi), words::TABLE_AGREES.get(Lang::Vi));
        assert_eq!(total_words(0, false, Lang::Vi), words::TABLE_NOT_COMPARED.get(Lang::Vi));
        assert_eq!(total_words(2, true, Lang::Vi), "2 chênh lệch trong biểu.");
    }
}
