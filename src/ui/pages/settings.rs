//! Settings: who records on which device, how the app looks, what happens to the data. Each change is kept at once.

use leptos::prelude::*;

use crate::state::App;
use crate::state::owner_scope::OwnerScope;
use crate::state::preferences::Theme;
use crate::state::route::Route;
use crate::ui::components::choice::Choice;
use crate::ui::components::offline_line::OfflineLine;
use crate::ui::components::page_head::{PageHead, home_step};
use crate::ui::components::protection_line::ProtectionLine;
use crate::ui::components::reference_links::ReferenceLinks;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::bin::TITLE as BIN;
use crate::words::catalogue::settings as words;
use crate::words::format::count;
use crate::words::{Lang, Text};

/// The settings.
#[component]
pub fn Settings() -> impl IntoView {
    let app = App::get();
    let langs = vec![(Lang::Vi, Text::new("Tiếng Việt", "Tiếng Việt")), (Lang::En, Text::new("English", "English"))];
    let themes = vec![
        (Theme::System, words::THEME_SYSTEM),
        (Theme::Light, words::THEME_LIGHT),
        (Theme::Dark, words::THEME_DARK),
    ];
    view! {
        <div class="page page--form">
            <PageHead title=move || app.t(words::SETTINGS).to_owned() path=vec![home_step(app)] />
            <p>{move || app.t(words::KEPT_AT_ONCE)}</p>
            <section class="form__section" aria-labelledby="settings-stamp">
                <h2 id="settings-stamp">{move || app.t(words::STAMP)}</h2>
                <p class="field__hint">{move || app.t(words::STAMP_HINT)}</p>
                <div class="form__row">
                    <TextField id="person" label=words::PERSON value=app.prefs.person hint=words::PERSON_HINT />
                    <TextField id="device" label=words::DEVICE value=app.prefs.device hint=words::DEVICE_HINT />
                </div>
            </section>
            <section class="form__section" aria-labelledby="settings-looks">
                <h2 id="settings-looks">{move || app.t(words::LOOKS)}</h2>
                <Choice name="lang" label=words::LANGUAGE options=langs value=app.prefs.lang />
                <Choice name="theme" label=words::THEME options=themes value=app.prefs.theme />
            </section>
            <section class="form__section" aria-labelledby="settings-storage">
                <h2 id="settings-storage">{move || app.t(words::STORAGE)}</h2>
                <ProtectionLine />
                <Usage />
                <p>{move || app.t(words::BACKUP_HINT)}</p>
                <a class="button" href=Route::Bin.href()>{move || app.t(BIN)}</a>
            </section>
            <section class="form__section" aria-labelledby="settings-offline">
                <h2 id="settings-offline">{move || app.t(words::OFFLINE)}</h2>
                <OfflineLine />
            </section>
            <ReferenceLinks />
            <section class="form__section" aria-labelledby="settings-about">
                <h2 id="settings-about">{move || app.t(words::ABOUT)}</h2>
                <p>{move || app.t(words::VERSION).replace("{version}", env!("CARGO_PKG_VERSION"))}</p>
                <p>{move || app.t(words::ABOUT_PRIVATE)}</p>
            </section>
        </div>
    }
}

/// How much is in use, where the browser says it.
#[component]
fn Usage() -> impl IntoView {
    let app = App::get();
    let megabytes = RwSignal::new(None::<u64>);
    OwnerScope::here().spawn(async move {
        let usage_bytes = app.usage_bytes().await;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size far below 2^53, for show")]
        let rounded = usage_bytes.map(|bytes| (bytes / 1_000_000.0).ceil() as u64);
        megabytes.set(rounded);
    });
    view! {
        <p>{move || megabytes.get().map(|usage| app.t(words::USAGE).replace("{usage}", &count(usage)))}</p>
    }
}
