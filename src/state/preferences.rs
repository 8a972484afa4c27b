//! Preferences as signals that keep themselves. They may be lost without harm.

use leptos::prelude::*;

use crate::browser::page::set_root_attribute;
use crate::browser::preferences as kept;
pub use crate::browser::preferences::Theme;
use crate::words::Lang;

/// Language, colours, and who works on which device. A handle: copies are the same preferences.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// The language of the interface.
    pub lang: RwSignal<Lang>,
    /// The colours.
    pub theme: RwSignal<Theme>,
    /// Who works on this device; goes into the stamp of each answer.
    pub person: RwSignal<String>,
    /// The name of this device; goes into the stamp of each answer.
    pub device: RwSignal<String>,
}

impl Preferences {
    /// Reads the preferences, and keeps each change from here on.
    pub(super) fn load() -> Self {
        let preferences = Self {
            lang: RwSignal::new(kept::lang()),
            theme: RwSignal::new(kept::theme()),
            person: RwSignal::new(kept::person()),
            device: RwSignal::new(kept::device()),
        };
        Effect::new(move |before: Option<()>| {
            let lang = preferences.lang.get();
            set_root_attribute("lang", Some(lang.tag()));
            if before.is_some() {
                kept::set_lang(lang);
            }
        });
        Effect::new(move |before: Option<()>| {
            let theme = preferences.theme.get();
            set_root_attribute(
                "data-theme",
                match theme {
                    Theme::System => None,
                    Theme::Light => Some("light"),
                    Theme::Dark => Some("dark"),
                },
            );
            if before.is_some() {
                kept::set_theme(theme);
            }
        });
        Effect::new(move |before: Option<()>| {
            let person = preferences.person.get();
            if before.is_some() {
                kept::set_person(&person);
            }
        });
        Effect::new(move |before: Option<()>| {
            let device = preferences.device.get();
            if before.is_some() {
                kept::set_device(&device);
            }
        });
        preferences
    }
}
