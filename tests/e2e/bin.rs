//! What is deleted: had back at once, after a reload, in another tab's sight; gone for good only on purpose.

use serde_json::json;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, go, handle, press, to};
use crate::setup::{Opened, SOON, open_app};

fn text(page: &Page, selector: &str) -> String {
    page.text(&format!("document.querySelector({})?.innerText ?? ''", json!(selector))).unwrap()
}

/// Opens the sample, and deletes it from its page; gives the place of its first visit and its answers.
fn delete_sample(app: &Opened) -> (String, serde_json::Value) {
    let list = Home(&app.page).open_sample().open_visit(0);
    let (place, answers) = (app.place(), list.answers());
    app.page.click(".tabs__up a").unwrap();
    press(&app.page, "Xóa cuộc giám sát");
    app.page.wait_for_element(".welcome", SOON).unwrap();
    (place, answers)
}

#[test]
fn a_deleted_supervision_comes_back_from_the_bin_after_a_restart() {
    let mut app = open_app();
    let (place, answers) = delete_sample(&app);
    app.restart("");
    app.page.wait_for_element(".welcome", SOON).unwrap();
    app.page.click(&handle("to-bin")).unwrap();
    app.page.wait_for_element(&handle("restore"), SOON).unwrap();
    let card = text(&app.page, "[data-binned]");
    assert!(card.contains("7 buổi làm việc") && card.contains("còn giữ 29 ngày"), "{card}");
    let room = text(&app.page, ".bin__room");
    assert!(room.starts_with("Đang chiếm ") && (room.contains("kB") || room.contains("MB")), "{room}");
    app.page.click(&handle("restore")).unwrap();
    app.page.wait_for("document.querySelector('[data-binned]') === null", SOON, "the bin is empty").unwrap();
    assert_eq!(text(&app.page, ".bin__room"), "Thùng rác trống.");
    to(&app.page, &place);
    assert_eq!(Checklist::wait(&app.page).answers(), answers);
    app.assert_clean();
}

#[test]
fn what_is_deleted_for_good_is_named_first_and_gone_in_the_other_tab_too() {
    let app = open_app();
    delete_sample(&app);
    let other = app.browser.page(&format!("{}#/thung-rac", app.url)).unwrap();
    other.wait_for_element(&handle("empty-out"), SOON).unwrap();
    go(&app.page, "#/thung-rac", &handle("empty-out"));
    app.page.click(&handle("empty-out")).unwrap();
    app.page.wait_for_element(&handle("empty-out-now"), SOON).unwrap();
    let asked = text(&app.page, ".bin__question");
    assert!(asked.starts_with("Xóa hẳn “") && asked.contains("7 buổi làm việc"), "{asked}");
    // The first answer is to keep it.
    press(&app.page, "Giữ lại");
    app.page.wait_for_element(&handle("restore"), SOON).unwrap();
    app.page.click(&handle("empty-out")).unwrap();
    app.page.wait_for_element(&handle("empty-out-now"), SOON).unwrap();
    app.page.click(&handle("empty-out-now")).unwrap();
    for page in [&app.page, &other] {
        page.wait_for("document.querySelector('[data-binned]') === null", SOON, "the bin is empty").unwrap();
        assert_eq!(text(page, ".bin__room"), "Thùng rác trống.");
    }
    app.assert_clean();
}

#[test]
fn what_came_meanwhile_is_asked_about_and_neither_is_lost() {
    let app = open_app();
    let (place, answers) = delete_sample(&app);
    let list = Home(&app.page).open_sample().open_visit(0);
    let open = list.open_verdicts();
    list.choose(&open[0], "Đạt");
    list.wait_for_status("saved");
    go(&app.page, "#/thung-rac", &handle("restore"));
    app.page.click(&handle("restore")).unwrap();
    app.page.wait_for_element(&handle("restore-over"), SOON).unwrap();
    assert!(text(&app.page, ".bin__question").contains("bản đang có sẽ vào thùng rác"));
    let key = app.page.text("document.querySelector('[data-binned]').dataset.binned").unwrap();
    app.page.click(&handle("restore-over")).unwrap();
    let swapped = format!("document.querySelector('[data-binned]')?.dataset.binned > '{key}'");
    app.page.wait_for(&swapped, SOON, "the other copy is in the bin").unwrap();
    to(&app.page, &place);
    assert_eq!(Checklist::wait(&app.page).answers(), answers);
    app.assert_clean();
}

#[test]
fn a_bin_that_is_broken_is_listed_and_stops_no_page() {
    let app = open_app();
    let (place, answers) = delete_sample(&app);
    let spoil = "new Promise((done) => { indexedDB.open('so-giam-sat').onsuccess = ({ target: { result } }) => {
        const change = result.transaction('bin', 'readwrite'); const store = change.objectStore('bin');
        store.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
            for (const key of keys.filter((key) => key.startsWith('head/'))) store.put('{', key); };
        change.oncomplete = () => { result.close(); done(true); }; }; })";
    app.page.eval(spoil).unwrap();
    app.page.reload().unwrap();
    app.page.wait_for_element(".welcome", SOON).unwrap();
    go(&app.page, "#/thung-rac", &handle("restore"));
    assert!(text(&app.page, "[data-binned]").contains("Không đọc được phần mô tả"));
    app.page.click(&handle("restore")).unwrap();
    app.page.wait_for("document.querySelector('[data-binned]') === null", SOON, "the bin is empty").unwrap();
    to(&app.page, &place);
    assert_eq!(Checklist::wait(&app.page).answers(), answers);
    app.assert_clean();
}
