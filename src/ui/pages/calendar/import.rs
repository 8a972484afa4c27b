//! What a calendar from a file would do. Nothing is written before it is confirmed.

use leptos::prelude::*;

use crate::domain::calendar::CalendarDay;
use crate::state::App;
use crate::state::calendar::{CalendarImport, CalendarPreview};
use crate::state::route::Route;
use crate::ui::components::page_head::{PageHead, home_step};
use crate::ui::components::steps::day_words;
use crate::words::Text;
use crate::words::catalogue::calendar as words;
use crate::words::catalogue::import as imports;
use crate::words::format::count;

use super::files::CalendarFile;
use super::labels::kind_label;

/// The page.
#[component]
pub fn CalendarImportPage() -> impl IntoView {
    let app = App::get();
    let state = app.calendar_import();
    let above = (Route::Calendar, Signal::derive(move || app.t(words::CALENDAR).to_owned()));
    let body = move || match state.get() {
        CalendarImport::None => view! {
            <p>{move || app.t(imports::NO_FILE)}</p>
            <CalendarFile label=imports::CHOOSE />
        }
        .into_any(),
        CalendarImport::Reading => {
            view! { <p class="empty" role="status">{move || app.t(imports::READING)}</p> }.into_any()
        }
        CalendarImport::Refused(sentence) => view! { <Refused sentences=Signal::stored(vec![sentence]) /> }.into_any(),
        CalendarImport::Problems(problems) => {
            let lang = app.lang();
            let sentences = problems.iter().map(|problem| problem.sentence(lang)).collect();
            view! { <Refused sentences=Signal::stored(sentences) /> }.into_any()
        }
        CalendarImport::Ready(preview) => view! { <PreviewOf preview=*preview /> }.into_any(),
    };
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::IMPORT_TITLE).to_owned() path=vec![home_step(app), above] />
            {body}
        </div>
    }
}

#[component]
fn Refused(sentences: Signal<Vec<String>>) -> impl IntoView {
    let app = App::get();
    let lines = move || sentences.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <section class="refused" role="alert" data-testid="import-refused">
            <h2>{move || app.t(imports::REFUSED)}</h2>
            <ul class="refused__why">{lines}</ul>
            <p>{move || app.t(imports::UNCHANGED)}</p>
        </section>
        <div class="form__buttons">
            <CalendarFile label=imports::CHOOSE_OTHER />
            <Leave />
        </div>
    }
}

#[component]
fn Leave() -> impl IntoView {
    let app = App::get();
    view! {
        <button type="button" class="button button--quiet" on:click=move |_| app.leave_calendar_import()>
            {move || app.t(imports::CANCEL)}
        </button>
    }
}

#[component]
fn PreviewOf(preview: CalendarPreview) -> impl IntoView {
    let app = App::get();
    let CalendarPreview { differences, years, announced_through, .. } = preview;
    let changes_anything = differences.count() != 0 || announced_through.is_some();
    let scope = move || match &years {
        None => app.t(words::REPLACES_ALL).to_owned(),
        Some(years) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            app.t(words::REPLACES_YEARS).replace("{years}", &years.join(", "))
        }
    };
    let announced = announced_through.map(|year| {
        view! { <p>{move || app.t(words::WOULD_ANNOUNCE).replace("{year}", &year.to_string())}</p> }
    });
    let plain = |days: Vec<CalendarDay>| days.into_iter().map(|day| (day, None)).collect::<Vec<_>>();
    let changed = differences.changed.into_iter().map(|(before, after)| (after, Some(before))).collect();
    let confirm = changes_anything.then(|| {
        view! {
            <button
                type="button"
                class="button button--primary"
                data-testid="import-confirm"
                on:click=move |_| app.confirm_calendar()
            >
                {move || app.t(imports::CONFIRM)}
            </button>
        }
    });
    view! {
        <p class="import__lead">
            {move || app.t(if changes_anything { imports::NOTHING_WRITTEN } else { words::ALL_SAME })}
        </p>
        <p>{scope}</p>
        {announced}
        <Heap title=words::ADDED days=plain(differences.added) name="added" />
        <Heap title=words::CHANGED days=changed name="changed" />
        <Heap title=words::REMOVED days=plain(differences.removed) name="removed" />
        <div class="form__buttons">
            {confirm}
            <Leave />
        </div>
    }
}

/// Days, each with what it was where it changes.
#[component]
fn Heap(title: Text, days: Vec<(CalendarDay, Option<CalendarDay>)>, name: &'static str) -> impl IntoView {
    let app = App::get();
    (!days.is_empty()).then(|| {
        let number = count(days.len() as u64);
        let rows = days.into_iter().map(|(day, before)| {
            let in_words = move |day: &CalendarDay| {
                let named = format!("{} – {}", app.t(kind_label(day.kind)), day.name);
                if day.basis.is_empty() { named } else { format!("{named} ({})", day.basis) }
            };
            let date = day.date;
            let before = before.map(|before| {
                view! {
                    <span class="year-days__source">
                        {move || app.t(words::BEFORE).replace("{day}", &in_words(&before))}
                    </span>
                }
            });
            view! {
                <li class="year-days__day year-days__day--wide" data-date=date.to_string()>
                    <span class="year-days__date">{move || day_words(date, app.lang())}</span>
                    <span>{move || in_words(&day)}</span>
                    {before}
                </li>
            }
        });
        let rows: Vec<_> = rows.collect();
        view! {
            <section class="import__heap" data-heap=name>
                <h2>{move || app.t(title).replace("{n}", &number)}</h2>
                <ul class="year-days">{rows}</ul>
            </section>
        }
    })
}
