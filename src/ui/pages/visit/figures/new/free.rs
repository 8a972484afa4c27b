//! The free table: its columns and what must hold between them, declared by the user. Later on, columns and rules can be
//! added and renamed; what holds figures stays.

use leptos::prelude::*;

use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::{Cell, Column, Form, Measure, Rows, StatTable};
use crate::domain::id::{FormId, LineKey, TableId};
use crate::engine::drafts::{rows_of_text, rows_to_text};
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::pick::Pick;
use crate::ui::components::select::Select;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::figures as words;
use crate::words::fold::fold;
use crate::words::{Localised, Text};

use super::rules::{RuleDraft, Rules};
use super::{FREE, begin};

/// The measures, in the order of the choice.
const UNITS: [Text; 4] = [words::UNIT_COUNT, words::UNIT_PERCENT, words::UNIT_POINTS, words::UNIT_TEXT];

/// A column as declared.
#[derive(Clone, PartialEq)]
pub(super) struct ColumnDraft {
    /// What tells it from the others.
    pub(super) place: usize,
    /// Its name.
    pub(super) name: RwSignal<String>,
    unit: RwSignal<usize>,
    /// The column of the table that it is, if it is one already.
    held: Option<Column>,
}

/// The form as declared. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    name: RwSignal<String>,
    row_heading: RwSignal<String>,
    adds_up: RwSignal<usize>,
    /// The columns.
    pub(super) columns: RwSignal<Vec<ColumnDraft>>,
    /// What must hold.
    pub(super) rules: RwSignal<Vec<RuleDraft>>,
    next: StoredValue<usize>,
    /// The form that the table has already.
    before: StoredValue<Option<Form>>,
    /// What keeps it from being taken.
    pub(super) fault: RwSignal<Option<Text>>,
}

impl Draft {
    fn of(form: Option<&Form>) -> Self {
        let text = |text: Option<&Localised>| RwSignal::new(text.map(|text| text.vi.clone()).unwrap_or_default());
        let adds_up = form.is_some_and(Form::adds_up);
        let draft = Self {
            name: text(form.map(|form| &form.name)),
            row_heading: text(form.map(|form| &form.row_heading)),
            adds_up: RwSignal::new(usize::from(adds_up)),
            columns: RwSignal::default(),
            rules: RwSignal::default(),
            next: StoredValue::new(0),
            before: StoredValue::new(form.cloned()),
            fault: RwSignal::new(None),
        };
        match form {
            Some(form) => {
                form.columns.iter().for_each(|column| draft.add_column(Some(column.clone())));
                draft.rules.set(form.across.iter().map(|rule| RuleDraft::held(draft.take_place(), rule)).collect());
            }
            None => (0..2).for_each(|_| draft.add_column(None)),
        }
        draft
    }

    /// The fields by their names, for what is kept of the form.
    fn fields(self) -> FormFields {
        FormFields::default()
            .field("name", self.name)
            .field("rows", self.row_heading)
            .field("adds-up", self.adds_up)
            .bound("columns", move || self.column_rows(), move |text| self.take_column_rows(text))
            .bound("rules", move || self.rule_rows(), move |text| self.take_rule_rows(text))
    }

    fn column_rows(self) -> String {
        let row = |column: &ColumnDraft| {
            let held = column.held.as_ref().map(|held| held.key.to_string()).unwrap_or_default();
            [column.place.to_string(), column.unit.get().to_string(), held, column.name.get()]
        };
        rows_to_text(self.columns.get().iter().map(row))
    }

    fn take_column_rows(self, text: &str) {
        let drawn = self.columns.get_untracked();
        let column = |[place, unit, held, name]: [String; 4]| {
            let (place, unit) = (place.parse::<usize>().ok()?, unit.parse().ok()?);
            self.next.update_value(|next| *next = (place + 1).max(*next));
            // A row that is drawn goes on with its own signals.
            if let Some(column) = drawn.iter().find(|column| column.place == place) {
                column.name.set(name);
                column.unit.set(unit);
                return Some(column.clone());
            }
            let held = self
                .before
                .with_value(|form| form.as_ref()?.columns.iter().find(|column| column.key.as_str() == held).cloned());
            Some(ColumnDraft { place, name: RwSignal::new(name), unit: RwSignal::new(unit), held })
        };
        self.columns.set(rows_of_text(text).into_iter().filter_map(column).collect());
    }

    fn rule_rows(self) -> String {
        let rules = self.rules.get();
        self.before.with_value(|form| {
            let across = form.as_ref().map_or(&[][..], |form| &form.across);
            rows_to_text(rules.iter().map(|rule| rule.to_row(across)))
        })
    }

