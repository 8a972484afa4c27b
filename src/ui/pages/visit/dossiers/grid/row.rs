//! A row of the grid.

use leptos::prelude::*;

use crate::domain::dossier::{Basis, Course, Dossier, Judged};
use crate::domain::id::DossierId;
use crate::state::route::Route;
use crate::words::catalogue::{dossiers as words, grid};
use crate::words::{Lang, format};

use super::super::row::marks;
use super::column::{Column, Editor};
use super::cursor::{Grid, ROW};

/// A row. It is drawn anew with each change of its dossier.
#[component]
pub(super) fn GridRow(
    /// The grid.
    grid: Grid,
    /// Its place in the grid, from 0, and its dossier.
    row: (usize, DossierId),
) -> impl IntoView {
    let (place, id) = row;
    let session = grid.session;
    let href = Route::Dossier(session.id(), Some(id.clone())).href();
    let top = format!("{}px", place as f64 * ROW);
    let held = Memo::new_with_compare(move |_| session.dossier(&id), |before, now| before != now);
    move || {
        let (dossier, judged) = held.get()?;
        let lang = grid.app.lang();
        let cell = |column| draw(column, place, &dossier, &judged, &href, lang);
        Some(view! {
            <div
                class="grid__row"
                role="row"
                style:top=top.clone()
                aria-rowindex=(place + 2).to_string()
                data-dossier=dossier.code.clone()
            >
                {Column::ALL.map(cell).into_iter().collect::<Vec<_>>()}
            </div>
        })
    }
}

/// What a cell shows, as a text.
pub(super) fn shown(column: Column, place: usize, dossier: &Dossier, judged: &Judged, lang: Lang) -> String {
    match column {
        Column::Number => (place + 1).to_string(),
        Column::Due => judged.deadline.map(|deadline| format::date(deadline.date)).unwrap_or_default(),
        Column::Course => judged.course.map_or(words::UNTOLD.get(lang).to_owned(), |course| course.words(lang)),
        Column::Wrong => {
            let errors = judged.errors.iter().map(|error| error.words(lang));
            let judgements = judged.judgements.iter().map(|judgement| judgement.words(lang));
            errors.chain(judgements).collect::<Vec<_>>().join("; ")
        }
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

fn draw(
    column: Column,
    place: usize,
    dossier: &Dossier,
    judged: &Judged,
    href: &str,
    lang: Lang,
) -> impl IntoView + use<> {
    let text = shown(column, place, dossier, judged, lang);
    let title = (!text.is_empty() && column.width() >= 150).then(|| text.clone());
    let tone = match (column, judged.course) {
        (Column::Course, Some(course)) if course.is_late() => Some("failed"),
        (Column::Course, Some(Course::ResolvedInTime)) => Some("met"),
        _ => None,
    };
    let content = match column {
        Column::Code => {
            let label = grid::OPEN.get(lang).replace("{code}", &dossier.code);
            let open = view! {
                <a class="grid__open" href=href.to_owned() tabindex="-1" aria-label=label.clone() title=label.clone()>
                    "↗"
                </a>
            };
            view! { <span class="grid__text">{text}</span> {open} }.into_any()
        }
        Column::Due if !text.is_empty() => {
            let mark = judged.deadline.filter(|deadline| deadline.basis == Basis::Slip).map(|_| "*");
            view! { <a class="grid__due" href=href.to_owned() tabindex="-1">{text} {mark}</a> }.into_any()
        }
        Column::Wrong => marks(judged, lang).into_any(),
        _ => text.into_any(),
    };
    view! {
        <div
            class="grid__cell"
            role="gridcell"
            tabindex="-1"
            data-column=column.key()
            data-tone=tone
            title=title
            aria-readonly=(column.editor() == Editor::None).then_some("true")
        >
            {content}
        </div>
    }
}
