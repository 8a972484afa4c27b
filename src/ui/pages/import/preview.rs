//! What a file would do, and the two buttons.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::state::App;
use crate::state::incoming::Offer;
use crate::state::outgoing::{Scope, Wanted};
use crate::state::route::Route;
use crate::words::Text;
use crate::words::catalogue::import as words;
use crate::words::format::count;

use super::change::{Change, changes, not_taken};

/// The preview of a file that passed the gate.
#[component]
pub fn PreviewOf(
    /// What it offers.
    offer: Arc<Offer>,
) -> impl IntoView {
    let app = App::get();
    let here = offer.previews.iter().filter(|preview| preview.supervision.is_here());
    let here: Vec<SupervisionId> = here.map(|preview| preview.file.supervision.id.clone()).collect();
    let (is_here, changes_anything) = (!here.is_empty(), offer.changes_anything());
    let is_empty = offer.previews.is_empty();
    let lead = match (changes_anything, is_empty) {
        (true, _) => words::NOTHING_WRITTEN,
        (false, true) => words::NOTHING_READ,
        (false, false) => words::ALL_KEPT,
    };
    let open = match offer.previews.as_slice() {
        [only] => Route::Supervision(only.file.supervision.id.clone()),
        _ => Route::Home,
    };
    let of = offer.clone();
    let heaps = Memo::new(move |_| app.library.summaries().with(|here| changes(&of.previews, here, app.lang())));
    let left = move || {
        let rows = not_taken(&offer, app.lang());
        (!rows.is_empty()).then(|| view! { <NotTaken rows /> })
    };
    let leave = move |_| {
        app.incoming.cancel();
        app.go(&Route::Home);
    };
    let confirm = move || {
        view! {
            <button
                type="button"
                class="button button--primary"
                data-testid="import-confirm"
                on:click=move |_| app.incoming.confirm(app)
            >
                {move || app.t(words::CONFIRM)}
            </button>
        }
    };
    let open_here =
        move || view! { <a class="button button--primary" href=open.href()>{move || app.t(words::OPEN_HERE)}</a> };
    let backup = move || {
        let here = here.clone();
        let export = move |_| here.iter().for_each(|id| app.export(Scope::Supervision(id.clone()), Wanted::Json));
        view! {
            <button type="button" class="button" on:click=export>
                {move || app.t(words::BACKUP_FIRST)}
            </button>
        }
    };
    view! {
        <p class="import__lead">
            {move || app.t(lead)}
        </p>
        {move || {
            let heaps = heaps.get();
            view! {
                <Heap title=words::REPLACED changes=heaps.replaced name="replaced" />
                <Heap title=words::ADDED changes=heaps.added name="added" />
                <Heap title=words::KEPT changes=heaps.kept name="kept" />
            }
        }}
        {left}
        <div class="form__buttons">
            {changes_anything.then(confirm)}
            {(!changes_anything && !is_empty).then(open_here)}
            {(is_here && changes_anything).then(backup)}
            <button type="button" class="button button--quiet" data-testid="import-cancel" on:click=leave>
                {move || app.t(words::CANCEL)}
            </button>
        </div>
    }
}

/// What of a rescue file is not taken.
#[component]
fn NotTaken(rows: Vec<String>) -> impl IntoView {
    let app = App::get();
    let number = rows.len() as u64;
    let rows = rows.into_iter().map(|row| view! { <li class="import__record">{row}</li> });
    view! {
        <section class="import__heap" data-testid="import-left-out">
            <h2>{move || app.t(words::NOT_TAKEN)} " (" {count(number)} ")"</h2>
            <ul class="import__records">{rows.collect_view()}</ul>
        </section>
    }
}

/// One heap, unless it is empty.
#[component]
fn Heap(title: Text, changes: Vec<Change>, name: &'static str) -> impl IntoView {
    let app = App::get();
    let number = changes.len() as u64;
    (number != 0).then(|| {
        let rows = changes.into_iter().map(|change| {
            let verdict = change.verdict.map(|(sentence, is_warning)| {
                view! {
                    <p class="import__verdict" class:import__verdict--warning=is_warning>
                        {move || app.t(sentence)}
                    </p>
                }
            });
            view! {
                <li class="import__record">
                    <p class="import__what">{change.what}</p>
                    {(!change.states.is_empty()).then(|| view! { <p class="import__states">{change.states}</p> })}
                    {verdict}
                </li>
            }
        });
        view! {
            <section class="import__heap" data-testid=format!("import-{name}")>
                <h2>{move || app.t(title)} " (" {count(number)} ")"</h2>
                <ul class="import__records">{rows.collect_view()}</ul>
            </section>
        }
    })
}
