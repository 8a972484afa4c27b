//! Drafts: what was typed and is not yet part of a record. Every form keeps one, so that nothing is lost by leaving it
//! (Back, a link, a reload, a kill); it is discarded on purpose, or when its record was stored.
//!
//! How it is used:
//!
//! - A **key** names the form and the record that it is about: `supervision/new`, `visit/<id>/finding/<id>`. Whatever belongs
//!   to a visit begins with `visit/<id>/`. Keys are ASCII.
//! - [`Drafts::ensure`] reads what is stored, once; [`Drafts::is_read`] says (reactive) whether that is done, and
//!   [`Drafts::held`] and [`Drafts::under`] give drafts from then on, without waiting.
//! - [`Drafts::keep`] takes the texts of a form at each key; they are written within half a second, and at once when the page
//!   is hidden or left. [`Drafts::discard`] deletes a draft.
//! - A draft that became an edit of a visit is handed over by [`Drafts::leave_with`]: the transaction that stores the edit
//!   deletes it, and where that fails it stays. One that became another record is deleted by the store with that record, and
//!   `Drafts::stored` is told.
//! - [`Drafts::open`] and [`Drafts::close`] say that a text which is in no record stands on the screen: a form that was typed
//!   into, a field whose text cannot be read. While [`Drafts::any`] is true nobody may say that everything is saved.
//!
//! Two tabs with the same form: the later text counts, and a tab that is told of the other's reads anew before it next fills
//! a form. Views use `ui::components::form_draft`, which does all of this for the fields of a form.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::domain::id::VisitId;
use crate::engine::drafts::{DraftQueue, WRITE_AFTER_MS};
use crate::storage::backend::StoreError;
pub use crate::storage::draft::{Draft, DraftField, of_json, to_json};
use crate::storage::store::draft_text;
use crate::words::catalogue::{drafts as words, notice::UNDO};

use super::App;
use super::app::{Db, Line};
use super::draft_place::place_of_draft;
use super::notice::NoticeAction;
use super::route::Route;
use super::start::start_now;

/// How long after a failed write the next try comes.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The drafts on this device. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Drafts {
    store: StoredValue<Rc<Db>, LocalStorage>,
    tabs: Line,
    inner: StoredValue<Inner, LocalStorage>,
    read: RwSignal<bool>,
    revived: RwSignal<u64>,
    elsewhere: RwSignal<u64>,
    open: RwSignal<BTreeSet<String>>,
    failure: RwSignal<Option<StoreError>>,
}

#[derive(Default)]
struct Inner {
    held: BTreeMap<String, Draft>,
    queue: DraftQueue,
    due: Option<TimeoutHandle>,
    under_way: usize,
    is_reading: bool,
    /// Drafts that were kept or discarded while the stored ones were being read: what was read of them is older.
    touched: BTreeSet<String>,
    /// Drafts that go with the next commit of a visit, or with another record that is being written.
    leaving: BTreeMap<String, Option<VisitId>>,
}

impl Inner {
    fn touch(&mut self, key: &str) {
        if self.is_reading {
            self.touched.insert(key.to_owned());
        }
    }
}

impl Drafts {
    pub(super) fn new(store: StoredValue<Rc<Db>, LocalStorage>, tabs: Line) -> Self {
        Self {
            store,
            tabs,
            inner: StoredValue::new_local(Inner::default()),
            read: RwSignal::new(false),
            revived: RwSignal::new(0),
            elsewhere: RwSignal::new(0),
            open: RwSignal::new(BTreeSet::new()),
            failure: RwSignal::new(None),
        }
    }

    fn with<T>(self, change: impl FnOnce(&mut Inner) -> T) -> Option<T> {
        self.inner.try_update_value(change)
    }

    /// Reads what is stored, if that was not done yet.
    pub fn ensure(self) {
        let begins = !self.read.get_untracked()
            && self.with(|inner| !std::mem::replace(&mut inner.is_reading, true)).unwrap_or_default();
        if !begins {
            return;
        }
        spawn_local(async move {
            // A draft never stops a page: where nothing can be read, forms begin with their records.
            let stored = self.store.get_value().drafts("").await.unwrap_or_default();
            self.with(|inner| {
                inner.is_reading = false;
                let touched = std::mem::take(&mut inner.touched);
                // What is not yet written is newer.
                let Inner { held, queue, .. } = inner;
                let is_newer = |key: &String| queue.waits(key) || touched.contains(key);
                held.retain(|key, _| is_newer(key));
                held.extend(stored.into_iter().filter(|(key, _)| !is_newer(key)));
            });
            self.read.set(true);
        });
    }

    /// Whether what is stored was read; reactive.
    pub fn is_read(self) -> bool {
        self.read.get()
    }

