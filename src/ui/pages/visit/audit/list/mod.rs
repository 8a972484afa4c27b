//! The discrepancies of a visit's figures: what was stated, what follows instead, how, how sure, and why; each becomes a
//! finding with one tap, or is set aside with a reason. Both stay on the list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::figures::audit::{Audit, audit};
use crate::report::audit::Teller;
use crate::state::outgoing::{Kind, Scope, Wanted};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::audit as words;
use crate::words::format::count;
use crate::words::{Lang, Text};

mod card;
mod decided;
mod gone;
mod notes;
mod reason;
mod sieve;
mod told;

use card::Card;
use gone::Gone;
use notes::Notes;
use sieve::{Filters, Sieve};

/// How many discrepancies are drawn at first, and more each time one asks.
const DRAWN: usize = 200;

/// What the page is about.
#[derive(Clone, Copy)]
struct Audited {
    session: Session,
    found: Memo<Arc<Audit>>,
    /// The names of the supervision's units.
    units: StoredValue<Vec<String>>,
}

impl Audited {
    fn new(session: Session) -> Self {
        let units = StoredValue::new(session.supervision().units.into_iter().map(|unit| unit.name).collect::<Vec<_>>());
        let found = Memo::new(move |_| {
            units.with_value(|units| {
                let units: Vec<&str> = units.iter().map(String::as_str).collect();
                session.figures(|figures| Arc::new(audit(figures, &units)))
            })
        });
        Self { session, found, units }
    }

    /// Tells something of the figures in words; reactive to the figures and the language.
    fn tell<T>(self, app: App, tell: impl FnOnce(&Teller<'_>) -> T) -> T {
        self.units.with_value(|units| {
            let units: Vec<&str> = units.iter().map(String::as_str).collect();
            self.session.figures(|figures| tell(&Teller { figures, units: &units, lang: app.lang() }))
        })
    }
}

/// The discrepancies.
#[component]
pub(super) fn AuditPage(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let audited = Audited::new(session);
    let sieve = Sieve::new(audited);
    // A finding made here cites what binds; the list of documents is read before the tap.
    let _ = app.legal_in_use();
    let summary = move || audited.found.with(|found| summary(found, app.lang()));
    let verdict = Memo::new(move |_| audited.found.with(|found| verdict(found)));
    view! {
        <div class="page page--audit">
            <h2 class="visually-hidden">{move || app.t(words::TITLE)}</h2>
            <p class="audit__summary" role="status">{summary}</p>
            <Actions session />
            <Notes audited />
            {move || verdict.get().map(|said| view! { <p class="empty" data-testid="audit-verdict">{app.t(said)}</p> })}
            <Show when=move || verdict.get().is_none()>
                <Filters sieve />
            </Show>
            <Discrepancies audited sieve />
            <Gone audited />
        </div>
    }
}

/// How many checks held figures against each other, and how many of them found something. That the names of units are
/// spelled well is no such check.
fn summary(found: &Audit, lang: Lang) -> String {
    let (n, m) = (count(found.compared as u64), count(found.discrepancies.len() as u64));
    words::SUMMARY.get(lang).replace("{n}", &n).replace("{m}", &m)
}

/// What is said where there is no discrepancy: that all agrees only if something was compared.
fn verdict(found: &Audit) -> Option<Text> {
    if !found.discrepancies.is_empty() {
        return None;
    }
    Some(if found.compared == 0 { words::NOTHING } else { words::NONE })
}

/// Where one goes from here, and the discrepancies as a file.
#[component]
fn Actions(session: Session) -> impl IntoView {
    let app = App::get();
    let export = move |_| {
        let scope = Scope::Visit(session.supervision().id, session.id());
        app.export(scope, Wanted::Table(Kind::Discrepancies));
    };
    view! {
        <div class="audit__actions">
            <a class="button button--quiet" href=Route::Figures(session.id()).href()>
                <span aria-hidden="true">"‹ "</span>
                {move || app.t(words::TO_FIGURES)}
            </a>
            <a class="button" href=Route::Statement(session.id(), None).href()>{move || app.t(words::NEW_STATEMENT)}</a>
            <button type="button" class="button" data-testid="audit-export" on:click=export>
                {move || app.t(words::EXPORT)}
            </button>
        </div>
    }
}

/// The list, under the tables and passages that they stand in.
#[component]
fn Discrepancies(audited: Audited, sieve: Sieve) -> impl IntoView {
    let app = App::get();
    let most = RwSignal::new(DRAWN);
    let drawn =
        Memo::new(move |_| sieve.shown.with(|shown| shown.iter().take(most.get()).cloned().collect::<Vec<_>>()));
    let hidden = Memo::new(move |_| sieve.shown.with(Vec::len).saturating_sub(most.get()));
    let is_sieved_out =
        move || sieve.shown.with(Vec::is_empty) && audited.found.with(|found| !found.discrepancies.is_empty());
    view! {
        <Show when=is_sieved_out>
            <p class="empty">{move || app.t(words::NOT_FOUND)}</p>
        </Show>
        <ol class="audit" data-testid="audit-list">
            <For each=move || drawn.get() key=|key| key.clone() let:key>
                <Card audited key />
            </For>
        </ol>
        <Show when=move || hidden.get() != 0>
            <button type="button" class="button" on:click=move |_| most.update(|most| *most += DRAWN)>
                {move || app.t(words::MORE).replace("{n}", &count(hidden.get() as u64))}
            </button>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::{Figures, Held, Parts, Rows, Rule};
    use crate::domain::fixture::figures::{counts, form, line, row, table};
    use crate::domain::fixture::stamp;
    use crate::domain::id::TableId;

    #[test]
    fn all_agrees_only_where_something_was_compared() {
        let said = |cells: &[&str]| {
            let rule =
                Rule::Sum { total: line("a"), parts: vec![line("b"), line("c")], are: Parts::Partition, item: None };
            let form = form(Rows::Free { adds_up: false }, vec![counts("a"), counts("b"), counts("c")], vec![rule]);
            let held = Held { value: table(form, vec![row("1", "1", 0, cells)]), stamp: stamp() };
            let tables = [(TableId::new("b").unwrap(), held)].into();
            verdict(&audit(&Figures { tables, ..Figures::default() }, &[]))
        };
        assert_eq!(said(&["39", "30", "9"]), Some(words::NONE));
        assert_eq!(said(&["39", "", ""]), Some(words::NOTHING));
        assert_eq!(said(&["39", "30", "5"]), None);
        assert_eq!(verdict(&Audit::default()), Some(words::NOTHING));
    }

    #[test]
    fn without_any_figure_no_check_is_called_made() {
        let found = audit(&Figures::default(), &["UBND xã Ia Rmok", "UBND xã Chư Drăng"]);
        assert!(found.checks > 0, "names are looked at");
        assert_eq!(summary(&found, Lang::Vi), "Đã kiểm 0 phép, 0 chênh lệch");
        assert_eq!(verdict(&found), Some(words::NOTHING));
    }
}
