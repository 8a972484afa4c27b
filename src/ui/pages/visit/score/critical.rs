//! The critical items that failed: they stand before everything else that is summed.

use leptos::prelude::*;

use crate::domain::id::ItemCode;
use crate::domain::outcome::Outcome;
use crate::domain::score::ScoreCard;
use crate::domain::template::Template;
use crate::state::{App, Session};
use crate::ui::pages::visit::item_link::ItemLink;
use crate::words::Lang;
use crate::words::catalogue::score as words;
use crate::words::format::count;

/// The list.
#[component]
pub(super) fn CriticalFailures(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let failed = Memo::new(move |_| session.card().with(|card| card.critical_failed.clone()));
    let template = session.template();
    let all = template.clone();
    let question = move |code: &ItemCode| {
        template.item(code).map(|item| item.question.get(app.lang()).to_owned()).unwrap_or_default()
    };
    let list = move || {
        let items = failed.get();
        if items.is_empty() {
            let said = session.card().with(|card| none_failed(card, &all, app.lang()));
            return view! { <p class="quiet">{said}</p> }.into_any();
        }
        let items = items.into_iter().map(|item| {
            let question = question(&item);
            view! { <li class="critical__item"><ItemLink session item /> " " {question}</li> }
        });
        view! { <ul class="critical__list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="critical" aria-labelledby="score-critical">
            <h2 id="score-critical">{move || app.t(words::CRITICAL)}</h2>
            {list}
        </section>
    }
}

/// That no critical item failed: for certain only once each of them is decided.
fn none_failed(card: &ScoreCard, template: &Template, lang: Lang) -> String {
    let is_critical = |code: &ItemCode| template.item(code).is_some_and(|item| item.critical.is_some());
    let asked: Vec<&Outcome> =
        card.items.iter().filter(|item| is_critical(&item.code)).map(|item| &item.outcome).collect();
    let decided = asked.iter().filter(|outcome| outcome.is_answered()).count();
    if decided == asked.len() && decided > 0 {
        return words::NO_CRITICAL.get(lang).to_owned();
    }
    let text = words::NO_CRITICAL_YET.get(lang).replace("{n}", &count(decided as u64));
    text.replace("{m}", &count(asked.len() as u64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::{Answer, Verdict};
    use crate::domain::edit::Edit;
    use crate::domain::evidence::Evidence;
    use crate::domain::fixture::{code, day, make, template, visit};
    use crate::domain::score::score;
    use crate::domain::supervision::Level;

    #[test]
    fn no_critical_failure_is_certain_only_once_each_is_decided() {
        let (template, mut visit) = (template(), visit("v", "u", day(2023, 5, 10)));
        let said = |visit: &_| {
            none_failed(&score(&template, visit, &Evidence::default(), Level::Commune), &template, Lang::Vi)
        };
        assert!(said(&visit).contains("mới chấm 0 trong 1"), "{}", said(&visit));
        let met = Some(Answer::Verdict { value: Verdict::Met });
        make(&mut visit, [Edit::Answer { item: code("A01"), answer: met }]);
        assert_eq!(said(&visit), words::NO_CRITICAL.get(Lang::Vi));
    }
}
