//! A document in the list.

use leptos::prelude::*;

use crate::domain::regime::{Article, LegalBasesEdit, LegalBasis, Source, Validity};
use crate::state::App;
use crate::words::catalogue::legal as words;
use crate::words::catalogue::references;
use crate::words::format::date;
use crate::words::{Lang, Text};

use super::entry::{item_codes, kind_label};
use super::form::{ADD, BasisDraft, BasisForm, Editing, edit_id, focus_soon};

/// A document, or the form in its place.
#[component]
pub(super) fn BasisRow(
    /// The document.
    basis: LegalBasis,
    /// The form that changes it.
    draft: BasisDraft,
) -> impl IntoView {
    let id = basis.id.clone();
    let is_open = Memo::new(move |_| matches!(&*draft.editing.read(), Editing::Basis(held) if held.id == id));
    move || match is_open.get() {
        true => view! { <li class="legal__form"><BasisForm draft /></li> }.into_any(),
        false => view! { <Reading basis=basis.clone() draft /> }.into_any(),
    }
}

#[component]
fn Reading(basis: LegalBasis, draft: BasisDraft) -> impl IntoView {
    let app = App::get();
    let validity = basis.validity(app.today());
    let (label, class) = standing(validity);
    // Days that nobody verified are no green word.
    let class = if basis.validity_source == Source::Unverified { "chip" } else { class };
    let is_unsure = is_unsure(&basis);
    let by_user = basis.source == Source::User;
    let head = format!("{} {}", kind_label(basis.kind).vi, basis.number);
    let (title, id) = (basis.title.clone(), basis.id.clone());
    let articles: Vec<_> = basis.articles.iter().map(article_line).collect();
    let dates = {
        let basis = basis.clone();
        move || dates(&basis, app.lang())
    };
    let can_end = basis.valid_to.is_none() && matches!(validity, Validity::InForce | Validity::Unknown);
    let shown = StoredValue::new(basis);
    let end = move |_| {
        let mut ended = shown.get_value();
        ended.valid_to = app.today().pred_opt();
        ended.validity_source = Source::User;
        let edit_button = edit_id(&ended.id);
        let then = Callback::new(move |()| focus_soon(edit_button.clone()));
        app.edit_legal(LegalBasesEdit::Replace(ended), Some(shown.get_value()), words::SAVED, None, then);
    };
    let remove = move |_| {
        let basis = shown.get_value();
        let then = Callback::new(|()| focus_soon(ADD.to_owned()));
        app.edit_legal(LegalBasesEdit::Remove(basis.id.clone()), Some(basis), words::REMOVED, None, then);
    };
    let chip = move |text: Text, class: &'static str| view! { <span class=class>{move || app.t(text)}</span> };
    let button = move |text: Text, named: Text| {
        let name = shown.with_value(|basis| basis.number.clone());
        (move || app.t(text), move || app.t(named).replace("{name}", &name))
    };
    let (edit_word, edit_name) = button(references::EDIT, references::EDIT_NAMED);
    let (remove_word, remove_name) = button(references::REMOVE, references::REMOVE_NAMED);
    view! {
        <li class="legal__basis" data-basis=id.clone()>
            <h2 class="legal__number">{head}</h2>
            <p class="legal__marks">
                {chip(label, class)}
                {is_unsure.then(|| chip(words::UNVERIFIED, "chip chip--critical"))}
                {by_user.then(|| chip(words::BY_USER, "chip"))}
            </p>
            <p>{title}</p>
            <p class="field__hint">{dates}</p>
            {(!articles.is_empty()).then(|| view! { <ul class="legal__articles">{articles}</ul> })}
            <div class="form__buttons">
                <button
                    type="button"
                    class="button button--quiet"
                    id=edit_id(&id)
                    aria-label=edit_name
                    on:click=move |_| draft.open(Editing::Basis(shown.get_value()))
                >
                    {edit_word}
                </button>
                {can_end
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=end>
                                {move || app.t(words::END)}
                            </button>
                        }
                    })}
                <button type="button" class="button button--quiet" aria-label=remove_name on:click=remove>
                    {remove_word}
                </button>
            </div>
        </li>
    }
}

fn article_line(article: &Article) -> impl IntoView + use<> {
    let app = App::get();
    let Article { article, about, source } = article.clone();
    let text = if about.is_empty() { article } else { format!("{article}: {about}") };
    let doubt = (source == Source::Unverified).then(|| {
        view! { <span class="legal__doubt">{move || format!(" ({})", app.t(words::UNVERIFIED).to_lowercase())}</span> }
    });
    view! { <li>{text}{doubt}</li> }
}

fn standing(validity: Validity) -> (Text, &'static str) {
    match validity {
        Validity::InForce | Validity::Elsewhere => (words::IN_FORCE, "chip chip--met"),
        Validity::NotYet => (words::NOT_YET, "chip"),
        Validity::NoLonger => (words::NO_LONGER, "chip"),
        Validity::Unknown => (words::UNKNOWN, "chip"),
    }
}

/// Whether number, content or dates are not verified.
fn is_unsure(basis: &LegalBasis) -> bool {
    [basis.source, basis.validity_source].contains(&Source::Unverified)
}

fn dates(basis: &LegalBasis, lang: Lang) -> String {
    let said = [(basis.issued, words::ISSUED_ON), (basis.valid_from, words::FROM), (basis.valid_to, words::TO)];
    let said = said.into_iter().filter_map(|(day, text)| Some(text.get(lang).replace("{date}", &date(day?))));
    let place = basis.territory.clone().unwrap_or_else(|| words::WHOLE_COUNTRY.get(lang).to_owned());
    let items = item_codes(basis);
    let items = (!items.is_empty()).then(|| words::BASIS_OF.get(lang).replace("{items}", &items));
    std::iter::once(place).chain(said).chain(items).collect::<Vec<_>>().join(", ")
}
