//! What was read: how many lines, each problem with its place, and the two ways on.

use leptos::prelude::*;

use crate::intake::protocol::{Reading, Request, Rows, SkippedWhy};
use crate::state::App;
use crate::words::catalogue::table_import as words;
use crate::words::format::count;
use crate::words::{Lang, Text};

use super::{Confirmed, Details, is_open, questions, term_unit};

/// The most sentences that are shown of one kind.
const MOST: usize = 200;

/// What the lines amount to.
struct Told {
    good: usize,
    bad: usize,
    problems: Vec<String>,
    notes: Vec<String>,
}

fn told(read: &Reading, lang: Lang) -> Told {
    let mut told = Told { good: 0, bad: 0, problems: Vec::new(), notes: Vec::new() };
    let mut line = |problems: Vec<String>, notes: Vec<String>, has_record: bool| {
        if problems.is_empty() && has_record {
            told.good += 1;
        } else {
            told.bad += 1;
        }
        told.problems.extend(problems);
        told.notes.extend(notes);
    };
    match &read.rows {
        Rows::Dossiers(rows) => rows.iter().for_each(|row| {
            let problems = row.problems.iter().map(|problem| problem.sentence(row.line, lang)).collect();
            let notes = row.notes.iter().map(|note| note.sentence(row.line, lang)).collect();
            line(problems, notes, row.record.is_some());
        }),
        Rows::Procedures(rows) => rows.iter().for_each(|row| {
            let problems = row.problems.iter().map(|problem| problem.sentence(row.line, lang)).collect();
            let notes = row.notes.iter().map(|note| note.sentence(row.line, lang)).collect();
            line(problems, notes, row.record.is_some());
        }),
    }
    told
}

/// The preview.
#[component]
pub(super) fn Preview(
    request: Request,
    read: Reading,
    effect: Callback<Confirmed, String>,
    confirm: Callback<Confirmed>,
    details: Option<Details>,
) -> impl IntoView {
    let app = App::get();
    let lang = app.lang();
    let is_open = is_open(&read.questions, &request.answers);
    let again = request.clone();
    let again = Callback::new(move |answers| app.reading.read_again(app, Request { answers, ..again.clone() }));
    let asked = questions(&read.questions, &request.answers, again);
    let question = term_unit::question(request, &read);
    let rivals: Vec<String> = read.rivals.iter().map(|rival| rival.sentence(lang)).collect();
    let told = told(&read, lang);
    let take_bad = RwSignal::new(false);
    // What is hidden is asked, and no line that says nothing.
    let nothing = read.blank + read.skipped.iter().filter(|skipped| skipped.why != SkippedWhy::Hidden).count();
    let missing: Vec<&str> = read.missing.iter().map(|target| app.t(target.label())).collect();
    let missing = (!missing.is_empty()).then(|| app.t(words::MISSING).replace("{columns}", &missing.join(", ")));
    let line =
        |text: Text, n: usize| (n > 0).then(|| view! { <li>{app.t(text).replace("{n}", &count(n as u64))}</li> });
    let counts = [line(words::GOOD, told.good), line(words::BAD, told.bad), line(words::NOTHING, nothing)];
    let has_bad = told.bad > 0;
    let good = told.good;
    let read = StoredValue::new(read);
    let some = move || !is_open && (good > 0 || take_bad.get());
    let effect = move || effect.run((read.get_value(), take_bad.get()));
    view! {
        <section class="table-preview" data-testid="table-preview">
            <ul class="table-preview__counts">{counts.into_iter().collect_view()}</ul>
            {missing.map(|missing| view! { <p class="reckoner__doubt">{missing}</p> })}
            {sentences(words::RIVALS, rivals, "rival")}
            {asked}
            {question}
            {sentences(words::PROBLEMS, told.problems, "problem")}
            {sentences(words::NOTES, told.notes, "note")}
            {has_bad
                .then(|| {
                    view! {
                        <label class="tick">
                            <input type="checkbox" data-testid="table-take-bad" bind:checked=take_bad />
                            <span>{app.t(words::TAKE_BAD)}</span>
                        </label>
                    }
                })}
            {details.map(|details| move || details.run((read.get_value(), take_bad.get())))}
            <p class="table-preview__effect" role="status">
                {move || if some() { effect() } else { app.t(if is_open { words::OPEN } else { words::NONE }).to_owned() }}
            </p>
            <div class="form__buttons">
                <Show when=some>
                    <button
                        type="button"
                        class="button button--primary"
                        data-testid="table-confirm"
                        on:click=move |_| confirm.run((read.get_value(), take_bad.get_untracked()))
                    >
                        {app.t(words::CONFIRM)}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| app.reading.back()>
                    {app.t(words::REMATCH)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| app.reading.close()>
                    {app.t(words::ANOTHER)}
                </button>
            </div>
        </section>
    }
}

/// Sentences under a heading, the first of them if there are many; `name` is that of each in handles.
pub fn sentences(title: Text, mut all: Vec<String>, name: &'static str) -> Option<AnyView> {
    let app = App::get();
    if all.is_empty() {
        return None;
    }
    let more = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    let lines = all.into_iter().map(|line| view! { <li data-row=name>{line}</li> });
    let more = (more > 0).then(|| view! { <li>{app.t(words::MORE).replace("{n}", &count(more as u64))}</li> });
    Some(
        view! {
            <h3>{app.t(title)}</h3>
            <ul class="table-preview__lines">{lines.collect_view()} {more}</ul>
        }
        .into_any(),
    )
}
