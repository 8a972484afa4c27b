//! One of several, in a field that opens: for choices that would be too many buttons.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::state::App;
use crate::words::Text;

use super::field::Field;

/// A labelled selection. `value` is the place of the chosen option.
#[component]
pub fn Pick(
    /// Its id in the page.
    id: &'static str,
    /// What it asks.
    label: Text,
    /// What there is to choose, in order.
    options: Vec<Text>,
    /// What is chosen.
    value: RwSignal<usize>,
) -> impl IntoView {
    let app = App::get();
    let options = options.into_iter().enumerate().map(move |(place, text)| {
        view! { <option prop:selected=move || value.get() == place>{move || app.t(text)}</option> }
    });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(place) = usize::try_from(event.target().selected_index()) {
            value.set(place);
        }
    };
    view! {
        <Field id label=move || app.t(label).to_owned()>
            <select class="input" id=id on:change:target=choose>{options.collect_view()}</select>
        </Field>
    }
}
