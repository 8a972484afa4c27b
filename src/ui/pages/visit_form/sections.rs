//! The groups of a visit's checklist, to be chosen.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::id::SectionCode;
use crate::domain::template::{Section, Template};
use crate::state::App;
use crate::words::Text;
use crate::words::catalogue::forms as words;
use crate::words::format::count;

/// A choice of groups as text.
pub fn to_text(chosen: &[SectionCode]) -> String {
    chosen.iter().map(SectionCode::as_str).collect::<Vec<_>>().join(" ")
}

/// The choice of such a text.
pub fn of_text(text: &str) -> Vec<SectionCode> {
    text.split_whitespace().filter_map(|code| SectionCode::new(code).ok()).collect()
}

/// A check box for each group of the template.
#[component]
pub fn Sections(
    /// The template.
    template: Template,
    /// What is chosen.
    chosen: Signal<Vec<SectionCode>>,
    /// Takes a new choice, in the template's order.
    choose: Callback<Vec<SectionCode>>,
    /// What is wrong with the choice.
    error: Signal<Option<Text>>,
) -> impl IntoView {
    let app = App::get();
    let items = |section: &Section| template.items.iter().filter(|item| item.section == section.code).count();
    let counts: Vec<(SectionCode, usize)> =
        template.sections.iter().map(|section| (section.code.clone(), items(section))).collect();
    let codes: Vec<SectionCode> = counts.iter().map(|(code, _)| code.clone()).collect();
    let boxes = template.sections.iter().zip(&counts).map(|(section, (_, items))| {
        let (section, items, codes) = (section.clone(), *items, codes.clone());
        view! { <SectionBox section items codes chosen choose /> }
    });
    let boxes = boxes.collect_view();
    let all = move |_| choose.run(codes.clone());
    let total = move || {
        let chosen = chosen.read();
        let of_chosen = counts.iter().filter(|(code, _)| chosen.contains(code));
        let items: usize = of_chosen.map(|(_, items)| items).sum();
        app.t(words::CHOSEN_COUNT).replace("{n}", &count(items as u64))
    };
    view! {
        <fieldset class="form__group" id="sections" tabindex="-1" aria-describedby="sections-hint">
            <legend>{move || app.t(words::SECTIONS)}</legend>
            <p class="field__hint" id="sections-hint">{move || app.t(words::SECTIONS_HINT)}</p>
            <div class="sections">{boxes}</div>
            <p class="field__error" aria-live="polite">{move || error.get().map(|error| app.t(error))}</p>
            <div class="form__buttons">
                <p class="form__outcome" role="status">{total}</p>
                <button type="button" class="button button--quiet" on:click=all>
                    {move || app.t(words::ALL_SECTIONS)}
                </button>
            </div>
        </fieldset>
    }
}

#[component]
fn SectionBox(
    section: Section,
    items: usize,
    codes: Vec<SectionCode>,
    chosen: Signal<Vec<SectionCode>>,
    choose: Callback<Vec<SectionCode>>,
) -> impl IntoView {
    let app = App::get();
    let Section { code, name, .. } = section;
    let letter = code.to_string();
    let is_chosen = {
        let code = code.clone();
        move || chosen.read().contains(&code)
    };
    let change = move |event: Targeted<Event, web_sys::HtmlInputElement>| {
        let is_checked = event.target().checked();
        let before = chosen.get_untracked();
        let stays = |other: &&SectionCode| if **other == code { is_checked } else { before.contains(other) };
        choose.run(codes.iter().filter(stays).cloned().collect());
    };
    view! {
        <label class="choice__option choice__option--wide">
            <input type="checkbox" name="section" value=letter.clone() prop:checked=is_chosen on:change:target=change />
            <span>
                <strong>{letter}</strong>
                ". "
                {move || name.get(app.lang()).to_owned()}
                " "
                <small>"(" {move || app.t(words::ITEM_COUNT).replace("{n}", &count(items as u64))} ")"</small>
            </span>
        </label>
    }
}
