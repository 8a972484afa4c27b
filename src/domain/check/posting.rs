//! The checks that are made on what is posted.

/// A check that is made on what is posted. An item of a template names one
/// ([`ItemCheck`](crate::domain::check::ItemCheck)) and is answered by its share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostingCheck {
    /// Counted as posted, of those in force. It is given as it was counted: more counted than are in force cannot be a
    /// share, and the outcome says so.
    PostedShare,
    /// A posted folder holds its content.
    ContentFull,
    /// Nothing is left blank in a posted one.
    NoBlankFields,
    /// No internal ISO flow hangs in its place, posted or not.
    NoInternalFlow,
    /// The posted edition is the one in force, where it could be told.
    EditionInForce,
}

impl PostingCheck {
    /// Every check.
    pub const ALL: [Self; 5] =
        [Self::PostedShare, Self::ContentFull, Self::NoBlankFields, Self::NoInternalFlow, Self::EditionInForce];

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::PostedShare => "posted_share",
            Self::ContentFull => "content_full",
            Self::NoBlankFields => "no_blank_fields",
            Self::NoInternalFlow => "no_internal_flow",
            Self::EditionInForce => "edition_in_force",
        }
    }
}
