//! A new visit: unit, day, people present, groups. Beginning it leads straight to its checklist.

use leptos::prelude::*;

use crate::domain::id::{SectionCode, SupervisionId, UnitId};
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::state::App;
use crate::state::library::{Loading, NewVisit};
use crate::state::page::focus;
use crate::state::route::Route;
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_buttons::FormButtons;
use crate::ui::components::form_draft::FormDraft;
use crate::ui::components::loaded::Loaded;
use crate::ui::components::not_read::NotRead;
use crate::ui::components::page_head::{PageHead, path_below};
use crate::words::catalogue::forms as words;

use super::details::{DetailFields, Details};
use super::present::present;
use super::sections::{Sections, of_text, to_text};
use super::unit_select::UnitSelect;

/// The form of a new visit.
#[component]
pub fn NewVisitForm(
    /// Where it belongs.
    supervision: SupervisionId,
    /// The unit, where the way here chose it.
    unit: Option<UnitId>,
) -> impl IntoView {
    let app = App::get();
    let template = app.library.template();
    let draw = move |supervision: Supervision| {
        let only = match supervision.units.as_slice() {
            [only] => Some(&only.id),
            _ => None,
        };
        let unit = unit.as_ref().filter(|unit| supervision.unit(unit).is_some()).or(only).cloned();
        let path = path_below(app, &supervision);
        let fields = move || match template.get() {
            Loading::Waiting => {
                view! { <p class="empty" role="status">{move || app.t(words::TEMPLATE_READING)}</p> }.into_any()
            }
            Loading::Failed(why) => view! { <NotRead why retry=|app: App| app.library.read_template() /> }.into_any(),
            Loading::Ready(template) => {
                view! { <Fields supervision=supervision.clone() unit=unit.clone() template /> }.into_any()
            }
        };
        view! {
            <div class="page page--form">
                <PageHead title=move || app.t(words::NEW_VISIT).to_owned() path />
                {fields}
            </div>
        }
    };
    view! { <Loaded id=supervision draw /> }
}

#[component]
fn Fields(supervision: Supervision, unit: Option<UnitId>, template: Template) -> impl IntoView {
    let app = App::get();
    let tried = RwSignal::new(false);
    let details = Details { date: RwSignal::new(TypedDate::Day(app.today())), present: RwSignal::default() };
    let key = format!("supervision/{}/visit/new/{}", supervision.id, unit.as_ref().map_or("", UnitId::as_str));
    let unit = RwSignal::new(unit);
    // The groups follow the kind of the unit until a person chooses them.
    let by_hand = RwSignal::new(None::<Vec<SectionCode>>);
    let unit_text = move || unit.with(|unit| unit.as_ref().map(ToString::to_string).unwrap_or_default());
    let section_text = move || by_hand.with(|chosen| chosen.as_deref().map(to_text).unwrap_or_default());
    let fields = details.fields().bound("unit", unit_text, move |text| unit.set(UnitId::new(text).ok())).bound(
        "sections",
        section_text,
        move |text| by_hand.set((!text.is_empty()).then(|| of_text(text))),
    );
    let draft = FormDraft::of(app, "visit", key, fields);
    let (units, defaults) = (supervision.units.clone(), template.clone());
    let chosen = Signal::derive(move || {
        by_hand.get().unwrap_or_else(|| {
            let unit = unit.read();
            let of_unit = units.iter().find(|other| Some(&other.id) == unit.as_ref());
            of_unit.map(|unit| defaults.sections_for(unit.kind)).unwrap_or_default()
        })
    });
    let no_unit = move || unit.read().is_none().then_some(words::UNIT_MISSING);
    // Without a unit there are no groups yet, and only one thing is wrong.
    let no_section = move || (unit.read().is_some() && chosen.read().is_empty()).then_some(words::SECTIONS_MISSING);
    let first_problem = move || {
        let problems = [("unit", no_unit()), ("visit-date", details.date_problem()), ("sections", no_section())];
        problems.into_iter().find_map(|(id, problem)| problem.map(|_| id))
    };
    let back = Route::Supervision(supervision.id.clone());
    let id = supervision.id.clone();
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if let Some(field) = untrack(first_problem) {
            focus(field);
            return;
        }
        let (Some(unit), Some(date)) = (unit.get_untracked(), details.date.get_untracked().day()) else {
            return;
        };
        let new = NewVisit {
            supervision: id.clone(),
            unit,
            date,
            present: present(&details.present.read_untracked()),
            sections: chosen.get_untracked(),
        };
        app.library.begin_visit(app, new, draft.key());
    };
    let unit_error = Signal::derive(move || tried.get().then(no_unit).flatten());
    let section_error = Signal::derive(move || tried.get().then(no_section).flatten());
    let failed = Signal::derive(move || tried.get() && first_problem().is_some());
    let choose = Callback::new(move |sections| by_hand.set(Some(sections)));
    view! {
        <form class="form" novalidate on:submit=begin>
            <DraftLine draft at=At::Head />
            <UnitSelect supervision unit error=unit_error />
            <DetailFields details tried />
            <Show when=move || unit.read().is_some()>
                <Sections template=template.clone() chosen choose error=section_error />
            </Show>
            <FormButtons label=words::BEGIN failed back draft />
        </form>
    }
}
