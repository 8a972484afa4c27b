//! The app as every view sees it: preferences, notices, the place, the library, the open visit.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::idb::{Delay, IndexedDb, Lost};
use crate::browser::offline::{self, Readiness};
use crate::browser::tabs::{Notice as TabNotice, Tabs};
use crate::browser::{clock, page, persistence, random, updates};
use crate::domain::id::VisitId;
use crate::domain::regime::LegalBases;
use crate::storage::backend::StoreError;
use crate::storage::reference::ReferenceKind;
use crate::storage::store::Store;
use crate::words::catalogue::notice as words;
use crate::words::{Lang, Text};

use super::calendar::CalendarState;
use super::drafts::Drafts;
use super::figures_reading::FiguresReading;
use super::forms::Forms;
use super::held::Held;
use super::incoming::Incoming;
use super::library::Library;
use super::notice::{Notices, store_sentence};
use super::preferences::Preferences;
use super::procedures::ProcedureLists;
use super::reading::Reading;
use super::references::Kept;
use super::route::Route;

/// The store in the browser.
pub type Db = Store<IndexedDb>;

/// Whether the browser may throw the data away when the device runs short of room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Not asked yet.
    Unknown,
    /// The browser promised to keep it.
    Granted,
    /// The browser may throw it away: export often.
    Denied,
    /// The browser cannot say.
    Unsupported,
}

/// The line to the other tabs, as a handle.
#[derive(Clone, Copy)]
pub(super) struct Line(StoredValue<Option<Tabs>, LocalStorage>);

impl Line {
    pub(super) fn announce_visit(self, id: &VisitId) {
        self.announce(&TabNotice::VisitChanged(id.clone()));
    }

    pub(super) fn announce_references(self) {
        self.announce(&TabNotice::ReferencesChanged);
    }

    pub(super) fn announce_drafts(self) {
        self.announce(&TabNotice::DraftsChanged);
    }

    pub(super) fn announce_library(self) {
        self.announce(&TabNotice::LibraryChanged);
    }

    fn announce(self, notice: &TabNotice) {
        self.0.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.announce(notice);
            }
        });
    }
}

/// How each kind of reference data that was read is read anew.
type Refreshes = Vec<(ReferenceKind, fn(App))>;

/// The app. A handle: copies are the same app.
#[derive(Clone, Copy)]
pub struct App {
    /// Language, theme, person and device.
    pub prefs: Preferences,
    /// What is said in passing.
    pub notices: Notices,
    /// The list of supervisions and visits.
    pub library: Library,
    /// What was typed into forms and is not yet part of a record.
    pub drafts: Drafts,
    /// A file on its way in.
    pub incoming: Incoming,
    pub(super) calendar: CalendarState,
    pub(super) legal: Kept<LegalBases>,
    pub(super) procedures: ProcedureLists,
    pub(super) forms: Forms,
    /// A table from outside on its way in.
    pub reading: Reading,
    /// A table of figures from outside on its way in.
    pub figures_reading: FiguresReading,
    pub(super) tabs: Line,
    pub(super) route: RwSignal<Route>,
    protection: RwSignal<Protection>,
    update_waits: RwSignal<bool>,
    pub(super) offline: RwSignal<Readiness>,
    pub(super) delay: RwSignal<Option<Delay>>,
    pub(super) shared_data: RwSignal<bool>,
    store: StoredValue<Rc<Db>, LocalStorage>,
    pub(super) current: StoredValue<Option<Rc<dyn Held>>, LocalStorage>,
    /// Visits that were left before everything in them was saved.
    pub(super) left: StoredValue<Vec<Rc<dyn Held>>, LocalStorage>,
    asked_for_protection: StoredValue<Cell<bool>, LocalStorage>,
    refreshes: StoredValue<Refreshes, LocalStorage>,
}

impl App {
    /// Starts the app and makes it known to every view below. Called once, at the root.
    pub fn start() -> Self {
        let tabs = Line(StoredValue::new_local(None));
        let store = StoredValue::new_local(Rc::new(Store::new(IndexedDb::lazy(&page::kept_name()))));
        let app = Self {
            prefs: Preferences::load(),
            notices: Notices::default(),
            library: Library::default(),
            drafts: Drafts::new(store, tabs),
            incoming: Incoming::default(),
            calendar: CalendarState::default(),
            legal: Kept::default(),
            procedures: ProcedureLists::default(),
            forms: Forms::default(),
            reading: Reading::default(),
            figures_reading: FiguresReading::default(),
            tabs,
            route: RwSignal::new(Route::parse(&page::hash())),
            protection: RwSignal::new(Protection::Unknown),
            update_waits: RwSignal::new(false),
            offline: RwSignal::new(offline::readiness()),
            delay: RwSignal::new(None),
            shared_data: RwSignal::new(false),
            store,
            current: StoredValue::new_local(None),
            left: StoredValue::new_local(Vec::new()),
            asked_for_protection: StoredValue::new_local(Cell::new(false)),
            refreshes: StoredValue::new_local(Vec::new()),
        };
        provide_context(app);
        app.listen();
        app.expire_bin();
        app
    }

    /// The app, from any view.
    pub fn get() -> Self {
        expect_context()
    }

