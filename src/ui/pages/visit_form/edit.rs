//! A visit under way: its day, the people present, its groups; and removing it. What is saved here goes through the
//! same edits as answers, and can be undone from the checklist.

use leptos::prelude::*;

use crate::domain::edit::{DetailField, Edit};
use crate::domain::id::VisitId;
use crate::domain::visit::Visit;
use crate::state::opening::Opening;
use crate::state::page::focus;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_buttons::FormButtons;
use crate::ui::components::form_draft::FormDraft;
use crate::ui::components::not_readable::NotReadable;
use crate::ui::components::page_head::{PageHead, path_below};
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::{forms as words, library};

use super::details::{DetailFields, Details};
use super::export::VisitExport;
use super::present::present;
use super::sections::{Sections, of_text, to_text};

/// The form of a visit that is under way.
#[component]
pub fn EditVisitForm(
    /// Which.
    id: VisitId,
) -> impl IntoView {
    let app = App::get();
    let opening = app.open_visit(id);
    move || match opening.get() {
        Opening::Loading => view! { <p class="empty" role="status">{move || app.t(library::READING)}</p> }.into_any(),
        Opening::Missing => NotFound().into_any(),
        Opening::Failed(reason) => view! { <NotReadable reason /> }.into_any(),
        Opening::Ready(handle) => view! { <Fields session=handle.0 /> }.into_any(),
    }
}

#[component]
fn Fields(session: Session) -> impl IntoView {
    let app = App::get();
    let before = untrack(|| session.visit(Visit::clone));
    let tried = RwSignal::new(false);
    let details =
        Details { date: RwSignal::new(Some(before.date).into()), present: RwSignal::new(before.present.join("\n")) };
    let sections = RwSignal::new(before.sections.clone());
    let section_text = move || sections.with(|chosen| to_text(chosen));
    let fields = details.fields().bound("sections", section_text, move |text| sections.set(of_text(text)));
    let draft = FormDraft::of(app, "visit", format!("visit/{}/details", before.id), fields);
    let no_section = move || sections.read().is_empty().then_some(words::SECTIONS_MISSING);
    let id = before.id.clone();
    let (back, of) = (Route::Visit(id.clone()), before.supervision.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(date) = details.date.get_untracked().day() else {
            focus("visit-date");
            return;
        };
        if untrack(no_section).is_some() {
            focus("sections");
            return;
        }
        // What was not changed here stays as another tab may have made it meanwhile.
        let present = present(&details.present.read_untracked());
        let (is_other_day, is_other_list) = (before.date != date, before.present != present);
        let date = is_other_day.then_some(DetailField::Date(date));
        let fields: Vec<_> = date.into_iter().chain(is_other_list.then_some(DetailField::Present(present))).collect();
        let sections = sections.get_untracked();
        let chosen = (before.sections != sections).then_some(Edit::Sections { sections });
        let fields = (!fields.is_empty()).then_some(Edit::DetailFields { fields });
        let edits: Vec<Edit> = fields.into_iter().chain(chosen).collect();
        if !edits.is_empty() && !session.takes(Edit::of(edits)) {
            return;
        }
        draft.leave_with(session);
        session.flush();
        app.go(&Route::Visit(session.id()));
    };
    let supervision = session.supervision();
    let mut path = path_below(app, &supervision);
    let unit = session.unit().name;
    path.push((back.clone(), Signal::derive(move || unit.clone())));
    let failed = Signal::derive(move || tried.get() && (details.date_problem().is_some() || no_section().is_some()));
    let section_error = Signal::derive(move || tried.get().then(no_section).flatten());
    let template = (*session.template()).clone();
    let choose = Callback::new(move |chosen| sections.set(chosen));
    let remove = move |_| app.library.delete_visit(app, of.clone(), id.clone());
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::EDIT_VISIT).to_owned() path />
            <form class="form" novalidate on:submit=save>
                <DraftLine draft at=At::Head />
                <DetailFields details tried />
                <Sections template chosen=sections.into() choose error=section_error />
                <FormButtons label=words::SAVE failed back draft />
            </form>
            <VisitExport session />
            <footer class="removal">
                <button type="button" class="button button--danger" on:click=remove>
                    {move || app.t(words::DELETE_VISIT)}
                </button>
                <p>{move || app.t(words::DELETE_VISIT_HINT)}</p>
            </footer>
        </div>
    }
}
