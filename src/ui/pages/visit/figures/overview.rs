//! What a visit holds of figures: its tables and statements, each with what does not agree.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::figures::audit::{Audit, Place, audit};
use crate::domain::figures::{Figures, Held, StatTable, Statement};
use crate::domain::id::{StatementId, TableId};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::figures as words;
use crate::words::format::count;

use super::shown;

/// How many letters of a statement are shown.
const MOST_LETTERS: usize = 90;

/// The page.
#[component]
pub(super) fn Overview(session: Session) -> impl IntoView {
    let app = App::get();
    let units: Vec<String> = session.supervision().units.into_iter().map(|unit| unit.name).collect();
    let found = Memo::new(move |_| {
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        session.figures(|figures| Arc::new(audit(figures, &units)))
    });
    let is_empty = Memo::new(move |_| session.figures(|held| held.tables.is_empty() && held.statements.is_empty()));
    let number = move || found.with(|found| found.discrepancies.len());
    view! {
        <div class="page tables" data-testid="figures">
            <h2 class="visually-hidden">{move || app.t(words::TITLE)}</h2>
            <div class="tables__actions">
                <a class="button button--primary" href=Route::NewTable(session.id()).href() data-testid="new-table">
                    {move || app.t(words::NEW_TABLE)}
                </a>
                <a class="button" href=Route::Statement(session.id(), None).href() data-testid="new-statement">
                    {move || app.t(words::NEW_STATEMENT)}
                </a>
                <Show when=move || !is_empty.get()>
                    <a class="button" href=Route::Audit(session.id()).href() data-testid="to-audit">
                        {move || app.t(words::AUDIT)}
                        " "
                        <span class="tabs__count">{move || count(number() as u64)}</span>
                    </a>
                    <a class="button" href=Route::Ranking(session.id()).href() data-testid="to-ranking">
                        {move || app.t(words::RANKING)}
                    </a>
                </Show>
            </div>
            <Show when=move || is_empty.get()>
                <div class="tables__none">
                    <p>{move || app.t(words::NONE)}</p>
                    <p class="quiet">{move || app.t(words::NONE_HINT)}</p>
                </div>
            </Show>
            {move || session.figures(|figures| lists(app, session, figures, &found.read()))}
        </div>
    }
}

fn lists(app: App, session: Session, figures: &Figures, found: &Audit) -> impl IntoView + use<> {
    let (mut in_tables, mut in_statements) = (BTreeMap::new(), BTreeMap::new());
    for discrepancy in &found.discrepancies {
        match &discrepancy.place {
            Place::Cell { table, .. }
            | Place::Row { table, .. }
            | Place::Column { table, .. }
            | Place::Table { table } => *in_tables.entry(table.clone()).or_insert(0_usize) += 1,
            Place::Said { statement, .. } => *in_statements.entry(statement.clone()).or_insert(0_usize) += 1,
            Place::KnownUnit { .. } => {}
        }
    }
    let tables = figures.tables.iter().map(|(id, held)| {
        let wrong = in_tables.get(id).copied().unwrap_or_default();
        let compared = found.compared_tables.get(id).copied().unwrap_or_default();
        table(app, session, id, held, Agreement::of(wrong, compared))
    });
    let statements = figures.statements.iter().map(|(id, held)| {
        let wrong = in_statements.get(id).copied().unwrap_or_default();
        let compared = found.compared_statements.get(id).copied().unwrap_or_default();
        statement(app, session, id, held, Agreement::of(wrong, compared))
    });
    let (tables, statements): (Vec<_>, Vec<_>) = (tables.collect(), statements.collect());
    let tables = (!tables.is_empty()).then(|| {
        view! {
            <section class="tables__part">
                <h3>{app.t(words::TABLES)}</h3>
                <ul class="tables__list">{tables}</ul>
            </section>
        }
    });
    let statements = (!statements.is_empty()).then(|| {
        view! {
            <section class="tables__part">
                <h3>{app.t(words::STATEMENTS)}</h3>
                <ul class="tables__list">{statements}</ul>
            </section>
        }
    });
    (tables, statements)
}

fn table(
    app: App,
    session: Session,
    id: &TableId,
    held: &Held<StatTable>,
    agreement: Agreement,
) -> impl IntoView + use<> {
    let (lang, table) = (app.lang(), &held.value);
    let form = table.form.name.get(lang).to_owned();
    let title = shown::title(table, lang);
    let form = (form != title).then(|| view! { <span class="tables__form">{form}</span> });
    let rows = app.t(words::ROWS).replace("{n}", &count(table.rows.len() as u64));
    let said = [table.body.trim(), table.period.name.trim(), rows.as_str()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <a class="tables__entry" href=Route::Table(session.id(), id.clone()).href() data-table=id.to_string()>
                <span class="tables__title">{title}</span>
                {form}
                <span class="tables__said">{said}</span>
                {mark(app, agreement)}
            </a>
        </li>
    }
}

fn statement(
    app: App,
    session: Session,
    id: &StatementId,
    held: &Held<Statement>,
    agreement: Agreement,
) -> impl IntoView + use<> {
    let statement = &held.value;
    let mut first: String = statement.text.chars().take(MOST_LETTERS).collect();
    if statement.text.chars().count() > MOST_LETTERS {
        first.push('…');
    }
    let picks = app.t(words::PICKS).replace("{n}", &count(statement.picks.len() as u64));
    let said = [statement.place.trim(), statement.body.trim(), picks.as_str()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let href = Route::Statement(session.id(), Some(id.clone())).href();
    view! {
        <li>
            <a class="tables__entry" href=href data-statement=id.to_string()>
                <span class="tables__words">{first}</span>
                <span class="tables__said">{said}</span>
                {mark(app, agreement)}
            </a>
        </li>
    }
}

/// How the figures of an entry stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    /// So many discrepancies.
    Off(usize),
    /// None, in checks that could have found one.
    Agrees,
    /// Nothing was held against anything.
    NotCompared,
}

impl Agreement {
    fn of(wrong: usize, compared: usize) -> Self {
        match (wrong, compared) {
            (0, 0) => Self::NotCompared,
            (0, _) => Self::Agrees,
            (wrong, _) => Self::Off(wrong),
        }
    }
}

/// That in a chip.
fn mark(app: App, agreement: Agreement) -> impl IntoView + use<> {
    let (class, text, wrong) = match agreement {
        Agreement::Agrees => ("chip chip--met", app.t(words::AGREES).to_owned(), 0),
        Agreement::NotCompared => ("chip", app.t(words::NOT_COMPARED).to_owned(), 0),
        Agreement::Off(wrong) => {
            ("chip chip--failed", app.t(words::DISCREPANCIES).replace("{n}", &count(wrong as u64)), wrong)
        }
    };
    view! { <span class=format!("{class} tables__mark") data-discrepancies=wrong.to_string()>{text}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_agrees_only_where_something_was_compared() {
        assert_eq!(Agreement::of(0, 0), Agreement::NotCompared);
        assert_eq!(Agreement::of(0, 3), Agreement::Agrees);
        assert_eq!(Agreement::of(1, 0), Agreement::Off(1), "a count below zero is off by itself");
    }
}
