//! A table from outside on its way in: opened by the reader, which keeps it until it is closed. Nothing is written here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::browser::reader::{Reader, ReaderError};
use crate::intake::SheetCell;
use crate::intake::ask::{Ask, Outline, Reply};
use crate::storage::gate::{self, MAX_FILE_BYTES};
use crate::words::Lang;
use crate::words::catalogue::{notice, reading as words};

use super::App;

/// How far a table has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReadingState {
    /// No file was chosen.
    #[default]
    None,
    /// It is being read; the share that is done, from 0 to 1.
    Opening(f64),
    /// It is refused, for this reason.
    Refused(String),
    /// These are its sheets.
    Open(Vec<Outline>),
}

/// The table on its way in. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Reading {
    state: RwSignal<ReadingState>,
    reader: StoredValue<Reader, LocalStorage>,
    /// Counts the files, so that what a file says that was left is not heard.
    turn: StoredValue<u32>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            state: RwSignal::default(),
            reader: StoredValue::new_local(Reader::default()),
            turn: StoredValue::new(0),
        }
    }
}

impl Reading {
    /// How far it has come; reactive.
    pub fn state(self) -> Signal<ReadingState> {
        self.state.into()
    }

    /// Opens a file that a person chose, in place of the one before.
    pub fn choose(self, app: App, file: web_sys::File) {
        self.close();
        let turn = self.turn.get_value();
        self.state.set(ReadingState::Opening(0.0));
        spawn_local(async move {
            let lang = app.prefs.lang.get_untracked();
            let progress = move |share| self.set(turn, ReadingState::Opening(share));
            let outcome = self.open(&file, lang, progress).await;
            self.set(turn, outcome.map_or_else(ReadingState::Refused, ReadingState::Open));
        });
    }

    /// Rows of a sheet that is open, both counted from 0, at most so many. The error is a sentence; an empty one if
    /// the table was closed meanwhile.
    pub async fn rows(self, app: App, sheet: usize, from: usize, count: usize) -> Result<Vec<Vec<SheetCell>>, String> {
        let lang = app.prefs.lang.get_untracked();
        let reply = self.reader.get_value().ask(&Ask::Rows { sheet, from, count }, None, |_| {}).await;
        match reply.map_err(|error| sentence(&error, lang))? {
            Reply::Rows(rows) => Ok(rows),
            Reply::Refused(error) => Err(error.sentence(lang)),
            Reply::Opened(_) => Ok(Vec::new()),
        }
    }

    /// Lets go of the file and ends the reader, whose memory does not shrink otherwise.
    pub fn close(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reader.get_value().end();
        self.state.set(ReadingState::None);
    }

    fn set(self, turn: u32, state: ReadingState) {
        if self.turn.get_value() == turn {
            self.state.set(state);
        }
    }

    async fn open(
        self,
        file: &web_sys::File,
        lang: Lang,
        progress: impl Fn(f64) + 'static,
    ) -> Result<Vec<Outline>, String> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is a whole number below 2^53"
        )]
        let size_bytes = file.size() as u64;
        gate::check_size(size_bytes).map_err(|refusal| refusal.sentence(lang))?;
        let bytes = files::buffer(file, MAX_FILE_BYTES)
            .await
            .map_err(|error| notice::FILE_UNREADABLE.get(lang).replace("{detail}", &error.to_string()))?;
        let reply = self.reader.get_value().ask(&Ask::Open {}, Some(bytes), progress).await;
        match reply.map_err(|error| sentence(&error, lang))? {
            Reply::Opened(sheets) => Ok(sheets),
            Reply::Refused(error) => Err(error.sentence(lang)),
            Reply::Rows(_) => Ok(Vec::new()),
        }
    }
}

fn sentence(error: &ReaderError, lang: Lang) -> String {
    match error {
        ReaderError::Absent => words::READER_ABSENT.get(lang).to_owned(),
        ReaderError::Stopped { detail } => words::READER_STOPPED.get(lang).replace("{detail}", detail),
        // A person who closed it hears nothing of it.
        ReaderError::Ended => String::new(),
    }
}
