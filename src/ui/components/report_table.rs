//! A table of a report on the page. It scrolls sideways by itself where the screen is too narrow.

use leptos::prelude::*;

use crate::report::{Cell, Table};
use crate::state::App;
use crate::words::format;

/// The table, with its name above it.
#[component]
pub fn ReportTable(
    /// Its values; words in cells are Vietnamese, as in documents.
    table: Table,
) -> impl IntoView {
    let app = App::get();
    let name = table.name;
    let head = table.columns.iter().map(|column| {
        let heading = column.heading;
        view! { <th scope="col">{move || app.t(heading)}</th> }
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| {
            let class = if matches!(cell, Cell::Text(_) | Cell::Empty) { "" } else { "table__number" };
            view! { <td class=class>{text(cell)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label=move || app.t(name)>
            <table class="table">
                <caption>{move || app.t(name)}</caption>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody lang="vi">{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A cell as documents write it.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => format::count(*count),
        Cell::Decimal { value, decimals } => format::decimal(value, u32::from(*decimals)),
        Cell::Percent(share) => format::percent(share),
        Cell::Date(date) => format::date(*date),
        Cell::Moment(moment) => format::date(moment.date_naive()),
    }
}
