//! A labelled field for a date.

use chrono::{NaiveDate, TimeDelta};
use leptos::ev::{Event, FocusEvent, Targeted};
use leptos::html::Input;
use leptos::prelude::*;

use crate::domain::answer::is_plausible;
use crate::state::App;
use crate::state::session::OpenText;
use crate::words::catalogue::{checklist, dossiers as words};
use crate::words::format::{date, long_date};
use crate::words::{Lang, Text};

use super::field::{Field, described_by};
use super::typed::{HALF_TYPED, Keys, begin_with, is_left, show, still, text_of};

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

impl TypedDate {
    /// What a date field says, as [`text_of`] gives it.
    pub fn read(typed: &str) -> Self {
        match typed.parse() {
            Ok(day) if is_plausible(day) => Self::Day(day),
            Err(_) if typed.is_empty() => Self::Blank,
            _ => Self::Broken,
        }
    }
}

impl From<Option<NaiveDate>> for TypedDate {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }
}

/// A labelled date field. It follows `value` as soon as nobody types in it; a half-typed date is never overwritten.
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
    /// What the record says, where what is typed is stored at once.
    #[prop(optional)]
    stored: Option<Signal<Option<NaiveDate>>>,
    /// Where a date is kept that is not taken.
    #[prop(optional)]
    open: Option<OpenText>,
) -> impl IntoView {
    let app = App::get();
    let input = NodeRef::<Input>::new();
    let keys = Keys::default();
    let show_value = move |write: fn(&web_sys::Element, &str)| {
        if let (Some(now), Some(input)) = (value.try_get_untracked(), input.try_get_untracked().flatten())
            && now != TypedDate::Broken
        {
            write(&input, &now.day().map(|day| day.to_string()).unwrap_or_default());
        }
    };
    Effect::new(move |has_begun: Option<bool>| {
        value.track();
        let is_there = input.get().is_some();
        show_value(if has_begun == Some(true) { show } else { begin_with });
        is_there
    });
    if let Some(open) = open {
        keep_open(open, value, input);
    }
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
    // A date is typed part by part, and each part makes another whole date of what stood there. Where what is typed is stored
    // at once, such a date waits until the keys rest, or the field is left; until then its text is kept.
    let (is_keyed, is_waiting) = (StoredValue::new(false), StoredValue::new(false));
    let read = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let text = text_of(&event.target());
        let now = TypedDate::read(&text);
        keys.typed();
        match (open, now) {
            (Some(open), TypedDate::Day(_)) if is_keyed.get_value() => {
                open.hold(&text);
                is_waiting.set_value(true);
            }
            _ => {
                is_waiting.set_value(false);
                value.set(now);
            }
        }
    };
    Effect::new(move || {
        if keys.are_at_rest()
            && is_waiting.get_value()
            && let Some(input) = input.get_untracked()
        {
            is_waiting.set_value(false);
            value.set(TypedDate::read(&text_of(&input)));
        }
    });
    let leave = move |event: Targeted<FocusEvent, web_sys::HtmlInputElement>| {
        if is_left(&event.target()) {
            keys.rest();
            is_keyed.try_update_value(|is_keyed| *is_keyed = false);
        }
        // A date that waits is shown once it is taken.
        if is_waiting.try_get_value() != Some(true) {
            show_value(show);
        }
    };
    // Said once the keys rest; a form that says more itself says it alone.
    let fault = move || {
        let is_said = value.get() == TypedDate::Broken && keys.are_at_rest() && error.get().is_none();
        is_said.then(|| not_taken(stored.map(|stored| stored.get()), app.lang()))
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
                aria-invalid=move || (error.get().is_some() || fault().is_some()).then_some("true")
                aria-describedby=described
                on:keydown=move |_| is_keyed.set_value(true)
                on:input:target=read
                on:change:target=read
                on:blur:target=leave
            />
            {steps.then(|| step(words::DAY_ON, "+", 1))}
            </div>
            // A date field follows the device's own language; the words leave no doubt about day and month.
            <p class="field__hint">{move || value.get().day().map(long_date)}</p>
            <p class="field__error" aria-live="polite">{fault}</p>
        </Field>
    }
}

/// That a date is not taken, and what stays stored; nothing of that for a form that is stored by its button.
pub fn not_taken(stored: Option<Option<NaiveDate>>, lang: Lang) -> String {
    let mut said = format!("{}{}", checklist::NOT_TAKEN.get(lang), checklist::DATE_NOT_TAKEN.get(lang));
    if let Some(stored) = stored {
        said.push(' ');
        said.push_str(&still(stored.map(date).as_deref(), lang));
    }
    said
}

/// Finds a date again that was not taken, and keeps it while it is not.
fn keep_open(open: OpenText, value: RwSignal<TypedDate>, input: NodeRef<Input>) {
    let found = StoredValue::new(open.text().filter(|text| !text.is_empty()));
    Effect::new(move || {
        let Some(input) = input.get() else { return };
        if let Some(text) = found.try_update_value(Option::take).flatten() {
            input.set_value(&text);
            value.set(TypedDate::read(&text));
        }
        match value.get() {
            TypedDate::Broken => {
                let text = text_of(&input);
                open.hold(if text == HALF_TYPED { "" } else { &text });
            }
            TypedDate::Blank | TypedDate::Day(_) => open.release(),
        }
    });
}
