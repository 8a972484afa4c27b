//! Where the focus goes when a card is drawn anew around it: it must not fall back to the top of the page.

use leptos::prelude::*;

use crate::domain::id::FindingId;
use crate::state::page::focus;

/// The id of the first button of a finding.
pub(super) fn act_id(finding: &FindingId) -> String {
    format!("finding-{finding}-act")
}

/// Moves the focus to the element with this id once it is drawn.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        focus(&id);
    });
}
