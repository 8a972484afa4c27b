//! What must hold between the columns of a free table: a total of columns, a share of two, one that is not above another.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::figures::audit::RuleKind;
use crate::domain::figures::{Parts, Rule};
use crate::domain::id::LineKey;
use crate::report::audit::rule_words;
use crate::state::App;
use crate::ui::components::select::Select;
use crate::words::Text;
use crate::words::catalogue::figures as words;

use super::free::Draft;

/// The kinds, in the order of the choice.
const KINDS: [Text; 3] = [words::KIND_SUM, words::KIND_SHARE, words::KIND_AT_MOST];

/// What must hold, as declared. Columns are named by what tells them apart; none is chosen at first.
#[derive(Clone, PartialEq)]
pub(super) struct RuleDraft {
    place: usize,
    kind: RwSignal<usize>,
    /// The total, the percentage, or the part.
    first: RwSignal<Option<usize>>,
    /// The parts of the total; the count of the percentage.
    parts: RwSignal<Vec<usize>>,
    /// The whole.
    whole: RwSignal<Option<usize>>,
    /// What the table has already.
    held: Option<Rule>,
}

impl RuleDraft {
    fn new(place: usize) -> Self {
        Self {
            place,
            kind: RwSignal::new(0),
            first: RwSignal::new(None),
            parts: RwSignal::default(),
            whole: RwSignal::new(None),
            held: None,
        }
    }

    /// What the table has already.
    pub(super) fn held(place: usize, rule: &Rule) -> Self {
        Self { held: Some(rule.clone()), ..Self::new(place) }
    }

    /// What tells it from the others.
    pub(super) fn place(&self) -> usize {
        self.place
    }

    /// All of it as a row of texts; `across` are the rules that the table has already.
    pub(super) fn to_row(&self, across: &[Rule]) -> [String; 6] {
        let number = |place: Option<usize>| place.map(|place| place.to_string()).unwrap_or_default();
        let parts: Vec<String> = self.parts.get().iter().map(ToString::to_string).collect();
        let held = self.held.as_ref().and_then(|held| across.iter().position(|rule| rule == held));
        [
            self.place.to_string(),
            self.kind.get().to_string(),
            number(self.first.get()),
            parts.join(" "),
            number(self.whole.get()),
            number(held),
        ]
    }

    /// What such a row says; none where it cannot be read. One of those that are `drawn` goes on with its own signals.
    pub(super) fn of_row(
        [place, kind, first, parts, whole, held]: &[String; 6],
        across: &[Rule],
        drawn: &[Self],
    ) -> Option<Self> {
        let place = place.parse().ok()?;
        let rule = match (drawn.iter().find(|rule| rule.place == place), held.parse::<usize>()) {
            (Some(drawn), _) => drawn.clone(),
            (None, Ok(held)) => Self::held(place, across.get(held)?),
            (None, Err(_)) => Self::new(place),
        };
        rule.kind.set(kind.parse().ok()?);
        rule.first.set(first.parse().ok());
        rule.parts.set(parts.split_whitespace().filter_map(|part| part.parse().ok()).collect());
        rule.whole.set(whole.parse().ok());
        Some(rule)
    }

    /// The rule, by the keys of its columns; none while something is not chosen.
    pub(super) fn rule(&self, key: impl Fn(usize) -> Option<LineKey>) -> Option<Rule> {
        if let Some(held) = &self.held {
            return Some(held.clone());
        }
        let first = self.first.get_untracked().and_then(&key)?;
        let parts = self.parts.get_untracked().into_iter().map(&key).collect::<Option<Vec<_>>>()?;
        let whole = || self.whole.get_untracked().and_then(&key);
        match self.kind.get_untracked() {
            0 if parts.is_empty() || parts.contains(&first) => None,
            0 => Some(Rule::Sum { total: first, parts, are: Parts::Partition, item: None }),
            1 if parts.is_empty() => None,
            1 => Some(Rule::Share { share: first, part: parts, whole: vec![whole()?] }),
            _ => {
                let whole = whole().filter(|whole| *whole != first)?;
                Some(Rule::AtMost { parts: vec![first], whole, item: None })
            }
        }
    }
}

