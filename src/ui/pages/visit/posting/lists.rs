//! The reference list that is held against the posting.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::procedure::{ProcedureList, ProcedureListShort};
use crate::domain::supervision::Level;
use crate::state::library::Loading;
use crate::state::procedures::OpenList;
use crate::state::{App, Session};

use super::entry::held;

/// The lists on the device, and the one that was chosen. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Lists {
    /// Those on the device.
    pub(super) known: Signal<Loading<Vec<ProcedureListShort>>>,
    /// The one that was chosen.
    pub(super) chosen: RwSignal<Chosen>,
    /// The level of the unit.
    pub(super) level: Level,
}

/// The reference list of a posting.
#[derive(Clone, Debug)]
pub(super) enum Chosen {
    /// None: it is worked without one.
    No,
    /// It is being read.
    Reading,
    /// It is not on this device, or cannot be read.
    Absent,
    /// Here it is.
    List(Arc<ProcedureList>),
}

impl Lists {
    /// Follows what the posting of a visit names.
    pub(super) fn of(session: Session) -> Self {
        let app = App::get();
        let chosen = RwSignal::new(Chosen::No);
        let reference = Memo::new(move |_| held(session).and_then(|posting| posting.list));
        Effect::new(move || {
            let Some(reference) = reference.get() else { return chosen.set(Chosen::No) };
            let opening = app.open_procedure_list(reference);
            Effect::new(move || {
                chosen.set(opening.with(|opening| match opening {
                    OpenList::Reading => Chosen::Reading,
                    OpenList::Missing | OpenList::Failed(_) => Chosen::Absent,
                    OpenList::Ready(list) => Chosen::List(Arc::new((**list).clone())),
                }));
            });
        });
        Self { known: app.procedure_lists(), chosen, level: session.unit().level }
    }

    /// The list, once it is there; reactive.
    pub(super) fn list(self) -> Option<Arc<ProcedureList>> {
        self.chosen.with(|chosen| match chosen {
            Chosen::List(list) => Some(list.clone()),
            Chosen::No | Chosen::Reading | Chosen::Absent => None,
        })
    }
}
