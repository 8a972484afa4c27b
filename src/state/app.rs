//! The app as every view sees it: preferences, notices, the place, the library, the open visit.

use std::cell::Cell;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::idb::{DATABASE_NAME, IndexedDb, Lost};
use crate::browser::tabs::{Notice as TabNotice, Tabs};
use crate::browser::{clock, page, persistence, random, updates};
use crate::domain::calendar::Calendar;
use crate::domain::id::VisitId;
use crate::domain::regime::LegalBases;
use crate::storage::backend::StoreError;
use crate::storage::store::Store;
use crate::words::catalogue::notice as words;
use crate::words::{Lang, Text};

use super::calendar::CalendarState;
use super::figures_reading::FiguresReading;
use super::forms::Forms;
use super::held::Held;
use super::incoming::Incoming;
use super::library::Library;
use super::notice::{Notices, store_sentence};
use super::open::Open;
use super::preferences::Preferences;
use super::procedures::ProcedureLists;
use super::reading::Reading;
use super::references::Kept;
use super::route::Route;
use super::session::Session;

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

/// A visit on its way to the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// It is being read.
    Loading,
    /// There is none with this id.
    Missing,
    /// It cannot be read, for this reason.
    Failed(Unreadable),
    /// Here it is.
    Ready(SessionHandle),
}

/// Why a visit cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable(StoreError);

impl Unreadable {
    /// For this reason.
    pub(super) fn of(error: StoreError) -> Self {
        Self(error)
    }

    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        store_sentence(&self.0, lang)
    }

    /// Whether there is a broken record to hand out.
    pub fn has_record(&self) -> bool {
        matches!(self.0, StoreError::Corrupt { text: Some(_), .. })
    }

    /// Hands the broken record to the person, as it is.
    pub fn download(&self, app: App) {
        if let StoreError::Corrupt { table, key, text: Some(text), .. } = &self.0 {
            app.download_corrupt(table, key, text);
        }
    }
}

/// A [`Session`] that compares by the visit it is a handle on.
#[derive(Clone, Copy)]
pub struct SessionHandle(pub Session);

impl std::fmt::Debug for SessionHandle {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Session")
    }
}

impl PartialEq for SessionHandle {
    fn eq(&self, _: &Self) -> bool {
        // Two handles are never known to be the same: the view is drawn anew.
        false
    }
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

/// The app. A handle: copies are the same app.
#[derive(Clone, Copy)]
pub struct App {
    /// Language, theme, person and device.
    pub prefs: Preferences,
    /// What is said in passing.
    pub notices: Notices,
    /// The list of supervisions and visits.
    pub library: Library,
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
    route: RwSignal<Route>,
    protection: RwSignal<Protection>,
    update_waits: RwSignal<bool>,
    store: StoredValue<Rc<Db>, LocalStorage>,
    current: StoredValue<Option<Rc<dyn Held>>, LocalStorage>,
    /// Visits that were left before everything in them was saved.
    left: StoredValue<Vec<Rc<dyn Held>>, LocalStorage>,
    asked_for_protection: StoredValue<Cell<bool>, LocalStorage>,
}

impl App {
    /// Starts the app and makes it known to every view below. Called once, at the root.
    pub fn start() -> Self {
        let app = Self {
            prefs: Preferences::load(),
            notices: Notices::default(),
            library: Library::default(),
            incoming: Incoming::default(),
            calendar: CalendarState::default(),
            legal: Kept::default(),
            procedures: ProcedureLists::default(),
            forms: Forms::default(),
            reading: Reading::default(),
            figures_reading: FiguresReading::default(),
            tabs: Line(StoredValue::new_local(None)),
            route: RwSignal::new(Route::parse(&page::hash())),
            protection: RwSignal::new(Protection::Unknown),
            update_waits: RwSignal::new(false),
            store: StoredValue::new_local(Rc::new(Store::new(IndexedDb::lazy(DATABASE_NAME)))),
            current: StoredValue::new_local(None),
            left: StoredValue::new_local(Vec::new()),
            asked_for_protection: StoredValue::new_local(Cell::new(false)),
        };
        provide_context(app);
        app.listen();
        app
    }

    /// The app, from any view.
    pub fn get() -> Self {
        expect_context()
    }

