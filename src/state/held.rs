//! What the app itself does with an open visit. It holds visits by this trait alone: so what a visit is made of (its edits,
//! judgements, saving) is reached from the pages that open one, and stays out of the first load.

use std::rc::Rc;

use leptos::prelude::ReadUntracked;
use leptos::task::spawn_local;

use crate::domain::id::{SupervisionId, VisitId};
use crate::domain::supervision::Unit;

use super::autosave::{Autosave, SaveStatus, reread};
use super::open::Open;

/// An open visit, whatever is in it.
pub(super) trait Held {
    /// The visit's id.
    fn id(&self) -> &VisitId;

    /// The supervision that the visit belongs to.
    fn supervision(&self) -> &SupervisionId;

    /// The unit visited, as it was when the visit was opened.
    fn unit(&self) -> &Unit;

    /// Whether nothing waits to be saved.
    fn is_idle(&self) -> bool;

    /// Whether the last write failed, and what it held still waits.
    fn is_failing(&self) -> bool;

    /// Dispatches what was typed and starts saving at once.
    fn flush(&self);

    /// As [`Held::flush`], for a page that may go away at once.
    fn write_before_leaving(&self);

    /// Drops what waits to be saved.
    fn abandon(&self);

    /// Reads the visit again, which another tab changed, removed or replaced.
    fn reread(&self);

    /// All of it, for who works on it.
    fn open(&self) -> Rc<Open>;
}

impl Held for Rc<Open> {
    fn id(&self) -> &VisitId {
        &self.id
    }

    fn supervision(&self) -> &SupervisionId {
        &self.supervision.id
    }

    fn unit(&self) -> &Unit {
        &self.unit
    }

    fn is_idle(&self) -> bool {
        Open::is_idle(self)
    }

    fn is_failing(&self) -> bool {
        matches!(*self.autosave.status.read_untracked(), SaveStatus::Failed(_))
    }

    fn flush(&self) {
        Open::flush(self);
    }

    fn write_before_leaving(&self) {
        Open::write_before_leaving(self);
    }

    fn abandon(&self) {
        Autosave::abandon(self);
    }

    fn reread(&self) {
        spawn_local(reread(self.clone()));
    }

    fn open(&self) -> Rc<Open> {
        self.clone()
    }
}
