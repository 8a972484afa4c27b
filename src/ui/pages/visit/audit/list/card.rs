//! One discrepancy: told, and decided in place.

use leptos::prelude::*;

use crate::domain::figures::Decision;
use crate::domain::figures::audit::{Discrepancy, RuleKind};
use crate::report::audit::{plain_value, sure_key};
use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::form_draft::reopen_where_kept;
use crate::words::Text;
use crate::words::catalogue::audit as words;

use super::Audited;
use super::decided::{State, act_id, decision, make_finding, set_aside, take_back};
use super::reason::{Reason, draft_key};
use super::sieve::{Key, Source};
use super::told::Told;

/// A discrepancy, under the heading of what it stands in where it is the first of it.
#[component]
pub(super) fn Card(
    /// What the page is about.
    audited: Audited,
    /// Which discrepancy.
    key: Key,
) -> impl IntoView {
    let app = App::get();
    let Key { id, nth, heads } = key;
    let found = {
        let id = id.clone();
        Memo::new(move |_| {
            audited.found.with(|found| found.discrepancies.iter().filter(|one| one.id == id).nth(nth).cloned())
        })
    };
    let state = {
        let id = id.clone();
        Memo::new(move |_| State::of(audited.session, &id))
    };
    let heading = heads.map(|source| {
        let words = move || {
            audited.tell(app, |teller| match &source {
                Source::Table(table) => teller.table(table),
                Source::Statement(statement) => teller.statement(statement),
                Source::Units => app.t(words::report::KNOWN_UNITS).to_owned(),
            })
        };
        view! { <h3 class="audit__source" lang="vi">{words}</h3> }
    });
    let card = move || {
        let found = found.get()?;
        let (handle, item) = (found.id.to_string(), item_code(audited, &found));
        let (rule, sure) = (found.rule.key(), sure_key(found.sure));
        let (stated, computed) = (plain_value(&found.stated), plain_value(&found.computed));
        Some(view! {
            <article
                class="discrepancy"
                data-rule=rule
                data-stated=stated
                data-computed=computed
                data-sure=sure
                data-item=item
                data-discrepancy=handle
                data-state=move || state.get().key()
            >
                <Told audited found=found.clone() state />
                <Deciding audited found state />
            </article>
        })
    };
    view! {
        <li class="audit__entry">
            {heading}
            {card}
        </li>
    }
}

/// The code of the item that it stands against, in handles; empty where the template asks for no such check.
fn item_code(audited: Audited, found: &Discrepancy) -> String {
    audited.session.template().item_against(found).map(|item| item.code.to_string()).unwrap_or_default()
}

/// What was made of it, and what can be.
#[component]
fn Deciding(audited: Audited, found: Discrepancy, state: Memo<State>) -> impl IntoView {
    let app = App::get();
    let is_asking = RwSignal::new(false);
    let session = audited.session;
    let found = StoredValue::new(found);
    let id = found.with_value(|found| found.id.clone());
    let key = draft_key(session, &id);
    reopen_where_kept(app, move |drafts| {
        if drafts.is_kept(&key) {
            is_asking.set(true);
        }
    });
    move || {
        let id = id.clone();
        match state.get() {
            State::Open if is_asking.get() => view! { <Reason session id is_asking /> }.into_any(),
            State::Open => view! { <Choices audited found is_asking /> }.into_any(),
            State::Aside | State::Finding => {
                is_asking.set(false);
                let reason = match untrack(|| decision(session, &id)) {
                    Some(Decision::SetAside { reason }) => Some(reason),
                    Some(Decision::Finding { .. }) | None => None,
                };
                let is_finding = reason.is_none();
                let (label, said) = match reason {
                    Some(reason) => (words::TAKE_BACK, app.t(words::ASIDE_BECAUSE).replace("{reason}", &reason)),
                    None => (words::TAKE_BACK_FINDING, String::new()),
                };
                let act = act_id(&id);
                let back = move |_| take_back(session, &id);
                view! {
                    {(!said.is_empty()).then(|| view! { <p class="discrepancy__reason">{said}</p> })}
                    <div class="discrepancy__buttons">
                        {is_finding
                            .then(|| {
                                view! {
                                    <a class="button" href=Route::Findings(session.id()).href()>
                                        {move || app.t(words::SEE_FINDING)}
                                    </a>
                                }
                            })}
                        <button type="button" class="button button--quiet" id=act data-testid="take-back" on:click=back>
                            {move || app.t(label)}
                        </button>
                    </div>
                }
                .into_any()
            }
        }
    }
}

/// The buttons of one that nobody decided.
#[component]
fn Choices(audited: Audited, found: StoredValue<Discrepancy>, is_asking: RwSignal<bool>) -> impl IntoView {
    let app = App::get();
    let session = audited.session;
    let place = untrack(|| audited.tell(app, |teller| found.with_value(|found| teller.place(&found.place))));
    let act = found.with_value(|found| act_id(&found.id));
    let label = {
        let place = StoredValue::new(place);
        move |text: Text| place.with_value(|place| app.t(text).replace("{place}", place))
    };
    let is_name = found.with_value(|found| found.rule == RuleKind::Name);
    let one_unit = move |_| {
        found.with_value(|found| set_aside(session, &found.id, words::ONE_UNIT.vi.to_owned()));
    };
    view! {
        <div class="discrepancy__buttons">
            {is_name
                .then(|| {
                    view! {
                        <button type="button" class="button" data-testid="one-unit" on:click=one_unit>
                            {move || app.t(words::ONE_UNIT)}
                        </button>
                    }
                })}
            <button
                type="button"
                class="button"
                id=act
                data-testid="make-finding"
                aria-label=move || label(words::MAKE_FINDING_OF)
                on:click=move |_| found.with_value(|found| make_finding(app, audited, found))
            >
                {move || app.t(words::MAKE_FINDING)}
            </button>
            <button
                type="button"
                class="button button--quiet"
                data-testid="set-aside"
                aria-label=move || label(words::SET_ASIDE_OF)
                on:click=move |_| is_asking.set(true)
            >
                {move || app.t(words::SET_ASIDE)}
            </button>
        </div>
    }
}
