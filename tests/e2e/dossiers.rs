//! Sampled dossiers: entered by hand and from tables, judged, added up, and the letter for a late one.

use std::fs;

use serde_json::json;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, go, handle, text, wait_for_saved};
use crate::setup::{Opened, SOON, open_app};

fn number_of(page: &Page, selector: &str) -> String {
    page.text(&format!("String(document.querySelectorAll({}).length)", json!(selector))).unwrap()
}

/// Sets a date field as a date picker does.
fn set_date(page: &Page, field: &str, date: &str) {
    page.eval(&format!(
        "(() => {{ const input = document.querySelector({}); input.value = '{date}'; \
         input.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
        json!(field)
    ))
    .unwrap();
}

/// The dossiers of the sample's first visit, on 16/5/2023.
fn open_dossiers() -> (Opened, String) {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let place = format!("{}/ho-so", app.place());
    go(&app.page, &place, &handle("new-dossier"));
    (app, place)
}

/// Enters a dossier received on 26/4/2023 with four working days: due on 05/5/2023, as 29/4 to 03/5 were off.
fn enter(page: &Page, code: &str) {
    page.wait_for_element("#code", SOON).unwrap();
    page.fill("#code", code).unwrap();
    page.fill("#sector", "Đất đai").unwrap();
    set_date(page, "#received", "2023-04-26");
    page.fill("#term-length", "4").unwrap();
}

#[test]
fn a_dossier_is_judged_as_one_types_and_answers_the_checklist() {
    let (mut app, place) = open_dossiers();
    let visit = place.trim_end_matches("/ho-so").to_owned();
    app.page.click(&handle("new-dossier")).unwrap();
    enter(&app.page, "H-0001");
    let due = format!("{}[data-date='2023-05-05']", handle("due-date"));
    app.page.wait_for_element(&due, SOON).unwrap();
    app.page.eval(&format!("document.querySelector('{}').open = true", handle("due-why"))).unwrap();
    let why = text(&app.page, &handle("due-why"));
    assert!(why.contains("Ngày Chiến thắng") && why.contains("Giỗ Tổ"), "{why}");
    set_date(&app.page, "#returned", "2023-05-09");
    app.page.wait_for_element("[data-judgement=returned_late]", SOON).unwrap();
    assert!(text(&app.page, "[data-judgement=returned_late]").contains("2 ngày làm việc"));
    wait_for_saved(&app.page);
    let own = app.place();
    assert_ne!(own, format!("{place}/moi"), "what was begun has an address of its own");

    app.restart(&own);
    app.page.wait_for_element("[data-judgement=returned_late]", SOON).unwrap();
    assert_eq!(app.page.text("document.querySelector('#code').value").unwrap(), "H-0001");

    // The next one begins like the last; without an apology looked for, nothing is held against it.
    app.page.click(&handle("next-dossier")).unwrap();
    app.page.wait_for("document.activeElement?.id === 'code'", SOON, "the code has the focus").unwrap();
    assert_eq!(app.page.text("document.querySelector('#received').value").unwrap(), "2023-04-26");
    app.page.fill("#code", "H-0002").unwrap();
    app.page.wait_for_element("[data-judgement=pending_late]", SOON).unwrap();
    wait_for_saved(&app.page);

    go(&app.page, &visit, "[data-evidence=B04]");
    assert!(text(&app.page, "[data-evidence=B04]").contains("0/2"), "{}", text(&app.page, "[data-evidence=B04]"));
    go(&app.page, &format!("{visit}/tong-hop"), &handle("apology-coverage"));
    assert!(text(&app.page, &handle("apology-coverage")).contains("Chưa xem"));
    app.assert_clean();
}

