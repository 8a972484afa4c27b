//! One row of the checklist: a copy of its stencil with the item's words filled in, and its fields a moment later.
//! [`mirror`] keeps its controls in step with the answer, and [`super::taps`] hears them.

use leptos::prelude::*;
use web_sys::{Element, HtmlInputElement};

use crate::domain::supervision::Level;
use crate::domain::template::{AnswerSpec, Item, SampleOf};
use crate::ui::pages::visit::dom::{all, first, set, write};
use crate::ui::pages::visit::place::row_id;
use crate::words::catalogue::checklist as words;
use crate::words::catalogue::findings::NO_BASIS;
use crate::words::{Lang, Text};

use super::figures::{Figure, labels, rule};
use super::mirror::{mirror, show_fields};
use super::sheet::{Row, Sheet};

/// Draws the row of the item at this place in the template, all but its fields. The effect that keeps it in step belongs
/// to the reactive owner of the moment.
pub(super) fn draw_row(position: usize, sheet: &Sheet) -> Option<(Element, Row)> {
    let lang = sheet.lang;
    let item = sheet.template.items.get(position)?;
    let row = Row { sheet: sheet.clone(), position, state: sheet.session.row(&item.code)? };
    let article = sheet.stencils.row(&item.answer)?;
    let code = item.code.as_str();
    set(&article, "id", Some(&row_id(&item.code)));
    set(&article, "data-item", Some(code));
    write(&article, ".item__code", code);
    write(&article, ".item__question", item.question.get(lang));
    if item.weight != 1 {
        write(&article, ".item__weight", &words::WEIGHT.get(lang).replace("{weight}", &item.weight.to_string()));
    }
    if let Some(when) = &item.critical {
        set(&article, "data-critical", Some("true"));
        write(&article, ".item__critical", &format!("{}{}", words::CRITICAL_WHEN.get(lang), when.get(lang)));
    }
    if let Some(hint) = hint(item, sheet.level, lang) {
        write(&article, ".item__hint", &hint);
    }
    show_sources(&article, item, None, lang);
    for (place, label) in all::<Element>(&article, ".figure__label").zip(labels(&item.answer, lang)) {
        place.set_text_content(Some(&label));
    }
    for radio in all::<HtmlInputElement>(&article, "input[type=radio]") {
        radio.set_name(code);
    }
    mirror(article.clone(), row.clone());
    Some((article, row))
}

/// Puts the fields into a row, and has it laid out even where it is out of sight, until [`rest`].
///
/// Browsers look through all fields of a page, for what they could fill in, whenever one was added. For a field in a row
/// that never was laid out they lay out that row alone, so that 80 such rows cost more than all the rest of the page.
pub(super) fn complete_row(article: &Element, row: &Row) {
    let figures = Figure::all(&row.item().answer);
    for (place, figure) in all::<Element>(article, ".figure").zip(figures) {
        add(&place, row.sheet.stencils.figure(figure));
    }
    if let Some(place) = first::<Element>(article, ".note") {
        add(&place, row.sheet.stencils.note());
    }
    show_fields(article, row, &row.state.get_untracked());
    set(article, "data-laid-out", Some(""));
}

/// Leaves a row alone again while it is out of sight, as a tap elsewhere is quicker then.
pub(super) fn rest(article: &Element) {
    set(article, "data-laid-out", None);
}

fn add(place: &Element, field: Option<Element>) {
    // It throws only where an element would be put into itself.
    field.and_then(|field| place.append_child(&field).ok());
}

/// When the answer is met, or what the item awaits that is judged by hand until it is there.
fn hint(item: &Item, level: Level, lang: Lang) -> Option<String> {
    awaits(&item.answer).map(|text| text.get(lang).to_owned()).or_else(|| rule(item, level, lang))
}

fn awaits(answer: &AnswerSpec) -> Option<Text> {
    match answer {
        AnswerSpec::Sample { of: SampleOf::Dossiers } => Some(words::AWAITS_DOSSIERS),
        AnswerSpec::Sample { of: SampleOf::Procedures } => Some(words::AWAITS_PROCEDURES),
        AnswerSpec::Sample { of: SampleOf::Apologies } => Some(words::AWAITS_APOLOGIES),
        AnswerSpec::Audit => Some(words::AWAITS_TABLE),
        _ => None,
    }
}

/// Writes what proves the answer and, once it is known, what the item rests on at this visit, in one quiet paragraph.
pub(super) fn show_sources(article: &Element, item: &Item, basis: Option<&[String]>, lang: Lang) {
    let evidence = item.evidence.get(lang);
    let evidence = (!evidence.is_empty()).then(|| format!("{}{evidence}", words::EVIDENCE.get(lang)));
    let basis = basis.map(|basis| match basis {
        [] => format!("{}{}", words::BASIS.get(lang), NO_BASIS.get(lang)),
        basis => format!("{}{}", words::BASIS.get(lang), basis.join("; ")),
    });
    write(article, ".item__sources", &evidence.into_iter().chain(basis).collect::<Vec<_>>().join(" · "));
}
