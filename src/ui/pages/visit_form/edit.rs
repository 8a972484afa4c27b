//! A visit under way: its day, the people present, its groups; and removing it. What is saved here goes through the
//! same edits as answers, and can be undone from the checklist.

use leptos::prelude::*;

use crate::domain::edit::Edit;
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
        let now = untrack(|| session.visit(Visit::clone));
        let present = present(&details.present.read_untracked());
        let is_same = (now.date, &now.present) == (date, &present);
        if !is_same && !session.takes(Edit::Details { date, present }) {
            return;
        }
        let sections = sections.get_untracked();
        if now.sections != sections && !session.takes(Edit::Sections { sections }) {
            return;
        }
        draft.leave_with(session);
        session.flush();
        app.go(&Route::Visit(now.id));
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
