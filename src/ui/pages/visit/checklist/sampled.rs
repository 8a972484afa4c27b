//! What the samples of the visit show of a row's item, and how an answer by hand stands to it.
//!
//! Both lines come and go with the samples, and not with an answer, so that an answer does not change the height of its
//! row.

use web_sys::Element;

use crate::domain::evidence::{Sampled, Shown};
use crate::domain::visit::Visit;
use crate::report::shown_words::shown_words;
use crate::state::route::Route;
use crate::state::session::RowState;
use crate::ui::pages::visit::dom::{first, set, write};
use crate::words::catalogue::audit;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

use super::item::Row;

/// How many of those that fail are named in a row.
const NAMED: usize = 5;

/// Shows them, or takes them away where no sample speaks of the item any more.
pub(super) fn show_sampled(article: &Element, row: &Row, now: &RowState) {
    let Some(shown) = &now.shown else {
        set(article, "data-sampled", None);
        for part in [".item__evidence", ".item__overrule"] {
            if let Some(part) = first::<Element>(article, part) {
                part.remove();
            }
        }
        return;
    };
    let lang = row.sheet.lang;
    let stencils = &row.sheet.stencils;
    let (unreasoned, overruled) = match shown.of {
        Sampled::Dossiers | Sampled::Procedures => (words::UNREASONED, words::OVERRULED),
        Sampled::Checks => (audit::UNREASONED, audit::OVERRULED),
    };
    let (state, said) = match (&now.entry.answer, now.overruled) {
        (None, _) => ("shown", ""),
        (Some(_), false) => ("unreasoned", unreasoned.get(lang)),
        (Some(_), true) => ("overruled", overruled.get(lang)),
    };
    let share = shown_words(row.item(), shown, lang);
    set(article, "data-sampled", Some(state));
    if first::<Element>(article, ".item__evidence").is_none() {
        put_after(article, "fieldset", stencils.evidence());
        put_after(article, ".item__foot", stencils.overrule());
    }
    let Some(part) = first::<Element>(article, ".item__evidence") else { return };
    set(&part, "data-evidence", Some(row.item().code.as_str()));
    let by = match shown.of {
        Sampled::Dossiers | Sampled::Procedures => words::SHOWN_BY_SAMPLE,
        Sampled::Checks => audit::SHOWN_BY_FIGURES,
    };
    write(&part, ".evidence__shown", &by.get(lang).replace("{share}", &share));
    // What fails is named as the visit now has it, so the line follows the samples too.
    let failing = row.sheet.session.samples(|visit| failing_words(visit, shown, lang));
    write(&part, ".evidence__failing", &failing);
    if let Some(link) = first::<Element>(&part, "a") {
        let id = row.sheet.session.id();
        let (route, label) = match shown.of {
            Sampled::Dossiers => (Route::Dossiers(id), words::OPEN_DOSSIERS),
            Sampled::Procedures => (Route::Posting(id), words::OPEN_POSTING),
            Sampled::Checks => (Route::Audit(id), audit::OPEN_AUDIT),
        };
        set(&link, "href", Some(&route.href()));
        write(&part, "a", label.get(lang));
    }
    write(article, ".item__overrule", &said.replace("{share}", &share));
}

fn put_after(article: &Element, place: &str, part: Option<Element>) {
    // It throws only where an element would be put into itself.
    first::<Element>(article, place)
        .zip(part)
        .and_then(|(place, part)| place.insert_adjacent_element("afterend", &part).ok());
}

/// Those that fail by their codes, the first few, and how many others there are.
fn failing_words(visit: &Visit, shown: &Shown, lang: Lang) -> String {
    let failing = &shown.share.failing;
    let named: Vec<&str> = failing.iter().take(NAMED).filter_map(|place| code_of(visit, shown.of, *place)).collect();
    if named.is_empty() {
        return String::new();
    }
    let words = words::FAILING.get(lang).replace("{codes}", &named.join(", "));
    let others = match (failing.len().saturating_sub(NAMED), shown.of) {
        (0, _) => return words,
        (n, Sampled::Dossiers) => words::OTHER_DOSSIERS.get(lang).replace("{n}", &format::count(n as u64)),
        (n, Sampled::Procedures) => words::OTHER_PROCEDURES.get(lang).replace("{n}", &format::count(n as u64)),
        // Discrepancies have no codes, so none is named.
        (_, Sampled::Checks) => return words,
    };
    format!("{words}{others}")
}

fn code_of(visit: &Visit, of: Sampled, place: usize) -> Option<&str> {
    match of {
        Sampled::Dossiers => visit.dossiers.values().nth(place).map(|held| held.dossier.code.as_str()),
        Sampled::Procedures => visit.posting.as_ref()?.posting.sampled.get(place).map(|one| one.code.as_str()),
        Sampled::Checks => None,
    }
}

#[cfg(test)]
mod tests;
