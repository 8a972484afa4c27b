//! The score as it forms, with what it rests on. It leads to the breakdown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::score::ScoreCard;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::checklist as words;
use crate::words::format::score;

/// The score and its base.
#[component]
pub(super) fn Total(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let card = session.card();
    let template = session.template();
    let points = Memo::new(move |_| card.with(|card| card.total.score().map(|share| score(&share))));
    let shown = move || points.get().unwrap_or_else(|| app.t(words::NO_SCORE).to_owned());
    let band = move || {
        card.with(|card| {
            let placing = card.placing(&template)?;
            let name = placing.band.name.get(app.lang()).to_owned();
            let capped = placing.capped.then(|| view! { <span class="total__capped">{app.t(words::CAPPED)}</span> });
            Some(view! { <span class="total__band">{name}</span> {capped} })
        })
    };
    let coverage = move || card.with(|card| format!("{}/{}", card.total.answered, card.total.asked));
    view! {
        <a class="total" href=Route::Score(session.id()).href() title=move || app.t(words::OPEN_SCORE)>
            <span class="total__line">
                <strong class="total__points" data-testid="score-total">{shown}</strong>
                <span class="total__of">{move || points.get().map(|_| app.t(words::OUT_OF_100))}</span>
                {band}
            </span>
            <span class="total__base">
                {move || app.t(card.with(base))} " " <span data-testid="coverage">{coverage}</span> " "
                {move || app.t(words::ITEMS)}
            </span>
        </a>
    }
}

/// The words before the coverage: whether the score is provisional, complete, or not there yet.
fn base(card: &Arc<ScoreCard>) -> crate::words::Text {
    if !card.total.is_provisional() {
        words::BASE_COMPLETE
    } else if card.total.possible == 0 {
        words::BASE_NONE
    } else {
        words::BASE_PROVISIONAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Tally;

    #[test]
    fn a_score_is_complete_only_where_every_asked_item_is_answered() {
        let card = |answered, asked, possible| {
            let total = Tally { answered, asked, possible, ..Tally::default() };
            Arc::new(ScoreCard { items: Vec::new(), sections: Vec::new(), total, critical_failed: Vec::new() })
        };
        assert_eq!(base(&card(86, 86, 90)), words::BASE_COMPLETE);
        assert_eq!(base(&card(85, 86, 90)), words::BASE_PROVISIONAL);
        assert_eq!(base(&card(0, 86, 0)), words::BASE_NONE);
        assert_eq!(base(&card(0, 0, 0)), words::BASE_NONE, "nothing is asked, so nothing is complete");
    }
}
