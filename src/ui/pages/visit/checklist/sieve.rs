//! What the filter and the search let through. A sieve is shaken once, when it is chosen: an item that is answered
//! afterwards stays where it is, so that nothing moves away under the finger.

use leptos::prelude::*;
use web_sys::Element;

use crate::domain::id::ItemCode;
use crate::domain::outcome::Outcome;
use crate::domain::template::{Item, Template};
use crate::state::Session;
use crate::ui::pages::visit::dom;
use crate::words::Text;
use crate::words::catalogue::checklist as words;
use crate::words::fold::{contains_folded, fold};

/// Which items are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    /// Every item.
    #[default]
    All,
    /// Items without an answer.
    Open,
    /// Failed items.
    Failed,
    /// Items that can be critical.
    Critical,
}

impl Filter {
    /// Every filter, in the order of the page.
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Open, Self::Failed, Self::Critical];

    /// The word for the style sheet and for tests.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Failed => "failed",
            Self::Critical => "critical",
        }
    }

    /// Its name.
    pub(super) fn label(self) -> Text {
        match self {
            Self::All => words::FILTER_ALL,
            Self::Open => words::FILTER_OPEN,
            Self::Failed => words::FILTER_FAILED,
            Self::Critical => words::FILTER_CRITICAL,
        }
    }

    /// Whether an item with this outcome passes.
    pub(super) fn takes(self, item: &Item, outcome: &Outcome) -> bool {
        match self {
            Self::All => true,
            Self::Open => *outcome == Outcome::Unanswered,
            Self::Failed => outcome.is_failed(),
            Self::Critical => item.critical.is_some(),
        }
    }
}

/// A filter and what is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    /// The filter.
    pub(super) filter: Filter,
    /// What is searched, as typed.
    pub(super) needle: String,
}

impl Sieve {
    fn is_open(&self) -> bool {
        self.filter == Filter::All && self.needle.trim().is_empty()
    }

    fn passes(&self, session: Session, template: &Template, code: &ItemCode) -> bool {
        let (Some(item), Some(row)) = (template.item(code), session.row(code)) else {
            return false;
        };
        let row = row.read_untracked();
        row.asked && self.filter.takes(item, &row.outcome) && self.finds(item)
    }

    fn finds(&self, item: &Item) -> bool {
        let text = || fold(&format!("{} {} {}", item.code, item.question.vi, item.question.en));
        self.needle.trim().is_empty() || contains_folded(&text(), &self.needle)
    }
}

/// Marks the rows, and the groups without any row left, that the sieve holds back. Whether anything is left.
pub(super) fn shake(rows: &Element, sieve: &Sieve, session: Session) -> bool {
    let template = session.template();
    let mut some_left = false;
    for group in dom::all::<Element>(rows, ".group") {
        let mut left = false;
        for row in dom::all::<Element>(&group, "[data-item]") {
            let code = row.get_attribute("data-item").and_then(|code| ItemCode::new(code).ok());
            let passes = sieve.is_open() || code.is_some_and(|code| sieve.passes(session, &template, &code));
            hold_back(&row, !passes);
            left |= passes;
        }
        hold_back(&group, !left);
        some_left |= left;
    }
    some_left
}

fn hold_back(element: &Element, out: bool) {
    if out != element.has_attribute("data-out") {
        dom::set(element, "data-out", out.then_some(""));
    }
}
