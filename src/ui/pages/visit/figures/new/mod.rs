//! A new table: which form it has. A table is begun by one tap; what it says of itself is filled in on its own page.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::{Form, StatTable};
use crate::domain::id::{FormId, TableId};
use crate::state::library::Loading;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::form_draft::reopen_where_kept;
use crate::ui::components::not_read::NotRead;
use crate::words::catalogue::figures as words;
use crate::words::format::count;

mod draft;

mod free;

mod rule_draft;

mod rules;

pub(super) use free::FreeForm;
use free::form_key;

/// The id of the form whose columns the user declares.
pub(super) const FREE: &str = "tu-do";

/// Begins a table and goes to it. Whether it could be begun.
pub(super) fn begin(app: App, session: Session, form: Form) -> bool {
    let Ok(id) = TableId::new(app.new_sorted_id(0)) else { return false };
    let table = StatTable { body: session.unit().name, ..StatTable::new(form) };
    let put = vec![Put { id: id.clone(), value: Some(table) }];
    let is_begun = session.takes(Edit::Figures { change: FiguresEdit::Tables { put } });
    if is_begun {
        app.go(&Route::Table(session.id(), id));
    }
    is_begun
}

/// The page.
#[component]
pub(super) fn NewTable(session: Session) -> impl IntoView {
    let app = App::get();
    let free = RwSignal::new(false);
    let key = form_key(session, "new");
    reopen_where_kept(app, move |drafts| {
        if drafts.is_kept(&key) {
            free.set(true);
        }
    });
    let own = RwSignal::new(Vec::<Form>::new());
    let back = Route::Figures(session.id()).href();
    view! {
        <div class="page tables" data-testid="new-table-page">
            <p class="tables__up">
                <a href=back>"‹ " {move || app.t(words::TITLE)}</a>
            </p>
            <h2>{move || app.t(words::NEW_TABLE)}</h2>
            <Show
                when=move || !free.get()
                fallback=move || {
                    view! {
                        <FreeForm session table=None />
                        <button type="button" class="button button--quiet" on:click=move |_| free.set(false)>
                            {move || app.t(words::OTHER_FORM)}
                        </button>
                    }
                }
            >
                <p class="field__hint">{move || app.t(words::NEW_TABLE_HINT)}</p>
                {move || match app.forms() {
                    Loading::Failed(why) => Some(view! { <NotRead why retry=App::retry_forms /> }),
                    Loading::Waiting | Loading::Ready(_) => None,
                }}
                <ul class="tables__list">
                    {move || {
                        let forms = app.forms().ready().map(|forms| forms.to_vec()).unwrap_or_default();
                        forms.into_iter().map(|form| option(app, session, form, true)).collect::<Vec<_>>()
                    }}
                    <li>
                        <button
                            type="button"
                            class="tables__entry"
                            data-kind=FREE
                            on:click=move |_| free.set(true)
                        >
                            <span class="tables__title">{move || app.t(words::FREE)}</span>
                            <span class="tables__said">{move || app.t(words::FREE_HINT)}</span>
                        </button>
                    </li>
                </ul>
                {move || others(app, session, own.get())}
                <FormFile own />
            </Show>
        </div>
    }
}

/// The forms of a file of the user's, and those of tables that are there already.
fn others(app: App, session: Session, own: Vec<Form>) -> impl IntoView + use<> {
    let bundled: Vec<FormId> =
        app.forms().ready().map(|forms| forms.iter().map(|form| form.id.clone()).collect()).unwrap_or_default();
    let mut used: Vec<Form> = Vec::new();
    session.figures(|figures| {
        for held in figures.tables.values() {
            let form = &held.value.form;
            if !bundled.contains(&form.id) && !used.contains(form) {
                used.push(form.clone());
            }
        }
    });
    let part = |title, forms: Vec<Form>, is_new: bool| {
        (!forms.is_empty()).then(|| {
            let forms: Vec<_> = forms.into_iter().map(|form| option(app, session, form, is_new)).collect();
            view! {
                <h3>{app.t(title)}</h3>
                <ul class="tables__list">{forms}</ul>
            }
        })
    };
    (part(words::OWN_FORMS, own, true), part(words::USED_FORMS, used, false))
}

/// A form to choose. `named` says whether its id is its handle; a form that a table of the visit has is no kind.
fn option(app: App, session: Session, form: Form, named: bool) -> impl IntoView + use<> {
    let lang = app.lang();
    let columns = app.t(words::COLUMNS_N).replace("{n}", &count(form.columns.len() as u64));
    let said = [form.source.trim(), columns.as_str()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let name = form.name.get(lang).to_owned();
    let kind = named.then(|| form.id.to_string());
    view! {
        <li>
            <button
                type="button"
                class="tables__entry"
                data-kind=kind
                on:click=move |_| {
                    begin(app, session, form.clone());
                }
            >
                <span class="tables__title">{name}</span>
                <span class="tables__said">{said}</span>
            </button>
        </li>
    }
}

/// Takes forms from a file of the user's.
#[component]
fn FormFile(own: RwSignal<Vec<Form>>) -> impl IntoView {
    let app = App::get();
    let chosen = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        app.read_forms(file, Callback::new(move |forms| own.set(forms)));
    };
    view! {
        <div class="tables__file">
            <label class="button file-button">
                <input
                    class="file-button__input"
                    type="file"
                    accept=".json,application/json"
                    data-testid="form-file"
                    on:change:target=chosen
                />
                <span>{move || app.t(words::FORM_FILE)}</span>
            </label>
            <p class="field__hint">{move || app.t(words::FORM_FILE_HINT)}</p>
        </div>
    }
}
