//! What leaves the app: a supervision with everything that belongs to it, as JSON, or its tables as CSV.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, files, timer};
use crate::domain::calendar::WorkingCalendar;
use crate::domain::dossier::Coverage;
use crate::domain::edit::{Change, connected, shorten};
use crate::domain::figures::StatTable;
use crate::domain::id::{SupervisionId, TableId, VisitId};
use crate::domain::regime::LegalBases;
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::domain::visit::Visit;
pub use crate::export::csv::CsvForm;
use crate::export::csv::csv as csv_bytes;
pub use crate::export::file_name::Kind;
use crate::export::file_name::record_names;
use crate::export::{NamedFile, csv_files, json, tell_backups};
use crate::report::{Material, Table, VisitMaterial, coverage_of_units};
use crate::storage::backend::StoreError;
use crate::storage::gate::{CheckedFile, MAX_CONTENT_BYTES};
use crate::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};
use crate::words::catalogue::notice as words;

use super::App;
use super::references::InUse;

/// What a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The record, lossless, for another device or a later import.
    Json,
    /// The four tables in this form.
    Csv(CsvForm),
    /// One of the tables, for a spreadsheet.
    Table(Kind),
}

/// Of what a person asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A supervision with all its visits; its files are named by its place and by today.
    Supervision(SupervisionId),
    /// One of its visits; the files are named by the unit and by the day of the visit.
    Visit(SupervisionId, VisitId),
}

const JSON_TYPE: &str = "application/json";
const CSV_TYPE: &str = "text/csv;charset=utf-8";

/// How long an export waits for the last change to be saved, in steps of [`STEP_MS`].
const STEPS: usize = 100;
const STEP_MS: i32 = 20;

impl App {
    /// Hands a supervision or a visit to the person as files. What was just typed is saved first, and so is in them.
    pub fn export(self, scope: Scope, wanted: Wanted) {
        spawn_local(async move {
            let lang = self.prefs.lang.get_untracked();
            self.settle().await;
            match self.files(&scope, wanted).await {
                Ok((files, broken)) => {
                    if !broken.is_empty() {
                        self.notices.fail(words::EXPORT_WITHOUT.get(lang).replace("{keys}", &broken.join(", ")));
                    }
                    if wanted == Wanted::Json {
                        self.hand_out_records(files);
                    } else {
                        self.hand_out(files, true);
                    }
                }
                Err(error) => self.fail(&error),
            }
        });
    }

    /// Hands records to the person. Only what the app itself takes back is called exported.
    fn hand_out_records(self, files: Vec<NamedFile>) {
        let lang = self.prefs.lang.get_untracked();
        let parts = files.len();
        let (whole, refused) = tell_backups(files);
        for (NamedFile { name, bytes }, refusal) in refused {
            let why = refusal.sentence(lang);
            let sentence = match files::download(&name, JSON_TYPE, &bytes) {
                Ok(()) => words::EXPORT_REFUSED.get(lang).replace("{name}", &name).replace("{why}", &why),
                Err(error) => words::FILE_UNWRITABLE.get(lang).replace("{detail}", &error.to_string()),
            };
            self.notices.fail(sentence);
        }
        if parts > 1 {
            self.notices.say(words::EXPORTED_PARTS.get(lang).replace("{n}", &parts.to_string()));
        }
        self.hand_out(whole, false);
    }

    /// Hands files to the person, and says which.
    pub(super) fn hand_out(self, files: Vec<NamedFile>, are_csv: bool) {
        let lang = self.prefs.lang.get_untracked();
        let mut names = Vec::new();
        for NamedFile { name, bytes } in files {
            match files::download(&name, if are_csv { CSV_TYPE } else { JSON_TYPE }, &bytes) {
                Ok(()) => names.push(name),
                Err(error) => {
                    self.notices.fail(words::FILE_UNWRITABLE.get(lang).replace("{detail}", &error.to_string()));
                }
            }
        }
        if !names.is_empty() {
            self.notices.say(words::EXPORTED.get(lang).replace("{names}", &names.join(", ")));
        }
    }

    /// Hands a record that cannot be read to the person, as it is.
    pub fn download_corrupt(self, table: &str, key: &str, text: &str) {
        let name = format!("khong-doc-duoc_{table}_{}.json", key.replace('/', "_"));
        if let Err(error) = files::download(&name, JSON_TYPE, text.as_bytes()) {
            let lang = self.prefs.lang.get_untracked();
            self.notices.fail(words::FILE_UNWRITABLE.get(lang).replace("{detail}", &error.to_string()));
        }
    }

