//! What follows from the dossier as it is typed: the due date with its days, how it went, what is wrong.

use leptos::prelude::*;

use crate::domain::calendar::{Due, OfficeHours, due};
use crate::domain::dossier::{Basis, Dossier, Judged};
use crate::domain::id::DossierId;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::steps::{Steps, day_words};
use crate::words::catalogue::dossiers as words;
use crate::words::catalogue::{apology, calendar};
use crate::words::{Lang, format};

use super::draft::Draft;

/// The verdict. It stays in sight while one types.
#[component]
pub(super) fn Verdict(
    /// The open visit.
    session: Session,
    /// The dossier.
    id: DossierId,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    let app = App::get();
    let letter = Route::Apology(session.id(), id).href();
    let judged = Memo::new_with_compare(
        move |_| {
            let dossier = draft.dossier(&Dossier::default());
            let judged = session.judge_typed(&dossier)?;
            Some((dossier, judged))
        },
        |before, now| before != now,
    );
    let is_late = move || {
        judged.with(|judged| {
            judged.as_ref().is_some_and(|(_, judged)| judged.course.is_some_and(|course| course.is_late()))
        })
    };
    let visited = Memo::new(move |_| session.visit(|visit| visit.date));
    view! {
        <section class="verdict" aria-labelledby="verdict" aria-live="polite">
            <h3 id="verdict">{move || app.t(words::JUDGED)}</h3>
            {move || judged.get().map(|(dossier, judged)| draw(session, &dossier, &judged, app.lang()))}
            {move || is_late().then(|| {
                view! { <a class="button" href=letter.clone() data-testid="draft-apology">{app.t(apology::TITLE)}</a> }
            })}
            <p class="field__hint">
                {move || app.t(words::JUDGED_ON).replace("{date}", &format::date(visited.get()))}
            </p>
        </section>
    }
}

fn draw(session: Session, dossier: &Dossier, judged: &Judged, lang: Lang) -> impl IntoView + use<> {
    let deadline = judged.deadline.map(|deadline| {
        let date = deadline.date;
        let by_slip = (deadline.basis == Basis::Slip)
            .then(|| view! { <p class="reckoner__doubt">{words::BY_SLIP.get(lang)}</p> });
        let provisional = judged
            .due
            .is_some_and(|due| due.provisional)
            .then(|| view! { <p class="reckoner__doubt">{calendar::PROVISIONAL.get(lang)}</p> });
        view! {
            <p class="verdict__due">
                {calendar::DUE.get(lang)} ": "
                <strong data-testid="due-date" data-date=date.to_string()>{day_words(date, lang)}</strong>
            </p>
            {by_slip}
            {provisional}
        }
    });
    let course = judged.course.map_or(words::UNTOLD.get(lang).to_owned(), |course| course.words(lang));
    let late = judged.course.is_some_and(|course| course.is_late());
    let nothing = judged.errors.is_empty() && judged.judgements.is_empty();
    let errors = judged.errors.iter().map(|error| {
        let key = format!("{}:{}", error.field.key(), error.problem.key());
        view! { <li class="mark mark--error" data-error=key>{error.words(lang)}</li> }.into_any()
    });
    let judgements = judged.judgements.iter().map(|judgement| {
        let class = if judgement.is_fault() { "mark mark--fault" } else { "mark" };
        view! { <li class=class data-judgement=judgement.kind()>{judgement.words(lang)}</li> }.into_any()
    });
    let personal = dossier.personal().into_iter().map(|(column, what)| {
        let warning = words::PERSONAL
            .get(lang)
            .replace("{what}", what.label().get(lang))
            .replace("{column}", column.label().get(lang));
        view! { <li class="mark mark--error" data-personal=column.key()>{warning}</li> }.into_any()
    });
    view! {
        {deadline}
        <p class="verdict__course" data-tone=if late { "failed" } else { "plain" }>{course}</p>
        <ul class="verdict__marks">{errors.chain(judgements).chain(personal).collect_view()}</ul>
        {nothing.then(|| {
            let said = if judged.is_checked() { words::FAULTLESS } else { words::NOT_CHECKED };
            view! { <p class="verdict__none">{said.get(lang)}</p> }
        })}
        {reckoned(session, dossier).map(|due| view! { <Steps steps=due.steps open=false /> })}
    }
}

/// The due date with every day on the way, where there is one.
fn reckoned(session: Session, dossier: &Dossier) -> Option<Due> {
    let days = session.judging_calendar()?;
    due(dossier.received.as_ref()?, dossier.term.as_ref()?, &dossier.stops, &days, &OfficeHours::default()).ok()
}
