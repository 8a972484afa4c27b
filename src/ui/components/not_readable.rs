//! What stands in the place of a visit that cannot be read.

use leptos::prelude::*;

use crate::state::App;
use crate::state::opening::Unreadable;
use crate::state::route::Route;
use crate::words::catalogue::library as words;
use crate::words::catalogue::shell::PART_AGAIN;

use super::page_head::PageHead;

/// Says why, hands out the record that is broken, and leads back.
#[component]
pub fn NotReadable(
    /// Why it cannot be read.
    reason: Unreadable,
) -> impl IntoView {
    let app = App::get();
    let reason = StoredValue::new(reason);
    let download = move || {
        let act = move |_| reason.with_value(|reason| reason.download(app));
        reason.with_value(Unreadable::has_record).then(|| {
            view! {
                <button type="button" class="button button--primary" on:click=act>
                    {move || app.t(words::CORRUPT_DOWNLOAD)}
                </button>
            }
        })
    };
    view! {
        <div class="page">
            <PageHead title=move || app.t(words::CORRUPT).to_owned() />
            <div class="not-found">
                <p role="alert">{move || reason.with_value(|reason| reason.sentence(app.lang()))}</p>
                {download}
                <button type="button" class="button" data-testid="read-again" on:click=move |_| app.draw_anew()>
                    {move || app.t(PART_AGAIN)}
                </button>
                <a class="button" href=Route::Home.href()>{move || app.t(words::BACK_HOME)}</a>
            </div>
        </div>
    }
}
