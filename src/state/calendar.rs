//! The working calendar that due dates are reckoned by: the bundled one, read when it is first asked for.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::calendar::WorkingCalendar;
use crate::storage::gate::read_calendar;

use super::App;
use super::library::{Loading, bundled};

/// Days off, days in lieu and make-up days, as announced.
const CALENDAR_ASSET: &str = "data/lich-nghi-1.json";

/// The calendar. A handle: copies are the same calendar.
#[derive(Clone, Copy)]
pub(super) struct BundledCalendar(RwSignal<Loading<Arc<WorkingCalendar>>>);

impl Default for BundledCalendar {
    fn default() -> Self {
        Self(RwSignal::new(Loading::Waiting))
    }
}

impl App {
    /// The working calendar; reactive. Read at the first call.
    pub fn calendar(self) -> Signal<Loading<Arc<WorkingCalendar>>> {
        let calendar = self.calendar.0;
        if calendar.with_untracked(|calendar| calendar.ready().is_none()) {
            spawn_local(async move {
                self.working_calendar().await;
            });
        }
        calendar.into()
    }

    /// The working calendar, once it is read; what is wrong with it becomes a notice.
    pub(super) async fn working_calendar(self) -> Option<Arc<WorkingCalendar>> {
        let calendar = self.calendar.0;
        if let Some(calendar) = calendar.with_untracked(|calendar| calendar.ready().cloned()) {
            return Some(calendar);
        }
        let read = Arc::new(WorkingCalendar::new(&bundled(self, CALENDAR_ASSET, read_calendar).await?));
        calendar.set(Loading::Ready(read.clone()));
        Some(read)
    }
}
