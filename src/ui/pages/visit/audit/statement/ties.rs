//! The ties that are there: whether each holds, and the way out of it.

use leptos::prelude::*;

use crate::domain::edit::{FiguresEdit, Put};
use crate::domain::id::TieId;
use crate::state::App;
use crate::words::catalogue::audit::statement as words;
use crate::words::format::count;

use super::draft::Draft;
use super::trial::{Tried, held};

/// The list, while there is anything on it.
#[component]
pub(super) fn Ties(
    /// The passage.
    draft: Draft,
) -> impl IntoView {
    let app = App::get();
    let ties = Memo::new(move |_| held(app, draft));
    let title = move || app.t(words::TIES).replace("{n}", &count(ties.with(Vec::len) as u64));
    view! {
        <Show when=move || !ties.with(Vec::is_empty)>
            <section class="offers" data-testid="ties">
                <h3>{title}</h3>
                <ul class="offers__list">
                    {move || ties.get().into_iter().map(|(id, tried)| view! { <Held draft id tried /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Held(draft: Draft, id: TieId, tried: Tried) -> impl IntoView {
    let app = App::get();
    let Tried { words: said, holds, verdict, .. } = tried;
    let label = {
        let said = said.clone();
        move || app.t(words::UNTIE_ONE).replace("{what}", &said)
    };
    let handle = said.clone();
    let untie = move |_| {
        draft.session.change_figures(FiguresEdit::Ties { put: vec![Put { id: id.clone(), value: None }] });
    };
    view! {
        <li class="offer" data-holds=holds.key() data-relation=handle>
            <p class="offer__words" lang="vi">{said}</p>
            <p class="offer__verdict">{verdict}</p>
            <button type="button" class="button button--quiet" data-testid="untie" aria-label=label on:click=untie>
                {move || app.t(words::UNTIE)}
            </button>
        </li>
    }
}
