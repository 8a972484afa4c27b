//! The reckoner's fields, as signals.

use leptos::prelude::*;

use crate::ui::components::date_field::TypedDate;
use crate::ui::components::stops::{StopDraft, StopList};

use super::entry::{Entry, TermUnit, TypedStop};

/// The fields.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) received: RwSignal<TypedDate>,
    pub(super) time: RwSignal<String>,
    pub(super) unit: RwSignal<TermUnit>,
    pub(super) length: RwSignal<String>,
    pub(super) cut_off: RwSignal<String>,
    pub(super) stops: StopList,
}

impl Draft {
    pub(super) fn new() -> Self {
        Self {
            received: RwSignal::new(TypedDate::Blank),
            time: RwSignal::default(),
            unit: RwSignal::new(TermUnit::WorkingDays),
            length: RwSignal::default(),
            cut_off: RwSignal::default(),
            stops: StopList::new(&[]),
        }
    }

    /// Everything as typed; reactive.
    pub(super) fn entry(self) -> Entry {
        let stop = |stop: &StopDraft| TypedStop { from: stop.from.get(), to: stop.to.get(), why: stop.why.get() };
        Entry {
            received: self.received.get(),
            time: self.time.get(),
            unit: self.unit.get(),
            length: self.length.get(),
            cut_off: self.cut_off.get(),
            stops: self.stops.drafts().iter().map(stop).collect(),
        }
    }
}
