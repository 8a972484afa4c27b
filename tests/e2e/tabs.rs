//! One visit in two tabs.

use serde_json::json;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, Supervision, go, handle, wait_for_saved};
use crate::setup::{Chance, SOON, open_app};

#[test]
fn an_answer_in_one_tab_appears_in_the_other_and_edits_in_both_are_kept() {
    let app = open_app();
    let first = Home(&app.page).open_sample().open_visit(0);
    let address = app.page.text("location.href").unwrap();
    let page = app.browser.page(&address).unwrap();
    let second = Checklist::wait(&page);
    let open = first.open_verdicts();

    first.choose(&open[0], "Đạt");
    second.wait_for_chosen(&open[0], "Đạt");
    second.choose(&open[1], "Không đạt");
    first.wait_for_chosen(&open[1], "Không đạt");

    // At the same moment, and again and again.
    let choose = |code: &str, value: &str| {
        format!("document.querySelector('[data-item=\"{code}\"] input[type=radio][value=\"{value}\"]').click()")
    };
    let value =
        page.text(&format!("document.querySelector('[data-item=\"{}\"] input:checked').value", open[1])).unwrap();
    for pair in open[2..].chunks_exact(2).take(5) {
        app.page.eval(&choose(&pair[0], &value)).unwrap();
        page.eval(&choose(&pair[1], &value)).unwrap();
    }
    for list in [&first, &second] {
        list.wait_for_status("saved");
        for code in open[2..].chunks_exact(2).take(5).flatten() {
            list.wait_for_chosen(code, "Không đạt");
        }
    }
    app.page.reload().unwrap();
    let first = Checklist::wait(&app.page);
    assert_eq!(first.chosen(&open[0]), "Đạt");
    for code in open[1..].iter().take(11) {
        assert_eq!(first.chosen(code), "Không đạt", "{code}");
    }
    assert_eq!(first.answers(), second.answers());
    app.assert_clean();
}

/// Types a text into a field at once, as a paste does.
fn put(page: &Page, field: &str, text: &str) {
    let put = "((field, text) => { const input = document.querySelector(field); input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true })); })";
    page.eval(&format!("{put}({}, {})", json!(field), json!(text))).unwrap();
}

fn value(page: &Page, field: &str) -> String {
    page.text(&format!("document.querySelector({})?.value ?? ''", json!(field))).unwrap()
}

fn shows(page: &Page, field: &str, text: &str) {
    let shown = format!("document.querySelector({})?.value === {}", json!(field), json!(text));
    if page.wait_for(&shown, SOON, "it is shown").is_err() {
        panic!("{field} says {:?} instead of {text:?}", value(page, field));
    }
}

/// How many pairs of edits are made in each kind of record; `PAIRS` says another number.
fn pairs() -> usize {
    std::env::var("PAIRS").ok().and_then(|text| text.parse().ok()).unwrap_or(6)
}

/// Two tabs type into two fields of one record within a moment, again and again; in the end every field says what was typed
/// into it last, in both tabs and after a reload.
fn type_in_pairs(first: &Page, second: &Page, fields: &[&str], text: impl Fn(usize) -> String) -> usize {
    let mut chance = Chance::seeded();
    let mut last = vec![String::new(); fields.len()];
    // A field that has the focus shows what was typed there, whatever another tab writes.
    first.eval("document.activeElement.blur()").unwrap();
    for pair in 0..pairs() {
        let one = usize::try_from(chance.below(fields.len() as u64)).unwrap();
        let other = (one + 1 + usize::try_from(chance.below(fields.len() as u64 - 1)).unwrap()) % fields.len();
        (last[one], last[other]) = (text(pair * 2), text(pair * 2 + 1));
        put(first, fields[one], &last[one]);
        put(second, fields[other], &last[other]);
        for page in [first, second] {
            wait_for_saved(page);
            shows(page, fields[one], &last[one]);
            shows(page, fields[other], &last[other]);
        }
    }
    first.reload().unwrap();
    first.wait_for_element(fields[0], SOON).unwrap();
    for (field, text) in fields.iter().zip(&last).filter(|(_, text)| !text.is_empty()) {
        shows(first, field, text);
    }
    pairs()
}

