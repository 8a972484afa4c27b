//! A day of the year's list, with its buttons where it is the calendar's own.

use leptos::prelude::*;

use crate::domain::calendar::{CalendarDay, CalendarEdit};
use crate::state::App;
use crate::ui::components::steps::day_words;
use crate::words::catalogue::calendar as words;
use crate::words::catalogue::references;

use super::day_form::{ADD, DayDraft, Editing, edit_id, focus_soon};
use super::labels::{certainty_label, kind_label};

/// A day.
#[component]
pub(super) fn DayRow(
    /// The day.
    day: CalendarDay,
    /// Whether it follows from the rule alone, so that there is nothing to change yet.
    by_rule: bool,
    /// The form that changes it.
    draft: DayDraft,
) -> impl IntoView {
    let app = App::get();
    let CalendarDay { date, kind, certainty, .. } = day;
    let (name, basis) = (day.name.clone(), day.basis.clone());
    let source = move || {
        let sure = app.t(if by_rule { words::BY_RULE } else { certainty_label(certainty) });
        if basis.is_empty() { sure.to_owned() } else { format!("{basis} · {sure}") }
    };
    let buttons = (!by_rule).then(|| {
        let shown = StoredValue::new(day);
        let edit = move |_| draft.open(Editing::Day(shown.get_value()));
        let remove = move |_| {
            let then = Callback::new(|()| focus_soon(ADD.to_owned()));
            app.edit_calendar(CalendarEdit::Remove(date), Some(shown.get_value()), words::DAY_REMOVED, None, then);
        };
        let named = move |text: crate::words::Text| app.t(text).replace("{name}", &day_words(date, app.lang()));
        view! {
            <span class="year-days__buttons">
                <button
                    type="button"
                    class="button button--quiet"
                    id=edit_id(date)
                    aria-label=move || named(references::EDIT_NAMED)
                    on:click=edit
                >
                    {move || app.t(references::EDIT)}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=move || named(references::REMOVE_NAMED)
                    data-testid="calendar-day-remove"
                    on:click=remove
                >
                    {move || app.t(references::REMOVE)}
                </button>
            </span>
        }
    });
    view! {
        <li class="year-days__day" class:year-days__day--worked=kind.is_worked() data-date=date.to_string()>
            <span class="year-days__date">{move || day_words(date, app.lang())}</span>
            <span class="year-days__kind">{move || app.t(kind_label(kind))}</span>
            <span class="year-days__name">{name}</span>
            <span class="year-days__source">{source}</span>
            {buttons}
        </li>
    }
}
