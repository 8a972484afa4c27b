//! What the form begins with and offers: the last values of the visit.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::dossier::{Dossier, State};
use crate::domain::visit::Visit;
use crate::state::Session;

/// The most texts that are offered for a field.
const MOST_OFFERED: usize = 60;

/// The ids of the lists that fields offer.
pub(super) const PROCEDURES: &str = "known-procedures";
/// Fields.
pub(super) const FIELDS: &str = "known-fields";
/// Bodies at fault.
pub(super) const BODIES: &str = "known-bodies";
/// Signers.
pub(super) const SIGNERS: &str = "known-signers";

/// A new dossier with what dossiers pulled one after the other mostly share with the last one: procedure, field, level,
/// channel, day of receipt and term. Nothing that has to be looked at is taken over.
pub(in crate::ui::pages::visit::dossiers) fn begin_like_last(session: Session) -> Dossier {
    let last =
        untrack(|| session.samples(|visit| visit.dossiers.values().next_back().map(|held| held.dossier.clone())));
    let open = Dossier { state: Some(State::Processing), ..Dossier::default() };
    let Some(last) = last else { return open };
    Dossier {
        procedure: last.procedure,
        field: last.field,
        level: last.level,
        channel: last.channel,
        received: last.received,
        term: last.term,
        ..open
    }
}

/// The lists of texts that were used before in this visit, the latest first.
pub(super) fn offered(session: Session) -> impl IntoView {
    let list = |id: &'static str, text: fn(&Dossier) -> &str| {
        let texts = untrack(|| session.samples(|visit| latest(visit, text)));
        view! {
            <datalist id=id>{texts.into_iter().map(|text| view! { <option value=text></option> }).collect_view()}</datalist>
        }
    };
    [
        list(PROCEDURES, |dossier| &dossier.procedure),
        list(FIELDS, |dossier| &dossier.field),
        list(BODIES, |dossier| &dossier.body_at_fault),
        list(SIGNERS, |dossier| dossier.letter().map_or("", |letter| &letter.signed_by)),
    ]
    .into_iter()
    .collect_view()
}

fn latest(visit: &Visit, text: fn(&Dossier) -> &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let texts = visit.dossiers.values().rev().map(|held| text(&held.dossier).trim());
    texts.filter(|text| !text.is_empty() && seen.insert(*text)).take(MOST_OFFERED).map(str::to_owned).collect()
}
