//! A discrepancy as it is read: by which rule, where, stated and computed, how, and why.

use leptos::prelude::*;

use crate::domain::figures::audit::{Discrepancy, RuleKind, Term};
use crate::report::audit::{figure_words, formula, rule_words, sure_key, sure_words, value_words};
use crate::state::App;
use crate::ui::pages::visit::audit::place_link::PlaceLink;
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::Text;
use crate::words::catalogue::audit as words;
use crate::words::format::count;

use super::Audited;
use super::decided::State;

/// Up to so many terms are shown at once; more open with a tap.
const FEW: usize = 3;

/// The discrepancy in words.
#[component]
pub(super) fn Told(
    /// What the page is about.
    audited: Audited,
    /// The discrepancy.
    found: Discrepancy,
    /// What was made of it.
    state: Memo<State>,
) -> impl IntoView {
    let app = App::get();
    let session = audited.session;
    app.prefs.lang.track();
    // What is told follows from the discrepancy: a decision on another one must not draw this one anew.
    let (place, how, causes) = untrack(|| {
        audited.tell(app, |teller| {
            let within = teller.within(&found.place);
            let place = if within.is_empty() { teller.place(&found.place) } else { within };
            (place, formula(teller, &found), teller.causes(&found))
        })
    });
    let item = session.template().item_against(&found).map(|item| item.code.clone());
    let (sure, rule) = (found.sure, found.rule);
    let causes = (!causes.is_empty()).then(|| {
        view! {
            <p class="discrepancy__causes">
                <span class="discrepancy__label">{move || app.t(words::CAUSES)}</span>
                {causes.join("; ")}
            </p>
        }
    });
    let how = how.map(|how| view! { <p class="discrepancy__formula" lang="vi">{how}</p> });
    view! {
        <p class="discrepancy__marks">
            <span class="discrepancy__rule">{move || app.t(rule_words(rule))}</span>
            <span class="chip" data-sure=sure_key(sure)>{move || app.t(sure_words(sure))}</span>
            {item.map(|item| view! { <ItemLink session item /> })}
            {move || {
                let now = state.get();
                (now != State::Open).then(|| view! { <span class="chip chip--state">{app.t(now.label())}</span> })
            }}
        </p>
        <p class="discrepancy__place">
            <PlaceLink session place=found.place.clone() words=place />
        </p>
        <Values found=found.clone() />
        {how}
        {causes}
        <Terms audited terms=found.terms />
    }
}

/// What was stated beside what follows.
#[component]
fn Values(found: Discrepancy) -> impl IntoView {
    let app = App::get();
    let is_impossible = matches!(found.rule, RuleKind::Negative | RuleKind::Fractional);
    let is_elsewhere = matches!(found.rule, RuleKind::Name | RuleKind::Citation | RuleKind::Unit);
    let value = move |label: Text, class: &'static str, value: String| {
        view! {
            <div class=class>
                <dt>{move || app.t(label)}</dt>
                <dd lang="vi">{value}</dd>
            </div>
        }
    };
    let label = if is_elsewhere { words::ELSEWHERE } else { words::COMPUTED };
    let (stated, computed) = (value_words(&found.stated, app.lang()), value_words(&found.computed, app.lang()));
    view! {
        <dl class="discrepancy__values">
            {value(words::STATED, "discrepancy__stated", stated)}
            {(!is_impossible).then(|| value(label, "discrepancy__computed", computed))}
        </dl>
    }
}

/// Every figure that went into it, each with the way to its place.
#[component]
fn Terms(audited: Audited, terms: Vec<Term>) -> impl IntoView {
    let app = App::get();
    if terms.is_empty() {
        return ().into_any();
    }
    let label = app.t(words::TERMS).replace("{n}", &count(terms.len() as u64));
    let few = terms.len() <= FEW;
    let told =
        untrack(|| audited.tell(app, |teller| terms.iter().map(|term| teller.place(&term.place)).collect::<Vec<_>>()));
    let rows = terms.into_iter().zip(told).map(|(term, words)| {
        let figure = term.figure.map(figure_words).unwrap_or_default();
        view! {
            <li class="terms__term">
                <span class="terms__figure">{figure}</span>
                <PlaceLink session=audited.session place=term.place words />
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <details class="terms" open=few>
            <summary>{label}</summary>
            <ul class="terms__list">{rows}</ul>
        </details>
    }
    .into_any()
}
