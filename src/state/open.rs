//! An open visit: the engine's, with the signals over what it shows, shared by the handles on it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::random;
use crate::domain::answer::Stamp;
use crate::domain::calendar::WorkingCalendar;
use crate::domain::edit::{Edit, EditError};
use crate::domain::id::{ItemCode, VisitId};
use crate::domain::supervision::{Supervision, Unit};
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::engine::open_visit::{OpenVisit, Refresh, Signature};
pub use crate::engine::row::RowState;
use crate::words::catalogue::notice as words;
use crate::words::format::count;

use super::App;
use super::autosave::Autosave;
use super::notice::edit_sentence;
use super::typed_text::TypedText;

/// An open visit, alive as long as anything still has to be saved.
pub(super) struct Open {
    pub(super) app: App,
    pub(super) id: VisitId,
    pub(super) supervision: Supervision,
    pub(super) unit: Unit,
    pub(super) template: Arc<Template>,
    pub(super) engine: RefCell<OpenVisit>,
    pub(super) autosave: Autosave,
    pub(super) typed: TypedText,
    /// Goes up with each change of the dossiers, draws or the posting.
    pub(super) samples: ArcRwSignal<u64>,
    /// Goes up with each change of the figures.
    pub(super) figures: ArcRwSignal<u64>,
    /// Goes up when dossiers are entered or removed.
    pub(super) members: ArcRwSignal<u64>,
    pub(super) rows: BTreeMap<ItemCode, (usize, ArcRwSignal<RowState>)>,
    pub(super) version: ArcRwSignal<u64>,
    /// How many edits can be undone and redone.
    pub(super) depth: ArcRwSignal<(usize, usize)>,
}

fn go_up(signal: &ArcRwSignal<u64>) {
    signal.update(|count| *count += 1);
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
        let (id, template) = (visit.id.clone(), Arc::new(template));
        let engine = OpenVisit::new(template.clone(), unit.level, visit, calendar);
        let row = |(position, (code, state)): (usize, (&ItemCode, RowState))| {
            (code.clone(), (position, ArcRwSignal::new(state)))
        };
        let rows = engine.rows().enumerate().map(row).collect();
        Rc::new(Self {
            app,
            id,
            supervision,
            samples: ArcRwSignal::new(0),
            members: ArcRwSignal::new(0),
            figures: ArcRwSignal::new(0),
            rows,
            unit,
            template,
            engine: RefCell::new(engine),
            autosave: Autosave::new(),
            version: ArcRwSignal::new(0),
            depth: ArcRwSignal::new((0, 0)),
            typed: TypedText::default(),
        })
    }

    pub(super) fn stamp(&self) -> Stamp {
        self.app.stamp()
    }

    pub(super) fn sign(&self) -> Signature {
        Signature { id: random::id(), stamp: self.stamp() }
    }

    /// Shows what an edit changed and has it saved; a refused one becomes a notice. Whether it was made.
    pub(super) fn show(self: &Rc<Self>, outcome: Result<Vec<Refresh>, EditError>) -> bool {
        match outcome {
            Ok(refresh) => {
                refresh.iter().for_each(|refresh| self.refresh(refresh));
                self.release_orphans();
                self.count_undo();
                Autosave::save_soon(self);
                true
            }
            Err(error) => {
                self.app.notices.fail(edit_sentence(&error, self.app.prefs.lang.get_untracked()));
                false
            }
        }
    }

    /// Makes an edit that can be undone. Whether it was made.
    pub(super) fn dispatch(self: &Rc<Self>, edit: Edit) -> bool {
        let outcome = self.engine.borrow_mut().dispatch(edit, self.sign());
        self.show(outcome)
    }

    /// Undoes the last edit, or makes the last undone one again.
    pub(super) fn step(
        self: &Rc<Self>,
        step: impl FnOnce(&mut OpenVisit, Signature) -> Option<Result<Vec<Refresh>, EditError>>,
    ) {
        self.dispatch_typed();
        let outcome = step(&mut self.engine.borrow_mut(), self.sign());
        if let Some(outcome) = outcome {
            self.show(outcome);
            self.tell_all();
            self.count_undo();
        }
    }

    fn count_undo(&self) {
        let depth = self.engine.borrow().depth();
        if *self.depth.read_untracked() != depth {
            self.depth.set(depth);
        }
    }

    /// Derives everything anew after the visit became another one.
    pub(super) fn rederive_all(self: &Rc<Self>) {
        self.show_other_samples();
        go_up(&self.figures);
        self.refresh_all();
        self.count_undo();
        self.want_calendar_for_dossiers();
    }

    fn show_other_samples(&self) {
        go_up(&self.samples);
        go_up(&self.members);
    }

    /// Asks for the calendar where there is something to judge.
    pub(super) fn want_calendar_for_dossiers(self: &Rc<Self>) {
        if !self.engine.borrow().visit().dossiers.is_empty() {
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

    fn refresh(&self, refresh: &Refresh) {
        match refresh {
            Refresh::Row(item) => self.refresh_row(item),
            Refresh::Everything => self.refresh_all(),
            Refresh::Rejudged => {
                self.show_other_samples();
                self.refresh_all();
            }
            Refresh::Samples { is_other_list } => {
                go_up(&self.samples);
                if *is_other_list {
                    go_up(&self.members);
                }
            }
            Refresh::Figures => go_up(&self.figures),
        }
    }

    /// Takes a calendar, or another one, and judges by it.
    pub(super) fn take_calendar(&self, calendar: Arc<WorkingCalendar>) {
        self.engine.borrow_mut().take_calendar(calendar);
        self.show_other_samples();
        self.tell_all();
    }

    /// Lets everything that reads the whole visit (score, findings, counts) follow. A tapped row comes first: the rest is
    /// told once that is painted.
    pub(super) fn tell_all(&self) {
        let is_other_evidence = self.engine.borrow_mut().gather();
        if is_other_evidence {
            self.refresh_rows();
        }
        go_up(&self.version);
    }

    fn refresh_row(&self, code: &ItemCode) {
        let Some((position, row)) = self.rows.get(code) else {
            return;
        };
        let asked = row.read_untracked().asked;
        let state = self.engine.borrow().row(&self.template.items[*position], asked);
        row.set(state);
    }

    pub(super) fn refresh_all(&self) {
        self.refresh_rows();
        self.tell_all();
    }

    fn refresh_rows(&self) {
        let engine = self.engine.borrow();
        for (code, state) in engine.rows() {
            if let Some((_, row)) = self.rows.get(code)
                && *row.read_untracked() != state
            {
                row.set(state);
            }
        }
    }
}
