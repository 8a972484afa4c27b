//! What was read: how many rows, what has to be chosen, what was not taken, and the one way on.

use leptos::prelude::*;

use crate::domain::edit::{FiguresEdit, Put};
use crate::domain::figures::{Form, Row};
use crate::domain::id::TableId;
use crate::intake::protocol::{AskedColumn, FiguresReading as Read, FiguresRequest, SkippedWhy, Way, column_label};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::table_import::{is_open, questions, sentences};
use crate::ui::pages::visit::figures::shown;
use crate::words::Text;
use crate::words::catalogue::{figures as words, table_import};
use crate::words::format::count;

use super::{filled, number_in, table_of, writes_over};

/// How many rows are shown.
const ROWS: usize = 8;

/// The preview.
#[component]
pub(super) fn Preview(session: Session, id: TableId, request: FiguresRequest, read: Read) -> impl IntoView {
    let app = App::get();
    let lang = app.lang();
    let Some(table) = table_of(session, &id) else { return ().into_any() };
    let form = table.form.clone();
    let needs_leave = writes_over(&table);
    let leave = RwSignal::new(!needs_leave);
    let chosen = RwSignal::new(vec![None::<Way>; read.asked_columns().len()]);
    let is_open = is_open(&read.questions, &request.answers);
    let again = request.clone();
    let again =
        Callback::new(move |answers| app.figures_reading.read_again(app, FiguresRequest { answers, ..again.clone() }));
    let asked = questions(&read.questions, &request.answers, again);
    let line = |text: Text, n: usize| (n > 0).then(|| view! { <li>{number_in(text, n)}</li> });
    let blank = read.blank + read.skipped.iter().filter(|skipped| skipped.why != SkippedWhy::Hidden).count();
    let counts = [line(words::ROWS_READ, read.rows.len()), line(words::ROWS_NOTHING, blank)];
    let missing: Vec<String> = read.missing.iter().map(|key| column_label(&form, key, lang)).collect();
    let missing = (!missing.is_empty()).then(|| app.t(table_import::MISSING).replace("{columns}", &missing.join("; ")));
    let unmatched =
        (!read.unmatched.is_empty()).then(|| app.t(words::UNMATCHED).replace("{columns}", &read.unmatched.join("; ")));
    let asks: Vec<_> =
        read.asked_columns().iter().enumerate().map(|(at, asked)| question(at, asked, &form, chosen)).collect();
    let has_asks = !asks.is_empty();
    let open = move || chosen.with(|chosen| chosen.iter().filter(|choice| choice.is_none()).count());
    let problems = read.problems.iter().map(|problem| problem.sentence(lang)).collect();
    let notes = read.notes.iter().map(|note| note.sentence(lang)).collect();
    let rows = sample(&form, &read.rows);
    let read = StoredValue::new(read);
    let confirm = move |_| {
        let Some(table) = table_of(session, &id) else { return };
        let rows = read.with_value(|read| chosen.with_untracked(|chosen| read.answered(&table.form, chosen)));
        let number = rows.len();
        let put = vec![Put { id: id.clone(), value: Some(filled(table, rows)) }];
        session.change_figures(FiguresEdit::Tables { put });
        app.notices.say(app.t(words::TAKEN).replace("{n}", &count(number as u64)));
        app.go(&Route::Table(session.id(), id.clone()));
    };
    view! {
        <section class="table-preview" data-testid="table-preview">
            <ul class="table-preview__counts">{counts.into_iter().collect_view()}</ul>
            {missing.map(|missing| view! { <p class="reckoner__doubt">{missing}</p> })}
            {unmatched.map(|unmatched| view! { <p class="reckoner__doubt">{unmatched}</p> })}
            {asked}
            {has_asks
                .then(|| {
                    view! {
                        <h3>{app.t(words::ASKS)}</h3>
                        <ul class="table-preview__lines">{asks}</ul>
                        <p role="status">
                            {move || (open() > 0).then(|| app.t(words::ASKS_OPEN).replace("{n}", &open().to_string()))}
                        </p>
                    }
                })}
            {sentences(table_import::PROBLEMS, problems, "problem")}
            {sentences(table_import::NOTES, notes, "note")}
            {rows}
            {needs_leave
                .then(|| {
                    view! {
                        <label class="tick">
                            <input type="checkbox" data-testid="table-replace" bind:checked=leave />
                            <span>{app.t(words::REPLACE)}</span>
                        </label>
                    }
                })}
            <div class="form__buttons">
                <button
                    type="button"
                    class="button button--primary"
                    data-testid="table-confirm"
                    disabled=move || is_open || !leave.get()
                    on:click=confirm
                >
                    {app.t(table_import::CONFIRM)}
                </button>
                <button type="button" class="button" on:click=move |_| app.figures_reading.back()>
                    {app.t(table_import::REMATCH)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| app.figures_reading.close()>
                    {app.t(table_import::ANOTHER)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// A column whose cells can be read in several ways, with a button for each.
fn question(at: usize, asked: &AskedColumn<'_>, form: &Form, chosen: RwSignal<Vec<Option<Way>>>) -> AnyView {
    let app = App::get();
    let lang = app.lang();
    let buttons = asked.ways.iter().map(|way| {
        let way = *way;
        let choose = move |_| {
            chosen.update(|chosen| {
                if let Some(choice) = chosen.get_mut(at) {
                    *choice = Some(way);
                }
            });
        };
        let is_chosen = move || chosen.with(|chosen| chosen.get(at) == Some(&Some(way)));
        let example = asked.example(way).map(|(_, figure)| figure.to_string());
        view! {
            <button
                type="button"
                class="button"
                data-value=example
                aria-pressed=move || is_chosen().to_string()
                on:click=choose
            >
                {asked.answer(way, form, lang)}
            </button>
        }
    });
    let buttons: Vec<_> = buttons.collect();
    view! {
        <li class="tables__ask" data-ask=at.to_string()>
            <span>{asked.sentence(form, lang)}</span>
            <span class="tables__choices">{buttons}</span>
        </li>
    }
    .into_any()
}

/// The first rows as they were read.
fn sample(form: &Form, rows: &[Row]) -> AnyView {
    let app = App::get();
    let lang = app.lang();
    let headings = form.columns.iter().map(|column| shown::heading(column, lang));
    let headings =
        [words::NUMBER.get(lang).to_owned(), form.row_heading.get(lang).to_owned()].into_iter().chain(headings);
    let headings: Vec<_> = headings.map(|heading| view! { <th scope="col">{heading}</th> }).collect();
    let lines = rows.iter().take(ROWS).map(|row| {
        let cells = row.cells.iter().map(|cell| view! { <td class="table__number">{shown::cell(cell)}</td> });
        let cells: Vec<_> = cells.collect();
        view! {
            <tr>
                <td>{row.number.clone()}</td>
                <td>{row.name.clone()}</td>
                {cells}
            </tr>
        }
    });
    let lines: Vec<_> = lines.collect();
    view! {
        <div class="table-box" tabindex="0" role="region" aria-label=app.t(words::SAMPLE)>
            <table class="table">
                <caption>{app.t(words::SAMPLE)}</caption>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}
