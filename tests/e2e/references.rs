//! Reference data that a person changes: the calendar, the legal bases, the procedure lists.

use std::fs;

use serde_json::json;
use xtask::chromium::Page;

use crate::pages::{go, handle};
use crate::setup::{Opened, SOON, open_app, wait_for_files};

fn to_calendar(app: &Opened, page: &Page) {
    page.goto(&format!("{}#/lich", app.url)).unwrap();
    page.wait_for_element("[data-testid=calendar-day-add]", SOON).unwrap();
}

/// Writes into a field as a person would; date fields take no keys in every locale.
fn set(page: &Page, field: &str, value: &str) {
    let set = format!(
        "(() => {{ const field = document.querySelector('{field}'); field.value = '{value}';
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }})); }})()"
    );
    page.eval(&set).unwrap();
}

fn reckon(page: &Page) {
    set(page, "#received", "2024-09-09");
    set(page, "#length", "3");
}

fn wait_for_due(page: &Page, date: &str) {
    let is_due = format!("document.querySelector('[data-testid=due-date]')?.dataset.date === '{date}'");
    page.wait_for(&is_due, SOON, &format!("the due date {date}")).unwrap();
}

fn add_storm(page: &Page) {
    page.click(&handle("calendar-day-add")).unwrap();
    page.wait_for("document.activeElement?.id === 'day-kind'", SOON, "the form has the focus").unwrap();
    set(page, "#day-date", "2024-09-10");
    set(page, "#day-name", "Nghỉ bão số 3");
    set(page, "#day-basis", "Công điện của UBND tỉnh");
    page.click(&handle("calendar-day-save")).unwrap();
    page.wait_for_element("[data-date=\"2024-09-10\"].year-days__day", SOON).unwrap();
}

fn undo(page: &Page) {
    page.wait_for_element(".notice__action", SOON).unwrap();
    page.click(".notice__action").unwrap();
}

#[test]
fn a_day_off_moves_the_due_date_outlives_a_reload_and_is_taken_back() {
    let mut app = open_app();
    app.stop_server();
    let page = &app.page;
    go(page, "#/lich", "[data-testid=calendar-day-add]");
    reckon(page);
    wait_for_due(page, "2024-09-12");
    add_storm(page);
    // What was typed into the reckoner stays, and its due date follows.
    wait_for_due(page, "2024-09-13");
    page.wait_for("document.activeElement?.id === 'day-2024-09-10-edit'", SOON, "the new day has the focus").unwrap();

    page.reload().unwrap();
    page.wait_for_element("[data-testid=calendar-day-add]", SOON).unwrap();
    page.wait_for_element("[data-own=true]", SOON).unwrap();
    reckon(page);
    wait_for_due(page, "2024-09-13");

    // Removed, and brought back; the page shows the year of the day.
    set(page, "#year", "2024");
    page.wait_for_element("[data-date=\"2024-09-10\"] [data-testid=calendar-day-remove]", SOON).unwrap();
    page.click("[data-date=\"2024-09-10\"] [data-testid=calendar-day-remove]").unwrap();
    wait_for_due(page, "2024-09-12");
    page.wait_for_element("[data-own=false]", SOON).unwrap();
    undo(page);
    wait_for_due(page, "2024-09-13");
    page.wait_for_element("[data-own=true]", SOON).unwrap();
    app.assert_clean();
}

#[test]
fn another_tab_follows_and_no_edit_is_lost_between_the_two() {
    let app = open_app();
    let first = &app.page;
    to_calendar(&app, first);
    let second = app.browser.page(&format!("{}#/lich", app.url)).unwrap();
    second.wait_for_element("[data-testid=calendar-day-add]", SOON).unwrap();
    reckon(&second);
    wait_for_due(&second, "2024-09-12");
    add_storm(first);
    wait_for_due(&second, "2024-09-13");
    second.click(&handle("calendar-day-add")).unwrap();
    second.wait_for_element("#day-date", SOON).unwrap();
    set(&second, "#day-date", "2024-09-11");
    set(&second, "#day-name", "Nghỉ bão số 3");
    second.click(&handle("calendar-day-save")).unwrap();
    wait_for_due(&second, "2024-09-16");
    // What the first tab takes back is its own day alone.
    first.wait_for_element("[data-date=\"2024-09-11\"].year-days__day", SOON).unwrap();
    undo(first);
    wait_for_due(&second, "2024-09-13");
    assert_eq!(second.eval("document.querySelector('.year-days [data-date=\"2024-09-10\"]')").unwrap(), json!(null));
    app.assert_clean();
}

