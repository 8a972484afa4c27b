//! The days from receipt to the due date, and what became of each.

use leptos::prelude::*;

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{CalendarDay, Skip, Step, StepKind};
use crate::state::App;
use crate::words::catalogue::calendar as words;
use crate::words::{Lang, format};

/// The days, one below the other.
#[component]
pub fn Steps(
    /// From receipt to the due date, none left out.
    steps: Vec<Step>,
    /// Whether they are shown without being asked for.
    #[prop(default = true)]
    open: bool,
) -> impl IntoView {
    let app = App::get();
    let rows = steps.into_iter().map(|step| {
        let counted = !matches!(step.kind, StepKind::Skipped(_));
        let date = step.date;
        view! {
            <li class="steps__day" class:steps__day--counted=counted data-date=date.to_string()>
                <span class="steps__date">{move || day_words(date, app.lang())}</span>
                <span>{move || step_words(&step.kind, app.lang())}</span>
            </li>
        }
    });
    view! {
        <details class="steps" open=open data-testid="due-why">
            <summary>{move || app.t(words::WHY)}</summary>
            <ol class="steps__days">{rows.collect_view()}</ol>
        </details>
    }
}

/// A day with its weekday: `Thứ Hai, 26/02/2018`.
pub fn day_words(date: NaiveDate, lang: Lang) -> String {
    let weekday = words::WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).map(|day| day.get(lang));
    format!("{}, {}", weekday.unwrap_or_default(), format::date(date))
}

fn step_words(kind: &StepKind, lang: Lang) -> String {
    let made_up = |what: String, make_up: &Option<CalendarDay>| match make_up {
        Some(day) => words::MADE_UP.get(lang).replace("{what}", &what).replace("{name}", &day.name),
        None => what,
    };
    match kind {
        StepKind::Counted { number, make_up } => {
            made_up(words::COUNTED.get(lang).replace("{n}", &number.to_string()), make_up)
        }
        StepKind::Worked { minutes, make_up } => {
            made_up(words::WORKED.get(lang).replace("{n}", &minutes.to_string()), make_up)
        }
        StepKind::RolledTo { make_up } => made_up(words::ROLLED.get(lang).to_owned(), make_up),
        StepKind::Skipped(Skip::FirstDay) => words::FIRST_DAY.get(lang).to_owned(),
        StepKind::Skipped(Skip::TooLate) => words::TOO_LATE.get(lang).to_owned(),
        StepKind::Skipped(Skip::Weekend) => words::WEEKEND.get(lang).to_owned(),
        // Days in lieu and swapped ones say in their name that they are off.
        StepKind::Skipped(Skip::DayOff(day)) if day.name.starts_with("Nghỉ") => day.name.clone(),
        StepKind::Skipped(Skip::DayOff(day)) => words::DAY_OFF.get(lang).replace("{name}", &day.name),
        StepKind::Skipped(Skip::Stop(why)) if why.is_empty() => words::STOPPED_PLAIN.get(lang).to_owned(),
        StepKind::Skipped(Skip::Stop(why)) => words::STOPPED.get(lang).replace("{why}", why),
    }
}
