//! A table from outside on its way in: opened by the reader, matched column by column, read, and only then, when a
//! person confirms, taken. Nothing is written here.

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::browser::reader::{Reader, ReaderError};
use crate::intake::ask::{Ask, Reply};
use crate::intake::protocol::{
    Answers, HeadingRows, Kind, Opened, Options, Reading as Read, Request, SheetInfo, Target,
};
use crate::storage::gate::{self, MAX_FILE_BYTES};
use crate::words::Lang;
use crate::words::catalogue::{notice, reading as words};

use super::App;

/// How far a table has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ReadingState {
    /// None was chosen.
    #[default]
    None,
    /// It is being opened or read; the share that is done, from 0 to 1.
    Working(f64),
    /// It is refused, for this reason.
    Refused(String),
    /// This is in it, and this sheet is looked at, by its place among them.
    Opened(Opened, usize),
    /// These are its rows, read by this request.
    Read(Request, Read),
}

/// The table on its way in. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Reading {
    state: RwSignal<ReadingState>,
    reader: StoredValue<Reader, LocalStorage>,
    /// What was opened, for a step back.
    opened: StoredValue<Option<(Opened, usize)>>,
    options: StoredValue<Options>,
    /// Counts the tables, so that what one says that was left is not heard.
    turn: StoredValue<u32>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            state: RwSignal::default(),
            reader: StoredValue::new_local(Reader::default()),
            opened: StoredValue::new(None),
            options: StoredValue::default(),
            turn: StoredValue::new(0),
        }
    }
}

impl Reading {
    /// How far it has come; reactive.
    pub fn state(self) -> Signal<ReadingState> {
        self.state.into()
    }

    /// Opens a file that a person chose, in place of the table before.
    pub fn choose(self, app: App, kind: Kind, file: web_sys::File) {
        let turn = self.begin();
        spawn_local(async move {
            let lang = app.prefs.lang.get_untracked();
            let name = file.name();
            match bytes(&file, lang).await {
                Ok(bytes) => self.ask(app, turn, Ask::Open { kind, name }, Some(bytes)).await,
                Err(sentence) => self.set(turn, ReadingState::Refused(sentence)),
            }
        });
    }

    /// Opens what a person pasted, in place of the table before.
    pub fn paste(self, app: App, kind: Kind, text: String) {
        let turn = self.begin();
        spawn_local(self.ask(app, turn, Ask::Paste { kind, text }, None));
    }

    /// Looks at another sheet of the table.
    pub fn look_at(self, place: usize) {
        self.opened.update_value(|opened| {
            if let Some((_, looked_at)) = opened {
                *looked_at = place;
            }
        });
        self.back();
    }

    /// Looks at the sheet under another heading.
    pub fn describe(self, app: App, kind: Kind, sheet: usize, heading: Option<HeadingRows>) {
        spawn_local(self.ask(app, self.turn.get_value(), Ask::Describe { kind, sheet, heading }, None));
    }

    /// Says what holds where a table says nothing, from the next reading on.
    pub fn set_options(self, options: Options) {
        self.options.set_value(options);
    }

    /// Reads the rows by what each column means.
    pub fn read(self, app: App, kind: Kind, sheet: &SheetInfo, matching: Vec<Option<Target>>) {
        let (heading, options) = (sheet.heading, self.options.get_value());
        let request = Request { kind, sheet: sheet.index, heading, matching, options, answers: Answers::default() };
        self.read_again(app, request);
    }

    /// Reads the rows once more by another request.
    pub fn read_again(self, app: App, request: Request) {
        self.state.set(ReadingState::Working(0.0));
        spawn_local(self.ask(app, self.turn.get_value(), Ask::Read(request), None));
    }

    /// Goes back to the matching of columns.
    pub fn back(self) {
        let opened = self.opened.get_value();
        self.state.set(opened.map_or(ReadingState::None, |(opened, place)| ReadingState::Opened(opened, place)));
    }

    /// Lets go of the table and ends the reader, whose memory does not shrink otherwise.
    pub fn close(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reader.get_value().end();
        self.opened.set_value(None);
        self.state.set(ReadingState::None);
    }

    fn begin(self) -> u32 {
        self.close();
        self.state.set(ReadingState::Working(0.0));
        self.turn.get_value()
    }

    fn set(self, turn: u32, state: ReadingState) {
        if self.turn.get_value() == turn {
            self.state.set(state);
        }
    }

    async fn ask(self, app: App, turn: u32, ask: Ask, bytes: Option<ArrayBuffer>) {
        let lang = app.prefs.lang.get_untracked();
        let progress = move |share| self.set(turn, ReadingState::Working(share));
        let reply = self.reader.get_value().ask(&ask, bytes, progress).await;
        if self.turn.get_value() != turn {
            return;
        }
        let state = match reply {
            Err(error) => ReadingState::Refused(sentence(&error, lang)),
            Ok(Reply::Refused(error)) => ReadingState::Refused(error.sentence(lang)),
            Ok(Reply::Closed) => ReadingState::None,
            Ok(Reply::Opened(opened)) => {
                let best = opened.best;
                self.opened.set_value(Some((opened.clone(), best)));
                ReadingState::Opened(opened, best)
            }
            Ok(Reply::Described(sheet)) => {
                self.opened.update_value(|opened| {
                    if let (Some((opened, place)), Some(sheet)) = (opened, sheet)
                        && let Some(shown) = opened.sheets.get_mut(*place)
                    {
                        *shown = sheet;
                    }
                });
                return self.back();
            }
            Ok(Reply::Read(read)) => match ask {
                Ask::Read(request) => ReadingState::Read(request, read),
                Ask::Open { .. }
                | Ask::Paste { .. }
                | Ask::Describe { .. }
                | Ask::Calendar { .. }
                | Ask::Figures(_) => ReadingState::None,
            },
            // Nobody asks here of tables of figures or days.
            Ok(Reply::Figures(_) | Reply::Calendar(_)) => ReadingState::None,
        };
        self.state.set(state);
    }
}

/// The bytes of a file, or why they are not taken.
pub(super) async fn bytes(file: &web_sys::File, lang: Lang) -> Result<ArrayBuffer, String> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number below 2^53")]
    let size_bytes = file.size() as u64;
    gate::check_size(size_bytes).map_err(|refusal| refusal.sentence(lang))?;
    files::buffer(file, MAX_FILE_BYTES)
        .await
        .map_err(|error| notice::FILE_UNREADABLE.get(lang).replace("{detail}", &error.to_string()))
}

/// Why the reader gave no answer, in words.
pub(super) fn sentence(error: &ReaderError, lang: Lang) -> String {
    match error {
        ReaderError::Absent => words::READER_ABSENT.get(lang).to_owned(),
        ReaderError::Stopped { detail } => words::READER_STOPPED.get(lang).replace("{detail}", detail),
        // A person who closed it hears nothing of it.
        ReaderError::Ended => String::new(),
    }
}
