//! The unit to be visited.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::id::UnitId;
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::field::{Field, described_by};
use crate::words::Text;
use crate::words::catalogue::forms as words;

/// A select with the units in their official order, or, where there is none, the way to add some.
#[component]
pub fn UnitSelect(
    /// Whose units.
    supervision: Supervision,
    /// What is chosen.
    unit: RwSignal<Option<UnitId>>,
    /// What is wrong with it.
    error: Signal<Option<Text>>,
) -> impl IntoView {
    let app = App::get();
    if supervision.units.is_empty() {
        return view! {
            <p class="empty">
                {move || app.t(words::NO_UNITS)} " "
                <a href=Route::NewUnit(supervision.id.clone()).href()>{move || app.t(words::NEW_UNITS)}</a>
            </p>
        }
        .into_any();
    }
    let options = supervision.units.into_iter().map(move |option| {
        let id = option.id.clone();
        view! {
            <option value=option.id.to_string() prop:selected=move || unit.read().as_ref() == Some(&id)>
                {option.name}
            </option>
        }
    });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        // The first option has no value, which is no id.
        unit.set(UnitId::new(event.target().value()).ok());
    };
    view! {
        <Field id="unit" label=move || app.t(words::UNIT).to_owned() error required=true>
            <select
                class="input"
                id="unit"
                aria-required="true"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described_by("unit", false, error)
                on:change:target=choose
            >
                <option value="" prop:selected=move || unit.read().is_none()>{move || app.t(words::CHOOSE_UNIT)}</option>
                {options.collect_view()}
            </select>
        </Field>
    }
    .into_any()
}
