//! The bar of a visit: which unit and day, its pages, whether everything is saved, undo and redo, the score.

use leptos::prelude::*;

use crate::state::page::set_title;
use crate::state::{App, Session};
use crate::ui::components::left_drafts::LeftDrafts;
use crate::words::catalogue::checklist as words;
use crate::words::format::date;

mod next;
mod saved;
mod steps;
mod tabs;
mod total;

use next::NextUnanswered;
use saved::{SaveFailed, Saved};
use steps::{Steps, listen_for_keys};
use tabs::Tabs;
use total::Total;

/// One of a visit's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The checklist.
    Checklist,
    /// The posting of procedures.
    Posting,
    /// The dossiers.
    Dossiers,
    /// The figures.
    Figures,
    /// The score.
    Score,
    /// The findings.
    Findings,
}

/// The bar.
#[component]
pub(super) fn VisitBar(
    /// The open visit.
    session: Session,
    /// The page it stands on.
    page: Page,
) -> impl IntoView {
    let app = App::get();
    let name = session.unit().name;
    let day = Memo::new(move |_| session.visit(|visit| visit.date));
    let title = name.clone();
    Effect::new(move || {
        let page = app.t(page.label());
        set_title(&format!("{title} – {page} – Sổ Giám Sát"));
    });
    listen_for_keys(session, page);
    view! {
        <Tabs session page />
        <header class="visit-bar">
            <h1 class="visit-bar__title">
                <span class="visit-bar__unit">{name}</span>
                " "
                <span class="visit-bar__day">{move || date(day.get())}</span>
            </h1>
            <Saved session />
            <Total session />
            <div class="visit-bar__tools" role="group" aria-label=move || app.t(words::TOOLS)>
                <Steps session />
                {(page == Page::Checklist).then(|| view! { <NextUnanswered session /> })}
            </div>
            <SaveFailed session />
        </header>
        <LeftDrafts prefixes=vec![format!("visit/{}/", session.id())] />
    }
}
