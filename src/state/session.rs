//! A handle on the open visit: what the checklist, the samples, the score and the findings read, and the one way to
//! change it.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::answer::{Answer, Stamp};
use crate::domain::calendar::WorkingCalendar;
use crate::domain::dossier::{Dossier, Judged};
use crate::domain::edit::{DossierRow, Edit, FiguresEdit};
use crate::domain::evidence::judge_in;
use crate::domain::figures::Figures;
use crate::domain::finding::{Finding, findings};
use crate::domain::id::{DossierId, ItemCode, TableId, VisitId};
use crate::domain::procedure::Posting;
use crate::domain::score::{ScoreCard, score};
use crate::domain::supervision::{Supervision, Unit};
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::engine::open_visit::OpenVisit;
use crate::engine::typing::TypedPlace;

pub use super::autosave::SaveStatus;
use super::open::Open;
pub use super::open::RowState;
pub use super::typed_text::OpenText;

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
        open.want_calendar_for_dossiers();
        // What was typed last must not wait for a pause that nobody sees.
        on_cleanup(move || app.flush());
        let open = StoredValue::new_local(open);
        let seen = version.clone();
        let card = Memo::new(move |_| {
            seen.track();
            open.with_value(|open| {
                let engine = open.engine.borrow();
                Arc::new(score(&open.template, engine.visit(), engine.judging().evidence(), open.unit.level))
            })
        });
        let findings = Memo::new(move |_| {
            version.track();
            open.with_value(|open| {
                let engine = open.engine.borrow();
                Arc::new(findings(&open.template, engine.visit(), engine.judging().evidence(), open.unit.level))
            })
        });
        Self { open, card, findings }
    }

    pub(super) fn with<T>(self, read: impl FnOnce(&Rc<Open>) -> T) -> T {
        self.open.with_value(read)
    }

    /// None once the page is left.
    pub(super) fn try_with<T>(self, read: impl FnOnce(&Rc<Open>) -> T) -> Option<T> {
        self.open.try_with_value(read)
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
            read(open.engine.borrow().visit())
        })
    }

    /// Sees to it that dossiers are judged by the calendar as it now is. A page that shows them asks for it.
    pub fn want_calendar(self) {
        self.with(Open::want_calendar);
    }

    /// Reads the dossiers, draws and the posting; reactive: runs again after each edit of these, before anything else.
    pub fn samples<T>(self, read: impl FnOnce(&Visit) -> T) -> T {
        self.with(|open| {
            open.samples.track();
            read(open.engine.borrow().visit())
        })
    }

    /// Reads the figures; reactive: runs again after each edit of these, before anything else.
    pub fn figures<T>(self, read: impl FnOnce(&Figures) -> T) -> T {
        self.with(|open| {
            open.figures.track();
            read(&open.engine.borrow().visit().figures)
        })
    }

    /// Makes an edit of the figures.
    pub fn change_figures(self, change: FiguresEdit) {
        self.dispatch(Edit::Figures { change });
    }

    /// A dossier with what was judged of it; reactive. None if there is no such dossier, or no calendar yet.
    pub fn dossier(self, id: &DossierId) -> Option<(Dossier, Arc<Judged>)> {
        self.with(|open| {
            open.samples.track();
            let engine = open.engine.borrow();
            let judged = engine.judging().judged(id)?;
            Some((engine.visit().dossiers.get(id)?.dossier.clone(), judged))
        })
    }

    /// Goes through the judged dossiers, in the order of the visit. Reactive, but only to dossiers that are entered or
    /// removed: a list that one works in does not change under the finger. Nothing without a calendar.
    pub fn each_dossier(self, mut see: impl FnMut(&DossierId, &Dossier, &Judged)) {
        self.with(|open| {
            open.members.track();
            let engine = open.engine.borrow();
            for (id, judged) in engine.judging().all() {
                if let Some(held) = engine.visit().dossiers.get(id) {
                    see(id, &held.dossier, judged);
                }
            }
        });
    }

    /// The calendar that dossiers are judged by, once it is there; reactive.
    pub fn judging_calendar(self) -> Option<Arc<WorkingCalendar>> {
        self.with(|open| {
            open.members.track();
            open.engine.borrow().judging().calendar()
        })
    }

    /// Judges a dossier as it is being typed; reactive to the calendar alone.
    pub fn judge_typed(self, dossier: &Dossier) -> Option<Judged> {
        let calendar = self.judging_calendar()?;
        self.with(|open| Some(judge_in(open.engine.borrow().visit(), dossier, &calendar)))
    }

    /// Whether something was typed that is not yet dispatched.
    pub fn is_typing(self) -> bool {
        self.with(|open| open.is_typing())
    }

    /// Takes a dossier as it is being typed; dispatched after a short pause.
    pub fn dossier_typed(self, id: &DossierId, dossier: Dossier) {
        let edit = Edit::Dossiers { rows: vec![DossierRow { id: id.clone(), dossier: Some(dossier) }] };
        self.with(|open| open.typed(TypedPlace::Dossier(id.clone()), edit));
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
        self.takes(edit);
    }

    /// As [`Self::dispatch`], for a form that stays open where its edit is refused. Whether it was made.
    pub fn takes(self, edit: Edit) -> bool {
        self.with(|open| {
            open.dispatch_typed();
            open.dispatch(edit)
        })
    }

    /// Who, when and where, for an entry that carries its own stamp.
    pub fn stamp(self) -> Stamp {
        self.with(|open| open.stamp())
    }

    /// Takes the whole note of an item as it is being typed; dispatched after a short pause.
    pub fn note_typed(self, item: &ItemCode, text: String) {
        let edit = Edit::Note { item: item.clone(), text };
        self.with(|open| open.typed(TypedPlace::Note(item.clone()), edit));
    }

    /// Takes the whole answer of an item as its figures or its reason are being typed; dispatched after a short pause.
    pub fn answer_typed(self, item: &ItemCode, answer: Option<Answer>) {
        let edit = Edit::Answer { item: item.clone(), answer };
        self.with(|open| open.typed(TypedPlace::Answer(item.clone()), edit));
    }

    /// Makes the posting that is held this one: an edit of the parts that differ, and none where nothing does. Whether it is
    /// this one now.
    pub fn change_posting(self, posting: &Posting) -> bool {
        self.with(|open| {
            open.dispatch_typed();
            let edit = Edit::Posting { posting: Some(posting.clone()) };
            let is_held = {
                let engine = open.engine.borrow();
                engine.holds(&engine.narrowed(edit.clone()))
            };
            is_held || open.dispatch(edit)
        })
    }

    /// Takes the whole posting as the number in this field of it is being typed; dispatched after a short pause.
    pub fn posting_typed(self, field: &'static str, posting: Posting) {
        self.with(|open| open.typed(TypedPlace::Posting(field), Edit::Posting { posting: Some(posting) }));
    }

    /// Takes what a table says of itself as it is being typed; dispatched after a short pause.
    pub fn table_typed(self, id: &TableId, change: FiguresEdit) {
        let edit = Edit::Figures { change };
        self.with(|open| open.typed(TypedPlace::Table(id.clone()), edit));
    }

    /// Forgets the answer of an item that was typed a moment ago and cannot be read any more.
    pub fn forget_answer(self, item: &ItemCode) {
        self.with(|open| open.forget_typed(&TypedPlace::Answer(item.clone())));
    }

    /// Dispatches what was typed and starts saving at once.
    pub fn flush(self) {
        // A field that goes away with its page says that it is left when the page is gone.
        self.try_with(Open::flush);
    }

    /// Whether the visit says all that was typed and dispatched, and all of it is durable.
    pub fn is_settled(self) -> bool {
        self.with(|open| open.is_idle() && !open.is_typing())
    }

    /// Undoes the last edit.
    pub fn undo(self) {
        self.with(|open| open.step(OpenVisit::undo));
    }

    /// Makes the last undone edit again.
    pub fn redo(self) {
        self.with(|open| open.step(OpenVisit::redo));
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

    /// The name of a field whose text cannot be read, if there is one; reactive.
    pub fn first_open(self) -> Option<String> {
        self.with(|open| open.typed.first_open.clone()).get()
    }

    /// Whether what is on the screen is durable.
    pub fn save_status(self) -> Signal<SaveStatus> {
        let (status, first_open) = self.with(|open| (open.autosave.status.clone(), open.typed.first_open.clone()));
        let (drafts, forms) = (self.with(|open| open.app.drafts), format!("visit/{}/", self.id()));
        Signal::derive(move || match status.get() {
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Typing
                if first_open.read().is_some() || drafts.any_under(&forms) =>
            {
                SaveStatus::Typing
            }
            status => status,
        })
    }
}
