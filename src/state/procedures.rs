//! The procedure lists: each version is written once and never changed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::domain::procedure::{ListError, Procedure, ProcedureList, ProcedureListRef, ProcedureListShort};
use crate::storage::backend::StoreError;
use crate::storage::reference::{ReferenceKind, ReferenceRecord, procedures_id};
use crate::storage::store::{CorruptRecord, Found};
use crate::words::catalogue::{notice as words, procedures, table_import as table};
use crate::words::{Lang, format};

use super::App;
use super::library::{Loading, Unread};
use super::notice::{NoticeAction, reading_sentence};
use super::opening::Unreadable;
use super::route::Route;

/// What the page of procedure lists shows. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct ProcedureLists {
    lists: RwSignal<Loading<Vec<ProcedureListShort>>>,
    corrupt: RwSignal<Vec<CorruptRecord>>,
}

impl Default for ProcedureLists {
    fn default() -> Self {
        Self { lists: RwSignal::new(Loading::Waiting), corrupt: RwSignal::default() }
    }
}

/// A procedure list on its way to the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenList {
    /// It is being read.
    Reading,
    /// There is none.
    Missing,
    /// It cannot be read.
    Failed(Unreadable),
    /// Here it is.
    Ready(Box<ProcedureList>),
}

impl App {
    /// Every procedure list in short, by id and version; reactive. Read anew at each call.
    pub fn procedure_lists(self) -> Signal<Loading<Vec<ProcedureListShort>>> {
        self.refresh_by(ReferenceKind::Procedures, Self::refresh_procedure_lists);
        spawn_local(self.read_procedure_lists());
        self.procedures.lists.into()
    }

    /// Procedure lists whose short form cannot be read; reactive.
    pub fn corrupt_procedure_lists(self) -> Signal<Vec<CorruptRecord>> {
        self.procedures.corrupt.into()
    }

    /// Another tab changed reference data: lists that are shown are read anew.
    fn refresh_procedure_lists(self) {
        if matches!(self.route.get_untracked(), Route::ProcedureLists) {
            spawn_local(self.read_procedure_lists());
        }
    }

    async fn read_procedure_lists(self) {
        match self.store().procedure_lists().await {
            Ok(listing) => {
                self.procedures.corrupt.set(listing.corrupt);
                self.procedures.lists.set(Loading::Ready(listing.items));
            }
            Err(error) => {
                self.fail(&error);
                if self.procedures.lists.with_untracked(|lists| lists.ready().is_none()) {
                    let why = Unread::of(move |lang| reading_sentence(&error, lang));
                    self.procedures.lists.set(Loading::Failed(why));
                }
            }
        }
    }

    /// Tries to read the lists that could not be read.
    pub fn retry_procedure_lists(self) {
        self.procedures.lists.set(Loading::Waiting);
        spawn_local(self.read_procedure_lists());
    }

    /// A procedure list in one version, once it is read; none if there is none.
    pub async fn procedure_list(self, reference: &ProcedureListRef) -> Result<Option<ProcedureList>, StoreError> {
        match self.store().procedure_list(reference).await?.found {
            Found::Nothing => Ok(None),
            Found::Record(record) => Ok(Some(record.value)),
            Found::Corrupt(CorruptRecord { table, key, text, detail }) => {
                Err(StoreError::Corrupt { table: table.name(), key, detail, text: Some(text) })
            }
        }
    }

    /// Opens a procedure list for the page that calls.
    pub fn open_procedure_list(self, reference: ProcedureListRef) -> RwSignal<OpenList> {
        let opening = RwSignal::new(OpenList::Reading);
        spawn_local(async move {
            let found = match self.procedure_list(&reference).await {
                Ok(Some(list)) => OpenList::Ready(Box::new(list)),
                Ok(None) => OpenList::Missing,
                Err(error) => OpenList::Failed(Unreadable::of(error)),
            };
            // The page may be gone by now.
            opening.try_set(found);
        });
        opening
    }

    /// The version that the next import under this id takes: one that was never used.
    pub async fn next_procedure_version(self, id: &str) -> Result<u32, StoreError> {
        self.store().next_procedure_version(id).await
    }

