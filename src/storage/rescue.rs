//! The rescue file: every row of the database as it was, which `boot.js` hands out where the app cannot start
//! (`{"visits": {"v1": "{…}"}, …}`). It passes the same gate as any file, record by record: what cannot be read is named
//! and left out, and keeps nobody from having the rest.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::domain::edit::{Change, apply, connected};
use crate::domain::supervision::Supervision;
use crate::domain::template::{Template, TemplateRef};

use super::backend::Table;
use super::check::{Fault, FaultKind, check_template};
use super::gate::{CheckedFile, Refusal, checked, parse, read_text_of_file, text_of};
use super::legacy_checks::ReadTemplate;
use super::record::{FORMAT, FileRecord, VERSION, VisitRecord};

/// What a rescue file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescued {
    /// Each supervision with its visits, by id.
    pub files: Vec<CheckedFile>,
    /// The rows that are left out.
    pub left_out: Vec<LeftOut>,
    /// How many rows stand in tables that are not taken at all; none that are empty.
    pub passed_over: Vec<(Table, usize)>,
}

/// A row that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its table.
    pub table: Table,
    /// Its key.
    pub key: String,
    /// Why.
    pub why: Refusal,
}

/// The rows of a table by their keys.
type Rows = BTreeMap<String, Cell>;

/// The text of a row; none where it is no text.
struct Cell(Option<String>);

#[derive(Deserialize)]
struct Tables {
    supervisions: Rows,
    visits: Rows,
    #[serde(default)]
    templates: Rows,
    #[serde(default)]
    changes: Rows,
    #[serde(default)]
    tail: Rows,
    #[serde(default)]
    references: Rows,
    #[serde(default)]
    drafts: Rows,
    #[serde(default)]
    bin: Rows,
}

/// What tells a rescue file from other JSON: the two tables that every database has.
#[derive(Deserialize)]
struct Head {
    #[expect(dead_code, reason = "that it is there is all that is asked")]
    supervisions: BTreeMap<String, IgnoredAny>,
    #[expect(dead_code, reason = "that it is there is all that is asked")]
    visits: BTreeMap<String, IgnoredAny>,
}

/// Reads and checks what a person brings: a file of one supervision, or a rescue file of all that a device held.
pub fn read_any(bytes: &[u8]) -> Result<Rescued, Refusal> {
    let (text, content) = text_of(bytes)?;
    match read_text_of_file(text, content) {
        Ok(file) => Ok(Rescued { files: vec![file], ..Rescued::default() }),
        Err(Refusal::WrongFormat) if is_rescue(text) => read(text),
        Err(refusal) => Err(refusal),
    }
}

/// Whether a text is a rescue file.
fn is_rescue(text: &str) -> bool {
    parse::<Head>(text).is_ok()
}

/// Reads a rescue file: supervisions, templates, and visits with the changes since their snapshots made again.
fn read(text: &str) -> Result<Rescued, Refusal> {
    let tables: Tables = parse(text)?;
    let mut rescue = Rescue { left_out: Vec::new() };
    let templates = rescue.templates(&tables);
    let mut files: Vec<CheckedFile> = Vec::new();
    for (key, cell) in &tables.supervisions {
        let read = text_of_cell(cell).and_then(parse::<Supervision>).and_then(|supervision| {
            checked(FileRecord {
                format: FORMAT.to_owned(),
                version: VERSION,
                supervision,
                templates: Vec::new(),
                visits: Vec::new(),
            })
        });
        files.extend(rescue.or_left_out(Table::Supervisions, key, read));
    }
    for key in tables.visits.keys() {
        let read = rescue.visit(&tables, &templates, &files, key);
        let Some((place, file)) = rescue.or_left_out(Table::Visits, key, read) else { continue };
        if let Some(held) = files.get_mut(place) {
            held.visits.extend(file.visits);
            let new = file.templates.into_iter().filter(|template| !held.templates.contains(template));
            held.templates.extend(new.collect::<Vec<_>>());
        }
    }
    let others = [(Table::References, &tables.references), (Table::Drafts, &tables.drafts), (Table::Bin, &tables.bin)];
    let passed_over = others.into_iter().map(|(table, rows)| (table, rows.len())).filter(|(_, count)| *count > 0);
    Ok(Rescued { files, left_out: rescue.left_out, passed_over: passed_over.collect() })
}

struct Rescue {
    left_out: Vec<LeftOut>,
}

