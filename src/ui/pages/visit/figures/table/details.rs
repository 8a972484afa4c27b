//! What a table says of itself: its title, the body that reports, the period.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::figures::{Period, StatTable};
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::figures as words;

use super::sheet::Sheet;

/// The fields as typed.
#[derive(Clone, Copy)]
struct Draft {
    title: RwSignal<String>,
    body: RwSignal<String>,
    period: RwSignal<String>,
    from: RwSignal<TypedDate>,
    to: RwSignal<TypedDate>,
}

impl Draft {
    fn of(table: &StatTable) -> Self {
        Self {
            title: RwSignal::new(table.title.clone()),
            body: RwSignal::new(table.body.clone()),
            period: RwSignal::new(table.period.name.clone()),
            from: RwSignal::new(table.period.from.into()),
            to: RwSignal::new(table.period.to.into()),
        }
    }

    /// Follows the table where it says something else than the fields: after undo, or from another tab. A date that is
    /// not taken stays.
    fn load(self, table: &StatTable) {
        let text = |signal: RwSignal<String>, text: &String| {
            if signal.with_untracked(|held| held.trim() != text) {
                signal.set(text.clone());
            }
        };
        text(self.title, &table.title);
        text(self.body, &table.body);
        text(self.period, &table.period.name);
        for (signal, day) in [(self.from, table.period.from), (self.to, table.period.to)] {
            let held = signal.get_untracked();
            if held != TypedDate::Broken && held.day() != day {
                signal.set(day.into());
            }
        }
    }

    /// The table with what is typed; a date that is not taken stays as it was.
    fn typed_into(self, table: &StatTable) -> StatTable {
        let text = |signal: RwSignal<String>| signal.with_untracked(|held| held.trim().to_owned());
        let day = |signal: RwSignal<TypedDate>, before| match signal.get_untracked() {
            TypedDate::Broken => before,
            TypedDate::Blank => None,
            TypedDate::Day(day) => Some(day),
        };
        let mut typed = table.clone();
        typed.title = text(self.title);
        typed.body = text(self.body);
        typed.period = Period {
            name: text(self.period),
            from: day(self.from, table.period.from),
            to: day(self.to, table.period.to),
        };
        typed
    }

    /// Takes what is typed into the table, after a short pause.
    fn put_soon(self, sheet: Sheet) {
        // What says the same as the table takes the place of what waits, too.
        if let Some(table) = sheet.table(|table| self.typed_into(table)) {
            sheet.put_soon(table);
        }
    }
}

/// The fields; what is typed is taken after a short pause. They are open as long as the table holds nothing.
#[component]
pub(super) fn Details(sheet: Sheet, table: StatTable) -> impl IntoView {
    let app = sheet.app;
    let draft = Draft::of(&table);
    let is_open = table.rows.iter().all(crate::domain::figures::Row::is_blank);
    let id = sheet.id.get_value();
    let stored = {
        let id = id.clone();
        move |read: fn(&Period) -> Option<NaiveDate>| {
            let id = id.clone();
            Signal::derive(move || sheet.session.figures(|figures| read(&figures.tables.get(&id)?.value.period)))
        }
    };
    let open = |name: &str| sheet.session.open_text(format!("table/{id}/{name}"));
    let (open_from, open_to) = (open("from"), open("to"));
    let has_open = [open_from, open_to].iter().any(|open| open.text().is_some());
    let (stored_from, stored_to) = (stored(|period| period.from), stored(|period| period.to));
    Effect::new(move || {
        // What is on its way from here is no news from there.
        if sheet.session.is_typing() {
            sheet.session.figures(|_| ());
            return;
        }
        sheet.session.figures(|figures| {
            if let Some(held) = figures.tables.get(&id) {
                draft.load(&held.value);
            }
        });
    });
    let name = table.form.name;
    let source = table.form.source;
    view! {
        <details class="table-details" open=is_open || has_open>
            <summary>{move || app.t(words::DETAILS)}</summary>
            <p class="field__hint">{move || name.get(app.lang()).to_owned()} ". " {source}</p>
            <div class="form table-details__fields" on:input=move |_| draft.put_soon(sheet) on:focusout=move |_| sheet.session.flush()>
                <TextField id="table-title" label=words::TABLE_TITLE value=draft.title />
                <TextField id="table-body" label=words::BODY hint=words::BODY_HINT value=draft.body />
                <TextField id="table-period" label=words::PERIOD hint=words::PERIOD_HINT value=draft.period />
                <div class="form__row">
                    <DateField id="table-from" label=words::FROM value=draft.from stored=stored_from open=open_from />
                    <DateField id="table-to" label=words::TO value=draft.to stored=stored_to open=open_to />
                </div>
            </div>
        </details>
    }
}