#[test]
fn two_fields_of_one_dossier_or_posting_that_two_tabs_type_into_are_both_kept() {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let visit = app.place();
    let to = |page: &Page, place: &str, wanted: &str| {
        go(page, place, wanted);
    };
    to(&app.page, &format!("{visit}/ho-so/moi"), "#code");
    app.page.fill("#code", "000.00.01.H11-1").unwrap();
    wait_for_saved(&app.page);
    let dossier = app.page.text("location.href").unwrap();
    let other = app.browser.page(&dossier).unwrap();
    shows(&other, "#code", "000.00.01.H11-1");
    let fields = ["#code", "#procedure", "#sector", "#body"];
    let mut made = type_in_pairs(&app.page, &other, &fields, |n| format!("chữ {n}"));

    let posting = format!("{visit}/niem-yet");
    to(&app.page, &posting, "#posting-counted");
    to(&other, &posting, "#posting-counted");
    let counts = ["#posting-counted", "#posting-in-force"];
    made += type_in_pairs(&app.page, &other, &counts, |n| (100 + n).to_string());
    println!("{made} pairs of a dossier and a posting, 0 lost");
    app.assert_clean();
}

#[test]
fn two_fields_of_one_mandate_or_passage_that_two_tabs_save_are_both_kept() {
    let app = open_app();
    Home(&app.page).open_sample();
    let edit = format!("{}/sua", app.place());
    let other = app.browser.page(&format!("{}{edit}", app.url)).unwrap();
    let open = |page: &Page, place: &str, wanted: &str| {
        go(page, place, wanted);
    };
    let fields = ["#topic", "#resolution-number", "#body", "#place"];
    for pair in 0..pairs() {
        let (one, two) = (fields[pair % 4], fields[(pair + 1) % 4]);
        for page in [&app.page, &other] {
            open(page, &edit, "#topic");
        }
        put(&app.page, one, &format!("một {pair}"));
        put(&other, two, &format!("hai {pair}"));
        for page in [&app.page, &other] {
            page.click(&handle("save")).unwrap();
            page.wait_for("!document.querySelector('#topic')", SOON, "the form is left").unwrap();
        }
        open(&app.page, &edit, "#topic");
        shows(&app.page, one, &format!("một {pair}"));
        assert_eq!(value(&app.page, two), format!("hai {pair}"));
        app.page.eval("history.back()").unwrap();
        app.page.wait_for("!document.querySelector('#topic')", SOON, "the form is left").unwrap();
    }

    Supervision(&app.page).open_visit(0);
    let visit = app.place();
    open(&app.page, &format!("{visit}/so-lieu/loi-van/moi"), &handle("statement-text"));
    put(&app.page, &handle("statement-text"), "Tổng số hồ sơ: 120 hồ sơ.");
    app.page.wait_for_element(".passage-pick", SOON).unwrap();
    app.page.click(&handle("keep-statement")).unwrap();
    let is_kept = "!location.hash.endsWith('/moi') && !!document.querySelector('[data-testid=statement-text]')";
    app.page.wait_for(is_kept, SOON, "the passage is kept").unwrap();
    wait_for_saved(&app.page);
    let (passage, figures) = (app.place(), format!("{visit}/so-lieu"));
    let fields = ["#statement-place", "#statement-body"];
    for pair in 0..pairs() {
        let (one, two) = (fields[pair % 2], fields[(pair + 1) % 2]);
        for page in [&app.page, &other] {
            open(page, &passage, &handle("statement-text"));
        }
        put(&app.page, one, &format!("Mục {pair}"));
        put(&other, two, &format!("UBND {pair}"));
        for page in [&app.page, &other] {
            page.click(&handle("keep-statement")).unwrap();
        }
        for page in [&app.page, &other] {
            wait_for_saved(page);
            open(page, &figures, &handle("new-table"));
        }
        // A form shows what its record said when it was opened; the news of the other tab may come later.
        app.page.reload().unwrap();
        app.page.wait_for_element(&handle("new-table"), SOON).unwrap();
        open(&app.page, &passage, &handle("statement-text"));
        shows(&app.page, one, &format!("Mục {pair}"));
        shows(&app.page, two, &format!("UBND {pair}"));
        open(&app.page, &figures, &handle("new-table"));
    }
    println!("{} pairs of a mandate and a passage, 0 lost", pairs() * 2);
    app.assert_clean();
}
