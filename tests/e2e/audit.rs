//! Passages of reports: pasted, read, tied, audited; discrepancies made findings or set aside; and what the checklist
//! makes of them.

use serde_json::json;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, go, handle, text, wait_for_saved};
use crate::setup::{Opened, SOON, open_app, wait_for_files};

/// A paragraph of a report, by the heading that it stands under in its file.
pub fn paragraph(report: &str, heading: &str) -> String {
    let path = format!("{}/tests/fixtures/loi-van-{report}.txt", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(path).unwrap();
    let mut parts = file.split("== ").filter_map(|part| part.split_once('\n'));
    parts.find(|(place, _)| *place == heading).unwrap().1.trim().to_owned()
}

/// Pastes into the field of the text, as far as a page can tell.
fn paste(page: &Page, text: &str) {
    let script = format!(
        "(() => {{ const field = document.querySelector('[data-testid=statement-text]'); field.focus();
        field.dispatchEvent(new ClipboardEvent('paste', {{ bubbles: true, cancelable: true }}));
        return document.execCommand('insertText', false, {}) }})()",
        json!(text)
    );
    page.eval(&script).unwrap();
    page.wait_for_element(".passage-pick", SOON).unwrap();
}

/// Enters a paragraph with the ties that are ticked, and gives back the place of the passage.
pub fn enter(app: &Opened, visit: &str, report: &str, heading: &str) -> String {
    let page = &app.page;
    go(page, &format!("{visit}/so-lieu/loi-van/moi"), &handle("statement-text"));
    page.wait_for("document.querySelector('[data-testid=statement-text]').value === ''", SOON, "an empty field")
        .unwrap();
    page.fill("#statement-place", heading).unwrap();
    paste(page, &paragraph(report, heading));
    page.click(&handle("keep-statement")).unwrap();
    page.wait_for("!location.hash.endsWith('/moi')", SOON, "the place of the passage").unwrap();
    page.wait_for_element(&handle("statement-picks"), SOON).unwrap();
    app.place()
}

fn found(stated: &str) -> String {
    format!("[data-testid=audit-list] [data-stated=\"{stated}\"]")
}

fn wait_for_state(page: &Page, stated: &str, state: &str) {
    page.wait_for_element(&format!("{}[data-state={state}]", found(stated)), SOON).unwrap();
}

/// The sample with a visit that nobody answered, and the paragraph of percentages.
fn with_percentages() -> (Opened, String, String) {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let visit = app.place();
    let passage = enter(&app, &visit, "003", "I.2");
    (app, visit, passage)
}

#[test]
fn percentages_of_a_paragraph_are_found_wrong_with_their_cause() {
    let (app, visit, _) = with_percentages();
    let page = &app.page;
    enter(&app, &visit, "000", "II.1");
    enter(&app, &visit, "004", "chú thích 3");
    go(page, &format!("{visit}/chenh-lech"), &found("34,2%"));
    for (stated, computed, cause) in [
        ("34,2%", "34,1%", "lấy 100% trừ các tỷ lệ còn lại"),
        ("65,1%", "65,2%", "bị cắt bớt, không làm tròn"),
        ("82,3%", "82,4%", "bị cắt bớt, không làm tròn"),
        ("17,7%", "17,6%", "lấy 100% trừ các tỷ lệ còn lại"),
        ("9,55%", "9,56%", "bị cắt bớt, không làm tròn"),
    ] {
        let card = format!("{}[data-rule=share][data-computed=\"{computed}\"]", found(stated));
        page.wait_for_element(&card, SOON).unwrap();
        assert!(text(page, &card).contains(cause), "{stated}: {}", text(page, &card));
    }
    assert!(text(page, &found("34,2%")).contains("41.200 / 120.695 = 34,1%"));
    assert_eq!(page.eval(&format!("document.querySelector({})", json!(found("0,7%")))).unwrap(), json!(null));
    let downloads = app.downloads();
    page.click(&handle("audit-export")).unwrap();
    let file = wait_for_files(&downloads, "_chenh-lech.csv", 1).remove(0);
    let file = std::fs::read_to_string(file).unwrap();
    assert!(file.contains("\"34,2%\",\"34,1%\"") && file.contains("\"9,55%\",\"9,56%\""), "{file}");
    app.assert_clean();
}

