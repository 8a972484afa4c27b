//! A visit that is worked on: the one place where an edit is made, undone, queued for saving, and made again on top of what
//! another tab wrote. Every call says what has to be shown anew; nothing here waits, reads a clock or writes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::answer::Stamp;
use crate::domain::applicability::asked;
use crate::domain::calendar::WorkingCalendar;
use crate::domain::edit::{Change, Edit, EditError, FiguresEdit, apply, narrow};
use crate::domain::id::{DossierId, ItemCode};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::supervision::Level;
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;
use crate::storage::backend::StoreError;
use crate::storage::store::{Commit, Unsaved, missing_from};

use super::judging::Judging;
use super::row::RowState;
use super::typing::{OpenTexts, TypedPlace, Waiting};

/// The most edits that can be undone.
pub const MOST_UNDO: usize = 500;

/// Who makes a change, when, and the id that no other change has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The id.
    pub id: String,
    /// Who, when and where.
    pub stamp: Stamp,
}

/// What has to be shown anew after an edit, before the whole visit is derived anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refresh {
    /// The row of an item.
    Row(ItemCode),
    /// Every row, and all that reads the whole visit.
    Everything,
    /// As [`Self::Everything`], and every dossier: it is judged as of another day.
    Rejudged,
    /// Dossiers, draws or the posting.
    Samples {
        /// Whether there are other dossiers than before, or they are judged otherwise.
        is_other_list: bool,
    },
    /// The figures.
    Figures,
}

/// What became of a typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedOutcome {
    /// The name of the text that stays open where the edit was refused.
    pub field: String,
    /// That text as far as it is one.
    pub text: String,
    /// What has to be shown anew; nothing where the visit said so already.
    pub outcome: Result<Vec<Refresh>, EditError>,
}

/// A write of all that waits.
#[derive(Debug)]
pub struct Write {
    /// The transaction.
    pub commit: Commit,
    /// The visit in short, as it is after the transaction.
    pub summary: VisitSummary,
}

/// A visit that is worked on.
pub struct OpenVisit {
    template: Arc<Template>,
    level: Level,
    visit: Visit,
    judging: Judging,
    /// Items on whose answers others depend.
    controllers: BTreeSet<ItemCode>,
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    waiting: Waiting<TypedPlace, Edit>,
    /// The field whose edits are one step to undo.
    burst: Option<TypedPlace>,
    /// Texts that cannot be read yet.
    pub texts: OpenTexts,
    queue: Vec<Change>,
    /// What the transaction under way writes.
    writing: Vec<Change>,
}

impl OpenVisit {
    /// A visit as it is stored, to a unit of this level. Without a calendar no dossier is judged.
    pub fn new(template: Arc<Template>, level: Level, visit: Visit, calendar: Option<Arc<WorkingCalendar>>) -> Self {
        let judging = Judging::new(calendar, &visit, &template);
        let controllers = template.items.iter().flat_map(Item::depends_on).cloned().collect();
        Self {
            template,
            level,
            visit,
            judging,
            controllers,
            undo: Vec::new(),
            redo: Vec::new(),
            waiting: Waiting::default(),
            burst: None,
            texts: OpenTexts::default(),
            queue: Vec::new(),
            writing: Vec::new(),
        }
    }

    /// The visit as it stands, with every edit that was made.
    pub fn visit(&self) -> &Visit {
        &self.visit
    }

    /// What is judged of its samples and figures.
    pub fn judging(&self) -> &Judging {
        &self.judging
    }

    /// The row of an item; `asked` says whether the item is asked.
    pub fn row(&self, item: &Item, asked: bool) -> RowState {
        RowState::of(&self.template, item, &self.visit, self.judging.evidence(), self.level, asked)
    }

    /// The rows of all items, in the order of the template.
    pub fn rows(&self) -> impl Iterator<Item = (&ItemCode, RowState)> {
        let asked: BTreeSet<&ItemCode> =
            asked(&self.template, &self.visit, self.judging.evidence()).into_iter().map(|item| &item.code).collect();
        self.template.items.iter().map(move |item| (&item.code, self.row(item, asked.contains(&item.code))))
    }

    /// The edit, told by the fields that it changes of what the visit holds.
    pub fn narrowed(&self, edit: Edit) -> Edit {
        narrow(&self.visit, edit)
    }

    /// Makes an edit that can be undone by itself.
    pub fn dispatch(&mut self, edit: Edit, by: Signature) -> Result<Vec<Refresh>, EditError> {
        self.burst = None;
        let (inverse, refresh) = self.make(edit, by)?;
        self.remember(inverse);
        Ok(refresh)
    }

