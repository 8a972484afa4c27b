//! The form of a document, new or changed.

use leptos::prelude::*;

use crate::domain::regime::{LegalBasesEdit, LegalBasis};
use crate::engine::drafts::Texts;
use crate::state::App;
use crate::state::page::focus;
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::pick::Pick;
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::legal as words;
use crate::words::catalogue::references;

use super::entry::{BasisEntry, BasisFault, KINDS, article_lines, item_codes, kind_label};

/// What the list is being changed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Editing {
    /// Nowhere.
    #[default]
    Nothing,
    /// A new document.
    New,
    /// This document.
    Basis(LegalBasis),
}

/// The fields, as signals; they outlive the form, so that a list drawn anew around it takes nothing away.
#[derive(Clone, Copy)]
pub(super) struct BasisDraft {
    pub(super) editing: RwSignal<Editing>,
    kind: RwSignal<usize>,
    number: RwSignal<String>,
    title: RwSignal<String>,
    issued: RwSignal<TypedDate>,
    valid_from: RwSignal<TypedDate>,
    valid_to: RwSignal<TypedDate>,
    territory: RwSignal<String>,
    items: RwSignal<String>,
    articles: RwSignal<String>,
    verified: RwSignal<bool>,
    fault: RwSignal<Option<BasisFault>>,
    /// What the fields said when the form was opened.
    record: StoredValue<Texts>,
}

/// How the keys of what is kept of the form begin; the id of the document follows, or [`NEW`].
pub(super) const KEPT: &str = "legal/";
/// The end of the key of a new document.
pub(super) const NEW: &str = "new";

impl BasisDraft {
    pub(super) fn new() -> Self {
        Self {
            editing: RwSignal::default(),
            kind: RwSignal::new(0),
            number: RwSignal::default(),
            title: RwSignal::default(),
            issued: RwSignal::default(),
            valid_from: RwSignal::default(),
            valid_to: RwSignal::default(),
            territory: RwSignal::default(),
            items: RwSignal::default(),
            articles: RwSignal::default(),
            verified: RwSignal::new(false),
            fault: RwSignal::new(None),
            record: StoredValue::default(),
        }
    }

    /// The fields by their names, for what is kept of the form.
    fn fields(self) -> FormFields {
        FormFields::default()
            .field("kind", self.kind)
            .field("number", self.number)
            .field("title", self.title)
            .field("issued", self.issued)
            .field("from", self.valid_from)
            .field("to", self.valid_to)
            .field("territory", self.territory)
            .field("items", self.items)
            .field("articles", self.articles)
            .field("verified", self.verified)
    }

    /// Opens the form, and goes there.
    pub(super) fn open(self, editing: Editing) {
        self.fill(editing);
        focus_soon("legal-kind".to_owned());
    }

    /// Opens the form.
    pub(super) fn fill(self, editing: Editing) {
        let basis = match &editing {
            Editing::Basis(basis) => Some(basis),
            Editing::New | Editing::Nothing => None,
        };
        let place = |basis: &LegalBasis| KINDS.iter().position(|kind| *kind == basis.kind);
        self.kind.set(basis.and_then(place).unwrap_or_default());
        self.number.set(basis.map(|basis| basis.number.clone()).unwrap_or_default());
        self.title.set(basis.map(|basis| basis.title.clone()).unwrap_or_default());
        self.issued.set(basis.and_then(|basis| basis.issued).into());
        self.valid_from.set(basis.and_then(|basis| basis.valid_from).into());
        self.valid_to.set(basis.and_then(|basis| basis.valid_to).into());
        self.territory.set(basis.and_then(|basis| basis.territory.clone()).unwrap_or_default());
        self.items.set(basis.map(item_codes).unwrap_or_default());
        self.articles.set(basis.map(article_lines).unwrap_or_default());
        self.verified.set(false);
        self.fault.set(None);
        self.record.set_value(untrack(|| self.fields().texts()));
        self.editing.set(editing);
    }

    /// Closes the form; the focus goes to the document, or to the button that adds one.
    fn close(self, on: Option<&str>) {
        self.editing.set(Editing::Nothing);
        focus_soon(on.map_or_else(|| ADD.to_owned(), edit_id));
    }

