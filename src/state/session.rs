//! An open visit: what the checklist, the score and the findings read, and the one way to change it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock;
use crate::domain::answer::{Answer, Entry, Stamp};
use crate::domain::applicability::asked;
use crate::domain::edit::{Change, Edit, apply};
use crate::domain::finding::{Finding, findings};
use crate::domain::id::{ItemCode, VisitId};
use crate::domain::outcome::{Outcome, outcome};
use crate::domain::score::{ScoreCard, score};
use crate::domain::supervision::{Supervision, Unit};
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;
use crate::words::catalogue::notice as words;

use super::App;
use super::autosave::Autosave;
pub use super::autosave::SaveStatus;
use super::notice::edit_sentence;

/// How long after the last keystroke a text is dispatched. With the write it stays well within 500 ms.
const TEXT_PAUSE: Duration = Duration::from_millis(250);

/// The most edits that can be undone.
const MOST_UNDO: usize = 500;

/// What a row of the checklist shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState {
    /// Answer and note, with who and when.
    pub entry: Entry,
    /// What the answer amounts to.
    pub outcome: Outcome,
    /// Whether the item is asked at all.
    pub asked: bool,
}

/// Where something is typed in a row of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Typed {
    Answer,
    Note,
}

/// An open visit, alive as long as anything still has to be saved.
pub(super) struct Open {
    pub(super) app: App,
    pub(super) id: VisitId,
    pub(super) supervision: Supervision,
    pub(super) unit: Unit,
    pub(super) template: Arc<Template>,
    pub(super) visit: RefCell<Visit>,
    pub(super) autosave: Autosave,
    rows: BTreeMap<ItemCode, (usize, ArcRwSignal<RowState>)>,
    /// Items on whose answers others depend.
    controllers: BTreeSet<ItemCode>,
    version: ArcRwSignal<u64>,
    undo: RefCell<Vec<Edit>>,
    redo: RefCell<Vec<Edit>>,
    /// How many edits can be undone and redone.
    depth: ArcRwSignal<(usize, usize)>,
    /// What was typed and is not yet dispatched: for each item the last edit of each field.
    typed: RefCell<BTreeMap<(ItemCode, Typed), Edit>>,
    typing: Cell<Option<TimeoutHandle>>,
}

