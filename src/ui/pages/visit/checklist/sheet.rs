//! What the rows of a checklist share, and a row: an item and its state.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::supervision::Level;
use crate::domain::template::{Item, Template};
use crate::state::session::RowState;
use crate::state::{App, Session};
use crate::words::Lang;

use super::stencil::Stencils;

/// What all rows of a checklist share.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The app.
    pub(super) app: App,
    /// The open visit.
    pub(super) session: Session,
    /// Its template.
    pub(super) template: Arc<Template>,
    /// The level of the unit.
    pub(super) level: Level,
    /// The language that the rows are drawn in.
    pub(super) lang: Lang,
    /// What rows are copied from.
    pub(super) stencils: Rc<Stencils>,
}

impl Sheet {
    /// The shared part of a visit's rows.
    pub(super) fn new(session: Session, lang: Lang) -> Self {
        let template = session.template();
        let stencils = Rc::new(Stencils::of(&template, lang));
        Self { app: App::get(), session, template, level: session.unit().level, lang, stencils }
    }
}

/// A row: an item and its state.
#[derive(Clone)]
pub(super) struct Row {
    /// What all rows share.
    pub(super) sheet: Sheet,
    /// Where the item stands in the template.
    pub(super) position: usize,
    /// What the row shows.
    pub(super) state: ArcRwSignal<RowState>,
}

impl Row {
    /// The item.
    pub(super) fn item(&self) -> &Item {
        &self.sheet.template.items[self.position]
    }
}
