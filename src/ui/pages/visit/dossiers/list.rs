//! The list of dossiers on narrow screens: cards, with only those in sight on the page.

use leptos::ev;
use leptos::html::Ol;
use leptos::prelude::*;

use crate::domain::id::DossierId;
use crate::state::{App, Session};
use crate::words::catalogue::dossiers as words;

use super::row::DossierRow;
use super::sieve::Sieve;
use super::window::window;

/// Height of a card in pixels; the style sheet draws cards of just this height.
const CARD: f64 = 132.0;

/// What of the list is in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sight {
    /// How far the list's top lies above that of the screen, in pixels.
    above: f64,
    /// Height of the screen in pixels.
    screen: f64,
}

/// The list.
#[component]
pub(super) fn DossierList(
    /// The open visit.
    session: Session,
    /// Which of its dossiers.
    sieve: Sieve,
) -> impl IntoView {
    let app = App::get();
    let list = NodeRef::<Ol>::new();
    let sight = RwSignal::new(Sight { above: 0.0, screen: 1_000.0 });
    let look = move || {
        let Some(list) = list.try_get_untracked().flatten() else { return };
        let page = leptos::prelude::window();
        let size = |value: Result<leptos::wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
        let screen = size(page.inner_height()).unwrap_or(1_000.0);
        let now = Sight { above: -list.get_bounding_client_rect().top(), screen };
        if sight.get_untracked() != now {
            sight.set(now);
        }
    };
    for handle in
        [window_event_listener(ev::scroll, move |_| look()), window_event_listener(ev::resize, move |_| look())]
    {
        on_cleanup(move || handle.remove());
    }
    // The list is on the page only after this, and what stands above it may grow.
    Effect::new(move || {
        sieve.shown.track();
        request_animation_frame(look);
    });
    let rows = Memo::new(move |_| {
        let Sight { above, screen } = sight.get();
        sieve.shown.with(|shown| {
            let range = window(above, screen, CARD, shown.len());
            let start = range.start;
            let part = shown.get(range).unwrap_or_default();
            part.iter().enumerate().map(|(place, id)| (start + place, id.clone())).collect::<Vec<_>>()
        })
    });
    let height = move || format!("{}px", sieve.shown.with(Vec::len) as f64 * CARD);
    view! {
        <ol
            class="dossiers"
            node_ref=list
            style:height=height
            data-testid="dossier-grid"
            aria-label=move || app.t(words::TITLE)
        >
            <For each=move || rows.get() key=|row| row.clone() let:row>
                <Placed session row />
            </For>
        </ol>
    }
}

/// A row in its place.
#[component]
fn Placed(session: Session, row: (usize, DossierId)) -> impl IntoView {
    let (place, id) = row;
    let top = format!("{}px", place as f64 * CARD);
    view! {
        <li class="dossier" style:top=top aria-posinset=(place + 1).to_string()>
            <DossierRow session id place />
        </li>
    }
}
