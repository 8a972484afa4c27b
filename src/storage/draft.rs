//! A draft: what was typed into a form and is not yet part of a record.

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::json_text;

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

/// The text of a field that holds more than a text.
pub fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// What such a text holds; none where it cannot be read.
pub fn of_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    json_text::read(text).ok()
}
