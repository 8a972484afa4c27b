//! The sampled procedures, each with its questions. All taps are heard here, once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement};

use crate::domain::procedure::PostedProcedure;
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::words::Lang;
use crate::words::catalogue::posting as words;

use super::SAMPLE;
use super::entry::{keep, of_held, take_up};
use super::judge::{Question, hint};
use super::lists::Lists;

/// The mark of the button that removes a row, among the questions.
const REMOVE: &str = "remove";

/// The rows.
#[component]
pub(super) fn Rows(
    /// The open visit.
    session: Session,
    /// The lists on the device.
    lists: Lists,
) -> impl IntoView {
    let app = App::get();
    let length = Memo::new(move |_| of_held(session, |posting| posting.sampled.len()).unwrap_or_default());
    view! {
        <Show
            when=move || length.get() != 0
            fallback=move || view! { <p class="empty">{move || app.t(words::NONE)}</p> }
        >
            <ol class="procedures" on:click=move |event| on_click(session, &event)>
                <For each=move || 0..length.get() key=|place| *place let:place>
                    <ProcedureRow session lists place />
                </For>
            </ol>
        </Show>
    }
}

/// A row by its place. What stands in it may become another procedure when one above is removed.
#[component]
fn ProcedureRow(session: Session, lists: Lists, place: usize) -> impl IntoView {
    let app = App::get();
    let one = Memo::new(move |_| of_held(session, |posting| posting.sampled.get(place).cloned()).flatten());
    move || {
        let lang = app.lang();
        let on = of_held(session, |posting| posting.on);
        one.get().map(|one| {
            let hint = lists.list().zip(on).map(|(list, on)| hint(&list, &one, on, lang));
            row(place, &one, hint, lang)
        })
    }
}

fn row(place: usize, one: &PostedProcedure, hint: Option<String>, lang: Lang) -> impl IntoView + use<> {
    let questions: Vec<_> = Question::ALL.into_iter().map(|question| judge(question, one, lang)).collect();
    view! {
        <li class="samples__card procedure" data-procedure=one.code.clone() data-place=place.to_string()>
            <p class="procedure__head">
                <b class="procedure__code">{one.code.clone()}</b>
                " "
                <span lang="vi">{one.name.clone()}</span>
                {hint.map(|hint| view! { <span class="procedure__hint">{hint}</span> })}
            </p>
            {questions}
            <button
                type="button"
                class="button button--quiet button--danger procedure__remove"
                data-judge=REMOVE
                aria-label=words::REMOVE_ONE.get(lang).replace("{code}", &one.code)
            >
                {words::REMOVE.get(lang)}
            </button>
        </li>
    }
}

/// A question with its choices; one that is not asked keeps its place in the row, out of sight.
fn judge(question: Question, one: &PostedProcedure, lang: Lang) -> impl IntoView + use<> {
    let chosen = question.chosen(one);
    let label = question.label().get(lang);
    let picks = question.options().iter().map(|(value, text, complies)| {
        let tone = match complies {
            Some(true) => "met",
            Some(false) => "failed",
            None => "aside",
        };
        view! {
            <button
                type="button"
                class="pick"
                data-judge=question.as_str()
                data-tone=tone
                value=*value
                aria-pressed=if chosen == Some(*value) { "true" } else { "false" }
            >
                {text.get(lang)}
            </button>
        }
    });
    let picks: Vec<_> = picks.collect();
    view! {
        <div class="judge" role="group" aria-label=label hidden=!question.is_asked(one)>
            <span class="judge__label" aria-hidden="true">{label}</span>
            <div class="judge__picks">{picks}</div>
        </div>
    }
}

fn on_click(session: Session, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("button[data-judge]").ok().flatten());
    let Some(button) = button.and_then(|button| button.dyn_into::<HtmlButtonElement>().ok()) else { return };
    let row = button.closest("[data-place]").ok().flatten();
    let place = row.and_then(|row| row.get_attribute("data-place")?.parse::<usize>().ok());
    let Some((place, asked)) = place.zip(button.get_attribute("data-judge")) else { return };
    let mut posting = take_up(session);
    if place >= posting.sampled.len() {
        return;
    }
    if asked == REMOVE {
        posting.sampled.remove(place);
        if place == posting.sampled.len() {
            // The last row goes, and its button with it.
            focus(SAMPLE);
        }
    } else if let (Some(question), Some(one)) = (Question::parse(&asked), posting.sampled.get_mut(place)) {
        question.tap(one, &button.value());
    }
    keep(session, posting);
}
