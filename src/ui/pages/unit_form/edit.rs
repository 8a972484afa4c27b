//! One unit: its form, its visits, and leaving it out of the supervision.

use leptos::prelude::*;

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

use super::nature::{Chosen, Nature};
use super::removal::Removal;

/// The form of a unit.
#[component]
pub fn EditUnit(
    /// Where it belongs.
    supervision: Supervision,
    /// The unit as it was read.
    unit: Unit,
    /// The way up.
    path: Vec<Step>,
) -> impl IntoView {
    let app = App::get();
    let name = RwSignal::new(unit.name.clone());
    let chosen = Chosen::of(&unit);
    let key = format!("supervision/{}/unit/{}", supervision.id, unit.id);
    let draft = FormDraft::of(app, "unit", key, chosen.fields(FormFields::default().field("name", name)));
    let tried = RwSignal::new(false);
    let back = Route::Supervision(supervision.id.clone());
    let problem = Signal::derive(move || {
        let is_missing = tried.get() && name.read().trim().is_empty();
        is_missing.then_some(words::UNIT_NAME_MISSING)
    });
    let save = {
        let (supervision, id) = (supervision.clone(), unit.id.clone());
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if problem.get_untracked().is_some() {
                focus("unit-name");
                return;
            }
            let before = supervision.clone();
            let mut supervision = supervision.clone();
            for unit in supervision.units.iter_mut().filter(|unit| unit.id == id) {
                unit.name = name.read_untracked().trim().to_owned();
                unit.level = chosen.level.get_untracked();
                unit.kind = chosen.kind.get_untracked();
                unit.mode = chosen.mode.get_untracked();
            }
            let then = Route::Supervision(supervision.id.clone());
            app.library.save_supervision(app, supervision, Some(before), draft.key(), then);
        }
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::EDIT_UNIT).to_owned() path />
            <form class="form" novalidate on:submit=save>
                <DraftLine draft at=At::Head />
                <TextField id="unit-name" label=words::UNIT_NAME value=name error=problem required=true />
                <Nature chosen />
                <FormButtons label=words::SAVE failed=Signal::derive(move || problem.get().is_some()) back draft />
            </form>
            <Removal supervision unit />
        </div>
    }
}
