//! What follows from the posting for the items that ask about it.

use leptos::prelude::*;

use crate::domain::check::ItemCheck;
use crate::domain::sampling::SampleShare;
use crate::report::shown_words::share_words;
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::catalogue::posting as words;

use super::entry::held;

/// The items with their shares, and the procedures that fail.
#[component]
pub(super) fn Results(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let template = session.template();
    let rows = move || {
        let lang = app.lang();
        let posting = held(session);
        let sampled = posting.as_ref().map_or(&[][..], |posting| &posting.sampled);
        let rows = template.items.iter().filter_map(|item| {
            let Some(ItemCheck::Procedures(check)) = item.check else { return None };
            let share = posting.as_ref().and_then(|posting| posting.share(check));
            let codes = share.iter().flat_map(|share| &share.failing).filter_map(|place| sampled.get(*place));
            let codes: Vec<&str> = codes.map(|one| one.code.as_str()).collect();
            let failing = (!codes.is_empty()).then(|| words::FAILING.get(lang).replace("{codes}", &codes.join(", ")));
            let overruled = session.row(&item.code).is_some_and(|row| row.get().is_overruled());
            Some(view! {
                <li class="shares__item" data-share=item.code.to_string() data-failed=share.as_ref().is_some_and(fails).to_string()>
                    <ItemLink session item=item.code.clone() />
                    " "
                    <span>{item.question.get(lang).to_owned()}</span>
                    " "
                    <strong class="shares__share">{share.as_ref().map_or_else(|| words::NO_SHARE.get(lang).to_owned(), share_words)}</strong>
                    {failing.map(|failing| view! { <p class="shares__failing">{failing}</p> })}
                    {overruled.then(|| view! { <p class="quiet">{words::OVERRULED.get(lang)}</p> })}
                </li>
            })
        });
        rows.collect_view()
    };
    view! {
        <section class="posting__results" aria-labelledby="posting-results">
            <h3 id="posting-results">{move || app.t(words::RESULTS)}</h3>
            <ul class="shares">{rows}</ul>
        </section>
    }
}

fn fails(share: &SampleShare) -> bool {
    share.met != share.of
}
