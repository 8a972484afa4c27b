//! The posting as it stands, and the edit that changes it.

use leptos::prelude::untrack;

use crate::domain::procedure::Posting;
use crate::state::Session;

/// The posting as it stands, with what was typed last.
pub(super) fn take_up(session: Session) -> Posting {
    session.flush();
    as_it_stands(session)
}

/// The posting as it stands; a blank one on the day of the visit where there is none yet.
pub(super) fn as_it_stands(session: Session) -> Posting {
    untrack(|| held(session)).unwrap_or_else(|| Posting::begun(untrack(|| session.visit(|visit| visit.date))))
}

/// The posting that is held; reactive.
pub(super) fn held(session: Session) -> Option<Posting> {
    of_held(session, Posting::clone)
}

/// Something of the posting that is held; reactive. A row asks for its own procedure: a copy of all of them for each would
/// be quadratic.
pub(super) fn of_held<T>(session: Session, read: impl FnOnce(&Posting) -> T) -> Option<T> {
    session.samples(|visit| visit.posting.as_ref().map(|held| read(&held.posting)))
}

/// Keeps a changed posting; one that is as before is no edit.
/// It says whether the posting is this one now; one that is refused is told.
pub(super) fn keep(session: Session, posting: Posting) -> bool {
    session.change_posting(&posting)
}
