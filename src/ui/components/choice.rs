//! One of a few: radio buttons in a named group, each as large as a finger.

use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

/// A group of radio buttons. `options` are the values with their words, in order.
#[component]
pub fn Choice<T>(
    /// The group's name in the page.
    name: &'static str,
    /// What it asks.
    label: Text,
    /// How to choose.
    #[prop(optional)]
    hint: Option<Text>,
    /// The values with their words.
    options: Vec<(T, Text)>,
    /// What is chosen.
    value: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let app = App::get();
    let radios = options.into_iter().map(|(option, text)| {
        view! {
            <label class="choice__option">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || value.get() == option
                    on:change=move |_| value.set(option)
                />
                <span>{move || app.t(text)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend class="field__label">{move || app.t(label)}</legend>
            {hint.map(|hint| view! { <p class="field__hint">{move || app.t(hint)}</p> })}
            <div class="choice__options">{radios.collect_view()}</div>
        </fieldset>
    }
}
