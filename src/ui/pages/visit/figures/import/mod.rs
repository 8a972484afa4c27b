//! A table of figures from a file or the clipboard, step by step: what each column means, what was read with what has to be
//! chosen or was not taken, and only then one edit that puts the rows into the table.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::figures::{Row, StatTable};
use crate::domain::id::TableId;
use crate::state::figures_reading::FiguresState;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::{figures as words, table_import};
use crate::words::format::count;

use super::shown;

mod choice;

mod matching;

mod preview;

pub(super) use choice::ImportChoice;
use matching::Matching;
use preview::Preview;

/// The table of an id, as it is now.
fn table_of(session: Session, id: &TableId) -> Option<StatTable> {
    untrack(|| session.figures(|figures| figures.tables.get(id).map(|held| held.value.clone())))
}

/// Opens a file for a table and goes to where it is matched.
pub(super) fn choose(app: App, session: Session, id: &TableId, file: web_sys::File) {
    if let Some(table) = table_of(session, id) {
        app.go(&Route::TableImport(session.id(), id.clone()));
        app.figures_reading.choose(app, table.form, file);
    }
}

/// Opens a pasted table with its heading for a table and goes to where it is matched.
pub(super) fn choose_pasted(app: App, session: Session, id: &TableId, text: String) {
    if let Some(table) = table_of(session, id) {
        app.go(&Route::TableImport(session.id(), id.clone()));
        app.figures_reading.paste(app, table.form, text);
    }
}

/// The page.
#[component]
pub(super) fn ImportPage(session: Session, id: TableId) -> impl IntoView {
    let app = App::get();
    on_cleanup(move || app.figures_reading.close());
    let Some(table) = table_of(session, &id) else { return NotFound().into_any() };
    let form = StoredValue::new(table.form);
    let id = StoredValue::new(id);
    let title = move || {
        let title = |held: &crate::domain::figures::Figures| {
            id.with_value(|id| held.tables.get(id).map(|held| shown::title(&held.value, app.lang())))
        };
        session.figures(title).unwrap_or_default()
    };
    let state = app.figures_reading.state();
    let step = move || match state.get() {
        FiguresState::None => view! { <Start session id /> }.into_any(),
        FiguresState::Working(share) => view! {
            <p class="empty" role="status" data-testid="table-working" data-share=share.to_string()>
                {app.t(table_import::WORKING)}
            </p>
            <progress class="table-progress" max="1" value=share.to_string()></progress>
        }
        .into_any(),
        FiguresState::Refused(sentence) => view! { <Refused session id sentence /> }.into_any(),
        FiguresState::Opened(opened, place) => view! { <Matching form=form.get_value() opened place /> }.into_any(),
        FiguresState::Read(request, read) => {
            view! { <Preview session id=id.get_value() request=*request read /> }.into_any()
        }
    };
    view! {
        <div class="page page--table tables">
            <p class="tables__up">
                <a href=Route::Table(session.id(), id.get_value()).href()>"‹ " {move || app.t(words::BACK_TO_TABLE)}</a>
            </p>
            <h2>{move || app.t(words::IMPORT)}</h2>
            <p class="field__hint">{title}</p>
            {step}
        </div>
    }
    .into_any()
}

/// The choice of a file, or what is pasted.
#[component]
fn Start(session: Session, id: StoredValue<TableId>) -> impl IntoView {
    let app = App::get();
    let pasted = move |event: Targeted<Event, web_sys::HtmlTextAreaElement>| {
        let text = event.target().value();
        // A table has a heading and a row; a word that is typed is none.
        if text.trim().contains('\n') {
            choose_pasted(app, session, &id.get_value(), text);
        }
    };
    view! {
        <div class="table-start">
            <p class="field__hint">{move || app.t(table_import::HINT)}</p>
            <ImportChoice session id=id.get_value() />
            <textarea
                class="input table-paste"
                rows="2"
                data-testid="table-paste"
                aria-label=move || app.t(table_import::PASTE)
                placeholder=move || app.t(table_import::PASTE)
                on:input:target=pasted
            ></textarea>
        </div>
    }
}

#[component]
fn Refused(session: Session, id: StoredValue<TableId>, sentence: String) -> impl IntoView {
    let app = App::get();
    let reading = app.figures_reading;
    view! {
        <div class="refused" role="alert" data-testid="table-refused">
            <p>{sentence}</p>
            <p>{app.t(table_import::UNCHANGED)}</p>
        </div>
        {reading
            .is_open()
            .then(|| {
                view! {
                    <button type="button" class="button" on:click=move |_| reading.back()>
                        {app.t(table_import::REMATCH)}
                    </button>
                }
            })}
        <Start session id />
    }
}

/// Whether taking rows would write over some that are there.
fn writes_over(table: &StatTable) -> bool {
    if table.takes_rows() { !table.rows.is_empty() } else { table.rows.iter().any(|row| !row.is_blank()) }
}

/// The table with these rows.
fn filled(table: StatTable, rows: Vec<Row>) -> StatTable {
    StatTable { rows, ..table }
}

/// A number of things, in a sentence.
fn number_in(text: crate::words::Text, number: usize) -> String {
    App::get().t(text).replace("{n}", &count(number as u64))
}
