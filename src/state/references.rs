//! Reference data that judgements rest on and that a user may change: what comes with the app, what the user made of
//! it, and how a change is written, announced to the other tabs and taken back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::browser::{clock, files};
use crate::domain::answer::Stamp;
use crate::domain::reference::{Differences, Reference, differences};
use crate::storage::backend::StoreError;
use crate::storage::gate::Refusal;
use crate::storage::reference::{REFERENCE_FORMAT, ReferenceKind, ReferenceRecord};
pub use crate::storage::store::CorruptRecord;
use crate::storage::store::Found;
use crate::words::catalogue::{notice as words, references};
use crate::words::{Lang, Text};

use super::App;
use super::library::{Loading, Unread};
use super::notice::{NoticeAction, reading_sentence, store_sentence};

/// Why reference data cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceError {
    /// The store does not give it.
    Store(StoreError),
    /// The file that comes with the app is not there.
    Absent(&'static str),
    /// The file that comes with the app is not what it must be.
    Refused(Refusal),
}

impl ReferenceError {
    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Store(error) => reading_sentence(error, lang),
            Self::Absent(name) => words::ASSET_FAILED.get(lang).replace("{name}", name),
            Self::Refused(refusal) => refusal.sentence(lang),
        }
    }
}

/// Reference data of one kind, as the app holds it. A handle: copies are the same.
pub(super) struct Kept<T: 'static>(pub(super) RwSignal<Loading<Arc<InUse<T>>>>);

impl<T: Send + Sync> Default for Kept<T> {
    fn default() -> Self {
        Self(RwSignal::new(Loading::Waiting))
    }
}

impl<T> Copy for Kept<T> {}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

/// Reference data in use, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct InUse<T> {
    /// The data: the user's where there are any, else those of the app.
    pub value: T,
    /// Those of the app.
    pub bundled: T,
    /// What the user made, if anything.
    pub own: Option<Own<T>>,
    /// A record of the user's that cannot be read: it is kept, and the data of the app are used.
    pub corrupt: Option<CorruptRecord>,
    revision: Option<u64>,
}

/// What is known of the user's data.
#[derive(Clone, Debug, PartialEq)]
pub struct Own<T> {
    /// Who changed them last, and when.
    pub changed: Stamp,
    /// The data of the app that they were made from.
    pub base: T,
}

/// Where reference data come from, for the page to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The version in use.
    pub version: u32,
    /// Who changed them and when; none while the data of the app are in use.
    pub changed: Option<Stamp>,
    /// A record of the user's that cannot be read.
    pub corrupt: Option<CorruptRecord>,
    /// The version of newer data of the app, and how many rows they add, change and remove.
    pub news: Option<(u32, [usize; 3])>,
}

impl<T: Reference> InUse<T> {
    /// Where they come from.
    pub fn standing(&self) -> Standing {
        let counts = |found: Differences<T::Row>| [found.added.len(), found.changed.len(), found.removed.len()];
        Standing {
            version: self.value.version(),
            changed: self.own.as_ref().map(|own| own.changed.clone()),
            corrupt: self.corrupt.clone(),
            news: self.news().map(|(_, found)| (self.bundled.version(), counts(found))),
        }
    }

    /// What a newer version of the app brings that is not in the user's data yet; none where there is nothing new.
    pub fn news(&self) -> Option<(T, Differences<T::Row>)> {
        let own = self.own.as_ref().filter(|own| own.base.version() < self.bundled.version())?;
        let merged = T::merged(&own.base, &self.value, &self.bundled);
        let found = differences(&self.value, &merged);
        (!merged.holds_same(&self.value)).then_some((merged, found))
    }
}

/// A kind of reference data that comes with the app.
pub(super) trait Bundled: Reference + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Where it is stored.
    const KIND: ReferenceKind;
    /// The file that comes with the app.
    const ASSET: &'static str;

    /// Reads the file.
    fn read(bytes: &[u8]) -> Result<Self, Refusal>;

    /// Where the app holds it.
    fn kept(app: App) -> Kept<Self>;

    /// Does what follows from other data being in use.
    fn taken(_app: App, _value: &Self) {}

    /// Does what follows from no data being in use: none yet, or none that can be read, for this reason.
    fn missed(_app: App, _why: Option<&Unread>) {}
}

/// How data become others: from those in use, or a sentence that says why not.
pub(super) type Change<T> = Box<dyn FnOnce(&InUse<T>) -> Result<T, String>>;

impl App {
    /// Reference data in use, read if that was not done yet.
    pub(super) async fn reference<T: Bundled>(self) -> Result<Arc<InUse<T>>, ReferenceError> {
        let held = T::kept(self).0.with_untracked(|kept| kept.ready().cloned());
        match held {
            Some(held) => Ok(held),
            None => self.read_reference().await,
        }
    }

