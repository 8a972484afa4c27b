//! Adding a procedure to the sample by its code and name.

use leptos::prelude::*;

use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure};
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::posting as words;

use super::entry::{keep, take_up};

const CODE: &str = "posting-code";
const NAME: &str = "posting-name";

/// The fields.
#[component]
pub(super) fn AddProcedure(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let fault = RwSignal::new(None::<(&'static str, Text)>);
    let at = move |field| Signal::derive(move || fault.get().filter(|(at, _)| *at == field).map(|(_, text)| text));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut posting = take_up(session);
        let one = PostedProcedure {
            code: code.get_untracked().trim().to_owned(),
            name: name.get_untracked().trim().to_owned(),
            ..PostedProcedure::default()
        };
        let wrong = wrong(&posting.sampled, &one);
        fault.set(wrong);
        if wrong.is_none() {
            posting.sampled.push(one);
            keep(session, posting);
            code.set(String::new());
            name.set(String::new());
        }
        focus(wrong.map_or(CODE, |(field, _)| field));
    };
    view! {
        <details class="samples__more" data-testid="posting-add">
            <summary>{move || app.t(words::ADD)}</summary>
            <form class="samples__card form" novalidate on:submit=add>
                <div class="form__row">
                    <TextField id=CODE label=words::CODE value=code error=at(CODE) required=true />
                    <TextField id=NAME label=words::NAME value=name error=at(NAME) required=true />
                </div>
                <div>
                    <button type="submit" class="button">{move || app.t(words::ADD_NOW)}</button>
                </div>
            </form>
        </details>
    }
}

/// Why a procedure is not added, and at which field.
fn wrong(sampled: &[PostedProcedure], one: &PostedProcedure) -> Option<(&'static str, Text)> {
    if one.code.is_empty() {
        Some((CODE, words::CODE_MISSING))
    } else if sampled.iter().any(|other| other.code.trim() == one.code) {
        Some((CODE, words::CODE_TWICE))
    } else if one.name.is_empty() {
        Some((NAME, words::NAME_MISSING))
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
        assert_eq!(wrong(&sampled, &one("", "x")), Some((CODE, words::CODE_MISSING)));
        assert_eq!(wrong(&sampled, &one("2.000815", "x")), Some((CODE, words::CODE_TWICE)));
        assert_eq!(wrong(&sampled, &one("1", "")), Some((NAME, words::NAME_MISSING)));
        assert_eq!(wrong(&sampled, &one("1", "x")), None);
        let full = vec![one("2", "x"); MAX_SAMPLED];
        assert_eq!(wrong(&full, &one("1", "x")), Some((CODE, words::TOO_MANY)));
        assert!(words::TOO_MANY.get(Lang::Vi).contains(&crate::words::format::count(MAX_SAMPLED as u64)));
    }
}
