//! What the figures say: the indicators of a table, its units in order, the lists for praise and criticism, and how an
//! indicator goes over periods. Of one visit, and of a supervision over all its visits.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::figures::StatTable;
use crate::domain::id::{SupervisionId, TableId, VisitId};
use crate::domain::supervision::Supervision;
use crate::state::owner_scope::OwnerScope;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::loaded::Loaded;
use crate::ui::components::page_head::{PageHead, path_below};
use crate::ui::pages::visit::{Opened, Page};
use crate::words::catalogue::ranking as words;

mod board;
mod charts;
mod choice;
mod order;
mod sources;
mod whole;

use board::Board;

/// A table with the visit that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The visit.
    pub visit: VisitId,
    /// The table.
    pub id: TableId,
    /// What it holds.
    pub table: Arc<StatTable>,
}

/// The page of a route, if it is one of these.
pub fn page(route: &Route) -> Option<AnyView> {
    match route {
        Route::Ranking(id) => Some(view! { <VisitRanking id=id.clone() /> }.into_any()),
        Route::Rankings(id) => Some(view! { <SupervisionRanking id=id.clone() /> }.into_any()),
        _ => None,
    }
}

/// The figures of a visit; they follow each edit.
#[component]
fn VisitRanking(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Figures draw=|session| view! { <OfVisit session /> } /> }
}

#[component]
fn OfVisit(session: Session) -> impl IntoView {
    let app = App::get();
    let visit = session.id();
    let sources = Memo::new(move |_| {
        session.figures(|figures| {
            let source = |(id, held): (&TableId, &crate::domain::figures::Held<StatTable>)| Source {
                visit: visit.clone(),
                id: id.clone(),
                table: Arc::new(held.value.clone()),
            };
            figures.tables.iter().map(source).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="page page--ranking">
            <h2>{move || app.t(words::TITLE)}</h2>
            <Board sources=sources.into() />
        </div>
    }
}

/// The figures of all visits of a supervision.
#[component]
fn SupervisionRanking(
    /// Which supervision.
    id: SupervisionId,
) -> impl IntoView {
    let app = App::get();
    let read = RwSignal::new(None);
    let own = id.clone();
    OwnerScope::here().spawn(async move {
        let tables = app.tables_of(&own).await.unwrap_or_default();
        let source = |(visit, id, table)| Source { visit, id, table: Arc::new(table) };
        read.set(Some(tables.into_iter().map(source).collect::<Vec<_>>()));
    });
    let board = move || match read.get() {
        None => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        Some(sources) => view! { <Board sources=Signal::stored(sources) /> }.into_any(),
    };
    let draw = move |supervision: Supervision| {
        let path = path_below(app, &supervision);
        view! {
            <div class="page page--ranking">
                <PageHead title=move || app.t(words::TITLE).to_owned() path />
                {board}
            </div>
        }
    };
    view! { <Loaded id draw /> }
}
