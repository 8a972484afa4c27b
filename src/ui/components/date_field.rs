//! A labelled field for a date.

use chrono::NaiveDate;
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::answer::is_plausible;
use crate::state::App;
use crate::words::Text;
use crate::words::format::long_date;

use super::field::{Field, described_by};

/// What stands in a date field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypedDate {
    /// Nothing.
    #[default]
    Blank,
    /// A date that is half typed, or that nobody means, such as one of the year 20233.
    Broken,
    /// A day.
    Day(NaiveDate),
}

impl TypedDate {
    /// The day, if there is one.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Blank | Self::Broken => None,
        }
    }
}

impl From<Option<NaiveDate>> for TypedDate {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }
}

/// A labelled date field. It is filled once, from what `value` holds at the start, so that a half-typed date is never
/// overwritten.
#[component]
pub fn DateField(
    /// Its id in the page.
    #[prop(into)]
    id: String,
    /// What it asks.
    label: Text,
    /// What is typed.
    value: RwSignal<TypedDate>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<Text>>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let app = App::get();
    let start = value.get_untracked().day().map(|day| day.to_string()).unwrap_or_default();
    let read = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let typed = input.value();
        value.set(match typed.parse() {
            Ok(day) if is_plausible(day) => TypedDate::Day(day),
            // The browser gives no text for a half-typed date, but it does not call it valid either.
            Err(_) if typed.is_empty() && input.check_validity() => TypedDate::Blank,
            _ => TypedDate::Broken,
        });
    };
    let described = described_by(&id, false, error);
    view! {
        <Field id=id.clone() label=move || app.t(label).to_owned() error required>
            <input
                class="input input--date"
                type="date"
                id=id.clone()
                aria-required=required.then_some("true")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                prop:value=start
                on:input:target=read
                on:change:target=read
            />
            // A date field follows the device's own language; the words leave no doubt about day and month.
            <p class="field__hint">{move || value.get().day().map(long_date)}</p>
        </Field>
    }
}
