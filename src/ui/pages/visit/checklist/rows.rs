//! The rows, group by group. All taps and keys in them are heard here, once, instead of at each control.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use crate::domain::id::{ItemCode, SectionCode};
use crate::domain::regime::{LegalBases, LegalScope};
use crate::domain::template::{Section, Template};
use crate::state::library::Loading;
use crate::state::references::InUse;
use crate::state::{App, Session};
use crate::ui::pages::visit::dom::all;
use crate::ui::pages::visit::place::{go_to_item, group_id, remembered};
use crate::words::Lang;
use crate::words::catalogue::checklist as words;

use super::drawing::Drawing;
use super::item::show_sources;
use super::sheet::Sheet;
use super::sieve::{Sieve, shake};
use super::taps::{on_change, on_click, on_focus_in, on_focus_out, on_input, on_key};

/// The rows of the chosen groups. What a row says does not change, except with the language and the groups: then all
/// rows are drawn anew, in a list of their own.
#[component]
pub(super) fn Rows(
    /// The open visit.
    session: Session,
    /// What is shown.
    sieve: RwSignal<Sieve>,
) -> impl IntoView {
    let app = App::get();
    let chosen = Memo::new(move |_| session.visit(|visit| visit.sections.clone()));
    view! {
        <For
            each=move || [(app.lang(), chosen.get())]
            key=|(lang, chosen)| (lang.tag(), chosen.clone())
            children=move |(lang, chosen)| view! { <RowList session sieve lang chosen /> }
        />
    }
}

#[component]
fn RowList(session: Session, sieve: RwSignal<Sieve>, lang: Lang, chosen: Vec<SectionCode>) -> impl IntoView {
    let app = App::get();
    let list = NodeRef::<Div>::new();
    let place = remembered(&session.id());
    let drawing = Drawing::new(Sheet::new(session, lang), &chosen, place.clone());
    let is_complete = drawing.is_complete();
    let nothing_left = RwSignal::new(false);
    let groups = groups(&session.template(), &chosen, lang);
    let drawing = StoredValue::new_local(Some(drawing));
    Effect::new(move || {
        if list.get().is_some()
            && let Some(drawing) = drawing.try_update_value(Option::take).flatten()
        {
            drawing.begin();
        }
    });
    Effect::new(move || {
        let sieve = sieve.get();
        if let Some(list) = list.get().filter(|_| is_complete.get() && !chosen.is_empty()) {
            nothing_left.set(!shake(&list, &sieve, session));
        }
    });
    let bases = app.legal_in_use();
    let day = Memo::new(move |_| session.visit(|visit| visit.date));
    Effect::new(move || {
        if let Some(list) = list.get().filter(|_| is_complete.get()) {
            show_bases(bases, session, &list, day.get(), lang);
        }
    });
    return_to_place(place, is_complete);
    view! {
        <div
            class="rows"
            node_ref=list
            on:change=move |event| on_change(session, &event)
            on:keydown=move |event| on_key(&event)
            on:input=move |event| on_input(session, &event)
            on:compositionend=move |event| on_input(session, &event)
            on:click=move |event| on_click(session, &event)
            on:focusin=move |event| on_focus_in(session, &event)
            on:focusout=move |event| on_focus_out(session, &event)
        >
            {groups}
        </div>
        <p class="empty" role="status">{move || nothing_left.get().then(|| app.t(words::NOTHING_SHOWN))}</p>
    }
}

/// Writes into each row what its item rests on at this visit, once the list of documents is read. The rows are there
/// before it: nobody waits for a citation.
fn show_bases(
    bases: Signal<Loading<Arc<InUse<LegalBases>>>>,
    session: Session,
    list: &Element,
    day: NaiveDate,
    lang: Lang,
) {
    let bases = bases.read();
    let Some(bases) = bases.ready() else { return };
    let (supervision, template) = (session.supervision(), session.template());
    let scope = LegalScope { on: day, province: supervision.province() };
    let index = bases.value.index();
    for article in all::<Element>(list, "[data-item]") {
        let code = article.get_attribute("data-item").and_then(|code| ItemCode::new(code).ok());
        if let Some(item) = code.and_then(|code| template.item(&code)) {
            show_sources(&article, item, Some(&index.grounds(&item.code, &item.basis, scope)), lang);
        }
    }
}

/// Coming back from another page, one stands where one left.
fn return_to_place(place: Option<ItemCode>, is_complete: Signal<bool>) {
    let Some(item) = place else { return };
    Effect::new(move || {
        if is_complete.get() {
            let item = item.clone();
            // After the frame in which the page is scrolled to its top.
            request_animation_frame(move || {
                go_to_item(&item);
            });
        }
    });
}

/// The groups with their headings; the rows follow.
fn groups(template: &Template, chosen: &[SectionCode], lang: Lang) -> Vec<impl IntoView + use<>> {
    let sections = template.sections.iter().filter(|section| chosen.contains(&section.code));
    let group = |section: &Section| {
        view! {
            <section class="group" id=group_id(&section.code) aria-labelledby=title_id(&section.code)>
                <h2 class="group__title" id=title_id(&section.code)>
                    <span class="group__code">{section.code.to_string()}</span>
                    " "
                    {section.name.get(lang).to_owned()}
                </h2>
            </section>
        }
    };
    sections.map(group).collect()
}

fn title_id(section: &SectionCode) -> String {
    format!("{}-ten", group_id(section))
}