#[test]
fn a_removed_dossier_comes_back_with_undo() {
    let (app, place) = open_dossiers();
    app.page.click(&handle("new-dossier")).unwrap();
    enter(&app.page, "H-0001");
    wait_for_saved(&app.page);
    app.page.click(".button--danger").unwrap();
    app.page.wait_for(&format!("location.hash === '{place}'"), SOON, "the list").unwrap();
    app.page.wait_for("!document.querySelector('[data-dossier]')", SOON, "no dossier").unwrap();
    app.page.press("Control+Z").unwrap();
    app.page.wait_for_element("[data-dossier='H-0001']", SOON).unwrap();
    app.assert_clean();
}

#[test]
fn a_table_with_bad_dates_names_each_by_line_and_column_and_writes_nothing_unconfirmed() {
    let (app, place) = open_dossiers();
    let table = "Mã hồ sơ;Lĩnh vực;Ngày nhận;Thời hạn giải quyết;Ngày trả kết quả\r\n\
                 A-1;Đất đai;26/4/2023;4 ngày làm việc;05/5/2023\r\n\
                 A-2;Đất đai;31/02/2024;4 ngày làm việc;05/5/2023\r\n\
                 A-3;Đất đai;2024-13-01;4 ngày làm việc;\r\n\
                 A-4;Đất đai;12/7/23;4 ngày làm việc;\r\n\
                 A-5;Đất đai;45042;4 ngày làm việc;\r\n";
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let file = app.folder.join("ho-so.csv");
    fs::write(&file, utf_16).unwrap();
    app.page.upload(&handle("dossier-import"), &file).unwrap();
    app.page.wait_for_element(&handle("table-matching"), SOON).unwrap();
    app.page.click(&handle("table-try")).unwrap();
    app.page.wait_for_element(&handle("table-preview"), SOON).unwrap();
    let preview = text(&app.page, &handle("table-preview"));
    for place in ["Dòng 3, cột C", "Dòng 4, cột C", "Dòng 5, cột C", "Dòng 6, cột C"] {
        assert!(preview.contains(place), "{place}: {preview}");
    }
    assert_eq!(number_of(&app.page, "[data-row=problem]"), "3", "{preview}");
    assert_eq!(number_of(&app.page, "[data-row=note]"), "1", "a serial number is read as a day, with a remark");
    go(&app.page, &place, &handle("new-dossier"));
    assert_eq!(number_of(&app.page, "[data-dossier]"), "0", "nothing is written before it is confirmed");

    app.page.upload(&handle("dossier-import"), &file).unwrap();
    app.page.wait_for_element(&handle("table-try"), SOON).unwrap();
    app.page.click(&handle("table-try")).unwrap();
    app.page.wait_for_element(&handle("table-confirm"), SOON).unwrap();
    app.page.click(&handle("table-confirm")).unwrap();
    app.page.wait_for_element("[data-dossier='A-5']", SOON).unwrap();
    assert_eq!(number_of(&app.page, "[data-dossier]"), "2", "the good lines, A-1 and A-5");
    app.assert_clean();
}

#[test]
fn a_pasted_table_updates_what_has_the_same_code() {
    let (app, _) = open_dossiers();
    app.page.click(&handle("new-dossier")).unwrap();
    enter(&app.page, "H-0001");
    wait_for_saved(&app.page);
    app.page.click("a[href$='/ho-so'].button").unwrap();
    app.page.wait_for_element(&handle("dossier-paste"), SOON).unwrap();
    let table = "Mã hồ sơ\tNgày nhận\tThời hạn giải quyết\tNgày trả kết quả\nH-0001\t26/4/2023\t4\t05/5/2023\nH-0009\t26/4/2023\t4\t09/5/2023\n";
    app.page.fill(&handle("dossier-paste"), table).unwrap();
    app.page.wait_for_element(&handle("table-try"), SOON).unwrap();
    app.page.click(&handle("table-try")).unwrap();
    app.page.wait_for_element(&handle("table-confirm"), SOON).unwrap();
    let effect = text(&app.page, ".table-preview__effect");
    assert!(effect.contains("thêm 1") && effect.contains("cập nhật 1"), "{effect}");
    app.page.click(&handle("table-confirm")).unwrap();
    app.page.wait_for_element("[data-dossier='H-0009']", SOON).unwrap();
    assert_eq!(number_of(&app.page, "[data-dossier]"), "2");
    app.page.press("Control+Z").unwrap();
    app.page
        .wait_for("!document.querySelector(\"[data-dossier='H-0009']\")", SOON, "one undo takes it all back")
        .unwrap();
    app.assert_clean();
}

