//! The form of a passage: pasted, read, its picks put right, tied to each other and to the tables, and kept in one step.

use leptos::prelude::*;

use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::Tie;
use crate::domain::id::{StatementId, TieId};
use crate::state::page::focus;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::field::{Field, described_by};
use crate::ui::components::form_draft::FormDraft;
use crate::ui::components::text_field::TextField;
use crate::ui::components::typed::typed;
use crate::words::catalogue::audit::TO_FIGURES;
use crate::words::catalogue::audit::statement as words;
use crate::words::format::count;

mod chooser;
mod draft;
mod following;
mod marked;
mod pick_form;
mod proposals;
mod slots;
mod ties;
mod trial;
mod tying;

use draft::Draft;
use marked::Marked;
use proposals::{Offers, Proposals};
use ties::Ties;
use trial::{is_whole, takes};

/// The id of the field of the text.
const TEXT: &str = "statement-text";

/// The form.
#[component]
pub(super) fn StatementPage(
    /// The open visit.
    session: Session,
    /// Which passage; none for a new one.
    which: Option<StatementId>,
) -> impl IntoView {
    let app = App::get();
    let held = which.as_ref().map(|id| {
        let statement =
            untrack(|| session.figures(|figures| figures.statements.get(id).map(|held| held.value.clone())));
        statement.map(|statement| (id.clone(), statement))
    });
    let draft = match held {
        Some(None) => None,
        Some(Some(held)) => Draft::new(app, session, Some(held)),
        None => Draft::new(app, session, None),
    };
    match draft {
        Some(draft) => view! { <Form draft /> }.into_any(),
        None => view! { <p class="empty">{move || app.t(words::MISSING)}</p> }.into_any(),
    }
}

#[component]
fn Form(draft: Draft) -> impl IntoView {
    let app = App::get();
    let kept = draft.kept_form(app);
    let offers = Offers::new(app, draft);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        keep(app, draft, offers, kept);
    };
    // The fields around the text decide which tables are looked at.
    Effect::new(move |before: Option<()>| {
        draft.place.track();
        draft.body.track();
        if before.is_some() {
            draft.read_soon();
        }
    });
    let heading = if draft.is_new { words::NEW } else { words::ONE };
    view! {
        <form class="page page--form statement" novalidate data-testid="statement" on:submit=submit>
            <h2>{move || app.t(heading)}</h2>
            <DraftLine draft=kept at=At::Head />
            <div class="statement__where">
                <TextField id="statement-place" label=words::PLACE hint=words::PLACE_HINT value=draft.place />
                <TextField id="statement-body" label=words::BODY hint=words::BODY_HINT value=draft.body />
            </div>
            <TextArea draft />
            <Marked draft />
            <Proposals draft offers />
            <Ties draft />
            <DraftLine draft=kept at=At::Foot />
            <Buttons draft offers kept />
        </form>
    }
}

/// The text: read at once when it is pasted, after a pause when it is typed.
#[component]
fn TextArea(draft: Draft) -> impl IntoView {
    let app = App::get();
    let fault = Signal::derive(move || draft.fault());
    let described = described_by(TEXT, true, fault);
    let is_pasted = StoredValue::new(false);
    let read = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlTextAreaElement>| {
        draft.text.set(event.target().value());
        if is_pasted.get_value() {
            is_pasted.set_value(false);
            draft.read_now();
        } else {
            draft.read_soon();
        }
    };
    view! {
        <Field id=TEXT label=move || app.t(words::TEXT).to_owned() hint=Some(words::TEXT_HINT) error=fault required=true>
            <textarea
                class="input input--tall"
                id=TEXT
                rows="6"
                lang="vi"
                data-testid="statement-text"
                aria-required="true"
                aria-invalid=move || fault.get().is_some().then_some("true")
                aria-describedby=described
                use:typed=draft.text
                on:paste=move |_| is_pasted.set_value(true)
                on:input:target=read
            ></textarea>
        </Field>
    }
}

#[component]
fn Buttons(draft: Draft, offers: Offers, kept: FormDraft) -> impl IntoView {
    let app = App::get();
    let session = draft.session;
    let label = move || match offers.ticked.with(Vec::len) {
        0 => app.t(words::KEEP).to_owned(),
        n => app.t(words::KEEP_WITH).replace("{n}", &count(n as u64)),
    };
    view! {
        <div class="form__buttons">
            <button type="submit" class="button button--primary" data-testid="keep-statement">{label}</button>
            <a class="button" href=Route::Audit(session.id()).href() data-testid="to-audit">
                {move || app.t(words::TO_AUDIT)}
            </a>
            <a class="button button--quiet" href=Route::Figures(session.id()).href()>{move || app.t(TO_FIGURES)}</a>
            {(!draft.is_new)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button--quiet button--danger"
                            on:click=move |_| remove(app, draft, kept)
                        >
                            {move || app.t(words::REMOVE)}
                        </button>
                    }
                })}
        </div>
    }
}

/// Keeps the passage with the ties that are ticked; ties of picks that were dropped go with them.
fn keep(app: App, draft: Draft, offers: Offers, kept: FormDraft) {
    draft.tried.set(true);
    draft.read_now();
    if untrack(|| draft.fault()).is_some() {
        focus(TEXT);
        return;
    }
    let (session, id) = (draft.session, draft.id.get_value());
    let statement = draft.read.get_untracked();
    let tied = untrack(|| offers.ticked.get()).into_iter().enumerate().filter_map(|(place, relation)| {
        let id = TieId::new(app.new_sorted_id(place)).ok()?;
        Some(Put { id, value: Some(Tie { relation, item: None }) })
    });
    let loose = untrack(|| {
        session.figures(|figures| {
            let of_it = figures.ties.iter().filter(|(_, held)| takes(&held.value.relation, &id));
            let loose = of_it.filter(|(_, held)| !is_whole(&held.value.relation, &id, &statement));
            loose.map(|(tie, _)| Put { id: tie.clone(), value: None }).collect::<Vec<_>>()
        })
    });
    let ties: Vec<Put<TieId, Tie>> = tied.chain(loose).collect();
    let put = vec![Put { id: id.clone(), value: Some(draft.joined(&statement)) }];
    let edits = [FiguresEdit::Statements { put }].into_iter().chain(of_ties(ties));
    if !session.takes(Edit::of(edits.map(|change| Edit::Figures { change }))) {
        return;
    }
    draft.kept(&statement);
    kept.leave_with(session);
    app.notices.say(app.t(words::KEPT).to_owned());
    if draft.is_new {
        app.go(&Route::Statement(session.id(), Some(id)));
    }
}

fn of_ties(put: Vec<Put<TieId, Tie>>) -> Option<FiguresEdit> {
    (!put.is_empty()).then_some(FiguresEdit::Ties { put })
}

/// Removes the passage with all its ties.
fn remove(app: App, draft: Draft, kept: FormDraft) {
    let (session, id) = (draft.session, draft.id.get_value());
    let ties = untrack(|| {
        session.figures(|figures| {
            let of_it = figures.ties.iter().filter(|(_, held)| takes(&held.value.relation, &id));
            of_it.map(|(tie, _)| Put { id: tie.clone(), value: None }).collect::<Vec<_>>()
        })
    });
    let edits = of_ties(ties).into_iter().chain([FiguresEdit::Statements { put: vec![Put { id, value: None }] }]);
    session.dispatch(Edit::of(edits.map(|change| Edit::Figures { change })));
    kept.leave_with(session);
    app.go(&Route::Audit(session.id()));
}
