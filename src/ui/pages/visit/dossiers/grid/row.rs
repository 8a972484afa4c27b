//! A row of the grid. Its cells are copied at once from one template and filled by hand: a view for each of some six hundred
//! cells takes ten times as long, and a cell that is drawn anew loses the focus.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

use crate::domain::dossier::{Basis, Course, Dossier, Judged};
use crate::domain::id::DossierId;
use crate::state::route::Route;
use crate::ui::pages::visit::dom::set;
use crate::words::catalogue::{dossiers as words, grid as grid_words};
use crate::words::{Lang, format};

use super::super::row::marks;
use super::column::Column;
use super::cursor::{Grid, ROW};
use super::row_template::{child, instantiate};

/// From which width of its column on a cell says its whole text in a title, in pixels: what is narrower holds no more
/// than a date or a word.
const TITLED: u32 = 150;

/// A row. Its cells follow each change of its dossier; only those that show something else are touched.
#[component]
pub(super) fn GridRow(
    /// The grid.
    grid: Grid,
    /// Its place in the grid, from 0, and its dossier.
    row: (usize, DossierId),
) -> impl IntoView {
    let (place, id) = row;
    let session = grid.session;
    let element = NodeRef::<Div>::new();
    let href = Route::Dossier(session.id(), Some(id.clone())).href();
    let held = Memo::new_with_compare(move |_| session.dossier(&id), |before, now| before != now);
    Effect::new(move |before: Option<Option<(Lang, Vec<String>)>>| {
        let before = before.flatten();
        let (Some(row), Some((dossier, judged))) = (element.get(), held.get()) else { return before };
        if row.first_element_child().is_none() {
            grid.row_template.with_value(|template| instantiate(template.as_ref(), &row, &href));
        }
        let lang = grid.app.lang();
        let before = before.filter(|(drawn_in, _)| *drawn_in == lang).map(|(_, texts)| texts).unwrap_or_default();
        let by_slip = judged.deadline.is_some_and(|deadline| deadline.basis == Basis::Slip);
        let text = |column| {
            let mark = if by_slip && column == Column::Due { " *" } else { "" };
            shown(column, place, &dossier, &judged, lang) + mark
        };
        let texts: Vec<String> = Column::ALL.into_iter().map(text).collect();
        fill(&row, &judged, &before, &texts, lang);
        Some((lang, texts))
    });
    view! {
        <div
            class="grid__row"
            role="row"
            node_ref=element
            style:top=format!("{}px", place as f64 * ROW)
            aria-rowindex=(place + 2).to_string()
        ></div>
    }
}

/// What a cell shows, as a text.
pub(super) fn shown(column: Column, place: usize, dossier: &Dossier, judged: &Judged, lang: Lang) -> String {
    match column {
        Column::Number => (place + 1).to_string(),
        Column::Due => judged.deadline.map(|deadline| format::date(deadline.date)).unwrap_or_default(),
        Column::Course => judged.course.map_or(words::UNTOLD.get(lang).to_owned(), |course| course.words(lang)),
        Column::Wrong => marks(judged, lang).into_iter().map(|mark| mark.words).collect::<Vec<_>>().join("; "),
        Column::Code
        | Column::Procedure
        | Column::Field
        | Column::Received
        | Column::Term
        | Column::Slip
        | Column::Appointed
        | Column::Returned
        | Column::State
        | Column::Apology
        | Column::ApologyDate
        | Column::NewDate
        | Column::Times
        | Column::Posted
        | Column::Uploaded
        | Column::InSystem
        | Column::Cause
        | Column::Body => column.text(dossier, lang),
    }
}

/// Writes what the cells show where it is not what they showed before; nothing stands in blank ones.
fn fill(row: &Element, judged: &Judged, before: &[String], texts: &[String], lang: Lang) {
    let mut next = row.first_element_child();
    for (place, (column, text)) in Column::ALL.into_iter().zip(texts).enumerate() {
        let Some(cell) = next else { return };
        next = cell.next_element_sibling();
        if before.get(place).map_or("", String::as_str) == text && (column != Column::Code || !before.is_empty()) {
            continue;
        }
        if column.width() >= TITLED {
            set(&cell, "title", (!text.is_empty()).then_some(text));
        }
        match column {
            Column::Wrong => mark(&cell, judged, lang),
            Column::Course => {
                set(&cell, "data-tone", tone(judged));
                write(&cell, text);
            }
            Column::Code => {
                set(row, "data-dossier", Some(text));
                if let Some(open) = cell.last_element_child() {
                    let label = grid_words::OPEN.get(lang).replace("{code}", text);
                    set(&open, "aria-label", Some(&label));
                    set(&open, "title", Some(&label));
                }
                write(&cell, text);
            }
            _ => write(&cell, text),
        }
    }
}

/// Writes the text of a cell.
fn write(cell: &Element, text: &str) {
    if let Some(first) = cell.first_child() {
        first.set_text_content(Some(text));
    }
}

fn tone(judged: &Judged) -> Option<&'static str> {
    match judged.course? {
        course if course.is_late() => Some("failed"),
        Course::ResolvedInTime => Some("met"),
        _ => None,
    }
}

/// Puts what is wrong into its cell, which nobody edits.
fn mark(cell: &Element, judged: &Judged, lang: Lang) {
    cell.set_text_content(None);
    for mark in marks(judged, lang) {
        if let Some(element) = child(cell.unchecked_ref(), "span", mark.class) {
            set(&element, mark.handle, Some(&mark.key));
            element.set_text_content(Some(&mark.words));
        }
    }
}
