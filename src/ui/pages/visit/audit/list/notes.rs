//! What the audit could not hold against anything: sections whose rows are not all there, and ties of what is gone.

use leptos::prelude::*;

use crate::domain::edit::{FiguresEdit, Put};
use crate::state::App;
use crate::words::catalogue::audit as words;
use crate::words::format::count;

use super::Audited;

/// The notes, while there is anything to note.
#[component]
pub(super) fn Notes(
    /// What the page is about.
    audited: Audited,
) -> impl IntoView {
    let app = App::get();
    let incomplete = move || {
        let places = audited.found.with(|found| found.incomplete.clone());
        (!places.is_empty()).then(|| {
            let told = audited
                .tell(app, |teller| places.iter().map(|place| teller.place(place)).collect::<Vec<_>>().join("; "));
            view! { <p class="audit__note">{app.t(words::INCOMPLETE).replace("{places}", &told)}</p> }
        })
    };
    let loose = move || {
        let ties = audited.found.with(|found| found.loose.clone());
        (!ties.is_empty()).then(|| {
            let told = app.t(words::LOOSE).replace("{n}", &count(ties.len() as u64));
            let untie = move |_| {
                let put = ties.iter().map(|id| Put { id: id.clone(), value: None }).collect();
                audited.session.change_figures(FiguresEdit::Ties { put });
            };
            view! {
                <div class="audit__note">
                    <p>{told}</p>
                    <button type="button" class="button button--quiet" on:click=untie>{app.t(words::UNTIE_LOOSE)}</button>
                </div>
            }
        })
    };
    view! {
        {incomplete}
        {loose}
    }
}
