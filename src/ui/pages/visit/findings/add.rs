//! Adding a finding by hand, with the item it was observed at where there is one.

use leptos::prelude::*;

use crate::domain::edit::Edit;
use crate::domain::finding::{FindingContent, FindingEntry, Remedy};
use crate::domain::id::{FindingId, ItemCode};
use crate::domain::template::Item;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, reopen_where_kept};
use crate::words::catalogue::findings as words;

use super::draft::Draft;
use super::editor::WordFields;
use super::focus::{act_id, focus_soon};

/// The beginning of the id of each field.
const FORM: &str = "new-finding";
/// The id of the button.
const ADD: &str = "add-finding";

/// The button, and the fields once it was tapped.
#[component]
pub(super) fn AddFinding(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let is_open = RwSignal::new(false);
    let key = draft_key(session);
    reopen_where_kept(app, move |drafts| {
        if drafts.is_kept(&key) {
            is_open.set(true);
        }
    });
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || {
                view! {
                    <button
                        type="button"
                        class="button"
                        id=ADD
                        data-testid="add-finding"
                        on:click=move |_| is_open.set(true)
                    >
                        {move || app.t(words::ADD)}
                    </button>
                }
            }
        >
            <NewFinding session is_open />
        </Show>
    }
}

fn draft_key(session: Session) -> String {
    format!("visit/{}/new-finding", session.id())
}

#[component]
fn NewFinding(session: Session, is_open: RwSignal<bool>) -> impl IntoView {
    let app = App::get();
    let draft = Draft::new(&FindingContent::default());
    let item = RwSignal::new(None::<ItemCode>);
    let item_text = move || item.with(|item| item.as_ref().map(ToString::to_string).unwrap_or_default());
    let fields = draft.fields().bound("item", item_text, move |text| item.set(ItemCode::new(text).ok()));
    let kept = FormDraft::of(app, "new-finding", draft_key(session), fields);
    focus_soon(format!("{FORM}-item"));
    let leave = move |_| {
        kept.discard();
        is_open.set(false);
        focus_soon(ADD.to_owned());
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(content) = draft.content() else { return draft.focus_fault(FORM) };
        let Ok(id) = FindingId::new(app.new_id()) else { return };
        let entry = FindingEntry {
            item: item.get_untracked(),
            content: Some(content),
            withdrawn: None,
            remedy: Remedy::Open,
            stamp: session.stamp(),
        };
        if session.takes(Edit::Finding { id: id.clone(), entry: Some(entry) }) {
            is_open.set(false);
            focus_soon(act_id(&id));
            kept.leave_with(session);
        }
    };
    view! {
        <form class="finding finding__form" novalidate on:submit=add>
            <h3>{move || app.t(words::ADD)}</h3>
            <DraftLine draft=kept at=At::Head />
            <ItemSelect session item />
            <WordFields id=FORM.to_owned() draft />
            <DraftLine draft=kept at=At::Foot />
            <div class="finding__buttons">
                <button type="submit" class="button button--primary">{move || app.t(words::ADD_NOW)}</button>
                <button type="button" class="button button--quiet" on:click=leave>
                    {move || app.t(words::CANCEL)}
                </button>
            </div>
        </form>
    }
}

#[component]
fn ItemSelect(session: Session, item: RwSignal<Option<ItemCode>>) -> impl IntoView {
    let app = App::get();
    let template = session.template();
    let options = move || {
        let lang = app.lang();
        let sections = session.visit(|visit| visit.sections.clone());
        let items = template.items.iter().filter(|item| sections.contains(&item.section));
        let option = |of: &Item| {
            let (code, words) = (of.code.clone(), format!("{} {}", of.code, of.question.get(lang)));
            let is_chosen = move || item.with(|item| item.as_ref() == Some(&code));
            view! { <option value=of.code.to_string() prop:selected=is_chosen>{words}</option> }
        };
        items.map(option).collect_view()
    };
    let choose = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        item.set(ItemCode::new(event.target().value()).ok());
    };
    view! {
        <div class="field">
            <label class="field__label" for="new-finding-item">{move || app.t(words::AT_ITEM)}</label>
            <select class="input" id="new-finding-item" on:change:target=choose>
                <option value="" prop:selected=move || item.read().is_none()>{move || app.t(words::AT_NO_ITEM)}</option>
                {options}
            </select>
        </div>
    }
}
