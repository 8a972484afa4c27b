//! The choices, and what follows from them.

use leptos::prelude::*;

use crate::domain::figures::ranking::Thresholds;
use crate::domain::figures::{Better, Indicator, StatTable};
use crate::domain::id::TableId;
use crate::report::ranking::{Among, Subject, bodies, sections, subjects};
use crate::state::App;
use crate::words::Lang;
use crate::words::catalogue::ranking as words;

use super::Source;
use super::charts::{Make, Trend};
use super::choice::{Choice, Percentage};
use super::order::Order;
use super::whole::Whole;

/// What is held against each other.
#[derive(Clone, Debug, PartialEq)]
enum Scope {
    /// The rows of one table.
    Table(usize),
    /// The tables of one form as wholes, by their places.
    Bodies(Vec<usize>),
}

/// Everything that the tables say.
#[component]
pub(super) fn Board(
    /// The tables.
    sources: Signal<Vec<Source>>,
) -> impl IntoView {
    let app = App::get();
    let (table, indicator, among) = (RwSignal::new(0), RwSignal::new(0), RwSignal::new(0));
    let limits = (RwSignal::new(None), RwSignal::new(None));
    let scopes = Memo::new(move |_| sources.with(|sources| scopes(sources)));
    let scope = Memo::new(move |_| scopes.with(|all| all.get(table.get()).or(all.first()).cloned()));
    let leading = Memo::new(move |_| {
        let place = match scope.get()? {
            Scope::Table(place) => place,
            Scope::Bodies(places) => *places.first()?,
        };
        sources.with(|sources| sources.get(place).cloned())
    });
    let chosen = Memo::new(move |_| {
        let indicators = leading.get().map(|source| source.table.form.indicators.clone()).unwrap_or_default();
        indicators.get(indicator.get()).or(indicators.first()).cloned()
    });
    let between = move || if among.get() == 1 { Among::Sections } else { Among::Leaves };
    let ranked = Memo::new(move |_| {
        let (Some(scope), Some(indicator)) = (scope.get(), chosen.get()) else { return Vec::new() };
        sources.with(|sources| of_scope(sources, &scope, &indicator, between()))
    });
    let better = move || chosen.get().map_or(Better::Neither, |indicator| indicator.better);
    let thresholds = Signal::derive(move || Thresholds { praise: limits.0.get(), criticise: limits.1.get() });
    let options = move || sources.with(|sources| scopes.with(|all| names(sources, all, app.lang())));
    let indicators = move || {
        let names = |source: Source| {
            source.table.form.indicators.iter().map(|one| one.name.get(app.lang()).to_owned()).collect::<Vec<_>>()
        };
        leading.get().map(names).unwrap_or_default()
    };
    let has_sections = move || leading.get().is_some_and(|source| !sections(&source.table).is_empty());
    let kinds = move || [words::LEAVES, words::SECTIONS].map(|text| app.t(text).to_owned()).to_vec();
    let praise = move || if better() == Better::Low { words::PRAISE_TO } else { words::PRAISE_FROM };
    let criticise = move || if better() == Better::Low { words::CRITICISE_FROM } else { words::CRITICISE_TO };
    let is_table = move || matches!(scope.get(), Some(Scope::Table(_)));
    let drawn = move || {
        view! {
            <div class="ranking__choice" role="group" aria-label=move || app.t(words::TITLE)>
                <Choice id="bieu" label=words::TABLE options=Signal::derive(options) value=table />
                <Choice id="chi-tieu" label=words::INDICATOR options=Signal::derive(indicators) value=indicator />
                {move || {
                    (is_table() && has_sections())
                        .then(|| view! { <Choice id="so-sanh" label=words::AMONG options=Signal::derive(kinds) value=among /> })
                }}
                <Percentage id="bieu-duong" label=Signal::derive(praise) value=limits.0 />
                <Percentage id="phe-binh" label=Signal::derive(criticise) value=limits.1 />
            </div>
            {move || leading.get().filter(|_| is_table()).map(|source| view! { <Whole source /> })}
            {move || {
                chosen.get().map(|indicator| view! { <Order indicator subjects=ranked.get() thresholds sources /> })
            }}
            {move || leading.get().filter(|_| is_table()).map(|source| view! { <Make source among=between() /> })}
            {move || {
                leading.get().zip(chosen.get()).map(|(source, indicator)| view! { <Trend sources source indicator /> })
            }}
        }
    };
    move || match scopes.with(Vec::is_empty) {
        true => view! { <p class="empty">{move || app.t(words::NONE)}</p> }.into_any(),
        false => drawn().into_any(),
    }
}

/// Each table that has indicators; and, where several bodies report one form, these against each other.
fn scopes(sources: &[Source]) -> Vec<Scope> {
    let told: Vec<usize> = (0..sources.len())
        .filter(|place| sources.get(*place).is_some_and(|one| !one.table.form.indicators.is_empty()))
        .collect();
    let form = |place: &usize| sources.get(*place).map(|source| &source.table.form.id);
    let mut scopes: Vec<Scope> = told.iter().map(|place| Scope::Table(*place)).collect();
    for (at, first) in told.iter().enumerate() {
        let is_first = told.iter().take(at).all(|before| form(before) != form(first));
        let same: Vec<usize> = told.iter().copied().filter(|place| form(place) == form(first)).collect();
        if is_first && same.len() > 1 {
            scopes.push(Scope::Bodies(same));
        }
    }
    scopes
}

fn names(sources: &[Source], scopes: &[Scope], lang: Lang) -> Vec<String> {
    let name = |scope: &Scope| match scope {
        Scope::Table(place) => sources.get(*place).map(|source| table_name(&source.table)),
        Scope::Bodies(places) => {
            let form = &sources.get(*places.first()?)?.table.form;
            Some(words::BODIES.get(lang).replace("{form}", form.name.get(lang)))
        }
    };
    scopes.iter().filter_map(name).collect()
}

/// A table's title, body and period in one line.
pub(super) fn table_name(table: &StatTable) -> String {
    let title = if table.title.is_empty() { &table.form.name.vi } else { &table.title };
    [title.as_str(), &table.body, &table.period.name]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" – ")
}

fn of_scope(sources: &[Source], scope: &Scope, indicator: &Indicator, among: Among) -> Vec<Subject> {
    match scope {
        Scope::Table(place) => {
            sources.get(*place).map(|one| subjects(&one.id, &one.table, indicator, among)).unwrap_or_default()
        }
        Scope::Bodies(places) => {
            let tables: Vec<(&TableId, &StatTable)> = places
                .iter()
                .filter_map(|place| sources.get(*place))
                .map(|source| (&source.id, source.table.as_ref()))
                .collect();
            bodies(&tables, &indicator.key)
        }
    }
}
