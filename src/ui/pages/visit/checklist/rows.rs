//! The rows, group by group. All taps and keys in them are heard here, once, instead of at each control.

use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::id::SectionCode;
use crate::domain::template::Section;
use crate::state::{App, Session};
use crate::ui::pages::visit::place::{go_to_item, group_id, remembered};
use crate::words::Lang;
use crate::words::catalogue::checklist as words;

use super::chunks::{CHUNK, growing};
use super::item::{Sheet, item_row};
use super::sieve::{Sieve, shake};
use super::taps::{on_change, on_click, on_focus_in, on_focus_out, on_input};

/// The rows of the chosen groups. What a row says does not change, except with the language: then all are drawn anew.
#[component]
pub(super) fn Rows(
    /// The open visit.
    session: Session,
    /// What is shown.
    sieve: RwSignal<Sieve>,
) -> impl IntoView {
    let app = App::get();
    let chosen = Memo::new(move |_| session.visit(|visit| visit.sections.clone()));
    move || view! { <RowList session sieve lang=app.lang() chosen=chosen.get() /> }
}

#[component]
fn RowList(session: Session, sieve: RwSignal<Sieve>, lang: Lang, chosen: Vec<SectionCode>) -> impl IntoView {
    let app = App::get();
    let list = NodeRef::<Div>::new();
    let sheet = Sheet::new(session, lang);
    let total = sheet.template.items.iter().filter(|item| chosen.contains(&item.section)).count();
    let drawn = growing(total);
    let nothing_left = RwSignal::new(false);
    Effect::new(move || {
        let sieve = sieve.get();
        if let Some(list) = list.get().filter(|_| drawn.get() == total && total != 0) {
            nothing_left.set(!shake(&list, &sieve, session));
        }
    });
    return_to_place(session, drawn, total);
    view! {
        <div
            class="rows"
            node_ref=list
            on:change=move |event| on_change(session, &event)
            on:input=move |event| on_input(session, &event)
            on:click=move |event| on_click(session, &event)
            on:focusin=move |event| on_focus_in(session, &event)
            on:focusout=move |event| on_focus_out(session, &event)
        >
            {groups(&sheet, &chosen, drawn)}
        </div>
        <p class="empty" role="status">{move || nothing_left.get().then(|| app.t(words::NOTHING_SHOWN))}</p>
    }
}

/// Coming back from another page, one stands where one left.
fn return_to_place(session: Session, drawn: RwSignal<usize>, total: usize) {
    let Some(item) = remembered(&session.id()) else { return };
    Effect::new(move || {
        if drawn.get() == total {
            let item = item.clone();
            // After the frame in which the page is scrolled to its top.
            request_animation_frame(move || {
                go_to_item(&item);
            });
        }
    });
}

fn groups(sheet: &Sheet, chosen: &[SectionCode], drawn: RwSignal<usize>) -> Vec<AnyView> {
    let mut first = 0;
    let sections = sheet.template.sections.iter().filter(|section| chosen.contains(&section.code));
    let group = |section: &Section| {
        let items = sheet.template.items.iter().enumerate().filter(|(_, item)| item.section == section.code);
        let items: Vec<usize> = items.map(|(position, _)| position).collect();
        let chunks = items.chunks(CHUNK).map(|items| {
            let at = first;
            first += items.len();
            chunk(items.to_vec(), at, sheet.clone(), drawn).into_any()
        });
        let chunks: Vec<AnyView> = chunks.collect();
        let id = group_id(&section.code);
        let title = title_id(&section.code);
        view! {
            <section class="group" id=id aria-labelledby=title_id(&section.code)>
                <h2 class="group__title" id=title>
                    <span class="group__code">{section.code.to_string()}</span>
                    " "
                    {section.name.get(sheet.lang).to_owned()}
                </h2>
                {chunks}
            </section>
        }
        .into_any()
    };
    sections.map(group).collect()
}

fn title_id(section: &SectionCode) -> String {
    format!("{}-ten", group_id(section))
}

/// Some rows of a group, drawn once their turn has come.
fn chunk(items: Vec<usize>, first: usize, sheet: Sheet, drawn: RwSignal<usize>) -> impl IntoView {
    let is_due = Memo::new(move |_| first < drawn.get());
    move || is_due.get().then(|| items.iter().filter_map(|item| item_row(*item, &sheet)).collect_view())
}