#[test]
fn a_bad_calendar_changes_nothing_and_a_good_one_is_previewed() {
    let app = open_app();
    let page = &app.page;
    to_calendar(&app, page);
    let downloads = app.downloads();
    page.click(&handle("calendar-export")).unwrap();
    let before = fs::read(&wait_for_files(&downloads, ".json", 1)[0]).unwrap();

    let file = app.folder.join("lich.csv");
    fs::write(&file, "ngay,loai,ten\n2024-09-10,nghi_le,Nghỉ bão\n31/02/2024,nghi_le,A\n2024-09-11,nghi,A\n").unwrap();
    page.upload(&handle("calendar-import"), &file).unwrap();
    page.wait_for_element("[data-testid=import-refused]", SOON).unwrap();
    let said = page.text("document.querySelector('.refused__why').innerText").unwrap();
    assert!(said.contains("Dòng 3, cột A: “31/02/2024”") && said.contains("Dòng 4, cột B: “nghi”"), "{said}");
    to_calendar(&app, page);
    let downloads = app.downloads();
    page.click(&handle("calendar-export")).unwrap();
    assert_eq!(fs::read(&wait_for_files(&downloads, ".json", 1)[0]).unwrap(), before);
    page.wait_for_element("[data-own=false]", SOON).unwrap();

    // The table as it goes out, with one day more and one less, replaces the years in it.
    let downloads = app.downloads();
    page.click(&handle("calendar-export-csv")).unwrap();
    let table = fs::read_to_string(&wait_for_files(&downloads, ".csv", 1)[0]).unwrap();
    let kept: Vec<&str> = table.lines().filter(|line| !line.starts_with("2024-01-01")).collect();
    fs::write(&file, format!("{}\n2024-09-10,,nghi_le,Nghỉ bão,,\n", kept.join("\n"))).unwrap();
    page.upload(&handle("calendar-import"), &file).unwrap();
    page.wait_for_element("[data-testid=import-confirm]", SOON).unwrap();
    let heap = |name: &str| {
        let days =
            format!("[...document.querySelectorAll('[data-heap={name}] [data-date]')].map(day => day.dataset.date)");
        page.eval(&days).unwrap()
    };
    assert_eq!(
        (heap("added"), heap("changed"), heap("removed")),
        (json!(["2024-09-10"]), json!([]), json!(["2024-01-01"]))
    );
    page.click(&handle("import-confirm")).unwrap();
    page.wait_for_element("[data-own=true]", SOON).unwrap();
    reckon(page);
    wait_for_due(page, "2024-09-13");
    undo(page);
    wait_for_due(page, "2024-09-12");
    app.assert_clean();
}

/// Puts a row into the table of references behind the app's back.
fn put(page: &Page, rows: &[(&str, &str, &str)]) {
    let writes =
        rows.iter().map(|(table, key, text)| format!("writing.objectStore('{table}').put({text:?}, {key:?});"));
    let script = format!(
        "new Promise((done) => {{ const opening = indexedDB.open('so-giam-sat'); opening.onsuccess = () => {{
            const writing = opening.result.transaction(['references', 'revisions'], 'readwrite');
            {}
            writing.oncomplete = () => {{ opening.result.close(); done(); }}; }}; }})",
        writes.collect::<String>()
    );
    page.eval(&script).unwrap();
}

#[test]
fn a_broken_calendar_is_kept_handed_out_and_the_bundled_one_used() {
    let app = open_app();
    let page = &app.page;
    to_calendar(&app, page);
    let broken = "{\"format\":1,\"kind\"";
    put(page, &[("references", "calendar/lich-nghi", broken), ("revisions", "reference:calendar/lich-nghi", "4")]);
    page.reload().unwrap();
    page.wait_for_element(".own-data [role=alert]", SOON).unwrap();
    reckon(page);
    wait_for_due(page, "2024-09-12");
    let downloads = app.downloads();
    page.click(".own-data [role=alert] + .form__buttons button").unwrap();
    assert_eq!(fs::read_to_string(&wait_for_files(&downloads, ".json", 1)[0]).unwrap(), broken);
    page.click(".own-data [role=alert] + .form__buttons button + button").unwrap();
    page.wait_for("!document.querySelector('.own-data [role=alert]')", SOON, "the record is dropped").unwrap();
    add_storm(page);
    wait_for_due(page, "2024-09-13");
    app.assert_clean();
}

