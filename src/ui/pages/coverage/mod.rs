//! Late dossiers and the letters that answer them, added up: of one visit, and of a supervision by unit.

use leptos::prelude::*;

use crate::domain::dossier::Coverage;
use crate::domain::id::{SupervisionId, VisitId};
use crate::report::coverage_by_unit;
use crate::state::owner_scope::OwnerScope;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::loaded::Loaded;
use crate::ui::components::page_head::{PageHead, path_below};
use crate::ui::components::report_table::ReportTable;
use crate::ui::pages::visit::{Opened, Page};
use crate::words::catalogue::coverage as words;

mod chart;
mod sums;

use sums::Sums;

/// The coverage of a visit; it follows each edit.
#[component]
pub fn VisitCoverage(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Dossiers draw=|session| view! { <OfVisit session /> } /> }
}

#[component]
fn OfVisit(session: Session) -> impl IntoView {
    let app = App::get();
    session.want_calendar();
    let level = session.unit().level;
    let back = Route::Dossiers(session.id()).href();
    let coverage = Memo::new(move |_| {
        let mut rows = Vec::new();
        session.samples(|_| ());
        session.each_dossier(|_, dossier, judged| rows.push((dossier.clone(), judged.clone())));
        Coverage::of(rows.iter().map(|(dossier, judged)| (dossier, judged)), level)
    });
    view! {
        <div class="page page--coverage">
            <h2>{move || app.t(words::TITLE)}</h2>
            {move || view! { <Sums coverage=coverage.get() /> }}
            <p>
                <a class="button" href=back>{move || app.t(crate::words::catalogue::dossiers::BACK)}</a>
            </p>
        </div>
    }
}

/// The coverage of a supervision, with its units one by one.
#[component]
pub fn SupervisionCoverage(
    /// Which supervision.
    id: SupervisionId,
) -> impl IntoView {
    let app = App::get();
    let units = RwSignal::new(None);
    let own = id.clone();
    OwnerScope::here().spawn(async move {
        let read = app.coverage_of_units(&own).await.unwrap_or_default();
        units.set(Some(read));
    });
    let sums = move || match units.get() {
        None => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        Some(units) => {
            let mut whole = Coverage::default();
            units.iter().for_each(|(_, coverage)| whole.merge(coverage));
            let by_unit = (units.len() > 1).then(|| view! { <ReportTable table=coverage_by_unit(&units) /> });
            view! {
                <Sums coverage=whole />
                {by_unit}
            }
            .into_any()
        }
    };
    let draw = move |supervision: crate::domain::supervision::Supervision| {
        let path = path_below(app, &supervision);
        view! {
            <div class="page page--coverage">
                <PageHead title=move || app.t(words::TITLE).to_owned() path />
                {sums}
            </div>
        }
    };
    view! { <Loaded id draw /> }
}
