//! The days off and make-up days of a year, with their basis and how sure they are.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::calendar::{CalendarDay, FIRST_YEAR, LAST_YEAR, WorkingCalendar};
use crate::state::App;
use crate::ui::components::field::Field;
use crate::words::catalogue::calendar as words;
use crate::words::format::count;

use super::labels::{certainty_label, kind_label};
use crate::ui::components::steps::day_words;

/// A year of the calendar.
#[component]
pub(super) fn Year(
    /// The calendar.
    calendar: Arc<WorkingCalendar>,
) -> impl IntoView {
    let app = App::get();
    let year = RwSignal::new(app.today().year().clamp(FIRST_YEAR, LAST_YEAR));
    let options = (FIRST_YEAR..=LAST_YEAR)
        .map(move |option| view! { <option selected=option == year.get_untracked()>{option.to_string()}</option> });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(chosen) = event.target().value().parse() {
            year.set(chosen);
        }
    };
    let table = move || view! { <Days calendar=calendar.clone() year=year.get() /> };
    view! {
        <section class="form__section" aria-labelledby="year-days" data-testid="calendar">
            <h2 id="year-days">{move || app.t(words::YEAR_DAYS)}</h2>
            <Field id="year" label=move || app.t(words::YEAR).to_owned()>
                <select class="input input--date" id="year" on:change:target=choose>{options.collect_view()}</select>
            </Field>
            {table}
        </section>
    }
}

#[component]
fn Days(calendar: Arc<WorkingCalendar>, year: i32) -> impl IntoView {
    let app = App::get();
    let is_provisional = !calendar.calendar().is_announced(year);
    let last_day = |year| NaiveDate::from_ymd_opt(year, 12, 31);
    let working =
        last_day(year - 1).zip(last_day(year)).map(|(before, last)| calendar.working_days_between(before, last));
    let working = move || working.map(|days| app.t(words::YEAR_WORKING).replace("{n}", &count(u64::from(days))));
    let rows: Vec<_> = calendar.days_of(year).cloned().map(|day| view! { <DayRow day /> }).collect();
    view! {
        {is_provisional.then(|| view! { <p class="reckoner__doubt">{move || app.t(words::YEAR_PROVISIONAL)}</p> })}
        <p class="field__hint">{working}</p>
        <ul class="year-days">{rows}</ul>
    }
}

#[component]
fn DayRow(day: CalendarDay) -> impl IntoView {
    let app = App::get();
    let CalendarDay { date, kind, name, basis, certainty } = day;
    let source = move || {
        let sure = app.t(certainty_label(certainty));
        if basis.is_empty() { sure.to_owned() } else { format!("{basis} · {sure}") }
    };
    view! {
        <li class="year-days__day" class:year-days__day--worked=kind.is_worked() data-date=date.to_string()>
            <span class="year-days__date">{move || day_words(date, app.lang())}</span>
            <span class="year-days__kind">{move || app.t(kind_label(kind))}</span>
            <span class="year-days__name">{name}</span>
            <span class="year-days__source">{source}</span>
        </li>
    }
}
