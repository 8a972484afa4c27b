//! The draft of a form: its fields are bound once, and from then on what is typed is kept, found again, and gone when the
//! record is stored or the person says so. Every form uses this, so that all of them keep their promises alike.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::engine::drafts::{FieldText, Texts, differences, join};
use crate::state::drafts::Drafts;
use crate::state::owner_scope::OwnerScope;
use crate::state::page::leave_field;
use crate::state::{App, Session};

use super::date_field::TypedDate;

/// What a field holds, as the text of its draft.
pub trait DraftValue: Clone + Send + Sync + 'static {
    /// The text.
    fn to_text(&self) -> String;

    /// The value of a text; none for a text that another version wrote and this one cannot read.
    fn of_text(text: &str) -> Option<Self>;
}

impl DraftValue for String {
    fn to_text(&self) -> String {
        self.clone()
    }

    fn of_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl DraftValue for usize {
    fn to_text(&self) -> String {
        self.to_string()
    }

    fn of_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl DraftValue for bool {
    fn to_text(&self) -> String {
        self.to_string()
    }

    fn of_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A date that is not taken: the browser gives no text for one that is half typed. It is found again as one, so that nothing
/// is saved in its place.
const NOT_TAKEN: &str = "?";

impl DraftValue for TypedDate {
    fn to_text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Broken => NOT_TAKEN.to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        if text == NOT_TAKEN { Some(Self::Broken) } else { Some(Self::read(text)) }
    }
}

/// One field: how its text is read, which is reactive, and written.
struct Field {
    name: &'static str,
    is_carried: bool,
    get: Box<dyn Fn() -> String>,
    set: Box<dyn Fn(&str)>,
}

/// The fields of a form, each under its name.
#[derive(Default)]
pub struct FormFields(Vec<Field>);

impl FormFields {
    /// Binds a signal.
    pub fn field<T: DraftValue>(self, name: &'static str, value: RwSignal<T>) -> Self {
        let set = move |text: &str| {
            if let Some(read) = T::of_text(text) {
                value.set(read);
            }
        };
        self.bound(name, move || value.with(T::to_text), set)
    }

    /// Binds one of several.
    pub fn choice<T>(self, name: &'static str, value: RwSignal<T>, all: &'static [T]) -> Self
    where
        T: Copy + PartialEq + Send + Sync + 'static,
    {
        let get = move || {
            let chosen = value.get();
            all.iter().position(|one| *one == chosen).map(|place| place.to_string()).unwrap_or_default()
        };
        let set = move |text: &str| {
            if let Some(one) = text.parse().ok().and_then(|place: usize| all.get(place)) {
                value.set(*one);
            }
        };
        self.bound(name, get, set)
    }

    /// Binds whatever can be read as a text, reactively, and written from it.
    pub fn bound(
        mut self,
        name: &'static str,
        get: impl Fn() -> String + 'static,
        set: impl Fn(&str) + 'static,
    ) -> Self {
        self.0.push(Field { name, is_carried: false, get: Box::new(get), set: Box::new(set) });
        self
    }

    /// The field that was bound last goes with a draft without being typed.
    pub fn carried(mut self) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.is_carried = true;
        }
        self
    }

    /// What stands in the fields; reactive.
    pub fn texts(&self) -> Texts {
        let text = |field: &Field| FieldText { name: field.name, text: (field.get)(), is_carried: field.is_carried };
        self.0.iter().map(text).collect()
    }

