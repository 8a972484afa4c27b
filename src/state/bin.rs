//! Deleting supervisions and visits, which wait in the bin, and having them back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::progress::summary;
use crate::storage::backend::StoreError;
pub use crate::storage::store::{BIN_DAYS, BinEntry};
use crate::storage::store::{CorruptRecord, RestoreError, Restored, VisitToWorkOn};
use crate::words::catalogue::{bin as words, notice};
use crate::words::{Lang, Text};

use super::App;
use super::library::Library;
use super::notice::{NoticeAction, store_sentence};
use super::owner_scope::OwnerScope;
use super::route::Route;

/// What the page of the bin shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bin {
    /// It is being read.
    Reading,
    /// It cannot be read, for this reason.
    Failed(String),
    /// Here it is, the latest deletion first.
    Ready(Vec<InBin>),
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InBin {
    /// An entry.
    Entry(Box<BinEntry>),
    /// One whose short form cannot be read: what is left of that.
    Broken(CorruptRecord),
}

impl InBin {
    /// What tells it from the others.
    pub fn key(&self) -> &str {
        match self {
            Self::Entry(entry) => &entry.key,
            Self::Broken(record) => record.key.split_once('/').map_or("", |(_, key)| key),
        }
    }
}

impl Library {
    /// Puts a supervision with its visits into the bin, and offers to take that back.
    pub fn delete_supervision(self, app: App, id: SupervisionId) {
        self.delete(app, id, None);
    }

    /// Puts a visit into the bin, and offers to take that back.
    pub fn delete_visit(self, app: App, supervision: SupervisionId, id: VisitId) {
        self.delete(app, supervision, Some(id));
    }

    fn delete(self, app: App, supervision: SupervisionId, only: Option<VisitId>) {
        let name = format!("delete {supervision} {only:?}");
        self.run_exclusive(name, async move {
            // What was just typed goes along.
            app.settle().await;
            match app.store().put_into_bin(&supervision, only.as_ref(), &app.stamp()).await {
                Ok(Some(binned)) => {
                    app.forget_visits(&binned.visits);
                    self.leave_deleted(app, &supervision, only.is_some()).await;
                    let (key, lang) = (binned.entry.key, app.prefs.lang.get_untracked());
                    let said = if only.is_some() { notice::VISIT_DELETED } else { notice::SUPERVISION_DELETED };
                    let run = Callback::new(move |()| app.restore(key.clone(), false, None));
                    app.notices.offer(said.get(lang), NoticeAction { label: notice::UNDO, run });
                }
                Ok(None) => app.fail(&StoreError::Missing { key: supervision.to_string() }),
                Err(StoreError::QuotaExceeded { .. }) => self.offer_without_bin(app, supervision, only),
                Err(error) => app.fail(&error),
            }
        });
    }

    /// A full device cannot hold what is deleted a second time, and deleting is what makes room.
    fn offer_without_bin(self, app: App, supervision: SupervisionId, only: Option<VisitId>) {
        let run = Callback::new(move |()| {
            let (supervision, only) = (supervision.clone(), only.clone());
            let name = format!("delete for good {supervision} {only:?}");
            self.run_exclusive(name, async move {
                match app.store().delete_for_good(&supervision, only.as_ref(), &app.stamp()).await {
                    Ok(Some(gone)) => {
                        app.forget_visits(&gone.visits);
                        self.leave_deleted(app, &supervision, only.is_some()).await;
                        app.notices.say(words::EMPTIED.get(app.prefs.lang.get_untracked()));
                    }
                    Ok(None) => {}
                    Err(error) => app.fail(&error),
                }
            });
        });
        let sentence = words::NO_ROOM.get(app.prefs.lang.get_untracked());
        app.notices.offer(sentence, NoticeAction { label: words::EMPTY_OUT, run });
    }

    async fn leave_deleted(self, app: App, supervision: &SupervisionId, is_visit: bool) {
        self.after_change(app).await;
        app.go(&if is_visit { Route::Supervision(supervision.clone()) } else { Route::Home });
    }
}

