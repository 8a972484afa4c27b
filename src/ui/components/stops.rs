//! The clock stops: a row for each.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::calendar::ClockStop;
use crate::state::App;
use crate::state::owner_scope::OwnerScope;
use crate::words::catalogue::calendar as words;

use super::date_field::{DateField, TypedDate};
use super::text_field::TextField;

/// The stops as typed. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct StopList {
    stops: RwSignal<Vec<StopDraft>>,
    next_key: StoredValue<usize>,
    /// The form that holds the list. Stops are loaded by effects and added by handlers, and must outlive both.
    form: OwnerScope,
}

/// The fields of a stop.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StopDraft {
    /// What tells it from the others.
    key: usize,
    /// Its first day.
    pub from: RwSignal<TypedDate>,
    /// Its last day.
    pub to: RwSignal<TypedDate>,
    /// Why.
    pub why: RwSignal<String>,
    /// The stop as it could be read last.
    before: StoredValue<Option<ClockStop>>,
}

impl StopDraft {
    /// The stop that was typed; reactive. A day that is half typed stays as it could be read last; without a first day there
    /// is no stop.
    pub fn stop(self) -> Option<ClockStop> {
        let (from, to, why) = (self.from.get(), self.to.get(), self.why.get());
        let read = |field: TypedDate, before: Option<NaiveDate>| match field {
            TypedDate::Broken => before,
            TypedDate::Blank | TypedDate::Day(_) => field.day(),
        };
        let before = self.before.get_value();
        let from = read(from, before.as_ref().map(|stop| stop.from))?;
        let stop = ClockStop { from, to: read(to, before.and_then(|stop| stop.to)), why };
        self.before.set_value(Some(stop.clone()));
        Some(stop)
    }

    /// Whether something was typed that is no stop yet; reactive.
    pub fn is_open(self) -> bool {
        let (from, to) = (self.from.get(), self.to.get());
        let says_something = to != TypedDate::Blank || !self.why.read().is_empty();
        from == TypedDate::Broken || to == TypedDate::Broken || (from == TypedDate::Blank && says_something)
    }
}

impl StopList {
    /// These stops.
    pub fn new(stops: &[ClockStop]) -> Self {
        let list = Self { stops: RwSignal::default(), next_key: StoredValue::new(0), form: OwnerScope::here() };
        list.load(stops);
        list
    }

    /// Takes these stops in the place of what was typed.
    pub fn load(self, stops: &[ClockStop]) {
        let held = self.stops.get_untracked();
        let draft = |stop: &ClockStop| {
            // The fields of a stop that stays as it is stay as well, with the focus that may be in them.
            let same = |draft: &&StopDraft| draft.before.with_value(|before| before.as_ref() == Some(stop));
            if let Some(held) = held.iter().find(same) {
                return *held;
            }
            let draft = self.draft(Some(stop.from).into(), stop.to.into(), stop.why.clone());
            draft.before.set_value(Some(stop.clone()));
            draft
        };
        self.stops.set(stops.iter().map(draft).collect());
    }

    /// What was typed; reactive to the list, not to its fields.
    pub fn drafts(self) -> Vec<StopDraft> {
        self.stops.get()
    }

    fn draft(self, from: TypedDate, to: TypedDate, why: String) -> StopDraft {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        self.form.make(|| {
            let (from, to, why) = (RwSignal::new(from), RwSignal::new(to), RwSignal::new(why));
            StopDraft { key, from, to, why, before: StoredValue::new(None) }
        })
    }

    fn add(self) {
        let stop = self.draft(TypedDate::Blank, TypedDate::Blank, String::new());
        self.stops.update(|stops| stops.push(stop));
    }

    fn remove(self, key: usize) {
        self.stops.update(|stops| stops.retain(|stop| stop.key != key));
    }
}

/// The rows, with a button for one more.
#[component]
pub fn Stops(
    /// What is typed.
    list: StopList,
) -> impl IntoView {
    let app = App::get();
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::STOPS)}</legend>
            <p class="field__hint">{move || app.t(words::STOPS_HINT)}</p>
            <ol class="stops">
                <For each=move || list.stops.get() key=|stop| stop.key let:stop>
                    <StopRow list stop />
                </For>
            </ol>
            <button type="button" class="button" on:click=move |_| list.add()>
                {move || app.t(words::ADD_STOP)}
            </button>
        </fieldset>
    }
}

#[component]
fn StopRow(list: StopList, stop: StopDraft) -> impl IntoView {
    let app = App::get();
    let key = stop.key;
    let place = move || {
        let stops = list.stops.read();
        stops.iter().position(|other| other.key == key).map_or(0, |position| position + 1).to_string()
    };
    view! {
        <li>
            <fieldset class="stops__stop">
                <legend class="visually-hidden">{move || app.t(words::STOP_N).replace("{n}", &place())}</legend>
                <DateField id=format!("stop-from-{key}") label=words::STOP_FROM value=stop.from />
                <DateField id=format!("stop-to-{key}") label=words::STOP_TO value=stop.to />
                <TextField id=format!("stop-why-{key}") label=words::STOP_WHY value=stop.why />
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=move || app.t(words::REMOVE_STOP_N).replace("{n}", &place())
                    on:click=move |_| list.remove(key)
                >
                    {move || app.t(words::REMOVE_STOP)}
                </button>
            </fieldset>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::day;

    #[test]
    fn stops_that_an_effect_loaded_are_there_after_its_next_run() {
        let page = Owner::new();
        let stop = |why: &str| ClockStop { from: day(2023, 3, 1), to: Some(day(2023, 3, 3)), why: why.to_owned() };
        let list = page.with(|| StopList::new(&[stop("chờ bổ sung")]));
        let effect = page.with(Owner::new);
        effect.with(|| list.load(&[stop("chờ kết quả giám định")]));
        effect.with_cleanup(|| ());
        let whys: Vec<_> = list.stops.get_untracked().iter().map(|stop| stop.why.try_get_untracked()).collect();
        assert_eq!(whys, [Some("chờ kết quả giám định".to_owned())]);
        effect.with_cleanup(|| list.add());
        effect.cleanup();
        assert!(list.stops.get_untracked().iter().all(|stop| stop.from.try_get_untracked().is_some()));
    }
}
