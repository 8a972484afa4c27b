//! The words of a finding while they are being edited.

use leptos::prelude::*;

use crate::domain::finding::FindingContent;
use crate::state::page::focus;
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::form_draft::FormFields;
use crate::words::Text;
use crate::words::catalogue::findings as words;

/// One signal for each field.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// What is wrong.
    pub(super) statement: RwSignal<String>,
    /// Legal basis, one a line.
    pub(super) basis: RwSignal<String>,
    /// Cause.
    pub(super) cause: RwSignal<String>,
    /// To whom.
    pub(super) addressee: RwSignal<String>,
    /// What is recommended.
    pub(super) recommendation: RwSignal<String>,
    /// By when.
    pub(super) deadline: RwSignal<TypedDate>,
    /// Whether it was tried to keep them; faults are told from then on.
    pub(super) tried: RwSignal<bool>,
}

impl Draft {
    /// Begins with these words.
    pub(super) fn new(content: &FindingContent) -> Self {
        Self {
            statement: RwSignal::new(content.statement.clone()),
            basis: RwSignal::new(content.basis.join("\n")),
            cause: RwSignal::new(content.cause.clone()),
            addressee: RwSignal::new(content.addressee.clone()),
            recommendation: RwSignal::new(content.recommendation.clone()),
            deadline: RwSignal::new(content.deadline.into()),
            tried: RwSignal::new(false),
        }
    }

    /// The fields by their names, for what is kept of the form.
    pub(super) fn fields(self) -> FormFields {
        FormFields::default()
            .field("statement", self.statement)
            .field("basis", self.basis)
            .field("cause", self.cause)
            .field("recommendation", self.recommendation)
            .field("addressee", self.addressee)
            .field("deadline", self.deadline)
    }

    /// What is wrong with the statement.
    pub(super) fn statement_fault(self) -> Option<Text> {
        (self.tried.get() && self.statement.read().trim().is_empty()).then_some(words::STATEMENT_MISSING)
    }

    /// What is wrong with the deadline.
    pub(super) fn deadline_fault(self) -> Option<Text> {
        (self.tried.get() && self.deadline.get() == TypedDate::Broken).then_some(words::DEADLINE_WRONG)
    }

    /// Moves the focus to the first field that must be mended. `form` is the beginning of each field's id.
    pub(super) fn focus_fault(self, form: &str) {
        let field = if untrack(|| self.statement_fault()).is_some() { "statement" } else { "deadline" };
        focus(&format!("{form}-{field}"));
    }

    /// The words, if nothing is wrong with them.
    pub(super) fn content(self) -> Option<FindingContent> {
        self.tried.set(true);
        let fault = untrack(|| self.statement_fault().or(self.deadline_fault()));
        let text = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let basis = self.basis.get_untracked();
        let basis = basis.lines().map(str::trim).filter(|line| !line.is_empty());
        fault.is_none().then(|| FindingContent {
            statement: text(self.statement),
            basis: basis.map(str::to_owned).collect(),
            cause: text(self.cause),
            addressee: text(self.addressee),
            recommendation: text(self.recommendation),
            deadline: self.deadline.get_untracked().day(),
        })
    }
}
