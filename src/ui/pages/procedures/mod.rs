//! The procedure lists on this device, and one of them to search.

use leptos::prelude::*;

use crate::domain::procedure::ProcedureListShort;
use crate::state::App;
use crate::state::library::Loading;
use crate::state::route::Route;
use crate::ui::components::corrupt::CorruptRecords;
use crate::ui::components::not_read::NotRead;
use crate::ui::components::page_head::{PageHead, Step, home_step};
use crate::ui::components::reference_links::ReferenceLinks;
use crate::words::catalogue::calendar::CALENDAR;
use crate::words::catalogue::procedures as words;
use crate::words::format::{count, date};

mod import;
mod list;

pub use list::ProcedureListPage;

use import::ListImport;

/// The page of all lists.
#[component]
pub fn ProcedureListsPage() -> impl IntoView {
    let app = App::get();
    let lists = app.procedure_lists();
    let body = move || match lists.get() {
        Loading::Waiting => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        Loading::Failed(why) => view! { <NotRead why retry=App::retry_procedure_lists /> }.into_any(),
        Loading::Ready(lists) if lists.is_empty() => {
            view! { <p class="empty" data-testid="no-procedure-lists">{move || app.t(words::EMPTY)}</p> }.into_any()
        }
        Loading::Ready(lists) => {
            // The newest version of a list first.
            let rows = lists.into_iter().rev().map(|short| view! { <ListLink short /> });
            view! { <ul class="legal">{rows.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <div class="page page--form" data-testid="procedure-lists">
            <PageHead title=move || app.t(words::PROCEDURES).to_owned() path=above(app) />
            <p>{move || app.t(words::LEAD)}</p>
            {body}
            <ListImport />
            <CorruptRecords corrupt=app.corrupt_procedure_lists() />
            <ReferenceLinks />
        </div>
    }
}

/// The way up to the calendar.
fn above(app: App) -> Vec<Step> {
    vec![home_step(app), (Route::Calendar, Signal::derive(move || app.t(CALENDAR).to_owned()))]
}

#[component]
fn ListLink(short: ProcedureListShort) -> impl IntoView {
    let app = App::get();
    let href = Route::ProcedureList(short.id.clone(), short.version).href();
    let (id, version) = (short.id.clone(), short.version);
    let name = move || app.t(words::LIST).replace("{id}", &id).replace("{version}", &version.to_string());
    let in_force = short.in_force(app.today());
    let about = move || {
        app.t(words::ABOUT)
            .replace("{date}", &date(short.taken_on))
            .replace("{n}", &count(short.entries as u64))
            .replace("{valid}", &count(in_force as u64))
    };
    view! {
        <li class="legal__basis">
            <h2 class="legal__number">
                <a class="legal__link" href=href>{name}</a>
            </h2>
            <p class="field__hint">{about}</p>
        </li>
    }
}