#[test]
fn a_year_is_marked_as_announced_with_its_announcement() {
    let app = open_app();
    let page = &app.page;
    to_calendar(&app, page);
    set(page, "#year", "2028");
    page.wait_for_element("#announcement", SOON).unwrap();
    assert_eq!(page.eval("document.querySelectorAll('.year-days__buttons').length").unwrap(), json!(0));
    page.fill("#announcement", "Thông báo 99/TB-BNV").unwrap();
    page.click(&handle("calendar-announce")).unwrap();
    page.wait_for_element(".year-days__buttons", SOON).unwrap();
    let days = page.text("document.querySelector('.year-days').innerText").unwrap();
    assert!(days.contains("Thông báo 99/TB-BNV") && !days.contains("tạm tính"), "{days}");
    undo(page);
    page.wait_for_element("#announcement", SOON).unwrap();
    app.assert_clean();
}

#[test]
fn a_legal_basis_is_changed_ended_and_taken_back() {
    let app = open_app();
    let page = &app.page;
    page.goto(&format!("{}#/can-cu", app.url)).unwrap();
    page.wait_for_element("[data-basis=nd-118-2025]", SOON).unwrap();
    page.click("#basis-nd-118-2025-edit").unwrap();
    page.wait_for_element("#legal-to", SOON).unwrap();
    set(page, "#legal-to", "2025-06-01");
    page.click(&handle("legal-save")).unwrap();
    page.wait_for_element("#legal-to-error:not(:empty)", SOON).unwrap();
    assert_eq!(page.text("document.activeElement.id").unwrap(), "legal-to");
    set(page, "#legal-to", "2025-12-31");
    page.click(&handle("legal-save")).unwrap();
    let ended = "document.querySelector('[data-basis=nd-118-2025]')?.innerText.includes('Hết hiệu lực')";
    page.wait_for(ended, SOON, "the document is ended").unwrap();
    page.reload().unwrap();
    page.wait_for_element("[data-own=true]", SOON).unwrap();
    page.wait_for(ended, SOON, "the document is ended after a reload").unwrap();
    page.click(".own-data .form__buttons button").unwrap();
    page.wait_for_element("[data-own=false]", SOON).unwrap();
    undo(page);
    page.wait_for(ended, SOON, "going back to the bundle is taken back").unwrap();
    app.assert_clean();
}

#[test]
fn a_procedure_list_is_found_searched_deleted_and_brought_back() {
    let app = open_app();
    let page = &app.page;
    page.goto(&format!("{}#/thu-tuc", app.url)).unwrap();
    page.wait_for_element("[data-testid=no-procedure-lists]", SOON).unwrap();
    let entry = |code: &str, name: &str, to: Option<&str>| {
        json!({"code": code, "name": name, "field": "Chứng thực", "level": "commune",
            "decision": {"number": "1329/QĐ-BTP", "date": "2020-06-01"}, "valid_from": "2020-07-01", "valid_to": to})
    };
    let entries =
        [entry("2.000815", "Chứng thực bản sao", None), entry("1.001193", "Đăng ký khai sinh", Some("2024-12-31"))];
    let list = json!({"id": "Gia Lai", "version": 2, "taken_on": "2025-05-01", "entries": entries});
    let stamp = json!({"at": "2026-05-10T02:30:00.125Z", "by": "Thư ký", "device": "Máy 1"});
    let id = "Gia Lai@0000000002";
    let record = json!({"format": 1, "kind": "procedures", "id": id, "version": 2, "changed": stamp, "value": list, "base": null});
    let short = json!({"id": "Gia Lai", "version": 2, "taken_on": "2025-05-01", "entries": 2,
        "in_force": [["2020-07-01", 2], ["2025-01-01", 1]]});
    put(
        page,
        &[
            ("references", &format!("procedures/{id}"), &record.to_string()),
            ("references", &format!("procedures-short/{id}"), &short.to_string()),
            ("revisions", &format!("reference:procedures/{id}"), "1"),
        ],
    );
    page.reload().unwrap();
    page.wait_for_element(".legal__link", SOON).unwrap();
    let about = page.text("document.querySelector('.legal').innerText").unwrap();
    assert!(about.contains("Gia Lai, bản 2") && about.contains("2 thủ tục, 1 đang hiệu lực"), "{about}");
    page.click(".legal__link").unwrap();
    page.wait_for_element("[data-procedure=\"2.000815\"]", SOON).unwrap();
    page.fill("#procedure-search", "dang ky").unwrap();
    let one = "document.querySelectorAll('[data-procedure]').length === 1
        && document.querySelector('[data-procedure=\"1.001193\"]') !== null";
    page.wait_for(one, SOON, "the search finds one").unwrap();
    page.click(&handle("procedure-list-delete")).unwrap();
    page.wait_for_element("[data-testid=no-procedure-lists]", SOON).unwrap();
    undo(page);
    page.wait_for_element(".legal__link", SOON).unwrap();
    app.assert_clean();
}
