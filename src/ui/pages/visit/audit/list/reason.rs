//! Why a discrepancy is set aside: a reason at hand with one tap, or one that is typed.

use leptos::prelude::*;

use crate::domain::id::DiscrepancyId;
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::audit as words;

use super::decided::set_aside;

/// The key of what is kept of the reason.
pub(super) fn draft_key(session: Session, discrepancy: &DiscrepancyId) -> String {
    format!("visit/{}/set-aside/{discrepancy}", session.id())
}

/// The reasons and the field.
#[component]
pub(super) fn Reason(
    /// The open visit.
    session: Session,
    /// Which discrepancy.
    id: DiscrepancyId,
    /// Whether the reason is still asked for.
    is_asking: RwSignal<bool>,
) -> impl IntoView {
    let app = App::get();
    let (reason, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let fault = Signal::derive(move || (tried.get() && reason.read().trim().is_empty()).then_some(words::WHY_MISSING));
    let kept = FormDraft::of(app, "set-aside", draft_key(session, &id), FormFields::default().field("reason", reason));
    let field = format!("why-{id}");
    {
        let field = field.clone();
        request_animation_frame(move || {
            focus(&field);
        });
    }
    let quick = words::REASONS.map(|text| {
        let id = id.clone();
        // What is kept is the record's, and so Vietnamese.
        let take = move |_| {
            if set_aside(session, &id, text.vi.to_owned()) {
                kept.leave_with(session);
            }
        };
        view! {
            <button type="button" class="button" data-testid="quick-reason" on:click=take>{move || app.t(text)}</button>
        }
    });
    let keep = {
        let field = field.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let why = reason.get_untracked().trim().to_owned();
            if why.is_empty() {
                focus(&field);
            } else if set_aside(session, &id, why) {
                kept.leave_with(session);
            }
        }
    };
    let cancel = move |_| {
        kept.discard();
        is_asking.set(false);
    };
    view! {
        <form class="discrepancy__why" novalidate on:submit=keep>
            <div class="discrepancy__buttons" role="group" aria-label=move || app.t(words::WHY)>
                {quick.into_iter().collect_view()}
            </div>
            <DraftLine draft=kept at=At::Head />
            <TextField id=field label=words::WHY value=reason error=fault required=true />
            <DraftLine draft=kept at=At::Foot />
            <div class="discrepancy__buttons">
                <button type="submit" class="button button--primary" data-testid="set-aside-now">
                    {move || app.t(words::SET_ASIDE_NOW)}
                </button>
                <button type="button" class="button button--quiet" on:click=cancel>
                    {move || app.t(words::CANCEL)}
                </button>
            </div>
        </form>
    }
}