impl Rescue {
    fn or_left_out<T>(&mut self, table: Table, key: &str, read: Result<T, Refusal>) -> Option<T> {
        read.map_err(|why| self.left_out.push(LeftOut { table, key: key.to_owned(), why })).ok()
    }

    fn templates(&mut self, tables: &Tables) -> BTreeMap<TemplateRef, Template> {
        let mut templates = BTreeMap::new();
        for (key, cell) in &tables.templates {
            // Edits are made under it before all else is checked.
            let read = text_of_cell(cell).and_then(parse).and_then(|ReadTemplate(template)| {
                check_template(&template, "template").map_err(Refusal::Fault)?;
                Ok(template)
            });
            if let Some(template) = self.or_left_out(Table::Templates, key, read) {
                templates.insert(template.reference(), template);
            }
        }
        templates
    }

    /// A visit as a file of its own, with the place of its supervision among the files.
    fn visit(
        &mut self,
        tables: &Tables,
        templates: &BTreeMap<TemplateRef, Template>,
        files: &[CheckedFile],
        key: &str,
    ) -> Result<(usize, CheckedFile), Refusal> {
        let missing = |place: &str, name: String| {
            Err(Refusal::Fault(Fault { place: place.to_owned(), kind: FaultKind::Unknown(name) }))
        };
        let record: VisitRecord =
            tables.visits.get(key).map_or(Err(Refusal::WrongFormat), text_of_cell).and_then(parse)?;
        let Some(template) = templates.get(&record.template) else {
            return missing("template", format!("{}@{}", record.template.id, record.template.version));
        };
        let Some(place) = files.iter().position(|file| file.supervision.id == record.supervision) else {
            return missing("supervision", record.supervision.to_string());
        };
        let history = self.history(tables, key);
        let (mut visit, _) = record.into_visit();
        let prefix = format!("{key}/");
        for row in tables.tail.range(prefix.clone()..).map(|(row, _)| row).take_while(|row| row.starts_with(&prefix)) {
            // The same change stands in both tables. One that is lost in both is named, and those after it are made.
            let cell =
                |rows: &Rows| rows.get(row).map_or(Err(Refusal::WrongFormat), text_of_cell).and_then(parse::<Change>);
            let read = cell(&tables.tail).or_else(|why| cell(&tables.changes).map_err(|_also| why));
            let made = read.and_then(|change| {
                apply(&mut visit, template, change.edit, &change.stamp)
                    .map(|_inverse| change.revision)
                    .map_err(|error| Refusal::Fault(Fault { place: row.clone(), kind: FaultKind::of(error) }))
            });
            if let Some(revision) = self.or_left_out(Table::Tail, row, made) {
                visit.revision = revision;
            }
        }
        let history = connected(history, visit.revision);
        let file = checked(FileRecord {
            format: FORMAT.to_owned(),
            version: VERSION,
            supervision: files.get(place).map(|file| file.supervision.clone()).ok_or(Refusal::WrongFormat)?,
            templates: vec![template.clone()],
            visits: vec![VisitRecord::from_visit(&visit, history)],
        })?;
        Ok((place, file))
    }

    /// The changes of a visit that can be read, oldest first.
    fn history(&mut self, tables: &Tables, visit: &str) -> Vec<Change> {
        let prefix = format!("{visit}/");
        let rows = tables.changes.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix));
        let mut history = Vec::new();
        for (key, cell) in rows {
            let read = text_of_cell(cell).and_then(parse::<Change>);
            history.extend(self.or_left_out(Table::Changes, key, read));
        }
        history
    }
}

fn text_of_cell(cell: &Cell) -> Result<&str, Refusal> {
    cell.0.as_deref().ok_or(Refusal::NotText { offset: 0 })
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Cell;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a row")
            }

            fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
                Ok(Cell(Some(text.to_owned())))
            }

            fn visit_unit<E>(self) -> Result<Cell, E> {
                Ok(Cell(None))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Cell, E> {
                Ok(Cell(None))
            }

            fn visit_u64<E>(self, _: u64) -> Result<Cell, E> {
                Ok(Cell(None))
            }

            fn visit_i64<E>(self, _: i64) -> Result<Cell, E> {
                Ok(Cell(None))
            }

            fn visit_f64<E>(self, _: f64) -> Result<Cell, E> {
                Ok(Cell(None))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Cell, A::Error> {
                while entries.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Cell(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Cell, A::Error> {
                while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Cell(None))
            }
        }

        deserializer.deserialize_any(Any)
    }
}
