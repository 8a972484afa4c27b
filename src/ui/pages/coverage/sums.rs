//! The sums: in sentences first, as a monthly report prints them, then as a chart and tables.

use leptos::prelude::*;

use crate::domain::dossier::Coverage;
use crate::report::{coverage_lines, coverage_tables, lateness_charts};
use crate::state::App;
use crate::ui::components::report_table::ReportTable;
use crate::words::catalogue::coverage as words;

use super::chart::Bars;

/// The sums of some dossiers.
#[component]
pub(super) fn Sums(coverage: Coverage) -> impl IntoView {
    let app = App::get();
    let (resolved, pending) = (coverage.resolved.total(), coverage.pending.total());
    if resolved.dossiers + pending.dossiers == 0 {
        return view! { <p class="empty">{move || app.t(words::NONE)}</p> }.into_any();
    }
    let groups = [(words::RESOLVED, &coverage.resolved), (words::PENDING, &coverage.pending)];
    let groups = groups.map(|(title, lateness)| {
        let lines = coverage_lines(lateness).into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <section class="sums-lines">
                <h3>{move || app.t(title)}</h3>
                <ul lang="vi">{lines.collect_view()}</ul>
            </section>
        }
    });
    let [overview, rest @ ..] = coverage_tables(&coverage);
    let late = resolved.late + pending.late;
    let [_, days, _] = lateness_charts(&coverage);
    view! {
        <div class="coverage">
            {groups.into_iter().collect_view()}
            <div data-testid="apology-coverage">
                <ReportTable table=overview />
            </div>
            {(late > 0).then(|| view! { <Bars chart=days /> })}
            <details class="coverage__more">
                <summary>{move || app.t(words::MORE)}</summary>
                {rest.into_iter().map(|table| view! { <ReportTable table /> }).collect_view()}
            </details>
        </div>
    }
    .into_any()
}
