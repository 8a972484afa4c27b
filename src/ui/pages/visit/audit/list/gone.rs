//! What was decided of discrepancies that are none any more. It stays on record until a person drops it.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::figures::Decision;
use crate::domain::figures::audit::RuleKind;
use crate::domain::id::DiscrepancyId;
use crate::report::audit::rule_words;
use crate::state::{App, Session};
use crate::words::Text;
use crate::words::catalogue::audit as words;
use crate::words::format::count;

use super::Audited;
use super::decided::forget;

/// The list, while there is anything on it.
#[component]
pub(super) fn Gone(
    /// What the page is about.
    audited: Audited,
) -> impl IntoView {
    let app = App::get();
    let session = audited.session;
    let gone = Memo::new(move |_| {
        audited.found.with(|found| {
            let there: BTreeSet<&DiscrepancyId> = found.discrepancies.iter().map(|one| &one.id).collect();
            session.figures(|figures| {
                let gone = figures.decisions.iter().filter(|(id, _)| !there.contains(id));
                gone.map(|(id, held)| (id.clone(), held.value.clone())).collect::<Vec<_>>()
            })
        })
    });
    let title = move || app.t(words::GONE).replace("{n}", &count(gone.with(Vec::len) as u64));
    view! {
        <Show when=move || !gone.read().is_empty()>
            <details class="audit__gone" data-testid="audit-gone">
                <summary>{title}</summary>
                <ul class="audit__gone-list">
                    {move || gone.get().into_iter().map(|(id, decision)| entry(app, session, id, &decision)).collect_view()}
                </ul>
            </details>
        </Show>
    }
}

fn entry(app: App, session: Session, id: DiscrepancyId, decision: &Decision) -> impl IntoView + use<> {
    let said = match decision {
        Decision::SetAside { reason } => app.t(words::ASIDE_BECAUSE).replace("{reason}", reason),
        Decision::Finding { finding } => {
            let held = session.visit(|visit| {
                visit.findings.get(finding).map(|entry| entry.content.as_ref().map(|content| content.statement.clone()))
            });
            match held {
                Some(statement) => format!("{}: {}", app.t(words::STATE_FINDING), statement.unwrap_or_default()),
                None => app.t(words::STATE_DROPPED).to_owned(),
            }
        }
    };
    let rule = rule_of(&id).map(|rule| view! { <span class="discrepancy__rule">{app.t(rule)}</span> });
    let handle = id.to_string();
    view! {
        <li class="audit__gone-entry" data-discrepancy=handle>
            {rule}
            <span>{said}</span>
            <button type="button" class="button button--quiet" on:click=move |_| forget(session, &id)>
                {app.t(words::FORGET)}
            </button>
        </li>
    }
}

/// The rule by which it was found: its key stands at the head of the id, with a hash behind it.
fn rule_of(id: &DiscrepancyId) -> Option<Text> {
    let (key, _) = id.as_str().rsplit_once('-')?;
    RuleKind::ALL.into_iter().find(|rule| rule.key() == key).map(rule_words)
}