    fn take_rule_rows(self, text: &str) {
        let drawn = self.rules.get_untracked();
        let rules: Vec<RuleDraft> = self.before.with_value(|form| {
            let across = form.as_ref().map_or(&[][..], |form| &form.across);
            rows_of_text(text).iter().filter_map(|row| RuleDraft::of_row(row, across, &drawn)).collect()
        });
        let last = rules.iter().map(RuleDraft::place).max();
        self.next.update_value(|next| *next = last.map_or(0, |last| last + 1).max(*next));
        self.rules.set(rules);
    }

    /// A number that no other part has.
    pub(super) fn take_place(self) -> usize {
        let place = self.next.get_value();
        self.next.set_value(place + 1);
        place
    }

    fn add_column(self, held: Option<Column>) {
        let name = held.as_ref().and_then(|column| column.heading.last()).map(|name| name.vi.clone());
        let unit = held.as_ref().map_or(0, |column| match column.measure {
            Measure::Count { .. } => 0,
            Measure::Percent {} => 1,
            Measure::Points { .. } => 2,
            Measure::Text {} => 3,
        });
        let column = ColumnDraft {
            place: self.take_place(),
            name: RwSignal::new(name.unwrap_or_default()),
            unit: RwSignal::new(unit),
            held,
        };
        self.columns.update(|columns| columns.push(column));
    }

    /// The form, or what keeps it from being one.
    fn form(self) -> Result<Form, Text> {
        let mut columns: Vec<Column> = Vec::new();
        let mut keys: Vec<(usize, LineKey)> = Vec::new();
        for draft in self.columns.get_untracked() {
            let name = draft.name.get_untracked().trim().to_owned();
            if name.is_empty() {
                return Err(words::COLUMN_UNNAMED);
            }
            let is_taken = |key: &LineKey| columns.iter().any(|column| column.key == *key);
            let key = match &draft.held {
                Some(held) => held.key.clone(),
                None => key_of(&name, is_taken).ok_or(words::COLUMN_UNNAMED)?,
            };
            let name = Localised { en: name.clone(), vi: name };
            let column = match draft.held {
                Some(mut held) => {
                    if let Some(last) = held.heading.last_mut().filter(|last| last.vi != name.vi) {
                        *last = name;
                    }
                    held
                }
                None => Column { key: key.clone(), heading: vec![name], measure: measure(draft.unit.get_untracked()) },
            };
            keys.push((draft.place, key));
            columns.push(column);
        }
        let key = |place: usize| keys.iter().find(|(of, _)| *of == place).map(|(_, key)| key.clone());
        let across = self.rules.get_untracked().iter().map(|rule| rule.rule(key)).collect::<Option<Vec<_>>>();
        let text = |text: RwSignal<String>, else_: Text| {
            let text = text.get_untracked().trim().to_owned();
            let both = Localised { vi: else_.vi.to_owned(), en: else_.en.to_owned() };
            if text.is_empty() { both } else { Localised { en: text.clone(), vi: text } }
        };
        let form = Form {
            id: FormId::new(FREE).map_err(|_never| words::FORM_WRONG)?,
            version: 1,
            name: text(self.name, words::FREE),
            source: String::new(),
            rows: Rows::Free { adds_up: self.adds_up.get_untracked() == 1 },
            row_heading: text(self.row_heading, words::ROW_HEADING),
            columns,
            across: across.ok_or(words::RULE_UNFINISHED)?,
            down: Vec::new(),
            indicators: Vec::new(),
        };
        match form.fault() {
            Some(_) => Err(words::FORM_WRONG),
            None => Ok(form),
        }
    }
}

fn measure(unit: usize) -> Measure {
    match unit {
        1 => Measure::Percent {},
        2 => Measure::Points { maximum: None },
        3 => Measure::Text {},
        _ => Measure::Count { of: Localised::default() },
    }
}

/// A key from a name, such as `qua_han`.
fn key_of(name: &str, is_taken: impl Fn(&LineKey) -> bool) -> Option<LineKey> {
    let plain = fold(name).split(|letter: char| !letter.is_ascii_alphanumeric()).collect::<Vec<_>>().join("_");
    let plain: String = plain.trim_matches('_').chars().take(24).collect();
    let stem = if plain.is_empty() { "cot".to_owned() } else { plain };
    let counted = std::iter::once(stem.clone()).chain((2..100).map(|number| format!("{stem}-{number}")));
    counted.filter_map(|key| LineKey::new(key).ok()).find(|key| !is_taken(key))
}

/// The key of what is kept of the form of a table; `new` for one that is begun.
pub(super) fn form_key(session: Session, table: &str) -> String {
    format!("visit/{}/table-form/{table}", session.id())
}