    /// Writes a version of a procedure list that was never used. Its entries must have passed
    /// [`ProcedureList::errors`].
    pub async fn put_procedure_list(self, list: ProcedureList) -> Result<ProcedureListRef, StoreError> {
        let reference = list.reference();
        let record = ReferenceRecord::of_procedures(list, self.stamp());
        self.store().put_procedure_list(&record, None).await?;
        self.ask_for_protection_once();
        self.tabs.announce_references();
        self.read_procedure_lists().await;
        Ok(reference)
    }

    /// Takes procedures as the next version of a list and opens it; what is wrong with them is said, and nothing is
    /// written.
    pub fn take_procedures(self, id: String, entries: Vec<Procedure>, stored: impl Fn() + 'static) {
        spawn_local(self.write_procedures(id, entries, stored));
    }

    async fn write_procedures(self, id: String, entries: Vec<Procedure>, stored: impl Fn()) {
        let lang = self.prefs.lang.get_untracked();
        let version = match self.next_procedure_version(&id).await {
            Ok(version) => version,
            Err(error) => return self.fail(&error),
        };
        let list = ProcedureList { id: id.clone(), version, taken_on: clock::today(), entries };
        let faults: Vec<String> =
            list.errors().iter().take(MOST_FAULTS).map(|fault| fault_words(fault, lang)).collect();
        if !faults.is_empty() {
            return self.notices.fail(table::LIST_WRONG.get(lang).replace("{faults}", &faults.join("; ")));
        }
        let number = format::count(list.entries.len() as u64);
        match self.put_procedure_list(list).await {
            Ok(reference) => {
                stored();
                let said = table::LIST_TAKEN.get(lang).replace("{id}", &reference.id);
                self.notices.say(said.replace("{version}", &reference.version.to_string()).replace("{n}", &number));
                self.go(&Route::ProcedureList(reference.id, reference.version));
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Removes a version of a procedure list, goes to the lists, and offers to take that back. What was judged by it
    /// keeps its judgement and names the version.
    pub fn delete_procedure_list(self, reference: ProcedureListRef) {
        let name = format!("delete {}", procedures_id(&reference));
        self.library.run_exclusive(name, async move {
            let deleted = async {
                let store = self.store();
                let held = store.procedure_list(&reference).await?;
                let (Some(revision), Found::Record(record)) = (held.revision, held.found) else { return Ok(None) };
                let id = procedures_id(&reference);
                let counter = store.delete_reference(ReferenceKind::Procedures, &id, revision).await?;
                Ok::<_, StoreError>(Some((record, counter)))
            };
            match deleted.await {
                Ok(Some((record, counter))) => {
                    self.tabs.announce_references();
                    self.read_procedure_lists().await;
                    self.go(&Route::ProcedureLists);
                    let run = Callback::new(move |()| {
                        let record = record.clone();
                        spawn_local(async move {
                            match self.store().put_procedure_list(&record, Some(counter)).await {
                                Ok(_) => {
                                    self.tabs.announce_references();
                                    self.read_procedure_lists().await;
                                }
                                Err(error) => self.fail(&error),
                            }
                        });
                    });
                    let sentence = procedures::DELETED.get(self.prefs.lang.get_untracked());
                    self.notices.offer(sentence, NoticeAction { label: words::UNDO, run });
                }
                Ok(None) => {}
                Err(error) => self.fail(&error),
            }
        });
    }
}

/// The most faults of a list that are said at once.
const MOST_FAULTS: usize = 5;

fn fault_words(fault: &ListError, lang: Lang) -> String {
    match fault {
        ListError::NoCode { row } | ListError::NoName { row } => {
            table::LIST_ROW_BLANK.get(lang).replace("{row}", &row.to_string())
        }
        ListError::Reversed { row } => table::LIST_ROW_REVERSED.get(lang).replace("{row}", &row.to_string()),
        ListError::Overlap { code, first, second } => table::LIST_ROW_OVERLAP
            .get(lang)
            .replace("{code}", code)
            .replace("{first}", &first.to_string())
            .replace("{second}", &second.to_string()),
    }
}
