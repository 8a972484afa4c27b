//! What a draw gave: the numbers to carry to the shelf, the sentence for the report, and whether it can be repeated.

use leptos::prelude::*;

use crate::domain::sampling::{Draw, Method};
use crate::domain::template::SampleOf;
use crate::report::draw_words;
use crate::state::App;
use crate::words::catalogue::draws as words;
use crate::words::format::count;

/// Numbers in one line of the list.
const IN_A_LINE: usize = 10;

/// The draw.
#[component]
pub(in crate::ui::pages::visit) fn DrawnNumbers(
    /// The draw.
    draw: Draw,
    /// What was drawn.
    of: SampleOf,
    /// From which list.
    list: Signal<String>,
) -> impl IntoView {
    let app = App::get();
    let repeated = RwSignal::new(None::<bool>);
    let number = draw.drawn.len() as u64;
    let lines = draw.drawn.chunks(IN_A_LINE).map(|ten| {
        let numbers: Vec<_> = ten.iter().map(|number| view! { <span>{count((*number).into())} " "</span> }).collect();
        view! { <li class="numbers__ten">{numbers}</li> }
    });
    let lines: Vec<_> = lines.collect();
    let draw = StoredValue::new(draw);
    let by_hand = draw.with_value(|draw| matches!(draw.method, Method::ByHand { .. }));
    let verdict = move || {
        repeated.get().map(|holds| match holds {
            true if by_hand => app.t(words::HOLDS_BY_HAND),
            true => app.t(words::HOLDS),
            false => app.t(words::DOES_NOT_HOLD),
        })
    };
    let sentence = move || {
        let sentence = draw.with_value(|draw| draw_words(draw, of, app.lang()));
        app.t(words::STATED).replace("{list}", &list.read()).replace("{sentence}", &sentence)
    };
    view! {
        <p class="numbers__label">{move || app.t(words::DRAWN).replace("{n}", &count(number))}</p>
        <ol class="numbers" data-testid="draw-numbers">{lines}</ol>
        <p class="numbers__statement">
            <span class="numbers__label">{move || app.t(words::STATEMENT)}</span>
            {sentence}
        </p>
        <div class="numbers__check">
            <button
                type="button"
                class="button"
                data-testid="draw-repeat"
                on:click=move |_| repeated.set(Some(draw.with_value(Draw::holds)))
            >
                {move || app.t(words::REPEAT)}
            </button>
            <p role="status" data-holds=move || repeated.get().map(|holds| holds.to_string())>{verdict}</p>
        </div>
    }
}
