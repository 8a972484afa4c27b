//! What a unit is: its level, its kind, how it is supervised.

use leptos::prelude::*;

use crate::domain::supervision::{Level, Mode, Unit, UnitKind};
use crate::ui::components::choice::Choice;
use crate::ui::components::form_draft::FormFields;
use crate::words::catalogue::forms as words;

/// What is chosen.
#[derive(Clone, Copy)]
pub struct Chosen {
    pub level: RwSignal<Level>,
    pub kind: RwSignal<UnitKind>,
    pub mode: RwSignal<Mode>,
}

impl Chosen {
    /// What most units are.
    pub fn usual() -> Self {
        Self {
            level: RwSignal::new(Level::Commune),
            kind: RwSignal::new(UnitKind::PeoplesCommittee),
            mode: RwSignal::new(Mode::Direct),
        }
    }

    /// The choices by their names, for what is kept of the form around them.
    pub fn fields(self, form: FormFields) -> FormFields {
        form.choice("level", self.level, &Level::ALL).choice("kind", self.kind, &UnitKind::ALL).choice(
            "mode",
            self.mode,
            &Mode::ALL,
        )
    }

    /// What this unit is.
    pub fn of(unit: &Unit) -> Self {
        Self { level: RwSignal::new(unit.level), kind: RwSignal::new(unit.kind), mode: RwSignal::new(unit.mode) }
    }
}

/// The three choices.
#[component]
pub fn Nature(
    /// What is chosen.
    chosen: Chosen,
) -> impl IntoView {
    let levels = Level::ALL.map(|level| (level, level.label())).to_vec();
    let kinds = UnitKind::ALL.map(|kind| (kind, kind.label())).to_vec();
    let modes = Mode::ALL.map(|mode| (mode, mode.label())).to_vec();
    view! {
        <Choice name="level" label=words::LEVEL options=levels value=chosen.level />
        <Choice name="kind" label=words::KIND hint=words::KIND_HINT options=kinds value=chosen.kind />
        <Choice name="mode" label=words::MODE options=modes value=chosen.mode />
    }
}
