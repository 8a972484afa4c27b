//! The indicators of a whole table.

use leptos::prelude::*;

use crate::domain::figures::indicators::of_table;
use crate::state::App;
use crate::words::catalogue::ranking as words;

use super::Source;
use super::sources::Opens;

/// Each indicator of the table's form, of its total or of its rows added up.
#[component]
pub(super) fn Whole(
    /// The table.
    source: Source,
) -> impl IntoView {
    let app = App::get();
    let sources = Signal::stored(vec![source.clone()]);
    let indicators = source.table.form.indicators.iter().map(|indicator| {
        let name = indicator.name.clone();
        let indicated = of_table(&source.id, &source.table, indicator);
        view! {
            <div class="whole__indicator" data-indicator=indicator.key.to_string()>
                <dt>{move || name.get(app.lang()).to_owned()}</dt>
                <dd>
                    <Opens indicated sources />
                </dd>
            </div>
        }
    });
    view! {
        <section class="whole">
            <h3>{move || app.t(words::OF_WHOLE)}</h3>
            <dl class="whole__list">{indicators.collect_view()}</dl>
        </section>
    }
}
