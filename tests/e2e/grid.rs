//! The grid of dossiers on a wide screen, worked by keyboard, mouse and clipboard.

use std::fs;

use serde_json::{Value, json};
use xtask::chromium::Page;

use crate::pages::{Home, handle, to, wait_for_saved};
use crate::setup::{Opened, SOON, open_app};

/// Where the dossiers of the test are.
const PLACE: &str = "#/buoi/krong-pa-2023-01-ubnd-huyen/ho-so";

/// The sample with dossiers in its first visit: received on Monday 06/3/2023 with five working days, due and returned on
/// 13/3/2023.
pub fn sample_with_dossiers(number: usize) -> Value {
    let text = include_str!("../../public/data/giam-sat-mau-krong-pa.json");
    let mut file: Value = serde_json::from_str(text).unwrap();
    let dossiers = (1..=number).map(|number| {
        json!({
            "id": format!("d{number:05}"),
            "held": {
                "dossier": {
                    "code": format!("H-{number:05}"), "procedure": "1.003003", "field": "Đất đai",
                    "received": { "date": "2023-03-06" }, "term": { "working_days": 5 }, "slip": true,
                    "appointed": { "is": "2023-03-13" }, "returned": "2023-03-13", "state": "resolved", "body_at_fault": "",
                },
                "stamp": { "at": "2023-05-16T01:30:00Z", "by": "", "device": "" },
            },
        })
    });
    file["visits"][0]["dossiers"] = dossiers.collect();
    file
}

/// The app on a laptop's screen with so many dossiers in the grid.
pub fn open_grid(number: usize) -> Opened {
    let app = open_app();
    app.page.set_viewport(1280, 800, false).unwrap();
    let file = app.folder.join("dossiers.json");
    fs::write(&file, sample_with_dossiers(number).to_string()).unwrap();
    let preview = Home(&app.page).import(&file);
    assert_eq!(preview.refusal(), None);
    preview.confirm();
    to(&app.page, PLACE);
    wait_for_grid(&app.page);
    app
}

fn wait_for_grid(page: &Page) {
    page.wait_for_element(&cell("H-00001", "returned"), SOON).unwrap();
    page.wait_for_element("[data-active]", SOON).unwrap();
}

/// A selector for a cell, by the code of its dossier and the key of its column.
fn cell(code: &str, column: &str) -> String {
    format!("[data-testid=dossier-grid] [data-dossier='{code}'] > [data-column={column}]")
}

fn text(page: &Page, selector: &str) -> String {
    page.text(&format!("document.querySelector(\"{selector}\")?.innerText.trim()")).unwrap()
}

fn wait_for_text(page: &Page, selector: &str, text: &str) {
    let is = format!("document.querySelector(\"{selector}\")?.innerText.trim() === {}", json!(text));
    page.wait_for(&is, SOON, text).unwrap();
}

/// The code and the column of the cell that has the focus.
fn focused(page: &Page) -> String {
    let place = "(() => { const cell = document.activeElement.closest('[data-column]');
        return cell ? `${cell.parentElement.dataset.dossier} ${cell.dataset.column}` : document.activeElement.tagName })()";
    page.text(place).unwrap()
}

const LATE: &str = "[data-dossier='H-00002'] [data-judgement=returned_late]";

#[test]
fn a_date_typed_in_a_cell_is_judged_undone_and_kept() {
    let app = open_grid(12);
    let page = &app.page;
    let returned = cell("H-00002", "returned");
    page.click(&returned).unwrap();
    assert_eq!(focused(page), "H-00002 returned");
    assert_eq!(page.eval(&format!("document.querySelector(\"{LATE}\")")).unwrap(), Value::Null);
    page.type_text("15-3-2023\n").unwrap();
    page.wait_for_element(LATE, SOON).unwrap();
    assert_eq!(text(page, &returned), "15/3/2023");
    assert_eq!(focused(page), "H-00003 returned");

    page.press("Control+z").unwrap();
    wait_for_text(page, &returned, "13/3/2023");
    assert_eq!(page.eval(&format!("document.querySelector(\"{LATE}\")")).unwrap(), Value::Null);
    assert_eq!(focused(page), "H-00003 returned", "the cursor stays where it is");
    page.press("Control+y").unwrap();
    wait_for_text(page, &returned, "15/3/2023");

    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element(LATE, SOON).unwrap();
    assert_eq!(text(page, &returned), "15/3/2023");
    app.assert_clean();
}

#[test]
fn a_date_that_is_none_is_refused_at_its_cell_and_changes_nothing() {
    let app = open_grid(12);
    let page = &app.page;
    let returned = cell("H-00002", "returned");
    page.click(&returned).unwrap();
    for (typed, sentence) in [
        ("31/02/2024", "Lịch không có ngày này."),
        ("15/3/23", "Xin ghi ngày, tháng và đủ bốn chữ số của năm, ví dụ 12/5/2023."),
    ] {
        page.press("F2").unwrap();
        page.type_text(&format!("{typed}\n")).unwrap();
        wait_for_text(page, ".grid__fault", sentence);
        assert_eq!(page.text("document.activeElement.value").unwrap(), typed, "one stays in the cell");
        page.click(&cell("H-00005", "returned")).unwrap();
        assert_eq!(focused(page), "H-00002 returned", "and is not led away by the mouse");
        page.press("Escape").unwrap();
        assert_eq!(text(page, &returned), "13/3/2023");
        assert_eq!(focused(page), "H-00002 returned");
    }
    assert!(page.eval("document.querySelector('[data-testid=undo]').disabled").unwrap() == json!(true));
    app.assert_clean();
}

