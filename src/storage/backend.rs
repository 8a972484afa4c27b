//! The little that a database must do: read ranges of texts in one transaction, and write a batch of them in one
//! durable transaction that happens wholly or not at all.

/// The tables of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Supervisions, by id.
    Supervisions,
    /// Templates, by `id@version`.
    Templates,
    /// Visits as of some revision, by id.
    Visits,
    /// Visits in short, by `supervision/visit`.
    Summaries,
    /// Changes to visits, by `visit/revision`, the revision padded so that keys sort as numbers.
    Changes,
    /// The changes since a visit's snapshot, again, with the same keys: what opening it has to read.
    Tail,
    /// Current revisions, by `supervision:id`, `visit:id` or `reference:kind/id`: what a write compares.
    Revisions,
    /// Reference data that a user changed or brought, by `kind/id`.
    References,
    /// What was typed into a form and is not yet part of a record, by the form's key.
    Drafts,
    /// Supervisions that were deleted, each whole, until their time is over.
    Bin,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 10] = [
        Self::Supervisions,
        Self::Templates,
        Self::Visits,
        Self::Summaries,
        Self::Changes,
        Self::Tail,
        Self::Revisions,
        Self::References,
        Self::Drafts,
        Self::Bin,
    ];

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Supervisions => "supervisions",
            Self::Templates => "templates",
            Self::Visits => "visits",
            Self::Summaries => "summaries",
            Self::Changes => "changes",
            Self::Tail => "tail",
            Self::Revisions => "revisions",
            Self::References => "references",
            Self::Drafts => "drafts",
            Self::Bin => "bin",
        }
    }
}

/// Which rows to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The row with this key.
    Key(String),
    /// The rows whose key begins so, in key order. An empty prefix is the whole table.
    Prefix(String),
}

/// A row: its key and its text.
pub type Row = (String, String);

/// A change to one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Write a row, replacing one with the same key.
    Put(Table, String, String),
    /// Remove rows.
    Delete(Table, Rows),
}

/// What a row must be for a write to happen: this text, or absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expect {
    /// The table.
    pub table: Table,
    /// The key.
    pub key: String,
    /// The text it must hold; none if the row must not be there.
    pub text: Option<String>,
}

/// Why the store could not do what it was asked. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser has no database.
    #[error("no database: {detail}")]
    Unavailable {
        /// What the platform says.
        detail: String,
    },
    /// The browser forbids this page to keep anything, by its settings.
    #[error("no database is allowed: {detail}")]
    Forbidden {
        /// What the platform says.
        detail: String,
    },
    /// The browser gives no database to a private window.
    #[error("no database in a private window: {detail}")]
    PrivateWindow {
        /// What the platform says.
        detail: String,
    },
    /// The database is there and cannot be used as it is: it does not open, or parts of it are missing or unreadable.
    #[error("the database is damaged: {detail}")]
    Damaged {
        /// What the platform says.
        detail: String,
    },
    /// The device has no room left.
    #[error("no room left on the device: {detail}")]
    QuotaExceeded {
        /// What the platform says.
        detail: String,
    },
    /// Somebody else wrote first: another tab.
    #[error("{key} was changed elsewhere")]
    Conflict {
        /// The row that was not as expected.
        key: String,
    },
    /// A stored text cannot be read. It is kept as it is.
    #[error("the record {key} in {table} cannot be read: {detail}")]
    Corrupt {
        /// The table's name.
        table: &'static str,
        /// The key.
        key: String,
        /// What is wrong with it.
        detail: String,
        /// The text, where it is one.
        text: Option<String>,
    },
    /// A record that must be there is not.
    #[error("{key} is not in the store")]
    Missing {
        /// What was looked for.
        key: String,
    },
    /// Written by a newer version of the app.
    #[error("the database has version {found}, newer than this app knows")]
    TooNew {
        /// The version found.
        found: u32,
    },
    /// Anything else that the platform reports.
    #[error("{detail}")]
    Backend {
        /// What the platform says.
        detail: String,
    },
}

/// A database.
#[expect(async_fn_in_trait, reason = "one thread in the browser: no future has to be Send")]
pub trait Backend {
    /// Reads all ranges in one transaction; one list of rows for each.
    async fn read(&self, ranges: Vec<(Table, Rows)>) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Checks every expectation and does every operation in one transaction, which is durable when this returns.
    async fn write(&self, expect: Vec<Expect>, ops: Vec<Op>) -> Result<(), StoreError>;
}
