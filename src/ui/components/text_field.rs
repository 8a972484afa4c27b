//! A labelled field for text, of one line or several.

use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

use super::field::{Field, described_by};
use super::typed::typed;

/// A labelled text field. What is typed goes into `value` at each key.
#[component]
pub fn TextField(
    /// Its id in the page.
    #[prop(into)]
    id: String,
    /// What it asks.
    label: Text,
    /// What is typed.
    value: RwSignal<String>,
    /// How to fill it.
    #[prop(optional)]
    hint: Option<Text>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<Text>>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
    /// More than one line: how many are shown.
    #[prop(optional)]
    rows: Option<u32>,
    /// The id of a list of texts that were used before.
    #[prop(optional)]
    list: Option<&'static str>,
) -> impl IntoView {
    let app = App::get();
    let described = described_by(&id, hint.is_some(), error);
    let invalid = move || error.get().is_some().then_some("true");
    let input = match rows {
        None => view! {
            <input
                class="input"
                type="text"
                id=id.clone()
                autocomplete="off"
                list=list
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
                use:typed=value
            />
        }
        .into_any(),
        Some(rows) => view! {
            <textarea
                class="input input--tall"
                id=id.clone()
                rows=rows
                aria-required=required.then_some("true")
                aria-invalid=invalid
                aria-describedby=described
                use:typed=value
            ></textarea>
        }
        .into_any(),
    };
    view! { <Field id label=move || app.t(label).to_owned() hint error required>{input}</Field> }
}
