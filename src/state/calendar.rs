//! The working calendar that due dates are reckoned by: the bundled one, read when it is first asked for.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::calendar::WorkingCalendar;
use crate::storage::gate::read_calendar;

use super::App;
use super::library::Loading;
use super::references::{ReferenceError, bundled_reference};

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
    /// The working calendar; reactive. Read at the first call; what stands in the way becomes a notice.
    pub fn calendar(self) -> Signal<Loading<Arc<WorkingCalendar>>> {
        if self.calendar.0.with_untracked(|calendar| calendar.ready().is_none()) {
            spawn_local(async move {
                if let Err(error) = self.working_calendar().await {
                    self.notices.fail(error.sentence(self.prefs.lang.get_untracked()));
                }
            });
        }
        self.calendar.0.into()
    }

    /// The working calendar, once it is read: what due dates are reckoned by. Says nothing by itself; the error has its
    /// sentence.
    pub async fn working_calendar(self) -> Result<Arc<WorkingCalendar>, ReferenceError> {
        let read = self.calendar.0.with_untracked(|calendar| calendar.ready().cloned());
        if let Some(calendar) = read {
            return Ok(calendar);
        }
        let calendar = bundled_reference(CALENDAR_ASSET, read_calendar).await?;
        let calendar = Arc::new(WorkingCalendar::new(&calendar));
        self.calendar.0.set(Loading::Ready(Arc::clone(&calendar)));
        Ok(calendar)
    }
}
