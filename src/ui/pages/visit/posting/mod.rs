//! The posting of procedures at the counter: what is counted, a sample of procedures judged one by one, and what follows
//! for the items that ask about it.

use leptos::prelude::*;

use crate::domain::id::VisitId;
use crate::state::{App, Session};
use crate::words::catalogue::posting as words;

use super::bar::Page;
use super::opened::Opened;

mod add;

mod counter;

mod counts;

mod drawing;

mod entry;

mod judge;

mod lists;

mod population;

mod results;

mod rows;

use add::AddProcedure;
use counts::Counts;
use drawing::Drawing;
use lists::Lists;
use results::Results;
use rows::Rows;

/// The posting seen at a visit.
#[component]
pub fn PostingPage(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Posting draw=|session| view! { <Body session /> } /> }
}

#[component]
fn Body(session: Session) -> impl IntoView {
    let app = App::get();
    let lists = Lists::of(session);
    view! {
        <div class="page posting samples" data-testid="posting">
            <h2 class="visually-hidden">{move || app.t(words::TITLE)}</h2>
            <div class="posting__main">
                <Counts session lists />
                <section class="posting__sample" aria-labelledby=SAMPLE>
                    <h3 id=SAMPLE tabindex="-1">{move || app.t(words::SAMPLE)}</h3>
                    <Rows session lists />
                    <Drawing session lists />
                    <AddProcedure session lists />
                </section>
            </div>
            <Results session />
        </div>
    }
}

/// The id of the sample's heading.
const SAMPLE: &str = "posting-sample";
