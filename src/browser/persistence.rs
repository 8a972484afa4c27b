//! Whether the browser may throw the data away when the device runs short of room, and how much there is.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

use super::page::window;

/// What the browser says about room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Bytes used by this app, roughly.
    pub usage_bytes: f64,
    /// Bytes that the browser claims to allow. Chromium makes the number up: never promise anything by it.
    pub quota_bytes: f64,
}

/// Whether the data is protected from being thrown away; none if the browser cannot say.
pub async fn is_persisted() -> Option<bool> {
    answer(window().navigator().storage().persisted()).await?.as_bool()
}

/// Asks for protection; some browsers ask the person. Whether it is granted; none if the browser cannot say.
pub async fn request() -> Option<bool> {
    answer(window().navigator().storage().persist()).await?.as_bool()
}

/// How much is used; none if the browser cannot say.
pub async fn estimate() -> Option<Estimate> {
    let estimate: StorageEstimate = answer(window().navigator().storage().estimate()).await?.unchecked_into();
    Some(Estimate { usage_bytes: estimate.get_usage()?, quota_bytes: estimate.get_quota()? })
}

/// A browser without the interface, or a page without HTTPS, throws instead of promising.
async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
