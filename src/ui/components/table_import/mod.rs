//! A table from outside, from the choice to the confirmation: the file or what is pasted, what each column means, what
//! was read with its problems. What is confirmed goes to whoever asked; nothing is written here.

use leptos::prelude::*;

use crate::intake::protocol::{Kind, Reading, template_csv};
use crate::state::App;
use crate::state::reading::ReadingState;
use crate::words::catalogue::table_import as words;

mod matching;
mod preview;
mod questions;
mod term_unit;

use matching::Matching;
use preview::Preview;
pub use preview::sentences;
pub use questions::{is_open, questions};

/// What is confirmed: the rows that were read, and whether those with problems are taken too.
pub type Confirmed = (Reading, bool);

/// What a page says beside the preview, as its rows were read and with or without those that have problems.
pub type Details = Callback<Confirmed, AnyView>;

/// The steps.
#[component]
pub fn TableImport(
    /// What the rows are.
    kind: Kind,
    /// What taking them would do, in words, as they were read and with or without those that have problems.
    effect: Callback<Confirmed, String>,
    /// Takes them.
    confirm: Callback<Confirmed>,
    /// What taking them would overwrite, say.
    #[prop(optional)]
    details: Option<Details>,
) -> impl IntoView {
    let app = App::get();
    let state = app.reading.state();
    on_cleanup(move || app.reading.close());
    move || match state.get() {
        ReadingState::None => view! { <Start kind /> }.into_any(),
        ReadingState::Working(share) => view! {
            <p class="empty" role="status" data-testid="table-working" data-share=share.to_string()>
                {app.t(words::WORKING)}
            </p>
            <progress class="table-progress" max="1" value=share.to_string()></progress>
        }
        .into_any(),
        ReadingState::Refused(sentence) => view! {
            <div class="refused" role="alert" data-testid="table-refused">
                <p>{sentence}</p>
                <p>{app.t(words::UNCHANGED)}</p>
            </div>
            <Start kind />
        }
        .into_any(),
        ReadingState::Opened(opened, place) => view! { <Matching kind opened place /> }.into_any(),
        ReadingState::Read(request, read) => view! { <Preview request read effect confirm details /> }.into_any(),
    }
}

/// The choice of a table.
#[component]
fn Start(kind: Kind) -> impl IntoView {
    let app = App::get();
    let template = move |_| app.download_csv(template_name(kind), template_csv(kind));
    view! {
        <div class="table-start">
            <p class="field__hint">{move || app.t(words::HINT)}</p>
            <TableChoice kind go=Callback::new(|()| ()) />
            <button type="button" class="button button--quiet" on:click=template>{move || app.t(words::TEMPLATE)}</button>
        </div>
    }
}

fn template_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Dossiers => "bang-mau_ho-so.csv",
        Kind::Procedures => "bang-mau_thu-tuc.csv",
    }
}

/// The two ways in: a file, and what is pasted. `go` leads to where the table is shown.
#[component]
pub fn TableChoice(
    /// What the rows are.
    kind: Kind,
    /// Leads to where the table is shown, once one is chosen.
    go: Callback<()>,
) -> impl IntoView {
    let app = App::get();
    let (file, paste) = match kind {
        Kind::Dossiers => ("dossier-import", "dossier-paste"),
        Kind::Procedures => ("procedure-import", "procedure-paste"),
    };
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // So that choosing the same file again is a change again.
        input.set_value("");
        go.run(());
        app.reading.choose(app, kind, file);
    };
    let pasted = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlTextAreaElement>| {
        let text = event.target().value();
        // A table has a heading and a row; a word that is typed is none.
        if text.trim().contains('\n') {
            event.target().set_value("");
            go.run(());
            app.reading.paste(app, kind, text);
        }
    };
    view! {
        <label class="button file-button">
            <input
                class="file-button__input"
                type="file"
                accept=".xlsx,.xlsm,.csv,.tsv,.txt"
                data-testid=file
                on:change:target=chosen
            />
            <span>{move || app.t(words::FILE)}</span>
        </label>
        <textarea
            class="input table-paste"
            rows="1"
            data-testid=paste
            aria-label=move || app.t(words::PASTE)
            placeholder=move || app.t(words::PASTE)
            on:input:target=pasted
        ></textarea>
    }
}
