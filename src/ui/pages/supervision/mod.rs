//! One supervision: its mandate, its units with their visits, what leaves it as files.

use leptos::prelude::*;

use crate::domain::id::SupervisionId;
use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::ui::components::left_drafts::LeftDrafts;
use crate::ui::components::loaded::Loaded;
use crate::ui::components::mandate::topic_words;
use crate::ui::components::page_head::{PageHead, home_step};

mod actions;
mod exports;
mod mandate;
mod removal;
mod row;
mod unit_card;
mod unit_score;
mod units;

use actions::Actions;
use exports::Exports;
use mandate::Mandate;
use removal::Removal;
use units::Units;

/// One supervision. It is drawn anew where it changes, in this tab or another.
#[component]
pub fn SupervisionPage(
    /// Which.
    id: SupervisionId,
) -> impl IntoView {
    let app = App::get();
    let draw = {
        let id = id.clone();
        move |first: Supervision| {
            let id = id.clone();
            let drafts = format!("supervision/{id}");
            let supervision = Memo::new(move |_| {
                let now = app.library.supervision(&id).ready().cloned().flatten();
                now.unwrap_or_else(|| first.clone())
            });
            view! {
                <div class="page page--supervision">
                    <PageHead
                        title=move || supervision.with(|supervision| topic_words(supervision, app.lang()))
                        path=vec![home_step(app)]
                    />
                    <LeftDrafts prefixes=vec![drafts.clone()] />
                    <Mandate supervision />
                    <Actions supervision />
                    <Units supervision />
                    <Exports supervision />
                    <Removal supervision />
                </div>
            }
        }
    };
    view! { <Loaded id draw /> }
}
