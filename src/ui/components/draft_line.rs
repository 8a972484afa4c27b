//! The line that says that a form holds a draft, with the button that discards it.

use leptos::prelude::*;

use crate::state::App;
use crate::state::notice::store_sentence;
use crate::words::catalogue::drafts as words;
use crate::words::format::{date, time};

use super::form_draft::FormDraft;

/// Where the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Over the fields, for a draft that was found when the form was opened.
    Head,
    /// Below the fields, for one that was begun since: what is typed into never moves.
    Foot,
}

/// The line. A form has it at both places, and it shows at one of them.
#[component]
pub fn DraftLine(
    /// The draft.
    draft: FormDraft,
    /// Where it stands.
    at: At,
) -> impl IntoView {
    let app = App::get();
    let failure = app.drafts.failure();
    let is_here = Memo::new(move |_| draft.written.get().is_some() && draft.is_found() == (at == At::Head));
    let sentence = move || {
        let written = app.local(draft.written.get()?);
        let at = time(written.time());
        let at = match written.date() {
            day if day == app.today() => at,
            day => app.t(words::ON_DAY).replace("{time}", &at).replace("{date}", &date(day)),
        };
        let text = if draft.is_lasting { words::LASTING } else { words::KEPT };
        Some(app.t(text).replace("{time}", &at))
    };
    let not_kept = move || {
        failure.with(|failure| {
            let why = store_sentence(failure.as_ref()?, app.lang());
            Some(view! { <span class="draft__warning" role="alert">{app.t(words::NOT_KEPT)} " " {why}</span> })
        })
    };
    let state = move || failure.with(|failure| if failure.is_some() { "failed" } else { "kept" });
    view! {
        <Show when=move || is_here.get()>
            <div class="draft" data-testid="draft" data-form=draft.name data-state=state>
                <p class="draft__said">
                    <span>{sentence}</span>
                    {move || {
                        draft.has_moved.get().then(|| {
                            view! { <span class="draft__warning" role="status">{move || app.t(words::MOVED)}</span> }
                        })
                    }}
                    {not_kept}
                </p>
                <button type="button" class="button button--quiet" on:click=move |_| draft.discard()>
                    {move || app.t(words::DISCARD)}
                </button>
            </div>
        </Show>
    }
}