    /// Takes an edit that is being typed; `now` is in milliseconds of any steady clock. Gives in how many milliseconds it is
    /// to be dispatched.
    pub fn typed(&mut self, place: TypedPlace, edit: Edit, now: u64) -> u64 {
        // Told by its fields at once: what another tab changes before it is dispatched stays.
        let edit = self.narrowed(edit);
        self.waiting.typed(place, edit, now);
        self.waiting.due_in(now).unwrap_or_default()
    }

    /// Forgets an edit that waits: its text cannot be read any more.
    pub fn forget_typed(&mut self, place: &TypedPlace) {
        self.waiting.forget(place);
    }

    /// Whether something was typed that is not yet dispatched.
    pub fn is_typing(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Makes the edits that were typed. What is typed into one field without leaving it is one step to undo, however often
    /// it is saved meanwhile.
    pub fn dispatch_typed(&mut self, sign: &mut dyn FnMut() -> Signature) -> Vec<TypedOutcome> {
        let mut outcomes = Vec::new();
        for (place, edit) in self.waiting.take() {
            let (field, text) = place.refused(&edit);
            let outcome = if self.holds(&edit) { Ok(Vec::new()) } else { self.dispatch_burst(place, edit, sign()) };
            outcomes.push(TypedOutcome { field, text, outcome });
        }
        outcomes
    }

    /// Notes that the next typed edit is a step of its own.
    pub fn end_burst(&mut self) {
        self.burst = None;
    }

    fn dispatch_burst(&mut self, place: TypedPlace, edit: Edit, by: Signature) -> Result<Vec<Refresh>, EditError> {
        let (inverse, refresh) = self.make(edit, by)?;
        let is_same_field = self.burst.as_ref() == Some(&place);
        self.burst = Some(place);
        if !(is_same_field && self.redo.is_empty()) || self.undo.is_empty() {
            self.remember(inverse);
        }
        Ok(refresh)
    }

    /// Whether the visit already says what an edit says.
    pub fn holds(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Answer { item, answer } => self.visit.answer(item) == answer.as_ref(),
            Edit::Note { item, text } => self.visit.entries.get(item).map_or("", |entry| &entry.note) == text,
            Edit::DossierFields { fields, .. } => fields.is_empty(),
            Edit::PostingParts { parts } => parts.is_empty(),
            Edit::Figures { change: FiguresEdit::TableParts { parts, .. } } => parts.is_empty(),
            _ => false,
        }
    }

    /// Applies an edit and queues it; gives the edit that undoes it, and what has to be shown anew.
    fn make(&mut self, edit: Edit, by: Signature) -> Result<(Edit, Vec<Refresh>), EditError> {
        let edit = self.narrowed(edit);
        let inverse = apply(&mut self.visit, &self.template, edit.clone(), &by.stamp)?;
        let refresh = edit.parts().iter().map(|edit| self.follow(edit)).collect();
        self.queue.push(Change { revision: self.visit.revision, id: by.id, stamp: by.stamp, edit });
        Ok((inverse, refresh))
    }

    fn remember(&mut self, inverse: Edit) {
        self.undo.push(inverse);
        let surplus = self.undo.len().saturating_sub(MOST_UNDO);
        self.undo.drain(..surplus);
        self.redo.clear();
    }

    /// Undoes the last edit; none where there is nothing to undo. What was typed has to be dispatched before.
    pub fn undo(&mut self, by: Signature) -> Option<Result<Vec<Refresh>, EditError>> {
        self.burst = None;
        let edit = self.undo.pop()?;
        Some(self.make(edit, by).map(|(inverse, refresh)| {
            self.redo.push(inverse);
            refresh
        }))
    }

    /// Makes the last undone edit again; none where there is none.
    pub fn redo(&mut self, by: Signature) -> Option<Result<Vec<Refresh>, EditError>> {
        self.burst = None;
        let edit = self.redo.pop()?;
        Some(self.make(edit, by).map(|(inverse, refresh)| {
            self.undo.push(inverse);
            refresh
        }))
    }

    /// How many edits can be undone, and redone.
    pub fn depth(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    fn follow(&mut self, edit: &Edit) -> Refresh {
        match edit {
            Edit::Answer { item, .. } if !self.controllers.contains(item) => Refresh::Row(item.clone()),
            Edit::Note { item, .. } => Refresh::Row(item.clone()),
            Edit::Details { .. } | Edit::DetailFields { .. } => {
                // Dossiers are judged as of the day of the visit.
                self.judging.judge_all(&self.visit);
                Refresh::Rejudged
            }
            Edit::Finding { .. } | Edit::FindingFields { .. } | Edit::Answer { .. } | Edit::Sections { .. } => {
                Refresh::Everything
            }
            Edit::Dossiers { rows } => self.judge(rows.iter().map(|row| &row.id)),
            Edit::DossierFields { id, .. } => self.judge(std::iter::once(id)),
            Edit::Draws { .. } | Edit::DrawParts { .. } | Edit::Posting { .. } | Edit::PostingParts { .. } => {
                self.judging.outdate();
                Refresh::Samples { is_other_list: false }
            }
            Edit::Figures { .. } => {
                self.judging.outdate_figures();
                Refresh::Figures
            }
            // What it is made of was followed one by one.
            Edit::Batch { .. } => Refresh::Everything,
        }
    }

    fn judge<'i>(&mut self, changed: impl Iterator<Item = &'i DossierId>) -> Refresh {
        Refresh::Samples { is_other_list: self.judging.follow(&self.visit, changed) }
    }

