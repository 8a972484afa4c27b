//! The posting as it stands, and the edit that changes it.

use leptos::prelude::untrack;

use crate::domain::edit::Edit;
use crate::domain::procedure::Posting;
use crate::state::Session;

/// The posting as it stands, with what was typed last.
pub(super) fn take_up(session: Session) -> Posting {
    session.flush();
    as_it_stands(session)
}

/// The posting as it stands; a blank one on the day of the visit where there is none yet.
pub(super) fn as_it_stands(session: Session) -> Posting {
    untrack(|| held(session)).unwrap_or_else(|| untrack(|| blank(session)))
}

/// The posting that is held; reactive.
pub(super) fn held(session: Session) -> Option<Posting> {
    session.samples(|visit| visit.posting.as_ref().map(|held| held.posting.clone()))
}

/// Keeps a changed posting; one that is as before is no edit.
pub(super) fn keep(session: Session, posting: Posting) -> bool {
    untrack(|| held(session)).as_ref() == Some(&posting) || session.takes(Edit::Posting { posting: Some(posting) })
}

fn blank(session: Session) -> Posting {
    let on = session.visit(|visit| visit.date);
    Posting { list: None, on, in_force: None, counted: None, draw: None, sampled: Vec::new() }
}
