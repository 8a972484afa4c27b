//! The frame of a form field: label, hint, the control, and what is wrong with it, in one sentence at the field.

use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::forms as words;

/// A control with its label, hint and error. The control carries `id` and the names of [`described_by`].
#[component]
pub fn Field(
    /// The control's id.
    #[prop(into)]
    id: String,
    /// What it asks.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it.
    #[prop(optional_no_strip)]
    hint: Option<Text>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<Text>>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let hint_id = hint_id(&id);
    let error_id = error_id(&id);
    view! {
        <div class="field" class:field--wrong=move || error.get().is_some()>
            <label class="field__label" for=id>
                {label}
                {required.then(|| view! { " " <span class="field__required">{move || app.t(words::REQUIRED)}</span> })}
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{move || app.t(hint)}</p> })}
            {children()}
            <p class="field__error" id=error_id aria-live="polite">{move || error.get().map(|error| app.t(error))}</p>
        </div>
    }
}

/// The value of `aria-describedby` for a control: its hint, and its error while there is one.
pub fn described_by(
    id: &str,
    has_hint: bool,
    error: Signal<Option<Text>>,
) -> impl Fn() -> Option<String> + Clone + use<> {
    let hint = has_hint.then(|| hint_id(id));
    let error_id = error_id(id);
    move || {
        let error = error.get().map(|_| error_id.clone());
        match (hint.clone(), error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
