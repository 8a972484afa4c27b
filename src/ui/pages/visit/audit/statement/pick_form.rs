//! One pick: put right, dropped, or tied.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::domain::figures::{Figure, Picked, scan};
use crate::report::audit::figure_words;
use crate::state::App;
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::field::Field;
use crate::words::Text;
use crate::words::catalogue::audit::statement as words;

use super::draft::Draft;

/// The fields of a pick, and what can be done with it.
#[component]
pub(super) fn PickForm(
    /// The passage.
    draft: Draft,
    /// Which pick.
    number: u32,
) -> impl IntoView {
    let app = App::get();
    let what = draft.read.with_untracked(|read| read.pick(number).map(|pick| pick.what.clone()));
    let can_tie = !matches!(what, Some(Picked::Citation { .. }) | None);
    let fields = match what {
        None => ().into_any(),
        Some(Picked::Figure { figure, unit }) => view! { <FigureFields draft number figure unit /> }.into_any(),
        Some(Picked::Name { name }) => {
            let changed = move |name: String| draft.change_pick(number, Picked::Name { name });
            view! { <Line id="pick-name" label=words::NAME value=name changed=Callback::new(changed) /> }.into_any()
        }
        Some(Picked::Citation { number: cited, date }) => {
            let (cited, day) = (RwSignal::new(cited), RwSignal::new(TypedDate::from(date)));
            Effect::new(move |before: Option<()>| {
                let what = Picked::Citation { number: cited.get(), date: day.get().day() };
                if before.is_some() {
                    draft.change_pick(number, what);
                }
            });
            let value = cited.get_untracked();
            view! {
                <Line id="pick-number" label=words::NUMBER value changed=Callback::new(move |text| cited.set(text)) />
                <DateField id="pick-date" label=words::DATE value=day />
            }
            .into_any()
        }
    };
    let tie = move |_| {
        draft.chosen.set(None);
        draft.tying.set(Some(number));
    };
    view! {
        <div class="pick-form" data-testid="pick-form">
            <div class="pick-form__fields">{fields}</div>
            <div class="pick-form__buttons">
                {can_tie
                    .then(|| {
                        view! {
                            <button type="button" class="button" data-testid="tie-pick" on:click=tie>
                                {move || app.t(words::TIE)}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button button--quiet button--danger"
                    data-testid="drop-pick"
                    on:click=move |_| draft.drop_pick(number)
                >
                    {move || app.t(words::DROP_PICK)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| draft.chosen.set(None)>
                    {move || app.t(words::CLOSE)}
                </button>
            </div>
        </div>
    }
}

#[component]
fn FigureFields(draft: Draft, number: u32, figure: Figure, unit: String) -> impl IntoView {
    let app = App::get();
    let held = RwSignal::new((figure, unit.clone()));
    let is_wrong = RwSignal::new(false);
    let error = Signal::derive(move || is_wrong.get().then_some(words::VALUE_FAULT));
    let put = move || {
        let (figure, unit) = held.get_untracked();
        draft.change_pick(number, Picked::Figure { figure, unit });
    };
    let value_changed = move |event: Targeted<Event, HtmlInputElement>| {
        let read = scan::figure(event.target().value().trim().trim_end_matches('%').trim());
        is_wrong.set(read.is_none());
        if let Some(figure) = read {
            held.update(|held| held.0 = figure);
            put();
        }
    };
    let unit_changed = move |unit: String| {
        held.update(|held| held.1 = unit);
        put();
    };
    view! {
        <Field id="pick-value" label=move || app.t(words::VALUE).to_owned() error>
            <input
                class="input"
                id="pick-value"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                data-testid="pick-value"
                prop:value=figure_words(figure)
                on:change:target=value_changed
            />
        </Field>
        <Line id="pick-unit" label=words::UNIT value=unit changed=Callback::new(unit_changed) />
    }
}

/// A line of text that is taken when it is left.
#[component]
fn Line(id: &'static str, label: Text, value: String, changed: Callback<String>) -> impl IntoView {
    let app = App::get();
    view! {
        <Field id label=move || app.t(label).to_owned()>
            <input
                class="input"
                id=id
                type="text"
                autocomplete="off"
                data-testid=id
                prop:value=value
                on:change:target=move |event| changed.run(event.target().value().trim().to_owned())
            />
        </Field>
    }
}
