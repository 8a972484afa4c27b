//! What was observed at the item of a finding: its question, the answer and the note, never copied.

use leptos::prelude::*;

use crate::domain::id::ItemCode;
use crate::report::answer_words::answer_words;
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::catalogue::findings as words;

/// The observation.
#[component]
pub(super) fn Observed(
    /// The open visit.
    session: Session,
    /// The item.
    item: ItemCode,
) -> impl IntoView {
    let app = App::get();
    let template = session.template();
    let code = item.clone();
    let seen = move || {
        let lang = app.lang();
        let item = template.item(&code)?;
        let state = session.row(&item.code)?.get();
        let answer = state.answer().map(|answer| answer_words(item, answer, lang));
        let note = state.entry.note.trim();
        let note = (!note.is_empty()).then(|| app.t(words::NOTED).replace("{note}", note));
        let question = item.question.get(lang).to_owned();
        Some(view! {
            <span>{question}</span>
            {answer.map(|answer| view! { " – " <strong>{answer}</strong> })}
            {note.map(|note| view! { <span class="observed__note">{note}</span> })}
        })
    };
    view! {
        <p class="observed">
            <span class="observed__label">{move || app.t(words::OBSERVED)}</span>
            <ItemLink session item />
            " "
            {seen}
        </p>
    }
}
