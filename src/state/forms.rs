//! Forms of tables of figures: those that come with the app, read when they are first needed, and those of a file of the
//! user's. A table keeps its form, so nothing of this is stored.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::domain::figures::Form;
use crate::storage::gate::{self, MAX_FILE_BYTES, read_forms};
use crate::words::catalogue::notice as words;

use super::App;
use super::library::{Loading, bundled};

/// The file that comes with the app.
const ASSET: &str = "data/bieu-mau.json";

/// The forms that come with the app. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Forms(RwSignal<Loading<Arc<Vec<Form>>>>);

impl Default for Forms {
    fn default() -> Self {
        Self(RwSignal::new(Loading::Waiting))
    }
}

impl App {
    /// The forms that come with the app; reactive. The first call begins to read them.
    pub fn forms(self) -> Loading<Arc<Vec<Form>>> {
        let Forms(kept) = self.forms;
        let forms = kept.get();
        if matches!(forms, Loading::Waiting) {
            spawn_local(async move {
                let read = bundled(ASSET, read_forms).await;
                if matches!(kept.get_untracked(), Loading::Waiting) {
                    kept.set(read.map(Arc::new).into());
                }
            });
        }
        forms
    }

    /// Tries to read the forms that could not be read.
    pub fn retry_forms(self) {
        // Whoever shows them asks for them, and so they are read.
        self.forms.0.set(Loading::Waiting);
    }

    /// Reads the forms of a file that a person chose; what is wrong with it becomes a notice.
    pub fn read_forms(self, file: web_sys::File, then: Callback<Vec<Form>>) {
        spawn_local(async move {
            let lang = self.prefs.lang.get_untracked();
            let read = async {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a size is a whole number below 2^53"
                )]
                let size_bytes = file.size() as u64;
                gate::check_size(size_bytes).map_err(|refusal| refusal.sentence(lang))?;
                let bytes = files::read(&file, MAX_FILE_BYTES).await;
                let unreadable =
                    |error: files::FileError| words::FILE_UNREADABLE.get(lang).replace("{detail}", &error.to_string());
                read_forms(&bytes.map_err(unreadable)?).map_err(|refusal| refusal.sentence(lang))
            };
            match read.await {
                Ok(forms) => {
                    then.try_run(forms);
                }
                Err(sentence) => self.notices.fail(sentence),
            }
        });
    }
}