    /// Reads reference data anew and shows it.
    pub(super) async fn read_reference<T: Bundled>(self) -> Result<Arc<InUse<T>>, ReferenceError> {
        self.refresh_by(T::KIND, Self::refresh_reference::<T>);
        let kept = T::kept(self).0;
        let bundled = match kept.with_untracked(|kept| kept.ready().map(|kept| kept.bundled.clone())) {
            Some(bundled) => bundled,
            None => {
                let Ok(bytes) = files::bundled(T::ASSET).await else { return Err(ReferenceError::Absent(T::ASSET)) };
                T::read(&bytes).map_err(ReferenceError::Refused)?
            }
        };
        let held = match self.store().reference::<T>(T::KIND, bundled.id()).await {
            Ok(held) => Some(held),
            // Without a database there is nothing of the user's.
            Err(StoreError::Unavailable { .. } | StoreError::Forbidden { .. } | StoreError::PrivateWindow { .. }) => {
                None
            }
            Err(error) => return Err(ReferenceError::Store(error)),
        };
        let revision = held.as_ref().and_then(|held| held.revision);
        let mut found = InUse { value: bundled.clone(), bundled, own: None, corrupt: None, revision };
        match held.map(|held| held.found) {
            None | Some(Found::Nothing) => {}
            Some(Found::Corrupt(corrupt)) => found.corrupt = Some(corrupt),
            Some(Found::Record(record)) => {
                let base = record.base.unwrap_or_else(|| found.bundled.clone());
                found.own = Some(Own { changed: record.changed, base });
                found.value = record.value;
            }
        }
        let found = Arc::new(found);
        if kept.with_untracked(|kept| kept.ready() != Some(&found)) {
            T::taken(self, &found.value);
            kept.set(Loading::Ready(Arc::clone(&found)));
        }
        Ok(found)
    }

    /// Reads reference data for the first time, in the background.
    pub(super) fn ensure_reference<T: Bundled>(self) {
        // What failed is tried again when the person says so: a page that shows the failure would ask for ever.
        if T::kept(self).0.with_untracked(|kept| matches!(kept, Loading::Waiting)) {
            spawn_local(self.read_reference_or_say::<T>());
        }
    }

    /// Tries to read reference data that could not be read.
    pub(super) fn retry_reference<T: Bundled>(self) {
        T::missed(self, None);
        T::kept(self).0.set(Loading::Waiting);
        spawn_local(self.read_reference_or_say::<T>());
    }

    async fn read_reference_or_say<T: Bundled>(self) {
        let Err(error) = self.read_reference::<T>().await else { return };
        let kept = T::kept(self).0;
        if kept.with_untracked(|kept| kept.ready().is_none()) {
            let error = error.clone();
            let why = Unread::of(move |lang| error.sentence(lang));
            T::missed(self, Some(&why));
            kept.set(Loading::Failed(why));
        }
        self.report(Err(error));
    }

    /// Reads reference data anew if it was read: another tab wrote.
    fn refresh_reference<T: Bundled>(self) {
        if T::kept(self).0.with_untracked(|kept| kept.ready().is_some()) {
            spawn_local(async move { self.report(self.read_reference::<T>().await.map(drop)) });
        }
    }

    fn report(self, result: Result<(), ReferenceError>) {
        if let Err(error) = result {
            self.notices.fail(error.sentence(self.prefs.lang.get_untracked()));
        }
    }

    /// Changes reference data, says so, and offers to take it back. The draft that the change was made of, which has the key
    /// `draft`, is discarded once it is written, and then `then` runs, if the page that asked for it is still there.
    pub(super) fn change_reference<T: Bundled>(
        self,
        change: Change<T>,
        said: Text,
        draft: Option<String>,
        then: Callback<()>,
    ) {
        // Two changes of one list are two writes, even if they say the same.
        self.library.run_exclusive(self.new_id(), async move {
            let written = self.write_change(change).await;
            if let (Ok(_), Some(draft)) = (&written, &draft) {
                self.drafts.discard(draft);
            }
            match written {
                Ok(Some(before)) => {
                    let after = T::kept(self).0.with_untracked(|kept| kept.ready().cloned());
                    if let Some(after) = after {
                        self.offer_back(said, before, after);
                    }
                    then.try_run(());
                }
                Ok(None) => {
                    then.try_run(());
                }
                Err(sentence) => self.notices.fail(sentence),
            }
        });
    }

