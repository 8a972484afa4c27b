//! The form of a passage.

use leptos::prelude::*;

use crate::domain::id::StatementId;
use crate::state::Session;

/// The form.
#[component]
pub(super) fn StatementPage(
    /// The open visit.
    session: Session,
    /// Which passage; none for a new one.
    which: Option<StatementId>,
) -> impl IntoView {
    let _ = (session, which);
}
