//! The clipboard, which a page without HTTPS does not have.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

use super::page::window;

/// Puts a text on the clipboard, and says whether it is there.
pub async fn copy(text: &str) -> bool {
    let navigator = JsValue::from(window().navigator());
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok();
    let Some(clipboard) = clipboard.filter(|found| !found.is_undefined()) else { return false };
    JsFuture::from(clipboard.unchecked_into::<Clipboard>().write_text(text)).await.is_ok()
}
