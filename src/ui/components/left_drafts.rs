//! The forms that were left with a draft in them: "saved" is not all that was typed.

use leptos::prelude::*;

use crate::state::App;
use crate::state::route::Route;
use crate::words::Text;
use crate::words::catalogue::{audit, calendar, checklist, drafts as words, draws, figures, forms, legal};
use crate::words::catalogue::{posting, procedures};

/// The ways to the forms with drafts whose keys begin so; nothing where there is none.
#[component]
pub fn LeftDrafts(
    /// How the keys begin (`visit/<id>/`).
    prefixes: Vec<String>,
) -> impl IntoView {
    let app = App::get();
    app.drafts.ensure();
    let places = Memo::new(move |_| {
        let here = app.route().get();
        let mut places = Vec::new();
        for place in prefixes.iter().flat_map(|prefix| app.drafts.left_under(prefix)) {
            if place != here && !places.contains(&place) {
                places.push(place);
            }
        }
        places
    });
    let link = move |place: &Route| {
        let name = name_of(place);
        view! { <a class="left-drafts__link" href=place.href()>{move || name.map(|name| app.t(name))}</a> }
    };
    view! {
        <Show when=move || !places.read().is_empty()>
            <p class="left-drafts" data-testid="drafts-left">
                <span>{move || app.t(words::LEFT)}</span>
                {move || places.read().iter().map(link).collect_view()}
            </p>
        </Show>
    }
}

/// What a page with forms is called.
fn name_of(place: &Route) -> Option<Text> {
    Some(match place {
        Route::NewSupervision => forms::NEW_SUPERVISION,
        Route::EditSupervision(_) => forms::EDIT_SUPERVISION,
        Route::NewUnit(_) => forms::NEW_UNITS,
        Route::EditUnit(..) => forms::EDIT_UNIT,
        Route::NewVisit(..) => forms::NEW_VISIT,
        Route::EditVisit(_) => forms::EDIT_VISIT,
        Route::Dossiers(_) => checklist::DOSSIERS,
        Route::Findings(_) => checklist::FINDINGS,
        Route::Posting(_) => posting::TITLE,
        Route::Draws(_) => draws::TITLE,
        Route::NewTable(_) | Route::Table(..) => figures::TITLE,
        Route::Statement(..) => words::STATEMENT,
        Route::Audit(_) => audit::TITLE,
        Route::Calendar => calendar::CALENDAR,
        Route::Legal => legal::LEGAL,
        Route::ProcedureLists => procedures::PROCEDURES,
        _ => return None,
    })
}
