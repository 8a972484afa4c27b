//! The bin: what was deleted, for how long it stays, and the ways back and out.

use leptos::prelude::*;

use crate::state::App;
use crate::state::bin::{BIN_DAYS, Bin, InBin};
use crate::ui::components::page_head::{PageHead, home_step};
use crate::words::catalogue::bin as words;
use crate::words::format::count;

mod card;

use card::Card;

/// The page.
#[component]
pub fn BinPage() -> impl IntoView {
    let app = App::get();
    let bin = app.bin();
    let entries = Memo::new(move |_| match bin.get() {
        Bin::Ready(entries) => entries,
        Bin::Reading | Bin::Failed(_) => Vec::new(),
    });
    let said = move || match bin.get() {
        Bin::Reading => app.t(words::READING).to_owned(),
        Bin::Failed(reason) => format!("{} {reason}", app.t(words::FAILED)),
        Bin::Ready(entries) if entries.is_empty() => app.t(words::EMPTY).to_owned(),
        Bin::Ready(entries) => app.t(words::ROOM).replace("{size}", &size(entries.iter().map(bytes).sum())),
    };
    view! {
        <div class="page page--bin" data-testid="bin">
            <PageHead title=move || app.t(words::TITLE).to_owned() path=vec![home_step(app)] />
            <p class="field__hint">{move || app.t(words::HINT).replace("{days}", &BIN_DAYS.to_string())}</p>
            <p class="bin__room" role="status">{said}</p>
            <ul class="cards">
                <For each=move || entries.get() key=|entry| entry.key().to_owned() let:entry>
                    <Card entry />
                </For>
            </ul>
        </div>
    }
}

/// How much room an entry takes. What is broken is small itself, and its rows are not counted.
fn bytes(entry: &InBin) -> u64 {
    match entry {
        InBin::Entry(entry) => entry.bytes,
        InBin::Broken(record) => record.text.len() as u64,
    }
}

/// A size in kilobytes, or in megabytes from one on, rounded up.
fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", count(bytes.div_ceil(1_000)))
    } else {
        format!("{} MB", count(bytes.div_ceil(1_000_000)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_never_smaller_than_they_are() {
        let sizes = [0, 1, 1_000, 1_001, 999_999, 1_000_000, 1_000_001].map(size);
        assert_eq!(sizes, ["0 kB", "1 kB", "1 kB", "2 kB", "1.000 kB", "1 MB", "2 MB"]);
    }
}
