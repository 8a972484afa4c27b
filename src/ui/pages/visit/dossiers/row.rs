//! One dossier of the list: what it is, when it was due, how it went and what is wrong with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::dossier::{Basis, Course, Dossier, Judged, Judgement};
use crate::domain::id::DossierId;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::dossiers as words;
use crate::words::{Lang, format};

/// A row. It is drawn anew with each change of its dossier.
#[component]
pub(super) fn DossierRow(
    /// The open visit.
    session: Session,
    /// Which dossier.
    id: DossierId,
    /// Its place in the list, from 0.
    place: usize,
) -> impl IntoView {
    let app = App::get();
    let href = Route::Dossier(session.id(), Some(id.clone())).href();
    let row = Memo::new_with_compare(move |_| session.dossier(&id), |before, now| before != now);
    move || {
        let (dossier, judged) = row.get()?;
        Some(draw(&dossier, &judged, href.clone(), place, app.lang()))
    }
}

fn draw(dossier: &Dossier, judged: &Arc<Judged>, href: String, place: usize, lang: Lang) -> impl IntoView + use<> {
    let code = match dossier.code.trim() {
        "" => words::NO_CODE.get(lang).to_owned(),
        code => code.to_owned(),
    };
    let what = [&dossier.procedure, &dossier.field].map(|text| text.trim().to_owned());
    let what = what.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let received = dossier.received.map(|receipt| format::date(receipt.date));
    let due = judged.deadline.map(|deadline| {
        let mark = if deadline.basis == Basis::Slip { "*" } else { "" };
        format!("{}{mark}", format::date(deadline.date))
    });
    let returned = dossier.returned.map(format::date);
    let part = |label: &str, value: Option<String>| {
        let value = value.unwrap_or_else(|| "–".to_owned());
        view! { <span class="dossier__date"><span class="dossier__label">{label.to_owned()}</span>" "{value}</span> }
    };
    let course = judged.course.map_or(words::UNTOLD.get(lang).to_owned(), |course| course.words(lang));
    let tone = match judged.course {
        Some(course) if course.is_late() => "failed",
        Some(Course::ResolvedInTime) => "met",
        _ => "aside",
    };
    view! {
        <a class="dossier__row" href=href data-dossier=dossier.code.clone()>
            <span class="dossier__place">{(place + 1).to_string()}</span>
            <span class="dossier__code">{code}</span>
            <span class="dossier__what">{what}</span>
            <span class="dossier__dates">
                {part(words::RECEIVED.get(lang), received)}
                {part(words::DUE.get(lang), due)}
                {part(words::RETURNED.get(lang), returned)}
            </span>
            <span class="dossier__course" data-tone=tone>{course}</span>
            <span class="dossier__marks">{marks(judged, lang).into_iter().map(mark).collect_view()}</span>
        </a>
    }
}

/// One thing that is wrong, or remarked.
pub(super) struct Mark {
    /// Its class in the style sheet.
    pub(super) class: &'static str,
    /// The name of its handle.
    pub(super) handle: &'static str,
    /// What the handle says.
    pub(super) key: String,
    /// The words.
    pub(super) words: String,
}

/// What is wrong: impossible entries first, then judgements; lateness last, since the course says it already.
pub(super) fn marks(judged: &Judged, lang: Lang) -> Vec<Mark> {
    let errors = judged.errors.iter().map(|error| Mark {
        class: "mark mark--error",
        handle: "data-error",
        key: format!("{}:{}", error.field.key(), error.problem.key()),
        words: error.words(lang),
    });
    let is_lateness = |one: &Judgement| matches!(one, Judgement::ReturnedLate { .. } | Judgement::PendingLate { .. });
    let (lateness, others): (Vec<_>, Vec<_>) = judged.judgements.iter().copied().partition(is_lateness);
    let judgements = others.into_iter().chain(lateness).map(|judgement| Mark {
        class: if judgement.is_fault() { "mark mark--fault" } else { "mark" },
        handle: "data-judgement",
        key: judgement.kind().to_owned(),
        words: judgement.words(lang),
    });
    errors.chain(judgements).collect()
}

fn mark(mark: Mark) -> impl IntoView {
    let Mark { class, handle, key, words } = mark;
    let (error, judgement) = if handle == "data-error" { (Some(key), None) } else { (None, Some(key)) };
    view! { <span class=class data-error=error data-judgement=judgement>{words}</span> }
}
