//! Preferences: small values that may be lost without harm. Nothing that a person recorded lives here, because a
//! browser keeps these for seconds in memory before it writes them down.
//!
//! A value that is missing or broken is silently the default.

use chrono::NaiveDate;
use gloo_storage::{LocalStorage, Storage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::words::Lang;

use super::page::{kept_name, window};

const LANG: &str = "lang";
const THEME: &str = "theme";
const PERSON: &str = "person";
const DEVICE: &str = "device";
const SEEN: &str = "seen";

/// The longest text that is kept, in characters. Large values make browsers put off writing for the whole origin.
pub const MAX_CHARACTERS: usize = 200;

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the database held when it was last read: the one thing outside it that knows of it. It may be some seconds older
/// than the database, and is absent where a browser clears everything at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How many supervisions.
    pub supervisions: usize,
    /// How many visits.
    pub visits: usize,
    /// The day.
    pub on: Option<NaiveDate>,
}

/// What the database held when it was last read; nothing on a new device.
pub fn seen() -> Seen {
    get(SEEN)
}

/// Keeps what the database holds now.
pub fn set_seen(seen: Seen) {
    set(SEEN, &seen);
}

/// The language of the interface.
pub fn lang() -> Lang {
    get(LANG)
}

/// Keeps the language of the interface.
pub fn set_lang(lang: Lang) {
    set(LANG, &lang);
}

/// The colours.
pub fn theme() -> Theme {
    get(THEME)
}

/// Keeps the colours.
pub fn set_theme(theme: Theme) {
    set(THEME, &theme);
}

/// Who works on this device, as they named themself; may be empty.
pub fn person() -> String {
    get(PERSON)
}

/// Keeps who works on this device: the first [`MAX_CHARACTERS`] of it.
pub fn set_person(person: &str) {
    set_text(PERSON, person);
}

/// The name of this device; may be empty.
pub fn device() -> String {
    get(DEVICE)
}

/// Keeps the name of this device: the first [`MAX_CHARACTERS`] of it.
pub fn set_device(device: &str) {
    set_text(DEVICE, device);
}

fn get<T: DeserializeOwned + Default>(key: &str) -> T {
    if is_available() { LocalStorage::get(full(key)).unwrap_or_default() } else { T::default() }
}

fn set<T: Serialize>(key: &str, value: &T) {
    if is_available() {
        // A full or forbidden store loses a preference and nothing else.
        let _ = LocalStorage::set(full(key), value);
    }
}

/// The key under which the app in this folder of the host keeps a preference.
fn full(key: &str) -> String {
    format!("{}.{key}", kept_name())
}

fn set_text(key: &str, text: &str) {
    set(key, &text.chars().take(MAX_CHARACTERS).collect::<String>());
}

/// Where a browser forbids storage, the wrapper would panic.
fn is_available() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}
