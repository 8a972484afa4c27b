//! Autosave: changes queue up, one strict transaction at a time makes them durable, and the status says only what is
//! so. A failed write keeps its changes and is tried again; a write that another tab overtook is rebased on what that
//! tab wrote.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::random;
use crate::domain::edit::Change;
use crate::domain::progress::summary;
use crate::storage::backend::StoreError;
use crate::storage::store::{Commit, Unsaved};

use super::app::Db;
use super::notice::store_sentence;
use super::open::Open;
use super::start::start_now;

/// Whether what is on the screen is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Everything is in a completed transaction.
    Saved,
    /// Something is not yet.
    Saving,
    /// Some text cannot be read, so it is not part of the visit.
    Typing,
    /// The last write failed, for this reason; its changes are kept and tried again.
    Failed(String),
}

impl SaveStatus {
    /// The word for `data-state`.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::Typing => "typing",
            Self::Failed(_) => "failed",
        }
    }
}

/// How long after a failure the next try comes.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The queue of one open visit.
pub(super) struct Autosave {
    pub(super) status: ArcRwSignal<SaveStatus>,
    queue: RefCell<Vec<Change>>,
    /// What the transaction under way writes.
    writing: RefCell<Vec<Change>>,
    busy: Cell<bool>,
    retry: Cell<Option<TimeoutHandle>>,
    /// Tells the rows that this page writes down from those of others.
    page: String,
    /// The keys of what this page or one before it wrote down, until it is durable.
    written_down: RefCell<Vec<String>>,
}

impl Autosave {
    pub(super) fn new() -> Self {
        Self {
            status: ArcRwSignal::new(SaveStatus::Saved),
            queue: RefCell::default(),
            writing: RefCell::default(),
            busy: Cell::new(false),
            retry: Cell::new(None),
            page: random::id(),
            written_down: RefCell::default(),
        }
    }

    /// Takes a change that is already part of the visit, without writing it yet.
    pub(super) fn put_in_queue(&self, change: Change) {
        self.queue.borrow_mut().push(change);
    }

    /// The changes that are not known to be durable, oldest first.
    pub(super) fn unsaved(&self) -> Vec<Change> {
        self.writing.borrow().iter().chain(self.queue.borrow().iter()).cloned().collect()
    }

    /// Gives up what is unsaved, as its visit was removed or replaced on purpose.
    pub(super) fn abandon(&self) {
        self.queue.borrow_mut().clear();
        self.retry_no_more();
    }

    fn retry_no_more(&self) {
        if let Some(handle) = self.retry.take() {
            handle.clear();
        }
    }

    /// Whether every change is durable.
    pub(super) fn is_idle(&self) -> bool {
        !self.busy.get() && self.queue.borrow().is_empty()
    }

    /// Takes a change and writes it soon, after the screen has shown it.
    pub(super) fn queue(open: &Rc<Open>, change: Change) {
        let autosave = &open.autosave;
        autosave.put_in_queue(change);
        autosave.set_status(SaveStatus::Saving);
        let open = open.clone();
        after_paint(move || {
            open.tell_all();
            Self::run(&open);
        });
    }

    /// Writes what is queued, now.
    pub(super) fn run(open: &Rc<Open>) {
        let autosave = &open.autosave;
        if autosave.busy.get() || autosave.queue.borrow().is_empty() {
            return;
        }
        autosave.busy.set(true);
        autosave.retry_no_more();
        let open = open.clone();
        start_now(async move {
            let outcome = write_all(&open).await;
            let autosave = &open.autosave;
            autosave.busy.set(false);
            match outcome {
                Ok(()) => open.settle(),
                Err(error) => {
                    let lang = open.app.prefs.lang.get_untracked();
                    autosave.set_status(SaveStatus::Failed(store_sentence(&error, lang)));
                    let again = open.clone();
                    // Without a timer the next change tries again.
                    autosave.retry.set(set_timeout_with_handle(move || Self::run(&again), RETRY_AFTER).ok());
                }
            }
        });
    }

    /// Writes down what is not known to be durable, under a key of its own, before this returns: a page that goes away
    /// may not hear whether its commits end, nor make its changes again on top of another tab's.
    pub(super) fn write_down(open: &Rc<Open>) {
        let unsaved = open.autosave.unsaved();
        if unsaved.is_empty() {
            return;
        }
        let key = Db::key_of_written_down(&open.id, &open.autosave.page);
        let mut keys = open.autosave.written_down.borrow_mut();
        if !keys.contains(&key) {
            keys.push(key);
        }
        drop(keys);
        let open = open.clone();
        start_now(async move {
            // Where this fails the commit fails too, and that is told.
            drop(open.app.store().write_down(&open.id, &open.autosave.page, &unsaved).await);
        });
    }

