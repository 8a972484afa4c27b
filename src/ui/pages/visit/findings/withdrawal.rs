//! Withdrawing a finding: in place, with its reason.

use leptos::prelude::*;

use crate::domain::finding::Finding;
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::findings as words;

use super::entry::change;
use super::focus::{act_id, focus_soon};
use super::mode::{Mode, draft_key};

/// The reason, and the button that withdraws.
#[component]
pub(super) fn Withdrawal(
    /// The open visit.
    session: Session,
    /// The finding.
    finding: Finding,
    /// The card's mode, to go back to reading.
    mode: RwSignal<Mode>,
) -> impl IntoView {
    let app = App::get();
    let reason = RwSignal::new(String::new());
    let key = draft_key(session, Mode::Withdrawing, &finding.id);
    let kept = FormDraft::of(app, "withdrawal", key, FormFields::default().field("reason", reason));
    let tried = RwSignal::new(false);
    let fault = Signal::derive(move || (tried.get() && reason.read().trim().is_empty()).then_some(words::WHY_MISSING));
    let id = format!("withdraw-{}", finding.id);
    focus_soon(id.clone());
    let back = act_id(&finding.id);
    let leave = move || {
        mode.set(Mode::Reading);
        focus_soon(back.clone());
    };
    let field = id.clone();
    let keep = leave.clone();
    let cancel = move |_| {
        kept.discard();
        leave();
    };
    let withdraw = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let why = reason.get_untracked().trim().to_owned();
        if why.is_empty() {
            focus(&field);
        } else if change(session, &finding, |entry| entry.withdrawn = Some(why)) {
            keep();
            kept.leave_with(session);
        }
    };
    view! {
        <form class="finding__form" novalidate on:submit=withdraw>
            <DraftLine draft=kept at=At::Head />
            <TextField id label=words::WHY value=reason error=fault required=true />
            <DraftLine draft=kept at=At::Foot />
            <div class="finding__buttons">
                <button type="submit" class="button button--danger">{move || app.t(words::WITHDRAW_NOW)}</button>
                <button type="button" class="button button--quiet" on:click=cancel>
                    {move || app.t(words::CANCEL)}
                </button>
            </div>
        </form>
    }
}
