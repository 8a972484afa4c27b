//! Whether the browser may throw the data away when the device runs short of room, and how much there is.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

use super::page::window;

/// Whether the data is protected from being thrown away; none if the browser cannot say.
pub async fn is_persisted() -> Option<bool> {
    answer(window().navigator().storage().persisted()).await?.as_bool()
}

/// Asks for protection; some browsers ask the person. Whether it is granted; none if the browser cannot say.
pub async fn request() -> Option<bool> {
    answer(window().navigator().storage().persist()).await?.as_bool()
}

/// How many bytes this app uses, roughly; none if the browser cannot say.
pub async fn usage_bytes() -> Option<f64> {
    let estimate: StorageEstimate = answer(window().navigator().storage().estimate()).await?.unchecked_into();
    estimate.get_usage()
}

/// A browser without the interface, or a page without HTTPS, throws instead of promising.
async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
