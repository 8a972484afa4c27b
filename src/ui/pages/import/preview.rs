//! What a file would do, and the two buttons.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::id::{SupervisionId, VisitId};
use crate::state::App;
use crate::state::incoming::{Offer, Way};
use crate::state::outgoing::{Scope, Wanted};
use crate::state::route::Route;
use crate::words::Text;
use crate::words::catalogue::import as words;
use crate::words::format::count;

use super::change::{Change, ComparedVisit, changes, not_taken};

/// The preview of a file that passed the gate.
#[component]
pub fn PreviewOf(
    /// What it offers.
    offer: Arc<Offer>,
) -> impl IntoView {
    let app = App::get();
    let here = offer.previews.iter().filter(|preview| preview.supervision.is_here());
    let here: Vec<SupervisionId> = here.map(|preview| preview.file.supervision.id.clone()).collect();
    let (is_here, changes_anything) = (!here.is_empty(), offer.changes_anything());
    let is_empty = offer.previews.is_empty();
    let lead = match (changes_anything, is_empty) {
        (true, _) => words::NOTHING_WRITTEN,
        (false, true) => words::NOTHING_READ,
        (false, false) => words::ALL_KEPT,
    };
    let open = match offer.previews.as_slice() {
        [only] => Route::Supervision(only.file.supervision.id.clone()),
        _ => Route::Home,
    };
    let of = offer.clone();
    let ways = RwSignal::new(BTreeMap::new());
    let writes = {
        let offer = offer.clone();
        Memo::new(move |_| ways.with(|ways| offer.writes_anything(ways)))
    };
    let heaps = Memo::new(move |_| app.library.summaries().with(|here| changes(&of.previews, here, app.lang())));
    let left = move || {
        let rows = not_taken(&offer, app.lang());
        (!rows.is_empty()).then(|| view! { <NotTaken rows /> })
    };
    let leave = move |_| {
        app.incoming.cancel();
        app.go(&Route::Home);
    };
    let confirm = move || {
        view! {
            <button
                type="button"
                class="button button--primary"
                data-testid="import-confirm"
                disabled=move || !writes.get()
                on:click=move |_| app.incoming.confirm(app, ways.get_untracked())
            >
                {move || app.t(words::CONFIRM)}
            </button>
        }
    };
    let open_here =
        move || view! { <a class="button button--primary" href=open.href()>{move || app.t(words::OPEN_HERE)}</a> };
    let backup = move || {
        let here = here.clone();
        let export = move |_| here.iter().for_each(|id| app.export(Scope::Supervision(id.clone()), Wanted::Json));
        view! {
            <button type="button" class="button" on:click=export>
                {move || app.t(words::BACKUP_FIRST)}
            </button>
        }
    };
    view! {
        <p class="import__lead">
            {move || app.t(lead)}
        </p>
        {move || {
            let heaps = heaps.get();
            view! {
                <Heap title=words::REPLACED changes=heaps.replaced name="replaced" ways />
                <Heap title=words::ADDED changes=heaps.added name="added" ways />
                <Heap title=words::KEPT changes=heaps.kept name="kept" ways />
            }
        }}
        {left}
        <div class="form__buttons">
            {changes_anything.then(confirm)}
            {(!changes_anything && !is_empty).then(open_here)}
            {(is_here && changes_anything).then(backup)}
            <button type="button" class="button button--quiet" data-testid="import-cancel" on:click=leave>
                {move || app.t(words::CANCEL)}
            </button>
        </div>
    }
}

/// What was chosen for visits that are here in another form.
type Ways = BTreeMap<VisitId, Way>;

/// Two forms of one visit: what each holds alone, and what to do.
#[component]
fn Compared(compared: ComparedVisit, ways: RwSignal<Ways>) -> impl IntoView {
    let app = App::get();
    let ComparedVisit { id, only_file, only_here, both, can_join, usual } = compared;
    let group = format!("way-{id}");
    let chosen = {
        let id = id.clone();
        move || ways.with(|ways| ways.get(&id).copied().unwrap_or(usual))
    };
    let options = [(Way::Join, words::WAY_JOIN), (Way::Take, words::WAY_TAKE), (Way::Keep, words::WAY_KEEP)];
    let radios = options.into_iter().filter(|(way, _)| can_join || *way != Way::Join).map(|(way, text)| {
        let (chosen, id) = (chosen.clone(), id.clone());
        let handle = match way {
            Way::Join => "import-join",
            Way::Take => "import-take",
            Way::Keep => "import-keep",
        };
        let choose = move |_| {
            ways.update(|ways| {
                ways.insert(id.clone(), way);
            });
        };
        view! {
            <label class="choice__option">
                <input
                    type="radio"
                    name=group.clone()
                    data-testid=handle
                    prop:checked=move || chosen() == way
                    on:change=choose
                />
                <span>{move || app.t(text)}</span>
            </label>
        }
    });
    let radios = radios.collect_view();
    view! {
        <Lines title=words::ONLY_FILE lines=only_file handle="import-only-file" />
        <Lines title=words::ONLY_DEVICE lines=only_here handle="import-only-device" />
        <Lines title=words::BOTH lines=both handle="import-both" />
        <fieldset class="choice">
            <legend class="field__label">{move || app.t(words::WAY)}</legend>
            <div class="choice__options">{radios}</div>
        </fieldset>
    }
}

/// Lines under a heading with their number; nothing where there are none. More than a few are folded away.
#[component]
fn Lines(title: Text, lines: Vec<String>, handle: &'static str) -> impl IntoView {
    const MOST_OPEN: usize = 12;
    let app = App::get();
    let number = lines.len();
    (number > 0).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <details class="import__lines" data-testid=handle open=number <= MOST_OPEN>
                <summary>{move || app.t(title).replace("{n}", &count(number as u64))}</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}

/// What of a rescue file is not taken.
#[component]
fn NotTaken(rows: Vec<String>) -> impl IntoView {
    let app = App::get();
    let number = rows.len() as u64;
    let rows = rows.into_iter().map(|row| view! { <li class="import__record">{row}</li> });
    view! {
        <section class="import__heap" data-testid="import-left-out">
            <h2>{move || app.t(words::NOT_TAKEN)} " (" {count(number)} ")"</h2>
            <ul class="import__records">{rows.collect_view()}</ul>
        </section>
    }
}

/// One heap, unless it is empty.
#[component]
fn Heap(title: Text, changes: Vec<Change>, name: &'static str, ways: RwSignal<Ways>) -> impl IntoView {
    let app = App::get();
    let number = changes.len() as u64;
    (number != 0).then(|| {
        let rows = changes.into_iter().map(|change| {
            let verdict = change.verdict.map(|(sentence, is_warning)| {
                view! {
                    <p class="import__verdict" class:import__verdict--warning=is_warning>
                        {move || app.t(sentence)}
                    </p>
                }
            });
            view! {
                <li class="import__record">
                    <p class="import__what">{change.what}</p>
                    {(!change.states.is_empty()).then(|| view! { <p class="import__states">{change.states}</p> })}
                    {verdict}
                    {change.comparison.map(|compared| view! { <Compared compared ways /> })}
                </li>
            }
        });
        view! {
            <section class="import__heap" data-testid=format!("import-{name}")>
                <h2>{move || app.t(title)} " (" {count(number)} ")"</h2>
                <ul class="import__records">{rows.collect_view()}</ul>
            </section>
        }
    })
}
