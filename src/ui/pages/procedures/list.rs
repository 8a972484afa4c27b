//! One procedure list, to be searched.

use leptos::prelude::*;

use crate::domain::procedure::{Procedure, ProcedureList, ProcedureListRef};
use crate::domain::supervision::Level;
use crate::state::App;
use crate::state::procedures::OpenList;
use crate::state::route::Route;
use crate::ui::components::not_readable::NotReadable;
use crate::ui::components::page_head::PageHead;
use crate::ui::components::search_field::SearchField;
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::legal;
use crate::words::catalogue::procedures as words;
use crate::words::fold::{contains_folded, fold};
use crate::words::format::{count, date};

/// The most entries shown at once: enough to read, few enough to draw at each key.
const MOST_SHOWN: usize = 100;

/// The page of one list.
#[component]
pub fn ProcedureListPage(
    /// Its id.
    id: String,
    /// Its version.
    version: u32,
) -> impl IntoView {
    let app = App::get();
    let reference = ProcedureListRef { id, version };
    let opening = app.open_procedure_list(reference.clone());
    let reference = StoredValue::new(reference);
    let title = move || {
        let ProcedureListRef { id, version } = reference.get_value();
        app.t(words::LIST).replace("{id}", &id).replace("{version}", &version.to_string())
    };
    let body = move || match opening.get() {
        OpenList::Reading => view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any(),
        OpenList::Missing => NotFound().into_any(),
        OpenList::Failed(reason) => view! { <NotReadable reason /> }.into_any(),
        OpenList::Ready(list) => view! { <Entries list=*list /> }.into_any(),
    };
    let mut path = super::above(app);
    path.push((Route::ProcedureLists, Signal::derive(move || app.t(words::PROCEDURES).to_owned())));
    view! {
        <div class="page page--form">
            <PageHead title path />
            {body}
        </div>
    }
}

#[component]
fn Entries(list: ProcedureList) -> impl IntoView {
    let app = App::get();
    let reference = list.reference();
    let searched = |entry: &Procedure| fold(&format!("{} {} {}", entry.code, entry.name, entry.field));
    let entries: Vec<(String, Procedure)> = list.entries.into_iter().map(|entry| (searched(&entry), entry)).collect();
    let entries = StoredValue::new(entries);
    let needle = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        entries.with_value(|entries| {
            let needle = needle.read();
            let matching = || entries.iter().filter(|(searched, _)| contains_folded(searched, &needle));
            let shown: Vec<Procedure> = matching().take(MOST_SHOWN).map(|(_, entry)| entry.clone()).collect();
            (matching().count(), shown)
        })
    });
    let number = move || {
        let (number, shown) = found.with(|(number, shown)| (*number, shown.len()));
        let text = if shown < number { words::FOUND_SOME } else { words::FOUND };
        app.t(text).replace("{n}", &count(number as u64)).replace("{shown}", &count(shown as u64))
    };
    let rows = move || found.get().1.into_iter().map(|entry| view! { <Entry entry /> }).collect_view();
    view! {
        <SearchField id="procedure-search" label=words::SEARCH needle />
        <p class="field__hint" role="status">{number}</p>
        <ul class="legal">{rows}</ul>
        <div class="form__buttons">
            <button
                type="button"
                class="button button--danger"
                data-testid="procedure-list-delete"
                on:click=move |_| app.delete_procedure_list(reference.clone())
            >
                {move || app.t(words::DELETE)}
            </button>
        </div>
    }
}

#[component]
fn Entry(entry: Procedure) -> impl IntoView {
    let app = App::get();
    let is_in_force = entry.is_in_force(app.today());
    let standing = if is_in_force {
        legal::IN_FORCE
    } else if app.today() < entry.valid_from {
        legal::NOT_YET
    } else {
        legal::NO_LONGER
    };
    let levels: Vec<Level> = entry.levels().collect();
    let Procedure { code, name, field, decision, fee, valid_from, valid_to, .. } = entry;
    let facts = move || {
        let levels: Vec<&str> = levels.iter().map(|level| app.t(level.label())).collect();
        let mut facts = vec![field.clone(), levels.join(", ")];
        if !decision.number.trim().is_empty() {
            let number = app.t(words::DECISION).replace("{number}", &decision.number);
            let day = decision.date.map(|day| format!(" {}", app.t(words::OF).replace("{date}", &date(day))));
            facts.push(number + &day.unwrap_or_default());
        }
        facts.extend(fee.as_ref().map(|fee| app.t(words::FEE).replace("{fee}", fee)));
        facts.push(app.t(legal::FROM).replace("{date}", &date(valid_from)));
        facts.extend(valid_to.map(|to| app.t(legal::TO).replace("{date}", &date(to))));
        facts.retain(|fact| !fact.trim().is_empty());
        facts.join(" · ")
    };
    view! {
        <li class="legal__basis" data-procedure=code.clone()>
            <h2 class="legal__number">{format!("{code} {name}")}</h2>
            <p class="legal__marks">
                <span class=if is_in_force { "chip chip--met" } else { "chip" }>{move || app.t(standing)}</span>
            </p>
            <p class="field__hint">{facts}</p>
        </li>
    }
}
