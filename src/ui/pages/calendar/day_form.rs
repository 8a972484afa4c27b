//! The form of a day of the calendar, new or changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::calendar::{CalendarDay, DayKind};
use crate::engine::drafts::Texts;
use crate::state::App;
use crate::state::page::focus;
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::pick::Pick;
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::calendar as words;
use crate::words::catalogue::references;

use super::day_entry::{DayEntry, DayFault, SWAP};
use super::labels::kind_label;

/// What the year's list is being changed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Editing {
    /// Nowhere.
    #[default]
    Nothing,
    /// A new day.
    New,
    /// This day.
    Day(CalendarDay),
}

/// The fields, as signals; they outlive the form, so that a list drawn anew around it takes nothing away.
#[derive(Clone, Copy)]
pub(super) struct DayDraft {
    pub(super) editing: RwSignal<Editing>,
    kind: RwSignal<usize>,
    date: RwSignal<TypedDate>,
    make_up: RwSignal<TypedDate>,
    name: RwSignal<String>,
    basis: RwSignal<String>,
    fault: RwSignal<Option<DayFault>>,
    /// What the fields said when the form was opened.
    record: StoredValue<Texts>,
}

/// How the keys of what is kept of the form begin; the day follows, or [`NEW`].
pub(super) const KEPT: &str = "calendar/day/";
/// The end of the key of a new day.
pub(super) const NEW: &str = "new";

impl DayDraft {
    pub(super) fn new() -> Self {
        Self {
            editing: RwSignal::default(),
            kind: RwSignal::new(0),
            date: RwSignal::default(),
            make_up: RwSignal::default(),
            name: RwSignal::default(),
            basis: RwSignal::default(),
            fault: RwSignal::new(None),
            record: StoredValue::default(),
        }
    }

    /// The fields by their names, for what is kept of the form.
    fn fields(self) -> FormFields {
        FormFields::default()
            .field("kind", self.kind)
            .field("date", self.date)
            .field("make-up", self.make_up)
            .field("name", self.name)
            .field("basis", self.basis)
    }

    /// Opens the form, and goes there.
    pub(super) fn open(self, editing: Editing) {
        self.fill(editing);
        focus_soon("day-kind".to_owned());
    }

    /// Opens the form.
    pub(super) fn fill(self, editing: Editing) {
        let day = match &editing {
            Editing::Day(day) => Some(day),
            Editing::New | Editing::Nothing => None,
        };
        let place = |day: &CalendarDay| DayKind::ALL.iter().position(|kind| *kind == day.kind);
        self.kind.set(day.and_then(place).unwrap_or_default());
        self.date.set(day.map(|day| day.date).into());
        self.make_up.set(TypedDate::Blank);
        self.name.set(day.map(|day| day.name.clone()).unwrap_or_default());
        self.basis.set(day.map(|day| day.basis.clone()).unwrap_or_default());
        self.fault.set(None);
        self.record.set_value(untrack(|| self.fields().texts()));
        self.editing.set(editing);
    }

    /// Closes the form; the focus goes to what opened it, or to the day that came of it.
    fn close(self, on: Option<NaiveDate>) {
        self.editing.set(Editing::Nothing);
        focus_soon(on.map_or_else(|| ADD.to_owned(), edit_id));
    }

    fn entry(self) -> DayEntry {
        DayEntry {
            kind: self.kind.get_untracked(),
            date: self.date.get_untracked(),
            make_up: self.make_up.get_untracked(),
            name: self.name.get_untracked(),
            basis: self.basis.get_untracked(),
        }
    }

    fn error(self, field: &'static str) -> Signal<Option<Text>> {
        Signal::derive(move || self.fault.get().filter(|fault| fault.field == field).map(|fault| fault.why))
    }
}

/// The id of the button that adds a day.
pub(super) const ADD: &str = "day-add";

/// The id of the button that changes a day.
pub(super) fn edit_id(date: NaiveDate) -> String {
    format!("day-{date}-edit")
}

/// Moves the focus to the element with this id once it is drawn.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        focus(&id);
    });
}

/// The form.
#[component]
pub(super) fn DayForm(
    /// The fields.
    draft: DayDraft,
    /// Is told the year of the day that was saved.
    saved: Callback<NaiveDate>,
) -> impl IntoView {
    let app = App::get();
    let before = match draft.editing.get_untracked() {
        Editing::Day(day) => Some(day),
        Editing::New | Editing::Nothing => None,
    };
    let is_new = before.is_none();
    let key = before.as_ref().map_or_else(|| NEW.to_owned(), |day| day.date.to_string());
    let kept = FormDraft::over(app, "calendar-day", format!("{KEPT}{key}"), draft.fields(), draft.record.get_value());
    let opener = before.as_ref().map(|day| day.date);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let in_use = app.calendar_in_use();
        let is_taken = |date| in_use.read_untracked().ready().is_some_and(|held| held.value.entry(date).is_some());
        match draft.entry().edit(before.as_ref(), is_taken) {
            Err(fault) => {
                draft.fault.set(Some(fault));
                focus(&format!("day-{}", fault.field));
            }
            Ok((edit, date)) => {
                let then = Callback::new(move |()| {
                    saved.run(date);
                    draft.close(Some(date));
                });
                app.edit_calendar(edit, before.clone(), words::DAY_SAVED, kept.key(), then);
            }
        }
    };
    let cancel = move |_| {
        kept.discard();
        draft.close(opener);
    };
    let mut kinds: Vec<Text> = DayKind::ALL.into_iter().map(kind_label).collect();
    if is_new {
        kinds.push(words::SWAP);
    }
    let is_swap = Memo::new(move |_| draft.kind.get() == SWAP);
    let make_up_error = draft.error("make-up");
    view! {
        <form class="day-form" novalidate on:submit=submit>
            <DraftLine draft=kept at=At::Head />
            <div class="form__row">
                <Pick id="day-kind" label=words::DAY_KIND options=kinds value=draft.kind />
                <DateField id="day-date" label=words::DAY_DATE value=draft.date error=draft.error("date") required=true />
                <Show when=move || is_swap.get()>
                    <DateField
                        id="day-make-up"
                        label=words::DAY_MAKE_UP
                        value=draft.make_up
                        error=make_up_error
                        required=true
                    />
                </Show>
                <TextField id="day-name" label=words::DAY_NAME value=draft.name error=draft.error("name") />
                <TextField id="day-basis" label=words::DAY_BASIS value=draft.basis hint=words::DAY_BASIS_HINT />
            </div>
            <DraftLine draft=kept at=At::Foot />
            <div class="form__buttons">
                <button type="submit" class="button button--primary" data-testid="calendar-day-save">
                    {move || app.t(references::KEEP)}
                </button>
                <button type="button" class="button button--quiet" on:click=cancel>
                    {move || app.t(references::CANCEL)}
                </button>
            </div>
        </form>
    }
}
