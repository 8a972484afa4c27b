//! Dossiers from a table: those with a code that the visit knows are updated, the others are new. What the table says
//! nothing of stays, and a blank takes nothing away unless a person says so. One edit, so that one undo takes it back.

use leptos::prelude::*;

use crate::domain::dossier::{Blanks, Field};
use crate::domain::edit::{DossierRow, Edit};
use crate::domain::id::{DossierId, VisitId};
use crate::intake::protocol::{Kind, Reading};
use crate::intake::updating::{Changed, Update, update};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::table_import::{TableImport, sentences};
use crate::ui::pages::visit::bar::Page;
use crate::ui::pages::visit::opened::Opened;
use crate::words::Text;
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
    let take_blanks = RwSignal::new(false);
    let blanks = move || if take_blanks.get() { Blanks::Take } else { Blanks::Keep };
    let effect = Callback::new(move |(read, take_bad): (Reading, bool)| {
        effect_words(app, &updated(session, &read, take_bad, blanks()))
    });
    // Blanks are listed alike whether they are taken or not.
    let details = Callback::new(move |(read, take_bad): (Reading, bool)| {
        details(app, &updated(session, &read, take_bad, Blanks::Keep), take_blanks)
    });
    let confirm = Callback::new(move |(read, take_bad): (Reading, bool)| {
        let update = updated(session, &read, take_bad, untrack(blanks));
        let changed = update.changed.into_iter().filter(Changed::is_changed);
        let changed = changed.map(|changed| DossierRow { id: changed.id, dossier: Some(changed.merged.dossier) });
        let new = update.new.into_iter().enumerate().filter_map(|(place, dossier)| {
            Some(DossierRow { id: DossierId::new(app.new_sorted_id(place)).ok()?, dossier: Some(dossier) })
        });
        let rows: Vec<DossierRow> = changed.chain(new).collect();
        let number = count(rows.len() as u64);
        if !rows.is_empty() {
            session.dispatch(Edit::Dossiers { rows });
        }
        app.notices.say(app.t(words::TAKEN).replace("{n}", &number));
        app.go(&Route::Dossiers(session.id()));
    });
    view! {
        <div class="page page--table">
            <h2>{move || app.t(words::DOSSIERS)}</h2>
            <TableImport kind=Kind::Dossiers effect confirm details />
            <p>
                <a class="button button--quiet" href=Route::Dossiers(session.id()).href()>{move || app.t(BACK)}</a>
            </p>
        </div>
    }
}

/// What the table does to the dossiers of the visit.
fn updated(session: Session, read: &Reading, take_bad: bool, blanks: Blanks) -> Update {
    untrack(|| {
        session.samples(|visit| {
            let held = visit.dossiers.iter().map(|(id, held)| (id, &held.dossier));
            update(held, read, take_bad, blanks)
        })
    })
}

fn effect_words(app: App, update: &Update) -> String {
    let number = |number: usize| count(number as u64);
    let changed = update.changed.iter().filter(|changed| changed.is_changed()).count();
    let sum = |of: fn(&Changed) -> usize| number(update.changed.iter().map(of).sum());
    let dossiers = app.t(words::EFFECT).replace("{new}", &number(update.new.len())).replace("{same}", &number(changed));
    if update.changed.is_empty() && update.same == 0 {
        return dossiers;
    }
    // Blanks that are taken are gone from what is held.
    let kept = |changed: &Changed| {
        changed.merged.blanks.iter().filter(|field| !field.is_blank(&changed.merged.dossier)).count()
    };
    let fields = app
        .t(words::EFFECT_FIELDS)
        .replace("{over}", &sum(|changed| changed.merged.overwritten.len()))
        .replace("{filled}", &sum(|changed| changed.merged.filled.len()))
        .replace("{kept}", &sum(kept))
        .replace("{same}", &number(update.same + update.changed.len() - changed));
    format!("{dossiers} {fields}")
}

/// What would be overwritten, and what the table has blank, by dossier and column.
fn details(app: App, update: &Update, take_blanks: RwSignal<bool>) -> AnyView {
    let overwritten = lines(app, update, words::CHANGE, |changed| &changed.merged.overwritten);
    let blank = lines(app, update, words::BLANK, |changed| &changed.merged.blanks);
    let label = app.t(words::TAKE_BLANKS).replace("{n}", &count(blank.len() as u64));
    let tick = (!blank.is_empty()).then(|| {
        view! {
            <label class="tick">
                <input type="checkbox" data-testid="table-take-blanks" bind:checked=take_blanks />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        {sentences(words::OVERWRITES, overwritten, "overwritten")}
        {sentences(words::BLANKS, blank, "blank")}
        {tick}
    }
    .into_any()
}

fn lines(app: App, update: &Update, text: Text, fields: fn(&Changed) -> &Vec<Field>) -> Vec<String> {
    let lang = app.lang();
    let line = |changed: &Changed, field: Field| {
        app.t(text)
            .replace("{code}", &changed.before.code)
            .replace("{field}", field.label().get(lang))
            .replace("{after}", &field.written(&changed.merged.dossier, lang))
            .replace("{before}", &field.written(&changed.before, lang))
    };
    update
        .changed
        .iter()
        .flat_map(|changed| fields(changed).iter().map(move |field| (changed, *field)))
        .map(|(changed, field)| line(changed, field))
        .collect()
}
