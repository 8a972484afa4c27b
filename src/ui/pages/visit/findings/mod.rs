//! The findings: what follows from failed items, what was edited, withdrawn and added by hand. The words are those of
//! the record, and so Vietnamese whatever the language of the screen.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::state::{App, Session};
use crate::words::catalogue::findings as words;
use crate::words::format::count;

use super::bar::Page;
use super::opened::Opened;

mod add;

mod card;

mod draft;

mod editor;

mod entry;

mod focus;

mod mode;

mod observed;

mod reading;

mod withdrawal;

use add::AddFinding;
use card::FindingCard;

/// The findings of a visit.
#[component]
pub fn Findings(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Findings draw=|session| view! { <FindingList session /> } /> }
}

#[component]
fn FindingList(session: Session) -> impl IntoView {
    let app = App::get();
    let ids = Memo::new(move |_| {
        session.findings().with(|findings| findings.iter().map(|finding| finding.id.clone()).collect::<Vec<_>>())
    });
    let summary = move || {
        session.findings().with(|findings| {
            let withdrawn = findings.iter().filter(|finding| finding.withdrawn.is_some()).count();
            let critical = findings.iter().filter(|finding| finding.critical && finding.withdrawn.is_none()).count();
            let parts = [
                Some((words::STANDING, findings.len() - withdrawn)),
                (critical != 0).then_some((words::CRITICAL_COUNT, critical)),
                (withdrawn != 0).then_some((words::WITHDRAWN_COUNT, withdrawn)),
            ];
            let parts = parts.into_iter().flatten();
            parts.map(|(text, n)| app.t(text).replace("{n}", &count(n as u64))).collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <div class="page page--findings">
            <h2 class="visually-hidden">{move || app.t(words::TITLE)}</h2>
            <Show
                when=move || !ids.read().is_empty()
                fallback=move || view! { <p class="empty">{move || app.t(words::NONE)}</p> }
            >
                <p class="findings__summary">{summary}</p>
                <ol class="findings">
                    <For each=move || ids.get() key=|id| id.clone() let:id>
                        <FindingCard session id />
                    </For>
                </ol>
            </Show>
            <AddFinding session />
        </div>
    }
}
