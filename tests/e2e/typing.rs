//! Text while it is typed: what stands in the field, in the database and after a reload is what was typed, at any pace, and a
//! text that cannot be read is kept as a text. `TYPED` sets how many values are typed, `SEED` repeats a run.

mod fields;
mod trial;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use so_giam_sat::storage::backend::Table;

use crate::grid::open_grid;
use crate::pages::{Checklist, Home, handle, to, wait_for_status};
use crate::setup::{Chance, Opened, SOON, open_app, wait_until};
use crate::stored;
use fields::{Control, Field, VISIT};
use trial::{Typed, status, try_batch};

/// Milliseconds between two keys.
const PACES: [u64; 5] = [40, 90, 150, 250, 400];

/// Every kind of field.
const FIELDS: [Field; 27] = [
    Field::Figure("C01", 0, None),
    Field::Figure("C10", 1, None),
    Field::Figure("G03", 0, Some(12)),
    Field::Figure("B08", 0, None),
    Field::Figure("B08", 1, None),
    Field::Figure("G01", 0, None),
    Field::Day("L04"),
    Field::Note("A01"),
    Field::Note("C01"),
    Field::Reason("C02"),
    Field::Posting("posting-in-force"),
    Field::Posting("posting-counted"),
    Field::Form("code"),
    Field::Form("procedure"),
    Field::FormCount("additions"),
    Field::FormDay("received"),
    Field::FormDay("returned"),
    Field::Cell("code"),
    Field::Cell("field"),
    Field::Cell("received"),
    Field::Cell("returned"),
    Field::Cell("times_reappointed"),
    Field::Figures("r1/tiep_nhan"),
    Field::Figures("r1/da_giai_quyet"),
    Field::Details("table-title"),
    Field::Details("table-body"),
    Field::Statement,
];

/// One dossier in a grid, one row of one table, and the place of the table.
fn open_all() -> (Opened, String) {
    let app = open_grid(1);
    let page = &app.page;
    to(page, &format!("#/buoi/{VISIT}/so-lieu"));
    page.click(&handle("new-table")).unwrap();
    page.click("[data-kind='igate']").unwrap();
    page.wait_for_element(&handle("table-grid"), SOON).unwrap();
    page.click(&handle("row-add")).unwrap();
    page.wait_for("document.activeElement.matches('[data-named] > input')", SOON, "the name is edited").unwrap();
    page.type_text("UBND xã Uar").unwrap();
    page.press("Enter").unwrap();
    wait_for_status(page, "saved");
    let table = app.place();
    (app, table)
}

#[test]
fn what_is_typed_stands_in_the_field_in_the_database_and_after_a_reload() {
    let wanted: usize = std::env::var("TYPED").map_or(48, |typed| typed.parse().unwrap());
    let mut chance = Chance::seeded();
    let (app, table) = open_all();
    let pages: BTreeSet<&str> = FIELDS.iter().map(|field| field.page()).collect();
    let pages: Vec<&str> = pages.into_iter().collect();
    let (mut typed, mut wrong, mut turn) = (0, Vec::new(), 0);
    let began = Instant::now();
    while typed < wanted {
        let here = pages[turn % pages.len()];
        turn += 1;
        let place = if here == "/so-lieu/bieu" { table.clone() } else { format!("#/buoi/{VISIT}{here}") };
        let mut batch: Vec<Typed> = Vec::new();
        for field in FIELDS.into_iter().filter(|field| field.page() == here) {
            // One cell of a grid is open at a time.
            let is_cell = field.control() == Control::Cell;
            let one_cell = batch.iter().any(|other| is_cell && other.field.control() == Control::Cell);
            if one_cell || (is_cell && chance.below(3) > 0 && here != "/ho-so") {
                continue;
            }
            let texts = field.texts();
            let text = texts[usize::try_from(chance.below(texts.len() as u64)).unwrap()];
            let pace = PACES[usize::try_from(chance.below(PACES.len() as u64)).unwrap()];
            let composed = field.control() != Control::Date && chance.below(4) == 0;
            batch.push(Typed { field, text, pace, composed, slowed: chance.below(4) == 0, left: chance.below(2) == 0 });
        }
        // Each turn another field comes last: it is the one that has the focus when the page is loaded again.
        let at = usize::try_from(chance.below(batch.len() as u64)).unwrap();
        batch.rotate_left(at);
        // The next field takes the focus, and with it what an open cell holds is taken.
        let last = batch.len() - 1;
        for typed in batch.iter_mut().take(last).filter(|typed| typed.field.control() == Control::Cell) {
            typed.left = true;
        }
        typed += batch.len();
        wrong.extend(try_batch(&app, &place, &batch, &mut chance));
    }
    println!("{typed} typed values, {} differences, {:.0} s", wrong.len(), began.elapsed().as_secs_f64());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    app.assert_clean();
}

