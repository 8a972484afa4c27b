//! Data that was on this device and is not any more, or that cannot be reached: what is known of it, and the ways to get it
//! back.

use leptos::prelude::*;

use crate::state::App;
use crate::state::device::Records;
use crate::state::seen::{Loss, Seen};
use crate::words::Text;
use crate::words::catalogue::device as words;
use crate::words::format::{count, date};

use super::import_button::ImportButton;

/// What was lost, while anything is.
#[component]
pub fn DataLoss() -> impl IntoView {
    let app = App::get();
    let loss = app.library.loss();
    let said = move || {
        loss.get().map(|loss: Loss| {
            let left = if loss.is_total() { words::LOST_ALL } else { words::LOST_SOME };
            format!("{} {}", counted(app, words::SEEN, loss.seen), counted(app, left, loss.found))
        })
    };
    view! {
        <Show when=move || loss.get().is_some()>
            <section class="corrupt" aria-labelledby="loss-title" data-testid="data-loss">
                <h2 id="loss-title">{move || app.t(words::LOST)}</h2>
                <p role="alert">{said}</p>
                <p>{move || app.t(words::LOST_HINT)}</p>
                <div class="actions">
                    <RescueButton records=Records::Own label=words::RESCUE />
                    <ImportButton label=words::IMPORT_BACKUP />
                    <button
                        type="button"
                        class="button button--quiet"
                        data-testid="loss-known"
                        on:click=move |_| app.library.accept_loss()
                    >
                        {move || app.t(words::KNOWN)}
                    </button>
                </div>
            </section>
        </Show>
    }
}

/// What is known of a database that cannot be read, and the way to its records.
#[component]
pub fn BehindDatabase() -> impl IntoView {
    let app = App::get();
    let seen = app.library.seen();
    let said = move || (seen.supervisions > 0).then(|| counted(app, words::SEEN, seen));
    view! {
        <p>{said}</p>
        <RescueButton records=Records::Own label=words::RESCUE />
    }
}

/// Data of the app at the root of the host, while there is any and none here.
#[component]
pub fn SharedData() -> impl IntoView {
    let app = App::get();
    let is_there = app.shared_data();
    view! {
        <Show when=move || is_there.get()>
            <section class="corrupt" data-testid="shared-data">
                <p>{move || app.t(words::SHARED)}</p>
                <RescueButton records=Records::Shared label=words::SHARED_RESCUE />
            </section>
        </Show>
    }
}

#[component]
fn RescueButton(records: Records, label: Text) -> impl IntoView {
    let app = App::get();
    view! {
        <button type="button" class="button" data-testid="rescue" on:click=move |_| app.rescue(records)>
            {move || app.t(label)}
        </button>
    }
}

/// A sentence about what the database holds or held.
fn counted(app: App, sentence: Text, seen: Seen) -> String {
    app.t(sentence)
        .replace("{date}", &seen.on.map(date).unwrap_or_default())
        .replace("{supervisions}", &count(seen.supervisions as u64))
        .replace("{visits}", &count(seen.visits as u64))
}