    /// The files, and the keys of records that cannot be read and so are not in them.
    async fn files(self, scope: &Scope, wanted: Wanted) -> Result<(Vec<NamedFile>, Vec<String>), StoreError> {
        let (Scope::Supervision(id) | Scope::Visit(id, _)) = scope;
        let missing = |key: &str| StoreError::Missing { key: key.to_owned() };
        let Gathered { mut file, broken } = self.read_all(id).await?.ok_or_else(|| missing(id.as_str()))?;
        let (subject, on) = match scope {
            Scope::Supervision(_) => {
                let Supervision { place, body, .. } = &file.supervision;
                (if place.trim().is_empty() { body } else { place.trim() }.to_owned(), clock::today())
            }
            Scope::Visit(_, only) => {
                file.visits.retain(|(visit, _)| visit.id == *only);
                let (visit, _) = file.visits.first().ok_or_else(|| missing(only.as_str()))?;
                file.templates.retain(|template| template.reference() == visit.template);
                let unit = file.supervision.unit(&visit.unit).map_or(visit.unit.as_str(), |unit| &unit.name);
                (unit.to_owned(), visit.date)
            }
        };
        // A file of no dossiers would only raise questions.
        let with_dossiers = file.visits.iter().any(|(visit, _)| !visit.dossiers.is_empty());
        let (kinds, form): (Vec<Kind>, _) = match (&wanted, scope) {
            (Wanted::Json, _) => {
                let most = usize::try_from(MAX_CONTENT_BYTES).unwrap_or(usize::MAX);
                let files = json::files(record(file), most);
                let names = record_names(&subject, on, files.len());
                let named = names.into_iter().zip(files).map(|(name, bytes)| NamedFile { name, bytes });
                return Ok((named.collect(), broken));
            }
            (Wanted::Table(kind), _) => (vec![*kind], CsvForm::Spreadsheet),
            (Wanted::Csv(form), Scope::Supervision(_)) => (Kind::TABLES.to_vec(), *form),
            // The table of units is about all of them.
            (Wanted::Csv(form), Scope::Visit(..)) => (vec![Kind::Findings, Kind::Answers, Kind::Scores], *form),
        };
        let dossiers = (with_dossiers && matches!(wanted, Wanted::Csv(_))).then_some(Kind::Dossiers);
        let kinds: Vec<Kind> = kinds.into_iter().chain(dossiers).collect();
        let calendar = self.calendar_for(&file).await;
        let legal = if kinds.contains(&Kind::Findings) { self.legal_for_export().await } else { None };
        let (supervision, visits) = ordered(file, calendar.as_deref());
        let legal = legal.as_ref().map(|in_use| &in_use.value);
        let material = Material { supervision: &supervision, visits: &visits, legal };
        Ok((csv_files(&material, &kinds, &subject, on, form), broken))
    }

    /// The legal bases that findings cite; what stands in the way becomes a notice.
    async fn legal_for_export(self) -> Option<Arc<InUse<LegalBases>>> {
        let read = self.legal_bases().await;
        read.map_err(|error| self.notices.fail(error.sentence(self.prefs.lang.get_untracked()))).ok()
    }

    /// The coverage of late dossiers, unit by unit; what stands in the way becomes a notice.
    pub async fn coverage_of_units(self, id: &SupervisionId) -> Option<Vec<(String, Coverage)>> {
        let gathered = self.gather(id).await?;
        let calendar = self.calendar_for(&gathered.file).await;
        let (supervision, visits) = ordered(gathered.file, calendar.as_deref());
        Some(coverage_of_units(&Material { supervision: &supervision, visits: &visits, legal: None }))
    }

    /// The tables of figures of a supervision, in the order of its visits; what stands in the way becomes a notice.
    pub async fn tables_of(self, id: &SupervisionId) -> Option<Vec<(VisitId, TableId, StatTable)>> {
        let gathered = self.gather(id).await?;
        let tables = gathered.file.visits.into_iter().flat_map(|(visit, _)| {
            let id = visit.id;
            visit.figures.tables.into_iter().map(move |(table, held)| (id.clone(), table, held.value))
        });
        Some(tables.collect())
    }