impl Open {
    pub(super) fn new(app: App, supervision: Supervision, unit: Unit, template: Template, visit: Visit) -> Rc<Self> {
        let conditions = template.items.iter().filter_map(|item| item.applies_if.as_ref());
        let controllers = conditions.map(|condition| condition.item.clone()).collect();
        let shown: BTreeSet<&ItemCode> = asked(&template, &visit).into_iter().map(|item| &item.code).collect();
        let row = |(position, item): (usize, &Item)| {
            let state = row_state(item, &visit, &unit, shown.contains(&item.code));
            (item.code.clone(), (position, ArcRwSignal::new(state)))
        };
        let rows = template.items.iter().enumerate().map(row).collect();
        Rc::new(Self {
            app,
            id: visit.id.clone(),
            supervision,
            rows,
            controllers,
            unit,
            template: Arc::new(template),
            visit: RefCell::new(visit),
            autosave: Autosave::new(),
            version: ArcRwSignal::new(0),
            undo: RefCell::default(),
            redo: RefCell::default(),
            depth: ArcRwSignal::new((0, 0)),
            typed: RefCell::default(),
            typing: Cell::new(None),
        })
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            at: clock::now(),
            by: self.app.prefs.person.get_untracked(),
            device: self.app.prefs.device.get_untracked(),
        }
    }

    /// Applies an edit, shows it and queues it for saving; gives back the edit that undoes it.
    fn make(self: &Rc<Self>, edit: Edit) -> Option<Edit> {
        let stamp = self.stamp();
        let (outcome, revision) = {
            let mut visit = self.visit.borrow_mut();
            (apply(&mut visit, &self.template, edit.clone(), &stamp), visit.revision)
        };
        match outcome {
            Ok(inverse) => {
                self.refresh(&edit);
                Autosave::queue(self, Change { revision, stamp, edit });
                Some(inverse)
            }
            Err(error) => {
                self.app.notices.fail(edit_sentence(&error, self.app.prefs.lang.get_untracked()));
                None
            }
        }
    }

    fn dispatch(self: &Rc<Self>, edit: Edit) {
        let Some(inverse) = self.make(edit) else { return };
        let mut undo = self.undo.borrow_mut();
        undo.push(inverse);
        let surplus = undo.len().saturating_sub(MOST_UNDO);
        undo.drain(..surplus);
        drop(undo);
        self.redo.borrow_mut().clear();
        self.count_undo();
    }

    fn step(self: &Rc<Self>, from: &RefCell<Vec<Edit>>, to: &RefCell<Vec<Edit>>) {
        self.dispatch_typed();
        let Some(edit) = from.borrow_mut().pop() else { return };
        if let Some(inverse) = self.make(edit) {
            to.borrow_mut().push(inverse);
        }
        self.tell_all();
        self.count_undo();
    }

    fn count_undo(&self) {
        self.depth.set((self.undo.borrow().len(), self.redo.borrow().len()));
    }

    /// Makes an unsaved change again on a visit that another tab has moved on.
    pub(super) fn replay(&self, change: Change) -> Option<Change> {
        let mut visit = self.visit.borrow_mut();
        apply(&mut visit, &self.template, change.edit.clone(), &change.stamp).ok()?;
        Some(Change { revision: visit.revision, ..change })
    }

    pub(super) fn replace_visit(&self, visit: Visit) {
        *self.visit.borrow_mut() = visit;
        // What could be undone was undone on another visit.
        self.undo.borrow_mut().clear();
        self.redo.borrow_mut().clear();
        self.count_undo();
    }

    pub(super) fn say_changed_elsewhere(&self) {
        self.app.notices.say(words::CHANGED_ELSEWHERE.get(self.app.prefs.lang.get_untracked()));
    }

    fn refresh(&self, edit: &Edit) {
        match edit {
            Edit::Answer { item, .. } if !self.controllers.contains(item) => self.refresh_row(item),
            Edit::Note { item, .. } => self.refresh_row(item),
            Edit::Finding { .. } | Edit::Answer { .. } | Edit::Details { .. } | Edit::Sections { .. } => {
                self.refresh_all();
            }
        }
    }

    /// Lets everything that reads the whole visit (score, findings, counts) follow. A tapped row comes first: the rest is
    /// told once that is painted.
    pub(super) fn tell_all(&self) {
        self.version.update(|version| *version += 1);
    }

    fn refresh_row(&self, code: &ItemCode) {
        let Some((position, row)) = self.rows.get(code) else {
            return;
        };
        let asked = row.read_untracked().asked;
        row.set(row_state(&self.template.items[*position], &self.visit.borrow(), &self.unit, asked));
    }

    pub(super) fn refresh_all(&self) {
        {
            let visit = self.visit.borrow();
            let shown: BTreeSet<&ItemCode> = asked(&self.template, &visit).into_iter().map(|item| &item.code).collect();
            for (code, (position, row)) in &self.rows {
                let state = row_state(&self.template.items[*position], &visit, &self.unit, shown.contains(code));
                if *row.read_untracked() != state {
                    row.set(state);
                }
            }
        }
        self.tell_all();
    }

    fn typed(self: &Rc<Self>, item: ItemCode, place: Typed, edit: Edit) {
        self.typed.borrow_mut().insert((item, place), edit);
        self.autosave.set_status(SaveStatus::Saving);
        if let Some(handle) = self.typing.take() {
            handle.clear();
        }
        let open = self.clone();
        let handle = set_timeout_with_handle(
            move || {
                open.typing.set(None);
                open.dispatch_typed();
            },
            TEXT_PAUSE,
        );
        match handle {
            Ok(handle) => self.typing.set(Some(handle)),
            Err(_) => self.dispatch_typed(),
        }
    }

    fn dispatch_typed(self: &Rc<Self>) {
        for edit in self.typed.take().into_values() {
            if !self.holds(&edit) {
                self.dispatch(edit);
            }
        }
        self.settle();
    }

    /// Whether the visit already says what was typed.
    fn holds(&self, edit: &Edit) -> bool {
        let visit = self.visit.borrow();
        match edit {
            Edit::Answer { item, answer } => visit.answer(item) == answer.as_ref(),
            Edit::Note { item, text } => visit.entries.get(item).map_or("", |entry| &entry.note) == text,
            Edit::Details { .. } | Edit::Sections { .. } | Edit::Finding { .. } => false,
        }
    }

    /// Says "saved" if, and only if, everything is.
    pub(super) fn settle(&self) {
        if self.autosave.is_idle() && self.typed.borrow().is_empty() {
            self.autosave.set_status(SaveStatus::Saved);
        }
    }

    /// Dispatches what was typed and writes what is queued, without waiting for a pause or a paint.
    pub(super) fn flush(self: &Rc<Self>) {
        if let Some(handle) = self.typing.take() {
            handle.clear();
        }
        self.dispatch_typed();
        Autosave::run(self);
    }
}

fn row_state(item: &Item, visit: &Visit, unit: &Unit, asked: bool) -> RowState {
    let entry = visit.entries.get(&item.code).cloned().unwrap_or_default();
    let outcome = outcome(item, entry.answer.as_ref(), unit.level, visit.date);
    RowState { entry, outcome, asked }
}

