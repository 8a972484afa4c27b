//! The form of a dossier. There is no button that saves: what is typed is judged at once and saved soon after, like every
//! answer.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::edit::{DossierRow, Edit};
use crate::domain::id::{DossierId, VisitId};
use crate::state::page::focus;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::pages::visit::bar::Page;
use crate::ui::pages::visit::opened::Opened;
use crate::words::catalogue::dossiers as words;

mod draft;
mod fields;
mod known;
mod values;
mod verdict;

use draft::Draft;
use fields::Fields;
pub(super) use known::begin_like_last;
use known::offered;
use verdict::Verdict;

/// The form of a dossier of a visit; of a new one if none is named.
#[component]
pub fn DossierForm(
    /// Which visit.
    id: VisitId,
    /// Which dossier.
    dossier: Option<DossierId>,
) -> impl IntoView {
    let draw = move |session| view! { <Form session dossier=dossier.clone() /> };
    view! { <Opened id page=Page::Dossiers draw /> }
}

#[component]
fn Form(session: Session, dossier: Option<DossierId>) -> impl IntoView {
    let app = App::get();
    session.want_calendar();
    let is_new = dossier.is_none();
    let id = dossier.or_else(|| DossierId::new(app.new_sorted_id(0)).ok());
    let held = |id: &DossierId| untrack(|| session.samples(|visit| Some(visit.dossiers.get(id)?.dossier.clone())));
    let begun = id.as_ref().and_then(held).or_else(|| is_new.then(|| begin_like_last(session)));
    let (Some(id), Some(begun)) = (id, begun) else {
        return view! {
            <div class="page page--dossier">
                <p class="empty">{move || app.t(words::MISSING)}</p>
                <Ways session />
            </div>
        }
        .into_any();
    };
    let draft = Draft::new(&begun);
    follow(session, draft, &id, begun);
    keep_open_texts(session, draft, &id);
    if is_new {
        // After the page itself has taken the focus.
        set_timeout(|| _ = focus("code"), Duration::ZERO);
    }
    let suggestions = offered(session);
    let title = if is_new { words::NEW_ONE } else { words::ONE };
    let remove = {
        let id = id.clone();
        move |_| remove(session, &id)
    };
    view! {
        <form
            class="page page--dossier form"
            data-dossier=move || draft.code.get()
            on:submit=|event| event.prevent_default()
            // What is typed into the next field is a step of its own to undo. The form may be gone by now.
            on:focusout=move |_| if !session.is_closed() { session.flush() }
        >
            <header class="dossier-form__head">
                <h2>{move || app.t(title)}</h2>
                <p class="field__hint">{move || app.t(words::AUTOSAVED)}</p>
            </header>
            {suggestions}
            <Fields session id=id.clone() draft />
            <Verdict session id=id.clone() draft />
            <div class="form__buttons">
                <Ways session />
                <button type="button" class="button button--quiet button--danger" on:click=remove>
                    {move || app.t(words::REMOVE)}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// The next new dossier, and the list.
#[component]
fn Ways(session: Session) -> impl IntoView {
    let app = App::get();
    let next = move |_| {
        session.flush();
        app.go(&Route::Dossier(session.id(), None));
    };
    view! {
        <button type="button" class="button button--primary" data-testid="next-dossier" on:click=next>
            {move || app.t(words::NEXT_NEW)}
        </button>
        <a class="button" href=Route::Dossiers(session.id()).href()>{move || app.t(words::BACK)}</a>
    }
}

/// Keeps the form and the visit in step: what is typed goes into the visit, and what changes there otherwise (undo,
/// another tab) comes into the form.
fn follow(session: Session, draft: Draft, id: &DossierId, begun: Dossier) {
    let app = App::get();
    // What both sides agreed on last.
    let agreed = StoredValue::new(begun);
    let own = id.clone();
    Effect::new(move || {
        let typed = agreed.with_value(|agreed| draft.dossier(agreed));
        if agreed.with_value(|agreed| *agreed != typed) {
            agreed.set_value(typed.clone());
            session.dossier_typed(&own, typed);
            app.stand_at(&Route::Dossier(session.id(), Some(own.clone())));
        }
    });
    let id = id.clone();
    Effect::new(move |seen: Option<Option<Dossier>>| {
        let held = session.samples(|visit| Some(visit.dossiers.get(&id)?.dossier.clone()));
        // What is on its way from here is no news from there.
        let is_news = seen.is_some_and(|seen| seen != held) && !session.is_typing();
        if let Some(held) = held.clone().filter(|held| is_news && agreed.with_value(|agreed| agreed != held)) {
            let before = agreed.try_update_value(|agreed| std::mem::replace(agreed, held.clone()));
            draft.follow(&before.unwrap_or_default(), &held);
        }
        held
    });
}

/// Finds the texts again that could not be read when the form was left, and keeps those that cannot be read now.
fn keep_open_texts(session: Session, draft: Draft, id: &DossierId) {
    let prefix = open_prefix(id);
    for (field, text) in session.open_texts(&prefix) {
        draft.restore(field.strip_prefix(&prefix).unwrap_or_default(), text);
    }
    Effect::new(move || {
        for (name, text) in draft.open_texts() {
            let field = format!("{prefix}{name}");
            match text {
                Some(text) => session.hold_text(&field, &text),
                None => session.release_text(&field),
            }
        }
    });
}

/// What the names of the fields of a dossier's form begin with, among the texts that cannot be read.
fn open_prefix(id: &DossierId) -> String {
    format!("dossier/{id}/")
}

/// Removes a dossier and goes back to the list; undo brings it back.
fn remove(session: Session, id: &DossierId) {
    let app = App::get();
    session.flush();
    session.release_texts(&open_prefix(id));
    let there = untrack(|| session.samples(|visit| visit.dossiers.contains_key(id)));
    if there {
        session.dispatch(Edit::Dossiers { rows: vec![DossierRow { id: id.clone(), dossier: None }] });
    }
    app.go(&Route::Dossiers(session.id()));
}
