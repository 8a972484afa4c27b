//! A figure opens to what it is made of: its two sums, and each cell in them.

use leptos::prelude::*;

use crate::domain::figures::Figure;
use crate::domain::figures::audit::Place;
use crate::domain::figures::indicators::{Indicated, Summed};
use crate::report::ranking::amount_words;
use crate::state::App;
use crate::state::route::Route;
use crate::words::Lang;
use crate::words::catalogue::ranking as words;
use crate::words::format;

use super::Source;

/// The share, opening to its numerator, denominator and their cells.
#[component]
pub(super) fn Opens(
    /// The indicator.
    indicated: Indicated,
    /// The tables that its cells are looked up in.
    sources: Signal<Vec<Source>>,
) -> impl IntoView {
    let app = App::get();
    let share = indicated.share();
    let shown = move || share.as_ref().map_or_else(|| app.t(words::UNDEFINED).to_owned(), format::percent);
    let sums = [(words::SOURCE_PART, indicated.part), (words::SOURCE_WHOLE, indicated.whole)];
    let sums = sums.map(|(title, summed)| {
        let amount = summed.amount.map_or_else(|| "–".to_owned(), amount_words);
        let cells = move || cells(&summed, &sources.read(), app.lang());
        view! {
            <p class="sources__sum">{move || app.t(title).replace("{amount}", &amount)}</p>
            <ul class="sources__cells" lang="vi">
                {cells}
            </ul>
        }
    });
    view! {
        <details class="sources">
            <summary>{shown}</summary>
            {sums.into_iter().collect_view()}
        </details>
    }
}

fn cells(summed: &Summed, sources: &[Source], lang: Lang) -> Vec<AnyView> {
    let cell = |(place, figure): &(Place, Figure)| {
        let Place::Cell { table, row, column } = place else { return None };
        let source = sources.iter().find(|source| source.id == *table)?;
        let row = source.table.rows.get(source.table.row(row)?)?;
        let column = source.table.form.columns.get(source.table.form.column(column)?)?;
        let heading: Vec<&str> = column.heading.iter().map(|heading| heading.get(lang)).collect();
        let sentence = words::SOURCE
            .get(lang)
            .replace("{row}", &row.name)
            .replace("{column}", &heading.join(" › "))
            .replace("{figure}", &amount_words(figure.amount()));
        let to = Route::Table(source.visit.clone(), source.id.clone()).href();
        Some(view! { <li><a href=to>{sentence}</a></li> }.into_any())
    };
    summed.cells.iter().filter_map(cell).collect()
}
