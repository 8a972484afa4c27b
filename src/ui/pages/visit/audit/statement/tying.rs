//! Tying a pick by hand: the way, what it takes, and how parts stand to each other.

use leptos::prelude::*;

use crate::domain::figures::{Operand, Parts, Picked, Statement};
use crate::report::audit::Teller;
use crate::state::App;
use crate::ui::components::choice::Choice;
use crate::words::catalogue::audit::statement as words;

use super::chooser::Chooser;
use super::draft::Draft;
use super::slots::Kind;

/// The form of a tie.
#[component]
pub(super) fn Tying(
    /// The passage.
    draft: Draft,
    /// The pick that is tied.
    number: u32,
) -> impl IntoView {
    let app = App::get();
    let is_name = draft
        .read
        .with_untracked(|read| read.pick(number).is_some_and(|pick| matches!(pick.what, Picked::Name { .. })));
    let kind = RwSignal::new(if is_name { Kind::Listed } else { Kind::Equal });
    let chosen = RwSignal::new(Vec::<Operand>::new());
    let are = RwSignal::new(Parts::Partition);
    let names =
        RwSignal::new(draft.read.with_untracked(|read| names_of(read)).into_iter().map(|(number, _)| number).collect());
    // Another way takes other figures.
    Effect::new(move |before: Option<Kind>| {
        let now = kind.get();
        if before.is_some_and(|before| before != now) {
            chosen.set(Vec::new());
        }
        now
    });
    let is_full = Memo::new(move |_| {
        let filled = chosen.with(Vec::len);
        filled >= kind.get().slots(filled).len()
    });
    let relation = move || {
        let id = draft.id.get_value();
        kind.get().relation((id, number), &chosen.read(), are.get(), names.get())
    };
    let add = move |_| {
        if let Some(relation) = untrack(relation) {
            draft.made.update(|made| {
                if !made.contains(&relation) {
                    made.push(relation);
                }
            });
            draft.tying.set(None);
        }
    };
    let quote = draft.read.with_untracked(|read| quote(read, number));
    let title = move || app.t(words::KIND).replace("{pick}", &quote);
    let kinds = Kind::OF_FIGURES.into_iter().map(|kind| (kind, kind.label())).collect::<Vec<_>>();
    view! {
        <div class="tying" data-testid="tying">
            <h4 lang="vi">{title}</h4>
            {(!is_name).then(|| view! { <Choice name="tie-kind" label=words::TIE options=kinds value=kind /> })}
            {is_name.then(|| view! { <Names draft names /> })}
            <Slots draft kind chosen />
            <Show when=move || kind.get() == Kind::Sum>
                <Choice
                    name="tie-parts"
                    label=words::PARTS
                    options=vec![(Parts::Partition, words::PARTITION), (Parts::Overlapping, words::OVERLAPPING)]
                    value=are
                />
            </Show>
            <Show when=move || !is_full.get()>
                <Chooser draft number kind choose=Callback::new(move |one| chosen.update(|all| all.push(one))) />
            </Show>
            <div class="pick-form__buttons">
                <button
                    type="button"
                    class="button button--primary"
                    data-testid="add-tie"
                    disabled=move || relation().is_none()
                    on:click=add
                >
                    {move || app.t(words::ADD_TIE)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| draft.tying.set(None)>
                    {move || app.t(words::CANCEL)}
                </button>
            </div>
        </div>
    }
}

fn quote(statement: &Statement, number: u32) -> String {
    let pick = statement.pick(number);
    pick.map(|pick| format!("“{}”", crate::report::audit::quoted(statement, pick.from, pick.to))).unwrap_or_default()
}

/// The names of a passage with the numbers of their picks.
fn names_of(statement: &Statement) -> Vec<(u32, String)> {
    let name = |pick: &crate::domain::figures::Pick| match &pick.what {
        Picked::Name { name } => Some((pick.number, name.clone())),
        Picked::Figure { .. } | Picked::Citation { .. } => None,
    };
    statement.picks.iter().filter_map(name).collect()
}

/// Which of the names are of the list.
#[component]
fn Names(draft: Draft, names: RwSignal<Vec<u32>>) -> impl IntoView {
    let app = App::get();
    let all = draft.read.with_untracked(|read| names_of(read));
    let order: Vec<u32> = all.iter().map(|(number, _)| *number).collect();
    let rows = all.into_iter().map(|(number, name)| {
        let order = order.clone();
        let toggle = move |_| {
            names.update(|names| {
                let is_in = names.contains(&number);
                *names = order
                    .iter()
                    .copied()
                    .filter(|other| if *other == number { !is_in } else { names.contains(other) })
                    .collect();
            });
        };
        view! {
            <label class="choice__option">
                <input type="checkbox" prop:checked=move || names.read().contains(&number) on:change=toggle />
                <span lang="vi">{name}</span>
            </label>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <fieldset class="choice">
            <legend class="field__label">{move || app.t(words::NAMES)}</legend>
            <div class="choice__options">{rows}</div>
        </fieldset>
    }
}

/// What was chosen, and what is missing.
#[component]
fn Slots(draft: Draft, kind: RwSignal<Kind>, chosen: RwSignal<Vec<Operand>>) -> impl IntoView {
    let app = App::get();
    let rows = move || {
        let chosen_now = chosen.get();
        let slots = kind.get().slots(chosen_now.len());
        let rows = slots.into_iter().enumerate().map(|(place, label)| {
            let label = app.t(label).replace("{n}", &(place + 1).to_string());
            let filled = chosen_now.get(place).map(|operand| told(app, draft, operand));
            let is_filled = filled.is_some();
            let shown = filled.clone().unwrap_or_else(|| app.t(words::SLOT_EMPTY).to_owned());
            let drop_it = move |_| chosen.update(|all| drop(all.drain(place..)));
            let drop_label = app.t(words::SLOT_DROP).replace("{what}", &filled.unwrap_or_default());
            view! {
                <li class="slot" data-filled=is_filled.to_string()>
                    <span class="slot__label">{label}</span>
                    <span class="slot__shown" lang="vi">{shown}</span>
                    {is_filled
                        .then(|| {
                            view! {
                                <button type="button" class="button button--quiet" aria-label=drop_label on:click=drop_it>
                                    "✕"
                                </button>
                            }
                        })}
                </li>
            }
        });
        rows.collect_view()
    };
    view! { <ul class="slots">{rows}</ul> }
}

/// An operand in words, this passage as it now stands.
fn told(app: App, draft: Draft, operand: &Operand) -> String {
    if let Operand::Said { statement, pick } = operand
        && *statement == draft.id.get_value()
    {
        return draft.read.with(|read| quote(read, *pick));
    }
    draft.session.figures(|figures| Teller { figures, units: &[], lang: app.lang() }.operand(operand))
}
