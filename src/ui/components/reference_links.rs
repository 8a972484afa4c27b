//! The ways to the data that judgements rest on.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::words::catalogue::calendar::{CALENDAR, REFERENCE_DATA};
use crate::words::catalogue::legal::LEGAL;
use crate::words::catalogue::procedures::PROCEDURES;

/// Links to the calendar, the legal bases and the procedure lists, but for the page that one is on.
#[component]
pub fn ReferenceLinks() -> impl IntoView {
    let app = App::get();
    let here = app.route().get_untracked();
    let places = [(Route::Calendar, CALENDAR), (Route::Legal, LEGAL), (Route::ProcedureLists, PROCEDURES)];
    let links = places.into_iter().filter(|(route, _)| *route != here).map(|(route, text)| {
        view! { <a class="button" href=route.href()>{move || app.t(text)}</a> }
    });
    view! {
        <nav class="form__section" aria-labelledby="reference-links">
            <h2 id="reference-links">{move || app.t(REFERENCE_DATA)}</h2>
            <div class="form__buttons">{links.collect_view()}</div>
        </nav>
    }
}
