//! The first page: the supervisions on this device, and the ways to get one.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::ui::components::corrupt::CorruptRecords;
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
    // None while the list is read; then whether there is none.
    let is_empty = Memo::new(move |_| supervisions.with(|loading| loading.ready().map(Vec::is_empty)));
    view! {
        <div class="page page--home">
            <PageHead title=move || app.t(words::SUPERVISIONS).to_owned() />
            {move || match is_empty.get() {
                None => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
                Some(true) => Welcome().into_any(),
                Some(false) => {
                    view! {
                        <Actions />
                        <SupervisionList />
                    }
                        .into_any()
                }
            }}
            <CorruptRecords corrupt=app.library.corrupt() />
            <ProtectionLine />
            <p class="page__aside">
                <a class="button button--quiet" href=Route::Bin.href() data-testid="to-bin">{move || app.t(BIN)}</a>
            </p>
        </div>
    }
}
