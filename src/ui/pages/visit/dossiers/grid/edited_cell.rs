//! The cell of the grid that is being edited.

use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::domain::id::DossierId;

use super::column::Column;

/// A cell that is being edited.
pub(super) struct EditedCell {
    pub(super) id: DossierId,
    pub(super) column: Column,
    pub(super) cell: HtmlElement,
    pub(super) field: Field,
    /// What the field held at the beginning.
    pub(super) before: String,
    /// What is wrong, once it was said.
    pub(super) fault: Option<Element>,
    /// Whether a key was pressed: arrow keys change a list entry by entry, and only the last is meant.
    pub(super) by_keys: bool,
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

/// The field over the cell.
#[derive(Clone)]
pub(super) enum Field {
    Input(HtmlInputElement),
    Select(HtmlSelectElement),
}
