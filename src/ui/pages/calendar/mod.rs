//! The working calendar: a reckoner of due dates that says what became of each day, and the days off of a year, which
//! one can change, hand out and bring in.

use leptos::prelude::*;

use crate::state::App;
use crate::state::library::Loading;
use crate::ui::components::not_read::NotRead;
use crate::ui::components::own_data::{OwnData, OwnDataActions};
use crate::ui::components::page_head::{PageHead, home_step};
use crate::ui::components::reference_links::ReferenceLinks;
use crate::words::catalogue::calendar as words;

mod labels;

mod entry;

mod draft;

mod reckoner;

mod outcome;

mod year;

mod announce;

mod day_row;

mod day_entry;

mod day_form;

mod files;

mod import;

pub use import::CalendarImportPage;

use files::Files;
use reckoner::Reckoner;
use year::Year;

/// The page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let app = App::get();
    let calendar = app.calendar();
    let in_use = app.calendar_in_use();
    let standing = Signal::derive(move || in_use.read().ready().map(|held| held.standing()));
    let actions = OwnDataActions {
        restore: App::use_bundled_calendar,
        take_news: App::take_calendar_news,
        drop_corrupt: App::drop_corrupt_calendar,
    };
    // Once it is there the page stands, and follows what is changed: what was typed into the reckoner stays.
    let phase = Memo::new(move |_| calendar.read().phase());
    let body = move || {
        match phase.get() {
            Loading::Waiting => {
                return view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any();
            }
            Loading::Failed(why) => return view! { <NotRead why retry=App::retry_calendar /> }.into_any(),
            Loading::Ready(()) => {}
        }
        view! {
            <Reckoner calendar />
            <Year calendar in_use />
            <OwnData standing actions />
            <Files />
        }
        .into_any()
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::CALENDAR).to_owned() path=vec![home_step(app)] />
            {body}
            <ReferenceLinks />
        </div>
    }
}
