//! What the samples of the visit show of a row's item, and how an answer by hand stands to it.
//!
//! Both lines come and go with the samples, and not with an answer, so that an answer does not change the height of its
//! row.

use web_sys::Element;

use crate::domain::evidence::{Sampled, Shown, StandingKind};
use crate::domain::template::{Item, Takes};
use crate::domain::visit::Visit;
use crate::report::answer_words::answer_words;
use crate::report::shown_words::{base_words, shown_words};
use crate::state::route::Route;
use crate::state::session::RowState;
use crate::ui::pages::visit::dom::{first, set, write};
use crate::words::catalogue::audit;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format};

use super::sheet::Row;

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
    let (state, said) = state_words(row.item(), shown, now, lang);
    let share = shown_words(row.item(), shown, lang);
    set(article, "data-sampled", Some(state));
    if first::<Element>(article, ".item__evidence").is_none() {
        put_after(article, "fieldset", stencils.evidence());
        put_after(article, ".item__foot", stencils.overrule());
    }
    let Some(part) = first::<Element>(article, ".item__evidence") else { return };
    set(&part, "data-evidence", Some(row.item().code.as_str()));
    write(&part, ".evidence__shown", &line(row.item(), shown, now, lang));
    // What fails is named as the visit now has it, so the line follows the samples too.
    let failing = row.sheet.session.samples(|visit| failing_words(visit, shown, lang));
    write(&part, ".evidence__failing", &failing);
    if let Some(link) = first::<Element>(&part, "a") {
        let id = row.sheet.session.id();
        let (route, label) = match shown.of {
            Sampled::Dossiers => (Route::Dossiers(id), words::OPEN_DOSSIERS),
            Sampled::Procedures | Sampled::Posted => (Route::Posting(id), words::OPEN_POSTING),
            Sampled::Checks => (Route::Audit(id), audit::OPEN_AUDIT),
        };
        set(&link, "href", Some(&route.href()));
        write(&part, "a", label.get(lang));
    }
    write(article, ".item__overrule", &said.replace("{share}", &share));
}

/// How the answers stand: the word for the style sheet, and the sentence below the answer.
fn state_words(item: &Item, shown: &Shown, now: &RowState, lang: Lang) -> (&'static str, &'static str) {
    let by_figures = shown.of == Sampled::Checks;
    // What the unit reports is not an answer by hand that lacks its reason: it says something else than the sample.
    let contradicts = item.takes() == Takes::Reported
        && now.entry.answer.as_ref().is_some_and(|answer| answer.is_complete(&item.answer) && shown.exceeds(answer));
    match now.standing {
        StandingKind::Awaited if contradicts => ("contradicted", words::LESS_THAN_SEEN.get(lang)),
        // What is half typed does not count yet, and can be cleared.
        StandingKind::Awaited | StandingKind::Shown if now.entry.answer.is_some() => ("unfinished", ""),
        StandingKind::Awaited => ("awaited", ""),
        StandingKind::Reported => ("reported", ""),
        StandingKind::Unreasoned if contradicts => ("contradicted", words::LESS_THAN_SEEN.get(lang)),
        StandingKind::Unreasoned if by_figures => ("unreasoned", audit::UNREASONED.get(lang)),
        StandingKind::Unreasoned => ("unreasoned", words::UNREASONED.get(lang)),
        StandingKind::Overruled if by_figures => ("overruled", audit::OVERRULED.get(lang)),
        StandingKind::Overruled => ("overruled", words::OVERRULED.get(lang)),
        StandingKind::Shown | StandingKind::Open | StandingKind::ByHand => ("shown", ""),
    }
}

/// What is shown, on its base; of an item that takes what the unit reports, that beside it.
fn line(item: &Item, shown: &Shown, now: &RowState, lang: Lang) -> String {
    let share = shown_words(item, shown, lang);
    let Some(base) = base_words(shown, lang) else {
        return audit::SHOWN_BY_FIGURES.get(lang).replace("{share}", &share);
    };
    if item.takes() == Takes::Sample && shown.of == Sampled::Posted {
        return format!("{}: {share}", capital(&base));
    }
    if item.takes() == Takes::Sample {
        return words::SHOWN_BY_SAMPLE.get(lang).replace("{share}", &format!("{share} – {base}"));
    }
    let reported = now.entry.answer.as_ref().map(|answer| answer_words(item, answer, lang));
    let reported = reported.unwrap_or_else(|| words::NOT_REPORTED.get(lang).to_owned());
    let text = words::TWO_BASES.get(lang).replace("{reported}", &reported);
    text.replace("{base}", &capital(&base)).replace("{share}", &share)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
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
        // Discrepancies have no codes, and what was counted on site no places, so none is named.
        (_, Sampled::Checks | Sampled::Posted) => return words,
    };
    format!("{words}{others}")
}

fn code_of(visit: &Visit, of: Sampled, place: usize) -> Option<&str> {
    match of {
        Sampled::Dossiers => visit.dossiers.values().nth(place).map(|held| held.dossier.code.as_str()),
        Sampled::Procedures => visit.posting.as_ref()?.posting.sampled.get(place).map(|one| one.code.as_str()),
        Sampled::Checks | Sampled::Posted => None,
    }
}

#[cfg(test)]
mod tests;
