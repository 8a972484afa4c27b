//! The file of forms that comes with the app, `public/data/bieu-mau.json`: kinds of tables as data.

use serde::{Deserialize, Serialize};

use crate::domain::id::FormId;

use super::form::{Form, FormFault};

/// Forms that come together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// Its version, from 1.
    pub version: u32,
    /// The forms, in the order in which they are offered.
    pub forms: Vec<Form>,
}

impl FormFile {
    /// A form by its id.
    pub fn form(&self, id: &FormId) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == *id)
    }

    /// The first form that cannot be used, with the reason. Two forms of one id are not told apart: the first is taken.
    pub fn fault(&self) -> Option<(&FormId, FormFault)> {
        self.forms.iter().find_map(|form| form.fault().map(|fault| (&form.id, fault)))
    }
}