#[test]
fn a_discrepancy_becomes_a_finding_or_is_set_aside_and_both_outlive_a_reload() {
    let (app, visit, _) = with_percentages();
    let page = &app.page;
    let audit = format!("{visit}/chenh-lech");
    go(page, &audit, &found("34,2%"));
    page.click(&format!("{} [data-testid=make-finding]", found("34,2%"))).unwrap();
    wait_for_state(page, "34,2%", "finding");
    page.click(&format!("{} [data-testid=set-aside]", found("65,1%"))).unwrap();
    page.click(&format!("{} [data-testid=set-aside-now]", found("65,1%"))).unwrap();
    page.wait_for(
        &format!("document.querySelector({}).textContent.includes('Xin ghi lý do.')", json!(found("65,1%"))),
        SOON,
        "a reason to be asked for",
    )
    .unwrap();
    page.click(&format!("{} [data-testid=quick-reason]", found("65,1%"))).unwrap();
    wait_for_state(page, "65,1%", "aside");
    wait_for_saved(page);
    page.reload().unwrap();
    wait_for_state(page, "34,2%", "finding");
    wait_for_state(page, "65,1%", "aside");
    assert!(text(page, &found("65,1%")).contains("Đã bỏ qua: Đơn vị đã giải trình, số liệu đúng"));
    go(page, &format!("{visit}/ton-tai"), ".finding");
    let findings = "document.querySelector('.findings').textContent";
    let said = page.text(findings).unwrap();
    assert!(said.contains("báo cáo nêu 34,2%, tính lại là 34,1% (41.200 / 120.695 = 34,1%)"), "{said}");

    // Taken back, the finding goes, and what is undecided stands against its item again.
    go(page, &audit, &found("34,2%"));
    page.click(&format!("{} [data-testid=take-back]", found("34,2%"))).unwrap();
    wait_for_state(page, "34,2%", "open");
    go(page, &format!("{visit}/ton-tai"), ".page--findings");
    assert!(!page.text("document.querySelector('.page--findings').textContent").unwrap().contains("34,2%"));
    app.assert_clean();
}

#[test]
fn figures_answer_an_item_of_the_checklist_until_it_is_overruled_with_a_reason() {
    let (app, visit, _) = with_percentages();
    let page = &app.page;
    go(page, &visit, "[data-item=D07]");
    let list = Checklist::wait(page);
    let stands = |state: &str, sampled: &str| {
        let row = format!("[data-item=D07][data-state={state}][data-sampled={sampled}]");
        page.wait_for_element(&row, SOON).unwrap();
    };
    stands("failed", "shown");
    let said = text(page, "[data-evidence=D07]");
    assert!(said.contains("Theo số liệu: Không đạt – 4 chênh lệch trong 5 phép kiểm"), "{said}");
    assert!(page.text("document.querySelector('[data-evidence=D07] a').hash").unwrap().ends_with("/chenh-lech"));
    list.choose("D07", "Đạt");
    stands("failed", "unreasoned");
    page.click(&Checklist::note("D07")).unwrap();
    page.type_text("Đơn vị đã đính chính.").unwrap();
    stands("met", "overruled");
    app.assert_clean();
}