/// The editor, for a new table or for one that is there.
#[component]
pub(in crate::ui::pages::visit::figures) fn FreeForm(
    /// The open visit.
    session: Session,
    /// The table; none to begin one.
    table: Option<(TableId, StatTable)>,
) -> impl IntoView {
    let app = App::get();
    let draft = Draft::of(table.as_ref().map(|(_, table)| &table.form));
    let is_new = table.is_none();
    let key = table.as_ref().map_or_else(|| "new".to_owned(), |(id, _)| id.to_string());
    let kept = FormDraft::of(app, "table-form", form_key(session, &key), draft.fields());
    let take = move |_| match draft.form() {
        Err(fault) => draft.fault.set(Some(fault)),
        Ok(form) => {
            draft.fault.set(None);
            let is_taken = match &table {
                None => begin(app, session, form),
                Some((id, _)) => put(session, id, form),
            };
            if is_taken {
                kept.leave_with(session);
            }
        }
    };
    let body = view! {
        <div class="form free" data-testid="free-form">
            <DraftLine draft=kept at=At::Head />
            <TextField id="free-name" label=words::TABLE_TITLE value=draft.name />
            <TextField id="free-rows" label=words::ROWS_ARE hint=words::ROWS_ARE_HINT value=draft.row_heading />
            <Pick
                id="free-adds-up"
                label=words::ADDS_UP
                options=vec![words::ADDS_UP_NO, words::ADDS_UP_YES]
                value=draft.adds_up
            />
            <Columns draft />
            <Rules draft />
            <DraftLine draft=kept at=At::Foot />
            <p class="form__failed" role="alert">{move || draft.fault.get().map(|fault| app.t(fault))}</p>
            <div class="form__buttons">
                <button type="button" class="button button--primary" data-testid="free-take" on:click=take>
                    {move || app.t(if is_new { words::BEGIN } else { words::TAKE_FORM })}
                </button>
            </div>
        </div>
    };
    if is_new {
        body.into_any()
    } else {
        view! {
            <details class="table-details" data-testid="free-edit" open=move || kept.unfolds()>
                <summary>{move || app.t(words::EDIT_FORM)}</summary>
                {body}
            </details>
        }
        .into_any()
    }
}

/// Gives a table its form anew; the cells of new columns are blank. Whether it has that form now.
fn put(session: Session, id: &TableId, form: Form) -> bool {
    let held = untrack(|| session.figures(|figures| figures.tables.get(id).map(|held| held.value.clone())));
    let Some(mut table) = held.filter(|held| held.form != form) else { return true };
    table.rows.iter_mut().for_each(|row| row.cells.resize(form.columns.len(), Cell::Blank));
    table.form = form;
    let put = vec![Put { id: id.clone(), value: Some(table) }];
    session.takes(Edit::Figures { change: FiguresEdit::Tables { put } })
}

#[component]
fn Columns(draft: Draft) -> impl IntoView {
    let app = App::get();
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::COLUMNS)}</legend>
            <ol class="free__list">
                <For each=move || draft.columns.get() key=|column| column.place let:column>
                    <ColumnRow draft column />
                </For>
            </ol>
            <button type="button" class="button" data-testid="free-add-column" on:click=move |_| draft.add_column(None)>
                {move || app.t(words::ADD_COLUMN)}
            </button>
        </fieldset>
    }
}

#[component]
fn ColumnRow(draft: Draft, column: ColumnDraft) -> impl IntoView {
    let app = App::get();
    let place = column.place;
    let is_held = column.held.is_some();
    let unit = column.unit;
    let remove = move |_| draft.columns.update(|columns| columns.retain(|column| column.place != place));
    view! {
        <li class="free__column" data-column=place.to_string()>
            <TextField id=format!("free-column-{place}") label=words::COLUMN_NAME value=column.name />
            {if is_held {
                view! { <p class="free__unit">{move || UNITS.get(unit.get()).map(|unit| app.t(*unit))}</p> }.into_any()
            } else {
                view! { <Select id=format!("free-unit-{place}") label=words::UNIT options=UNITS.to_vec() value=unit /> }
                    .into_any()
            }}
            {(!is_held)
                .then(|| {
                    view! {
                        <button type="button" class="button button--quiet" on:click=remove>
                            {move || app.t(words::REMOVE_COLUMN)}
                        </button>
                    }
                })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_names_and_are_never_the_same() {
        let taken = LineKey::new("qua_han").unwrap();
        assert_eq!(key_of("Quá hạn", |_| false).unwrap().as_str(), "qua_han");
        assert_eq!(key_of("Quá hạn", |key| *key == taken).unwrap().as_str(), "qua_han-2");
        assert_eq!(key_of("(%)", |_| false).unwrap().as_str(), "cot");
    }
}
