//! The first page: the supervisions on this device, and the ways to get one.

use leptos::prelude::*;

use crate::state::App;
use crate::state::library::Loading;
use crate::state::route::Route;
use crate::ui::components::corrupt::CorruptRecords;
use crate::ui::components::data_loss::{BehindDatabase, DataLoss, SharedData};
use crate::ui::components::left_drafts::LeftDrafts;
use crate::ui::components::not_read::NotRead;
use crate::ui::components::offline_line::OfflineLine;
use crate::ui::components::page_head::PageHead;
use crate::ui::components::protection_line::ProtectionLine;
use crate::words::catalogue::bin::TITLE as BIN;
use crate::words::catalogue::library as words;

mod actions;
mod card;
mod entry;
mod list;
mod welcome;

use actions::Actions;
use list::SupervisionList;
use welcome::Welcome;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let app = App::get();
    app.library.ensure(app);
    let supervisions = app.library.supervisions();
    let phase = Memo::new(move |_| supervisions.read().phase());
    // A device that lost its data is not a new one, and the sample is not what it needs.
    let is_new = Memo::new(move |_| {
        supervisions.with(|loading| loading.ready().is_some_and(Vec::is_empty)) && app.library.loss().read().is_none()
    });
    view! {
        <div class="page page--home">
            <PageHead title=move || app.t(words::SUPERVISIONS).to_owned() />
            <DataLoss />
            <LeftDrafts prefixes=["supervision/new", "calendar/", "legal/", "procedures/"].map(str::to_owned).to_vec() />
            {move || match phase.get() {
                Loading::Waiting => {
                    view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any()
                }
                Loading::Failed(why) => {
                    view! {
                        <NotRead why retry=|app: App| app.library.refresh(app) />
                        <BehindDatabase />
                    }
                        .into_any()
                }
                Loading::Ready(()) if is_new.get() => Welcome().into_any(),
                Loading::Ready(()) => {
                    view! {
                        <Actions />
                        <SupervisionList />
                    }
                        .into_any()
                }
            }}
            <SharedData />
            <CorruptRecords corrupt=app.library.corrupt() />
            <OfflineLine />
            <ProtectionLine />
            <p class="page__aside">
                <a class="button button--quiet" href=Route::Bin.href() data-testid="to-bin">{move || app.t(BIN)}</a>
            </p>
        </div>
    }
}