/// The rules, with a button for one more.
#[component]
pub(super) fn Rules(draft: Draft) -> impl IntoView {
    let app = App::get();
    let add = move |_| {
        let rule = RuleDraft::new(draft.take_place());
        draft.rules.update(|rules| rules.push(rule));
    };
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::IDENTITIES)}</legend>
            <p class="field__hint">{move || app.t(words::IDENTITIES_HINT)}</p>
            <ol class="free__list">
                <For each=move || draft.rules.get() key=|rule| rule.place let:rule>
                    <RuleRow draft rule />
                </For>
            </ol>
            <button type="button" class="button" data-testid="free-add-rule" on:click=add>
                {move || app.t(words::ADD_IDENTITY)}
            </button>
        </fieldset>
    }
}

#[component]
fn RuleRow(draft: Draft, rule: RuleDraft) -> impl IntoView {
    let app = App::get();
    let place = rule.place;
    let remove = move |_| draft.rules.update(|rules| rules.retain(|rule| rule.place != place));
    let fields = match rule.held.clone() {
        Some(held) => {
            let lines = held.lines().iter().map(|key| key.to_string()).collect::<Vec<_>>().join(", ");
            let kind = match held {
                Rule::Sum { .. } => words::KIND_SUM,
                Rule::Share { .. } | Rule::ShareOfRow { .. } => words::KIND_SHARE,
                Rule::AtMost { .. } => words::KIND_AT_MOST,
                Rule::CarryOver { .. } => rule_words(RuleKind::CarryOver),
                Rule::Balance { .. } => rule_words(RuleKind::Balance),
            };
            view! { <p>{move || app.t(kind)} ": " {lines}</p> }.into_any()
        }
        None => {
            let kind = rule.kind;
            let id = move |of: &str| format!("free-{of}-{place}");
            let own = rule.clone();
            view! {
                <Select id=id("kind") label=words::KIND options=KINDS.to_vec() value=kind />
                {move || {
                    let (first, parts, whole) = match kind.get() {
                        0 => (words::TOTAL_IS, Some(words::PARTS_ARE), None),
                        1 => (words::SHARE_IS, Some(words::PART_IS), Some(words::WHOLE_IS)),
                        _ => (words::PART_IS, None, Some(words::NOT_ABOVE)),
                    };
                    let (rule, id) = (own.clone(), id);
                    view! {
                        <ColumnChoice draft id=id("first") label=first value=rule.first />
                        {parts.map(|label| view! { <ColumnTicks draft label value=rule.parts /> })}
                        {whole.map(|label| view! { <ColumnChoice draft id=id("whole") label value=rule.whole /> })}
                    }
                }}
            }
            .into_any()
        }
    };
    view! {
        <li class="free__rule" data-rule-draft=place.to_string()>
            {fields}
            <button type="button" class="button button--quiet" on:click=remove>
                {move || app.t(words::REMOVE_IDENTITY)}
            </button>
        </li>
    }
}

/// One of the columns.
#[component]
fn ColumnChoice(draft: Draft, id: String, label: Text, value: RwSignal<Option<usize>>) -> impl IntoView {
    let app = App::get();
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        value.set(event.target().value().parse().ok());
    };
    let options = move || {
        let columns = draft.columns.get().into_iter().map(|column| {
            let place = column.place;
            view! {
                <option value=place.to_string() selected=move || value.get() == Some(place)>
                    {move || column.name.get()}
                </option>
            }
        });
        columns.collect::<Vec<_>>()
    };
    view! {
        <label class="field">
            <span class="field__label">{move || app.t(label)}</span>
            <select class="input" id=id on:change:target=choose>
                <option value="">{move || app.t(words::CHOOSE_COLUMN)}</option>
                {options}
            </select>
        </label>
    }
}

/// Some of the columns.
#[component]
fn ColumnTicks(draft: Draft, label: Text, value: RwSignal<Vec<usize>>) -> impl IntoView {
    let app = App::get();
    let ticks = move || {
        let columns = draft.columns.get().into_iter().map(|column| {
            let place = column.place;
            let tick = move |_| {
                value.update(|held| match held.iter().position(|one| *one == place) {
                    Some(at) => drop(held.remove(at)),
                    None => held.push(place),
                });
            };
            view! {
                <label class="choice__option">
                    <input
                        type="checkbox"
                        data-part=place.to_string()
                        prop:checked=move || value.with(|held| held.contains(&place))
                        on:change=tick
                    />
                    <span>{move || column.name.get()}</span>
                </label>
            }
        });
        columns.collect::<Vec<_>>()
    };
    view! {
        <fieldset class="choice">
            <legend class="field__label">{move || app.t(label)}</legend>
            <div class="choice__options">{ticks}</div>
        </fieldset>
    }
}
