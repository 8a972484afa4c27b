//! The reckoner: receipt, term and stops on one side, the due date and its reasons on the other, as one types.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::calendar::WorkingCalendar;
use crate::state::App;
use crate::state::library::Loading;
use crate::ui::components::choice::Choice;
use crate::ui::components::date_field::DateField;
use crate::ui::components::field::Field;
use crate::ui::components::stops::Stops;
use crate::words::Text;
use crate::words::catalogue::calendar as words;

use super::draft::Draft;
use super::entry::TermUnit;
use super::outcome::Outcome;

/// The reckoner.
#[component]
pub(super) fn Reckoner(
    /// By which days it counts.
    calendar: Signal<Loading<Arc<WorkingCalendar>>>,
) -> impl IntoView {
    let app = App::get();
    let draft = Draft::new();
    let unit = draft.unit;
    let in_hours = Memo::new(move |_| unit.get() == TermUnit::WorkingHours);
    let same_day = Memo::new(move |_| unit.get() == TermUnit::SameDay);
    let has_hour = Memo::new(move |_| unit.get().has_hour());
    view! {
        <section class="form reckoner" aria-labelledby="reckoner">
            <h2 id="reckoner">{move || app.t(words::RECKONER)}</h2>
            <div class="form__row">
                <DateField id="received" label=words::RECEIVED value=draft.received />
                <Show when=move || has_hour.get()>
                    <PlainField id="received-at" label=words::RECEIVED_AT kind="time" value=draft.time />
                </Show>
            </div>
            <Choice name="term-unit" label=words::TERM_UNIT options=TermUnit::ALL.to_vec() value=draft.unit />
            <div class="form__row">
                <Show when=move || !same_day.get()>
                    <PlainField id="length" label=words::LENGTH kind="text" value=draft.length />
                </Show>
                <Show when=move || same_day.get()>
                    <PlainField id="cut-off" label=words::CUT_OFF kind="time" value=draft.cut_off />
                </Show>
            </div>
            <Show when=move || in_hours.get()>
                <p class="field__hint">{move || app.t(words::OFFICE_HOURS)}</p>
            </Show>
            <Stops list=draft.stops />
            <Outcome draft calendar />
        </section>
    }
}

/// A short field of one line: a number or an hour.
#[component]
fn PlainField(id: &'static str, label: Text, kind: &'static str, value: RwSignal<String>) -> impl IntoView {
    let app = App::get();
    view! {
        <Field id label=move || app.t(label).to_owned()>
            <input
                class="input input--date"
                id=id
                type=kind
                inputmode=(kind == "text").then_some("numeric")
                autocomplete="off"
                bind:value=value
            />
        </Field>
    }
}
