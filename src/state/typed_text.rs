//! What is typed in an open visit and is not yet part of it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::edit::Edit;
use crate::engine::open_visit::TypedOutcome;
use crate::engine::typing::TypedPlace;
use crate::storage::store::open_texts_prefix;

use super::autosave::{Autosave, SaveStatus};
use super::drafts::{Draft, DraftField};
use super::open::Open;
use super::session::Session;

/// When what is typed in an open visit is dispatched, and which of its fields cannot be read.
#[derive(Default)]
pub(super) struct TypedText {
    timer: Cell<Option<TimeoutHandle>>,
    /// The name of a field whose text cannot be read yet, if there is one.
    pub(super) first_open: ArcRwSignal<Option<String>>,
}

impl TypedText {
    fn stop(&self) {
        if let Some(handle) = self.timer.take() {
            handle.clear();
        }
    }
}

/// Milliseconds of the device's clock; how far it jumps does not matter.
fn now() -> u64 {
    u64::try_from(clock::now().timestamp_millis()).unwrap_or_default()
}

impl Open {
    /// Takes an edit that is being typed; dispatched after a short pause, and soon even if the keys go on.
    pub(super) fn typed(self: &Rc<Self>, place: TypedPlace, edit: Edit) {
        let due = self.engine.borrow_mut().typed(place, edit, now());
        self.autosave.set_status(SaveStatus::Saving);
        self.typed.stop();
        let open = self.clone();
        let dispatch = move || {
            open.typed.timer.set(None);
            open.dispatch_typed();
        };
        match set_timeout_with_handle(dispatch, Duration::from_millis(due)) {
            Ok(handle) => self.typed.timer.set(Some(handle)),
            Err(_) => self.dispatch_typed(),
        }
    }

    /// Dispatches what was typed. An edit that is refused leaves its text open.
    pub(super) fn dispatch_typed(self: &Rc<Self>) {
        self.typed.stop();
        let outcomes = self.engine.borrow_mut().dispatch_typed(&mut || self.sign());
        for TypedOutcome { field, text, outcome } in outcomes {
            let is_news = !matches!(&outcome, Ok(refresh) if refresh.is_empty());
            if !is_news || self.show(outcome) {
                self.release_text(&field);
            } else {
                self.hold_text(&field, &text);
            }
        }
        self.settle();
    }

    /// Forgets an edit that waits: its text cannot be read any more.
    pub(super) fn forget_typed(&self, place: &TypedPlace) {
        self.engine.borrow_mut().forget_typed(place);
        self.settle();
    }

    /// Whether something was typed that is not yet dispatched.
    pub(super) fn is_typing(&self) -> bool {
        self.engine.borrow().is_typing()
    }

    /// Says "saved" if, and only if, everything is.
    pub(super) fn settle(&self) {
        if self.is_idle() && !self.is_typing() {
            self.autosave.set_status(SaveStatus::Saved);
        }
    }

    /// Dispatches what was typed and writes what is queued, without waiting for a pause or a paint.
    pub(super) fn flush(self: &Rc<Self>) {
        self.dispatch_typed();
        self.engine.borrow_mut().end_burst();
        Autosave::run(self);
    }

    /// As [`Self::flush`], for a page that may go away at once: all that is issued before this returns.
    pub(super) fn write_before_leaving(self: &Rc<Self>) {
        self.dispatch_typed();
        Autosave::write_down(self);
        Autosave::run(self);
    }

    /// Takes up the texts that could not be read when the visit was left.
    pub(super) fn restore_texts(&self, texts: Vec<(String, Draft)>) {
        for (field, draft) in texts {
            if let Some(text) = draft.fields.first() {
                self.engine.borrow_mut().texts.hold(&field, &text.text);
            }
            self.app.drafts.found(&self.draft_key(&field), draft);
        }
        self.release_orphans();
        self.note_open();
    }

    /// Gives up texts whose dossier, table or row is gone.
    pub(super) fn release_orphans(&self) {
        let orphans = self.engine.borrow().orphans();
        for field in orphans {
            self.release_text(&field);
        }
    }

    fn note_open(&self) {
        let first = self.engine.borrow().texts.below("").next().map(|(field, _)| field.to_owned());
        if *self.typed.first_open.read_untracked() != first {
            self.typed.first_open.set(first);
        }
    }

    fn draft_key(&self, field: &str) -> String {
        open_texts_prefix(&self.id) + field
    }

    /// Keeps a text that cannot be read yet.
    pub(super) fn hold_text(&self, field: &str, text: &str) {
        if self.engine.borrow_mut().texts.hold(field, text) {
            let (name, text, before) = ("text".to_owned(), text.to_owned(), String::new());
            // A half-typed date of a browser's own field gives no text: nothing of it can be kept.
            let kept = (!text.is_empty()).then_some(DraftField { name, text, before });
            self.app.drafts.keep(&self.draft_key(field), kept.into_iter().collect());
            self.note_open();
        }
    }

    /// Forgets the text of a field, which was read or given up.
    pub(super) fn release_text(&self, field: &str) {
        if self.engine.borrow_mut().texts.release(field) {
            self.app.drafts.discard(&self.draft_key(field));
            self.note_open();
        }
    }
}

/// The text of one field while it cannot be read. The name of the field is the same whenever its page is drawn, so that the
/// text is found again. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct OpenText {
    session: Session,
    field: StoredValue<String>,
}

impl OpenText {
    pub(super) fn new(session: Session, field: String) -> Self {
        Self { session, field: StoredValue::new(field) }
    }

    /// Keeps the text; what is stored for the field stays as it is.
    pub fn hold(self, text: &str) {
        self.field.try_with_value(|field| self.session.hold_text(field, text));
    }

    /// Forgets it: it was read, or given up.
    pub fn release(self) {
        self.field.try_with_value(|field| self.session.release_text(field));
    }

    /// The text, if the field has one that cannot be read. Empty where the browser does not give it.
    pub fn text(self) -> Option<String> {
        self.field.try_with_value(|field| self.session.held_text(field)).flatten()
    }
}

impl Session {
    /// The text of a field of the visit while it cannot be read, as a handle for a component: it lives as long as the current
    /// reactive owner, so that event handlers go by the name of the field.
    pub fn open_text(self, field: String) -> OpenText {
        OpenText::new(self, field)
    }

    /// Keeps the text of a field that cannot be read; what is stored for the field stays as it is.
    pub fn hold_text(self, field: &str, text: &str) {
        self.try_with(|open| open.hold_text(field, text));
    }

    /// Forgets the text of a field: it was read, or given up.
    pub fn release_text(self, field: &str) {
        self.try_with(|open| open.release_text(field));
    }

    /// The text of a field, if it has one that cannot be read. Empty where the browser does not give it.
    pub fn held_text(self, field: &str) -> Option<String> {
        self.try_with(|open| open.engine.borrow().texts.text(field).map(str::to_owned)).flatten()
    }

    /// Gives up the open texts of all fields whose names begin so: something else was decided for them on purpose.
    pub fn release_texts(self, prefix: &str) {
        for (field, _) in self.open_texts(prefix) {
            self.release_text(&field);
        }
    }

    /// The open texts of the fields whose names begin so.
    pub fn open_texts(self, prefix: &str) -> Vec<(String, String)> {
        self.with(|open| {
            let engine = open.engine.borrow();
            engine.texts.below(prefix).map(|(field, text)| (field.to_owned(), text.to_owned())).collect()
        })
    }
}
