//! What the database's exceptions mean.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::storage::backend::StoreError;

/// Why a transaction did not happen.
#[derive(Debug)]
pub(super) struct Failure {
    /// For the caller.
    pub(super) error: StoreError,
    /// Whether a new connection may do better.
    pub(super) is_lost_connection: bool,
}

impl Failure {
    /// A reason that no new connection cures.
    pub(super) fn of(error: StoreError) -> Self {
        Self { error, is_lost_connection: false }
    }

    /// What an exception of the database means.
    pub(super) fn from_exception(exception: &JsValue) -> Self {
        let (name, message) = name_and_message(exception);
        // `InvalidStateError`: the connection is closed. `AbortError`: it was closed under a transaction.
        // `UnknownError`: WebKit's database process died, or the disk failed.
        let is_lost_connection = matches!(name.as_str(), "InvalidStateError" | "AbortError" | "UnknownError");
        Self { error: store_error(&name, &message), is_lost_connection }
    }

    /// What a transaction's abort means. Nothing says why if the browser gave up the connection.
    pub(super) fn from_abort(reason: Option<DomException>) -> Self {
        match reason {
            Some(reason) => Self::from_exception(&reason),
            None => Self { error: store_error("AbortError", "the transaction was given up"), is_lost_connection: true },
        }
    }
}

/// The error that an exception with this name and message stands for.
pub fn store_error(name: &str, message: &str) -> StoreError {
    let detail = format!("{name}: {message}");
    match name {
        "QuotaExceededError" => StoreError::QuotaExceeded { detail },
        "SecurityError" => StoreError::Forbidden { detail },
        // A table that is not there, a disk that fails, a value whose file is gone.
        "NotFoundError" | "UnknownError" | "NotReadableError" => StoreError::Damaged { detail },
        _ => StoreError::Backend { detail },
    }
}

/// The name and the message of an exception.
pub(super) fn name_and_message(exception: &JsValue) -> (String, String) {
    if let Some(exception) = exception.dyn_ref::<DomException>() {
        return (exception.name(), exception.message());
    }
    match exception.dyn_ref::<js_sys::Error>() {
        Some(error) => (error.name().into(), error.message().into()),
        None => ("Error".to_owned(), format!("{exception:?}")),
    }
}
