//! Records that cannot be read: kept, listed, and offered for download.

use leptos::prelude::*;

use crate::state::App;
use crate::state::references::CorruptRecord;
use crate::words::catalogue::library as words;

/// The list, while there is anything to list.
#[component]
pub fn CorruptRecords(
    /// The records.
    corrupt: Signal<Vec<CorruptRecord>>,
) -> impl IntoView {
    let app = App::get();
    let rows = move || {
        let rows = corrupt.get().into_iter().map(|record| {
            let name = format!("{}: {}", record.table.name(), record.key);
            let (shown, detail) = (name.clone(), record.detail.clone());
            view! {
                <li class="corrupt__record">
                    <span class="corrupt__name">{shown}</span>
                    <span class="corrupt__detail">{detail}</span>
                    <button
                        type="button"
                        class="button"
                        aria-label=move || format!("{} {name}", app.t(words::CORRUPT_DOWNLOAD))
                        on:click=move |_| app.download_corrupt(record.table.name(), &record.key, &record.text)
                    >
                        {move || app.t(words::CORRUPT_DOWNLOAD)}
                    </button>
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || !corrupt.read().is_empty()>
            <section class="corrupt" aria-labelledby="corrupt-title">
                <h2 id="corrupt-title">{move || app.t(words::CORRUPT)}</h2>
                <p>{move || app.t(words::CORRUPT_HINT)}</p>
                <ul class="corrupt__records">{rows}</ul>
            </section>
        </Show>
    }
}
