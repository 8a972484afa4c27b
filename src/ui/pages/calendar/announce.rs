//! Saying that a year is announced, with the announcement; and taking that back.

use std::sync::Arc;

use chrono::Datelike;
use leptos::prelude::*;

use crate::domain::calendar::{Calendar, CalendarEdit};
use crate::state::App;
use crate::state::library::Loading;
use crate::state::page::focus;
use crate::state::references::InUse;
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::calendar as words;

/// So many days of a year in the calendar that they are its announced days, and not closures alone.
const MOST_OF_A_YEAR: usize = 8;

/// How the keys of what is kept of the form begin; the year follows.
pub(super) const ANNOUNCING: &str = "calendar/announce/";

/// What can be done about the chosen year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Nothing.
    Nothing,
    /// Mark it as announced; whether its days by rule are to be written down.
    Mark { by_rule: bool },
    /// An earlier year must be marked first: this one.
    After(i32),
    /// It was marked by the user: unmark it.
    Unmark,
}

/// The form, or the button.
#[component]
pub(super) fn Announcing(
    /// The calendar.
    in_use: Signal<Loading<Arc<InUse<Calendar>>>>,
    /// The chosen year.
    year: RwSignal<i32>,
) -> impl IntoView {
    let app = App::get();
    let step = Memo::new(move |_| in_use.read().ready().map_or(Step::Nothing, |held| step_of(held, year.get())));
    let unmark = move |_| {
        let edit = CalendarEdit::AnnounceThrough(year.get_untracked() - 1);
        app.edit_calendar(edit, None, words::UNMARKED, None, Callback::new(|()| ()));
    };
    move || match step.get() {
        Step::Nothing => ().into_any(),
        Step::After(first) => view! {
            <p class="field__hint">{move || app.t(words::MARK_AFTER).replace("{year}", &first.to_string())}</p>
        }
        .into_any(),
        Step::Unmark => view! {
            <div class="form__buttons">
                <button type="button" class="button" on:click=unmark>{move || app.t(words::UNMARK)}</button>
            </div>
        }
        .into_any(),
        Step::Mark { by_rule } => view! { <Marking year by_rule /> }.into_any(),
    }
}

fn step_of(held: &InUse<Calendar>, year: i32) -> Step {
    let (record, bundled) = (held.value.record(), held.bundled.record());
    let next = record.announced_through + 1;
    let days = held.value.days().iter().filter(|day| day.date.year() == year).count();
    match year {
        year if year == next => Step::Mark { by_rule: days < MOST_OF_A_YEAR },
        year if next < year => Step::After(next),
        year if year + 1 == next && bundled.announced_through < year => Step::Unmark,
        _ => Step::Nothing,
    }
}

#[component]
fn Marking(year: RwSignal<i32>, by_rule: bool) -> impl IntoView {
    let app = App::get();
    let basis = RwSignal::new(String::new());
    let by_rule = RwSignal::new(by_rule);
    let fields = FormFields::default().field("basis", basis).field("by-rule", by_rule);
    let kept = FormDraft::of(app, "calendar-announce", format!("{ANNOUNCING}{}", year.get_untracked()), fields);
    let tried = RwSignal::new(false);
    let fault = Signal::derive(move || (tried.get() && basis.read().trim().is_empty()).then_some(words::BASIS_MISSING));
    let mark = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let (year, basis) = (year.get_untracked(), basis.get_untracked().trim().to_owned());
        if basis.is_empty() {
            focus("announcement");
            return;
        }
        let edit = CalendarEdit::Announce { year, basis, by_rule: by_rule.get_untracked() };
        app.edit_calendar(edit, None, words::MARKED, kept.key(), Callback::new(|()| focus_year()));
    };
    view! {
        <form class="day-form" novalidate on:submit=mark>
            <h3>{move || app.t(words::MARK_TITLE).replace("{year}", &year.get().to_string())}</h3>
            <DraftLine draft=kept at=At::Head />
            <TextField
                id="announcement"
                label=words::ANNOUNCEMENT
                value=basis
                hint=words::ANNOUNCEMENT_HINT
                error=fault
                required=true
            />
            <label class="choice__option">
                <input type="checkbox" bind:checked=by_rule />
                <span>{move || app.t(words::MARK_BY_RULE)}</span>
            </label>
            <DraftLine draft=kept at=At::Foot />
            <div class="form__buttons">
                <button type="submit" class="button button--primary" data-testid="calendar-announce">
                    {move || app.t(words::MARK)}
                </button>
            </div>
        </form>
    }
}

fn focus_year() {
    focus("year");
}
