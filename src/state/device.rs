//! Whether the app and its data are whole on this device, and what a person can do where they are not.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::idb;
pub use crate::browser::idb::Delay;
pub use crate::browser::offline::{HostAnswer, MissingFile, Obstacle, Readiness};
use crate::browser::{files, offline, page};
use crate::words::catalogue::device as words;

use super::App;

/// Whose records are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Records {
    /// Those of this app.
    Own,
    /// Those of the app at the root of the host.
    Shared,
}

impl App {
    /// Whether the app can be opened without a network; reactive.
    pub fn offline(self) -> Signal<Readiness> {
        self.offline.into()
    }

    /// Has what is missing on this device fetched again.
    pub fn retry_offline(self) {
        offline::retry();
    }

    /// Why the database is not open yet, once that takes long; reactive.
    pub fn database_delay(self) -> Signal<Option<Delay>> {
        self.delay.into()
    }

    /// Loads the page again.
    pub fn reload(self) {
        page::reload();
    }

    /// Draws the page anew, which reads again what it shows.
    pub fn draw_anew(self) {
        self.route.update(|_| ());
    }

    /// Hands every record of the database to the person, as it is stored. It needs nothing that may be broken.
    pub fn rescue(self, records: Records) {
        let name = match records {
            Records::Own => page::kept_name(),
            Records::Shared => page::ROOT_NAME.to_owned(),
        };
        spawn_local(async move {
            if let Err(error) = files::rescue(&name).await {
                let lang = self.prefs.lang.get_untracked();
                self.notices.fail(words::RESCUE_FAILED.get(lang).replace("{detail}", &error.to_string()));
            }
        });
    }

    /// Whether the app at the root of the host has data, while this one, in a folder, has none; reactive.
    pub fn shared_data(self) -> Signal<bool> {
        self.shared_data.into()
    }

    /// Looks for data of the app at the root of the host. Before each folder had a database of its own, all had that one.
    pub(super) fn look_for_shared_data(self) {
        if page::kept_name() != page::ROOT_NAME {
            spawn_local(async move { self.shared_data.set(idb::exists(page::ROOT_NAME).await) });
        }
    }
}
