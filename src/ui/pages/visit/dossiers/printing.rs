//! On paper stand all dossiers, not only those in sight: a plain table, made when the browser is about to print and
//! taken away when it has.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{Document, Element};

use crate::domain::dossier::{Dossier, Judged};
use crate::state::{App, Session};
use crate::words::catalogue::dossiers as words;
use crate::words::{Lang, format};

/// The id of the table.
const SHEET: &str = "dossiers-on-paper";

/// Puts the table on the page around each printing, as long as the page is shown.
pub(super) fn print_all(session: Session) {
    let app = App::get();
    // A closure of the browser must have finished when it returns, so the table is made by hand and not by a signal.
    let before = window_event_listener(ev::Custom::<web_sys::Event>::new("beforeprint"), move |_| {
        if !session.is_closed() {
            untrack(|| put_sheet(session, app.lang()));
        }
    });
    let after = window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| take_sheet());
    on_cleanup(move || {
        before.remove();
        after.remove();
        take_sheet();
    });
}

fn take_sheet() {
    if let Some(sheet) = document().get_element_by_id(SHEET) {
        sheet.remove();
    }
}

fn put_sheet(session: Session, lang: Lang) {
    take_sheet();
    let document = document();
    let Some(main) = document.get_element_by_id(crate::state::page::MAIN) else { return };
    let Some(sheet) = element(&document, &main, "table") else { return };
    sheet.set_id(SHEET);
    sheet.set_class_name("paper");
    let line = |parent: &Element, cell: &str, texts: &[String]| {
        let Some(row) = element(&document, parent, "tr") else { return };
        for text in texts {
            if let Some(cell) = element(&document, &row, cell) {
                cell.set_text_content(Some(text));
            }
        }
    };
    if let Some(head) = element(&document, &sheet, "thead") {
        line(&head, "th", &words::ON_PAPER.map(|text| text.get(lang).to_owned()));
    }
    let Some(body) = element(&document, &sheet, "tbody") else { return };
    let mut place = 0;
    session.each_dossier(|_, dossier, judged| {
        place += 1;
        line(&body, "td", &cells(place, dossier, judged, lang));
    });
}

/// A new element at the end of another. It throws only for a name that is none.
fn element(document: &Document, parent: &Element, name: &str) -> Option<Element> {
    let child = document.create_element(name).ok()?;
    parent.append_child(&child).ok()?;
    Some(child)
}

fn cells(place: usize, dossier: &Dossier, judged: &Judged, lang: Lang) -> [String; 9] {
    let date = |day: Option<chrono::NaiveDate>| day.map(format::date).unwrap_or_default();
    let errors = judged.errors.iter().map(|error| error.words(lang));
    let judgements = judged.judgements.iter().map(|judgement| judgement.words(lang));
    [
        place.to_string(),
        dossier.code.clone(),
        dossier.procedure.clone(),
        dossier.field.clone(),
        date(dossier.received.map(|receipt| receipt.date)),
        date(judged.deadline.map(|deadline| deadline.date)),
        date(dossier.returned),
        judged.course.map(|course| course.words(lang)).unwrap_or_default(),
        errors.chain(judgements).collect::<Vec<_>>().join("; "),
    ]
}
