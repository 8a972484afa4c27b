//! The units of a supervision, with search and order.

use leptos::prelude::*;

use crate::domain::supervision::{Mode, Supervision};
use crate::state::App;
use crate::ui::components::choice::Choice;
use crate::ui::components::search_field::SearchField;
use crate::words::Text;
use crate::words::catalogue::library as words;
use crate::words::format::count;

use super::row::{Order, Row, groups, rows};
use super::unit_card::UnitCard;

/// A single unit needs neither search nor order.
const TOOLS_FROM: usize = 2;

/// The orders, each with its words.
const ORDERS: [(Order, Text); 3] =
    [(Order::Official, words::ORDER_OFFICIAL), (Order::Name, words::ORDER_NAME), (Order::Score, words::ORDER_SCORE)];

/// The units.
#[component]
pub fn Units(
    /// Of which supervision.
    supervision: Memo<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let needle = RwSignal::new(String::new());
    let order = RwSignal::new(Order::default());
    let all = Memo::new(move |_| app.library.summaries().with(|visits| rows(&supervision.read(), visits, order.get())));
    let found = Memo::new(move |_| {
        let needle = needle.read();
        let all = all.read();
        all.iter().filter(|row| row.matches(&needle)).cloned().collect::<Vec<Row>>()
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
    let lists = move || match order.get() {
        Order::Official => groups(found.get())
            .into_iter()
            .map(|(mode, rows)| {
                let title = match mode {
                    Mode::Direct => words::DIRECT,
                    Mode::Indirect => words::INDIRECT,
                };
                view! { <h3 class="units__group">{move || app.t(title)}</h3> <UnitList supervision rows /> }.into_any()
            })
            .collect_view()
            .into_any(),
        Order::Name | Order::Score => view! { <UnitList supervision rows=found.get() /> }.into_any(),
    };
    view! {
        <section class="units" aria-labelledby="units-title">
            <h2 id="units-title">
                {move || app.t(words::UNITS)}
                " "
                <span class="units__count">{move || count(all.read().len() as u64)}</span>
            </h2>
            <Show
                when=move || !all.read().is_empty()
                fallback=move || view! { <p class="empty">{move || app.t(words::NO_UNITS)}</p> }
            >
                <Show when=move || TOOLS_FROM <= all.read().len()>
                    <div class="units__tools">
                        <SearchField id="search-units" label=words::SEARCH_UNITS needle />
                        <Choice name="order" label=words::ORDER options=ORDERS.to_vec() value=order />
                    </div>
                </Show>
                <p class="search__outcome" role="status">{outcome}</p>
                {lists}
            </Show>
        </section>
    }
}

#[component]
fn UnitList(supervision: Memo<Supervision>, rows: Vec<Row>) -> impl IntoView {
    let id = supervision.read_untracked().id.clone();
    let cards = rows.into_iter().map(|row| view! { <UnitCard supervision=id.clone() row /> });
    view! { <ul class="units__list">{cards.collect_view()}</ul> }
}
