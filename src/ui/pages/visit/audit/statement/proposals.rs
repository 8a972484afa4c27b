//! What is proposed to be tied, with a tick each, and what a person tied and did not keep yet.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::figures::Relation;
use crate::domain::figures::propose::Strength;
use crate::state::App;
use crate::words::catalogue::audit::statement as words;
use crate::words::format::count;

use super::draft::Draft;
use super::trial::{Tried, picks_of, tried};

/// What is proposed and what was made. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Offers {
    all: Memo<Arc<(Vec<Tried>, Vec<Tried>)>>,
    /// What would be kept now.
    pub(super) ticked: Memo<Vec<Relation>>,
}

impl Offers {
    /// Of a passage.
    pub(super) fn new(app: App, draft: Draft) -> Self {
        let all = Memo::new(move |_| Arc::new(tried(app, draft)));
        let ticked = Memo::new(move |_| {
            all.with(|all| {
                let (proposed, made) = &**all;
                let proposed = proposed.iter().filter(|one| is_ticked(draft, one));
                made.iter().chain(proposed).map(|one| one.relation.clone()).collect()
            })
        });
        Self { all, ticked }
    }
}

/// Whether a proposal is ticked: by a person, or else because much speaks for it and it is seen for the first time.
fn is_ticked(draft: Draft, tried: &Tried) -> bool {
    let by_hand =
        draft.ticks.with(|ticks| ticks.iter().find(|(relation, _)| *relation == tried.relation).map(|tick| tick.1));
    by_hand.unwrap_or_else(|| {
        let picks = picks_of(&tried.relation, &draft.id.get_value());
        tried.strength == Strength::Strong && !draft.is_known(&picks)
    })
}

/// The cards.
#[component]
pub(super) fn Proposals(
    /// The passage.
    draft: Draft,
    /// What is offered.
    offers: Offers,
) -> impl IntoView {
    let app = App::get();
    let part = move |strength: Strength| {
        offers.all.with(|all| all.0.iter().filter(|one| one.strength == strength).cloned().collect::<Vec<_>>())
    };
    let strong = Memo::new(move |_| part(Strength::Strong));
    let weak = Memo::new(move |_| part(Strength::Weak));
    let made = Memo::new(move |_| offers.all.with(|all| all.1.clone()));
    let is_empty = move || strong.with(Vec::is_empty) && weak.with(Vec::is_empty) && made.with(Vec::is_empty);
    let number = move || strong.with(Vec::len) + weak.with(Vec::len) + made.with(Vec::len);
    view! {
        <Show when=move || !is_empty()>
            <section class="offers" data-testid="proposals">
                <h3>{move || app.t(words::PROPOSED).replace("{n}", &count(number() as u64))}</h3>
                <ul class="offers__list">
                    {move || made.get().into_iter().map(|tried| view! { <Made draft tried /> }).collect_view()}
                    {move || strong.get().into_iter().map(|tried| view! { <Offer draft tried /> }).collect_view()}
                </ul>
                <Show when=move || !weak.with(Vec::is_empty)>
                    <details class="offers__weak">
                        <summary>{move || app.t(words::WEAK).replace("{n}", &count(weak.with(Vec::len) as u64))}</summary>
                        <ul class="offers__list">
                            {move || weak.get().into_iter().map(|tried| view! { <Offer draft tried /> }).collect_view()}
                        </ul>
                    </details>
                </Show>
            </section>
        </Show>
    }
}

/// A proposal.
#[component]
fn Offer(draft: Draft, tried: Tried) -> impl IntoView {
    let Tried { relation, words, strength, holds, verdict } = tried.clone();
    let handle = words.clone();
    let tick = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let is_on = event.target().checked();
        draft.ticks.update(|ticks| {
            ticks.retain(|(other, _)| *other != relation);
            ticks.push((relation.clone(), is_on));
        });
    };
    let strength = if strength == Strength::Strong { "strong" } else { "weak" };
    view! {
        <li class="offer" data-strength=strength data-holds=holds.key() data-relation=handle>
            <label class="offer__tick">
                <input type="checkbox" prop:checked=move || is_ticked(draft, &tried) on:change:target=tick />
                <span class="offer__words" lang="vi">{words}</span>
            </label>
            <p class="offer__verdict">{verdict}</p>
        </li>
    }
}

/// A tie made by hand and not kept yet.
#[component]
fn Made(draft: Draft, tried: Tried) -> impl IntoView {
    let app = App::get();
    let Tried { relation, words, holds, verdict, .. } = tried;
    let handle = words.clone();
    let drop_it = move |_| draft.made.update(|made| made.retain(|other| *other != relation));
    view! {
        <li class="offer offer--made" data-holds=holds.key() data-relation=handle>
            <p class="offer__tick">
                <span class="offer__words" lang="vi">{words}</span>
                <span class="chip">{move || app.t(self::words::PENDING)}</span>
            </p>
            <p class="offer__verdict">{verdict}</p>
            <button type="button" class="button button--quiet" on:click=drop_it>
                {move || app.t(self::words::UNTIE)}
            </button>
        </li>
    }
}
