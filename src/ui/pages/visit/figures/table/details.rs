//! What a table says of itself: its title, the body that reports, the period.

use leptos::prelude::*;

use crate::domain::figures::{Period, StatTable};
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{DraftValue, FormDraft, FormFields};
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

    /// The fields by their names, for what is kept of the form.
    fn fields(self) -> FormFields {
        FormFields::default()
            .field("title", self.title)
            .field("body", self.body)
            .field("period", self.period)
            .field("from", self.from)
            .field("to", self.to)
    }

    /// Puts what is typed into the table.
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

/// What a table says, by the names of the fields.
fn texts(table: &StatTable) -> [(&'static str, String); 5] {
    let day = |day| TypedDate::from(day).to_text();
    [
        ("title", table.title.clone()),
        ("body", table.body.clone()),
        ("period", table.period.name.clone()),
        ("from", day(table.period.from)),
        ("to", day(table.period.to)),
    ]
}

/// The fields; what is typed is taken when a field is left. They are open as long as the table holds nothing.
#[component]
pub(super) fn Details(sheet: Sheet, table: StatTable) -> impl IntoView {
    let app = sheet.app;
    let draft = Draft::of(&table);
    let is_open = table.rows.iter().all(crate::domain::figures::Row::is_blank);
    let id = sheet.id.get_value();
    let key = format!("visit/{}/table/{id}/details", sheet.session.id());
    let kept = FormDraft::of(app, "table", key, draft.fields());
    // After undo, or from another tab.
    Effect::new(move || {
        let said = sheet.session.figures(|figures| figures.tables.get(&id).map(|held| texts(&held.value)));
        if let Some(said) = said {
            kept.record_says(said);
        }
    });
    let take = move |_| {
        draft.put(sheet);
        kept.leave_with(sheet.session);
    };
    let name = table.form.name;
    let source = table.form.source;
    view! {
        <details class="table-details" open=move || is_open || kept.unfolds()>
            <summary>{move || app.t(words::DETAILS)}</summary>
            <p class="field__hint">{move || name.get(app.lang()).to_owned()} ". " {source}</p>
            <div class="form table-details__fields" on:change=take>
                <DraftLine draft=kept at=At::Head />
                <TextField id="table-title" label=words::TABLE_TITLE value=draft.title />
                <TextField id="table-body" label=words::BODY hint=words::BODY_HINT value=draft.body />
                <TextField id="table-period" label=words::PERIOD hint=words::PERIOD_HINT value=draft.period />
                <div class="form__row">
                    <DateField id="table-from" label=words::FROM value=draft.from />
                    <DateField id="table-to" label=words::TO value=draft.to />
                </div>
                <DraftLine draft=kept at=At::Foot />
            </div>
        </details>
    }
}
