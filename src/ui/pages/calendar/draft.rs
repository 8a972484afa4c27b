//! The reckoner's fields, as signals.

use leptos::prelude::*;

use crate::ui::components::date_field::TypedDate;

use super::entry::{Entry, TermUnit, TypedStop};

/// The fields.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) received: RwSignal<TypedDate>,
    pub(super) time: RwSignal<String>,
    pub(super) unit: RwSignal<TermUnit>,
    pub(super) length: RwSignal<String>,
    pub(super) cut_off: RwSignal<String>,
    pub(super) stops: RwSignal<Vec<StopDraft>>,
    next_key: StoredValue<usize>,
}

/// The fields of a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct StopDraft {
    /// What tells it from the others.
    pub(super) key: usize,
    pub(super) from: RwSignal<TypedDate>,
    pub(super) to: RwSignal<TypedDate>,
    pub(super) why: RwSignal<String>,
}

impl Draft {
    pub(super) fn new() -> Self {
        Self {
            received: RwSignal::new(TypedDate::Blank),
            time: RwSignal::default(),
            unit: RwSignal::new(TermUnit::WorkingDays),
            length: RwSignal::default(),
            cut_off: RwSignal::default(),
            stops: RwSignal::default(),
            next_key: StoredValue::new(0),
        }
    }

    pub(super) fn add_stop(self) {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        let stop = StopDraft {
            key,
            from: RwSignal::new(TypedDate::Blank),
            to: RwSignal::new(TypedDate::Blank),
            why: RwSignal::default(),
        };
        self.stops.update(|stops| stops.push(stop));
    }

    pub(super) fn remove_stop(self, key: usize) {
        self.stops.update(|stops| stops.retain(|stop| stop.key != key));
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
            stops: self.stops.get().iter().map(stop).collect(),
        }
    }
}