#[test]
fn a_second_import_names_what_it_overwrites_and_keeps_what_it_has_blank() {
    let (app, _) = open_dossiers();
    let page = &app.page;
    let preview = |table: &str| {
        page.fill(&handle("dossier-paste"), table).unwrap();
        page.wait_for_element(&handle("table-try"), SOON).unwrap();
        page.click(&handle("table-try")).unwrap();
        page.wait_for_element(&handle("table-preview"), SOON).unwrap();
    };
    let confirm = || {
        page.click(&handle("table-confirm")).unwrap();
        page.wait_for_element("[data-dossier='H-001']", SOON).unwrap();
    };
    preview("Mã hồ sơ\tLĩnh vực\tNgày nhận\tNgày hẹn trả\nH-001\tĐất đai\t04/5/2023\t11/5/2023\n");
    confirm();
    preview("Mã hồ sơ\tNgày nhận\tNgày hẹn trả\tNgày trả kết quả\nH-001\t05/5/2023\t\t22/5/2023\n");
    let overwritten = text(page, "[data-row=overwritten]");
    assert!(overwritten.contains("04/5/2023") && overwritten.contains("05/5/2023"), "{overwritten}");
    assert!(text(page, "[data-row=blank]").contains("11/5/2023"));
    let effect = || text(page, ".table-preview__effect");
    assert!(effect().contains("Ghi đè 1 ô, điền thêm 1 ô, giữ 1 ô"), "{}", effect());
    page.click(&handle("table-take-blanks")).unwrap();
    page.wait_for("document.querySelector('.table-preview__effect').innerText.includes('giữ 0 ô')", SOON, "taken")
        .unwrap();
    page.click(&handle("table-take-blanks")).unwrap();
    page.wait_for("document.querySelector('.table-preview__effect').innerText.includes('giữ 1 ô')", SOON, "kept")
        .unwrap();
    confirm();
    preview("Mã hồ sơ\tLĩnh vực\tNgày hẹn trả\nH-001\t\t\n");
    assert_eq!(number_of(page, "[data-row=blank]"), "2", "field and appointed date are still there");
    app.assert_clean();
}

