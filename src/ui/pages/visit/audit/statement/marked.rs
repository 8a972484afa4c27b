//! The text with what was picked out of it, each pick a button.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use crate::domain::figures::{Pick, Picked, Statement};
use crate::state::App;
use crate::words::catalogue::audit::statement as words;
use crate::words::format::count;

use super::TEXT;
use super::draft::Draft;
use super::pick_form::PickForm;
use super::tying::Tying;

/// A piece of the text: a pick, or what stands between two.
type Piece = (String, Option<Pick>);

/// The text, the pick that is looked at, and the button that marks what was not seen.
#[component]
pub(super) fn Marked(
    /// The passage.
    draft: Draft,
) -> impl IntoView {
    let app = App::get();
    let is_empty = Memo::new(move |_| draft.read.with(|read| read.text.trim().is_empty()));
    let number = Memo::new(move |_| draft.read.with(|read| read.picks.len()));
    let pieces =
        move || draft.read.with(|read| pieces(read)).into_iter().map(|piece| draw(draft, piece)).collect_view();
    let fault = RwSignal::new(false);
    let mark = move |_| {
        let selected = selection(&draft.text.get_untracked());
        fault.set(!selected.is_some_and(|(from, to)| draft.mark(from, to)));
    };
    view! {
        <Show when=move || !is_empty.get()>
            <section class="marked">
                <h3>{move || app.t(words::PICKS).replace("{n}", &count(number.get() as u64))}</h3>
                <p class="field__hint">{move || app.t(words::PICKS_HINT)}</p>
                <p class="marked__text" lang="vi" data-testid="statement-picks">{pieces}</p>
                <div>
                    <button type="button" class="button button--quiet" data-testid="mark-stretch" on:click=mark>
                        {move || app.t(words::MARK)}
                    </button>
                    <p class="field__error" role="alert">{move || fault.get().then(|| app.t(words::MARK_FAULT))}</p>
                </div>
                {move || draft.chosen.get().map(|number| view! { <PickForm draft number /> })}
                {move || draft.tying.get().map(|number| view! { <Tying draft number /> })}
            </section>
        </Show>
    }
}

/// The text cut at its picks.
fn pieces(statement: &Statement) -> Vec<Piece> {
    let chars: Vec<char> = statement.text.chars().collect();
    let text = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    let mut pieces: Vec<Piece> = Vec::with_capacity(statement.picks.len() * 2 + 1);
    let mut end = 0;
    for pick in &statement.picks {
        let (from, to) = (pick.from as usize, pick.to as usize);
        pieces.push((text(end, from), None));
        pieces.push((text(from, to), Some(pick.clone())));
        end = to;
    }
    pieces.push((text(end, chars.len()), None));
    pieces
}

fn draw(draft: Draft, (text, pick): Piece) -> AnyView {
    let Some(Pick { number, what, .. }) = pick else { return text.into_any() };
    let kind = match what {
        Picked::Figure { unit, .. } if unit.trim() == "%" => "ratio",
        Picked::Figure { .. } => "figure",
        Picked::Name { .. } => "name",
        Picked::Citation { .. } => "citation",
    };
    let is_chosen = move || draft.chosen.get() == Some(number) || draft.tying.get() == Some(number);
    let choose = move |_| {
        draft.tying.set(None);
        draft.chosen.update(|now| *now = (*now != Some(number)).then_some(number));
    };
    view! {
        <button
            type="button"
            class="passage-pick"
            data-pick=number.to_string()
            data-kind=kind
            aria-pressed=move || is_chosen().to_string()
            on:click=choose
        >
            {text}
        </button>
    }
    .into_any()
}

/// What is selected in the field of the text, in characters.
fn selection(text: &str) -> Option<(usize, usize)> {
    let field: web_sys::HtmlTextAreaElement = document().get_element_by_id(TEXT)?.dyn_into().ok()?;
    let (from, to) = (field.selection_start().ok().flatten()?, field.selection_end().ok().flatten()?);
    let characters = |units: u32| {
        let mut left = units as usize;
        text.chars()
            .take_while(|letter| {
                let is_before = left > 0;
                left = left.saturating_sub(letter.len_utf16());
                is_before
            })
            .count()
    };
    (from < to).then(|| (characters(from), characters(to)))
}
