//! Reads a JSON text into a record, with the path to what does not fit.
//!
//! Every record is read here and nowhere else: each further kind of deserializer would put a second copy of the code
//! for every record into the app, tens of kilobytes in all.

use serde::de::DeserializeOwned;

/// Why a text cannot be read, and where.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {error}")]
pub struct JsonError {
    /// The path to the place, such as `visits[2].date`; `.` for the whole.
    pub place: String,
    /// What is wrong, with line and column.
    pub error: serde_json::Error,
}

/// Reads one record; nothing may follow it.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| JsonError { place: error.path().to_string(), error: error.into_inner() })?;
    deserializer.end().map_err(|error| JsonError { place: ".".to_owned(), error })?;
    Ok(value)
}
