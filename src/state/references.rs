//! Reference data that judgements rest on: what comes with the app, and why it cannot be had.

use crate::browser::files;
use crate::storage::backend::StoreError;
use crate::storage::gate::Refusal;
use crate::words::Lang;
use crate::words::catalogue::notice as words;

use super::notice::store_sentence;

/// Why reference data cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceError {
    /// The store does not give it.
    Store(StoreError),
    /// The file that comes with the app is not there.
    Absent(&'static str),
    /// The file that comes with the app is not what it must be.
    Refused(Refusal),
}

impl ReferenceError {
    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Store(error) => store_sentence(error, lang),
            Self::Absent(name) => words::ASSET_FAILED.get(lang).replace("{name}", name),
            Self::Refused(refusal) => refusal.sentence(lang),
        }
    }
}

/// Reads reference data that comes with the app.
pub(super) async fn bundled_reference<T>(
    name: &'static str,
    read: fn(&[u8]) -> Result<T, Refusal>,
) -> Result<T, ReferenceError> {
    let Ok(bytes) = files::bundled(name).await else { return Err(ReferenceError::Absent(name)) };
    read(&bytes).map_err(ReferenceError::Refused)
}
