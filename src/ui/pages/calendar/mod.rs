//! The working calendar: a reckoner of due dates that says what became of each day, and the days off of a year.

use leptos::prelude::*;

use crate::state::App;
use crate::state::library::Loading;
use crate::ui::components::page_head::{PageHead, home_step};
use crate::words::catalogue::calendar as words;

mod labels;

mod entry;

mod draft;

mod reckoner;

mod outcome;

mod year;

use reckoner::Reckoner;
use year::Year;

/// The page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let app = App::get();
    let calendar = app.calendar();
    let body = move || match calendar.get() {
        Loading::Waiting => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        Loading::Ready(calendar) => view! {
            <Reckoner calendar=calendar.clone() />
            <Year calendar />
        }
        .into_any(),
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::CALENDAR).to_owned() path=vec![home_step(app)] />
            {body}
        </div>
    }
}