    /// Forgets what was written down, as everything is durable.
    fn forget_written_down(open: &Rc<Open>) {
        let keys = open.autosave.written_down.take();
        if keys.is_empty() {
            return;
        }
        let open = open.clone();
        start_now(async move {
            // What stays is found to be part of the visit when it is next opened.
            drop(open.app.store().forget_written_down(&keys).await);
        });
    }

    /// Makes the changes again that pages before this one wrote down as they went away, where they did not reach the visit.
    pub(super) async fn take_up(open: &Rc<Open>, mut unsaved: Vec<Unsaved>) {
        if unsaved.is_empty() {
            return;
        }
        // A history that cannot be read keeps nobody from opening the visit; what was written down waits for the next time.
        let Ok(history) = open.app.store().history(&open.id).await else { return };
        let mut refused = 0;
        unsaved.sort_by_key(|unsaved| unsaved.changes.first().map(|change| change.stamp.at));
        for unsaved in unsaved {
            open.autosave.written_down.borrow_mut().push(unsaved.key.clone());
            refused += open.replay_all(unsaved.missing_from(&history));
        }
        open.say_not_made_again(refused);
        if open.autosave.queue.borrow().is_empty() {
            Self::forget_written_down(open);
        } else {
            open.autosave.set_status(SaveStatus::Saving);
            open.settle_in();
            Self::run(open);
        }
    }

    pub(super) fn set_status(&self, status: SaveStatus) {
        if *self.status.read_untracked() != status {
            self.status.set(status);
        }
    }
}

async fn write_all(open: &Rc<Open>) -> Result<(), StoreError> {
    let store = open.app.store();
    loop {
        let batch = open.autosave.queue.take();
        if batch.is_empty() {
            Autosave::forget_written_down(open);
            return Ok(());
        }
        let (commit, short) = {
            let visit = open.visit.borrow();
            let judging = open.judging.borrow();
            let short = summary(&open.template, &visit, judging.evidence(), open.unit.level);
            (Commit::of(&visit, &batch, &short)?, short)
        };
        open.autosave.writing.replace(batch.clone());
        let drafts = open.app.drafts;
        let became = drafts.leaving(&open.id);
        let outcome = store.commit(commit.with_drafts_gone(&became)).await;
        open.autosave.writing.take();
        match outcome {
            Ok(()) => {
                drafts.stored(&became);
                open.app.library.replace_summary(short);
                open.app.tabs.announce_visit(&open.id);
                open.app.ask_for_protection_once();
            }
            Err(StoreError::Conflict { .. }) => {
                put_back(open, batch);
                rebase(open).await?;
            }
            Err(error) => {
                put_back(open, batch);
                return Err(error);
            }
        }
    }
}

/// Returns a batch that was not written to the head of the queue.
fn put_back(open: &Rc<Open>, mut batch: Vec<Change>) {
    let mut queue = open.autosave.queue.borrow_mut();
    batch.append(&mut queue);
    *queue = batch;
}

/// Another tab wrote first: take its visit, and make our unsaved changes again on top of it.
async fn rebase(open: &Rc<Open>) -> Result<(), StoreError> {
    let stored = open.app.store().visit(&open.id).await?;
    let (visit, template) = stored.ok_or_else(|| StoreError::Missing { key: open.id.to_string() })?;
    if template.reference() != open.template.reference() {
        // An import put another template in its place: changes made under this one do not fit it.
        return Err(StoreError::Conflict { key: open.id.to_string() });
    }
    let pending = open.autosave.queue.take();
    open.replace_visit(visit);
    let refused = open.replay_all(pending);
    open.settle_in();
    open.say_changed_elsewhere();
    open.say_not_made_again(refused);
    Ok(())
}

/// Reads a visit again that another tab changed, removed or replaced.
pub(super) async fn reread(open: Rc<Open>) {
    if !open.autosave.is_idle() {
        // Our own write will meet the conflict and rebase.
        return;
    }
    let (visit, template) = match open.app.store().visit(&open.id).await {
        Ok(Some(stored)) => stored,
        Ok(None) => return open.app.draw_visit_anew(&open.id),
        // Whoever opens it next is told.
        Err(_) => return,
    };
    if !open.autosave.is_idle() || visit == *open.visit.borrow() {
        return;
    }
    if template.reference() != open.template.reference() {
        return open.app.draw_visit_anew(&open.id);
    }
    open.replace_visit(visit);
    open.settle_in();
    open.say_changed_elsewhere();
}

/// Runs something once the screen has shown what led to it, and soon even in a tab that is not shown at all.
fn after_paint(run: impl FnOnce() + 'static) {
    let run = Rc::new(Cell::new(Some(run)));
    let painted = run.clone();
    request_animation_frame(move || {
        set_timeout(move || take_and_run(&painted), Duration::ZERO);
    });
    set_timeout(move || take_and_run(&run), Duration::from_millis(60));
}

fn take_and_run(run: &Cell<Option<impl FnOnce()>>) {
    if let Some(run) = run.take() {
        run();
    }
}
