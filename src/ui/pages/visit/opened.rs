//! What stands on a visit's page while the visit is read, if it cannot be, and once it is.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::state::opening::Opening;
use crate::state::{App, Session};
use crate::ui::components::not_readable::NotReadable;
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::checklist as words;

use super::bar::{Page, VisitBar};

/// Opens the visit and draws the page below the bar.
#[component]
pub fn Opened<F, V>(
    /// Which visit.
    id: VisitId,
    /// Which of its pages.
    page: Page,
    /// What is drawn below the bar.
    draw: F,
) -> impl IntoView
where
    F: Fn(Session) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let app = App::get();
    let opening = app.open_visit(id);
    move || match opening.get() {
        Opening::Loading => view! { <p class="empty" role="status">{move || app.t(words::OPENING)}</p> }.into_any(),
        Opening::Missing => NotFound().into_any(),
        Opening::Failed(reason) => view! { <NotReadable reason /> }.into_any(),
        Opening::Ready(handle) => view! {
            <div class="visit">
                <VisitBar session=handle.0 page />
                {draw(handle.0)}
            </div>
        }
        .into_any(),
    }
}