    /// Writes what a change makes of the data as they are stored now; gives those before it, if it changed anything.
    async fn write_change<T: Bundled>(self, change: Change<T>) -> Result<Option<Arc<InUse<T>>>, String> {
        let lang = self.prefs.lang.get_untracked();
        let now = self.read_reference::<T>().await.map_err(|error| error.sentence(lang))?;
        if now.corrupt.is_some() {
            return Err(references::CORRUPT_FIRST.get(lang).to_owned());
        }
        let next = change(&now)?;
        let base = now.own.as_ref().map_or(&now.bundled, |own| &own.base);
        let base = if now.news().is_some_and(|(merged, _)| merged.holds_same(&next)) { &now.bundled } else { base };
        self.write_reference(&now, next, base.clone()).await.map_err(|error| store_sentence(&error, lang))
    }

    async fn write_reference<T: Bundled>(
        self,
        now: &Arc<InUse<T>>,
        next: T,
        base: T,
    ) -> Result<Option<Arc<InUse<T>>>, StoreError> {
        if next.holds_same(&now.value) {
            return Ok(None);
        }
        let store = self.store();
        let id = now.bundled.id();
        match now.revision {
            Some(revision) if next.holds_same(&now.bundled) => {
                store.delete_reference(T::KIND, id, revision).await?;
            }
            revision => {
                let version = now.value.version().saturating_add(1);
                let record = ReferenceRecord {
                    format: REFERENCE_FORMAT,
                    kind: T::KIND,
                    id: id.to_owned(),
                    version,
                    changed: self.stamp(),
                    value: next.at_version(version),
                    base: Some(base),
                };
                store.put_reference(&record, revision).await?;
            }
        }
        self.ask_for_protection_once();
        self.tabs.announce_references();
        // What was written shows what can be read.
        if let Err(ReferenceError::Store(error)) = self.read_reference::<T>().await {
            return Err(error);
        }
        Ok(Some(Arc::clone(now)))
    }

    fn offer_back<T: Bundled>(self, said: Text, before: Arc<InUse<T>>, after: Arc<InUse<T>>) {
        let run = Callback::new(move |()| {
            let (before, after) = (Arc::clone(&before), Arc::clone(&after));
            self.library.run_exclusive(self.new_id(), async move {
                let lang = self.prefs.lang.get_untracked();
                let back = async {
                    let now = self.read_reference::<T>().await.map_err(|error| error.sentence(lang))?;
                    let next = T::merged(&after.value, &now.value, &before.value);
                    let base = now.own.as_ref().or(before.own.as_ref()).map_or(&now.bundled, |own| &own.base);
                    let written = self.write_reference(&now, next, base.clone()).await;
                    written.map(drop).map_err(|error| store_sentence(&error, lang))
                };
                match back.await {
                    Ok(()) => self.notices.say(references::TAKEN_BACK.get(lang)),
                    Err(sentence) => self.notices.fail(sentence),
                }
            });
        });
        let lang = self.prefs.lang.get_untracked();
        self.notices.offer(said.get(lang), NoticeAction { label: words::UNDO, run });
    }

    /// Drops a record that cannot be read, so that a new one can take its place, and offers it back.
    pub(super) fn drop_corrupt_reference<T: Bundled>(self) {
        self.library.run_exclusive(format!("drop corrupt {:?}", T::KIND), async move {
            let lang = self.prefs.lang.get_untracked();
            let dropped = async {
                let Ok(now) = self.read_reference::<T>().await else { return Ok(None) };
                let (Some(corrupt), Some(revision)) = (now.corrupt.clone(), now.revision) else { return Ok(None) };
                let counter = self.store().delete_reference(T::KIND, now.bundled.id(), revision).await?;
                self.tabs.announce_references();
                Ok::<_, StoreError>(Some((corrupt.text, counter, now.bundled.id().to_owned())))
            };
            match dropped.await {
                Ok(Some((text, counter, id))) => {
                    self.report(self.read_reference::<T>().await.map(drop));
                    let run = Callback::new(move |()| {
                        let (text, id) = (text.clone(), id.clone());
                        spawn_local(async move {
                            match self.store().put_reference_text(T::KIND, &id, text, Some(counter)).await {
                                Ok(_) => self.report(self.read_reference::<T>().await.map(drop)),
                                Err(error) => self.fail(&error),
                            }
                        });
                    });
                    let sentence = references::CORRUPT_DROPPED.get(lang);
                    self.notices.offer(sentence, NoticeAction { label: words::UNDO, run });
                }
                Ok(None) => {}
                Err(error) => self.fail(&error),
            }
        });
    }

    /// Who does something now.
    pub(super) fn stamp(self) -> Stamp {
        Stamp::new(clock::now(), &self.prefs.person.get_untracked(), &self.prefs.device.get_untracked())
    }
}
