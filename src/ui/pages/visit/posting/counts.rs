//! What is held against what: how many procedures have to be posted, and how many are.

use leptos::prelude::*;

use crate::state::{App, Session};
use crate::words::catalogue::posting as words;

use super::counter::Counter;
use super::entry::held;

/// The two numbers.
#[component]
pub(super) fn Counts(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let too_many = Memo::new(move |_| {
        let numbers = held(session).and_then(|posting| posting.counted.zip(posting.in_force));
        numbers.and_then(|(counted, in_force)| (counted > in_force).then_some(words::COUNTED_ABOVE))
    });
    view! {
        <section class="posting__counts" aria-labelledby="posting-counts">
            <h3 id="posting-counts">{move || app.t(words::COUNTS)}</h3>
            <div class="form__row">
                <Counter
                    session
                    id="posting-in-force"
                    label=words::IN_FORCE
                    number=(|posting| posting.in_force, |posting, number| posting.in_force = number)
                    remark=Signal::stored(Some(words::IN_FORCE_BY_HAND))
                />
                <Counter
                    session
                    id="posting-counted"
                    label=words::COUNTED
                    number=(|posting| posting.counted, |posting, number| posting.counted = number)
                    remark=too_many.into()
                />
            </div>
        </section>
    }
}
