//! An open visit: the visit itself with all that is derived from it and queued of it, shared by the handles on it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::answer::{Answer, Entry, Stamp};
use crate::domain::applicability::asked;
use crate::domain::calendar::WorkingCalendar;
use crate::domain::edit::{Change, Edit, apply, narrow};
use crate::domain::evidence::{Evidence, Shown, StandingKind};
use crate::domain::id::{DossierId, ItemCode, VisitId};
use crate::domain::outcome::Outcome;
use crate::domain::supervision::{Supervision, Unit};
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;
use crate::words::catalogue::notice as words;
use crate::words::format::count;

use super::App;
use super::autosave::Autosave;
use super::judging::Judging;
use super::notice::edit_sentence;
use super::typed_text::{Typed, TypedText};

/// The most edits that can be undone.
const MOST_UNDO: usize = 500;

/// What a row of the checklist shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState {
    /// Answer and note, with who and when.
    pub entry: Entry,
    /// What the answer that counts amounts to.
    pub outcome: Outcome,
    /// What the samples of the visit show of the item.
    pub shown: Option<Arc<Shown>>,
    /// Which of the two counts.
    pub standing: StandingKind,
    /// Whether the item is asked at all.
    pub asked: bool,
}

impl RowState {
    /// The answer that counts.
    pub fn answer(&self) -> Option<&Answer> {
        match self.standing {
            StandingKind::Open | StandingKind::Awaited => None,
            StandingKind::Shown | StandingKind::Unreasoned => self.shown.as_ref().map(|shown| &shown.answer),
            StandingKind::ByHand | StandingKind::Overruled | StandingKind::Reported => self.entry.answer.as_ref(),
        }
    }

    /// Whether the answer by hand counts over what the samples show.
    pub fn is_overruled(&self) -> bool {
        self.standing == StandingKind::Overruled
    }
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
    pub(super) judging: RefCell<Judging>,
    /// Goes up with each change of the dossiers, draws or the posting.
    pub(super) samples: ArcRwSignal<u64>,
    /// Goes up with each change of the figures.
    pub(super) figures: ArcRwSignal<u64>,
    /// Goes up when dossiers are entered or removed.
    pub(super) members: ArcRwSignal<u64>,
    pub(super) rows: BTreeMap<ItemCode, (usize, ArcRwSignal<RowState>)>,
    /// Items on whose answers others depend.
    controllers: BTreeSet<ItemCode>,
    pub(super) version: ArcRwSignal<u64>,
    pub(super) undo: RefCell<Vec<Edit>>,
    pub(super) redo: RefCell<Vec<Edit>>,
    /// How many edits can be undone and redone.
    pub(super) depth: ArcRwSignal<(usize, usize)>,
    /// What is typed and not yet part of the visit.
    pub(super) typed: TypedText,
}

impl Open {
    pub(super) fn new(
        app: App,
        supervision: Supervision,
        unit: Unit,
        template: Template,
        visit: Visit,
        calendar: Option<Arc<WorkingCalendar>>,
    ) -> Rc<Self> {
        let judging = Judging::new(calendar, &visit, &template);
        let controllers = template.items.iter().flat_map(Item::depends_on).cloned().collect();
        let shown: BTreeSet<&ItemCode> =
            asked(&template, &visit, judging.evidence()).into_iter().map(|item| &item.code).collect();
        let row = |(position, item): (usize, &Item)| {
            let state = row_state(&template, item, &visit, judging.evidence(), &unit, shown.contains(&item.code));
            (item.code.clone(), (position, ArcRwSignal::new(state)))
        };
        let rows = template.items.iter().enumerate().map(row).collect();
        Rc::new(Self {
            app,
            id: visit.id.clone(),
            supervision,
            judging: RefCell::new(judging),
            samples: ArcRwSignal::new(0),
            members: ArcRwSignal::new(0),
            figures: ArcRwSignal::new(0),
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
            typed: TypedText::default(),
        })
    }

    pub(super) fn stamp(&self) -> Stamp {
        self.app.stamp()
    }

