//! The head of every page: the way home, the new version that waits, the language, the settings.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::words::Lang;
use crate::words::catalogue::calendar::CALENDAR_SHORT;
use crate::words::catalogue::shell as words;

use super::slow_database::SlowDatabase;

/// The head of every page.
#[component]
pub fn Header() -> impl IntoView {
    let app = App::get();
    let other = move || match app.lang() {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    view! {
        <header class="app-header">
            <a class="skip-link" href="#main" on:click=skip_to_main>{move || app.t(words::SKIP_TO_MAIN)}</a>
            <a class="app-header__home" href=Route::Home.href()>
                <img class="app-header__mark" src="icons/icon.svg" alt="" width="32" height="32" />
                <span class="app-header__name">"Sổ Giám Sát"</span>
            </a>
            <nav class="app-header__tools" aria-label=move || app.t(words::TOOLS)>
                <a class="button button--quiet" href=Route::Calendar.href()>{move || app.t(CALENDAR_SHORT)}</a>
                <button
                    type="button"
                    class="button button--quiet app-header__lang"
                    lang=move || other().tag()
                    on:click=move |_| app.prefs.lang.set(other())
                >
                    {move || match other() { Lang::Vi => "Tiếng Việt", Lang::En => "English" }}
                </button>
                <a class="button button--quiet" href=Route::Settings.href()>{move || app.t(words::SETTINGS)}</a>
            </nav>
        </header>
        <SlowDatabase />
        <Show when=move || app.update_waits().get()>
            <div class="banner" role="status">
                <p class="banner__text">{move || app.t(words::UPDATE_WAITS)}</p>
                <button type="button" class="button" on:click=move |_| app.accept_update()>
                    {move || app.t(words::UPDATE_ACCEPT)}
                </button>
            </div>
        </Show>
    }
}

/// The address after `#` names a page, so the link to the main part moves the focus by hand.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    crate::state::page::focus_main();
}