/// A handle on an open visit for the views of one page.
#[derive(Clone, Copy)]
pub struct Session {
    open: StoredValue<Rc<Open>, LocalStorage>,
    card: Memo<Arc<ScoreCard>>,
    findings: Memo<Arc<Vec<Finding>>>,
}

impl Session {
    /// A handle that lives as long as the current reactive owner.
    pub(super) fn new(open: Rc<Open>) -> Self {
        let version = open.version.clone();
        let app = open.app;
        // What was typed last must not wait for a pause that nobody sees.
        on_cleanup(move || app.flush());
        let open = StoredValue::new_local(open);
        let seen = version.clone();
        let card = Memo::new(move |_| {
            seen.track();
            open.with_value(|open| Arc::new(score(&open.template, &open.visit.borrow(), open.unit.level)))
        });
        let findings = Memo::new(move |_| {
            version.track();
            open.with_value(|open| Arc::new(findings(&open.template, &open.visit.borrow(), open.unit.level)))
        });
        Self { open, card, findings }
    }

    fn with<T>(self, read: impl FnOnce(&Rc<Open>) -> T) -> T {
        self.open.with_value(read)
    }

    /// Whether the page that this handle was made for is left. Nothing else may be asked of it then.
    pub fn is_closed(self) -> bool {
        self.open.is_disposed()
    }

    /// The visit's id.
    pub fn id(self) -> VisitId {
        self.with(|open| open.id.clone())
    }

    /// The supervision that the visit belongs to, as it was when the visit was opened.
    pub fn supervision(self) -> Supervision {
        self.with(|open| open.supervision.clone())
    }

    /// The unit visited.
    pub fn unit(self) -> Unit {
        self.with(|open| open.unit.clone())
    }

    /// The template that the visit was begun with.
    pub fn template(self) -> Arc<Template> {
        self.with(|open| open.template.clone())
    }

    /// Reads the visit; reactive: runs again in an effect or view after each edit.
    pub fn visit<T>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.with(|open| {
            open.version.track();
            read(&open.visit.borrow())
        })
    }

    /// What the row of an item shows; none if the template has no such item.
    pub fn row(self, code: &ItemCode) -> Option<ArcRwSignal<RowState>> {
        self.with(|open| open.rows.get(code).map(|(_, row)| row.clone()))
    }

    /// The score with its breakdown.
    pub fn card(self) -> Memo<Arc<ScoreCard>> {
        self.card
    }

    /// The findings as they stand.
    pub fn findings(self) -> Memo<Arc<Vec<Finding>>> {
        self.findings
    }

    /// Makes an edit: applied, shown, and saved soon after. A refused one becomes a notice.
    pub fn dispatch(self, edit: Edit) {
        self.with(|open| {
            open.dispatch_typed();
            open.dispatch(edit);
        });
    }

    /// Who, when and where, for an entry that carries its own stamp.
    pub fn stamp(self) -> Stamp {
        self.with(|open| open.stamp())
    }

    /// Takes the whole note of an item as it is being typed; dispatched after a short pause.
    pub fn note_typed(self, item: &ItemCode, text: String) {
        let edit = Edit::Note { item: item.clone(), text };
        self.with(|open| open.typed(item.clone(), Typed::Note, edit));
    }

    /// Takes the whole answer of an item as its figures or its reason are being typed; dispatched after a short pause.
    pub fn answer_typed(self, item: &ItemCode, answer: Option<Answer>) {
        let edit = Edit::Answer { item: item.clone(), answer };
        self.with(|open| open.typed(item.clone(), Typed::Answer, edit));
    }

    /// Dispatches what was typed and starts saving at once.
    pub fn flush(self) {
        self.with(Open::flush);
    }

    /// Undoes the last edit.
    pub fn undo(self) {
        self.with(|open| open.step(&open.undo, &open.redo));
    }

    /// Makes the last undone edit again.
    pub fn redo(self) {
        self.with(|open| open.step(&open.redo, &open.undo));
    }

    /// Whether there is an edit to undo.
    pub fn can_undo(self) -> Signal<bool> {
        let depth = self.with(|open| open.depth.clone());
        Signal::derive(move || depth.get().0 > 0)
    }

    /// Whether there is an edit to redo.
    pub fn can_redo(self) -> Signal<bool> {
        let depth = self.with(|open| open.depth.clone());
        Signal::derive(move || depth.get().1 > 0)
    }

    /// Whether what is on the screen is durable.
    pub fn save_status(self) -> Signal<SaveStatus> {
        let status = self.with(|open| open.autosave.status.clone());
        Signal::derive(move || status.get())
    }
}
