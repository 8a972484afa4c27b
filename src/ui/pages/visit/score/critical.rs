//! The critical items that failed: they stand before everything else that is summed.

use leptos::prelude::*;

use crate::domain::id::ItemCode;
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::catalogue::score as words;

/// The list.
#[component]
pub(super) fn CriticalFailures(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let failed = Memo::new(move |_| session.card().with(|card| card.critical_failed.clone()));
    let template = session.template();
    let question = move |code: &ItemCode| {
        template.item(code).map(|item| item.question.get(app.lang()).to_owned()).unwrap_or_default()
    };
    let list = move || {
        let items = failed.get();
        if items.is_empty() {
            return view! { <p class="quiet">{app.t(words::NO_CRITICAL)}</p> }.into_any();
        }
        let items = items.into_iter().map(|item| {
            let question = question(&item);
            view! { <li class="critical__item"><ItemLink session item /> " " {question}</li> }
        });
        view! { <ul class="critical__list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="critical" aria-labelledby="score-critical">
            <h2 id="score-critical">{move || app.t(words::CRITICAL)}</h2>
            {list}
        </section>
    }
}
