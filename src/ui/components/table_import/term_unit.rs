//! The question that a column of bare numbers asks: of what these terms are. One answer for the whole column.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::intake::protocol::{NoteKind, Reading, Request, Rows, TermUnit};
use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::table_import as words;
use crate::words::catalogue::{calendar, dossiers};

/// The answers.
const UNITS: [(TermUnit, Text); 4] = [
    (TermUnit::WorkingDays, calendar::WORKING_DAYS),
    (TermUnit::CalendarDays, calendar::CALENDAR_DAYS),
    (TermUnit::WorkingHours, calendar::WORKING_HOURS),
    (TermUnit::Months, calendar::MONTHS),
];

/// Asks where terms are bare numbers, and shows the answer that was given. An answer reads the rows anew.
pub(super) fn question(request: Request, read: &Reading) -> Option<AnyView> {
    let app = App::get();
    let is_bare = |kind: &NoteKind| matches!(kind, NoteKind::BareTerm);
    let bare = match &read.rows {
        Rows::Dossiers(rows) => rows.iter().flat_map(|row| &row.notes).filter(|note| is_bare(&note.kind)).count(),
        Rows::Procedures(rows) => rows.iter().flat_map(|row| &row.notes).filter(|note| is_bare(&note.kind)).count(),
    };
    let given = request.options.term_unit;
    if bare == 0 && given.is_none() {
        return None;
    }
    let options = UNITS.iter().enumerate().map(|(place, (unit, label))| {
        view! { <option value=(place + 1).to_string() selected=given == Some(*unit)>{app.t(*label)}</option> }
    });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        let place = event.target().value().parse::<usize>().unwrap_or_default();
        let mut request = request.clone();
        request.options.term_unit = place.checked_sub(1).and_then(|place| UNITS.get(place)).map(|(unit, _)| *unit);
        app.reading.read_again(app, request);
    };
    let question = app.t(words::TERM_UNIT_ASKED).replace("{n}", &bare.to_string());
    let hint = given.is_none().then(|| view! { <p class="field__hint">{question}</p> });
    Some(
        view! {
            <div class="field">
                <label class="field__label" for="table-term-unit">{app.t(words::TERM_UNIT)}</label>
                {hint}
                <select class="input" id="table-term-unit" data-testid="table-term-unit" on:change:target=choose>
                    <option value="0" selected=given.is_none()>{app.t(dossiers::NOT_SAID)}</option>
                    {options.collect_view()}
                </select>
            </div>
        }
        .into_any(),
    )
}
