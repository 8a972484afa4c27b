//! Parts of the app that are no part of the first load. The build cuts each into a wasm file of its own, which is fetched
//! when one first goes to one of its pages; the service worker keeps it with everything else, so it is there without a
//! network. A build that is not cut (`trunk build`, tests) holds them all and takes the same way.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::state::App;
use crate::state::route::Route;
use crate::words::catalogue::library::BACK_HOME;
use crate::words::catalogue::shell as words;

mod figures;

#[cfg(test)]
pub mod places;

mod samples;

mod tools;

mod visits;

/// Draws the page of a route.
type Draw = fn(Route) -> AnyView;

/// Makes a function that fetches a part and gives back something of it. The body stays in the part, and with it whatever only
/// its pages use. `$part` is the name of its file too.
macro_rules! apart {
    ($load:ident, $part:ident, $what:ty, $value:expr) => {
        #[cfg(split)]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
        pub(super) fn $load() -> Result<$what, SplitLoaderError> {
            Ok($value)
        }

        #[cfg(not(split))]
        pub(super) async fn $load() -> Result<$what, SplitLoaderError> {
            Ok($value)
        }
    };
}

/// The seams: each line is a way into a part.
mod seams {
    use leptos::wasm_split::SplitLoaderError;

    use super::{Draw, figures, samples, tools, visits};
    use crate::state::App;

    apart!(visits, visits, Draw, visits::page);
    apart!(samples, samples, Draw, samples::page);
    apart!(figures, figures, Draw, figures::page);
    apart!(tools, tools, Draw, tools::page);
    apart!(sample, tools, fn(App), |app| app.incoming.open_sample(app));
}

/// Which part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Supervisions, their forms, the checklist, score and findings.
    Visits,
    /// Posting, draws, dossiers, apology letters.
    Samples,
    /// Tables of figures, statements, the audit, what the figures say.
    Figures,
    /// Reference data, imports, settings.
    Tools,
}

impl Part {
    async fn load(self) -> Result<Draw, SplitLoaderError> {
        match self {
            Self::Visits => seams::visits().await,
            Self::Samples => seams::samples().await,
            Self::Figures => seams::figures().await,
            Self::Tools => seams::tools().await,
        }
    }
}

/// How far a part is.
#[derive(Clone, Copy)]
enum Phase {
    /// Nobody has asked for it.
    Absent,
    /// It is on its way.
    Coming,
    /// It could not be fetched.
    Failed,
    /// It is there, for as long as the app runs.
    Here(Draw),
}

/// The parts that have come. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Parts {
    visits: RwSignal<Phase>,
    samples: RwSignal<Phase>,
    figures: RwSignal<Phase>,
    tools: RwSignal<Phase>,
}

impl Parts {
    /// Makes the parts known to every view below. Called once, at the root.
    pub fn start() {
        let absent = || RwSignal::new(Phase::Absent);
        provide_context(Self { visits: absent(), samples: absent(), figures: absent(), tools: absent() });
    }

    fn phase(self, part: Part) -> RwSignal<Phase> {
        match part {
            Part::Visits => self.visits,
            Part::Samples => self.samples,
            Part::Figures => self.figures,
            Part::Tools => self.tools,
        }
    }

    /// Fetches a part that is neither there nor on its way.
    fn fetch(self, part: Part) {
        let phase = self.phase(part);
        if matches!(phase.get_untracked(), Phase::Here(_) | Phase::Coming) {
            return;
        }
        phase.set(Phase::Coming);
        spawn_local(async move {
            phase.set(part.load().await.map_or(Phase::Failed, Phase::Here));
        });
    }
}

/// Brings in the bundled sample and opens it. What checks it comes with the tools.
pub fn open_sample(app: App) {
    spawn_local(async move {
        match seams::sample().await {
            Ok(open) => open(app),
            Err(_) => app.notices.fail(words::PART_FAILED.get(app.prefs.lang.get_untracked())),
        }
    });
}

/// A page of a part: drawn at once where the part is there, else when it has come. While it comes a sentence says so; where
/// it cannot be fetched another does, with a button to try again. The frame around it goes on working.
#[component]
pub fn Apart(
    /// The part that draws it.
    part: Part,
    /// The page.
    route: Route,
) -> impl IntoView {
    let app = App::get();
    let parts: Parts = expect_context();
    parts.fetch(part);
    move || match parts.phase(part).get() {
        Phase::Absent | Phase::Coming => {
            view! { <p class="empty part-comes" role="status">{move || app.t(words::PART_COMES)}</p> }.into_any()
        }
        Phase::Failed => view! {
            <div class="not-found">
                <p role="alert">{move || app.t(words::PART_FAILED)}</p>
                <button type="button" class="button button--primary" on:click=move |_| parts.fetch(part)>
                    {move || app.t(words::PART_AGAIN)}
                </button>
                <a class="button" href=Route::Home.href()>{move || app.t(BACK_HOME)}</a>
            </div>
        }
        .into_any(),
        Phase::Here(draw) => draw(route.clone()),
    }
}
