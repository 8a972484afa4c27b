//! The list of dossiers: as long as it is, with only the rows in sight on the page.

use leptos::ev;
use leptos::html::Ol;
use leptos::prelude::*;

use crate::domain::id::DossierId;
use crate::state::{App, Session};
use crate::words::catalogue::dossiers as words;
use crate::words::format::count;

use super::row::DossierRow;
use super::sieve::Sieve;
use super::window::window;

/// Height of a row in pixels: as a card on a narrow screen, as a line of a table on a wide one. The style sheet draws
/// rows of just these heights.
const CARD: f64 = 132.0;
const LINE: f64 = 56.0;

/// From which width of the screen on rows are lines, in pixels; the style sheet has the same number.
const WIDE: f64 = 1_000.0;

/// What of the list is in sight.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sight {
    /// How far the list's top lies above that of the screen, in pixels.
    above: f64,
    /// Height of the screen in pixels.
    screen: f64,
    /// Height of a row in pixels.
    row: f64,
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
    let sight = RwSignal::new(Sight { above: 0.0, screen: 1_000.0, row: CARD });
    let look = move || {
        let Some(list) = list.get_untracked() else { return };
        let page = leptos::prelude::window();
        let size = |value: Result<leptos::wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
        let (width, screen) = (size(page.inner_width()), size(page.inner_height()));
        let row = if width.unwrap_or_default() >= WIDE { LINE } else { CARD };
        let now = Sight { above: -list.get_bounding_client_rect().top(), screen: screen.unwrap_or(1_000.0), row };
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
        let Sight { above, screen, row } = sight.get();
        sieve.shown.with(|shown| {
            let range = window(above, screen, row, shown.len());
            let start = range.start;
            let part = shown.get(range).unwrap_or_default();
            part.iter().enumerate().map(|(place, id)| (start + place, id.clone())).collect::<Vec<_>>()
        })
    });
    let height = move || format!("{}px", sieve.shown.with(Vec::len) as f64 * sight.get().row);
    let nothing =
        move || sieve.shown.with(Vec::is_empty).then(|| view! { <p class="empty">{app.t(words::NOT_FOUND)}</p> });
    view! {
        <p class="dossiers__count" role="status">
            {move || app.t(words::SHOWN).replace("{n}", &count(sieve.shown.with(Vec::len) as u64))}
        </p>
        {nothing}
        <ol
            class="dossiers"
            node_ref=list
            style:height=height
            data-testid="dossier-grid"
            aria-label=move || app.t(words::TITLE)
        >
            <For each=move || rows.get() key=|row| row.clone() let:row>
                <Placed session row sight />
            </For>
        </ol>
    }
}

/// A row in its place.
#[component]
fn Placed(session: Session, row: (usize, DossierId), sight: RwSignal<Sight>) -> impl IntoView {
    let (place, id) = row;
    let top = move || format!("{}px", place as f64 * sight.get().row);
    view! {
        <li class="dossier" style:top=top aria-posinset=(place + 1).to_string()>
            <DossierRow session id place />
        </li>
    }
}
