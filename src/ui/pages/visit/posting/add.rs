//! Adding a procedure to the sample by its code and name.

use leptos::prelude::*;

use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure, ProcedureList};
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::posting as words;

use super::entry::{keep, take_up};
use super::lists::Lists;

const CODE: &str = "posting-code";
const NAME: &str = "posting-name";

/// The fields.
#[component]
pub(super) fn AddProcedure(
    /// The open visit.
    session: Session,
    /// The lists on the device.
    lists: Lists,
) -> impl IntoView {
    let app = App::get();
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fields = FormFields::default().field("code", code).field("name", name);
    let draft = FormDraft::of(app, "posting-add", format!("visit/{}/posting/add", session.id()), fields);
    let fault = RwSignal::new(None::<(&'static str, Text)>);
    let at = move |field| Signal::derive(move || fault.get().filter(|(at, _)| *at == field).map(|(_, text)| text));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut posting = take_up(session);
        let mut one = PostedProcedure {
            code: code.get_untracked().trim().to_owned(),
            name: name.get_untracked().trim().to_owned(),
            ..PostedProcedure::default()
        };
        let list = untrack(|| lists.list());
        if let Some(name) = list.as_ref().filter(|_| one.name.is_empty()).and_then(|list| known(list, &one.code)) {
            name.clone_into(&mut one.name);
        }
        let wrong = wrong(&posting.sampled, &one, list.is_some());
        fault.set(wrong);
        if wrong.is_none() {
            posting.sampled.push(one);
            if !keep(session, posting) {
                return;
            }
            code.set(String::new());
            name.set(String::new());
            draft.leave_with(session);
        }
        focus(wrong.map_or(CODE, |(field, _)| field));
    };
    view! {
        <details class="samples__more" data-testid="posting-add" open=move || draft.unfolds()>
            <summary>{move || app.t(words::ADD)}</summary>
            <form class="samples__card form" novalidate on:submit=add>
                <DraftLine draft at=At::Head />
                <div class="form__row">
                    <TextField id=CODE label=words::CODE value=code error=at(CODE) required=true />
                    <TextField id=NAME label=words::NAME hint=words::NAME_HINT value=name error=at(NAME) />
                </div>
                <DraftLine draft at=At::Foot />
                <div>
                    <button type="submit" class="button">{move || app.t(words::ADD_NOW)}</button>
                </div>
            </form>
        </details>
    }
}

/// The name that a list has for a code, the latest where it has several.
fn known<'l>(list: &'l ProcedureList, code: &str) -> Option<&'l str> {
    let same = list.entries.iter().filter(|entry| entry.code.trim() == code);
    same.max_by_key(|entry| entry.valid_from).map(|entry| entry.name.as_str())
}

/// Why a procedure is not added, and at which field.
fn wrong(sampled: &[PostedProcedure], one: &PostedProcedure, has_list: bool) -> Option<(&'static str, Text)> {
    if one.code.is_empty() {
        Some((CODE, words::CODE_MISSING))
    } else if sampled.iter().any(|other| other.code.trim() == one.code) {
        Some((CODE, words::CODE_TWICE))
    } else if one.name.is_empty() {
        Some((NAME, if has_list { words::NAME_NOT_LISTED } else { words::NAME_MISSING }))
    } else if sampled.len() >= MAX_SAMPLED {
        Some((CODE, words::TOO_MANY))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::words::Lang;

    use super::*;

    #[test]
    fn what_is_missing_or_there_already_is_named_at_its_field() {
        let one = |code: &str, name: &str| PostedProcedure {
            code: code.to_owned(),
            name: name.to_owned(),
            ..PostedProcedure::default()
        };
        let sampled = [one("2.000815", "Chứng thực")];
        assert_eq!(wrong(&sampled, &one("", "x"), false), Some((CODE, words::CODE_MISSING)));
        assert_eq!(wrong(&sampled, &one("2.000815", "x"), false), Some((CODE, words::CODE_TWICE)));
        assert_eq!(wrong(&sampled, &one("1", ""), false), Some((NAME, words::NAME_MISSING)));
        assert_eq!(wrong(&sampled, &one("1", "x"), false), None);
        assert_eq!(wrong(&sampled, &one("1", ""), true), Some((NAME, words::NAME_NOT_LISTED)));
        let full = vec![one("2", "x"); MAX_SAMPLED];
        assert_eq!(wrong(&full, &one("1", "x"), false), Some((CODE, words::TOO_MANY)));
        assert!(words::TOO_MANY.get(Lang::Vi).contains(&crate::words::format::count(MAX_SAMPLED as u64)));
    }
}
