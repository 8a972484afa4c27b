//! Where reference data come from: the app or the user; what is newer, what is broken, and the way back.

use leptos::prelude::*;

use crate::state::App;
use crate::state::references::Standing;
use crate::words::catalogue::references as words;
use crate::words::format::{count, date, time};

/// What the buttons do.
#[derive(Clone, Copy)]
pub struct OwnDataActions {
    /// Back to the data of the app.
    pub restore: fn(App),
    /// Takes what is newer.
    pub take_news: fn(App),
    /// Drops the record that cannot be read.
    pub drop_corrupt: fn(App),
}

/// The sentences with their buttons.
#[component]
pub fn OwnData(
    /// Where the data come from, once that is known.
    standing: Signal<Option<Standing>>,
    /// What the buttons do.
    actions: OwnDataActions,
) -> impl IntoView {
    let app = App::get();
    let body = move || {
        standing.get().map(|Standing { version, changed, corrupt, news }| {
            let is_own = changed.is_some();
            let source = move || match &changed {
                None => app.t(words::IN_USE_BUNDLED).replace("{version}", &version.to_string()),
                Some(stamp) => {
                    let local = app.local(stamp.at);
                    let by = match stamp.by.trim() {
                        "" => String::new(),
                        who => app.t(words::BY).replace("{who}", who),
                    };
                    app.t(words::IN_USE_OWN)
                        .replace("{version}", &version.to_string())
                        .replace("{when}", &format!("{} {}", time(local), date(local.date())))
                        .replace("{by}", &by)
                }
            };
            let button = move |text, act: fn(App)| {
                view! {
                    <button type="button" class="button" on:click=move |_| act(app)>{move || app.t(text)}</button>
                }
            };
            let corrupt = corrupt.map(|record| {
                let save = move |_| app.download_corrupt(record.table.name(), &record.key, &record.text);
                view! {
                    <p role="alert">{move || app.t(words::CORRUPT)}</p>
                    <div class="form__buttons">
                        <button type="button" class="button" on:click=save>{move || app.t(words::CORRUPT_SAVE)}</button>
                        {button(words::CORRUPT_DROP, actions.drop_corrupt)}
                    </div>
                }
            });
            let news = news.map(|(newer, [added, changed, removed])| {
                let sentence = move || {
                    let number = |number: usize| count(number as u64);
                    app.t(words::NEWS)
                        .replace("{version}", &newer.to_string())
                        .replace("{added}", &number(added))
                        .replace("{changed}", &number(changed))
                        .replace("{removed}", &number(removed))
                };
                view! {
                    <p>{sentence}</p>
                    <div class="form__buttons">{button(words::TAKE_NEWS, actions.take_news)}</div>
                }
            });
            view! {
                <p data-own=is_own.to_string()>{source}</p>
                {corrupt}
                {news}
                {is_own.then(|| view! { <div class="form__buttons">{button(words::USE_BUNDLED, actions.restore)}</div> })}
            }
        })
    };
    view! { <div class="own-data" data-testid="own-data">{body}</div> }
}
