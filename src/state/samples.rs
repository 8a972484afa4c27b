//! The samples of visits: judged by the working calendar, on a page or for the lists and files.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::random;
use crate::domain::calendar::WorkingCalendar;
use crate::domain::evidence::Evidence;
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::storage::gate::CheckedFile;

use super::App;
use super::open::Open;

/// New seeds stay below this: short enough to be read out and typed elsewhere.
const SEEDS: u32 = 1_000_000;

impl App {
    /// A seed for a draw that nobody chose, below a million.
    pub fn new_seed(self) -> u64 {
        (random::number() % SEEDS).into()
    }

    /// What the samples of a visit show.
    pub(super) async fn evidence(self, visit: &Visit, template: &Template) -> Evidence {
        let calendar = if visit.dossiers.is_empty() { None } else { self.judging_calendar().await };
        Evidence::of(visit, template, calendar.as_deref())
    }

    /// The calendar that dossiers are judged by; what stands in its way becomes a notice.
    pub(super) async fn judging_calendar(self) -> Option<Arc<WorkingCalendar>> {
        let read = self.working_calendar().await;
        read.map_err(|error| self.notices.fail(error.sentence(self.prefs.lang.get_untracked()))).ok()
    }

    /// The calendar, if the visits of a file need one.
    pub(super) async fn calendar_for(self, file: &CheckedFile) -> Option<Arc<WorkingCalendar>> {
        let needed = file.visits.iter().any(|(visit, _)| !visit.dossiers.is_empty());
        if needed { self.judging_calendar().await } else { None }
    }
}

impl Open {
    /// Sees to it that the visit is judged by the calendar as it now is.
    pub(super) fn want_calendar(self: &Rc<Self>) {
        let open = self.clone();
        spawn_local(async move {
            let Some(calendar) = open.app.judging_calendar().await else { return };
            if open.engine.borrow().judging().calendar().is_none_or(|held| *held.calendar() != *calendar.calendar()) {
                open.take_calendar(calendar);
            }
        });
    }
}