    /// Takes a calendar, or another one, and judges by it.
    pub fn take_calendar(&mut self, calendar: Arc<WorkingCalendar>) {
        self.judging.take_calendar(calendar);
        self.judging.judge_all(&self.visit);
    }

    /// Gathers what samples and figures show, if that is outdated. Whether it was: then every row may show something else.
    pub fn gather(&mut self) -> bool {
        self.judging.gather(&self.visit, &self.template)
    }

    /// The names of open texts whose dossier, table or row is gone.
    pub fn orphans(&self) -> Vec<String> {
        self.texts.orphans(&self.visit)
    }

    /// The changes that are not known to be durable, oldest first.
    pub fn unsaved(&self) -> Vec<Change> {
        self.writing.iter().chain(&self.queue).cloned().collect()
    }

    /// Whether every change is durable.
    pub fn is_saved(&self) -> bool {
        self.queue.is_empty() && self.writing.is_empty()
    }

    /// Whether changes wait that no transaction under way writes.
    pub fn has_queue(&self) -> bool {
        !self.queue.is_empty()
    }

    /// Begins to write all that waits; none where nothing does. [`Self::written`], [`Self::not_written`] or
    /// [`Self::rebase`] follows.
    ///
    /// # Errors
    /// A record that cannot be serialised; all of it goes on waiting.
    pub fn begin_write(&mut self) -> Result<Option<Write>, StoreError> {
        if self.queue.is_empty() {
            return Ok(None);
        }
        let summary = summary(&self.template, &self.visit, self.judging.evidence(), self.level);
        let commit = Commit::of(&self.visit, &self.queue, &summary)?;
        self.writing = std::mem::take(&mut self.queue);
        Ok(Some(Write { commit, summary }))
    }

    /// The write is durable.
    pub fn written(&mut self) {
        self.writing.clear();
    }

    /// The write failed: what it held waits again, before what came meanwhile.
    pub fn not_written(&mut self) {
        self.writing.append(&mut self.queue);
        self.queue = std::mem::take(&mut self.writing);
    }

    /// Gives up what is unsaved, as the visit was removed or replaced on purpose.
    pub fn abandon(&mut self) {
        self.queue.clear();
    }

    /// Another tab was quicker: takes the visit that is stored, and makes what is unsaved again on top of it. What its
    /// history holds is not made twice: another tab took it up, or a write whose end nobody heard had reached it. Gives how
    /// many changes the visit does not take any more.
    pub fn rebase(&mut self, stored: Visit, history: &[Change]) -> usize {
        self.not_written();
        let pending = missing_from(std::mem::take(&mut self.queue), history);
        self.replace(stored);
        self.make_again(pending)
    }

    /// Takes the visit that is stored, where nothing is unsaved.
    pub fn replace(&mut self, stored: Visit) {
        self.visit = stored;
        self.burst = None;
        // What could be undone was undone on another visit.
        self.undo.clear();
        self.redo.clear();
        self.judging.judge_all(&self.visit);
    }

    /// Makes the changes again that pages before this one wrote down as they went away, where the history of the visit does
    /// not hold them; `stored` is the visit that this history leads to. Two pages may have written down one change. Gives how
    /// many of them the visit does not take any more.
    pub fn take_up(&mut self, mut unsaved: Vec<Unsaved>, stored: Visit, history: &[Change]) -> usize {
        // Changes that reached the visit after it was read are in the history and not made again.
        if self.is_saved() && self.visit.revision != stored.revision {
            self.replace(stored);
        }
        unsaved.sort_by_key(|unsaved| unsaved.changes.first().map(|change| change.stamp.at));
        let mut refused = 0;
        for unsaved in unsaved {
            let missing = missing_from(missing_from(unsaved.changes, history), &self.unsaved());
            refused += self.make_again(missing);
        }
        refused
    }

    /// Makes changes again that did not reach the visit, as they were signed, and queues them. Gives how many of them it
    /// does not take any more.
    fn make_again(&mut self, changes: Vec<Change>) -> usize {
        let mut refused = 0;
        for change in changes {
            match apply(&mut self.visit, &self.template, change.edit.clone(), &change.stamp) {
                Ok(_) => self.queue.push(Change { revision: self.visit.revision, ..change }),
                Err(_) => refused += 1,
            }
        }
        self.judging.judge_all(&self.visit);
        refused
    }
}
