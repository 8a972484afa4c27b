//! Names of things: short printable strings, checked once when they enter.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest id, in bytes.
pub const MAX_ID_BYTES: usize = 64;

/// An id that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("id {0:?} must be 1 to 64 letters, digits, '-', '_' or '.'")]
pub struct IdError(pub String);

fn check(text: &str) -> Result<(), IdError> {
    let fits = !text.is_empty()
        && text.len() <= MAX_ID_BYTES
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    if fits { Ok(()) } else { Err(IdError(text.chars().take(MAX_ID_BYTES).collect())) }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and takes an id of 1 to 64 ASCII letters, digits, `-`, `_` or `.`.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                check(&text)?;
                Ok(Self(text.into_boxed_str()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A supervision (cuộc giám sát).
    SupervisionId
);
id!(
    /// A unit under supervision (đơn vị chịu sự giám sát).
    UnitId
);
id!(
    /// A visit (buổi làm việc).
    VisitId
);
id!(
    /// A template (mẫu phiếu), without its version.
    TemplateId
);
id!(
    /// A group of items in a template (nhóm), such as `A`.
    SectionCode
);
id!(
    /// An item (mục kiểm tra), such as `A01`.
    ItemCode
);
id!(
    /// A finding (tồn tại, hạn chế): the item's code where it follows from an item, else an id of its own.
    FindingId
);
id!(
    /// A form of table (mẫu biểu), without its version.
    FormId
);
id!(
    /// A line of a table, a column or a row, such as `tong_nhan` or `II.20`: unique among its like in the table.
    LineKey
);
id!(
    /// A table of figures (biểu số liệu) of a visit. Ids made one after the other sort in that order.
    TableId
);
id!(
    /// A statement (đoạn lời văn) of a visit. Ids made one after the other sort in that order.
    StatementId
);
id!(
    /// A tie between figures (đối chiếu) of a visit. Ids made one after the other sort in that order.
    TieId
);
id!(
    /// A discrepancy (chênh lệch): made from its rule and place, so that it keeps its id while other figures change.
    DiscrepancyId
);
id!(
    /// A sampled dossier (hồ sơ mẫu) of a visit. Ids made one after the other sort in that order.
    DossierId
);
