//! Dossiers from a table: those with a code that the visit knows are updated, the others are new. One edit, so that one
//! undo takes it back.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::dossier::Dossier;
use crate::domain::edit::{DossierRow, Edit};
use crate::domain::id::{DossierId, VisitId};
use crate::intake::protocol::{Kind, Reading, Rows};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::table_import::TableImport;
use crate::ui::pages::visit::bar::Page;
use crate::ui::pages::visit::opened::Opened;
use crate::words::catalogue::dossiers::BACK;
use crate::words::catalogue::table_import as words;
use crate::words::format::count;

/// The page.
#[component]
pub fn DossierImport(
    /// Which visit.
    id: VisitId,
) -> impl IntoView {
    view! { <Opened id page=Page::Dossiers draw=|session| view! { <Import session /> } /> }
}

#[component]
fn Import(session: Session) -> impl IntoView {
    let app = App::get();
    session.want_calendar();
    let effect = Callback::new(move |(read, take_bad): (Reading, bool)| {
        let known = known(session);
        let (same, new): (Vec<_>, Vec<_>) =
            dossiers(read, take_bad).into_iter().partition(|dossier| known.contains_key(dossier.code.trim()));
        app.t(words::EFFECT).replace("{new}", &count(new.len() as u64)).replace("{same}", &count(same.len() as u64))
    });
    let confirm = Callback::new(move |(read, take_bad): (Reading, bool)| {
        let known = known(session);
        let id = |place: usize, dossier: &Dossier| match known.get(dossier.code.trim()) {
            Some(id) => Some(id.clone()),
            None => DossierId::new(app.new_sorted_id(place)).ok(),
        };
        let dossiers = dossiers(read, take_bad).into_iter().enumerate();
        let rows: Vec<DossierRow> = dossiers
            .filter_map(|(place, dossier)| Some(DossierRow { id: id(place, &dossier)?, dossier: Some(dossier) }))
            .collect();
        let number = count(rows.len() as u64);
        session.dispatch(Edit::Dossiers { rows });
        app.notices.say(app.t(words::TAKEN).replace("{n}", &number));
        app.go(&Route::Dossiers(session.id()));
    });
    view! {
        <div class="page page--table">
            <h2>{move || app.t(words::DOSSIERS)}</h2>
            <TableImport kind=Kind::Dossiers effect confirm />
            <p>
                <a class="button button--quiet" href=Route::Dossiers(session.id()).href()>{move || app.t(BACK)}</a>
            </p>
        </div>
    }
}

/// The dossiers of the visit by code, the first of each.
fn known(session: Session) -> BTreeMap<String, DossierId> {
    let mut known = BTreeMap::new();
    untrack(|| {
        session.samples(|visit| {
            for (id, held) in &visit.dossiers {
                let code = held.dossier.code.trim();
                if !code.is_empty() {
                    known.entry(code.to_owned()).or_insert_with(|| id.clone());
                }
            }
        });
    });
    known
}

/// The dossiers that are taken: those read in full, and the others if a person wants them.
fn dossiers(read: Reading, take_bad: bool) -> Vec<Dossier> {
    let Rows::Dossiers(rows) = read.rows else { return Vec::new() };
    rows.into_iter().filter(|row| take_bad || row.problems.is_empty()).filter_map(|row| row.record).collect()
}
