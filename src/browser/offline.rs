//! Whether the app can be opened without a network. The page's own script finds out: it has the service worker fill its
//! cache, and writes down what is missing. It speaks to the app by two events on the window.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::listener::Listener;
use super::page::window;

/// Sent by the page's script when it knows more.
const CHANGED: &str = "so-giam-sat:offline";

/// Sent by the app when the person wants it tried again.
const RETRY: &str = "so-giam-sat:offline-retry";

/// Where the page's script writes down what it knows.
const STATE: &str = "soGiamSatOffline";

/// Whether the app can be opened without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Every file that it needs is on this device, and the browser answers from there.
    Ready,
    /// That is being found out, or files are on their way.
    Installing,
    /// It cannot.
    NotReady(Obstacle),
}

/// Why the app cannot be opened without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The address is not HTTPS, and browsers then keep no app.
    Insecure,
    /// The browser has no service workers, or has them switched off.
    Unsupported,
    /// The browser refuses to keep the app.
    Refused {
        /// What it says.
        detail: String,
    },
    /// Files did not come, or others came in their place; at least one.
    Files(Vec<MissingFile>),
}

/// A file of the app that is not on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFile {
    /// Its path below the folder of the app.
    pub path: String,
    /// What the host gave.
    pub answer: HostAnswer,
}

/// What a host gives when it is asked for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostAnswer {
    /// Nothing: there is no network, or the connection broke off.
    Nothing,
    /// This HTTP status.
    Status(u16),
    /// Another address, such as one to sign in at.
    Moved,
    /// A page in the place of the file.
    Page,
    /// The file, but changed on the way: compressed, or with something put into it.
    Altered,
    /// The file of another version of the app.
    OtherVersion,
    /// The file itself, for which the device has no room.
    NoRoom,
}

/// What the page's script knows by now.
pub fn readiness() -> Readiness {
    let state = Reflect::get(&window(), &STATE.into()).unwrap_or_default();
    match text(&state, "state").as_str() {
        "ready" => Readiness::Ready,
        "not-ready" => Readiness::NotReady(obstacle(&state)),
        _ => Readiness::Installing,
    }
}

fn obstacle(state: &JsValue) -> Obstacle {
    match text(state, "why").as_str() {
        "insecure" => Obstacle::Insecure,
        "unsupported" => Obstacle::Unsupported,
        "files" => Obstacle::Files(Array::from(&get(state, "files")).iter().map(|file| missing(&file)).collect()),
        _ => Obstacle::Refused { detail: text(state, "detail") },
    }
}

fn missing(file: &JsValue) -> MissingFile {
    let answer = match text(file, "why").as_str() {
        "status" => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
            let status = get(file, "status").as_f64().unwrap_or_default() as u16;
            HostAnswer::Status(status)
        }
        "moved" => HostAnswer::Moved,
        "html" => HostAnswer::Page,
        "altered" => HostAnswer::Altered,
        "version" => HostAnswer::OtherVersion,
        "full" => HostAnswer::NoRoom,
        _ => HostAnswer::Nothing,
    };
    MissingFile { path: text(file, "path"), answer }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap_or_default()
}

/// Calls back when the page's script knows more.
pub fn on_change(callback: impl Fn(Readiness) + 'static) -> Listener {
    Listener::on(window(), CHANGED, move |_| callback(readiness()))
}

/// Has what is missing fetched again.
pub fn retry() {
    if let Ok(event) = Event::new(RETRY) {
        // It throws only for an event that is being dispatched already.
        let _ = window().dispatch_event(event.unchecked_ref());
    }
}
