//! One visit in a list: its day, how far it is, what it found. It leads straight to the checklist.

use leptos::prelude::*;

use crate::domain::progress::VisitSummary;
use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::meter::Meter;
use crate::words::catalogue::library as words;
use crate::words::format::{count, date};

/// One visit.
#[component]
pub fn VisitLink(
    /// In short.
    visit: VisitSummary,
) -> impl IntoView {
    let app = App::get();
    let VisitSummary { id, date: day, answered, asked, findings, critical_failed, .. } = visit;
    let day = date(day);
    let progress = move || {
        app.t(words::PROGRESS).replace("{answered}", &count(answered as u64)).replace("{asked}", &count(asked as u64))
    };
    view! {
        <li class="visit-link">
            <a class="visit-link__link" href=Route::Visit(id.clone()).href() data-visit=id.to_string()>
                <span class="visit-link__day">{move || app.t(words::VISIT_ON).replace("{date}", &day)}</span>
                <span class="visit-link__progress">
                    <Meter part=answered whole=asked />
                    <span>{progress}</span>
                </span>
                <span class="visit-link__marks">
                    {(findings != 0)
                        .then(|| {
                            let words = move || app.t(words::FINDING_COUNT).replace("{n}", &count(findings as u64));
                            view! { <span class="chip">{words}</span> }
                        })}
                    {(critical_failed != 0)
                        .then(|| {
                            let number = count(critical_failed as u64);
                            let words = move || app.t(words::CRITICAL_COUNT).replace("{n}", &number);
                            view! { <span class="chip chip--critical">{words}</span> }
                        })}
                </span>
            </a>
        </li>
    }
}
