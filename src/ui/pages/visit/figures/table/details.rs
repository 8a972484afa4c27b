//! What a table says of itself: its title, the body that reports, the period.

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

    /// Follows the table where it says something else than the fields: after undo, or from another tab.
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
            if signal.get_untracked().day() != day {
                signal.set(day.into());
            }
        }
    }

    fn put(self, sheet: Sheet) {
        sheet.change(|table| {
            table.title = self.title.get_untracked().trim().to_owned();
            table.body = self.body.get_untracked().trim().to_owned();
            table.period = Period {
                name: self.period.get_untracked().trim().to_owned(),
                from: self.from.get_untracked().day(),
                to: self.to.get_untracked().day(),
            };
        });
    }
}

/// The fields; what is typed is taken when a field is left. They are open as long as the table holds nothing.
#[component]
pub(super) fn Details(sheet: Sheet, table: StatTable) -> impl IntoView {
    let app = sheet.app;
    let draft = Draft::of(&table);
    let is_open = table.rows.iter().all(crate::domain::figures::Row::is_blank);
    let id = sheet.id.get_value();
    Effect::new(move || {
        sheet.session.figures(|figures| {
            if let Some(held) = figures.tables.get(&id) {
                draft.load(&held.value);
            }
        });
    });
    let name = table.form.name;
    let source = table.form.source;
    view! {
        <details class="table-details" open=is_open>
            <summary>{move || app.t(words::DETAILS)}</summary>
            <p class="field__hint">{move || name.get(app.lang()).to_owned()} ". " {source}</p>
            <div class="form table-details__fields" on:change=move |_| draft.put(sheet)>
                <TextField id="table-title" label=words::TABLE_TITLE value=draft.title />
                <TextField id="table-body" label=words::BODY hint=words::BODY_HINT value=draft.body />
                <TextField id="table-period" label=words::PERIOD hint=words::PERIOD_HINT value=draft.period />
                <div class="form__row">
                    <DateField id="table-from" label=words::FROM value=draft.from />
                    <DateField id="table-to" label=words::TO value=draft.to />
                </div>
            </div>
        </details>
    }
}
