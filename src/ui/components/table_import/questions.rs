//! The questions that a table leaves to a person: each with two answers, and an answer reads the rows anew.

use leptos::prelude::*;

use crate::intake::protocol::{Answers, Question};
use crate::state::App;
use crate::words::catalogue::table_import as words;

/// The questions with the answers so far; `again` reads with other answers.
pub fn questions(questions: &[Question], answers: &Answers, again: Callback<Answers>) -> Option<AnyView> {
    if questions.is_empty() {
        return None;
    }
    let app = App::get();
    let lines: Vec<_> = questions.iter().map(|question| line(question, answers, again)).collect();
    Some(
        view! {
            <h3>{app.t(words::QUESTIONS)}</h3>
            <ul class="table-preview__lines">{lines}</ul>
        }
        .into_any(),
    )
}

/// Whether a question has no answer, so that nothing can be taken yet.
pub fn is_open(questions: &[Question], answers: &Answers) -> bool {
    questions.iter().any(|question| answers.to(question).is_none())
}

fn line(question: &Question, answers: &Answers, again: Callback<Answers>) -> AnyView {
    let lang = App::get().lang();
    let given = answers.to(question);
    let buttons: Vec<_> = [true, false]
        .into_iter()
        .map(|answer| {
            let (question, answers) = (question.clone(), answers.clone());
            let text = question.answer(answer, lang);
            let choose = move |_| {
                let mut answers = answers.clone();
                answers.give(&question, answer);
                again.run(answers);
            };
            view! {
                <button
                    type="button"
                    class="button"
                    data-value=answer.to_string()
                    aria-pressed=(given == Some(answer)).to_string()
                    on:click=choose
                >
                    {text}
                </button>
            }
        })
        .collect();
    view! {
        <li class="tables__ask" data-question=question.key()>
            <span>{question.sentence(lang)}</span>
            <span class="tables__choices">{buttons}</span>
        </li>
    }
    .into_any()
}
