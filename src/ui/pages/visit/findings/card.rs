//! One finding: read, edited or withdrawn in place.

use leptos::prelude::*;

use crate::domain::finding::{Finding, Origin, Remedy, cite};
use crate::domain::id::FindingId;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, reopen_where_kept};
use crate::words::catalogue::findings as words;

use super::draft::Draft;
use super::editor::WordFields;
use super::entry::{change, drop_entry, edit_words};
use super::focus::{act_id, focus_soon};
use super::mode::{Mode, draft_key};
use super::reading::{Marks, Reading};
use super::withdrawal::Withdrawal;

/// A finding.
#[component]
pub(super) fn FindingCard(
    /// The open visit.
    session: Session,
    /// Which finding.
    id: FindingId,
) -> impl IntoView {
    let app = App::get();
    let mode = RwSignal::new(Mode::Reading);
    let keys = [Mode::Editing, Mode::Withdrawing].map(|mode| (mode, draft_key(session, mode, &id)));
    reopen_where_kept(app, move |drafts| {
        if let Some((kept, _)) = keys.iter().find(|(_, key)| drafts.is_kept(key)) {
            mode.set(*kept);
        }
    });
    let finding = {
        let id = id.clone();
        let (bases, template) = (App::get().legal_known(), session.template());
        let province = session.supervision().province().map(str::to_owned);
        Memo::new(move |_| {
            let found = session.findings().with(|findings| findings.iter().find(|one| one.id == id).cloned());
            let mut found = found.into_iter().collect::<Vec<Finding>>();
            if let Some(bases) = bases.read().ready() {
                session.visit(|visit| cite(&mut found, &template, visit, &bases.value, province.as_deref()));
            }
            found.pop()
        })
    };
    let has_mark = move |marked: fn(&Finding) -> bool| {
        finding.with(|finding| finding.as_ref().is_some_and(marked)).then_some("true")
    };
    let body = move || {
        let mode_now = mode.get();
        // While words are typed, a change elsewhere does not draw the fields anew.
        let finding = if mode_now == Mode::Reading { finding.get() } else { finding.get_untracked() }?;
        Some(match mode_now {
            Mode::Reading => view! {
                <Marks finding=finding.clone() />
                <Reading session finding=finding.clone() />
                <Actions session finding mode />
            }
            .into_any(),
            Mode::Editing => view! { <Editing session finding mode /> }.into_any(),
            Mode::Withdrawing => view! {
                <Reading session finding=finding.clone() />
                <Withdrawal session finding mode />
            }
            .into_any(),
        })
    };
    view! {
        <li
            class="finding"
            data-finding=id.to_string()
            data-critical=move || has_mark(|finding| finding.critical)
            data-withdrawn=move || has_mark(|finding| finding.withdrawn.is_some())
        >
            {body}
        </li>
    }
}

#[component]
fn Editing(session: Session, finding: Finding, mode: RwSignal<Mode>) -> impl IntoView {
    let app = App::get();
    let draft = Draft::new(&finding.content);
    let kept = FormDraft::of(app, "finding", draft_key(session, Mode::Editing, &finding.id), draft.fields());
    let id = format!("edit-{}", finding.id);
    let is_edited = finding.origin == Origin::Edited;
    focus_soon(format!("{id}-statement"));
    let back = act_id(&finding.id);
    let leave = move || {
        mode.set(Mode::Reading);
        focus_soon(back.clone());
    };
    let save = {
        let (finding, id, leave) = (finding.clone(), id.clone(), leave.clone());
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            match draft.content() {
                Some(content) if edit_words(session, &finding, content.clone()) => {
                    leave();
                    kept.leave_with(session);
                }
                Some(_) => {}
                None => draft.focus_fault(&id),
            }
        }
    };
    let reset = {
        let leave = leave.clone();
        move |_| {
            if change(session, &finding, |entry| entry.content = None) {
                leave();
                kept.leave_with(session);
            }
        }
    };
    let cancel = move |_| {
        kept.discard();
        leave();
    };
    view! {
        <form class="finding__form" novalidate on:submit=save>
            <DraftLine draft=kept at=At::Head />
            <WordFields id draft />
            <DraftLine draft=kept at=At::Foot />
            <div class="finding__buttons">
                <button type="submit" class="button button--primary">{move || app.t(words::SAVE)}</button>
                <button type="button" class="button button--quiet" on:click=cancel>
                    {move || app.t(words::CANCEL)}
                </button>
                {is_edited
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=reset>
                                {move || app.t(words::RESET)}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
}

#[component]
fn Actions(session: Session, finding: Finding, mode: RwSignal<Mode>) -> impl IntoView {
    let app = App::get();
    let act = act_id(&finding.id);
    let code = finding.item.as_ref().map_or_else(|| finding.id.to_string(), ToString::to_string);
    let edit_label = {
        let code = code.clone();
        move || app.t(words::EDIT_ONE).replace("{code}", &code)
    };
    let withdraw_label = move || app.t(words::WITHDRAW_ONE).replace("{code}", &code);
    let is_withdrawn = finding.withdrawn.is_some();
    let can_drop = matches!(finding.origin, Origin::Added | Origin::Unsupported);
    let (restored, dropped) = (finding.clone(), finding.clone());
    view! {
        <div class="finding__buttons">
            {if is_withdrawn {
                let restore = move |_| {
                    change(session, &restored, |entry| entry.withdrawn = None);
                    focus_soon(act_id(&restored.id));
                };
                view! {
                    <button type="button" class="button" id=act on:click=restore>
                        {move || app.t(words::RESTORE)}
                    </button>
                }
                    .into_any()
            } else {
                view! {
                    <button
                        type="button"
                        class="button"
                        id=act
                        aria-label=edit_label
                        on:click=move |_| mode.set(Mode::Editing)
                    >
                        {move || app.t(words::EDIT)}
                    </button>
                    <button
                        type="button"
                        class="button button--quiet"
                        aria-label=withdraw_label
                        on:click=move |_| mode.set(Mode::Withdrawing)
                    >
                        {move || app.t(words::WITHDRAW)}
                    </button>
                }
                    .into_any()
            }}
            {can_drop
                .then(|| {
                    let drop_it = move |_| drop_entry(session, &dropped);
                    view! {
                        <button type="button" class="button button--quiet button--danger" on:click=drop_it>
                            {move || app.t(words::DROP)}
                        </button>
                    }
                })}
            {(!is_withdrawn).then(|| view! { <RemedySelect session finding /> })}
        </div>
    }
}

#[component]
fn RemedySelect(session: Session, finding: Finding) -> impl IntoView {
    let app = App::get();
    let now = finding.remedy;
    let id = format!("remedy-{}", finding.id);
    let own_id = id.clone();
    let options = Remedy::ALL.iter().enumerate().map(|(position, remedy)| {
        view! {
            <option value=position.to_string() selected=*remedy == now>
                {move || app.t(remedy.label())}
            </option>
        }
    });
    let choose = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        let position: Option<usize> = event.target().value().parse().ok();
        if let Some(remedy) = position.and_then(|position| Remedy::ALL.get(position)) {
            change(session, &finding, |entry| entry.remedy = *remedy);
            // The card is drawn anew, and a list in the hand of a keyboard with it.
            focus_soon(own_id.clone());
        }
    };
    view! {
        <label class="finding__remedy">
            <span>{move || app.t(words::REMEDY)}</span>
            <select class="input" id=id on:change:target=choose>
                {options.collect_view()}
            </select>
        </label>
    }
}
