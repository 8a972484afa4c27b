//! A table of figures from outside on its way in: opened by the reader under the form of its table, matched column by
//! column, read, and only then, when a person confirms, taken. Nothing is written here.

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::reader::Reader;
use crate::domain::figures::Form;
use crate::intake::ask::{Ask, Reply};
use crate::intake::protocol::{
    Answers, FigureColumn, FiguresAsk, FiguresOpened, FiguresReading as Read, FiguresReply, FiguresRequest,
    FiguresSheet, HeadingRows,
};

use super::App;
use super::reading::{bytes, sentence};

/// How far a table has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FiguresState {
    /// None was chosen.
    #[default]
    None,
    /// It is being opened or read; the share that is done, from 0 to 1.
    Working(f64),
    /// It is refused, for this reason.
    Refused(String),
    /// This is in it, and this sheet is looked at, by its place among them.
    Opened(FiguresOpened, usize),
    /// These are its rows, read by this request.
    Read(Box<FiguresRequest>, Read),
}

/// The table on its way in. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct FiguresReading {
    state: RwSignal<FiguresState>,
    reader: StoredValue<Reader, LocalStorage>,
    /// What was opened, for a step back.
    opened: StoredValue<Option<(FiguresOpened, usize)>>,
    /// Counts the tables, so that what one says that was left is not heard.
    turn: StoredValue<u32>,
}

impl Default for FiguresReading {
    fn default() -> Self {
        Self {
            state: RwSignal::default(),
            reader: StoredValue::new_local(Reader::default()),
            opened: StoredValue::new(None),
            turn: StoredValue::new(0),
        }
    }
}

impl FiguresReading {
    /// How far it has come; reactive.
    pub fn state(self) -> Signal<FiguresState> {
        self.state.into()
    }

    /// Opens a file that a person chose, in place of the table before.
    pub fn choose(self, app: App, form: Form, file: web_sys::File) {
        let turn = self.begin();
        spawn_local(async move {
            let lang = app.prefs.lang.get_untracked();
            let name = file.name();
            match bytes(&file, lang).await {
                Ok(bytes) => self.ask(app, turn, FiguresAsk::Open { form, name }, Some(bytes)).await,
                Err(sentence) => self.set(turn, FiguresState::Refused(sentence)),
            }
        });
    }

    /// Opens what a person pasted, in place of the table before.
    pub fn paste(self, app: App, form: Form, text: String) {
        let turn = self.begin();
        spawn_local(self.ask(app, turn, FiguresAsk::Paste { form, text }, None));
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
    pub fn describe(self, app: App, form: Form, sheet: usize, heading: Option<HeadingRows>) {
        spawn_local(self.ask(app, self.turn.get_value(), FiguresAsk::Describe { form, sheet, heading }, None));
    }

    /// Reads the rows by what each column means.
    pub fn read(self, app: App, form: Form, sheet: &FiguresSheet, matching: Vec<Option<FigureColumn>>) {
        let answers = Answers::default();
        self.read_again(app, FiguresRequest { form, sheet: sheet.index, heading: sheet.heading, matching, answers });
    }

    /// Reads the rows once more by another request.
    pub fn read_again(self, app: App, request: FiguresRequest) {
        self.state.set(FiguresState::Working(0.0));
        spawn_local(self.ask(app, self.turn.get_value(), FiguresAsk::Read(request), None));
    }

    /// Whether there is a matching of columns to go back to.
    pub fn is_open(self) -> bool {
        self.opened.with_value(Option::is_some)
    }

    /// Goes back to the matching of columns.
    pub fn back(self) {
        let opened = self.opened.get_value();
        self.state.set(opened.map_or(FiguresState::None, |(opened, place)| FiguresState::Opened(opened, place)));
    }

    /// Lets go of the table and ends the reader, whose memory does not shrink otherwise.
    pub fn close(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.reader.get_value().end();
        self.opened.set_value(None);
        self.state.set(FiguresState::None);
    }

    fn begin(self) -> u32 {
        self.close();
        self.state.set(FiguresState::Working(0.0));
        self.turn.get_value()
    }

    fn set(self, turn: u32, state: FiguresState) {
        if self.turn.get_value() == turn {
            self.state.set(state);
        }
    }

    async fn ask(self, app: App, turn: u32, ask: FiguresAsk, bytes: Option<ArrayBuffer>) {
        let lang = app.prefs.lang.get_untracked();
        let progress = move |share| self.set(turn, FiguresState::Working(share));
        let request = match &ask {
            FiguresAsk::Read(request) => Some(Box::new(request.clone())),
            FiguresAsk::Open { .. } | FiguresAsk::Paste { .. } | FiguresAsk::Describe { .. } => None,
        };
        let reply = self.reader.get_value().ask(&Ask::Figures(Box::new(ask)), bytes, progress).await;
        if self.turn.get_value() != turn {
            return;
        }
        let reply = match reply {
            Err(error) => return self.state.set(FiguresState::Refused(sentence(&error, lang))),
            Ok(Reply::Refused(error)) => return self.state.set(FiguresState::Refused(error.sentence(lang))),
            Ok(Reply::Figures(reply)) => *reply,
            // Nobody asks here of dossiers and procedures.
            Ok(Reply::Closed | Reply::Opened(_) | Reply::Described(_) | Reply::Read(_) | Reply::Calendar(_)) => {
                return self.state.set(FiguresState::None);
            }
        };
        self.state.set(match reply {
            FiguresReply::Opened(opened) => {
                let best = opened.best;
                self.opened.set_value(Some((opened.clone(), best)));
                FiguresState::Opened(opened, best)
            }
            FiguresReply::Described(sheet) => {
                self.opened.update_value(|opened| {
                    if let (Some((opened, place)), Some(sheet)) = (opened, sheet)
                        && let Some(shown) = opened.sheets.get_mut(*place)
                    {
                        *shown = sheet;
                    }
                });
                return self.back();
            }
            FiguresReply::Read(Ok(read)) => match request {
                Some(request) => FiguresState::Read(request, read),
                None => FiguresState::None,
            },
            FiguresReply::Read(Err(refusal)) => FiguresState::Refused(refusal.sentence(lang)),
        });
    }
}
