//! Whether the app can be opened without a network: one sentence, and where it cannot, why, and what to do.

use leptos::prelude::*;

use crate::state::App;
use crate::state::device::{HostAnswer, MissingFile, Obstacle, Readiness};
use crate::words::catalogue::device as words;
use crate::words::catalogue::shell::PART_AGAIN;
use crate::words::format::count;

/// The most files that are named.
const MOST_NAMED: usize = 8;

/// The sentence.
#[component]
pub fn OfflineLine() -> impl IntoView {
    let app = App::get();
    let readiness = app.offline();
    let state = move || match *readiness.read() {
        Readiness::Ready => "ready",
        Readiness::Installing => "installing",
        Readiness::NotReady(_) => "not-ready",
    };
    let sentence = move || {
        app.t(match *readiness.read() {
            Readiness::Ready => words::READY,
            Readiness::Installing => words::INSTALLING,
            Readiness::NotReady(_) => words::NOT_READY,
        })
    };
    let more = move || match readiness.get() {
        Readiness::Ready | Readiness::Installing => None,
        Readiness::NotReady(obstacle) => Some(why(app, &obstacle)),
    };
    view! {
        <div class="protection offline" data-testid="offline-ready" data-state=state>
            <p role="status">{sentence}</p>
            {more}
        </div>
    }
}

/// Why the app cannot be opened without a network, and a button to try again.
fn why(app: App, obstacle: &Obstacle) -> impl IntoView + use<> {
    let sentence = match obstacle {
        Obstacle::Insecure => app.t(words::INSECURE).to_owned(),
        Obstacle::Unsupported => app.t(words::UNSUPPORTED).to_owned(),
        Obstacle::Refused { detail } => app.t(words::REFUSED).replace("{detail}", detail),
        Obstacle::Files(files) => app.t(words::FILES).replace("{n}", &count(files.len() as u64)),
    };
    let files = match obstacle {
        Obstacle::Files(files) => Some(named(app, files)),
        Obstacle::Insecure | Obstacle::Unsupported | Obstacle::Refused { .. } => None,
    };
    view! {
        <p>{sentence}</p>
        {files}
        <button type="button" class="button" data-testid="offline-retry" on:click=move |_| app.retry_offline()>
            {move || app.t(PART_AGAIN)}
        </button>
    }
}

/// The files that are missing, with what the host gave for each: for whoever runs it.
fn named(app: App, files: &[MissingFile]) -> impl IntoView + use<> {
    let rows = files.iter().take(MOST_NAMED).map(|MissingFile { path, answer }| {
        let answer = match answer {
            HostAnswer::Nothing => app.t(words::NOTHING).to_owned(),
            HostAnswer::Status(status) => app.t(words::STATUS).replace("{status}", &status.to_string()),
            HostAnswer::Moved => app.t(words::MOVED).to_owned(),
            HostAnswer::Page => app.t(words::PAGE).to_owned(),
            HostAnswer::Altered => app.t(words::ALTERED).to_owned(),
            HostAnswer::OtherVersion => app.t(words::OTHER_VERSION).to_owned(),
            HostAnswer::NoRoom => app.t(words::NO_ROOM).to_owned(),
        };
        view! { <li>{app.t(words::FILE).replace("{file}", path).replace("{answer}", &answer)}</li> }
    });
    view! {
        <details class="offline__files">
            <summary>{move || app.t(words::FOR_HOST)}</summary>
            <ul>{rows.collect_view()}</ul>
        </details>
    }
}
