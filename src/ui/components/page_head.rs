//! The head of a page: the way back up, and its one heading, which is also the title of the window.

use leptos::prelude::*;

use crate::domain::supervision::Supervision;
use crate::state::App;
use crate::state::page::set_title;
use crate::state::route::Route;
use crate::words::catalogue::library as words;

use super::mandate::topic_words;

/// A step of the way back up: where it leads and its words.
pub type Step = (Route, Signal<String>);

/// The head of a page.
#[component]
pub fn PageHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The way back up, the first page first.
    #[prop(optional)]
    path: Vec<Step>,
) -> impl IntoView {
    let app = App::get();
    Effect::new(move || set_title(&format!("{} – Sổ Giám Sát", title.get())));
    let steps = path.into_iter().map(|(route, label)| {
        view! {
            <li class="page-path__step">
                <a href=route.href()>{label}</a>
            </li>
        }
    });
    let steps: Vec<_> = steps.collect();
    view! {
        <header class="page-head">
            {(!steps.is_empty())
                .then(|| {
                    view! {
                        <nav class="page-path" aria-label=move || app.t(words::PATH)>
                            <ol class="page-path__steps">{steps}</ol>
                        </nav>
                    }
                })}
            <h1 class="page-head__title">{title}</h1>
        </header>
    }
}

/// The step to the list of supervisions.
pub fn home_step(app: App) -> Step {
    (Route::Home, Signal::derive(move || app.t(words::SUPERVISIONS).to_owned()))
}

/// The way up from a page that stands below a supervision.
pub fn path_below(app: App, supervision: &Supervision) -> Vec<Step> {
    let (route, supervision) = (Route::Supervision(supervision.id.clone()), supervision.clone());
    let topic = Signal::derive(move || topic_words(&supervision, app.lang()));
    vec![home_step(app), (route, topic)]
}
