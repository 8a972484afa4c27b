//! The foot of a form: save, leave, and whether something must be mended first.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::words::Text;
use crate::words::catalogue::forms as words;

use super::draft_line::{At, DraftLine};
use super::form_draft::FormDraft;

/// The buttons. The first one submits the form around them; it rests while a save is under way, so that a second tap
/// does not save twice.
#[component]
pub fn FormButtons(
    /// The words on the first button.
    label: Text,
    /// Whether the last attempt was refused and something still is wrong.
    failed: Signal<bool>,
    /// Where leaving leads.
    back: Route,
    /// The draft of the form, which leaving by the button discards.
    draft: FormDraft,
) -> impl IntoView {
    let app = App::get();
    let busy = app.library.busy();
    view! {
        <DraftLine draft at=At::Foot />
        <p class="form__failed" role="alert">{move || failed.get().then(|| app.t(words::MEND_FIRST))}</p>
        <div class="form__buttons">
            <button type="submit" class="button button--primary" data-testid="save" disabled=move || busy.get()>
                {move || app.t(label)}
            </button>
            <a class="button button--quiet" href=back.href() on:click=move |_| draft.discard()>{move || app.t(words::CANCEL)}</a>
        </div>
    }
}
