//! A file on its way in: read, checked, previewed, and only then, when a person confirms, written.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::domain::id::VisitId;
use crate::storage::backend::StoreError;
pub use crate::storage::backend::Table;
use crate::storage::gate::{self, MAX_FILE_BYTES};
pub use crate::storage::import::{Comparison, Effect, Offer, Preview, Replaced, Way};
use crate::storage::rescue;
pub use crate::storage::rescue::LeftOut;
use crate::words::catalogue::notice as words;

use super::App;
use super::notice::{NoticeAction, import_sentence};
use super::route::Route;

/// The bundled sample: a supervision in the project's own export format.
const SAMPLE_ASSET: &str = "data/giam-sat-mau-krong-pa.json";

/// How far a file has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ImportState {
    /// No file was chosen.
    #[default]
    None,
    /// One was chosen, and waits for the page of the preview.
    Chosen,
    /// It is being read and checked.
    Reading,
    /// It is refused, for this reason; nothing was changed.
    Refused(String),
    /// This is what it would do.
    Ready(Arc<Offer>),
}

/// The file on its way in. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Incoming {
    state: RwSignal<ImportState>,
    chosen: StoredValue<Option<web_sys::File>, LocalStorage>,
}

impl Default for Incoming {
    fn default() -> Self {
        Self { state: RwSignal::default(), chosen: StoredValue::new_local(None) }
    }
}

impl Incoming {
    /// How far it has come; reactive.
    pub fn state(self) -> Signal<ImportState> {
        self.state.into()
    }

    /// Takes a file that a person chose and goes to the preview. Its page reads the file, so that what reads and checks comes
    /// with it and not with the first load.
    pub fn choose(self, app: App, file: web_sys::File) {
        self.chosen.set_value(Some(file));
        self.state.set(ImportState::Chosen);
        app.go(&Route::Import);
    }

    /// Reads and checks the file that was chosen; the page of the preview calls this.
    pub fn read_chosen(self, app: App) {
        let Some(file) = self.chosen.try_update_value(Option::take).flatten() else { return };
        self.state.set(ImportState::Reading);
        spawn_local(async move {
            self.state.set(match read(app, &file).await {
                Ok(offer) => ImportState::Ready(Arc::new(offer)),
                Err(sentence) => ImportState::Refused(sentence),
            });
        });
    }

    /// Drops the file; nothing was written.
    pub fn cancel(self) {
        self.state.set(ImportState::None);
    }

    /// Writes what the preview shows and opens the supervision. `ways` says what becomes of visits that are here in another
    /// form, where it is not the usual.
    pub fn confirm(self, app: App, ways: BTreeMap<VisitId, Way>) {
        let ImportState::Ready(offer) = self.state.get_untracked() else {
            return;
        };
        app.flush();
        app.library.run_exclusive("import", async move {
            let lang = app.prefs.lang.get_untracked();
            match take(app, Arc::unwrap_or_clone(offer), &ways).await {
                Ok(replaced) => {
                    self.state.set(ImportState::None);
                    say_imported(app, replaced);
                }
                Err(StoreError::Conflict { .. }) => {
                    self.state.set(ImportState::Refused(words::IMPORT_MOVED.get(lang).to_owned()));
                }
                Err(error) => app.fail(&error),
            }
        });
    }

    /// Brings in the bundled sample, through the same gate as any file, and opens it.
    pub fn open_sample(self, app: App) {
        app.library.run_exclusive("sample", async move {
            let lang = app.prefs.lang.get_untracked();
            let Ok(bytes) = files::bundled(SAMPLE_ASSET).await else {
                app.notices.fail(words::ASSET_FAILED.get(lang).replace("{name}", SAMPLE_ASSET));
                return;
            };
            match check(app, &bytes).await {
                // A sample that a person has worked in is opened, never put back to its beginning.
                Ok(offer) if offer.previews.iter().any(|preview| preview.supervision.is_here()) => {
                    app.go(&destination(&offer));
                }
                Ok(offer) => {
                    if let Err(error) = take(app, offer, &BTreeMap::new()).await {
                        app.fail(&error);
                    }
                }
                Err(sentence) => app.notices.fail(sentence),
            }
        });
    }
}

async fn read(app: App, file: &web_sys::File) -> Result<Offer, String> {
    let lang = app.prefs.lang.get_untracked();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number below 2^53")]
    let size_bytes = file.size() as u64;
    // The size is known before a byte is read.
    gate::check_size(size_bytes).map_err(|refusal| refusal.sentence(lang))?;
    let bytes = files::read(file, MAX_FILE_BYTES)
        .await
        .map_err(|error| words::FILE_UNREADABLE.get(lang).replace("{detail}", &error.to_string()))?;
    check(app, &bytes).await
}

async fn check(app: App, bytes: &[u8]) -> Result<Offer, String> {
    let lang = app.prefs.lang.get_untracked();
    let brought = rescue::read_any(bytes).map_err(|refusal| refusal.sentence(lang))?;
    let mut calendar = None;
    for file in &brought.files {
        if calendar.is_none() {
            calendar = app.calendar_for(file).await;
        }
    }
    Offer::of(&app.store(), brought, calendar.as_deref()).await.map_err(|error| import_sentence(&error, lang))
}

/// Where one goes once it is written: to the one supervision, or to the list of them.
fn destination(offer: &Offer) -> Route {
    match offer.previews.as_slice() {
        [only] => Route::Supervision(only.file.supervision.id.clone()),
        _ => Route::Home,
    }
}

/// Says that it is done, and offers to put back what was replaced.
fn say_imported(app: App, replaced: Replaced) {
    let said = words::IMPORTED.get(app.prefs.lang.get_untracked());
    if replaced.is_empty() {
        return app.notices.say(said);
    }
    let run = Callback::new(move |()| {
        let replaced = replaced.clone();
        app.library.run_exclusive("put back", async move {
            let lang = app.prefs.lang.get_untracked();
            let visits: Vec<VisitId> = replaced.visits().cloned().collect();
            app.settle().await;
            match replaced.put_back(&app.store()).await {
                Ok(()) => {
                    app.forget_visits(&visits);
                    app.library.after_change(app).await;
                    // The page of one of them shows what was put back.
                    app.route.update(|_| ());
                    app.notices.say(words::PUT_BACK.get(lang));
                }
                Err(StoreError::Conflict { .. }) => app.notices.fail(words::PUT_BACK_MOVED.get(lang).to_owned()),
                Err(error) => app.fail(&error),
            }
        });
    });
    app.notices.offer(said, NoticeAction { label: words::UNDO, run });
}

async fn take(app: App, offer: Offer, ways: &BTreeMap<VisitId, Way>) -> Result<Replaced, StoreError> {
    let to = destination(&offer);
    let visits = offer.previews.iter().flat_map(|preview| &preview.visits);
    let visits: Vec<VisitId> = visits.map(|(visit, _)| visit.clone()).collect();
    let replaced = offer.take(&app.store(), ways).await?;
    app.forget_visits(&visits);
    app.ask_for_protection_once();
    app.library.after_change(app).await;
    app.go(&to);
    Ok(replaced)
}
