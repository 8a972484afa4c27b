//! The total, how it comes about, what it rests on, and its band.

use leptos::prelude::*;

use crate::domain::outcome::Outcome;
use crate::domain::score::{ItemScore, ScoreCard};
use crate::domain::template::Template;
use crate::state::{App, Session};
use crate::words::catalogue::score as words;
use crate::words::{Lang, format};

/// The total.
#[component]
pub(super) fn Total(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let card = session.card();
    let template = session.template();
    let sum = move || {
        card.with(|card| match card.total.score() {
            None => app.t(words::NOTHING_YET).to_owned(),
            Some(share) => app
                .t(words::SUM)
                .replace("{points}", &super::points(&card.total.points.exact()))
                .replace("{possible}", &format::count(card.total.possible))
                .replace("{score}", &format::score(&share)),
        })
    };
    let base = move || card.with(|card| base_words(card, app.lang()));
    let band = move || card.with(|card| band_words(card, &template, app.lang()));
    view! {
        <section class="score-total" aria-labelledby="score-total">
            <h2 id="score-total">{move || app.t(words::TOTAL)}</h2>
            <p class="score-total__sum">{sum}</p>
            <p class="score-total__base">{base}</p>
            {move || {
                band().map(|(band, capped)| {
                    view! {
                        <p class="score-total__band">
                            {app.t(words::BAND)} ": " <strong>{band}</strong>
                        </p>
                        {capped.map(|why| view! { <p class="score-total__capped">{why}</p> })}
                    }
                })
            }}
        </section>
    }
}

/// How many items the score rests on, and whether that is all.
fn base_words(card: &ScoreCard, lang: Lang) -> String {
    let scored = card.items.iter().filter(|item| is_scored(item)).count();
    let text = if card.total.is_provisional() { words::PROVISIONAL } else { words::COMPLETE };
    text.get(lang)
        .replace("{answered}", &card.total.answered.to_string())
        .replace("{asked}", &card.total.asked.to_string())
        .replace("{scored}", &scored.to_string())
}

fn is_scored(item: &ItemScore) -> bool {
    matches!(item.outcome, Outcome::Scored { .. })
}

/// The band, and why it is lower than the score alone would make it.
fn band_words(card: &ScoreCard, template: &Template, lang: Lang) -> Option<(String, Option<String>)> {
    let placing = card.placing(template)?;
    let name = placing.band.name.get(lang);
    let band = if card.total.is_provisional() {
        words::BAND_PROVISIONAL.get(lang).replace("{band}", name)
    } else {
        name.to_owned()
    };
    let capped = placing.capped.then(|| {
        let alone = ScoreCard { critical_failed: Vec::new(), ..card.clone() };
        let earned = alone.placing(template).map(|placing| placing.band.name.get(lang).to_owned());
        words::CAPPED
            .get(lang)
            .replace("{score}", &card.total.score().map(|share| format::score(&share)).unwrap_or_default())
            .replace("{earned}", &earned.unwrap_or_default())
            .replace("{n}", &card.critical_failed.len().to_string())
            .replace("{cap}", &template.critical_cap_percent.to_string())
            .replace("{band}", name)
    });
    Some((band, capped))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Tally;

    #[test]
    fn all_items_are_checked_only_where_some_are_asked_and_none_is_open() {
        let said = |answered, asked| {
            let total = Tally { answered, asked, ..Tally::default() };
            let card = ScoreCard { items: Vec::new(), sections: Vec::new(), total, critical_failed: Vec::new() };
            base_words(&card, Lang::Vi)
        };
        assert!(said(86, 86).starts_with("Đã kiểm đủ 86 mục"), "{}", said(86, 86));
        assert!(said(85, 86).starts_with("Điểm tạm tính"), "{}", said(85, 86));
        assert!(said(0, 0).starts_with("Điểm tạm tính"), "{}", said(0, 0));
    }
}
