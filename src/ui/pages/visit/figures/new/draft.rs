//! The form of a free table as it is declared: its columns, and what must hold between them.

use leptos::prelude::*;

use crate::domain::figures::{Column, Form, Measure, Rows};
use crate::domain::id::{FormId, LineKey};
use crate::engine::drafts::{rows_of_text, rows_to_text};
use crate::ui::components::form_draft::FormFields;
use crate::words::catalogue::figures as words;
use crate::words::fold::fold;
use crate::words::{Localised, Text};

use super::FREE;
use super::rule_draft::RuleDraft;

/// The measures, in the order of the choice.
pub(super) const UNITS: [Text; 4] = [words::UNIT_COUNT, words::UNIT_PERCENT, words::UNIT_POINTS, words::UNIT_TEXT];

/// A column as declared.
#[derive(Clone, PartialEq)]
pub(super) struct ColumnDraft {
    /// What tells it from the others.
    pub(super) place: usize,
    /// Its name.
    pub(super) name: RwSignal<String>,
    /// What it measures, by its place among [`UNITS`].
    pub(super) unit: RwSignal<usize>,
    /// The column of the table that it is, if it is one already.
    pub(super) held: Option<Column>,
}

/// The form as declared. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// The name of the form.
    pub(super) name: RwSignal<String>,
    /// What stands over the names of the rows.
    pub(super) row_heading: RwSignal<String>,
    /// Whether rows add up: 1 where they do.
    pub(super) adds_up: RwSignal<usize>,
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
    /// The form of a table, or a blank one.
    pub(super) fn of(form: Option<&Form>) -> Self {
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
    pub(super) fn fields(self) -> FormFields {
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

    /// Adds a column at the end.
    pub(super) fn add_column(self, held: Option<Column>) {
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
    pub(super) fn form(self) -> Result<Form, Text> {
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
