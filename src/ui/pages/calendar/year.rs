//! The days off and make-up days of a year, with their basis and how sure they are, to be changed in place.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::calendar::{Calendar, FIRST_YEAR, LAST_YEAR, WorkingCalendar};
use crate::state::App;
use crate::state::drafts::Drafts;
use crate::state::library::Loading;
use crate::state::references::InUse;
use crate::ui::components::field::Field;
use crate::ui::components::form_draft::reopen_where_kept;
use crate::words::catalogue::calendar as words;
use crate::words::format::count;

use super::announce::{ANNOUNCING, Announcing};
use super::day_form::{ADD, DayDraft, DayForm, Editing, KEPT, NEW};
use super::day_row::DayRow;

/// A year of the calendar.
#[component]
pub(super) fn Year(
    /// The calendar.
    calendar: Signal<Loading<Arc<WorkingCalendar>>>,
    /// Where it comes from.
    in_use: Signal<Loading<Arc<InUse<Calendar>>>>,
) -> impl IntoView {
    let app = App::get();
    let draft = DayDraft::new();
    let year = RwSignal::new(app.today().year().clamp(FIRST_YEAR, LAST_YEAR));
    reopen_where_kept(app, move |drafts| reopen(drafts, in_use, draft, year));
    let options = (FIRST_YEAR..=LAST_YEAR)
        .map(move |option| view! { <option prop:selected=move || option == year.get()>{option.to_string()}</option> });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(chosen) = event.target().value().parse() {
            draft.editing.set(Editing::Nothing);
            year.set(chosen);
        }
    };
    let saved = Callback::new(move |date: NaiveDate| year.set(date.year()));
    let table = move || {
        calendar.get().ready().map(|calendar| view! { <Days calendar=Arc::clone(calendar) year draft saved /> })
    };
    let add = move || match draft.editing.get() {
        Editing::New => view! { <DayForm draft saved /> }.into_any(),
        Editing::Nothing | Editing::Day(_) => view! {
            <button
                type="button"
                class="button"
                id=ADD
                data-testid="calendar-day-add"
                on:click=move |_| draft.open(Editing::New)
            >
                {move || app.t(words::DAY_ADD)}
            </button>
        }
        .into_any(),
    };
    view! {
        <section class="form__section" aria-labelledby="year-days" data-testid="calendar">
            <h2 id="year-days">{move || app.t(words::YEAR_DAYS)}</h2>
            <p class="field__hint">{move || app.t(words::YEAR_HINT)}</p>
            <Field id="year" label=move || app.t(words::YEAR).to_owned()>
                <select class="input input--date" id="year" on:change:target=choose>{options.collect_view()}</select>
            </Field>
            {table}
            <div class="year-days__add">{add}</div>
            <Announcing in_use year />
        </section>
    }
}

/// Opens the form of a day, or the year to be announced, where one of them was left with something in it.
fn reopen(drafts: Drafts, in_use: Signal<Loading<Arc<InUse<Calendar>>>>, draft: DayDraft, year: RwSignal<i32>) {
    if let Some((key, _)) = drafts.under(KEPT).into_iter().next() {
        let day = key.strip_prefix(KEPT).unwrap_or_default();
        if day == NEW {
            draft.fill(Editing::New);
        } else if let Ok(date) = day.parse::<NaiveDate>()
            && let Some(day) =
                in_use.with_untracked(|held| held.ready().and_then(|held| held.value.entry(date).cloned()))
        {
            year.set(date.year());
            draft.fill(Editing::Day(day));
        }
    } else if let Some((key, _)) = drafts.under(ANNOUNCING).into_iter().next()
        && let Ok(announced) = key.strip_prefix(ANNOUNCING).unwrap_or_default().parse()
    {
        year.set(announced);
    }
}

#[component]
fn Days(
    calendar: Arc<WorkingCalendar>,
    year: RwSignal<i32>,
    draft: DayDraft,
    saved: Callback<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    move || {
        let year = year.get();
        let is_provisional = !calendar.calendar().is_announced(year);
        let last_day = |year| NaiveDate::from_ymd_opt(year, 12, 31);
        let working =
            last_day(year - 1).zip(last_day(year)).map(|(before, last)| calendar.working_days_between(before, last));
        let working = move || working.map(|days| app.t(words::YEAR_WORKING).replace("{n}", &count(u64::from(days))));
        let row = |day: &crate::domain::calendar::CalendarDay| {
            let by_rule = calendar.calendar().entry(day.date).is_none();
            let day = day.clone();
            let open = day.clone();
            let is_open =
                Memo::new(move |_| matches!(&*draft.editing.read(), Editing::Day(held) if held.date == open.date));
            move || match is_open.get() {
                true => view! { <li class="year-days__form"><DayForm draft saved /></li> }.into_any(),
                false => view! { <DayRow day=day.clone() by_rule draft /> }.into_any(),
            }
        };
        let rows: Vec<_> = calendar.days_of(year).map(row).collect();
        view! {
            {is_provisional.then(|| view! { <p class="reckoner__doubt">{move || app.t(words::YEAR_PROVISIONAL)}</p> })}
            <p class="field__hint">{working}</p>
            <ul class="year-days">{rows}</ul>
        }
    }
}
