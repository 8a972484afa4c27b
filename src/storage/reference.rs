//! Reference data as it is stored: what a user changed of the data that comes with the app, and the procedure lists.

use serde::{Deserialize, Serialize};

use crate::domain::answer::Stamp;
use crate::domain::procedure::{ProcedureList, ProcedureListRef};

/// The version of the record's layout that this build writes and reads.
pub const REFERENCE_FORMAT: u32 = 1;

/// What kind of reference data a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// The working calendar: one record.
    Calendar,
    /// The legal bases: one record.
    Legal,
    /// Procedure lists: one record for each version, never changed.
    Procedures,
}

impl ReferenceKind {
    /// Its name, with which its keys begin.
    pub fn name(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Legal => "legal",
            Self::Procedures => "procedures",
        }
    }
}

/// A record of reference data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceRecord<T> {
    /// The layout, [`REFERENCE_FORMAT`].
    pub format: u32,
    /// What kind it is.
    pub kind: ReferenceKind,
    /// Its id within the kind; that of a procedure list names its version too.
    pub id: String,
    /// The version of the data.
    pub version: u32,
    /// Who wrote it and when.
    pub changed: Stamp,
    /// The data.
    pub value: T,
    /// The data of the app that it was made from, where it was: what tells the user's own changes.
    pub base: Option<T>,
}

impl ReferenceRecord<ProcedureList> {
    /// A procedure list, to be stored.
    pub fn of_procedures(list: ProcedureList, changed: Stamp) -> Self {
        Self {
            format: REFERENCE_FORMAT,
            kind: ReferenceKind::Procedures,
            id: procedures_id(&list.reference()),
            version: list.version,
            changed,
            value: list,
            base: None,
        }
    }
}

/// The id under which a version of a procedure list is stored.
pub fn procedures_id(reference: &ProcedureListRef) -> String {
    format!("{}@{:010}", reference.id, reference.version)
}