    /// Applies an edit, shows it and queues it for saving; gives back the edit that undoes it.
    fn make(self: &Rc<Self>, edit: Edit) -> Option<Edit> {
        let stamp = self.stamp();
        let (edit, outcome, revision) = {
            let mut visit = self.visit.borrow_mut();
            let edit = narrow(&visit, edit);
            let outcome = apply(&mut visit, &self.template, edit.clone(), &stamp);
            (edit, outcome, visit.revision)
        };
        match outcome {
            Ok(inverse) => {
                edit.parts().iter().for_each(|edit| self.refresh(edit));
                self.release_orphans();
                Autosave::queue(self, Change { revision, stamp, edit });
                Some(inverse)
            }
            Err(error) => {
                self.app.notices.fail(edit_sentence(&error, self.app.prefs.lang.get_untracked()));
                None
            }
        }
    }

    /// Makes an edit that can be undone. Whether it was made.
    pub(super) fn dispatch(self: &Rc<Self>, edit: Edit) -> bool {
        self.typed.end_burst();
        let inverse = self.make(edit);
        let is_made = inverse.is_some();
        inverse.into_iter().for_each(|inverse| self.remember(inverse));
        is_made
    }

    /// Makes an edit that was typed. What is typed into one field without leaving it is one step to undo, however often
    /// it is saved meanwhile. Whether the edit was made.
    pub(super) fn dispatch_burst(self: &Rc<Self>, place: &Typed, edit: Edit) -> bool {
        let Some(inverse) = self.make(edit) else { return false };
        let is_one_step = self.typed.go_on_with(place) && self.redo.borrow().is_empty();
        if !is_one_step || self.undo.borrow().is_empty() {
            self.remember(inverse);
        }
        true
    }

    fn remember(&self, inverse: Edit) {
        let mut undo = self.undo.borrow_mut();
        undo.push(inverse);
        let surplus = undo.len().saturating_sub(MOST_UNDO);
        undo.drain(..surplus);
        drop(undo);
        self.redo.borrow_mut().clear();
        self.count_undo();
    }

    pub(super) fn step(self: &Rc<Self>, from: &RefCell<Vec<Edit>>, to: &RefCell<Vec<Edit>>) {
        self.dispatch_typed();
        self.typed.end_burst();
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

    /// Makes unsaved changes again on a visit that another tab has moved on, and queues them; gives how many of them it
    /// does not take any more.
    pub(super) fn replay_all(&self, changes: Vec<Change>) -> usize {
        let mut visit = self.visit.borrow_mut();
        let mut refused = 0;
        for change in changes {
            match apply(&mut visit, &self.template, change.edit.clone(), &change.stamp) {
                Ok(_) => self.autosave.put_in_queue(Change { revision: visit.revision, ..change }),
                Err(_) => refused += 1,
            }
        }
        refused
    }

    pub(super) fn replace_visit(&self, visit: Visit) {
        *self.visit.borrow_mut() = visit;
        self.typed.end_burst();
        // What could be undone was undone on another visit.
        self.undo.borrow_mut().clear();
        self.redo.borrow_mut().clear();
        self.count_undo();
    }

    /// Derives everything anew after the visit became another one.
    pub(super) fn settle_in(self: &Rc<Self>) {
        self.judge_all();
        self.figures.update(|figures| *figures += 1);
        self.refresh_all();
        self.want_calendar_for_dossiers();
    }

    /// Asks for the calendar where there is something to judge.
    pub(super) fn want_calendar_for_dossiers(self: &Rc<Self>) {
        if !self.visit.borrow().dossiers.is_empty() {
            self.want_calendar();
        }
    }

    pub(super) fn say_changed_elsewhere(&self) {
        self.app.notices.say(words::CHANGED_ELSEWHERE.get(self.app.prefs.lang.get_untracked()));
    }

    /// Says how many unsaved changes the visit does not take any more, if there are such.
    pub(super) fn say_not_made_again(&self, refused: usize) {
        if refused > 0 {
            let sentence = words::NOT_MADE_AGAIN.get(self.app.prefs.lang.get_untracked());
            self.app.notices.fail(sentence.replace("{n}", &count(refused as u64)));
        }
    }

    fn refresh(&self, edit: &Edit) {
        match edit {
            Edit::Answer { item, .. } if !self.controllers.contains(item) => self.refresh_row(item),
            Edit::Note { item, .. } => self.refresh_row(item),
            Edit::Finding { .. } | Edit::FindingFields { .. } | Edit::Answer { .. } | Edit::Sections { .. } => {
                self.refresh_all();
            }
            Edit::Details { .. } | Edit::DetailFields { .. } => {
                // Dossiers are judged as of the day of the visit.
                self.judge_all();
                self.refresh_all();
            }
            Edit::Dossiers { rows } => self.judge(rows.iter().map(|row| &row.id)),
            Edit::DossierFields { id, .. } => self.judge(std::iter::once(id)),
            Edit::Draws { .. } | Edit::DrawParts { .. } | Edit::Posting { .. } | Edit::PostingParts { .. } => {
                self.judging.borrow_mut().outdate();
                self.samples.update(|samples| *samples += 1);
            }
            Edit::Figures { .. } => {
                self.judging.borrow_mut().outdate_figures();
                self.figures.update(|figures| *figures += 1);
            }
            // Its parts are refreshed one by one.
            Edit::Batch { .. } => {}
        }
    }

    /// Judges these dossiers, which were entered, changed or removed.
    fn judge<'i>(&self, changed: impl Iterator<Item = &'i DossierId>) {
        let is_other_list = self.judging.borrow_mut().follow(&self.visit.borrow(), changed);
        self.samples.update(|samples| *samples += 1);
        if is_other_list {
            self.members.update(|members| *members += 1);
        }
    }

