//! What a file would do, and the two buttons.

use leptos::prelude::*;

use crate::state::App;
use crate::state::incoming::Preview;
use crate::state::outgoing::{Scope, Wanted};
use crate::state::route::Route;
use crate::words::Text;
use crate::words::catalogue::import as words;
use crate::words::format::count;

use super::change::{Change, changes};

/// The preview of a file that passed the gate.
#[component]
pub fn PreviewOf(
    /// The preview.
    preview: Preview,
) -> impl IntoView {
    let app = App::get();
    let id = preview.file.supervision.id.clone();
    let (is_here, changes_anything) = (preview.supervision.is_here(), preview.changes_anything());
    let heaps = Memo::new(move |_| app.library.summaries().with(|here| changes(&preview, here, app.lang())));
    let open = Route::Supervision(id.clone());
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
        let id = id.clone();
        view! {
            <button type="button" class="button" on:click=move |_| app.export(Scope::Supervision(id.clone()), Wanted::Json)>
                {move || app.t(words::BACKUP_FIRST)}
            </button>
        }
    };
    view! {
        <p class="import__lead">
            {move || app.t(if changes_anything { words::NOTHING_WRITTEN } else { words::ALL_KEPT })}
        </p>
        {move || {
            let heaps = heaps.get();
            view! {
                <Heap title=words::REPLACED changes=heaps.replaced name="replaced" />
                <Heap title=words::ADDED changes=heaps.added name="added" />
                <Heap title=words::KEPT changes=heaps.kept name="kept" />
            }
        }}
        <div class="form__buttons">
            {if changes_anything { confirm().into_any() } else { open_here().into_any() }}
            {(is_here && changes_anything).then(backup)}
            <button type="button" class="button button--quiet" data-testid="import-cancel" on:click=leave>
                {move || app.t(words::CANCEL)}
            </button>
        </div>
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
