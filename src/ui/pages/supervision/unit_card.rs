//! One unit of a supervision with its visits.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::visit_link::VisitLink;
use crate::words::catalogue::library as words;

use super::row::Row;
use super::unit_score::UnitScore;

/// One unit: what it is, the score that stands for it, its visits.
#[component]
pub fn UnitCard(
    /// The supervision.
    supervision: SupervisionId,
    /// What is shown.
    row: Row,
) -> impl IntoView {
    let app = App::get();
    let Row { unit, visits, .. } = &row;
    let unit = unit.clone();
    let open = Route::EditUnit(supervision.clone(), unit.id.clone()).href();
    let begin = Route::NewVisit(supervision, Some(unit.id.clone())).href();
    let is_one_of_many = 1 < visits.len();
    let total = row.last().map(|last| view! { <UnitScore last=last.clone() is_one_of_many /> });
    let visits = visits.iter().rev().map(|visit| view! { <VisitLink visit=visit.clone() /> });
    let name = unit.name.clone();
    view! {
        <li class="unit-card">
            <div class="unit-card__head">
                <h4 class="unit-card__name">
                    <a href=open data-unit=unit.id.to_string()>{unit.name.clone()}</a>
                </h4>
                {total}
            </div>
            <p class="unit-card__what">
                <span>{move || app.t(unit.level.label())}</span>
                <span>{move || app.t(unit.kind.label())}</span>
                <span>{move || app.t(unit.mode.label())}</span>
            </p>
            <ul class="unit-card__visits">{visits.collect_view()}</ul>
            <a
                class="button button--quiet unit-card__begin"
                href=begin
                aria-label=move || app.t(words::BEGIN_HERE_AT).replace("{unit}", &name)
            >
                {move || app.t(words::BEGIN_HERE)}
            </a>
        </li>
    }
}
