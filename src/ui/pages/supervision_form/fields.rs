//! The fields of the form, and saving.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::page::focus;
use crate::state::route::Route;
use crate::ui::components::date_field::DateField;
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_buttons::FormButtons;
use crate::ui::components::form_draft::FormDraft;
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::forms as words;

use super::draft::{Draft, too_long};
use super::members::Members;

/// The fields. What is wrong is said at the field, from the first attempt to save on, and goes as it is mended.
#[component]
pub fn Fields(
    /// What stands in them.
    draft: Draft,
    /// The supervision as it was read; none for a new one.
    before: Option<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let key = before.as_ref().map_or("new", |before| before.id.as_str());
    let kept = FormDraft::of(app, "supervision", format!("supervision/{key}"), draft.fields());
    let tried = RwSignal::new(false);
    let shown =
        move |problem: fn(Draft) -> Option<Text>| Signal::derive(move || tried.get().then(|| problem(draft)).flatten());
    let back = before.as_ref().map_or(Route::Home, |before| Route::Supervision(before.id.clone()));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let Some(field) = untrack(|| draft.first_problem()) {
            focus(field);
            return;
        }
        let Ok(new) = SupervisionId::new(app.new_id()) else { return };
        let supervision = draft.supervision(before.clone(), new);
        let then = Route::Supervision(supervision.id.clone());
        app.library.save_supervision(app, supervision, before.clone(), kept.key(), then);
    };
    let failed = Signal::derive(move || tried.get() && draft.first_problem().is_some());
    view! {
        <form class="form" novalidate on:submit=save>
            <DraftLine draft=kept at=At::Head />
            <TextField
                id="topic"
                label=words::TOPIC
                value=draft.topic
                hint=words::TOPIC_HINT
                error=shown(Draft::topic_problem)
                required=true
                rows=3
            />
            <fieldset class="form__group">
                <legend>{move || app.t(words::RESOLUTION)}</legend>
                <div class="form__row">
                    <TextField
                        id="resolution-number"
                        label=words::RESOLUTION_NUMBER
                        value=draft.number
                        hint=words::RESOLUTION_NUMBER_HINT
                        error=shown(|draft| too_long(&draft.number.read()))
                    />
                    <DateField
                        id="resolution-date"
                        label=words::RESOLUTION_DATE
                        value=draft.issued
                        error=shown(Draft::issued_problem)
                    />
                </div>
            </fieldset>
            <fieldset class="form__group">
                <legend>{move || app.t(words::PERIOD)}</legend>
                <div class="form__row">
                    <DateField
                        id="period-from"
                        label=words::PERIOD_FROM
                        value=draft.from
                        error=shown(Draft::first_day_problem)
                    />
                    <DateField
                        id="period-to"
                        label=words::PERIOD_TO
                        value=draft.to
                        error=shown(Draft::last_day_problem)
                    />
                </div>
            </fieldset>
            <div class="form__row">
                <TextField
                    id="body"
                    label=words::BODY
                    value=draft.body
                    hint=words::BODY_HINT
                    error=shown(|draft| too_long(&draft.body.read()))
                />
                <TextField
                    id="place"
                    label=words::PLACE
                    value=draft.place
                    hint=words::PLACE_HINT
                    error=shown(|draft| too_long(&draft.place.read()))
                />
            </div>
            <TextField
                id="province"
                label=words::PROVINCE
                value=draft.province
                hint=words::PROVINCE_HINT
                error=shown(|draft| too_long(&draft.province.read()))
            />
            <Members draft />
            <FormButtons label=words::SAVE failed back draft=kept />
        </form>
    }
}
