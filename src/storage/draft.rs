//! A draft: what was typed into a form and is not yet part of a record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What was typed into one form. Its key names the form and the record that it is about, such as
/// `visit/<id>/finding/<id>`; keys are ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When something was typed into it last.
    pub written: DateTime<Utc>,
    /// The fields whose text differs from the record's, in the order of the form.
    pub fields: Vec<DraftField>,
}

/// One field of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftField {
    /// The name of the field in its form.
    pub name: String,
    /// What was typed.
    pub text: String,
    /// What the record said when the draft was written: tells whether the record changed since.
    pub before: String,
}