    fn fill(&self, texts: &[(&'static str, String)]) {
        for field in &self.0 {
            if let Some((_, text)) = texts.iter().find(|(name, _)| *name == field.name)
                && untrack(|| (field.get)()) != *text
            {
                (field.set)(text);
            }
        }
    }
}

/// The draft of a form that is open. A handle for the views of the form: copies are the same.
#[derive(Clone, Copy)]
pub struct FormDraft {
    app: App,
    /// The form's name, for `data-form`.
    pub(super) name: &'static str,
    key: StoredValue<String>,
    fields: StoredValue<FormFields, LocalStorage>,
    record: StoredValue<Texts>,
    /// The owner of the form: a row that a draft brings lives as long as those that a person adds.
    owner: OwnerScope,
    /// When the draft was written last; none while the form says what its record says.
    pub(super) written: RwSignal<Option<DateTime<Utc>>>,
    /// Whether the draft was there when the form was opened.
    is_found: RwSignal<bool>,
    unfolds: RwSignal<bool>,
    /// How often other tabs had written drafts when the fields were looked at last.
    elsewhere: StoredValue<u64>,
    /// Whether something was typed here, and not only found.
    is_typed: StoredValue<bool>,
    /// Whether the form has no record: then its draft is all there is of it, and nothing is unsaved.
    pub(super) is_lasting: bool,
    pub(super) has_moved: RwSignal<bool>,
}

impl FormDraft {
    /// Binds a form whose fields say what its record says: the draft with this key is filled in, and kept from here on. Lives
    /// as long as the current reactive owner.
    pub fn of(app: App, name: &'static str, key: String, fields: FormFields) -> Self {
        let record = untrack(|| fields.texts());
        Self::new(app, name, key, fields, record, false)
    }

    /// As [`Self::of`], for fields that outlive the form: they may hold what was typed before it was drawn anew. `record` is
    /// what they said when the form was opened.
    pub fn over(app: App, name: &'static str, key: String, fields: FormFields, record: Texts) -> Self {
        Self::new(app, name, key, fields, record, false)
    }

    /// As [`Self::of`], for a form that is never stored in a record, such as that of a letter.
    pub fn lasting(app: App, name: &'static str, key: String, fields: FormFields) -> Self {
        let record = untrack(|| fields.texts());
        Self::new(app, name, key, fields, record, true)
    }

    fn new(app: App, name: &'static str, key: String, fields: FormFields, record: Texts, is_lasting: bool) -> Self {
        let drafts = app.drafts;
        drafts.ensure();
        let draft = Self {
            app,
            name,
            key: StoredValue::new(key),
            record: StoredValue::new(record),
            fields: StoredValue::new_local(fields),
            owner: OwnerScope::here(),
            written: RwSignal::new(None),
            is_found: RwSignal::new(false),
            unfolds: RwSignal::new(false),
            elsewhere: StoredValue::new(untrack(|| drafts.changed_elsewhere())),
            is_typed: StoredValue::new(false),
            is_lasting,
            has_moved: RwSignal::new(false),
        };
        if untrack(|| drafts.is_read()) {
            draft.fill();
        }
        Effect::new(move |filled: Option<Option<u64>>| draft.follow(filled.flatten()));
        on_cleanup(move || {
            draft.key.with_value(|key| drafts.close(key));
            drafts.flush();
        });
        draft
    }

    /// Whether the draft was there when the form was opened; reactive.
    pub fn is_found(self) -> bool {
        self.is_found.get()
    }

    /// Whether a part of the page that is folded away is unfolded for a draft that was found in it; reactive. It stays so.
    pub fn unfolds(self) -> bool {
        self.unfolds.get()
    }

    /// The key of the draft, for the write that stores the record; none while the form says what its record says. Then a
    /// draft with this key is another tab's.
    pub fn key(self) -> Option<String> {
        self.written.get_untracked().map(|_| self.key.get_value())
    }

    /// Keeps what stands in the fields. `filled` is how many drafts had been taken back when this form was filled last.
    fn follow(self, filled: Option<u64>) -> Option<u64> {
        let drafts = self.app.drafts;
        let (is_read, revived, elsewhere) = (drafts.is_read(), drafts.revived(), drafts.changed_elsewhere());
        let typed = self.fields.with_value(FormFields::texts);
        if filled.is_none() && !is_read {
            drafts.ensure();
            return None;
        }
        if filled != Some(revived) {
            self.fill();
        }
        let typed = if filled == Some(revived) { typed } else { untrack(|| self.fields.with_value(FormFields::texts)) };
        let fields = self.record.with_value(|record| differences(record, &typed));
        self.key.with_value(|key| {
            let is_same = fields.is_empty();
            // What became part of a record goes with that record; what another tab deleted is kept where it was typed.
            let is_news = self.elsewhere.try_update_value(|seen| std::mem::replace(seen, elsewhere)) != Some(elsewhere);
            if is_news && !is_same && self.is_typed.get_value() {
                drafts.keep_if_gone(key, fields);
            } else if !(is_same && drafts.is_leaving(key)) && drafts.keep(key, fields) {
                self.is_typed.set_value(true);
            }
            if is_same {
                drafts.close(key);
                self.say(None);
            } else {
                if !self.is_lasting {
                    drafts.open(key);
                }
                self.say(drafts.held(key).map(|draft| draft.written));
            }
        });
        Some(revived)
    }

    fn say(self, written: Option<DateTime<Utc>>) {
        if self.written.get_untracked() != written {
            self.written.set(written);
        }
        if written.is_none() {
            self.is_found.set(false);
            self.has_moved.set(false);
        }
    }

    /// Fills the fields from the draft, if there is one.
    fn fill(self) {
        let drafts = self.app.drafts;
        let held = self.key.with_value(|key| drafts.held(key).filter(|_| !drafts.is_leaving(key)));
        let Some(draft) = held else { return };
        self.fields.with_value(|fields| {
            let typed = untrack(|| fields.texts());
            let joined = self.record.with_value(|record| join(&draft, record, &typed));
            self.put(fields, &joined.texts);
            let now = untrack(|| fields.texts());
            let is_other = self.record.with_value(|record| !differences(record, &now).is_empty());
            self.has_moved.set(joined.has_moved);
            self.is_found.set(is_other);
            if is_other {
                self.unfolds.set(true);
            }
            self.written.set(is_other.then_some(draft.written));
        });
    }

    fn put(self, fields: &FormFields, texts: &[(&'static str, String)]) {
        self.owner.make(|| fields.fill(texts));
    }

    /// The fields became an edit of the visit, which was just dispatched: its commit deletes the draft. What stands in the
    /// fields is now what the record says.
    pub fn leave_with(self, session: Session) {
        if session.is_settled() {
            // The visit says all of it already.
            return self.stored();
        }
        let drafts = self.app.drafts;
        self.key.with_value(|key| {
            drafts.leave_with(key, &session.id());
            drafts.close(key);
        });
        self.rests();
    }

    /// The record was stored: the draft is deleted, and what stands in the fields is what the record says.
    pub fn stored(self) {
        let drafts = self.app.drafts;
        self.key.with_value(|key| {
            drafts.keep(key, Vec::new());
            drafts.close(key);
        });
        self.rests();
    }

    /// What to do once the record is stored, also where the form is gone by then.
    pub fn on_stored(self) -> impl Fn() + Clone + 'static {
        let (drafts, key) = (self.app.drafts, self.key());
        move || {
            if let Some(key) = &key {
                drafts.discard(key);
                drafts.close(key);
            }
        }
    }

    fn rests(self) {
        self.record.set_value(self.fields.with_value(|fields| untrack(|| fields.texts())));
        self.say(None);
    }

    /// Discards the draft on purpose: the fields say what the record says, and an offer stands to take it back.
    pub fn discard(self) {
        let Some(draft) = self.key.with_value(|key| self.app.drafts.held(key)) else { return };
        let key = self.key.get_value();
        self.app.drafts.discard(&key);
        self.app.drafts.close(&key);
        let before: Vec<_> = self.record.with_value(|record| texts_of(record).collect());
        // A field with the focus is never written, and not every browser takes the focus out of it for a tapped button.
        leave_field();
        self.fields.with_value(|fields| self.put(fields, &before));
        self.say(None);
        self.app.offer_draft_back(key, draft);
    }
}

fn texts_of(texts: &Texts) -> impl Iterator<Item = (&'static str, String)> {
    texts.iter().map(|field| (field.name, field.text.clone()))
}

/// Opens an editor within a page where a draft of it was kept: once drafts are read, and again when one is taken back. `open`
/// looks for the draft.
pub fn reopen_where_kept(app: App, open: impl Fn(Drafts) + 'static) {
    let drafts = app.drafts;
    drafts.ensure();
    Effect::new(move |seen: Option<Option<u64>>| {
        let (is_read, revived) = (drafts.is_read(), drafts.revived());
        let seen = seen.flatten();
        if seen.is_none() && !is_read {
            drafts.ensure();
            return None;
        }
        if seen != Some(revived) {
            untrack(|| open(drafts));
        }
        Some(revived)
    });
}
