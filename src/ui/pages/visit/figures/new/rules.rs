//! What must hold between the columns of a free table: a total of columns, a share of two, one that is not above another.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::figures::Rule;
use crate::domain::figures::audit::RuleKind;
use crate::report::audit::rule_words;
use crate::state::App;
use crate::ui::components::select::Select;
use crate::words::Text;
use crate::words::catalogue::figures as words;

use super::draft::Draft;
use super::rule_draft::RuleDraft;

/// The kinds, in the order of the choice.
const KINDS: [Text; 3] = [words::KIND_SUM, words::KIND_SHARE, words::KIND_AT_MOST];

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
