//! What is done with a finding in its card, and the drafts of the forms for it.

use crate::domain::id::FindingId;
use crate::state::Session;

/// What is done with a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is read.
    #[default]
    Reading,
    /// Its words are edited.
    Editing,
    /// It is being withdrawn.
    Withdrawing,
}

/// The key of what is kept of a form of a finding.
pub(super) fn draft_key(session: Session, mode: Mode, finding: &FindingId) -> String {
    let form = if mode == Mode::Withdrawing { "withdrawal" } else { "finding" };
    format!("visit/{}/{form}/{finding}", session.id())
}
