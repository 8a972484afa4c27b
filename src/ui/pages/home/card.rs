//! One supervision in the list.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::mandate::{period_words, resolution_words, topic_words};
use crate::ui::components::meter::Meter;
use crate::words::catalogue::library as words;
use crate::words::format::count;

use super::entry::Entry;

/// One supervision: the whole card leads to it.
#[component]
pub fn SupervisionCard(
    /// What is shown.
    entry: Entry,
) -> impl IntoView {
    let app = App::get();
    let Entry { supervision, visits, answered, asked, .. } = entry;
    let id = supervision.id.to_string();
    let href = Route::Supervision(supervision.id.clone()).href();
    let units = supervision.units.len() as u64;
    let of_units = move || app.t(words::UNIT_COUNT).replace("{n}", &count(units));
    let of_visits = move || app.t(words::VISIT_COUNT).replace("{n}", &count(visits as u64));
    let progress = move || {
        app.t(words::PROGRESS).replace("{answered}", &count(answered as u64)).replace("{asked}", &count(asked as u64))
    };
    let (resolution, period, body) = (supervision.resolution.clone(), supervision.period, supervision.body.clone());
    let facts = move || {
        let resolution = resolution_words(&resolution, app.lang());
        let period = period_words(period, app.lang()).map(|period| format!("{} {period}", app.t(words::PERIOD)));
        let facts = [resolution, period].into_iter().flatten();
        facts.map(|fact| view! { <p class="card__fact">{fact}</p> }).collect_view()
    };
    view! {
        <li class="card card--link">
            <h2 class="card__title">
                <a class="card__link" href=href data-supervision=id>
                    {move || topic_words(&supervision, app.lang())}
                </a>
            </h2>
            <p class="card__fact card__fact--strong">{body}</p>
            {facts}
            <p class="card__counts">
                <span>{of_units}</span>
                <span>{of_visits}</span>
            </p>
            {(asked != 0)
                .then(|| {
                    view! {
                        <p class="card__progress">
                            <Meter part=answered whole=asked />
                            <span>{progress}</span>
                        </p>
                    }
                })}
        </li>
    }
}