    /// Goes up when a draft that was discarded is taken back; reactive.
    pub fn revived(self) -> u64 {
        self.revived.get()
    }

    /// Another tab wrote drafts: they are read anew before the next form is filled.
    pub(super) fn outdate(self) {
        self.read.set(false);
        self.elsewhere.update(|elsewhere| *elsewhere += 1);
    }

    /// Goes up when another tab wrote drafts; reactive.
    pub fn changed_elsewhere(self) -> u64 {
        self.elsewhere.get()
    }

    /// Keeps these fields anew where another tab deleted the draft, by saving or discarding its own: what stands in a form
    /// here is still typed.
    pub fn keep_if_gone(self, key: &str, fields: Vec<DraftField>) {
        let key = key.to_owned();
        spawn_local(async move {
            if self.store.get_value().draft(&key).await == Ok(None) {
                self.put(&key, Draft { written: clock::now(), fields });
            }
        });
    }

    /// A draft, if there is one; not reactive.
    pub fn held(self, key: &str) -> Option<Draft> {
        self.inner.with_value(|inner| inner.held.get(key).cloned())
    }

    /// Whether a form has a draft to be filled from; not reactive. One that is on its way into a record is none.
    pub fn is_kept(self, key: &str) -> bool {
        self.inner.with_value(|inner| inner.held.contains_key(key) && !inner.leaving.contains_key(key))
    }

    /// The drafts whose keys begin so, in key order; not reactive.
    pub fn under(self, prefix: &str) -> Vec<(String, Draft)> {
        self.inner.with_value(|inner| {
            let rows = inner.held.range(prefix.to_owned()..).take_while(|(key, _)| key.starts_with(prefix));
            rows.map(|(key, draft)| (key.clone(), draft.clone())).collect()
        })
    }

    /// Keeps these fields as the draft of a form, written soon; without any field the draft is discarded. Whether the draft
    /// is another one than before.
    pub fn keep(self, key: &str, fields: Vec<DraftField>) -> bool {
        if fields.is_empty() {
            if self.inner.with_value(|inner| inner.held.contains_key(key) || inner.queue.waits(key)) {
                self.discard(key);
            }
            return false;
        }
        if self.inner.with_value(|inner| inner.held.get(key).is_some_and(|held| held.fields == fields)) {
            return false;
        }
        self.put(key, Draft { written: clock::now(), fields });
        true
    }

    /// Takes back a draft that was discarded; forms that are open with it are filled again.
    pub fn revive(self, key: &str, draft: Draft) {
        self.put(key, draft);
        self.revived.update(|revived| *revived += 1);
    }

    /// Takes note of a draft that was read with its visit, unless a newer text waits to be written.
    pub(super) fn found(self, key: &str, draft: Draft) {
        self.with(|inner| {
            if !inner.queue.waits(key) {
                inner.held.insert(key.to_owned(), draft);
            }
        });
    }

    fn put(self, key: &str, draft: Draft) {
        // Texts in a structure of texts: serialising them does not fail.
        let Ok(text) = draft_text(&draft) else { return };
        self.with(|inner| {
            inner.leaving.remove(key);
            inner.touch(key);
            inner.held.insert(key.to_owned(), draft);
            inner.queue.put(key, Some(text));
            if inner.due.is_none() {
                let after = Duration::from_millis(WRITE_AFTER_MS);
                // Without a timer it is written when the form or the page is left.
                inner.due = set_timeout_with_handle(move || self.flush(), after).ok();
            }
        });
    }

    /// Deletes a draft, on purpose or because its fields say what the record says.
    pub fn discard(self, key: &str) {
        self.with(|inner| {
            inner.leaving.remove(key);
            inner.touch(key);
            inner.held.remove(key);
            inner.queue.put(key, None);
        });
        self.flush();
    }

    /// Hands a draft to a visit that took it up in an edit: the commit of that edit deletes it. To be called right after the
    /// edit was dispatched. A new text of the form begins a draft of its own.
    pub fn leave_with(self, key: &str, visit: &VisitId) {
        self.leave(key, Some(visit.clone()));
    }

    /// As [`Self::leave_with`], for a draft that another record is about to be written from. [`Self::stored`] or
    /// [`Self::stay`] follows.
    pub(super) fn leave_with_record(self, key: Option<&str>) {
        if let Some(key) = key {
            self.leave(key, None);
        }
    }

    fn leave(self, key: &str, with: Option<VisitId>) {
        // Written first, so that what deletes it comes after it.
        self.flush();
        self.with(|inner| {
            if inner.held.contains_key(key) {
                inner.leaving.insert(key.to_owned(), with);
            }
        });
    }

    /// The record could not be written: its draft stays.
    pub(super) fn stay(self, key: Option<&str>) {
        self.with(|inner| key.and_then(|key| inner.leaving.remove(key)));
    }

