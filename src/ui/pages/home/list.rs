//! The supervisions on this device, with search.

use leptos::prelude::*;

use crate::state::App;
use crate::ui::components::search_field::SearchField;
use crate::words::catalogue::library as words;
use crate::words::format::count;

use super::card::SupervisionCard;
use super::entry::{Entry, entries};

/// A single one needs no search.
const SEARCH_FROM: usize = 2;

/// The list.
#[component]
pub fn SupervisionList() -> impl IntoView {
    let app = App::get();
    let needle = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        app.library.supervisions().with(|loading| {
            let supervisions = loading.ready().map(Vec::as_slice).unwrap_or_default();
            app.library.summaries().with(|visits| entries(supervisions, visits))
        })
    });
    let found = Memo::new(move |_| {
        let needle = needle.read();
        let all = all.read();
        all.iter().filter(|entry| entry.matches(&needle)).cloned().collect::<Vec<Entry>>()
    });
    let outcome = move || {
        let needle = needle.get();
        if needle.trim().is_empty() {
            return String::new();
        }
        match found.read().len() {
            0 => app.t(words::NOTHING_FOUND).replace("{needle}", needle.trim()),
            some => app
                .t(words::FOUND)
                .replace("{found}", &count(some as u64))
                .replace("{all}", &count(all.read().len() as u64)),
        }
    };
    view! {
        <Show when=move || SEARCH_FROM <= all.read().len()>
            <SearchField id="search-supervisions" label=words::SEARCH_SUPERVISIONS needle />
        </Show>
        <p class="search__outcome" role="status">{outcome}</p>
        <ul class="cards">
            {move || found.get().into_iter().map(|entry| view! { <SupervisionCard entry /> }).collect_view()}
        </ul>
    }
}