#[test]
fn a_number_that_is_typed_with_pauses_is_never_stored_as_another_one() {
    let (app, _) = open_all();
    let place = format!("#/buoi/{VISIT}");
    let mut chance = Chance::seeded();
    let mut wrong = Vec::new();
    for (field, text, pace) in [
        (Field::Figure("C01", 0, None), "100.000", 90),
        (Field::Figure("C01", 0, None), "100.000", 60),
        (Field::Figure("C01", 0, None), "1 716", 160),
        (Field::Figure("C01", 0, None), "1.716", 300),
        (Field::Figure("G03", 0, Some(12)), "9,7", 300),
        (Field::Posting("posting-counted"), "100.000", 300),
    ] {
        let typed = Typed { field, text, pace, composed: false, slowed: false, left: true };
        wrong.extend(try_batch(&app, &format!("{place}{}", field.page()), &[typed], &mut chance));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn typing_without_a_pause_is_saved_on_the_way() {
    let mut app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    let item = list.without_note();
    let text = "Bảng niêm yết cũ, thiếu ba thủ tục; không có phiếu hẹn trả; sổ theo dõi ghi thiếu ngày.";
    app.page.click(&Checklist::note(&item)).unwrap();
    let began = Instant::now();
    app.page.type_paced(text, || Duration::from_millis(70)).unwrap();
    let took = began.elapsed();
    app.kill_and_restart(&place);
    let kept = Checklist::wait(&app.page).answers()[&item][1].as_str().unwrap().to_owned();
    let (typed, found) = (text.chars().count(), kept.chars().count());
    println!("{found} of {typed} letters, typed in {:.1} s", took.as_secs_f64());
    assert!(text.starts_with(&kept), "{kept}");
    // A slow machine may be late by seconds; without a save on the way nothing would be there.
    assert!(found * 3 > typed, "{kept}");
}

#[test]
fn what_was_typed_until_the_page_is_loaded_again_is_there() {
    let app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let item = list.without_note();
    let mut text = String::new();
    for round in 0..8 {
        app.page.focus(&Checklist::note(&item)).unwrap();
        text = format!("Lần {round}: thiếu {round} thủ tục");
        app.page.type_text(&text).unwrap();
        app.page.reload().unwrap();
        let kept = Checklist::wait(&app.page).answers()[&item][1].as_str().unwrap().to_owned();
        assert_eq!(kept, text, "round {round}");
    }
    wait_for_status(&app.page, "saved");
    let is_gone = || stored::rows(&app.page, &[Table::Drafts]).is_empty();
    wait_until(&format!("what was written down at leaving is gone once {text:?} is saved"), is_gone);
    app.assert_clean();
}

#[test]
fn a_date_that_is_not_taken_is_said_with_what_stays_stored() {
    let (app, _) = open_all();
    let page = &app.page;
    to(page, &format!("#/buoi/{VISIT}/ho-so/{}", fields::DOSSIER));
    let mut chance = Chance::seeded();
    let field = Field::FormDay("received");
    for text in ["20233-01-02", "2200-05-12"] {
        let typed = Typed { field, text, pace: 60, composed: false, slowed: false, left: true };
        typed.type_into(page, &mut chance);
        wait_for_status(page, "typing");
        let said = "[...document.querySelectorAll('.field__error')].map((one) => one.textContent).join('')";
        page.wait_for(&format!("{said}.includes('Chưa lưu') && {said}.includes('06/3/2023')"), SOON, "what stays")
            .unwrap();
        assert_eq!(field.stored(&stored::visit(page, VISIT)), "2023-03-06");
        assert_eq!(field.shown(page), text);
        page.reload().unwrap();
        page.wait_for_element("#received", SOON).unwrap();
        page.wait_for(&format!("document.querySelector('#received').value === '{text}'"), SOON, text).unwrap();
        assert_eq!(status(page), "typing");
    }
    page.fill("#received", "2023-03-07").unwrap();
    wait_for_status(page, "saved");
    assert_eq!(field.stored(&stored::visit(page, VISIT)), "2023-03-07");
    app.assert_clean();
}

#[test]
fn nothing_is_written_into_a_field_that_is_being_typed_in() {
    let app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let (item, address) = (list.without_note(), app.page.text("location.href").unwrap());
    let other = app.browser.page(&address).unwrap();
    Checklist::wait(&other);
    let count = "[data-item=C01] .figures > .figure:nth-of-type(1) input";
    app.page.focus(count).unwrap();
    app.page.type_text("12").unwrap();
    app.page
        .wait_for("document.querySelector('[data-testid=save-status]').dataset.state === 'saved'", SOON, "saved")
        .unwrap();
    // Another tab writes into the same field, and into another one.
    other.wait_for(&format!("document.querySelector('{count}').value === '12'"), SOON, "12 in the other tab").unwrap();
    other.fill(count, "77").unwrap();
    other.fill(&Checklist::note(&item), "từ thẻ kia").unwrap();
    let note =
        format!("document.querySelector('{}').value === 'từ thẻ kia'", Checklist::note(&item).replace('\'', "\""));
    app.page.wait_for(&note, SOON, "the note of the other tab").unwrap();
    assert_eq!(app.page.text(&format!("document.querySelector('{count}').value")).unwrap(), "12");
    app.page.type_text("5").unwrap();
    app.page.press("Tab").unwrap();
    wait_for_status(&app.page, "saved");
    other.wait_for(&format!("document.querySelector('[data-item=C01] .item__result') && document.activeElement.blur() === undefined && document.querySelector('{count}').value === '125'"), SOON, "125 in both").unwrap();
    app.assert_clean();
}

#[test]
fn a_note_is_stored_while_its_field_has_the_focus_and_outlives_the_browser() {
    let mut app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    let item = list.without_note();
    let text = "Bảng niêm yết cũ, thiếu 3 thủ tục; ảnh chụp lúc 9 giờ.";
    app.page.click(&Checklist::note(&item)).unwrap();
    app.page.type_text(text).unwrap();
    // Nothing more is done on the page. A pause of 250 ms is what the app waits for; how long it takes here decides nothing.
    let note = || stored::visit(&app.page, VISIT).entries.into_iter().find(|(code, _)| code.as_str() == item);
    wait_until("the note is in the database", || note().is_some_and(|(_, entry)| entry.note.contains(text)));
    app.kill_and_restart(&place);
    let answers = Checklist::wait(&app.page).answers();
    assert_eq!(answers[&item][1], text);
}

#[test]
fn a_page_may_be_left_while_the_focus_is_in_a_field() {
    let app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    let item = list.without_note();
    let text = "Bảng niêm yết đặt ngoài hành lang.";
    app.page.click(&Checklist::note(&item)).unwrap();
    app.page.type_text(text).unwrap();
    app.page.eval("history.back()").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    to(&app.page, &place);
    assert_eq!(Checklist::wait(&app.page).answers()[&item][1], text);
    app.page.click("input[type=search]").unwrap();
    app.page.type_text("niêm yết").unwrap();
    app.page.eval("history.back()").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    app.assert_clean();
}
