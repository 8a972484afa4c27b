//! The way among the pages of a visit, and back up.

use leptos::prelude::*;

use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::mandate::topic_words;
use crate::words::Text;
use crate::words::catalogue::audit;
use crate::words::catalogue::checklist as words;
use crate::words::catalogue::posting;
use crate::words::format::count;

use super::Page;

impl Page {
    /// Its name.
    pub(super) fn label(self) -> Text {
        match self {
            Self::Checklist => words::CHECKLIST,
            Self::Posting => posting::TITLE,
            Self::Dossiers => words::DOSSIERS,
            Self::Figures => audit::FIGURES,
            Self::Score => words::SCORE,
            Self::Findings => words::FINDINGS,
        }
    }
}

/// The links.
#[component]
pub(super) fn Tabs(
    /// The open visit.
    session: Session,
    /// The page that is shown.
    page: Page,
) -> impl IntoView {
    let app = App::get();
    let id = session.id();
    let supervision = session.supervision();
    let up = Route::Supervision(supervision.id.clone()).href();
    let topic = move || topic_words(&supervision, app.lang());
    let standing = Memo::new(move |_| {
        session.findings().with(|findings| findings.iter().filter(|finding| finding.withdrawn.is_none()).count())
    });
    let link = move |target: Page, route: Route| {
        view! {
            <li>
                <a class="tabs__link" href=route.href() aria-current=(target == page).then_some("page")>
                    {move || app.t(target.label())}
                    {(target == Page::Findings)
                        .then(|| view! { <span class="tabs__count">{move || count(standing.get() as u64)}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <nav class="tabs" aria-label=move || app.t(words::PAGES)>
            <ul class="tabs__list">
                <li class="tabs__up">
                    <a class="tabs__link" href=up>
                        <span aria-hidden="true">"‹ "</span>
                        <span class="tabs__topic">{topic}</span>
                    </a>
                </li>
                {link(Page::Checklist, Route::Visit(id.clone()))}
                {link(Page::Posting, Route::Posting(id.clone()))}
                {link(Page::Dossiers, Route::Dossiers(id.clone()))}
                {link(Page::Figures, Route::Figures(id.clone()))}
                {link(Page::Score, Route::Score(id.clone()))}
                {link(Page::Findings, Route::Findings(id.clone()))}
                <li>
                    <a class="tabs__link" href=Route::EditVisit(id).href()>{move || app.t(words::DETAILS)}</a>
                </li>
            </ul>
        </nav>
    }
}