    fn listen(self) {
        page::on_hash_change(move |place| self.route.set(Route::parse(&place))).keep();
        page::on_hide(move || self.flush()).keep();
        updates::on_waiting(move || self.update_waits.set(true)).keep();
        self.store().backend().on_lost(move |lost| {
            if lost == Lost::ToUpgrade {
                self.flush();
                self.notices.fail(words::NEWER_TAB.get(self.prefs.lang.get_untracked()));
            }
        });
        let tabs = Tabs::join(move |notice| match notice {
            TabNotice::LibraryChanged => {
                self.library.refresh(self);
                spawn_local(self.check_unit());
            }
            TabNotice::ReferencesChanged => self.refresh_references(),
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
        self.refresh_reference::<Calendar>();
        self.refresh_reference::<LegalBases>();
        if matches!(self.route.get_untracked(), Route::ProcedureLists) {
            spawn_local(self.read_procedure_lists());
        }
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

    /// Dispatches what was typed and starts saving at once.
    pub fn flush(self) {
        self.opened().iter().for_each(|held| held.flush());
    }

    /// Whether nothing waits to be saved.
    pub(super) fn is_settled(self) -> bool {
        self.opened().iter().all(|held| held.is_idle())
    }

    /// The open visit, and those that were left before everything in them was saved.
    pub(super) fn opened(self) -> Vec<Rc<dyn Held>> {
        self.left.update_value(|left| left.retain(|held| !held.is_idle()));
        self.current.get_value().into_iter().chain(self.left.get_value()).collect()
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

    /// Opens a visit for the page that calls. The visit that was open is saved first.
    pub fn open_visit(self, id: VisitId) -> RwSignal<Opening> {
        if let Some(held) = self.current.get_value().filter(|held| *held.id() == id) {
            return RwSignal::new(Opening::Ready(SessionHandle(Session::new(held.open()))));
        }
        self.leave_current();
        let left = self.opened().into_iter().find(|held| *held.id() == id);
        if let Some(held) = left {
            // What it holds is newer than what is stored.
            self.left.update_value(|left| left.retain(|other| *other.id() != id));
            let open = held.open();
            self.current.set_value(Some(held));
            return RwSignal::new(Opening::Ready(SessionHandle(Session::new(open))));
        }
        let opening = RwSignal::new(Opening::Loading);
        let owner = Owner::current();
        spawn_local(async move {
            let outcome = self.read_visit(&id).await;
            if opening.is_disposed() {
                return;
            }
            opening.set(match outcome {
                Ok(None) => Opening::Missing,
                Err(error) => Opening::Failed(Unreadable(error)),
                Ok(Some(open)) => {
                    self.current.set_value(Some(Rc::new(open.clone())));
                    let session = match &owner {
                        Some(owner) => owner.with(|| Session::new(open)),
                        None => Session::new(open),
                    };
                    Opening::Ready(SessionHandle(session))
                }
            });
        });
        opening
    }

    async fn read_visit(self, id: &VisitId) -> Result<Option<Rc<Open>>, StoreError> {
        let Some((visit, template, Some(supervision))) = self.store().visit_to_work_on(id).await? else {
            return Ok(None);
        };
        let Some(unit) = supervision.unit(&visit.unit).cloned() else {
            return Ok(None);
        };
        let calendar = if visit.dossiers.is_empty() { None } else { self.judging_calendar().await };
        Ok(Some(Open::new(self, supervision, unit, template, visit, calendar)))
    }

    /// Starts saving the open visit, and keeps it until that is done.
    fn leave_current(self) {
        self.flush();
        if let Some(held) = self.current.get_value() {
            self.current.set_value(None);
            self.left.update_value(|left| left.push(held));
        }
    }

    /// Leaves the open visit and draws its page anew, if it is this one and is shown: its unit or its template changed.
    pub(super) fn draw_visit_anew(self, id: &VisitId) {
        if self.current.with_value(|held| held.as_ref().is_some_and(|held| held.id() == id)) {
            self.leave_current();
            if self.route.with_untracked(|route| route.visit() == Some(id)) {
                self.route.update(|_| ());
            }
        }
    }

    /// Forgets visits whose records were removed or replaced on purpose, unsaved changes included.
    pub(super) fn forget_visits(self, ids: &[VisitId]) {
        self.opened().iter().filter(|held| ids.contains(held.id())).for_each(|held| held.abandon());
        // Another tab may have one of them open, and a counter that happens to fit.
        ids.iter().for_each(|id| self.tabs.announce_visit(id));
        self.left.update_value(|left| left.retain(|held| !ids.contains(held.id())));
        if self.current.with_value(|held| held.as_ref().is_some_and(|held| ids.contains(held.id()))) {
            self.current.set_value(None);
        }
    }

    /// Draws the open visit anew where another tab changed its unit: the level sets the targets of ratios.
    async fn check_unit(self) {
        let Some(held) = self.current.get_value() else { return };
        if let Ok(Some(supervision)) = self.store().supervision(held.supervision()).await
            && supervision.unit(&held.unit().id) != Some(held.unit())
        {
            self.draw_visit_anew(held.id());
        }
    }
}
