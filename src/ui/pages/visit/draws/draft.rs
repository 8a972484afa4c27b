//! The fields of a draw, as signals.

use leptos::prelude::*;

use crate::domain::sampling::{Draw, Stratum};
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::ui::components::form_draft::{FormDraft, FormFields};

use super::entry::{Fault, Kind, Place, Strata, TypedDraw};

/// The fields.
#[derive(Clone, Copy)]
pub(in crate::ui::pages::visit) struct Draft {
    /// The beginning of each field's id.
    pub(super) form: &'static str,
    pub(super) list: RwSignal<String>,
    pub(super) population: RwSignal<String>,
    pub(in crate::ui::pages::visit) kind: RwSignal<Kind>,
    pub(super) size: RwSignal<String>,
    pub(super) seed: RwSignal<String>,
    pub(super) strata: RwSignal<String>,
    pub(super) late: RwSignal<String>,
    pub(super) numbers: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
    /// What the last attempt was refused for; gone with the next key in its field.
    pub(super) fault: RwSignal<Option<Fault>>,
}

impl Draft {
    /// Blank fields, with a seed that nobody chose.
    pub(in crate::ui::pages::visit) fn new(app: App, form: &'static str) -> Self {
        Self {
            form,
            list: RwSignal::default(),
            population: RwSignal::default(),
            kind: RwSignal::new(Kind::SimpleRandom),
            size: RwSignal::default(),
            seed: RwSignal::new(app.new_seed().to_string()),
            strata: RwSignal::default(),
            late: RwSignal::default(),
            numbers: RwSignal::default(),
            reason: RwSignal::default(),
            fault: RwSignal::new(None),
        }
    }

    /// Makes a draw of what is typed. What is wrong is said at its field, which gets the focus.
    pub(in crate::ui::pages::visit) fn make<T>(self, make: impl FnOnce() -> Result<T, Fault>) -> Option<T> {
        let made = untrack(make);
        let fault = made.as_ref().err().cloned();
        if let Some(fault) = &fault {
            focus(&self.id(fault.place));
        }
        self.fault.set(fault);
        made.ok()
    }

    /// Draws from a list of `population`, at most `most`; `strata` are those of the list, if it has its own.
    pub(in crate::ui::pages::visit) fn draw(
        self,
        population: u32,
        strata: Option<Vec<Stratum>>,
        most: u32,
    ) -> Result<Draw, Fault> {
        let typed = TypedDraw {
            kind: self.kind.get(),
            size: self.size.get(),
            seed: self.seed.get(),
            strata: strata.map_or_else(|| Strata::Typed(self.strata.get()), Strata::Known),
            late: self.late.get(),
            numbers: self.numbers.get(),
            reason: self.reason.get(),
        };
        typed.draw(population, most)
    }

    /// Makes room for the next draw: another seed, and nothing of what was chosen.
    pub(in crate::ui::pages::visit) fn renew(self, app: App) {
        self.seed.set(app.new_seed().to_string());
        for field in [self.size, self.numbers, self.reason] {
            field.set(String::new());
        }
    }

    /// What is kept of the form.
    pub(in crate::ui::pages::visit) fn kept(self, app: App, session: Session) -> FormDraft {
        const KINDS: [Kind; 5] = [Kind::SimpleRandom, Kind::Systematic, Kind::ByField, Kind::ByLateness, Kind::ByHand];
        let fields = FormFields::default()
            .field("list", self.list)
            .field("population", self.population)
            .choice("kind", self.kind, &KINDS)
            .field("size", self.size)
            .field("seed", self.seed)
            .carried()
            .field("strata", self.strata)
            .field("late", self.late)
            .field("numbers", self.numbers)
            .field("reason", self.reason);
        FormDraft::of(app, self.form, format!("visit/{}/{}", session.id(), self.form), fields)
    }

    /// The id of a field in the page.
    pub(super) fn id(self, place: Place) -> String {
        format!("{}-{}", self.form, place.id())
    }
}
