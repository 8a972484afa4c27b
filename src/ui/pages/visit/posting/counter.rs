//! A number of the posting: typed, or stepped up and down with a thumb.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::domain::procedure::Posting;
use crate::state::{App, Session};
use crate::ui::components::typed::{CountText, counted, is_composing, still, text_of};
use crate::ui::pages::visit::dom::target;
use crate::words::catalogue::{checklist, posting as words};
use crate::words::parse::{self, NumberError};
use crate::words::{Text, format};

use super::entry::{as_it_stands, held, keep, take_up};

/// Which number of the posting a counter shows, and how it is written back.
pub(super) type Number = (fn(&Posting) -> Option<u32>, fn(&mut Posting, Option<u32>));

/// The field with its two buttons.
#[component]
pub(super) fn Counter(
    /// The open visit.
    session: Session,
    /// Its id in the page, and its handle.
    id: &'static str,
    /// What it asks.
    label: Text,
    /// Which number.
    number: Number,
    /// A remark below it.
    remark: Signal<Option<Text>>,
) -> impl IntoView {
    let app = App::get();
    let (read, write) = number;
    let now = Memo::new(move |_| held(session).as_ref().and_then(read));
    let open = session.open_text(format!("posting/{id}"));
    let shown = |now: Option<u32>| now.map(|now| format::count(now.into())).unwrap_or_default();
    let typed = RwSignal::new(open.text().unwrap_or_else(|| shown(now.get_untracked())));
    let count = CountText::new(typed, MOST);
    // The number follows the posting; a text that cannot be read stays, and so does one that is on its way there.
    Effect::new(move || {
        let now = now.get();
        if open.text().is_none() && !session.is_typing() && untrack(|| taken(&typed.read())) != Ok(now) {
            typed.set(shown(now));
        }
    });
    let type_in = move |event: &Event| {
        let text = target(event).map(|field| text_of(&field)).unwrap_or_default();
        match taken(&text) {
            Ok(_) if is_composing(event) => open.hold(&text),
            Err(_) => open.hold(&text),
            Ok(number) => {
                open.release();
                // What was typed a moment ago is replaced and not kept besides, so that a number is one step to undo.
                let mut posting = as_it_stands(session);
                write(&mut posting, number);
                session.posting_typed(id, posting);
            }
        }
    };
    let step = move |up: bool| {
        open.release();
        let mut posting = take_up(session);
        let now = read(&posting).unwrap_or_default();
        write(&mut posting, Some(if up { now.saturating_add(1) } else { now.saturating_sub(1) }));
        keep(session, posting);
    };
    let button = move |up: bool, words: Text, sign: &'static str| {
        view! {
            <button
                type="button"
                class="button counter__step"
                aria-label=move || app.t(words)
                aria-controls=id
                on:click=move |_| step(up)
            >
                {sign}
            </button>
        }
    };
    let error = move || {
        let why = count.said(taken(&typed.read()).err())?.reason(&format::count(MOST), app.lang());
        let stored = now.get().map(|now| format::count(now.into()));
        Some(format!("{}{why} {}", app.t(checklist::NOT_TAKEN), still(stored.as_deref(), app.lang())))
    };
    let error_id = format!("{id}-error");
    view! {
        <div class="field counter">
            <label class="field__label" for=id>{move || app.t(label)}</label>
            <div class="counter__row">
                {button(false, words::LESS, "−")}
                <input
                    class="input counter__input"
                    type="text"
                    id=id
                    data-testid=id
                    inputmode="numeric"
                    autocomplete="off"
                    aria-invalid=move || count.said(taken(&typed.read()).err()).map(|_| "true")
                    aria-describedby=error_id.clone()
                    use:counted=count
                    on:input=move |event| type_in(&event)
                    on:compositionend=move |event| type_in(&event)
                    on:change=move |_| session.flush()
                />
                {button(true, words::MORE, "+")}
            </div>
            <p class="field__error" id=error_id aria-live="polite">{error}</p>
            <p class="field__hint" role="status">{move || remark.get().map(|remark| app.t(remark))}</p>
        </div>
    }
}

/// The largest number.
const MOST: u64 = u32::MAX as u64;

fn taken(typed: &str) -> Result<Option<u32>, NumberError> {
    let number = parse::count(typed, MOST)?;
    Ok(number.and_then(|number| u32::try_from(number).ok()))
}
