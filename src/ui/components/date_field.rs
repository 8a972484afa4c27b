//! A labelled field for a date.

use chrono::{NaiveDate, TimeDelta};
use leptos::ev::{Event, Targeted};
use leptos::html::Input;
use leptos::prelude::*;

use crate::domain::answer::is_plausible;
use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::dossiers as words;
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

/// A labelled date field. It follows `value`, but a half-typed date is never overwritten.
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
    /// Buttons for a day earlier and a day later, the first from this day on.
    #[prop(optional)]
    steps_from: Option<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    let input = NodeRef::<Input>::new();
    Effect::new(move || {
        let (now, Some(input)) = (value.get(), input.get()) else { return };
        let text = now.day().map(|day| day.to_string()).unwrap_or_default();
        if now != TypedDate::Broken && input.value() != text {
            input.set_value(&text);
        }
    });
    let step = move |label: Text, sign: &'static str, days: i64| {
        let go = move |_| {
            let from = value.get_untracked().day().map(|day| day + TimeDelta::days(days)).or(steps_from);
            if let Some(day) = from.filter(|day| is_plausible(*day)) {
                value.set(TypedDate::Day(day));
            }
        };
        view! {
            <button type="button" class="button button--step" aria-label=move || app.t(label) on:click=go>
                {sign}
            </button>
        }
    };
    let steps = steps_from.is_some();
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
            <div class="date-steps">
            {steps.then(|| step(words::DAY_BACK, "−", -1))}
            <input
                class="input input--date"
                type="date"
                id=id.clone()
                node_ref=input
                aria-required=required.then_some("true")
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                on:input:target=read
                on:change:target=read
            />
            {steps.then(|| step(words::DAY_ON, "+", 1))}
            </div>
            // A date field follows the device's own language; the words leave no doubt about day and month.
            <p class="field__hint">{move || value.get().day().map(long_date)}</p>
        </Field>
    }
}
