//! The draws of dossiers: what was drawn from which list, by which method, from which seed, and a new one.

use leptos::prelude::*;

use crate::domain::edit::{Edit, MAX_DOSSIERS, MAX_DRAWS};
use crate::domain::id::VisitId;
use crate::domain::template::SampleOf;
use crate::domain::visit::DossierDraw;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::words::catalogue::draws as words;

use super::bar::Page;
use super::opened::Opened;

pub(super) mod draft;

pub(super) mod drawn;

pub(super) mod entry;

pub(super) mod fields;

use draft::Draft;
use drawn::DrawnNumbers;
use entry::{Fault, Kind, Place, population};
use fields::{DrawField, MethodFields};

/// The draws of a visit.
#[component]
pub fn Draws(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Dossiers draw=|session| view! { <DrawList session /> } /> }
}

#[component]
fn DrawList(session: Session) -> impl IntoView {
    let app = App::get();
    let draws = Memo::new(move |_| session.samples(|visit| visit.draws.clone()));
    let cards = move || {
        let draws = draws.get();
        if draws.is_empty() {
            return view! { <p class="empty">{move || app.t(words::NONE)}</p> }.into_any();
        }
        let cards = draws.into_iter().enumerate();
        let cards: Vec<_> = cards.map(|(place, drawn)| view! { <DrawCard session place drawn /> }).collect();
        view! { <ol class="draws">{cards}</ol> }.into_any()
    };
    view! {
        <div class="page page--form samples" data-testid="draws">
            <h2>{move || app.t(words::TITLE)}</h2>
            <p class="field__hint">{move || app.t(words::WHY)}</p>
            {cards}
            <NewDraw session />
        </div>
    }
}

#[component]
fn DrawCard(session: Session, place: usize, drawn: DossierDraw) -> impl IntoView {
    let app = App::get();
    let DossierDraw { list, draw, .. } = drawn;
    let title = {
        let list = list.clone();
        move || app.t(words::NUMBERED).replace("{n}", &(place + 1).to_string()).replace("{list}", &list)
    };
    let list = Signal::stored(list);
    let remove = move |_| {
        let mut draws = untrack(|| session.samples(|visit| visit.draws.clone()));
        if place < draws.len() {
            draws.remove(place);
            session.dispatch(Edit::Draws { draws });
        }
    };
    view! {
        <li class="samples__card" data-draw=place.to_string()>
            <h3>{title}</h3>
            <DrawnNumbers draw of=SampleOf::Dossiers list />
            <button type="button" class="button button--quiet button--danger" on:click=remove>
                {move || app.t(words::REMOVE)}
            </button>
        </li>
    }
}

#[component]
fn NewDraw(session: Session) -> impl IntoView {
    let app = App::get();
    let draft = Draft::new(app, "draw");
    let kept = draft.kept(app, session);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let made = draft.make(|| {
            let list = draft.list.get().trim().to_owned();
            if list.is_empty() {
                return Err(Fault::is(Place::List, words::LIST_MISSING));
            }
            let draws = session.samples(|visit| visit.draws.clone());
            if draws.len() >= MAX_DRAWS {
                return Err(Fault::about(Place::List, words::TOO_MANY_DRAWS, MAX_DRAWS));
            }
            let population = population(&draft.population.get())?;
            let draw = draft.draw(population, None, u32::try_from(MAX_DOSSIERS).unwrap_or(u32::MAX))?;
            Ok((draws, DossierDraw { list, draw, stamp: session.stamp() }))
        });
        if let Some((mut draws, drawn)) = made {
            draws.push(drawn);
            if session.takes(Edit::Draws { draws }) {
                draft.renew(app);
                kept.leave_with(session);
            }
        }
    };
    view! {
        <form class="samples__card form" novalidate on:submit=add>
            <h3>{move || app.t(words::NEW)}</h3>
            <DraftLine draft=kept at=At::Head />
            <DrawField draft place=Place::List label=words::LIST hint=words::LIST_HINT value=draft.list />
            <DrawField
                draft
                place=Place::Population
                label=words::POPULATION
                value=draft.population
                number=true
            />
            <MethodFields draft name="draw-method" kinds=Kind::ALL.to_vec() typed_strata=true />
            <DraftLine draft=kept at=At::Foot />
            <div>
                <button type="submit" class="button button--primary" data-testid="new-draw">
                    {move || app.t(words::DRAW)}
                </button>
            </div>
        </form>
    }
}
