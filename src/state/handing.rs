//! What is handed to the person without a record of it: the clipboard, the printer, an empty table.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, files, page};
use crate::words::Text;
use crate::words::catalogue::notice as words;

use super::App;

impl App {
    /// Puts a text on the clipboard and says so; where that cannot be, says what to do.
    pub fn copy(self, text: String, copied: Text, not_copied: Text) {
        spawn_local(async move {
            let lang = self.prefs.lang.get_untracked();
            let said = if clipboard::copy(&text).await { copied } else { not_copied };
            self.notices.say(said.get(lang));
        });
    }

    /// Hands over a table as CSV.
    pub fn download_csv(self, name: &str, text: String) {
        if let Err(error) = files::download(name, "text/csv;charset=utf-8", text.as_bytes()) {
            self.notices.fail(
                words::FILE_UNREADABLE.get(self.prefs.lang.get_untracked()).replace("{detail}", &error.to_string()),
            );
        }
    }

    /// Opens the browser's print dialogue.
    pub fn print(self) {
        page::print();
    }
}
