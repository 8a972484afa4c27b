//! What is held against what: how many procedures have to be posted, and how many are.

use leptos::prelude::*;

use crate::domain::procedure::ProcedureListRef;
use crate::state::library::Loading;
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::words::catalogue::{posting as words, procedures};
use crate::words::format::{count, date};

use super::counter::Counter;
use super::entry::{held, keep, take_up};
use super::lists::{Chosen, Lists};
use super::population::Scope;

/// The list and the two numbers.
#[component]
pub(super) fn Counts(
    /// The open visit.
    session: Session,
    /// The lists on the device.
    lists: Lists,
) -> impl IntoView {
    let app = App::get();
    let too_many = Memo::new(move |_| {
        let numbers = held(session).and_then(|posting| posting.counted.zip(posting.in_force));
        numbers.and_then(|(counted, in_force)| (counted > in_force).then_some(words::COUNTED_ABOVE))
    });
    let by_list = Memo::new(move |_| lists.list().is_some());
    view! {
        <section class="posting__counts" aria-labelledby="posting-counts">
            <h3 id="posting-counts">{move || app.t(words::COUNTS)}</h3>
            <ListSelect session lists />
            <div class="form__row">
                <Show
                    when=move || by_list.get()
                    fallback=move || {
                        view! {
                            <Counter
                                session
                                id="posting-in-force"
                                label=words::IN_FORCE
                                number=(|posting| posting.in_force, |posting, number| posting.in_force = number)
                                remark=Signal::stored(Some(words::IN_FORCE_BY_HAND))
                            />
                        }
                    }
                >
                    <Scopes session lists />
                </Show>
                <Counter
                    session
                    id="posting-counted"
                    label=words::COUNTED
                    number=(|posting| posting.counted, |posting, number| posting.counted = number)
                    remark=too_many.into()
                />
            </div>
        </section>
    }
}

/// Which list, of those on the device.
#[component]
fn ListSelect(session: Session, lists: Lists) -> impl IntoView {
    let app = App::get();
    let chosen = Memo::new(move |_| held(session).and_then(|posting| posting.list));
    // The places in the select: none, then the lists on the device.
    let known = Memo::new(move |_| {
        lists.known.with(|known| match known {
            Loading::Waiting | Loading::Failed(_) => Vec::new(),
            Loading::Ready(known) => known.iter().map(|list| (list.reference(), list.taken_on)).collect::<Vec<_>>(),
        })
    });
    let options = move || {
        let chosen = chosen.get();
        let named = |list: &ProcedureListRef| {
            app.t(procedures::LIST).replace("{id}", &list.id).replace("{version}", &list.version.to_string())
        };
        let known = known.get();
        let absent = chosen.clone().filter(|list| known.iter().all(|(known, _)| known != list));
        let option = |value: String, label: String, is_chosen: bool| {
            view! { <option value=value selected=is_chosen>{label}</option> }
        };
        let mut options = vec![option(String::new(), app.t(words::NO_LIST).to_owned(), chosen.is_none())];
        for (place, (list, _)) in known.iter().enumerate() {
            options.push(option(place.to_string(), named(list), chosen.as_ref() == Some(list)));
        }
        options.extend(absent.map(|list| option("?".to_owned(), named(&list), true)));
        options
    };
    let choose = move |value: String| {
        let mut posting = take_up(session);
        let place = value.parse::<usize>().ok();
        let list = place.and_then(|place| known.with_untracked(|known| known.get(place).map(|(list, _)| list.clone())));
        if value != "?" && posting.list != list {
            posting.list = list;
            keep(session, posting);
        }
    };
    let remark = move || {
        lists.chosen.with(|chosen| match chosen {
            Chosen::Absent => held(session)?.list.map(|list| {
                app.t(words::LIST_ABSENT).replace("{id}", &list.id).replace("{version}", &list.version.to_string())
            }),
            Chosen::Reading => Some(app.t(procedures::READING).to_owned()),
            Chosen::No | Chosen::List(_) => None,
        })
    };
    view! {
        <div class="field">
            <label class="field__label" for="posting-list">{move || app.t(words::LIST)}</label>
            <div class="posting__list">
                <select class="input" id="posting-list" on:change:target=move |event| choose(event.target().value())>
                    {options}
                </select>
                <a class="button" href=Route::ProcedureLists.href()>{move || app.t(procedures::PROCEDURES)}</a>
            </div>
            <p class="field__hint" role="status">{remark}</p>
        </div>
    }
}

/// How many are in force by the list: for the unit's level, or for all.
#[component]
fn Scopes(session: Session, lists: Lists) -> impl IntoView {
    let app = App::get();
    let level = lists.level;
    let button = move |scope: Scope| {
        let number = Memo::new(move |_| {
            let day = session.visit(|visit| visit.date);
            lists.list().map_or(0, |list| scope.count(&list, day, level))
        });
        let is_chosen = move || {
            let day = session.visit(|visit| visit.date);
            held(session).is_some_and(|posting| posting.in_force == Some(number.get()) && posting.on == day)
        };
        let label = move || {
            let number = count(number.get().into());
            match scope {
                Scope::Level => {
                    app.t(words::SCOPE_LEVEL).replace("{level}", app.t(level.short_label())).replace("{n}", &number)
                }
                Scope::All => app.t(words::SCOPE_ALL).replace("{n}", &number),
            }
        };
        let choose = move |_| {
            let mut posting = take_up(session);
            posting.in_force = Some(number.get_untracked());
            posting.on = untrack(|| session.visit(|visit| visit.date));
            keep(session, posting);
        };
        view! {
            <button
                type="button"
                class="pick"
                data-tone="accent"
                aria-pressed=move || is_chosen().to_string()
                on:click=choose
            >
                {label}
            </button>
        }
    };
    let said = move || {
        let posting = held(session)?;
        let number = posting.in_force.map_or_else(|| "…".to_owned(), |number| count(number.into()));
        Some(format!("{} – {number}", app.t(words::IN_FORCE_BY_LIST).replace("{date}", &date(posting.on))))
    };
    view! {
        <div class="field" role="group" aria-labelledby="posting-scope">
            <span class="field__label" id="posting-scope">{move || app.t(words::IN_FORCE)}</span>
            <div class="judge__picks">{button(Scope::Level)} {button(Scope::All)}</div>
            <p class="field__hint">{said}</p>
        </div>
    }
}
