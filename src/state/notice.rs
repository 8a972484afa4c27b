//! Notices: what the app tells the person in passing, and the one place where an error becomes a sentence.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::edit::{EditError, MAX_FINDINGS, MAX_REVISION};
use crate::storage::backend::StoreError;
use crate::storage::import::ImportError;
use crate::words::catalogue::notice as words;
use crate::words::{Lang, Text};

/// How a notice looks and how long it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Goes by itself.
    Info,
    /// Stays until closed.
    Error,
}

impl Tone {
    /// The word for the style sheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Error => "error",
        }
    }
}

/// What a notice offers to do.
#[derive(Clone, Copy)]
pub struct NoticeAction {
    /// The words on its button.
    pub label: Text,
    /// What the button does.
    pub run: Callback<()>,
}

/// One notice.
#[derive(Clone)]
pub struct Notice {
    /// Tells notices apart.
    pub id: u64,
    /// How it looks.
    pub tone: Tone,
    /// The sentence.
    pub sentence: String,
    /// What it offers to do.
    pub action: Option<NoticeAction>,
}

/// The notices on the screen.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Notice>>,
    next: StoredValue<u64>,
}

/// How long a notice stays that goes by itself: long enough to read.
const STAY: Duration = Duration::from_secs(10);

/// How long an offer stays. To take a deletion back is all that stands between a slip and a loss.
const OFFER_STAY: Duration = Duration::from_secs(60);

/// The most notices shown at once, not counting offers; the oldest goes first.
const MOST_SHOWN: usize = 3;

impl Default for Notices {
    fn default() -> Self {
        Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }
}

impl Notices {
    /// What is on the screen, oldest first.
    pub fn shown(self) -> Signal<Vec<Notice>> {
        self.shown.into()
    }

    /// Says something in passing.
    pub fn say(self, sentence: impl Into<String>) {
        self.show(Tone::Info, sentence.into(), None);
    }

    /// Says something and offers to do something about it.
    pub fn offer(self, sentence: impl Into<String>, action: NoticeAction) {
        self.show(Tone::Info, sentence.into(), Some(action));
    }

    /// Reports a failure; it stays until closed.
    pub fn fail(self, sentence: impl Into<String>) {
        self.show(Tone::Error, sentence.into(), None);
    }

    /// Takes a notice off the screen.
    pub fn close(self, id: u64) {
        self.shown.update(|shown| shown.retain(|notice| notice.id != id));
    }

    fn show(self, tone: Tone, sentence: String, action: Option<NoticeAction>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.shown.update(|shown| {
            // Two offers may say the same and still be about different things.
            shown.retain(|notice| notice.action.is_some() || notice.sentence != sentence);
            shown.push(Notice { id, tone, sentence, action });
            let plain = shown.iter().filter(|notice| notice.action.is_none()).count();
            let mut surplus = plain.saturating_sub(MOST_SHOWN);
            shown.retain(|notice| {
                let goes = surplus > 0 && notice.action.is_none();
                surplus -= usize::from(goes);
                !goes
            });
        });
        if tone == Tone::Info {
            set_timeout(move || self.close(id), if action.is_some() { OFFER_STAY } else { STAY });
        }
    }
}

/// What keeps something from being read, in words.
pub fn reading_sentence(error: &StoreError, lang: Lang) -> String {
    match error {
        // Nothing was to be saved: the browser wants room only to open what is there.
        StoreError::QuotaExceeded { .. } => words::STORE_FULL_AT_OPENING.get(lang).to_owned(),
        _ => store_sentence(error, lang),
    }
}

/// A store error in words.
pub fn store_sentence(error: &StoreError, lang: Lang) -> String {
    match error {
        StoreError::Unavailable { .. } => words::STORE_UNAVAILABLE.get(lang).to_owned(),
        StoreError::Forbidden { .. } => words::STORE_FORBIDDEN.get(lang).to_owned(),
        StoreError::PrivateWindow { .. } => words::STORE_PRIVATE.get(lang).to_owned(),
        StoreError::Damaged { detail } => words::STORE_DAMAGED.get(lang).replace("{detail}", detail),
        StoreError::QuotaExceeded { .. } => words::STORE_FULL.get(lang).to_owned(),
        StoreError::Conflict { .. } => words::STORE_CONFLICT.get(lang).to_owned(),
        StoreError::Corrupt { table, key, .. } => {
            words::STORE_CORRUPT.get(lang).replace("{table}", table).replace("{key}", key)
        }
        StoreError::Missing { key } => words::STORE_MISSING.get(lang).replace("{key}", key),
        StoreError::TooNew { .. } => words::STORE_TOO_NEW.get(lang).to_owned(),
        StoreError::Backend { detail } => words::STORE_FAILED.get(lang).replace("{detail}", detail),
    }
}

/// A refused edit in words.
pub fn edit_sentence(error: &EditError, lang: Lang) -> String {
    match error {
        EditError::UnknownItem(code) => words::EDIT_UNKNOWN.get(lang).replace("{code}", code.as_str()),
        EditError::UnknownSection(code) => words::EDIT_UNKNOWN.get(lang).replace("{code}", code.as_str()),
        EditError::WrongAnswer(code) => words::EDIT_WRONG_ANSWER.get(lang).replace("{code}", code.as_str()),
        EditError::ImplausibleDate(_) => words::EDIT_DATE.get(lang).to_owned(),
        EditError::TextTooLong | EditError::NameTooLong => words::EDIT_TOO_LONG.get(lang).to_owned(),
        EditError::TooMany(most) => words::EDIT_TOO_MANY.get(lang).replace("{most}", &most.to_string()),
        EditError::TooManyChanges => words::EDIT_TOO_MANY.get(lang).replace("{most}", &MAX_REVISION.to_string()),
        EditError::BadForm(name) => words::EDIT_BAD_FORM.get(lang).replace("{name}", name),
        EditError::UnknownLine(name) => words::EDIT_UNKNOWN_LINE.get(lang).replace("{name}", name),
        EditError::BadPick(_) => words::EDIT_BAD_PICK.get(lang).to_owned(),
        EditError::NoReason => words::EDIT_NO_REASON.get(lang).to_owned(),
        EditError::BadDraw => words::EDIT_BAD_DRAW.get(lang).to_owned(),
        EditError::Gone(_) | EditError::NestedBatch => words::EDIT_GONE.get(lang).to_owned(),
        EditError::TooManyFindings => {
            words::EDIT_TOO_MANY_FINDINGS.get(lang).replace("{most}", &MAX_FINDINGS.to_string())
        }
    }
}

/// An import that cannot be prepared, in words.
pub fn import_sentence(error: &ImportError, lang: Lang) -> String {
    match error {
        ImportError::TemplateDiffers(reference) => words::IMPORT_TEMPLATE_DIFFERS
            .get(lang)
            .replace("{id}", reference.id.as_str())
            .replace("{version}", &reference.version.to_string()),
        ImportError::VisitElsewhere(id) => words::IMPORT_VISIT_ELSEWHERE.get(lang).replace("{id}", id.as_str()),
        ImportError::UnitHasVisits(id) => words::IMPORT_UNIT_HAS_VISITS.get(lang).replace("{id}", id.as_str()),
        ImportError::Store(error) => store_sentence(error, lang),
    }
}
