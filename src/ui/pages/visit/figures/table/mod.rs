//! One table of figures: what it says of itself, its grid, its rows, what is pasted, what does not agree.

use leptos::ev;
use leptos::prelude::*;

use crate::domain::edit::{FiguresEdit, Put};
use crate::domain::figures::{Form, Measure, StatTable};
use crate::domain::id::{LineKey, TableId};
use crate::intake::block::NAMED;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::pages::not_found::NotFound;
use crate::words::catalogue::figures as words;

use super::import::ImportChoice;
use super::new::{FREE, FreeForm};
use super::shown;

mod details;

mod draw;

mod edited_cell;

mod editing;

mod events;

mod head;

mod keeping;

mod lines;

mod marks;

mod notes;

mod pasting;

mod printing;

mod sheet;

use details::Details;
use head::{headings, lines as head_lines};
use lines::Lines;
use notes::Notes;
use pasting::Pasting;
use sheet::Sheet;

/// The page of a table. It is drawn anew when the table gets another form.
#[component]
pub(super) fn TablePage(session: Session, id: TableId) -> impl IntoView {
    let of = id.clone();
    let form =
        Memo::new(move |_| session.figures(|figures| figures.tables.get(&of).map(|held| held.value.form.clone())));
    move || {
        form.track();
        let held = untrack(|| session.figures(|figures| figures.tables.get(&id).map(|held| held.value.clone())));
        match held {
            Some(table) => view! { <Body session id=id.clone() table /> }.into_any(),
            None => NotFound().into_any(),
        }
    }
}

#[component]
fn Body(session: Session, id: TableId, table: StatTable) -> impl IntoView {
    let app = App::get();
    let sheet = Sheet::new(session, id.clone());
    printing::print_annex(sheet);
    let of = id.clone();
    let title = Memo::new(move |_| {
        session.figures(|figures| figures.tables.get(&of).map(|held| shown::title(&held.value, app.lang())))
    });
    let (takes_rows, adds_up) = (table.takes_rows(), table.form.adds_up());
    let is_free = table.form.id.as_str() == FREE;
    let form = table.form.clone();
    let remove = move |_| {
        let put = vec![Put { id: sheet.id.get_value(), value: None }];
        session.change_figures(FiguresEdit::Tables { put });
        app.notices.say(app.t(words::REMOVED));
        app.go(&Route::Figures(session.id()));
    };
    view! {
        <div class="page page--ledger tables">
            <p class="tables__up">
                <a href=Route::Figures(session.id()).href()>"‹ " {move || app.t(words::TITLE)}</a>
            </p>
            <h2>{title}</h2>
            <Details sheet table=table.clone() />
            <div class="tables__actions">
                <ImportChoice session id=id.clone() />
                <button type="button" class="button" on:click=move |_| print()>{move || app.t(words::PRINT)}</button>
                <button type="button" class="button button--danger" data-testid="table-remove" on:click=remove>
                    {move || app.t(words::REMOVE_TABLE)}
                </button>
            </div>
            {is_free.then(|| view! { <FreeForm session table=Some((id, table)) /> })}
            {takes_rows.then(|| view! { <Lines sheet adds_up /> })}
            <DraftLine draft=sheet.open_cell.kept at=At::Head />
            <Grid sheet form />
            <Notes sheet />
            <Pasting sheet />
        </div>
    }
}

fn print() {
    // A browser that cannot print does nothing.
    window().print().ok();
}