    /// All of a supervision, what is open included; none if it is not there, or what stands in the way became a notice.
    async fn gather(self, id: &SupervisionId) -> Option<Gathered> {
        self.settle().await;
        self.read_all(id).await.unwrap_or_else(|error| {
            self.fail(&error);
            None
        })
    }

    /// Hands over one table of a page as CSV, written for a spreadsheet.
    pub fn export_table(self, table: &Table, name: &str) {
        let name = format!("{name}_{}.csv", clock::today());
        self.hand_out(vec![NamedFile { name, bytes: csv_bytes(table, CsvForm::Spreadsheet) }], true);
    }

    /// Waits until the open visit is saved, for two seconds at the most: a device that cannot save must still be
    /// able to export what it has.
    pub(super) async fn settle(self) {
        self.flush();
        for _ in 0..STEPS {
            if self.is_settled() {
                return;
            }
            timer::sleep(STEP_MS).await;
        }
    }

    /// A supervision with its visits, their history and their templates, as they are on this device: what cannot be
    /// saved just now is in it too. None if it is not there.
    async fn read_all(self, id: &SupervisionId) -> Result<Option<Gathered>, StoreError> {
        let store = self.store();
        let Some(supervision) = store.supervision(id).await? else { return Ok(None) };
        let mut file = CheckedFile { supervision, templates: Vec::new(), visits: Vec::new() };
        let summaries = store.summaries(Some(id)).await?;
        let mut broken: Vec<String> = summaries.corrupt.into_iter().map(|record| record.key).collect();
        for short in summaries.items {
            let (visit, template, history) = match self.read_visit_with_history(&short.id).await {
                Ok(Some(read)) => read,
                Ok(None) => continue,
                Err(StoreError::Corrupt { key, .. } | StoreError::Missing { key }) => {
                    broken.push(key);
                    continue;
                }
                Err(error) => return Err(error),
            };
            if file.templates.iter().all(|known| known.reference() != template.reference()) {
                file.templates.push(template);
            }
            file.visits.push((visit, history));
        }
        file.templates.sort_by_key(|template| template.reference());
        Ok(Some(Gathered { file, broken }))
    }

    async fn read_visit_with_history(self, id: &VisitId) -> Result<Option<(Visit, Template, Vec<Change>)>, StoreError> {
        let store = self.store();
        let Some((mut visit, template)) = store.visit(id).await? else { return Ok(None) };
        // Another tab may have written between the two readings, and an early file may have had gaps.
        let mut history = connected(store.history(id).await?, visit.revision);
        if let Some(open) = self.opened().into_iter().find(|held| held.id() == id).map(|held| held.open()) {
            let stored = visit.revision;
            let unsaved: Vec<_> =
                open.engine.borrow().unsaved().into_iter().filter(|change| change.revision > stored).collect();
            // A visit that another tab moved on is rebased by its next save; until then the stored one counts.
            if unsaved.first().is_some_and(|first| first.revision == stored + 1) {
                visit = open.engine.borrow().visit().clone();
                history.extend(unsaved);
            }
        }
        Ok(Some((visit, template, history)))
    }
}

/// What is stored of a supervision.
struct Gathered {
    file: CheckedFile,
    /// The keys of records that cannot be read.
    broken: Vec<String>,
}

/// The visits with what they are read by, in the order in which a report names units; ids say nothing about that.
fn ordered(file: CheckedFile, calendar: Option<&WorkingCalendar>) -> (Supervision, Vec<VisitMaterial>) {
    let CheckedFile { supervision, templates, visits } = file;
    let with_template = |(visit, _): (Visit, _)| {
        let template = templates.iter().find(|template| template.reference() == visit.template)?.clone();
        Some(VisitMaterial::new(visit, template, calendar))
    };
    let mut visits: Vec<_> = visits.into_iter().filter_map(with_template).collect();
    let place = |visit: &Visit| supervision.units.iter().position(|unit| unit.id == visit.unit);
    visits.sort_by_key(|held| (place(&held.visit), held.visit.date, held.visit.id.clone()));
    (supervision, visits)
}

fn record(file: CheckedFile) -> FileRecord {
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: file.supervision,
        templates: file.templates,
        visits: file.visits.into_iter().map(visit_record).collect(),
    }
}

fn visit_record((visit, mut history): (Visit, Vec<Change>)) -> VisitRecord {
    shorten(&mut history);
    VisitRecord::from_visit(&visit, history)
}