#[test]
fn a_passage_is_put_right_and_tied_by_hand() {
    let (app, visit, passage) = with_percentages();
    let page = &app.page;
    let pick = |quote: &str| {
        let number = format!(
            "[...document.querySelectorAll('.passage-pick')].find((pick) => pick.textContent.startsWith({})).dataset.pick",
            json!(quote)
        );
        format!("[data-pick=\"{}\"]", page.text(&number).unwrap())
    };
    // 803 becomes 805: what was tied to it is off at once.
    page.click(&pick("803 hồ sơ")).unwrap();
    page.fill(&handle("pick-value"), "8.050").unwrap();
    page.press("Tab").unwrap();
    let off = "[data-testid=ties] [data-holds=false][data-relation=\"0,7% = 8.050 / 120.695\"]";
    page.wait_for_element(off, SOON).unwrap();
    page.fill(&handle("pick-value"), "803").unwrap();
    page.press("Tab").unwrap();
    page.wait_for_element("[data-testid=ties] [data-holds=true][data-relation=\"0,7% = 803 / 120.695\"]", SOON)
        .unwrap();

    // 5.683 is not 4.682: tied by hand, and told so before it is kept.
    page.click(&pick("803 hồ sơ")).unwrap();
    page.click(&pick("5.683 hồ sơ")).unwrap();
    page.click(&handle("tie-pick")).unwrap();
    let choose =
        "[...document.querySelectorAll('.chooser__one')].find((one) => one.textContent.startsWith('4.682')).click()";
    page.wait_for_element(".chooser__one", SOON).unwrap();
    page.eval(choose).unwrap();
    page.wait_for_element(".slot[data-filled=true]", SOON).unwrap();
    page.click(&handle("add-tie")).unwrap();
    let made = "[data-testid=proposals] [data-holds=false][data-relation=\"5.683 = 4.682\"]";
    page.wait_for_element(made, SOON).unwrap();
    page.click(&handle("keep-statement")).unwrap();
    page.wait_for_element("[data-testid=ties] [data-relation=\"5.683 = 4.682\"]", SOON).unwrap();
    wait_for_saved(page);
    go(page, &format!("{visit}/chenh-lech"), "[data-rule=text][data-stated=\"5683\"][data-computed=\"4682\"]");

    // A pick that is dropped takes its ties along.
    go(page, &passage, &handle("statement-picks"));
    page.wait_for_element("[data-testid=ties]", SOON).unwrap();
    page.click(&pick("5.683 hồ sơ")).unwrap();
    page.click(&handle("drop-pick")).unwrap();
    page.click(&handle("keep-statement")).unwrap();
    page.wait_for("!document.querySelector('[data-testid=ties] [data-relation=\"5.683 = 4.682\"]')", SOON, "it to go")
        .unwrap();
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element("[data-testid=ties]", SOON).unwrap();
    let there = "[...document.querySelectorAll('.passage-pick')].some((pick) => pick.textContent.startsWith('5.683'))";
    assert_eq!(page.eval(there).unwrap(), json!(false));
    app.assert_clean();
}

#[test]
fn a_passage_that_is_left_before_it_is_kept_is_a_draft_and_discarded_on_purpose_only() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample().open_visit(0);
    let visit = app.place();
    let new = format!("{visit}/so-lieu/loi-van/moi");
    go(page, &new, &handle("statement-text"));
    paste(page, "Tổng số hồ sơ: 120 hồ sơ (cấp tỉnh: 100 hồ sơ, cấp xã: 30 hồ sơ).");
    go(page, &format!("{visit}/so-lieu"), &handle("new-table"));
    assert_eq!(page.eval("document.querySelectorAll('[data-statement]').length").unwrap(), json!(0), "it is not kept");
    page.reload().unwrap();
    page.wait_for_element(&handle("new-table"), SOON).unwrap();
    go(page, &new, &handle("draft"));
    let text = "document.querySelector('[data-testid=statement-text]').value";
    page.wait_for(&format!("{text}.startsWith('Tổng số hồ sơ: 120 hồ sơ')"), SOON, "the draft is found").unwrap();
    page.click("[data-testid=draft] button").unwrap();
    page.wait_for(&format!("{text} === ''"), SOON, "the draft is discarded").unwrap();
    page.reload().unwrap();
    page.wait_for_element(&handle("statement-text"), SOON).unwrap();
    page.wait_for(&format!("{text} === ''"), SOON, "it stays discarded").unwrap();
    app.assert_clean();
}