    fn listen(self) {
        page::on_hash_change(move |place| {
            page::leave_field();
            let next = Route::parse(&place);
            self.tell_what_is_left_unsaved(&next);
            self.route.set(next);
        })
        .keep();
        page::on_hide(move || self.write_before_leaving()).keep();
        page::on_leave(move || self.has_to_ask()).keep();
        updates::on_waiting(move || self.update_waits.set(true)).keep();
        offline::on_change(move |readiness| self.offline.set(readiness)).keep();
        self.store().backend().on_delay(move |delay| self.delay.set(delay));
        self.store().backend().on_lost(move |lost| {
            let lang = self.prefs.lang.get_untracked();
            match lost {
                Lost::ToUpgrade => {
                    self.flush();
                    self.notices.fail(words::NEWER_TAB.get(lang));
                }
                Lost::ToDeletion => self.notices.fail(words::STORE_DELETED.get(lang)),
                Lost::ByBrowser => {}
            }
        });
        let tabs = Tabs::join(move |notice| match notice {
            TabNotice::LibraryChanged => {
                self.library.refresh(self);
                spawn_local(self.check_unit());
            }
            TabNotice::ReferencesChanged => self.refresh_references(),
            TabNotice::DraftsChanged => self.drafts.outdate(),
            TabNotice::VisitChanged(id) => {
                self.library.refresh_if_read(self);
                if let Some(held) = self.current.get_value().filter(|held| *held.id() == id) {
                    held.reread();
                }
            }
        });
        self.tabs.0.set_value(Some(tabs));
        spawn_local(async move {
            self.protection.set(match persistence::is_persisted().await {
                Some(true) => Protection::Granted,
                Some(false) => Protection::Unknown,
                None => Protection::Unsupported,
            });
        });
    }

    /// Another tab changed reference data.
    fn refresh_references(self) {
        self.refreshes.get_value().into_iter().for_each(|(_, refresh)| refresh(self));
    }

    /// Has what was read of this kind be read anew whenever another tab changes reference data. Whoever reads it says how,
    /// so that the reading stays out of the first load.
    pub(super) fn refresh_by(self, kind: ReferenceKind, refresh: fn(Self)) {
        self.refreshes.update_value(|known| {
            if known.iter().all(|(other, _)| *other != kind) {
                known.push((kind, refresh));
            }
        });
    }

    /// A sentence in the language of the moment; reactive.
    pub fn t(self, text: Text) -> &'static str {
        text.get(self.prefs.lang.get())
    }

    /// The language of the moment; reactive.
    pub fn lang(self) -> Lang {
        self.prefs.lang.get()
    }

    /// Where the app is; reactive.
    pub fn route(self) -> Signal<Route> {
        self.route.into()
    }

    /// Goes to another place.
    pub fn go(self, route: &Route) {
        page::set_hash(&route.href());
    }

    /// Takes this place for the one that is shown: what was begun there now has an address of its own.
    pub fn stand_at(self, route: &Route) {
        page::replace_hash(&route.href());
        *self.route.write_untracked() = route.clone();
    }

    /// A new id, such as no other device makes.
    pub fn new_id(self) -> String {
        random::id()
    }

    /// A new id that sorts after those made before it; `place` orders those that are made at once.
    pub fn new_sorted_id(self, place: usize) -> String {
        let random = random::id();
        format!("{:012x}-{place:05}-{}", clock::now().timestamp_millis(), random.split('-').next().unwrap_or_default())
    }

    /// Today, on the device's calendar.
    pub fn today(self) -> NaiveDate {
        clock::today()
    }

    /// A moment on the device's clock.
    pub fn local(self, moment: DateTime<Utc>) -> NaiveDateTime {
        clock::local(moment)
    }

    /// How many bytes the browser says the app uses; none if it does not say.
    pub async fn usage_bytes(self) -> Option<f64> {
        persistence::usage_bytes().await
    }

    /// Whether the data is protected; reactive.
    pub fn protection(self) -> Signal<Protection> {
        self.protection.into()
    }

    /// Whether a new version waits; reactive.
    pub fn update_waits(self) -> Signal<bool> {
        self.update_waits.into()
    }

    /// Saves everything and changes to the version that waits; stays with this one if something cannot be saved.
    pub fn accept_update(self) {
        spawn_local(async move {
            self.settle().await;
            if self.is_settled() {
                updates::accept();
            } else {
                self.notices.fail(words::UPDATE_UNSAVED.get(self.prefs.lang.get_untracked()));
            }
        });
    }

    /// The store.
    pub(super) fn store(self) -> Rc<Db> {
        self.store.get_value()
    }

    /// Reports a store error, and says so once.
    pub(super) fn fail(self, error: &StoreError) {
        self.notices.fail(store_sentence(error, self.prefs.lang.get_untracked()));
    }

    /// Asks the browser, at the first save of a run, to keep the data for good.
    pub(super) fn ask_for_protection_once(self) {
        let asked = self.asked_for_protection.with_value(|asked| asked.replace(true));
        if asked || self.protection.get_untracked() == Protection::Granted {
            return;
        }
        spawn_local(async move {
            self.protection.set(match persistence::request().await {
                Some(true) => Protection::Granted,
                Some(false) => Protection::Denied,
                None => Protection::Unsupported,
            });
        });
    }
}
