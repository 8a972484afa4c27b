//! The fields of a draw: size, method, and what the method asks.

use leptos::prelude::*;

use crate::state::App;
use crate::ui::components::choice::Choice;
use crate::ui::components::typed::typed;
use crate::words::Text;
use crate::words::catalogue::draws as words;

use super::draft::Draft;
use super::entry::{Kind, Place};

/// One field of a draw, with what is wrong with it.
#[component]
pub(super) fn DrawField(
    /// The fields.
    draft: Draft,
    /// Which one.
    place: Place,
    /// What it asks.
    label: Text,
    /// How to fill it.
    #[prop(optional)]
    hint: Option<Text>,
    /// What is typed.
    value: RwSignal<String>,
    /// Whether it takes a number.
    #[prop(optional)]
    number: bool,
    /// More than one line.
    #[prop(optional)]
    tall: bool,
) -> impl IntoView {
    let app = App::get();
    let id = draft.id(place);
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    let described = match hint {
        Some(_) => format!("{hint_id} {error_id}"),
        None => error_id.clone(),
    };
    let fault = move || draft.fault.get().filter(|fault| fault.place == place);
    let invalid = move || fault().map(|_| "true");
    let forget_fault = move || {
        if untrack(fault).is_some() {
            draft.fault.set(None);
        }
    };
    let control = if tall {
        view! {
            <textarea
                class="input input--tall"
                id=id.clone()
                rows="3"
                aria-invalid=invalid
                aria-describedby=described
                use:typed=value
                on:input=move |_| forget_fault()
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                class="input"
                type="text"
                id=id.clone()
                inputmode=number.then_some("numeric")
                autocomplete="off"
                aria-invalid=invalid
                aria-describedby=described
                use:typed=value
                on:input=move |_| forget_fault()
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>{move || app.t(label)}</label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{move || app.t(hint)}</p> })}
            {control}
            <p class="field__error" id=error_id aria-live="polite">
                {move || fault().map(|fault| fault.sentence(app.lang()))}
            </p>
        </div>
    }
}

/// The method, the size, and what the method asks.
#[component]
pub(in crate::ui::pages::visit) fn MethodFields(
    /// The fields.
    draft: Draft,
    /// The name of the choice in the page.
    name: &'static str,
    /// The methods to choose from.
    kinds: Vec<(Kind, Text)>,
    /// Whether the fields of the list are typed.
    typed_strata: bool,
) -> impl IntoView {
    let kind = draft.kind;
    let is = move |one: Kind| Memo::new(move |_| kind.get() == one);
    let (by_field, by_lateness, by_hand) = (is(Kind::ByField), is(Kind::ByLateness), is(Kind::ByHand));
    view! {
        <Choice name label=words::METHOD options=kinds value=kind />
        <Show when=move || !by_hand.get()>
            <div class="form__row">
                <DrawField draft place=Place::Size label=words::SIZE value=draft.size number=true />
                <DrawField
                    draft
                    place=Place::Seed
                    label=words::SEED
                    hint=words::SEED_HINT
                    value=draft.seed
                    number=true
                />
            </div>
        </Show>
        <Show when=move || by_field.get() && typed_strata>
            <DrawField
                draft
                place=Place::Strata
                label=words::STRATA
                hint=words::STRATA_HINT
                value=draft.strata
                tall=true
            />
        </Show>
        <Show when=move || by_lateness.get()>
            <DrawField
                draft
                place=Place::Late
                label=words::LATE
                hint=words::NUMBERS_HINT
                value=draft.late
                tall=true
            />
        </Show>
        <Show when=move || by_hand.get()>
            <DrawField
                draft
                place=Place::Numbers
                label=words::NUMBERS
                hint=words::NUMBERS_HINT
                value=draft.numbers
                tall=true
            />
            <DrawField draft place=Place::Reason label=words::REASON value=draft.reason />
        </Show>
    }
}