/// The grid.
#[component]
fn Grid(sheet: Sheet, form: Form) -> impl IntoView {
    let app = sheet.app;
    on_cleanup(move || {
        sheet.commit(None);
    });
    let head = NodeRef::<leptos::html::Div>::new();
    let (height, set_height) = signal(0_i32);
    let measure = move || {
        if let Some(head) = head.try_get_untracked().flatten() {
            set_height.set(head.offset_height());
            sheet.look(head.offset_height());
        }
    };
    Effect::new(move || {
        head.track();
        app.lang();
        request_animation_frame(measure);
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let kinds = form.columns.iter().map(|column| match column.measure {
        Measure::Text {} => "var(--words)",
        Measure::Count { .. } | Measure::Percent {} | Measure::Points { .. } => "var(--figure)",
    });
    let columns: Vec<&str> = ["var(--stt)", "var(--who)"].into_iter().chain(kinds).collect();
    let count = form.columns.len() + NAMED;
    view! {
        <div
            class="ledger"
            role="grid"
            tabindex="-1"
            node_ref=sheet.root
            style=("--columns", columns.join(" "))
            style=("--head", move || format!("{}px", height.get()))
            data-testid="table-grid"
            aria-label=move || form.name.get(app.lang()).to_owned()
            aria-describedby="ledger-keys"
            aria-colcount=count.to_string()
            on:keydown=move |event| sheet.on_key(&event)
            on:input=move |_| sheet.note_typed()
            on:mousedown=move |event| sheet.on_press(&event)
            on:click=move |event| sheet.on_click(&event)
            on:focusin=move |_| sheet.on_focus_in()
            on:focusout=move |event| sheet.on_focus_out(&event)
            on:copy=move |event| sheet.on_copy(&event)
            on:paste=move |event| sheet.on_paste(&event)
        >
            <div class="ledger__head" role="rowgroup" node_ref=head>
                <Head form=form.clone() />
            </div>
            <div class="ledger__body" role="rowgroup" node_ref=sheet.body></div>
        </div>
        <p class="field__hint ledger__keys" id="ledger-keys">{move || app.t(words::KEYS)}</p>
    }
}

/// The heading, over several lines, with the numbers of the columns below it.
#[component]
fn Head(form: Form) -> impl IntoView {
    let app = App::get();
    move || {
        let lang = app.lang();
        let lines = head_lines(&form);
        let cell = |text: String, area: String, class: &'static str, column: Option<&LineKey>| {
            let column = column.map(LineKey::to_string);
            // STT and the name stay at the left, and the numbers below them too.
            let still = area.split(" / ").nth(1).filter(|first| matches!(*first, "1" | "2")).map(str::to_owned);
            view! {
                <div class=class role="columnheader" style=("grid-area", area) data-heading=column data-still=still>
                    {text}
                </div>
            }
        };
        let named = [words::NUMBER.get(lang).to_owned(), form.row_heading.get(lang).to_owned()];
        let named = named.into_iter().enumerate().map(|(place, text)| {
            let area = format!("1 / {} / {} / {}", place + 1, lines + 1, place + 2);
            cell(text, area, "ledger__heading", None)
        });
        let named: Vec<_> = named.collect();
        let over = headings(&form, lang).into_iter().map(|heading| {
            let (line, column) = (heading.line + 1, heading.column + NAMED + 1);
            let area = format!("{line} / {column} / {} / {}", line + heading.lines, column + heading.columns);
            let own = (heading.columns == 1).then(|| form.columns.get(heading.column)).flatten();
            let unit = own.map(|column| shown::unit(&column.measure, lang)).unwrap_or_default();
            let own = own.filter(|_| heading.line + heading.lines == lines);
            let text = heading.text;
            let text = if own.is_some() && !unit.is_empty() && !text.contains('%') && unit.len() < 4 {
                format!("{text} ({unit})")
            } else {
                text
            };
            cell(text, area, "ledger__heading", own.map(|column| &column.key))
        });
        let over: Vec<_> = over.collect();
        let numbers = (1..=form.columns.len() + NAMED).map(|number| {
            let area = format!("{} / {number} / {} / {}", lines + 1, lines + 2, number + 1);
            cell(format!("({number})"), area, "ledger__heading ledger__heading--number", None)
        });
        let numbers: Vec<_> = numbers.collect();
        view! { <div class="ledger__headings" role="row" aria-rowindex="1">{named} {over} {numbers}</div> }
    }
}
