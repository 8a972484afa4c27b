//! The legal bases: which documents are cited, when they hold, how sure that is; to be added to, changed and ended.

use leptos::prelude::*;

use crate::domain::regime::LegalBasis;
use crate::state::App;
use crate::state::library::Loading;
use crate::state::route::Route;
use crate::ui::components::form_draft::reopen_where_kept;
use crate::ui::components::not_read::NotRead;
use crate::ui::components::own_data::{OwnData, OwnDataActions};
use crate::ui::components::page_head::{PageHead, home_step};
use crate::ui::components::reference_links::ReferenceLinks;
use crate::ui::components::search_field::SearchField;
use crate::words::catalogue::calendar::CALENDAR;
use crate::words::catalogue::legal as words;
use crate::words::fold::{contains_folded, fold};
use crate::words::format::count;

mod entry;

mod form;

mod row;

use form::{ADD, BasisDraft, BasisForm, Editing, KEPT, NEW};
use row::BasisRow;

/// The page.
#[component]
pub fn LegalPage() -> impl IntoView {
    let app = App::get();
    let in_use = app.legal_in_use();
    let standing = Signal::derive(move || in_use.read().ready().map(|held| held.standing()));
    let actions = OwnDataActions {
        restore: App::use_bundled_legal,
        take_news: App::take_legal_news,
        drop_corrupt: App::drop_corrupt_legal,
    };
    let phase = Memo::new(move |_| in_use.read().phase());
    let above = (Route::Calendar, Signal::derive(move || app.t(CALENDAR).to_owned()));
    let body = move || {
        match phase.get() {
            Loading::Waiting => {
                return view! { <p class="empty" role="status">{move || app.t(words::READING)}</p> }.into_any();
            }
            Loading::Failed(why) => return view! { <NotRead why retry=App::retry_legal /> }.into_any(),
            Loading::Ready(()) => {}
        }
        let all =
            Memo::new(move |_| in_use.read().ready().map(|held| held.value.record().bases.clone()).unwrap_or_default());
        view! {
            <p>{move || app.t(words::LEAD)}</p>
            <OwnData standing actions />
            <Bases all=all.into() />
        }
        .into_any()
    };
    view! {
        <div class="page page--form" data-testid="legal-list">
            <PageHead title=move || app.t(words::LEGAL).to_owned() path=vec![home_step(app), above] />
            {body}
            <ReferenceLinks />
        </div>
    }
}

#[component]
fn Bases(all: Signal<Vec<LegalBasis>>) -> impl IntoView {
    let app = App::get();
    let draft = BasisDraft::new();
    reopen_where_kept(app, move |drafts| {
        for (key, _) in drafts.under(KEPT) {
            let id = key.strip_prefix(KEPT).unwrap_or_default();
            let basis = all.with_untracked(|all| all.iter().find(|basis| basis.id == id).cloned());
            match basis {
                Some(basis) => return draft.fill(Editing::Basis(basis)),
                None if id == NEW => return draft.fill(Editing::New),
                None => {}
            }
        }
    });
    let needle = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let (needle, all) = (needle.read(), all.read());
        let matches =
            |basis: &&LegalBasis| contains_folded(&fold(&format!("{} {}", basis.number, basis.title)), &needle);
        all.iter().filter(matches).cloned().collect::<Vec<LegalBasis>>()
    });
    let number = move || match found.read().len() {
        0 => app.t(words::NONE_FOUND).to_owned(),
        number => app.t(words::COUNT).replace("{n}", &count(number as u64)),
    };
    let rows = move || found.get().into_iter().map(|basis| view! { <BasisRow basis draft /> }).collect_view();
    let add = move || {
        match draft.editing.get() {
        Editing::New => view! { <BasisForm draft /> }.into_any(),
        Editing::Nothing | Editing::Basis(_) => view! {
            <button type="button" class="button" id=ADD data-testid="legal-add" on:click=move |_| draft.open(Editing::New)>
                {move || app.t(words::ADD)}
            </button>
        }
        .into_any(),
    }
    };
    view! {
        <div class="legal__tools">
            <SearchField id="legal-search" label=words::SEARCH needle />
            {add}
        </div>
        <p class="field__hint" role="status">{number}</p>
        <ul class="legal">{rows}</ul>
    }
}