impl App {
    /// What is in the bin; reactive. Read at the call, and again when the library changes, in another tab as well.
    pub fn bin(self) -> Signal<Bin> {
        let (bin, scope) = (RwSignal::new(Bin::Reading), OwnerScope::here());
        let supervisions = self.library.supervisions();
        Effect::new(move || {
            supervisions.track();
            scope.spawn(async move {
                let read = self.store().bin().await;
                bin.set(match read {
                    Ok(listing) => {
                        let entries = listing.items.into_iter().rev().map(|entry| InBin::Entry(Box::new(entry)));
                        Bin::Ready(entries.chain(listing.corrupt.into_iter().map(InBin::Broken)).collect())
                    }
                    Err(error) => Bin::Failed(store_sentence(&error, self.prefs.lang.get_untracked())),
                });
            });
        });
        bin.into()
    }

    /// Brings an entry of the bin back. Where the same is here meanwhile, nothing happens unless it is to `replace` that:
    /// `is_here` is told so, or else the person.
    pub fn restore(self, key: String, replace: bool, is_here: Option<Callback<()>>) {
        self.library.run_exclusive(format!("restore {key}"), async move {
            let (stamp, lang) = (self.stamp(), self.prefs.lang.get_untracked());
            match self.store().restore(&key, replace.then_some(&stamp)).await {
                Ok(restored) => {
                    self.show_restored(&restored).await;
                    self.notices.say(words::RESTORED.get(lang));
                }
                Err(RestoreError::IsHere(_)) if is_here.is_some_and(|told| told.try_run(()).is_some()) => {}
                Err(error) => self.notices.fail(restore_sentence(&error, lang)),
            }
        });
    }

    async fn show_restored(self, restored: &Restored) {
        self.forget_visits(&restored.visits);
        if restored.is_visit {
            for id in &restored.visits {
                match self.refresh_short_form(id).await {
                    // It is listed with what cannot be read.
                    Ok(()) | Err(StoreError::Corrupt { .. } | StoreError::Missing { .. }) => {}
                    Err(error) => self.fail(&error),
                }
            }
        }
        self.library.after_change(self).await;
        // Its page may be the one that said that there is none.
        if self.route.with_untracked(|route| route.visit().is_some_and(|id| restored.visits.contains(id))) {
            self.route.update(|_| ());
        }
    }

    /// The level of the unit sets the targets of ratios, and may be another one by now.
    async fn refresh_short_form(self, id: &VisitId) -> Result<(), StoreError> {
        let store = self.store();
        let Some(VisitToWorkOn { visit, template, supervision: Some(supervision), .. }) =
            store.visit_to_work_on(id).await?
        else {
            return Ok(());
        };
        let Some(unit) = supervision.unit(&visit.unit) else { return Ok(()) };
        let evidence = self.evidence(&visit, &template).await;
        store.put_summary(&summary(&template, &visit, &evidence, unit.level)).await
    }

    /// Empties an entry out of the bin, for good.
    pub fn empty_from_bin(self, key: String) {
        self.library.run_exclusive(format!("empty {key}"), async move {
            match self.store().empty_from_bin(&key).await {
                Ok(()) => {
                    self.library.after_change(self).await;
                    self.notices.say(words::EMPTIED.get(self.prefs.lang.get_untracked()));
                }
                Err(error) => self.fail(&error),
            }
        });
    }

    /// The moment now, on the device's clock.
    pub fn now(self) -> chrono::DateTime<chrono::Utc> {
        clock::now()
    }

    /// Empties what has been in the bin for longer than [`BIN_DAYS`]. What stands in its way waits for the next start.
    pub(super) fn expire_bin(self) {
        spawn_local(async move { drop(self.store().expire_bin(clock::now()).await) });
    }
}

/// Why something does not come back, in words.
fn restore_sentence(error: &RestoreError, lang: Lang) -> String {
    let said: Text = match error {
        RestoreError::IsHere(_) => words::IS_HERE,
        RestoreError::NoSupervision(_) => words::NO_SUPERVISION,
        RestoreError::NoUnit => words::NO_UNIT,
        RestoreError::VisitElsewhere(id) => return words::ELSEWHERE.get(lang).replace("{id}", id),
        RestoreError::TemplateDiffers(key) => return words::TEMPLATE_DIFFERS.get(lang).replace("{key}", key),
        RestoreError::Store(error) => return store_sentence(error, lang),
    };
    said.get(lang).to_owned()
}