    /// Whether a draft goes with the next commit of its visit.
    pub fn is_leaving(self, key: &str) -> bool {
        self.inner.with_value(|inner| inner.leaving.contains_key(key))
    }

    /// The drafts that go with the next commit of a visit.
    pub(super) fn leaving(self, visit: &VisitId) -> Vec<String> {
        self.inner.with_value(|inner| {
            let of_visit = inner.leaving.iter().filter(|(_, of)| of.as_ref() == Some(visit));
            of_visit.map(|(key, _)| key.clone()).collect()
        })
    }

    /// These drafts were deleted with the records that they became. One that was typed into since stays.
    pub(super) fn stored(self, keys: &[String]) {
        self.with(|inner| {
            for key in keys.iter().filter(|key| inner.leaving.remove(*key).is_some()) {
                inner.held.remove(key);
                inner.queue.forget(key);
            }
        });
        if !keys.is_empty() {
            self.tabs.announce_drafts();
        }
    }

    /// Writes what waits, now: at the first poll where the database is open.
    pub fn flush(self) {
        let batch = self.with(|inner| {
            if let Some(due) = inner.due.take() {
                due.clear();
            }
            let batch = inner.queue.take();
            inner.under_way += usize::from(!batch.rows.is_empty());
            batch
        });
        let Some(batch) = batch.filter(|batch| !batch.rows.is_empty()) else { return };
        let store = self.store.get_value();
        start_now(async move {
            let outcome = store.write_drafts(&batch.rows).await;
            let failed = outcome.is_err();
            self.with(|inner| {
                inner.under_way -= 1;
                if failed {
                    inner.queue.put_back(batch);
                    if inner.due.is_none() {
                        inner.due = set_timeout_with_handle(move || self.flush(), RETRY_AFTER).ok();
                    }
                }
            });
            if !failed {
                self.tabs.announce_drafts();
            }
            let failure = outcome.err().filter(|_| self.inner.with_value(|inner| !inner.queue.is_empty()));
            if self.failure.with_untracked(|before| *before != failure) {
                self.failure.set(failure);
            }
        });
    }

    /// Whether nothing waits to be written.
    pub(super) fn is_settled(self) -> bool {
        self.inner.with_value(|inner| inner.under_way == 0 && inner.queue.is_empty())
    }

    /// Whether the last write failed, and what it held still waits.
    pub(super) fn is_failing(self) -> bool {
        self.failure.with_untracked(Option::is_some)
    }

    /// Why drafts cannot be written at the moment; reactive.
    pub fn failure(self) -> Signal<Option<StoreError>> {
        self.failure.into()
    }

    /// Says that a text which is in no record stands on the screen.
    pub fn open(self, key: &str) {
        if self.open.with_untracked(|open| !open.contains(key)) {
            self.open.update(|open| {
                open.insert(key.to_owned());
            });
        }
    }

    /// Says that it does not any more: it became part of a record, was discarded, or its form was left.
    pub fn close(self, key: &str) {
        if self.open.with_untracked(|open| open.contains(key)) {
            self.open.update(|open| {
                open.remove(key);
            });
        }
    }

    /// Whether a text that is in no record stands on the screen; reactive.
    pub fn any(self) -> bool {
        self.open.with(|open| !open.is_empty())
    }

    /// The pages with a form that was left with a draft in it whose key begins so, in the order of the keys; reactive.
    pub fn left_under(self, prefix: &str) -> Vec<Route> {
        // What is read, written elsewhere or taken back changes the drafts; what is left, those that are open.
        let _ = (self.is_read(), self.changed_elsewhere(), self.revived());
        self.open.with(|open| {
            let left = |key: &String| !open.contains(key) && self.is_kept(key);
            let keys = self.under(prefix).into_iter().map(|(key, _)| key).filter(left);
            keys.filter_map(|key| place_of_draft(&key)).collect()
        })
    }

    /// Whether one stands there whose key begins so; reactive.
    pub fn any_under(self, prefix: &str) -> bool {
        self.open.with(|open| open.range(prefix.to_owned()..).next().is_some_and(|key| key.starts_with(prefix)))
    }
}

impl App {
    /// Says that a draft was discarded, and offers to take that back, at the place where it was.
    pub fn offer_draft_back(self, key: String, draft: Draft) {
        let place = self.route.get_untracked();
        // In a task of its own, a callback belongs to no page and outlives the one that is about to go.
        spawn_local(async move {
            let run = Callback::new(move |()| {
                self.drafts.revive(&key, draft.clone());
                if self.route.with_untracked(|now| *now != place) {
                    self.go(&place);
                }
            });
            let said = words::DISCARDED.get(self.prefs.lang.get_untracked());
            self.notices.offer(said, NoticeAction { label: UNDO, run });
        });
    }
}
