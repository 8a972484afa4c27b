//! Whether the data on this device is protected, in one sentence.

use leptos::prelude::*;

use crate::state::App;
use crate::state::app::Protection;
use crate::words::catalogue::library as words;

/// The sentence.
#[component]
pub fn ProtectionLine() -> impl IntoView {
    let app = App::get();
    let protection = app.protection();
    let name = move || match protection.get() {
        Protection::Granted => "granted",
        Protection::Denied => "denied",
        Protection::Unknown => "unknown",
        Protection::Unsupported => "unsupported",
    };
    let sentence = move || {
        app.t(match protection.get() {
            Protection::Granted => words::PROTECTED,
            Protection::Denied => words::UNPROTECTED,
            Protection::Unknown => words::PROTECTION_UNKNOWN,
            Protection::Unsupported => words::PROTECTION_UNSUPPORTED,
        })
    };
    view! {
        <p class="protection" data-testid="protection" data-state=name>
            {sentence}
        </p>
    }
}
