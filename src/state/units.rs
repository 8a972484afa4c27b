//! Leaving a unit out of a supervision, and taking that back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::id::{SupervisionId, UnitId};
use crate::domain::supervision::Unit;
use crate::words::catalogue::notice as words;

use super::App;
use super::library::{Library, Loading};
use super::notice::NoticeAction;
use super::route::Route;

impl Library {
    /// Leaves a unit out, unless it has visits, and offers to take that back.
    pub fn remove_unit(self, app: App, supervision: SupervisionId, unit: UnitId) {
        let has_visits = self
            .summaries()
            .with_untracked(|visits| visits.iter().any(|visit| visit.supervision == supervision && visit.unit == unit));
        let Loading::Ready(Some(mut now)) = untrack(|| self.supervision(&supervision)) else {
            return;
        };
        let Some(position) = now.units.iter().position(|other| other.id == unit) else {
            return;
        };
        if has_visits {
            return;
        }
        let before = now.clone();
        let removed = now.units.remove(position);
        self.run_exclusive(format!("remove {}", removed.id), async move {
            match self.write_supervision(app, now, Some(before), None).await {
                Ok(()) => {
                    app.go(&Route::Supervision(supervision.clone()));
                    self.offer_unit_back(app, supervision, removed, position);
                }
                Err(error) => app.fail(&error),
            }
        });
    }

    fn offer_unit_back(self, app: App, supervision: SupervisionId, removed: Unit, position: usize) {
        let sentence = words::UNIT_REMOVED.get(app.prefs.lang.get_untracked()).replace("{unit}", &removed.name);
        let run = Callback::new(move |()| {
            // What was saved in between stays: the unit returns to the supervision as it is now.
            let Loading::Ready(Some(mut now)) = untrack(|| self.supervision(&supervision)) else {
                return;
            };
            let before = now.clone();
            now.units.insert(position.min(now.units.len()), removed.clone());
            spawn_local(async move {
                if let Err(error) = self.write_supervision(app, now, Some(before), None).await {
                    app.fail(&error);
                }
            });
        });
        app.notices.offer(sentence, NoticeAction { label: words::UNDO, run });
    }
}
