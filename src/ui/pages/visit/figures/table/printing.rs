//! On paper a table is the annex of a report: a plain table whose heading comes again on each sheet, made when the browser
//! is about to print and taken away when it has.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{Document, Element};

use crate::domain::figures::StatTable;
use crate::intake::block::NAMED;
use crate::ui::pages::visit::dom::set;
use crate::ui::pages::visit::figures::shown;
use crate::words::Lang;
use crate::words::catalogue::figures as words;

use super::head::{headings, lines};
use super::sheet::Sheet;

/// The id of what is printed.
const PAPER: &str = "figures-on-paper";

/// Puts the annex on the page around each printing, as long as the page is shown.
pub(super) fn print_annex(sheet: Sheet) {
    let before = window_event_listener(ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| {
        take();
        let lang = untrack(|| sheet.app.lang());
        sheet.table(|table| put(table, lang));
    });
    let after = window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| take());
    on_cleanup(move || {
        before.remove();
        after.remove();
        take();
    });
}

fn take() {
    if let Some(paper) = document().get_element_by_id(PAPER) {
        paper.remove();
    }
}

/// A new element at the end of another, with a text. It throws only for a name that is none.
fn element(document: &Document, parent: &Element, name: &str, text: &str) -> Option<Element> {
    let child = document.create_element(name).ok()?;
    if !text.is_empty() {
        child.set_text_content(Some(text));
    }
    parent.append_child(&child).ok()?;
    Some(child)
}

fn put(table: &StatTable, lang: Lang) -> Option<()> {
    let document = document();
    let main = document.get_element_by_id(crate::state::page::MAIN)?;
    let paper = element(&document, &main, "section", "")?;
    paper.set_id(PAPER);
    paper.set_class_name("annex");
    element(&document, &paper, "h2", &shown::title(table, lang))?;
    let said = [table.body.trim(), table.period.name.trim()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
    element(&document, &paper, "p", &said)?;
    let sheet = element(&document, &paper, "table", "")?;
    head(&document, &sheet, table, lang)?;
    let body = element(&document, &sheet, "tbody", "")?;
    for row in &table.rows {
        let line = element(&document, &body, "tr", "")?;
        set(&line, "data-depth", Some(&row.depth.to_string()));
        element(&document, &line, "td", &row.number)?;
        element(&document, &line, "th", &row.name)?;
        for (cell, column) in row.cells.iter().zip(&table.form.columns) {
            let cell = element(&document, &line, "td", &shown::cell(cell))?;
            set(&cell, "class", column.measure.is_figure().then_some("table__number"));
        }
    }
    Some(())
}

fn head(document: &Document, sheet: &Element, table: &StatTable, lang: Lang) -> Option<()> {
    let head = element(document, sheet, "thead", "")?;
    let (all, cells) = (lines(&table.form), headings(&table.form, lang));
    for line in 0..all {
        let row = element(document, &head, "tr", "")?;
        if line == 0 {
            for name in [words::NUMBER.get(lang), table.form.row_heading.get(lang)] {
                set(&element(document, &row, "th", name)?, "rowspan", Some(&all.to_string()));
            }
        }
        for cell in cells.iter().filter(|cell| cell.line == line) {
            let heading = element(document, &row, "th", &cell.text)?;
            set(&heading, "colspan", Some(&cell.columns.to_string()));
            set(&heading, "rowspan", Some(&cell.lines.to_string()));
        }
    }
    let row = element(document, &head, "tr", "")?;
    for number in 1..=table.form.columns.len() + NAMED {
        element(document, &row, "th", &format!("({number})"))?;
    }
    Some(())
}
