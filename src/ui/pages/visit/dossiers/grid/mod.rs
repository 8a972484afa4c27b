//! The dossiers as a grid, for wide screens: one cell is active, keys move it, what is typed goes into it. Only the rows
//! in sight are on the page.

use leptos::ev;
use leptos::prelude::*;

use crate::domain::edit::{DossierRow, Edit};
use crate::domain::id::DossierId;
use crate::state::Session;
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::pages::visit::moves::Place;
use crate::words::catalogue::{dossiers as words, grid as grid_words};

use super::form::begin_like_last;
use super::sieve::{Filter, Sieve};

mod column;
mod cursor;
mod edited_cell;
mod editing;
mod events;
mod row;
mod row_template;
mod typed;

use column::Column;
use cursor::{Grid, ROW};
use row::GridRow;

/// The grid.
#[component]
pub(super) fn DossierGrid(
    /// The open visit.
    session: Session,
    /// Which of its dossiers.
    sieve: Sieve,
) -> impl IntoView {
    let grid = Grid::new(session, sieve);
    let app = grid.app;
    let rows = grid.rows();
    let resized = window_event_listener(ev::resize, move |_| grid.look());
    on_cleanup(move || {
        resized.remove();
        grid.commit();
    });
    let columns: Vec<String> = Column::ALL.iter().map(|column| format!("{}px", column.width())).collect();
    let width: u32 = Column::ALL.iter().map(|column| column.width()).sum();
    let height = move || format!("{}px", sieve.shown.with(Vec::len) as f64 * ROW);
    let heading = move |column: Column| {
        let label = move || app.t(column.label());
        view! { <div class="grid__cell grid__heading" role="columnheader" data-heading=column.key() title=label>{label}</div> }
    };
    view! {
        <DraftLine draft=grid.open_cell.kept at=At::Head />
        <div
            class="grid"
            role="grid"
            tabindex="-1"
            node_ref=grid.root
            style=("--columns", columns.join(" "))
            data-testid="dossier-grid"
            aria-label=move || app.t(words::TITLE)
            aria-describedby="grid-keys"
            aria-rowcount=move || (sieve.shown.with(Vec::len) + 1).to_string()
            aria-colcount=Column::ALL.len().to_string()
            on:scroll=move |_| grid.look()
            on:keydown=move |event| grid.on_key(&event)
            on:mousedown=move |event| grid.on_press(&event)
            on:click=move |event| grid.on_click(&event)
            on:change=move |_| grid.on_change()
            on:input=move |_| grid.note_typed()
            on:focusin=move |_| grid.on_focus_in()
            on:focusout=move |event| grid.on_focus_out(&event)
            on:copy=move |event| grid.on_copy(&event)
            on:paste=move |event| grid.on_paste(&event)
        >
            <div class="grid__head" role="row" aria-rowindex="1" style:width=format!("{width}px")>
                {Column::ALL.map(heading).into_iter().collect::<Vec<_>>()}
            </div>
            <div class="grid__body" role="rowgroup" style:width=format!("{width}px") style:height=height>
                <For each=move || rows.get() key=|row| row.clone() let:row>
                    <GridRow grid row />
                </For>
            </div>
        </div>
        <div class="grid__foot">
            <button type="button" class="button" data-testid="grid-add" on:click=move |_| add(grid)>
                {move || app.t(words::NEW)}
            </button>
            <p class="field__hint" id="grid-keys">{move || app.t(grid_words::KEYS)}</p>
        </div>
    }
}

/// Adds a dossier, shows every dossier, and edits the code of the new one.
fn add(grid: Grid) {
    let Grid { app, session, sieve, .. } = grid;
    let Ok(id) = DossierId::new(app.new_sorted_id(0)) else { return };
    let dossier = begin_like_last(session);
    session.dispatch(Edit::Dossiers { rows: vec![DossierRow { id: id.clone(), dossier: Some(dossier) }] });
    sieve.filter.set(Filter::All);
    sieve.query.set(String::new());
    let row = untrack(|| sieve.shown.with(|shown| shown.iter().position(|one| *one == id)));
    let column = Column::ALL.iter().position(|column| *column == Column::Code);
    if let (Some(row), Some(column)) = (row, column) {
        grid.go_and_edit(Place { row, column });
    }
}
