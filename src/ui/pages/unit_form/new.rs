//! New units: as many as there are lines.

use leptos::prelude::*;

use crate::domain::id::UnitId;
use crate::domain::supervision::{Supervision, Unit};
use crate::state::App;
use crate::state::page::focus;
use crate::state::route::Route;
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_buttons::FormButtons;
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::page_head::{PageHead, Step};
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::forms as words;
use crate::words::format::count;

use super::names::{already, names};
use super::nature::{Chosen, Nature};

/// The most units that a supervision holds; a file with more would be refused.
const MOST_UNITS: usize = 2_000;

/// The form of new units.
#[component]
pub fn NewUnits(
    /// Where they belong.
    supervision: Supervision,
    /// The way up.
    path: Vec<Step>,
) -> impl IntoView {
    let app = App::get();
    let typed = RwSignal::new(String::new());
    let chosen = Chosen::usual();
    let key = format!("supervision/{}/units/new", supervision.id);
    let draft = FormDraft::of(app, "units", key, chosen.fields(FormFields::default().field("names", typed)));
    let tried = RwSignal::new(false);
    let back = Route::Supervision(supervision.id.clone());
    let units = StoredValue::new(supervision.units.clone());
    let read = Memo::new(move |_| names(&typed.read()));
    let listed = Memo::new(move |_| read.read().names.clone());
    let twice = Memo::new(move |_| units.with_value(|units| already(&listed.read(), units)));
    let problem = Signal::derive(move || {
        if listed.read().is_empty() {
            Some(words::UNIT_NAME_MISSING)
        } else if MOST_UNITS < listed.read().len() + units.with_value(Vec::len) {
            Some(words::TOO_MANY_UNITS)
        } else {
            None
        }
    });
    let failed = Signal::derive(move || tried.get() && (problem.get().is_some() || !twice.read().is_empty()));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if failed.get_untracked() {
            focus("unit-names");
            return;
        }
        let unit = |name: String| {
            Some(Unit {
                id: UnitId::new(app.new_id()).ok()?,
                name,
                level: chosen.level.get_untracked(),
                kind: chosen.kind.get_untracked(),
                mode: chosen.mode.get_untracked(),
            })
        };
        let before = supervision.clone();
        let mut supervision = supervision.clone();
        supervision.units.extend(listed.get_untracked().into_iter().filter_map(unit));
        let then = Route::Supervision(supervision.id.clone());
        app.library.save_supervision(app, supervision, Some(before), draft.key(), then);
    };
    let outcome = move || {
        if !twice.read().is_empty() {
            return app.t(words::UNITS_ALREADY).replace("{names}", &twice.read().join(", "));
        }
        let left_out = read.read().left_out.join(", ");
        let left_out =
            if left_out.is_empty() { left_out } else { app.t(words::UNITS_LEFT_OUT).replace("{lines}", &left_out) };
        match listed.read().len() {
            0 => left_out,
            some => format!("{} {left_out}", app.t(words::UNITS_COUNTED).replace("{n}", &count(some as u64))),
        }
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::NEW_UNITS).to_owned() path />
            <form class="form" novalidate on:submit=save>
                <DraftLine draft at=At::Head />
                <TextField
                    id="unit-names"
                    label=words::UNIT_NAMES
                    value=typed
                    hint=words::UNIT_NAMES_HINT
                    error=Signal::derive(move || tried.get().then(|| problem.get()).flatten())
                    required=true
                    rows=5
                />
                <p class="form__outcome" class:form__outcome--wrong=move || !twice.read().is_empty() role="status">
                    {outcome}
                </p>
                <Nature chosen />
                <FormButtons label=words::SAVE failed back draft />
            </form>
        </div>
    }
}
