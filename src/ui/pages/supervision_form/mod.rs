//! The form of a supervision: its mandate and its delegation. Units and visits have forms of their own.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::ui::components::loaded::Loaded;
use crate::ui::components::page_head::{PageHead, home_step, path_below};
use crate::words::catalogue::forms as words;

mod draft;
mod fields;
mod members;

use draft::Draft;
use fields::Fields;

/// The form of a new supervision, or of one that is there.
#[component]
pub fn SupervisionForm(
    /// Which; none for a new one.
    id: Option<SupervisionId>,
) -> impl IntoView {
    match id {
        None => NewForm().into_any(),
        Some(id) => view! { <EditForm id /> }.into_any(),
    }
}

#[component]
fn NewForm() -> impl IntoView {
    let app = App::get();
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::NEW_SUPERVISION).to_owned() path=vec![home_step(app)] />
            <Fields draft=Draft::new() before=None />
        </div>
    }
}

#[component]
fn EditForm(id: SupervisionId) -> impl IntoView {
    let app = App::get();
    let draw = move |supervision: Supervision| {
        let draft = Draft::of(&supervision);
        let path = path_below(app, &supervision);
        view! {
            <div class="page page--form">
                <PageHead title=move || app.t(words::EDIT_SUPERVISION).to_owned() path />
                <Fields draft before=Some(supervision) />
            </div>
        }
    };
    view! { <Loaded id draw /> }
}
