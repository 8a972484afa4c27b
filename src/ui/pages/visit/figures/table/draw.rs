//! The elements of the grid, made by hand: a view for each of some two thousand cells takes ten times as long. What an
//! edit changes is written into its cell and nowhere else.

use std::collections::BTreeMap;

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use crate::domain::figures::audit::Sure;
use crate::domain::figures::{Measure, Row, StatTable};
use crate::domain::id::LineKey;
use crate::intake::block::NAMED;
use crate::ui::pages::visit::dom::set;
use crate::ui::pages::visit::figures::shown;
use crate::words::Lang;

use super::marks::{Mark, Marks};

/// What the grid shows now.
pub(super) struct Drawn {
    /// The table.
    pub(super) table: StatTable,
    /// In which language.
    lang: Lang,
    /// What is said at its cells.
    marks: Marks,
    /// The elements of its rows, in order.
    pub(super) rows: Vec<HtmlElement>,
}

/// Shows a table in the body of the grid, where another one was shown before or none.
pub(super) fn draw(body: &Element, before: Option<Drawn>, table: StatTable, marks: Marks, lang: Lang) -> Drawn {
    let mut before = before.filter(|before| before.table.form == table.form && before.lang == lang);
    let is_same_outline = before.as_ref().is_some_and(|before| {
        before.table.rows.len() == table.rows.len()
            && before.table.rows.iter().zip(&table.rows).all(|(before, now)| before.key == now.key)
    });
    if is_same_outline && let Some(before) = before {
        for (place, (row, element)) in table.rows.iter().zip(&before.rows).enumerate() {
            let held = before.table.rows.get(place);
            if held != Some(row) {
                fill(element, held, row);
            }
        }
        remark(&before.rows, &before.marks, &marks);
        return Drawn { table, lang, marks, rows: before.rows };
    }
    if let Some(before) = &before {
        remark(&before.rows, &before.marks, &Marks::new());
    }
    let mut held: BTreeMap<LineKey, (HtmlElement, Row)> = match before.take() {
        Some(before) => {
            let rows = before.table.rows.into_iter().zip(before.rows);
            rows.map(|(row, element)| (row.key.clone(), (element, row))).collect()
        }
        None => BTreeMap::new(),
    };
    let stencil = stencil(&table);
    let mut rows = Vec::with_capacity(table.rows.len());
    let sheet: Node = document().create_document_fragment().into();
    for (place, row) in table.rows.iter().enumerate() {
        let (element, before) = match held.remove(&row.key) {
            Some((element, before)) => (element, Some(before)),
            None => match stencil.as_ref().and_then(|stencil| copy(stencil, row, &table)) {
                Some(element) => (element, None),
                None => continue,
            },
        };
        set(&element, "aria-rowindex", Some(&(place + 2).to_string()));
        fill(&element, before.as_ref(), row);
        drop(sheet.append_child(&element));
        rows.push(element);
    }
    body.set_text_content(None);
    drop(body.append_child(&sheet));
    remark(&rows, &Marks::new(), &marks);
    Drawn { table, lang, marks, rows }
}

/// A row without texts. What stands in a cell is its first node, so that a field over it stays.
fn stencil(table: &StatTable) -> Option<Element> {
    let row = document().create_element("div").ok()?;
    row.set_class_name("ledger__row");
    set(&row, "role", Some("row"));
    let kinds = table.form.columns.iter().map(|column| match column.measure {
        Measure::Text {} => "text",
        Measure::Count { .. } | Measure::Percent {} | Measure::Points { .. } => "figure",
    });
    for (place, kind) in ["number", "name"].into_iter().chain(kinds).enumerate() {
        let cell = document().create_element("div").ok()?;
        cell.set_class_name("ledger__cell");
        set(&cell, "role", Some(if place == 1 { "rowheader" } else { "gridcell" }));
        set(&cell, "tabindex", Some("-1"));
        set(&cell, "data-kind-of", Some(kind));
        set(&cell, "aria-readonly", (place < NAMED && !table.takes_rows()).then_some("true"));
        cell.append_child(&document().create_text_node("")).ok()?;
        row.append_child(&cell).ok()?;
    }
    Some(row)
}

fn copy(stencil: &Element, row: &Row, table: &StatTable) -> Option<HtmlElement> {
    let element: HtmlElement = stencil.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    set(&element, "data-row", Some(row.key.as_str()));
    let mut next = element.first_element_child();
    for place in 0..NAMED + table.form.columns.len() {
        let cell = next?;
        let column = place.checked_sub(NAMED).and_then(|place| table.form.columns.get(place));
        let name = match column {
            Some(column) => format!("{}/{}", row.key, column.key),
            None => format!("{}/{}", row.key, if place == 0 { "stt" } else { "ten" }),
        };
        set(&cell, if column.is_some() { "data-cell" } else { "data-named" }, Some(&name));
        next = cell.next_element_sibling();
    }
    Some(element)
}

/// Writes what a row shows where it is not what it showed before.
fn fill(element: &Element, before: Option<&Row>, row: &Row) {
    if before.map(|before| before.depth) != Some(row.depth) {
        set(element, "data-depth", Some(&row.depth.to_string()));
    }
    let write = |place: usize, text: &str| {
        if let Some(cell) = child(element, place).and_then(|cell| cell.first_child()) {
            cell.set_text_content(Some(text));
        }
    };
    let (number, name) = before.map_or(("", ""), |before| (before.number.as_str(), before.name.as_str()));
    if number != row.number {
        write(0, &row.number);
    }
    if name != row.name {
        write(1, &row.name);
    }
    for (place, cell) in row.cells.iter().enumerate() {
        let held = before.and_then(|before| before.cells.get(place));
        let is_same = held.map_or(cell.is_blank(), |held| crate::intake::block::same(held, cell));
        if !is_same {
            write(place + NAMED, &shown::cell(cell));
        }
    }
}

/// The cell of a row at a place.
pub(super) fn child(row: &Element, place: usize) -> Option<HtmlElement> {
    row.child_nodes().get(u32::try_from(place).ok()?)?.dyn_into().ok()
}

/// Writes the marks that are other ones than before.
fn remark(rows: &[HtmlElement], before: &Marks, now: &Marks) {
    let nothing = Mark::default();
    let gone = before.keys().filter(|place| !now.contains_key(place)).map(|place| (place, &nothing));
    let changed = now.iter().filter(|(place, mark)| before.get(place) != Some(mark));
    for ((row, column), mark) in gone.chain(changed) {
        let Some(cell) = rows.get(*row).and_then(|row| child(row, column + NAMED)) else { continue };
        let sure = mark.wrong.map(|sure| match sure {
            Sure::Certain => "certain",
            Sure::Likely => "likely",
            Sure::Possible => "possible",
        });
        set(&cell, "data-wrong", sure);
        set(&cell, "aria-invalid", sure.map(|_| "true"));
        set(&cell, "data-unread", mark.is_unread.then_some("true"));
        set(&cell, "data-beside", mark.beside.as_deref());
        set(&cell, "data-follows", mark.follows.as_deref());
        let said = (!mark.said.is_empty()).then_some(mark.said.as_str());
        set(&cell, "title", said);
        set(&cell, "aria-description", said);
    }
}
