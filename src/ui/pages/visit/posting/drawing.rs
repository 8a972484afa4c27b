//! Drawing the sample: the numbers of a list that is fixed before, and how to repeat the draw.

use leptos::prelude::*;

use crate::domain::procedure::{MAX_SAMPLED, Posting};
use crate::report::draw_words::Drawn;
use crate::state::{App, Session};
use crate::ui::pages::visit::draws::draft::Draft;
use crate::ui::pages::visit::draws::drawn::DrawnNumbers;
use crate::ui::pages::visit::draws::entry::{Fault, Kind, Place};
use crate::ui::pages::visit::draws::fields::MethodFields;
use crate::words::Text;
use crate::words::catalogue::posting as words;

use super::entry::{held, keep, take_up};

/// The draw that was made, and the fields of another.
#[component]
pub(super) fn Drawing(
    /// The open visit.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let drawn = Memo::new(move |_| held(session).and_then(|posting| posting.draw));
    let list = Signal::derive(move || app.t(words::DRAWN_FROM_UNIT).to_owned());
    let numbers = move || {
        let draw = drawn.get()?;
        Some(view! {
            <div class="samples__card">
                <DrawnNumbers draw what=Drawn::Procedures list />
            </div>
        })
    };
    let draft = Draft::new(app, "posting-draw");
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut posting = take_up(session);
        if draft.make(|| draw(&mut posting, draft)).is_some() {
            keep(session, posting);
            draft.renew(app);
        }
    };
    view! {
        {numbers}
        <details class="samples__more">
            <summary>
                {move || app.t(if drawn.read().is_some() { words::DRAW_AGAIN } else { words::DRAW })}
            </summary>
            <form class="samples__card form" novalidate on:submit=add>
                <p class="field__hint">{move || app.t(words::DRAW_WITHOUT_LIST)}</p>
                <MethodFields draft name="posting-method" kinds=KINDS.to_vec() typed_strata=false />
                <div>
                    <button type="submit" class="button button--primary" data-testid="posting-draw">
                        {move || app.t(words::DRAW)}
                    </button>
                </div>
            </form>
        </details>
    }
}

fn draw(posting: &mut Posting, draft: Draft) -> Result<(), Fault> {
    let population = posting.in_force.filter(|number| *number > 0);
    let population = population.ok_or_else(|| Fault::is(Place::Size, words::POPULATION_MISSING))?;
    let draw = draft.draw(population, u32::try_from(MAX_SAMPLED).unwrap_or(u32::MAX))?;
    posting.draw = Some(draw);
    Ok(())
}

/// The methods that need no list.
const KINDS: [(Kind, Text); 3] = [Kind::ALL[0], Kind::ALL[1], Kind::ALL[4]];
