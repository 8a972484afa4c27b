//! A page about one supervision: what stands there while it is read, if it is not there, and once it is.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::library::{Loading, Unread};
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::library as words;

use super::not_read::NotRead;

#[derive(Clone, PartialEq)]
enum Phase {
    Waiting,
    Failed(Unread),
    Missing,
    Found,
}

/// Calls `draw` once, with the supervision as it is when it is first read. A list that is read again later, because
/// another tab saved, does not draw a form anew and so takes nothing away that was typed.
#[component]
pub fn Loaded<F, V>(
    /// Which supervision.
    id: SupervisionId,
    /// What is drawn.
    draw: F,
) -> impl IntoView
where
    F: Fn(Supervision) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let app = App::get();
    app.library.ensure(app);
    let read = {
        let id = id.clone();
        Memo::new(move |_| match app.library.supervision(&id) {
            Loading::Waiting => Phase::Waiting,
            Loading::Failed(why) => Phase::Failed(why),
            Loading::Ready(None) => Phase::Missing,
            Loading::Ready(Some(_)) => Phase::Found,
        })
    };
    move || match read.get() {
        Phase::Waiting => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        Phase::Failed(why) => view! { <NotRead why retry=|app: App| app.library.refresh(app) /> }.into_any(),
        Phase::Missing => NotFound().into_any(),
        Phase::Found => match untrack(|| app.library.supervision(&id)) {
            Loading::Ready(Some(supervision)) => draw(supervision).into_any(),
            Loading::Waiting | Loading::Failed(_) | Loading::Ready(None) => NotFound().into_any(),
        },
    }
}
