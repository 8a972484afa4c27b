//! Drawing the sample: the numbers of a list that is fixed before, and how to repeat the draw.

use leptos::prelude::*;

use crate::domain::procedure::{MAX_SAMPLED, Posting, Procedure, ProcedureList};
use crate::domain::supervision::Level;
use crate::domain::template::SampleOf;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::pages::visit::draws::draft::Draft;
use crate::ui::pages::visit::draws::drawn::DrawnNumbers;
use crate::ui::pages::visit::draws::entry::{Fault, Kind, Place};
use crate::ui::pages::visit::draws::fields::MethodFields;
use crate::words::Text;
use crate::words::catalogue::{posting as words, procedures};
use crate::words::format::count;

use super::entry::{held, keep, take_up};
use super::lists::Lists;
use super::population::{Scope, by_field, redrawn};

/// The draw that was made, and the fields of another.
#[component]
pub(super) fn Drawing(
    /// The open visit.
    session: Session,
    /// The lists on the device.
    lists: Lists,
) -> impl IntoView {
    let app = App::get();
    let drawn = Memo::new(move |_| held(session).and_then(|posting| posting.draw));
    let list = Signal::derive(move || match held(session).and_then(|posting| posting.list) {
        Some(list) => app.t(procedures::LIST).replace("{id}", &list.id).replace("{version}", &list.version.to_string()),
        None => app.t(words::DRAWN_FROM_UNIT).to_owned(),
    });
    let numbers = move || {
        let draw = drawn.get()?;
        Some(view! {
            <div class="samples__card">
                <DrawnNumbers draw of=SampleOf::Procedures list />
            </div>
        })
    };
    let draft = Draft::new(app, "posting-draw");
    let kept = draft.kept(app, session);
    let by_list = Memo::new(move |_| lists.list().is_some());
    let fields = move || {
        let by_list = by_list.get();
        // Fields are those of the list: without one there are none to draw by.
        if !by_list && draft.kind.get_untracked() == Kind::ByField {
            draft.kind.set(Kind::SimpleRandom);
        }
        let kinds = KINDS.into_iter().filter(|(kind, _)| by_list || *kind != Kind::ByField).collect();
        view! { <MethodFields draft name="posting-method" kinds typed_strata=false /> }
    };
    let hint = move || {
        let in_force = held(session).and_then(|posting| posting.in_force);
        let population = lists.list().map(|list| in_scope(in_force, &list, session, lists.level).len());
        match population {
            Some(population) => app.t(words::DRAW_BY_LIST).replace("{n}", &count(population as u64)),
            None => app.t(words::DRAW_WITHOUT_LIST).to_owned(),
        }
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut posting = take_up(session);
        let made = draft.make(|| match lists.list() {
            Some(list) => draw_from(&mut posting, &list, session, lists.level, draft),
            None => draw_numbers(&mut posting, draft),
        });
        if made.is_some() && keep(session, posting) {
            draft.renew(app);
            kept.leave_with(session);
        }
    };
    view! {
        {numbers}
        <details class="samples__more" open=move || kept.unfolds()>
            <summary>
                {move || app.t(if drawn.read().is_some() { words::DRAW_AGAIN } else { words::DRAW })}
            </summary>
            <form class="samples__card form" novalidate on:submit=add>
                <DraftLine draft=kept at=At::Head />
                <p class="field__hint">{hint}</p>
                {fields}
                <DraftLine draft=kept at=At::Foot />
                <div>
                    <button type="submit" class="button button--primary" data-testid="posting-draw">
                        {move || app.t(words::DRAW)}
                    </button>
                </div>
            </form>
        </details>
    }
}

/// The procedures that are drawn from: in force on the day of the visit, of the scope that was counted.
fn in_scope(in_force: Option<u32>, list: &ProcedureList, session: Session, level: Level) -> Vec<&Procedure> {
    let on = session.visit(|visit| visit.date);
    Scope::of(in_force, list, on, level).in_force(list, on, level)
}

/// A sample of the procedures in force.
fn draw_from(
    posting: &mut Posting,
    list: &ProcedureList,
    session: Session,
    level: Level,
    draft: Draft,
) -> Result<(), Fault> {
    let mut procedures = in_scope(posting.in_force, list, session, level);
    let population = u32::try_from(procedures.len()).unwrap_or(u32::MAX);
    let mut strata = None;
    if draft.kind.get() == Kind::ByField {
        let (fields, ordered) = by_field(procedures);
        (strata, procedures) = (Some(fields), ordered);
    }
    let draw = draft.draw(population, strata, most())?;
    posting.on = session.visit(|visit| visit.date);
    posting.in_force = Some(population);
    posting.sampled = redrawn(&posting.sampled, &draw.drawn, &procedures);
    posting.draw = Some(draw);
    Ok(())
}

/// Numbers of the unit's own list.
fn draw_numbers(posting: &mut Posting, draft: Draft) -> Result<(), Fault> {
    let population = posting.in_force.filter(|number| *number > 0);
    let population = population.ok_or_else(|| Fault::is(Place::Size, words::POPULATION_MISSING))?;
    posting.draw = Some(draft.draw(population, None, most())?);
    Ok(())
}

/// The most procedures in a sample.
fn most() -> u32 {
    u32::try_from(MAX_SAMPLED).unwrap_or(u32::MAX)
}

/// The methods; lateness is no matter of procedures.
const KINDS: [(Kind, Text); 4] = [Kind::ALL[0], Kind::ALL[1], Kind::ALL[2], Kind::ALL[4]];
