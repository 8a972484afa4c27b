//! Visits on their way to the screen and off it: one is open, and those that were left stay until they are saved.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::id::VisitId;
use crate::storage::backend::StoreError;
use crate::storage::store::VisitToWorkOn;
use crate::words::Lang;
use crate::words::catalogue::notice as words;

use super::App;
use super::autosave::Autosave;
use super::held::Held;
use super::notice::reading_sentence;
use super::open::Open;
use super::route::Route;
use super::session::Session;

/// A visit on its way to the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// It is being read.
    Loading,
    /// There is none with this id.
    Missing,
    /// It cannot be read, for this reason.
    Failed(Unreadable),
    /// Here it is.
    Ready(SessionHandle),
}

/// Why a visit cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable(StoreError);

impl Unreadable {
    /// For this reason.
    pub(super) fn of(error: StoreError) -> Self {
        Self(error)
    }

    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        reading_sentence(&self.0, lang)
    }

    /// Whether there is a broken record to hand out.
    pub fn has_record(&self) -> bool {
        matches!(self.0, StoreError::Corrupt { text: Some(_), .. })
    }

    /// Hands the broken record to the person, as it is.
    pub fn download(&self, app: App) {
        if let StoreError::Corrupt { table, key, text: Some(text), .. } = &self.0 {
            app.download_corrupt(table, key, text);
        }
    }
}

/// A [`Session`] that compares by the visit it is a handle on.
#[derive(Clone, Copy)]
pub struct SessionHandle(pub Session);

impl std::fmt::Debug for SessionHandle {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Session")
    }
}

impl PartialEq for SessionHandle {
    fn eq(&self, _: &Self) -> bool {
        // Two handles are never known to be the same: the view is drawn anew.
        false
    }
}

impl App {
    /// Dispatches what was typed and starts saving at once, drafts included.
    pub fn flush(self) {
        self.drafts.flush();
        self.opened().iter().for_each(|held| held.flush());
    }

    /// Writes all that was typed or is queued before this returns: the page may go away at once.
    pub(super) fn write_before_leaving(self) {
        self.drafts.flush();
        self.opened().iter().for_each(|held| held.write_before_leaving());
    }

    /// Whether nothing waits to be saved.
    pub(super) fn is_settled(self) -> bool {
        self.drafts.is_settled() && self.opened().iter().all(|held| held.is_idle())
    }

    /// Whether something would be lost if the page went now: a write of it failed, so that it is neither in a record nor in
    /// a stored draft. What is only on its way is written whole when the page goes.
    pub(super) fn has_to_ask(self) -> bool {
        self.flush();
        self.drafts.is_failing() || self.opened().iter().any(|held| held.is_failing())
    }

    /// The open visit, and those that were left before everything in them was saved.
    pub(super) fn opened(self) -> Vec<Rc<dyn Held>> {
        self.left.update_value(|left| left.retain(|held| !held.is_idle()));
        self.current.get_value().into_iter().chain(self.left.get_value()).collect()
    }

    /// Opens a visit for the page that calls. The visit that was open is saved first.
    pub fn open_visit(self, id: VisitId) -> RwSignal<Opening> {
        if let Some(held) = self.current.get_value().filter(|held| *held.id() == id) {
            return RwSignal::new(Opening::Ready(SessionHandle(Session::new(held.open()))));
        }
        self.leave_current();
        let left = self.opened().into_iter().find(|held| *held.id() == id);
        if let Some(held) = left {
            // What it holds is newer than what is stored.
            self.left.update_value(|left| left.retain(|other| *other.id() != id));
            let open = held.open();
            self.current.set_value(Some(held));
            return RwSignal::new(Opening::Ready(SessionHandle(Session::new(open))));
        }
        let opening = RwSignal::new(Opening::Loading);
        let owner = Owner::current();
        spawn_local(async move {
            let outcome = self.read_visit(&id).await;
            if opening.is_disposed() {
                return;
            }
            opening.set(match outcome {
                Ok(None) => Opening::Missing,
                Err(error) => Opening::Failed(Unreadable(error)),
                Ok(Some(open)) => {
                    self.current.set_value(Some(Rc::new(open.clone())));
                    let session = match &owner {
                        Some(owner) => owner.with(|| Session::new(open)),
                        None => Session::new(open),
                    };
                    Opening::Ready(SessionHandle(session))
                }
            });
        });
        opening
    }

    async fn read_visit(self, id: &VisitId) -> Result<Option<Rc<Open>>, StoreError> {
        let Some(found) = self.store().visit_to_work_on(id).await? else { return Ok(None) };
        let VisitToWorkOn { visit, template, supervision: Some(supervision), unsaved, open_texts } = found else {
            return Ok(None);
        };
        let Some(unit) = supervision.unit(&visit.unit).cloned() else {
            return Ok(None);
        };
        let calendar = if visit.dossiers.is_empty() { None } else { self.judging_calendar().await };
        let open = Open::new(self, supervision, unit, template, visit, calendar);
        open.restore_texts(open_texts);
        Autosave::take_up(&open, unsaved).await;
        Autosave::look_again_soon(&open);
        Ok(Some(open))
    }

    /// Starts saving the open visit, and keeps it until that is done.
    fn leave_current(self) {
        self.flush();
        if let Some(held) = self.current.get_value() {
            self.tell_unsaved(&*held);
            self.current.set_value(None);
            self.left.update_value(|left| left.push(held));
        }
    }

    /// Tells of what the open visit could not save, where its pages are left for this place.
    pub(super) fn tell_what_is_left_unsaved(self, next: &Route) {
        let Some(held) = self.current.get_value() else { return };
        let is_left = |route: &Route| route.visit() == Some(held.id()) && next.visit() != Some(held.id());
        if self.route.with_untracked(is_left) {
            self.flush();
            self.tell_unsaved(&*held);
        }
    }

    fn tell_unsaved(self, held: &dyn Held) {
        if held.is_failing() {
            let sentence = words::LEFT_UNSAVED.get(self.prefs.lang.get_untracked());
            self.notices.fail(sentence.replace("{unit}", &held.unit().name));
        }
    }

    /// Leaves the open visit and draws its page anew, if it is this one and is shown: its unit or its template changed.
    pub(super) fn draw_visit_anew(self, id: &VisitId) {
        if self.current.with_value(|held| held.as_ref().is_some_and(|held| held.id() == id)) {
            self.leave_current();
            if self.route.with_untracked(|route| route.visit() == Some(id)) {
                self.route.update(|_| ());
            }
        }
    }

    /// Forgets visits whose records were removed or replaced on purpose, unsaved changes included.
    pub(super) fn forget_visits(self, ids: &[VisitId]) {
        self.opened().iter().filter(|held| ids.contains(held.id())).for_each(|held| held.abandon());
        // Another tab may have one of them open, and a counter that happens to fit.
        ids.iter().for_each(|id| self.tabs.announce_visit(id));
        self.left.update_value(|left| left.retain(|held| !ids.contains(held.id())));
        if self.current.with_value(|held| held.as_ref().is_some_and(|held| ids.contains(held.id()))) {
            self.current.set_value(None);
        }
    }

    /// Draws the open visit anew where another tab changed its unit: the level sets the targets of ratios.
    pub(super) async fn check_unit(self) {
        let Some(held) = self.current.get_value() else { return };
        if let Ok(Some(supervision)) = self.store().supervision(held.supervision()).await
            && supervision.unit(&held.unit().id) != Some(held.unit())
        {
            self.draw_visit_anew(held.id());
        }
    }
}
