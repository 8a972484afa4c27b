//! The cell of a table that is being edited.

use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::domain::figures::Figure;
use crate::ui::pages::visit::moves::{Move, Place};

/// A cell that is being edited.
pub(super) struct EditedCell {
    pub(super) place: Place,
    pub(super) cell: HtmlElement,
    pub(super) field: HtmlInputElement,
    /// What the field held at the beginning.
    pub(super) before: String,
    /// What is wrong, or asked, once it was said.
    pub(super) said: Option<Element>,
    /// What the figures that are asked are.
    pub(super) asked: Vec<Figure>,
    /// Where the cursor goes when the question is answered.
    pub(super) then: Option<Move>,
}

/// How editing begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With what the cell holds.
    WithText,
    /// With nothing: the key that was typed is about to go into the field.
    Empty,
    /// With a text from outside.
    With(String),
}
