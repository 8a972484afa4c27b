//! A finding as it is read: its marks, its words, what was observed.

use leptos::prelude::*;

use crate::domain::finding::{Finding, FindingContent, Origin};
use crate::domain::regime::{LegalScope, Validity};
use crate::state::{App, Session};
use crate::words::Text;
use crate::words::catalogue::findings as words;
use crate::words::format::date;

use super::observed::Observed;

/// What kind of finding it is, in a few marks.
#[component]
pub(super) fn Marks(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let app = App::get();
    let origin = match finding.origin {
        Origin::Item => None,
        Origin::Edited => Some(words::EDITED),
        Origin::Added => Some(words::ADDED),
        Origin::Unsupported => Some(words::UNSUPPORTED),
    };
    let chip = move |class: &'static str, text: Text| view! { <span class=class>{move || app.t(text)}</span> };
    view! {
        <p class="finding__marks">
            {finding.critical.then(|| chip("chip chip--critical", words::CRITICAL))}
            {finding.withdrawn.is_some().then(|| chip("chip", words::WITHDRAWN))}
            {origin.map(|origin| chip("chip", origin))}
        </p>
    }
}

/// The words of a finding, and what they stand on.
#[component]
pub(super) fn Reading(
    /// The open visit.
    session: Session,
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let app = App::get();
    let Finding { item, content, origin, withdrawn, .. } = finding;
    let FindingContent { statement, basis, cause, addressee, recommendation, deadline } = content;
    let fact = move |label: Text, text: String| {
        (!text.is_empty()).then(|| {
            view! {
                <div class="finding__fact">
                    <dt>{move || app.t(label)}</dt>
                    <dd lang="vi">{text}</dd>
                </div>
            }
        })
    };
    let cited = basis.clone();
    let bases = app.legal_in_use();
    let visited = untrack(|| session.visit(|visit| visit.date));
    let province = session.supervision().province().map(str::to_owned);
    let flags = move || {
        let bases = bases.read();
        let Some(bases) = bases.ready() else { return Vec::new() };
        let (index, scope) = (bases.value.index(), LegalScope { on: visited, province: province.as_deref() });
        let found = cited.iter().flat_map(|basis| index.check(basis, scope));
        // What nobody knows is marked in the list of documents; here stands what is wrong for certain.
        let flags = found.filter_map(|one| {
            let citation = match one.validity()? {
                Validity::NotYet | Validity::NoLonger => "not-in-force",
                Validity::Elsewhere => "elsewhere",
                Validity::InForce | Validity::Unknown => return None,
            };
            let sentence = one.warning(visited, app.lang())?;
            Some(view! { <p class="finding__flag" data-citation=citation>{sentence}</p> })
        });
        flags.collect::<Vec<_>>()
    };
    let is_read = move || bases.read().ready().is_some();
    let no_basis = basis.is_empty();
    let no_basis = move || {
        (no_basis && is_read()).then(|| {
            view! {
                <div class="finding__fact" data-testid="no-basis">
                    <dt>{app.t(words::BASIS)}</dt>
                    <dd>{app.t(words::NO_BASIS)}</dd>
                </div>
            }
        })
    };
    let unsupported = item.clone().filter(|_| origin == Origin::Unsupported).map(|item| {
        let sentence = move || app.t(words::UNSUPPORTED_HINT).replace("{code}", item.as_str());
        view! { <p class="finding__hint">{sentence}</p> }
    });
    let withdrawn = withdrawn.map(|reason| {
        let sentence = move || app.t(words::WITHDRAWN_BECAUSE).replace("{reason}", &reason);
        view! { <p class="finding__hint">{sentence}</p> }
    });
    view! {
        <h3 class="finding__statement" lang="vi">{statement}</h3>
        {withdrawn}
        {unsupported}
        {item.map(|item| view! { <Observed session item /> })}
        <dl class="finding__facts">
            {no_basis}
            {fact(words::BASIS, basis.join("; "))}
            {fact(words::CAUSE, cause)}
            {fact(words::RECOMMENDATION, recommendation)}
            {fact(words::ADDRESSEE, addressee)}
            {fact(words::DEADLINE, deadline.map(date).unwrap_or_default())}
        </dl>
        {flags}
    }
}
