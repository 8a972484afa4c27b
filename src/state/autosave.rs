//! Autosave: changes queue up, one strict transaction at a time makes them durable, and the status says only what is
//! so. A failed write keeps its changes and is tried again; a write that another tab overtook is rebased on what that
//! tab wrote.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::random;
use crate::engine::open_visit::Write;
use crate::storage::backend::StoreError;
use crate::storage::store::Unsaved;

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

/// How long after a visit was opened it is looked at once more.
const LOOK_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The queue of one open visit.
pub(super) struct Autosave {
    pub(super) status: ArcRwSignal<SaveStatus>,
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
            busy: Cell::new(false),
            retry: Cell::new(None),
            page: random::id(),
            written_down: RefCell::default(),
        }
    }

    fn retry_no_more(&self) {
        if let Some(handle) = self.retry.take() {
            handle.clear();
        }
    }

    /// Gives up what is unsaved, as its visit was removed or replaced on purpose.
    pub(super) fn abandon(open: &Open) {
        open.engine.borrow_mut().abandon();
        open.autosave.retry_no_more();
    }

    /// Whether a write is under way.
    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    /// Writes what is queued soon, after the screen has shown it.
    pub(super) fn save_soon(open: &Rc<Open>) {
        open.autosave.set_status(SaveStatus::Saving);
        let open = open.clone();
        after_paint(move || {
            open.tell_all();
            Self::run(&open);
        });
    }

    /// Writes what is queued, now.
    pub(super) fn run(open: &Rc<Open>) {
        let autosave = &open.autosave;
        if autosave.busy.get() || !open.engine.borrow().has_queue() {
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
        let unsaved = open.engine.borrow().unsaved();
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
    pub(super) async fn take_up(open: &Rc<Open>, unsaved: Vec<Unsaved>) {
        if unsaved.is_empty() {
            return;
        }
        // A history that cannot be read keeps nobody from opening the visit; what was written down waits for the next time.
        let Ok(Some((stored, _, history))) = open.app.store().visit_with_history(&open.id).await else { return };
        open.autosave.written_down.borrow_mut().extend(unsaved.iter().map(|unsaved| unsaved.key.clone()));
        let refused = open.engine.borrow_mut().take_up(unsaved, stored, &history);
        open.say_not_made_again(refused);
        open.rederive_all();
        if open.engine.borrow().has_queue() {
            open.autosave.set_status(SaveStatus::Saving);
            Self::run(open);
        } else if open.is_idle() {
            Self::forget_written_down(open);
        }
    }

    /// Looks once more, a moment after a visit was opened: what the page before it wrote as it went away may reach the
    /// database after the first reading of this one.
    pub(super) fn look_again_soon(open: &Rc<Open>) {
        let open = Rc::downgrade(open);
        let look = move || {
            if let Some(open) = open.upgrade() {
                spawn_local(async move { Self::look_again(&open).await });
            }
        };
        // Without a timer the next opening finds it.
        drop(set_timeout_with_handle(look, LOOK_AGAIN_AFTER));
    }

    async fn look_again(open: &Rc<Open>) {
        // Where nothing can be read now, the next write says so.
        let Ok((revision, mut unsaved)) = open.app.store().news_of(&open.id).await else { return };
        unsaved.retain(|unsaved| !open.autosave.written_down.borrow().contains(&unsaved.key));
        if !unsaved.is_empty() {
            Self::take_up(open, unsaved).await;
        } else if revision != Some(open.engine.borrow().visit().revision) {
            reread(open.clone()).await;
        }
    }

    pub(super) fn set_status(&self, status: SaveStatus) {
        if *self.status.read_untracked() != status {
            self.status.set(status);
        }
    }
}

impl Open {
    /// Whether every change is durable.
    pub(super) fn is_idle(&self) -> bool {
        !self.autosave.is_busy() && self.engine.borrow().is_saved()
    }
}

async fn write_all(open: &Rc<Open>) -> Result<(), StoreError> {
    let store = open.app.store();
    loop {
        let Some(Write { commit, summary }) = open.engine.borrow_mut().begin_write()? else {
            Autosave::forget_written_down(open);
            return Ok(());
        };
        let drafts = open.app.drafts;
        let became = drafts.leaving(&open.id);
        match store.commit(commit.with_drafts_gone(&became)).await {
            Ok(()) => {
                open.engine.borrow_mut().written();
                drafts.stored(&became);
                open.app.library.replace_summary(summary);
                open.app.tabs.announce_visit(&open.id);
                open.app.ask_for_protection_once();
            }
            Err(StoreError::Conflict { .. }) => {
                let rebased = rebase(open).await;
                if rebased.is_err() {
                    open.engine.borrow_mut().not_written();
                }
                rebased?;
            }
            Err(error) => {
                open.engine.borrow_mut().not_written();
                return Err(error);
            }
        }
    }
}

/// Another tab wrote first: take its visit, and make our unsaved changes again on top of it.
async fn rebase(open: &Rc<Open>) -> Result<(), StoreError> {
    let stored = open.app.store().visit_with_history(&open.id).await?;
    let (visit, template, history) = stored.ok_or_else(|| StoreError::Missing { key: open.id.to_string() })?;
    if template.reference() != open.template.reference() {
        // An import put another template in its place: changes made under this one do not fit it.
        return Err(StoreError::Conflict { key: open.id.to_string() });
    }
    let refused = open.engine.borrow_mut().rebase(visit, &history);
    open.rederive_all();
    open.say_changed_elsewhere();
    open.say_not_made_again(refused);
    Ok(())
}

/// Reads a visit again that another tab changed, removed or replaced.
pub(super) async fn reread(open: Rc<Open>) {
    if !open.is_idle() {
        // Our own write will meet the conflict and rebase.
        return;
    }
    let (visit, template) = match open.app.store().visit(&open.id).await {
        Ok(Some(stored)) => stored,
        Ok(None) => return open.app.draw_visit_anew(&open.id),
        // Whoever opens it next is told.
        Err(_) => return,
    };
    if !open.is_idle() || visit == *open.engine.borrow().visit() {
        return;
    }
    if template.reference() != open.template.reference() {
        return open.app.draw_visit_anew(&open.id);
    }
    open.engine.borrow_mut().replace(visit);
    open.rederive_all();
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
