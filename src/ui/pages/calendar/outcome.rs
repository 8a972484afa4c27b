//! The due date, or why there is none; what else hangs on it: the apology, the regime.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::calendar::{ApologyDeadlines, Due, Receipt, WorkingCalendar, apology_deadlines};
use crate::domain::regime::{Paper, Regime};
use crate::state::App;
use crate::state::library::Loading;
use crate::ui::components::steps::{Steps, day_words};
use crate::words::catalogue::calendar as words;
use crate::words::{Lang, format};

use super::draft::Draft;
use super::entry::NoDue;

/// The outcome, as one types.
#[component]
pub(super) fn Outcome(
    /// What is typed.
    draft: Draft,
    /// By which days it counts.
    calendar: Signal<Loading<Arc<WorkingCalendar>>>,
) -> impl IntoView {
    let app = App::get();
    let reckoned = Memo::new(move |_| {
        let calendar = calendar.read();
        let calendar = calendar.ready().ok_or(NoDue::Unfilled)?;
        let (receipt, due) = draft.entry().reckon(calendar)?;
        let rule = Regime::on_receipt(receipt.date).apology_rule();
        let apology = rule.and_then(|_| apology_deadlines(due.due.date, Some(receipt.date), calendar));
        Ok::<_, NoDue>((receipt, due, apology))
    });
    let shown = move || match reckoned.get() {
        Err(reason) => {
            let is_wrong = reason != NoDue::Unfilled;
            view! {
                <p class="form__outcome" role="status" class:form__outcome--wrong=is_wrong>
                    {move || reason.sentence(app.lang())}
                </p>
            }
            .into_any()
        }
        Ok((receipt, due, apology)) => view! { <Reckoned receipt due apology /> }.into_any(),
    };
    view! {
        <div class="reckoner__outcome">{shown}</div>
    }
}

#[component]
fn Reckoned(receipt: Receipt, due: Due, apology: Option<ApologyDeadlines>) -> impl IntoView {
    let app = App::get();
    let date = due.due.date;
    let when = move || {
        let day = day_words(date, app.lang());
        match due.due.time {
            Some(time) => app.t(words::DUE_AT).replace("{time}", &format::time(time)).replace("{date}", &day),
            None => day,
        }
    };
    let regime = Regime::on_receipt(receipt.date);
    let apology = apology.map(|deadlines| {
        let sentence = move || {
            app.t(words::APOLOGY)
                .replace("{calendar}", &format::date(deadlines.calendar_day_before))
                .replace("{working}", &format::date(deadlines.working_day_before))
        };
        view! { <p>{sentence}</p> }
    });
    view! {
        <p class="reckoner__label">{move || app.t(words::DUE)}</p>
        <p class="reckoner__due" role="status" data-testid="due-date" data-date=date.to_string()>{when}</p>
        {due.due.provisional.then(|| view! { <p class="reckoner__doubt">{move || app.t(words::PROVISIONAL)}</p> })}
        {due.due.time_assumed.then(|| view! { <p class="reckoner__doubt">{move || app.t(words::TIME_ASSUMED)}</p> })}
        {apology}
        <p class="field__hint">{move || regime_words(regime, app.lang())}</p>
        <Steps steps=due.steps />
    }
}

/// The regime, and its form of the apology where there is one. Forms have official titles, in Vietnamese only.
fn regime_words(regime: Regime, lang: Lang) -> String {
    let name = regime.label().get(lang);
    match regime.form(Paper::Apology) {
        Some(form) => words::REGIME_FORM
            .get(lang)
            .replace("{regime}", name)
            .replace("{number}", &format!("{:02}", form.number))
            .replace("{title}", form.title),
        None => words::REGIME_ONLY.get(lang).replace("{regime}", name),
    }
}
