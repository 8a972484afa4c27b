//! One of several, from a list that opens.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

use super::field::Field;

/// A labelled list. The value is the place of the option.
#[component]
pub fn Select(
    /// Its id in the page.
    #[prop(into)]
    id: String,
    /// What it asks.
    label: Text,
    /// The options, in order.
    options: Vec<Text>,
    /// The place of what is chosen.
    value: RwSignal<usize>,
) -> impl IntoView {
    let app = App::get();
    let options = options.into_iter().enumerate().map(move |(place, text)| {
        view! {
            <option value=place.to_string() prop:selected=move || value.get() == place>{move || app.t(text)}</option>
        }
    });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(place) = event.target().value().parse() {
            value.set(place);
        }
    };
    view! {
        <Field id=id.clone() label=move || app.t(label).to_owned()>
            <select class="input" id=id.clone() on:change:target=choose>
                {options.collect_view()}
            </select>
        </Field>
    }
}
