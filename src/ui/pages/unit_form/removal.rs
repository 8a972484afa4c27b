//! The visits of a unit, and leaving the unit out, which its visits forbid.

use leptos::prelude::*;

use crate::domain::progress::VisitSummary;
use crate::domain::supervision::{Supervision, Unit};
use crate::state::App;
use crate::ui::components::visit_link::VisitLink;
use crate::words::catalogue::forms as words;
use crate::words::format::count;

/// The visits, and the button at the foot.
#[component]
pub fn Removal(
    /// Where the unit belongs.
    supervision: Supervision,
    /// The unit.
    unit: Unit,
) -> impl IntoView {
    let app = App::get();
    let (of, id) = (supervision.id.clone(), unit.id.clone());
    let visits = Memo::new(move |_| {
        let mut visits: Vec<VisitSummary> = app.library.summaries().with(|all| {
            let of_unit = all.iter().filter(|visit| visit.supervision == of && visit.unit == id);
            of_unit.cloned().collect()
        });
        visits.sort_by(|one, other| (other.date, &other.id).cmp(&(one.date, &one.id)));
        visits
    });
    let refused = RwSignal::new(false);
    let remove = move |_| {
        if visits.read_untracked().is_empty() {
            app.library.remove_unit(app, supervision.id.clone(), unit.id.clone());
        } else {
            refused.set(true);
        }
    };
    let links = move || visits.get().into_iter().map(|visit| view! { <VisitLink visit /> }).collect_view();
    let is_refused = move || refused.get() && !visits.read().is_empty();
    let sentence = move || {
        if is_refused() {
            app.t(words::UNIT_HAS_VISITS).replace("{n}", &count(visits.read().len() as u64))
        } else {
            app.t(words::REMOVE_UNIT_HINT).to_owned()
        }
    };
    view! {
        <Show when=move || !visits.read().is_empty()>
            <section class="form__visits" aria-labelledby="unit-visits">
                <h2 id="unit-visits">{move || app.t(words::UNIT_VISITS)}</h2>
                <ul class="unit-card__visits">{links}</ul>
            </section>
        </Show>
        <footer class="removal">
            <button type="button" class="button button--danger" on:click=remove>
                {move || app.t(words::REMOVE_UNIT)}
            </button>
            <p role="status" class:removal__refused=is_refused>{sentence}</p>
        </footer>
    }
}
