//! A number of the posting: typed, or stepped up and down with a thumb.

use leptos::prelude::*;

use crate::domain::procedure::Posting;
use crate::state::{App, Session};
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
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<NumberError>);
    // What was typed stays as it is, whether `1716`, `1.716` or half of it; only another number is written over it.
    let said = StoredValue::new(None::<u32>);
    Effect::new(move || {
        let now = now.get();
        if said.get_value() != now {
            said.set_value(now);
            typed.set(now.map(|now| format::count(now.into())).unwrap_or_default());
            fault.set(None);
        }
    });
    let type_in = move |text: String| {
        if let Ok(number) = taken(&text) {
            fault.set(None);
            said.set_value(number);
            // What was typed a moment ago is replaced and not kept besides, so that a number is one step to undo.
            let mut posting = as_it_stands(session);
            write(&mut posting, number);
            session.posting_typed(posting);
        }
        typed.set(text);
    };
    let leave = move || {
        fault.set(taken(&typed.get_untracked()).err());
        session.flush();
    };
    let step = move |up: bool| {
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
        let reason = fault.get()?.reason(&format::count(u32::MAX.into()), app.lang());
        Some(format!("{}{reason}", app.t(checklist::NOT_TAKEN)))
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
                    aria-invalid=move || fault.get().map(|_| "true")
                    aria-describedby=error_id.clone()
                    prop:value=move || typed.get()
                    on:input:target=move |event| type_in(event.target().value())
                    on:change=move |_| leave()
                />
                {button(true, words::MORE, "+")}
            </div>
            <p class="field__error" id=error_id aria-live="polite">{error}</p>
            <p class="field__hint" role="status">{move || remark.get().map(|remark| app.t(remark))}</p>
        </div>
    }
}

fn taken(typed: &str) -> Result<Option<u32>, NumberError> {
    let number = parse::count(typed, u32::MAX.into())?;
    Ok(number.and_then(|number| u32::try_from(number).ok()))
}
