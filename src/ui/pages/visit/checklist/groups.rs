//! The groups with their coverage, and the way to each.

use leptos::prelude::*;

use crate::domain::id::SectionCode;
use crate::domain::template::Section;
use crate::state::{App, Session};
use crate::ui::pages::visit::dom::bring_focused_into_sight;
use crate::ui::pages::visit::place::go_to_group;
use crate::words::catalogue::checklist as words;

/// The navigation among groups.
#[component]
pub(super) fn Groups(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let chosen = Memo::new(move |_| session.visit(|visit| visit.sections.clone()));
    let links = move || {
        let template = session.template();
        let chosen = chosen.get();
        let sections = template.sections.iter().filter(|section| chosen.contains(&section.code));
        sections.map(|section| view! { <GroupLink session section=section.clone() /> }).collect_view()
    };
    view! {
        <nav class="groups" aria-label=move || app.t(words::GROUPS)>
            <ul class="groups__list">{links}</ul>
        </nav>
    }
}

#[component]
fn GroupLink(session: Session, section: Section) -> impl IntoView {
    let app = App::get();
    let Section { code, name, .. } = section;
    let tally = coverage(session, code.clone());
    let shown = move || tally.with(|(answered, asked, _)| format!("{answered}/{asked}"));
    let state = move || {
        tally.with(|(answered, asked, failed)| match () {
            () if *failed != 0 => "failed",
            () if answered == asked => "done",
            () => "open",
        })
    };
    let label = {
        let (code, name) = (code.clone(), name.clone());
        move || {
            let (answered, asked, _) = tally.get();
            app.t(words::GROUP_PROGRESS)
                .replace("{code}", code.as_str())
                .replace("{name}", name.get(app.lang()))
                .replace("{answered}", &answered.to_string())
                .replace("{asked}", &asked.to_string())
        }
    };
    let go = {
        let code = code.clone();
        move |_| go_to_group(&code)
    };
    let in_sight = |event: leptos::ev::FocusEvent| bring_focused_into_sight(&event);
    view! {
        <li>
            <button type="button" class="group-link" data-state=state aria-label=label on:click=go on:focus=in_sight>
                <span class="group-link__code">{code.to_string()}</span>
                <span class="group-link__name">{move || name.get(app.lang()).to_owned()}</span>
                <span class="group-link__coverage">{shown}</span>
            </button>
        </li>
    }
}

/// Answered, asked and failed items of a group.
fn coverage(session: Session, code: SectionCode) -> Memo<(usize, usize, usize)> {
    Memo::new(move |_| {
        session.card().with(|card| {
            let group = card.sections.iter().find(|section| section.code == code);
            group.map(|group| (group.tally.answered, group.tally.asked, group.tally.failed)).unwrap_or_default()
        })
    })
}