    /// Judges every dossier anew.
    fn judge_all(&self) {
        self.judging.borrow_mut().judge_all(&self.visit.borrow());
        self.samples.update(|samples| *samples += 1);
        self.members.update(|members| *members += 1);
    }

    /// Takes a calendar, or another one, and judges by it.
    pub(super) fn take_calendar(&self, calendar: Arc<WorkingCalendar>) {
        self.judging.borrow_mut().take_calendar(calendar);
        self.judge_all();
        self.tell_all();
    }

    /// Lets everything that reads the whole visit (score, findings, counts) follow. A tapped row comes first: the rest is
    /// told once that is painted.
    pub(super) fn tell_all(&self) {
        if self.judging.borrow_mut().gather(&self.visit.borrow(), &self.template) {
            self.refresh_rows();
        }
        self.version.update(|version| *version += 1);
    }

    fn refresh_row(&self, code: &ItemCode) {
        let Some((position, row)) = self.rows.get(code) else {
            return;
        };
        let asked = row.read_untracked().asked;
        let judging = self.judging.borrow();
        let (item, visit) = (&self.template.items[*position], self.visit.borrow());
        row.set(row_state(&self.template, item, &visit, judging.evidence(), &self.unit, asked));
    }

    pub(super) fn refresh_all(&self) {
        self.refresh_rows();
        self.tell_all();
    }

    fn refresh_rows(&self) {
        let (visit, judging) = (self.visit.borrow(), self.judging.borrow());
        let evidence = judging.evidence();
        let asked = asked(&self.template, &visit, evidence);
        let shown: BTreeSet<&ItemCode> = asked.into_iter().map(|item| &item.code).collect();
        for (code, (position, row)) in &self.rows {
            let item = &self.template.items[*position];
            let state = row_state(&self.template, item, &visit, evidence, &self.unit, shown.contains(code));
            if *row.read_untracked() != state {
                row.set(state);
            }
        }
    }
}

fn row_state(
    template: &Template,
    item: &Item,
    visit: &Visit,
    evidence: &Evidence,
    unit: &Unit,
    asked: bool,
) -> RowState {
    let entry = visit.entries.get(&item.code).cloned().unwrap_or_default();
    let (standing, outcome) = evidence.outcome(template, visit, item, unit.level);
    RowState { entry, standing: standing.kind(), outcome, shown: evidence.shown(&item.code).cloned(), asked }
}