    fn entry(self) -> BasisEntry {
        BasisEntry {
            kind: self.kind.get_untracked(),
            number: self.number.get_untracked(),
            title: self.title.get_untracked(),
            issued: self.issued.get_untracked(),
            valid_from: self.valid_from.get_untracked(),
            valid_to: self.valid_to.get_untracked(),
            territory: self.territory.get_untracked(),
            items: self.items.get_untracked(),
            articles: self.articles.get_untracked(),
            verified: self.verified.get_untracked(),
        }
    }

    fn error(self, field: &'static str) -> Signal<Option<Text>> {
        Signal::derive(move || self.fault.get().filter(|(at, _)| *at == field).map(|(_, why)| why))
    }
}

/// The id of the button that adds a document.
pub(super) const ADD: &str = "legal-add";

/// The id of the button that changes a document.
pub(super) fn edit_id(basis: &str) -> String {
    format!("basis-{basis}-edit")
}

/// Moves the focus to the element with this id once it is drawn.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        focus(&id);
    });
}

/// The form.
#[component]
pub(super) fn BasisForm(
    /// The fields.
    draft: BasisDraft,
) -> impl IntoView {
    let app = App::get();
    let before = match draft.editing.get_untracked() {
        Editing::Basis(basis) => Some(basis),
        Editing::New | Editing::Nothing => None,
    };
    let opener = StoredValue::new(before.as_ref().map(|basis| basis.id.clone()));
    let key = before.as_ref().map_or(NEW, |basis| &basis.id);
    let kept = FormDraft::over(app, "legal", format!("{KEPT}{key}"), draft.fields(), draft.record.get_value());
    let cancel = move |_: leptos::ev::MouseEvent| {
        kept.discard();
        opener.with_value(|opener| draft.close(opener.as_deref()));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match draft.entry().basis(before.as_ref(), app.new_id()) {
            Err(fault) => {
                draft.fault.set(Some(fault));
                focus(&format!("legal-{}", fault.0));
            }
            Ok(basis) => {
                let id = basis.id.clone();
                let then = Callback::new(move |()| draft.close(Some(&id)));
                let edit = match before {
                    Some(_) => LegalBasesEdit::Replace(basis),
                    None => LegalBasesEdit::Add(basis),
                };
                app.edit_legal(edit, before.clone(), words::SAVED, kept.key(), then);
            }
        }
    };
    let kinds = KINDS.into_iter().map(kind_label).collect();
    view! {
        <form class="day-form" novalidate on:submit=submit>
            <DraftLine draft=kept at=At::Head />
            <div class="form__row">
                <Pick id="legal-kind" label=words::KIND options=kinds value=draft.kind />
                <TextField id="legal-number" label=words::NUMBER value=draft.number error=draft.error("number") required=true />
            </div>
            <TextField id="legal-title" label=words::TITLE value=draft.title error=draft.error("title") required=true rows=2 />
            <div class="form__row">
                <DateField id="legal-issued" label=words::ISSUED value=draft.issued error=draft.error("issued") />
                <DateField id="legal-from" label=words::VALID_FROM value=draft.valid_from error=draft.error("from") />
                <DateField id="legal-to" label=words::VALID_TO value=draft.valid_to error=draft.error("to") />
            </div>
            <div class="form__row">
                <TextField
                    id="legal-territory"
                    label=words::TERRITORY
                    value=draft.territory
                    hint=words::TERRITORY_HINT
                    error=draft.error("territory")
                />
                <TextField
                    id="legal-items"
                    label=words::ITEMS
                    value=draft.items
                    hint=words::ITEMS_HINT
                    error=draft.error("items")
                />
            </div>
            <TextField
                id="legal-articles"
                label=words::ARTICLES
                value=draft.articles
                hint=words::ARTICLES_HINT
                error=draft.error("articles")
                rows=4
            />
            <label class="choice__option">
                <input type="checkbox" bind:checked=draft.verified />
                <span>{move || app.t(words::VERIFIED)}</span>
            </label>
            <DraftLine draft=kept at=At::Foot />
            <div class="form__buttons">
                <button type="submit" class="button button--primary" data-testid="legal-save">
                    {move || app.t(references::KEEP)}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=cancel
                >
                    {move || app.t(references::CANCEL)}
                </button>
            </div>
        </form>
    }
}