#[test]
fn the_keys_of_a_spreadsheet_lead_through_the_grid() {
    let app = open_grid(300);
    let page = &app.page;
    page.click(&cell("H-00001", "code")).unwrap();
    for (key, place) in [
        ("ArrowDown", "H-00002 code"),
        ("Tab", "H-00002 procedure"),
        ("Shift+Tab", "H-00002 code"),
        ("End", "H-00002 wrong"),
        ("Tab", "H-00003 number"),
        ("Control+End", "H-00300 wrong"),
        ("Home", "H-00300 number"),
        ("ArrowUp", "H-00299 number"),
        ("Control+Home", "H-00001 number"),
        ("ArrowUp", "H-00001 number"),
    ] {
        page.press(key).unwrap();
        let is = format!("document.activeElement.closest('[data-column]')?.dataset.column === {:?}", &place[8..]);
        page.wait_for(&is, SOON, place).unwrap();
        assert_eq!(focused(page), place, "{key}");
        let seen = "(() => { const cell = document.activeElement.getBoundingClientRect();
            const box = document.querySelector('[data-testid=dossier-grid]').getBoundingClientRect();
            return cell.top >= box.top && cell.bottom <= box.bottom && cell.left >= box.left && cell.right <= box.right + 260 })()";
        assert_eq!(page.eval(seen).unwrap(), json!(true), "{key} leads out of sight");
    }
    page.press("PageDown").unwrap();
    page.press("PageDown").unwrap();
    let far = "Number(document.activeElement.parentElement?.getAttribute('aria-rowindex')) > 8";
    page.wait_for(far, SOON, "two pages down").unwrap();
    // Scrolled away, the active cell still has the keys, and they bring it back.
    page.eval("document.querySelector('[data-testid=dossier-grid]').scrollTop = 11000").unwrap();
    page.wait_for_element(&cell("H-00260", "code"), SOON).unwrap();
    page.press("Control+Home").unwrap();
    page.wait_for_element(&cell("H-00001", "code"), SOON).unwrap();
    assert_eq!(focused(page), "H-00001 number");
    app.assert_clean();
}

#[test]
fn lists_clearing_and_the_clipboard_change_one_cell() {
    let app = open_grid(12);
    let page = &app.page;
    page.click(&cell("H-00003", "slip")).unwrap();
    page.press("Enter").unwrap();
    assert_eq!(page.text("document.activeElement.value").unwrap(), "Có");
    page.press("ArrowDown").unwrap();
    page.press("Enter").unwrap();
    wait_for_text(page, &cell("H-00003", "slip"), "Không");
    page.wait_for_element("[data-dossier='H-00003'] [data-error='slip:without_slip']", SOON).unwrap();

    page.click(&cell("H-00004", "returned")).unwrap();
    page.press("Delete").unwrap();
    wait_for_text(page, &cell("H-00004", "returned"), "");
    assert_eq!(focused(page), "H-00004 returned", "a row that says something else keeps the focus");

    let clipboard = |kind: &str, text: &str| {
        let script = format!(
            "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {});
            document.activeElement.dispatchEvent(new ClipboardEvent('{kind}', {{ clipboardData: data, bubbles: true, cancelable: true }}));
            return data.getData('text/plain') }})()",
            json!(text)
        );
        page.text(&script).unwrap()
    };
    clipboard("paste", "16/3/2023\r\n");
    wait_for_text(page, &cell("H-00004", "returned"), "16/3/2023");
    assert_eq!(clipboard("copy", ""), "16/3/2023");
    clipboard("paste", "a\tb\nc\td");
    page.wait_for("document.querySelector('.notices').innerText.includes('trang nhập hồ sơ')", SOON, "a notice")
        .unwrap();
    assert_eq!(text(page, &cell("H-00004", "returned")), "16/3/2023");
    app.assert_clean();
}

#[test]
fn a_new_dossier_is_begun_in_the_grid_and_opened_from_it() {
    let app = open_grid(60);
    let page = &app.page;
    page.click(&handle("grid-add")).unwrap();
    page.wait_for("document.activeElement.matches('[data-column=code] > input')", SOON, "its code is edited").unwrap();
    page.type_text("MOI-1").unwrap();
    page.press("Tab").unwrap();
    page.wait_for_element(&cell("MOI-1", "code"), SOON).unwrap();
    assert_eq!(text(page, &cell("MOI-1", "field")), "Đất đai");
    page.press("Control+Enter").unwrap();
    page.wait_for_element("form[data-dossier='MOI-1']", SOON).unwrap();
    app.assert_clean();
}

#[test]
fn a_narrow_screen_keeps_the_cards() {
    let app = open_grid(12);
    app.page.set_viewport(800, 1280, true).unwrap();
    app.page.wait_for_element("ol[data-testid=dossier-grid] a[data-dossier=H-00001]", SOON).unwrap();
    app.page.set_viewport(1280, 800, false).unwrap();
    wait_for_grid(&app.page);
    app.assert_clean();
}
