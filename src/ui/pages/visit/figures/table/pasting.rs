//! A block from a spreadsheet or a text document, laid over the cells from the cursor on, as one edit. What was not taken
//! is listed with its place.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::edit::FiguresEdit;
use crate::domain::figures::StatTable;
use crate::intake::block::{Laid, Left, NAMED, Why, cut, lay};
use crate::report::audit::figure_words;
use crate::ui::pages::visit::figures::import::choose_pasted;
use crate::ui::pages::visit::figures::shown;
use crate::ui::pages::visit::moves::Place;
use crate::words::Lang;
use crate::words::catalogue::figures as words;
use crate::words::format::count;

use super::edited_cell::Start;
use super::editing::unread;
use super::sheet::Sheet;

/// The most lines that are listed.
const MOST: usize = 100;

impl Sheet {
    /// Lays a text from the clipboard over the cells from the active one on. A single cell that cannot be read for sure is
    /// left in the field, as if it were typed.
    pub(super) fn paste(self, text: &str) {
        let block = cut(text);
        let mut place = self.place();
        let shape = self.table(|table| (table.rows.is_empty(), table.takes_rows(), table.form.columns.len()));
        if let Some((true, true, columns)) = shape {
            if has_heading(&block) {
                return choose_pasted(self.app, self.session, &self.id.get_value(), text.to_owned());
            }
            // Into a table without rows goes a whole table: what its first cell is follows from its width.
            let width = block.iter().map(Vec::len).max().unwrap_or(0);
            place = Place { row: 0, column: (columns + NAMED).saturating_sub(width).min(NAMED) };
        }
        let Some(laid) = self.table(|table| lay(table, &block, (place.row, place.column))) else { return };
        let is_single = matches!(block.as_slice(), [row] if row.len() == 1);
        if is_single && !laid.left.is_empty() {
            self.laid.set(None);
            self.begin(Start::With(text.trim_end_matches(['\r', '\n']).to_owned()));
            self.commit(None);
            return;
        }
        match &laid.cells {
            Some(cells) if cells.is_empty() => {}
            Some(cells) => {
                self.session.change_figures(FiguresEdit::Cells { table: self.id.get_value(), put: cells.clone() });
            }
            None => self.put(laid.table.clone()),
        }
        let has_more = !is_single || laid.beyond > 0;
        self.laid.set(has_more.then_some(laid));
    }
}

/// Whether the first line of a block is a heading: words over several columns, and lines below.
fn has_heading(block: &[Vec<String>]) -> bool {
    let words = |cell: &String| cell.chars().any(char::is_alphabetic);
    block.len() > 1 && block.first().is_some_and(|first| first.iter().filter(|cell| words(cell)).count() > 2)
}

/// The field for a block, and what became of the last one.
#[component]
pub(super) fn Pasting(sheet: Sheet) -> impl IntoView {
    let app = sheet.app;
    let pasted = move |event: Targeted<Event, web_sys::HtmlTextAreaElement>| {
        let text = event.target().value();
        // A block has several cells; a word that is typed is none.
        if text.contains(['\t', '\n']) {
            event.target().set_value("");
            sheet.paste(&text);
        }
    };
    view! {
        <div class="ledger-paste">
            <textarea
                class="input table-paste"
                rows="1"
                data-testid="table-paste"
                aria-label=move || app.t(words::PASTE)
                placeholder=move || app.t(words::PASTE)
                on:input:target=pasted
            ></textarea>
            <div role="status">{move || sheet.laid.get().map(|laid| told(sheet, laid))}</div>
        </div>
    }
}

fn told(sheet: Sheet, laid: Laid) -> impl IntoView {
    let app = sheet.app;
    let lang = app.lang();
    let number = |number: usize| count(number as u64);
    let taken = app.t(words::PASTED).replace("{n}", &number(laid.taken)).replace("{rows}", &number(laid.added));
    let beyond = (laid.beyond > 0).then(|| app.t(words::BEYOND).replace("{n}", &number(laid.beyond)));
    let more = laid.left.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <li>{app.t(words::MORE).replace("{n}", &number(more))}</li> });
    let has_left = !laid.left.is_empty();
    let lines: Vec<_> = laid.left.iter().take(MOST).map(|left| line(sheet, &laid.table, left, lang)).collect();
    view! {
        <div class="ledger-paste__told" data-testid="table-pasted">
            <p>{taken} {beyond.map(|beyond| format!(" {beyond}"))}</p>
            {has_left
                .then(|| {
                    view! {
                        <p class="ledger-paste__left">{app.t(words::LEFT)}</p>
                        <ul class="ledger-paste__lines">{lines} {more}</ul>
                    }
                })}
            <button type="button" class="button button--quiet" on:click=move |_| sheet.laid.set(None)>
                {app.t(words::CLOSE)}
            </button>
        </div>
    }
}

fn line(sheet: Sheet, table: &StatTable, left: &Left, lang: Lang) -> impl IntoView + use<> {
    let row = table.row(&left.row);
    let column = left.column.as_ref().map_or(Some(NAMED - 1), |key| Some(table.form.column(key)? + NAMED));
    let place = row.zip(column).map(|(row, column)| Place { row, column });
    let held = row.and_then(|row| table.rows.get(row));
    let row_words =
        held.map(|row| [row.number.trim(), row.name.trim()].join(" ").trim().to_owned()).unwrap_or_default();
    let described = left.column.as_ref().and_then(|key| table.form.columns.get(table.form.column(key)?));
    let column_words =
        described.map_or_else(|| table.form.row_heading.get(lang).to_owned(), |column| shown::heading(column, lang));
    let why = match &left.why {
        Why::Ask(figures) => {
            let readings: Vec<String> = figures.iter().map(|figure| figure_words(*figure)).collect();
            words::LEFT_ASK.get(lang).replace("{readings}", &readings.join(words::OR.get(lang)))
        }
        Why::Unread(why) => unread(*why).get(lang).to_owned(),
        Why::Prescribed => words::LEFT_PRESCRIBED.get(lang).to_owned(),
    };
    let what = words::LEFT_AT
        .get(lang)
        .replace("{typed}", &left.typed)
        .replace("{row}", &row_words)
        .replace("{column}", &column_words);
    let typed = left.typed.clone();
    let go = move |_| {
        if let Some(place) = place {
            sheet.set_focus(true);
            sheet.go(place.within(sheet.size()));
            sheet.begin(Start::With(typed.clone()));
        }
    };
    view! {
        <li data-left=left.column.as_ref().map(|column| format!("{}/{column}", left.row))>
            <button type="button" class="ledger-paste__go" on:click=go>{what}</button>
            " "
            {why}
        </li>
    }
}
