//! One of several whose names come with the data, and a percentage that may be left open.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::state::App;
use crate::ui::components::field::Field;
use crate::words::Text;
use crate::words::catalogue::ranking as words;
use crate::words::parse::mean;

/// A labelled list. The value is the place of the option.
#[component]
pub(super) fn Choice(
    /// Its id in the page.
    id: &'static str,
    /// What it asks.
    label: Text,
    /// The options, in order.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// The place of what is chosen.
    value: RwSignal<usize>,
) -> impl IntoView {
    let app = App::get();
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(place) = event.target().value().parse() {
            value.set(place);
        }
    };
    let drawn = move || {
        let option = |(place, name): (usize, String)| {
            view! { <option value=place.to_string() selected=move || value.get() == place>{name}</option> }
        };
        options.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <Field id=id label=move || app.t(label).to_owned()>
            <select class="input" id=id on:change:target=choose>
                {drawn}
            </select>
        </Field>
    }
}

/// A percentage of 0 to 100, kept in hundredths; nothing typed is none. What cannot be read changes nothing.
#[component]
pub(super) fn Percentage(
    /// Its id in the page.
    id: &'static str,
    /// What it asks.
    #[prop(into)]
    label: Signal<Text>,
    /// What was read.
    value: RwSignal<Option<u32>>,
) -> impl IntoView {
    let app = App::get();
    let wrong = RwSignal::new(None);
    let typed = move |event: Targeted<Event, web_sys::HtmlInputElement>| match mean(
        event.target().value().trim().trim_end_matches('%'),
        10_000,
    ) {
        Ok(read) => {
            wrong.set(None);
            value.set(read);
        }
        Err(_) => wrong.set(Some(words::BAD_THRESHOLD)),
    };
    view! {
        <Field id=id label=move || app.t(label.get()).to_owned() error=wrong>
            <input class="input" id=id inputmode="decimal" autocomplete="off" on:input:target=typed />
        </Field>
    }
}
