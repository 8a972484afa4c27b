//! The forms of units: several new ones at once, or one that is there with its visits.

use leptos::prelude::*;

use crate::domain::id::{SupervisionId, UnitId};
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::ui::components::loaded::Loaded;
use crate::ui::components::page_head::path_below;

use super::not_found::NotFound;

mod edit;
mod names;
mod nature;
mod new;
mod removal;

use edit::EditUnit;
use new::NewUnits;

/// The form of new units, or of one that is there.
#[component]
pub fn UnitForm(
    /// Where they belong.
    supervision: SupervisionId,
    /// Which; none for new ones.
    unit: Option<UnitId>,
) -> impl IntoView {
    let app = App::get();
    let draw = move |supervision: Supervision| {
        let path = path_below(app, &supervision);
        match &unit {
            None => view! { <NewUnits supervision path /> }.into_any(),
            Some(id) => match supervision.unit(id).cloned() {
                Some(unit) => view! { <EditUnit supervision unit path /> }.into_any(),
                None => NotFound().into_any(),
            },
        }
    };
    view! { <Loaded id=supervision draw /> }
}