#[test]
fn the_letter_for_a_late_dossier_follows_its_regime_and_names_nobody() {
    let (app, _) = open_dossiers();
    app.page.click(&handle("new-dossier")).unwrap();
    enter(&app.page, "H-0001");
    app.page.wait_for_element(&handle("draft-apology"), SOON).unwrap();
    wait_for_saved(&app.page);
    app.page.click(&handle("draft-apology")).unwrap();
    app.page.wait_for_element(&handle("apology-letter"), SOON).unwrap();
    let letter = text(&app.page, &handle("apology-letter"));
    for part in ["PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "H-0001", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    set_date(&app.page, "#issued", "2023-05-15");
    let new_date = format!("{}[data-date='2023-05-22']", handle("new-date"));
    app.page.wait_for_element(&new_date, SOON).unwrap();
    app.page
        .wait_for(
            &format!(
                "document.querySelector('{}').textContent.includes('22 tháng 5 năm 2023')",
                handle("apology-letter")
            ),
            SOON,
            "the letter follows",
        )
        .unwrap();
    app.assert_clean();
}

#[test]
fn a_list_of_procedures_comes_from_a_table_as_a_new_version_each_time() {
    let app = open_app();
    go(&app.page, "#/thu-tuc", &handle("procedure-paste"));
    let take = || {
        app.page.fill("#list-name", "gia-lai-xa").unwrap();
        let table = "Mã TTHC\tTên thủ tục\tLĩnh vực\tCấp giải quyết\tThời hạn giải quyết\tHiệu lực từ\n\
                     2.000815\tChứng thực bản sao từ bản chính\tChứng thực\tCấp xã\tTrong ngày\t01/7/2020\n\
                     1.001193\tĐăng ký khai sinh\tHộ tịch\tCấp xã\t1 ngày làm việc\t31/02/2020\n";
        app.page.fill(&handle("procedure-paste"), table).unwrap();
        app.page.wait_for_element(&handle("table-try"), SOON).unwrap();
        app.page.click(&handle("table-try")).unwrap();
        app.page.wait_for_element(&handle("table-confirm"), SOON).unwrap();
        assert!(text(&app.page, "[data-row=problem]").contains("Dòng 3, cột F"));
        app.page.click(&handle("table-confirm")).unwrap();
    };
    take();
    app.page.wait_for("location.hash.startsWith('#/thu-tuc/')", SOON, "the list is shown").unwrap();
    app.page
        .wait_for("document.querySelector('main').textContent.includes('2.000815')", SOON, "its procedure")
        .unwrap();
    let first = app.place();
    go(&app.page, "#/thu-tuc", &handle("procedure-paste"));
    take();
    app.page
        .wait_for(&format!("location.hash.startsWith('#/thu-tuc/') && location.hash !== '{first}'"), SOON, "another")
        .unwrap();
    app.assert_clean();
}

#[test]
fn a_finding_names_its_base_and_cites_only_what_binds_and_a_typed_total_stays() {
    let (app, place) = open_dossiers();
    let visit = place.trim_end_matches("/ho-so").to_owned();
    app.page.click(&handle("new-dossier")).unwrap();
    enter(&app.page, "H-0001");
    set_date(&app.page, "#returned", "2023-05-09");
    app.page.eval("document.querySelectorAll('input[name=apology]')[1].click()").unwrap();
    app.page.wait_for_element("[data-judgement=late_without_apology]", SOON).unwrap();
    wait_for_saved(&app.page);

    // What the sample's own visit reports is taken away first, so that only the dossier speaks.
    for item in ["C01", "C03"] {
        go(&app.page, &visit, &format!("[data-item={item}] [data-do=clear]"));
        // While rows get their fields, what one aims at moves.
        Checklist::wait(&app.page);
        app.page.click(&format!("[data-item={item}] [data-do=clear]")).unwrap();
    }
    wait_for_saved(&app.page);

    // The visit was on 16/5/2023, in Gia Lai: no directive of another province, and none of a later day.
    go(&app.page, &format!("{visit}/ton-tai"), "[data-finding=C03]");
    let cites = "document.querySelector('[data-finding=C03]')?.innerText.includes('61/2018')";
    app.page.wait_for(cites, SOON, "the decree is cited").unwrap();
    let card = text(&app.page, "[data-finding=C03]");
    assert!(card.contains("trong 01 hồ sơ mẫu"), "{card}");
    assert!(!card.contains("CT-UBND") && !card.contains("Đắk Lắk") && !card.contains("2025"), "{card}");

    // The unit reports 39 late dossiers in the period; one was sampled. Both are said, and 39 stays.
    go(&app.page, &visit, "[data-item=C01][data-sampled=awaited]");
    app.page.fill("[data-item=C01] [data-field=figure]", "39").unwrap();
    app.page.wait_for_element("[data-item=C01][data-sampled=reported]", SOON).unwrap();
    wait_for_saved(&app.page);
    let said = text(&app.page, "[data-evidence=C01]");
    assert!(said.contains("Đơn vị báo cáo: 39") && said.contains("Trong 01 hồ sơ mẫu: 1"), "{said}");
    let field = "document.querySelector('[data-item=C01] [data-field=figure]').value";
    assert_eq!(app.page.text(field).unwrap(), "39");
    app.assert_clean();
}
