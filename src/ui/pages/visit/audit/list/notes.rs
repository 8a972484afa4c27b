//! What the audit could not hold against anything: sections whose rows are not all there, cells that were not read, and
//! ties of what is gone.

use leptos::prelude::*;

use crate::domain::edit::{FiguresEdit, Put};
use crate::state::App;
use crate::words::catalogue::audit as words;
use crate::words::format::count;

use super::Audited;

/// The most cells that are named.
const MOST_UNREAD: usize = 20;

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
    let unread = move || {
        let places = audited.found.with(|found| found.unread.clone());
        (!places.is_empty()).then(|| {
            let shown = places.iter().take(MOST_UNREAD);
            let mut told = audited
                .tell(app, |teller| shown.clone().map(|place| teller.place(place)).collect::<Vec<_>>().join("; "));
            if places.len() > MOST_UNREAD {
                told.push('…');
            }
            let told = app.t(words::UNREAD).replace("{n}", &count(places.len() as u64)).replace("{places}", &told);
            view! { <p class="audit__note" data-note="unread">{told}</p> }
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
        {unread}
        {loose}
    }
}
