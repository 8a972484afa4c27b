//! The delegation: a row for each member.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::supervision::Role;
use crate::state::App;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::forms as words;

use super::draft::{Draft, MemberDraft};

/// The rows, with a button for one more.
#[component]
pub fn Members(
    /// The form.
    draft: Draft,
) -> impl IntoView {
    let app = App::get();
    let add = move |_| {
        draft.add_member(Role::Member, "", "");
    };
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::DELEGATION)}</legend>
            <p class="field__hint">{move || app.t(words::DELEGATION_HINT)}</p>
            <ol class="members">
                <For each=move || draft.members.get() key=|row| row.key let:row>
                    <MemberRow draft row />
                </For>
            </ol>
            <button type="button" class="button" on:click=add>
                {move || app.t(words::ADD_MEMBER)}
            </button>
        </fieldset>
    }
}

#[component]
fn MemberRow(draft: Draft, row: MemberDraft) -> impl IntoView {
    let app = App::get();
    let key = row.key;
    let role_id = format!("role-{key}");
    let place = move || {
        let members = draft.members.read();
        members.iter().position(|other| other.key == key).map_or(0, |position| position + 1)
    };
    let options = Role::ALL.into_iter().enumerate().map(|(position, role)| {
        view! {
            <option value=position.to_string() prop:selected=move || row.role.get() == role>
                {move || app.t(role.label())}
            </option>
        }
    });
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        let chosen = usize::try_from(event.target().selected_index()).ok();
        if let Some(role) = chosen.and_then(|position| Role::ALL.get(position)) {
            row.role.set(*role);
        }
    };
    view! {
        <li class="members__row">
            <fieldset>
                <legend class="visually-hidden">
                    {move || app.t(words::MEMBER).replace("{n}", &place().to_string())}
                </legend>
                <div class="field">
                    <label class="field__label" for=role_id.clone()>{move || app.t(words::ROLE)}</label>
                    <select class="input" id=role_id on:change:target=choose>{options.collect_view()}</select>
                </div>
                <TextField id=format!("post-{key}") label=words::POST value=row.post />
                <TextField id=format!("name-{key}") label=words::NAME value=row.name />
                <button
                    type="button"
                    class="button button--quiet members__remove"
                    aria-label=move || app.t(words::REMOVE_MEMBER_N).replace("{n}", &place().to_string())
                    on:click=move |_| draft.remove_member(key)
                >
                    {move || app.t(words::REMOVE_MEMBER)}
                </button>
            </fieldset>
        </li>
    }
}
