//! What a tie takes, chosen with two or three taps: a passage and one of its figures, or a table and a row, a column or
//! how many rows there are.

use leptos::prelude::*;

use crate::domain::figures::{Cell, Operand, Picked, StatTable, Statement};
use crate::domain::id::{LineKey, StatementId, TableId};
use crate::report::audit::{Teller, column_words, figure_words, quoted};
use crate::state::App;
use crate::words::catalogue::audit::statement as words;
use crate::words::fold::{contains_folded, fold};

use super::draft::Draft;
use super::slots::Kind;

/// How many rows are offered at once; a search finds the others.
const MOST_ROWS: usize = 40;

/// Where figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Source {
    Here,
    Statement(StatementId),
    Table(TableId),
}

/// The sources, and what each offers.
#[component]
pub(super) fn Chooser(
    /// The passage.
    draft: Draft,
    /// The pick that is tied, and so not offered.
    number: u32,
    /// The way it is tied: a list is held against a column, all else against figures.
    kind: RwSignal<Kind>,
    /// Takes what is chosen.
    choose: Callback<Operand>,
) -> impl IntoView {
    let app = App::get();
    let sources = StoredValue::new(sources(app, draft, kind.get_untracked() == Kind::Listed));
    let at = RwSignal::new(0_usize);
    let options = sources.with_value(|sources| {
        let option = |(place, (_, name)): (usize, &(Source, String))| {
            view! { <option value=place.to_string()>{name.clone()}</option> }
        };
        sources.iter().enumerate().map(option).collect_view()
    });
    let choose_source = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        at.set(event.target().value().parse().unwrap_or_default());
    };
    let offered = move || {
        let source = sources.with_value(|sources| sources.get(at.get()).map(|(source, _)| source.clone()));
        match source {
            None => view! { <p class="field__hint">{app.t(words::NOTHING_TO_CHOOSE)}</p> }.into_any(),
            Some(Source::Here) => {
                let (id, read) = (draft.id.get_value(), draft.read.get_untracked());
                said(app, &id, &read, Some(number), choose)
            }
            Some(Source::Statement(id)) => {
                let held = draft.session.figures(|figures| figures.statements.get(&id).map(|held| held.value.clone()));
                held.map_or_else(|| ().into_any(), |held| said(app, &id, &held, None, choose))
            }
            Some(Source::Table(id)) => view! { <FromTable draft id kind choose /> }.into_any(),
        }
    };
    view! {
        <div class="chooser" data-testid="chooser">
            <label class="field">
                <span class="field__label">{move || app.t(words::FROM)}</span>
                <select class="input" data-testid="choose-source" on:change:target=choose_source>{options}</select>
            </label>
            {offered}
        </div>
    }
}

fn sources(app: App, draft: Draft, only_tables: bool) -> Vec<(Source, String)> {
    let own = draft.id.get_value();
    untrack(|| {
        draft.session.figures(|figures| {
            let teller = Teller { figures, units: &[], lang: app.lang() };
            let here = (Source::Here, app.t(words::FROM_HERE).to_owned());
            let tables = figures.tables.keys().map(|id| (Source::Table(id.clone()), teller.table(id)));
            let others = figures.statements.keys().filter(|id| **id != own);
            let others = others.map(|id| (Source::Statement(id.clone()), teller.statement(id)));
            if only_tables { tables.collect() } else { std::iter::once(here).chain(tables).chain(others).collect() }
        })
    })
}

/// The figures of a passage.
fn said(app: App, id: &StatementId, statement: &Statement, but: Option<u32>, choose: Callback<Operand>) -> AnyView {
    let figures = statement
        .picks
        .iter()
        .filter(|pick| matches!(pick.what, Picked::Figure { .. }) && Some(pick.number) != but)
        .map(|pick| {
            let operand = Operand::Said { statement: id.clone(), pick: pick.number };
            (operand, quoted(statement, pick.from, pick.to))
        });
    buttons(app, figures.collect(), choose)
}

fn buttons(app: App, offered: Vec<(Operand, String)>, choose: Callback<Operand>) -> AnyView {
    if offered.is_empty() {
        return view! { <p class="field__hint">{app.t(words::NOTHING_TO_CHOOSE)}</p> }.into_any();
    }
    let buttons = offered.into_iter().map(|(operand, label)| {
        view! {
            <button type="button" class="button chooser__one" lang="vi" on:click=move |_| choose.run(operand.clone())>
                {label}
            </button>
        }
    });
    let buttons: Vec<_> = buttons.collect();
    view! { <div class="chooser__all">{buttons}</div> }.into_any()
}

/// A column, and then a row of it, all of it, or how many rows there are.
#[component]
fn FromTable(draft: Draft, id: TableId, kind: RwSignal<Kind>, choose: Callback<Operand>) -> impl IntoView {
    let app = App::get();
    let table = draft.session.figures(|figures| figures.tables.get(&id).map(|held| held.value.clone()));
    let Some(table) = table else { return ().into_any() };
    let columns: Vec<(LineKey, String)> = table
        .form
        .columns
        .iter()
        .filter(|column| column.measure.is_figure())
        .map(|column| (column.key.clone(), column_words(column)))
        .collect();
    let column = RwSignal::new(columns.first().map(|(key, _)| key.clone()));
    let needle = RwSignal::new(String::new());
    let options = columns.into_iter().map(|(key, name)| view! { <option value=key.to_string()>{name}</option> });
    let options: Vec<_> = options.collect();
    let choose_column = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        column.set(LineKey::new(event.target().value()).ok());
    };
    let table = StoredValue::new(table);
    let offered = move || {
        let only_column = kind.get() == Kind::Listed;
        let column = column.get()?;
        let offered = table.with_value(|table| rows(app, &id, table, &column, &needle.read(), only_column));
        Some(buttons(app, offered, choose))
    };
    view! {
        <div class="chooser__table">
            <label class="field">
                <span class="field__label">{move || app.t(words::COLUMN)}</span>
                <select class="input" data-testid="choose-column" on:change:target=choose_column>{options}</select>
            </label>
            <label class="field">
                <span class="field__label">{move || app.t(words::SEARCH_ROW)}</span>
                <input class="input" type="search" autocomplete="off" bind:value=needle />
            </label>
        </div>
        {offered}
    }
    .into_any()
}

/// What a column of a table offers: rows with what stands there, and the column itself.
fn rows(
    app: App,
    id: &TableId,
    table: &StatTable,
    column: &LineKey,
    needle: &str,
    only_column: bool,
) -> Vec<(Operand, String)> {
    let whole = Operand::Column { table: id.clone(), column: column.clone() };
    let whole = (whole, app.t(words::WHOLE_COLUMN).to_owned());
    if only_column {
        return vec![whole];
    }
    let at = table.form.column(column);
    let needle = fold(needle.trim());
    let found = table.rows.iter().filter(|row| needle.is_empty() || contains_folded(&fold(&row.name), &needle));
    let found = found.take(MOST_ROWS).map(|row| {
        let figure = at.and_then(|at| row.cells.get(at)).and_then(Cell::figure).map(figure_words);
        let label = format!("{}: {}", row.name, figure.unwrap_or_else(|| "–".to_owned()));
        (Operand::Cell { table: id.clone(), row: row.key.clone(), column: column.clone() }, label)
    });
    let count = (Operand::Rows { table: id.clone(), only: None }, app.t(words::ROW_COUNT).to_owned());
    [whole, count].into_iter().chain(found).collect()
}
