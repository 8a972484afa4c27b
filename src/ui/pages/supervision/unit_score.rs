//! The score that stands for a unit: that of its last visit, with its base while it is provisional.

use leptos::prelude::*;

use crate::domain::progress::VisitSummary;
use crate::state::App;
use crate::words::catalogue::library as words;
use crate::words::format::{count, score};

/// The score, out of a hundred.
#[component]
pub fn UnitScore(
    /// The last visit.
    last: VisitSummary,
    /// Whether the unit has other visits too.
    is_one_of_many: bool,
) -> impl IntoView {
    let app = App::get();
    let Some(share) = last.share() else {
        return view! { <p class="unit-card__score">{move || app.t(words::NO_SCORE)}</p> }.into_any();
    };
    let VisitSummary { answered, asked, .. } = last;
    let base = move || {
        app.t(words::PROVISIONAL)
            .replace("{answered}", &count(answered as u64))
            .replace("{asked}", &count(asked as u64))
    };
    view! {
        <p class="unit-card__score">
            {is_one_of_many.then(|| view! { {move || app.t(words::SCORE_OF_LAST)} ": " })}
            <strong class="unit-card__points">{score(&share)}</strong>
            <span>{move || app.t(words::OUT_OF_100)}</span>
            {(answered < asked).then(|| view! { " " <em class="unit-card__mark">{base}</em> })}
        </p>
    }
    .into_any()
}
