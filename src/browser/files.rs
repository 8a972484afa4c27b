//! Files: out to the person's downloads, in from their choice, and those that come with the app.

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Url};

use super::page::{meta, window};
use super::slot::Slot;
use super::timer::Timer;

/// How long a download's address stays valid, in milliseconds. A slow device may begin to read it late.
const DOWNLOAD_MS: i32 = 60_000;

/// How long a host may take to give a file of the app, in milliseconds: with the file in the cache it takes none.
const FETCH_MS: i32 = 30_000;

/// Why a file could not be had or given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than the limit, and was not read.
    #[error("the file has {size} bytes, more than {limit}")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A file of the app is not there: the answer of the server or of the offline store.
    #[error("{path} is not part of the app (status {status})")]
    Absent {
        /// Its path.
        path: String,
        /// The HTTP status; 0 if none came in time.
        status: u16,
    },
    /// The platform refused.
    #[error("{detail}")]
    Platform {
        /// What it says.
        detail: String,
    },
}

/// Hands bytes to the browser as a download under this name, of this media type. The browser tells nobody whether
/// the person kept it.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), FileError> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(platform)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(platform)?;
    let anchor = window().document().and_then(|document| document.create_element("a").ok());
    let Some(anchor) = anchor.and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok()) else {
        return Err(FileError::Platform { detail: "no link can be made".to_owned() });
    };
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    let revoke = move || {
        // It throws for no address.
        let _ = Url::revoke_object_url(&address);
    };
    Timer::after(DOWNLOAD_MS, revoke).keep();
    Ok(())
}

/// The bytes of a chosen file. One that is larger than `limit` bytes is refused before it is read.
pub async fn read(file: &File, limit: u64) -> Result<Vec<u8>, FileError> {
    let buffer = buffer(file, limit).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a chosen file, as [`read`] gives them, left with the browser: to be handed on.
pub async fn buffer(file: &File, limit: u64) -> Result<ArrayBuffer, FileError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is a whole number below 2^53")]
    let size = file.size() as u64;
    if size > limit {
        return Err(FileError::TooLarge { size, limit });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(platform)?;
    Ok(buffer.unchecked_into())
}

/// The bytes of a file that comes with the app, such as `data/bieu-mau.json`, from the folder of the app.
/// The path is relative: no request leaves the origin. A page that the host gives in its place counts as no file.
pub async fn bundled(path: &str) -> Result<Vec<u8>, FileError> {
    let slot = Slot::new();
    let (late, named) = (slot.clone(), path.to_owned());
    let _patience = Timer::after(FETCH_MS, move || {
        // The file may have come in this very moment.
        drop(late.fill(Err(FileError::Absent { path: named, status: 0 })));
    });
    let (fetched, path) = (slot.clone(), path.to_owned());
    spawn_local(async move { drop(fetched.fill(fetch(&path).await)) });
    slot.take().await
}

async fn fetch(path: &str) -> Result<Vec<u8>, FileError> {
    let named = meta("data").and_then(|listed| named_by_content(&listed, path));
    let relative = format!("./{}", named.as_deref().unwrap_or(path).trim_start_matches('/'));
    let response = JsFuture::from(window().fetch_with_str(&relative)).await.map_err(platform)?;
    let response: Response = response.unchecked_into();
    let is_page = response.headers().get("Content-Type").ok().flatten().is_some_and(|kind| kind.contains("text/html"));
    if !response.ok() || is_page {
        return Err(FileError::Absent { path: path.to_owned(), status: response.status() });
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(platform)?).await.map_err(platform)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The name that the build gave a data file: the page lists them, apart by spaces, each with the beginning of its hash. So a
/// page never reads the file of another version.
fn named_by_content(listed: &str, path: &str) -> Option<String> {
    let (stem, end) = path.rsplit_once('.')?;
    let is_named = |file: &&str| {
        let hash =
            file.strip_prefix(stem).and_then(|rest| rest.strip_prefix('-')?.strip_suffix(end)?.strip_suffix('.'));
        hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    listed.split(' ').find(is_named).map(str::to_owned)
}

/// Hands every record of the database of this name to the person, as it is stored, by the page's own script: it needs
/// nothing that may be broken. What the platform says where even that fails.
pub async fn rescue(database: &str) -> Result<(), FileError> {
    let script = Reflect::get(&window(), &"soGiamSatRescue".into()).map_err(platform)?;
    let script: Function = script.dyn_into().map_err(platform)?;
    let handing = script.call1(&JsValue::UNDEFINED, &database.into()).map_err(platform)?;
    JsFuture::from(handing.unchecked_into::<Promise>()).await.map_err(platform).map(drop)
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn platform(exception: JsValue) -> FileError {
    let sentence = exception.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    FileError::Platform { detail: sentence.unwrap_or_else(|| format!("{exception:?}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_file_is_found_by_its_name_without_its_hash() {
        let listed = "data/a-0123456789abcdef.json data/a-1-00ff00ff00ff00ff.json data/a-1-2.json";
        assert_eq!(named_by_content(listed, "data/a-1.json").as_deref(), Some("data/a-1-00ff00ff00ff00ff.json"));
        assert_eq!(named_by_content(listed, "data/a.json").as_deref(), Some("data/a-0123456789abcdef.json"));
        assert_eq!(named_by_content(listed, "data/b.json"), None);
        assert_eq!(named_by_content("", "data/a.json"), None);
    }
}
