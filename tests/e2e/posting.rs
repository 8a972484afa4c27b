//! What is seen of the posted procedures, and the draws of dossiers.

use serde_json::json;
use so_giam_sat::domain::answer::Stamp;
use so_giam_sat::domain::procedure::{Decision, Procedure, ProcedureList, ProcedureListShort};
use so_giam_sat::domain::supervision::Level;
use so_giam_sat::storage::reference::ReferenceRecord;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, go, handle, text};
use crate::setup::{Opened, SOON, open_app};

/// Opens the part that a summary stands over.
fn unfold(page: &Page, inside: &str) {
    page.eval(&format!("document.querySelector({}).closest('details').open = true", json!(inside))).unwrap();
}

fn wait_for_text(page: &Page, selector: &str, part: &str) {
    // Rows out of sight are not laid out, so that they have no inner text.
    let says = format!("document.querySelector({})?.textContent.includes({})", json!(selector), json!(part));
    page.wait_for(&says, SOON, &format!("{selector} says “{part}”")).unwrap();
}

/// Opens the posting of a visit that nobody looked at yet; gives back the visit's place.
fn open_posting(app: &Opened) -> String {
    Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    go(&app.page, &format!("{place}/niem-yet"), &handle("posting"));
    place
}

fn add(page: &Page, code: &str, name: &str) {
    unfold(page, "#posting-code");
    page.fill("#posting-code", code).unwrap();
    page.fill("#posting-name", name).unwrap();
    page.press("Enter").unwrap();
    page.wait_for_element(&format!("[data-procedure=\"{code}\"]"), SOON).unwrap();
}

/// Counts 150 of 171, draws three, adds them, and judges one as a cover without content by keyboard alone.
fn look(page: &Page) {
    page.fill("#posting-in-force", "171").unwrap();
    page.fill(&handle("posting-counted"), "149").unwrap();
    page.click("#posting-counted + .counter__step").unwrap();
    page.wait_for("document.querySelector('#posting-counted').value === '150'", SOON, "one more").unwrap();
    unfold(page, "#posting-draw-size");
    page.fill("#posting-draw-size", "3").unwrap();
    page.click(&handle("posting-draw")).unwrap();
    page.wait_for("document.querySelectorAll('[data-testid=draw-numbers] span').length === 3", SOON, "numbers")
        .unwrap();
    add(page, "2.000815", "Chứng thực bản sao từ bản chính");
    add(page, "1.001193", "Đăng ký khai sinh");
    add(page, "1.004746", "Đăng ký lại kết hôn");
    page.eval("document.querySelector('[data-procedure=\"1.001193\"] [data-judge=posted]').focus()").unwrap();
    page.press("Space").unwrap();
    for _ in 0..3 {
        page.press("Tab").unwrap();
    }
    page.press("Space").unwrap();
    let chosen =
        "(() => { const pick = document.activeElement; return pick.ariaPressed === 'true' && pick.value === 'cover'
        && pick.closest('[data-procedure]').dataset.procedure === '1.001193' })()";
    page.wait_for(chosen, SOON, "a cover only, and the focus still there").unwrap();
}

fn height(page: &Page, item: &str) -> String {
    page.text(&format!("`${{document.querySelector('[data-item={item}]').getBoundingClientRect().height}}`")).unwrap()
}

fn wait_for_row(page: &Page, item: &str, state: &str, sampled: &str) {
    let stands = format!(
        "(() => {{ const row = document.querySelector('[data-item={item}]');
        return row?.dataset.state === '{state}' && row.dataset.sampled === '{sampled}' }})()"
    );
    page.wait_for(&stands, SOON, &format!("{item} stands as {state}, {sampled}")).unwrap();
}

#[test]
fn what_is_judged_at_the_counter_answers_the_items_of_the_checklist() {
    let app = open_app();
    let page = &app.page;
    let place = open_posting(&app);
    look(page);
    wait_for_text(page, "[data-share=A02]", "150/171 (87,72%)");
    wait_for_text(page, "[data-share=A03]", "0/1 (0,00%)");
    assert!(text(page, "[data-share=A03]").contains("1.001193"));
    assert!(!text(page, "[data-share=A05]").contains('%'), "nobody looked for an internal flow");

    go(page, &place, "[data-item=A03]");
    let list = Checklist::wait(page);
    wait_for_row(page, "A03", "failed", "shown");
    let evidence = text(page, "[data-evidence=A03]");
    assert!(evidence.contains("Theo mẫu: 0/1 (0,00%)") && evidence.contains("1.001193"), "{evidence}");
    assert_eq!(page.eval("document.querySelector('[data-evidence=A05]')").unwrap(), json!(null));
    go(page, &format!("{place}/diem"), ".sums");
    let row = "[...document.querySelectorAll('.sums tr[data-outcome=failed]')].find((row) => row.innerText.startsWith('A03')).innerText";
    assert!(page.text(row).unwrap().contains("trong 03 thủ tục mẫu"), "{}", page.text(row).unwrap());

    // An answer by hand counts only with its reason, and does not move the rows below.
    go(page, &place, "[data-item=A03]");
    Checklist::wait(page);
    let before = height(page, "A03");
    list.choose("A03", "Đạt");
    wait_for_row(page, "A03", "failed", "unreasoned");
    wait_for_text(page, "[data-item=A03] .item__overrule", "chưa ghi lý do, đang tính theo mẫu");
    assert_eq!(height(page, "A03"), before);
    page.click(&Checklist::note("A03")).unwrap();
    page.type_text("Bìa đã thay.").unwrap();
    wait_for_row(page, "A03", "met", "overruled");
    wait_for_text(page, "[data-item=A03] .item__overrule", "Trả lời tay thay kết quả mẫu: 0/1 (0,00%)");
    assert_eq!(height(page, "A03"), before);
    go(page, &format!("{place}/diem"), ".sums");
    wait_for_text(page, ".page--score", "trả lời tay, thay kết quả mẫu: 0/1 (0,00%)");
    app.assert_clean();
}

#[test]
fn what_is_not_posted_is_asked_no_further_and_can_be_taken_back() {
    let app = open_app();
    let page = &app.page;
    open_posting(&app);
    look(page);
    let row = "[data-procedure=\"2.000815\"]";
    let asked = format!("[...document.querySelectorAll('{row} .judge')].filter((one) => one.checkVisibility()).length");
    assert_eq!(page.eval(&asked).unwrap(), json!(5));
    page.click(&format!("{row} [data-judge=posted][value=no]")).unwrap();
    page.wait_for(&format!("{asked} === 2"), SOON, "two questions").unwrap();
    page.click(&format!("{row} [data-judge=remove]")).unwrap();
    page.wait_for(&format!("document.querySelector('{row}') === null"), SOON, "the row is gone").unwrap();
    page.click(&handle("undo")).unwrap();
    page.wait_for(&format!("document.querySelector('{row}') !== null && {asked} === 2"), SOON, "the row again")
        .unwrap();
    page.click(&handle("undo")).unwrap();
    page.wait_for(&format!("{asked} === 5"), SOON, "every question again").unwrap();
    app.assert_clean();
}

#[test]
fn a_number_outlives_a_reload_as_it_was_typed() {
    let app = open_app();
    let page = &app.page;
    open_posting(&app);
    page.click(&handle("posting-counted")).unwrap();
    page.type_text("1.5x").unwrap();
    page.press("Tab").unwrap();
    wait_for_text(page, "#posting-counted-error", "Chưa lưu");
    page.fill(&handle("posting-counted"), "1.716").unwrap();
    Checklist(page).wait_for_status("saved");
    page.reload().unwrap();
    page.wait_for("document.querySelector('#posting-counted')?.value === '1.716'", SOON, "the number").unwrap();
    assert_eq!(text(page, "#posting-counted-error"), "");
    app.assert_clean();
}

#[test]
fn a_recorded_draw_survives_a_reload_and_repeats() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample().open_visit(0);
    let place = app.place();
    go(page, &format!("{place}/lay-mau"), &handle("draws"));
    page.fill("#draw-list", "Sổ theo dõi hồ sơ quý II/2023").unwrap();
    page.fill("#draw-population", "100").unwrap();
    page.fill("#draw-size", "101").unwrap();
    page.click(&handle("new-draw")).unwrap();
    wait_for_text(page, "#draw-size-error", "Số cần lấy lớn hơn 100");
    assert_eq!(page.text("document.activeElement.id").unwrap(), "draw-size");
    assert_eq!(page.eval("document.querySelectorAll('[data-draw]').length").unwrap(), json!(0));
    page.fill("#draw-size", "12").unwrap();
    page.fill("#draw-seed", "7").unwrap();
    page.click(&handle("new-draw")).unwrap();
    page.wait_for_element("[data-draw=\"0\"]", SOON).unwrap();
    let numbers = text(page, &handle("draw-numbers"));
    assert_eq!(numbers.split_whitespace().count(), 12);
    Checklist(page).wait_for_status("saved");

    page.reload().unwrap();
    page.wait_for_element("[data-draw=\"0\"]", SOON).unwrap();
    assert_eq!(text(page, &handle("draw-numbers")), numbers);
    wait_for_text(page, "[data-draw=\"0\"]", "số khởi tạo 7 ");
    page.click(&handle("draw-repeat")).unwrap();
    page.wait_for_element("[data-holds=true]", SOON).unwrap();
    page.click("[data-draw=\"0\"] .button--danger").unwrap();
    page.wait_for("document.querySelector('[data-draw]') === null", SOON, "no draw").unwrap();
    page.click(&handle("undo")).unwrap();
    page.wait_for_element("[data-draw=\"0\"]", SOON).unwrap();
    assert_eq!(text(page, &handle("draw-numbers")), numbers);
    app.assert_clean();
}

/// A list of the district's procedures, with two of the communes' and one that ended, as an import stores it.
fn put_list(page: &Page) {
    let day = |iso: &str| iso.parse().unwrap();
    let entry = |code: &str, field: &str, level, to: Option<&str>| Procedure {
        code: code.to_owned(),
        name: format!("Thủ tục {code}"),
        field: field.to_owned(),
        level,
        other_levels: Vec::new(),
        decision: Decision::default(),
        term: None,
        fee: None,
        online_level: None,
        valid_from: day("2022-07-01"),
        valid_to: to.map(day),
    };
    let entries = vec![
        entry("1.1", "Đất đai", Level::District, None),
        entry("1.2", "Hộ tịch", Level::District, None),
        entry("1.3", "Đất đai", Level::District, None),
        entry("1.4", "Đất đai", Level::District, None),
        entry("1.5", "Hộ tịch", Level::Commune, None),
        entry("1.6", "Hộ tịch", Level::Commune, None),
        entry("1.7", "Hộ tịch", Level::District, Some("2022-12-31")),
    ];
    let list = ProcedureList { id: "gia-lai".to_owned(), version: 2, taken_on: day("2023-01-05"), entries };
    let short = serde_json::to_string(&ProcedureListShort::of(&list)).unwrap();
    let record = ReferenceRecord::of_procedures(
        list,
        Stamp { at: "2023-01-05T00:00:00Z".parse().unwrap(), by: String::new(), device: String::new() },
    );
    let text = serde_json::to_string(&record).unwrap();
    let put = format!(
        "new Promise((done, fail) => {{ const opening = indexedDB.open('so-giam-sat'); opening.onerror = fail;
        opening.onsuccess = () => {{ const writing = opening.result.transaction('references', 'readwrite');
        const store = writing.objectStore('references');
        store.put({}, 'procedures/{id}'); store.put({}, 'procedures-short/{id}');
        writing.oncomplete = () => {{ opening.result.close(); done(true) }}; writing.onerror = fail; }} }})",
        json!(text),
        json!(short),
        id = record.id
    );
    page.eval(&put).unwrap();
}

#[test]
fn a_reference_list_says_how_many_are_in_force_and_names_what_is_drawn() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample().open_visit(0);
    let place = app.place();
    put_list(page);
    go(page, &format!("{place}/niem-yet"), &handle("posting"));
    page.wait_for("document.querySelectorAll('#posting-list option').length === 2", SOON, "the list").unwrap();
    page.eval(
        "(() => { const list = document.querySelector('#posting-list'); list.value = '0';
        list.dispatchEvent(new Event('change', { bubbles: true })) })()",
    )
    .unwrap();
    wait_for_text(page, "[aria-labelledby=posting-scope]", "Cấp huyện (4)");
    wait_for_text(page, "[aria-labelledby=posting-scope]", "Mọi cấp (6)");
    page.click("[aria-labelledby=posting-scope] .pick").unwrap();
    page.fill(&handle("posting-counted"), "3").unwrap();
    wait_for_text(page, "[data-share=A02]", "3/4 (75,00%)");

    unfold(page, "#posting-draw-size");
    page.eval("document.querySelectorAll('[name=posting-method]')[2].click()").unwrap();
    page.fill("#posting-draw-size", "4").unwrap();
    page.click(&handle("posting-draw")).unwrap();
    page.wait_for("document.querySelectorAll('[data-procedure]').length === 4", SOON, "the procedures").unwrap();
    let codes = "[...document.querySelectorAll('[data-procedure]')].map((row) => row.dataset.procedure)";
    assert_eq!(page.eval(codes).unwrap(), json!(["1.1", "1.3", "1.4", "1.2"]), "field by field");
    wait_for_text(page, "[data-procedure=\"1.3\"]", "Danh mục: có hiệu lực từ 01/7/2022");
    wait_for_text(page, "[data-procedure=\"1.3\"]", "Thủ tục 1.3");
    // Judged by hand besides: the list gives the name, and says that it ended.
    unfold(page, "#posting-code");
    page.fill("#posting-code", "1.7").unwrap();
    page.press("Enter").unwrap();
    wait_for_text(page, "[data-procedure=\"1.7\"]", "hết hiệu lực sau 31/12/2022");
    Checklist(page).wait_for_status("saved");
    page.reload().unwrap();
    wait_for_text(page, "[aria-labelledby=posting-scope]", "Cấp huyện (4)");
    wait_for_text(page, "[data-procedure=\"1.7\"]", "Thủ tục 1.7");
    app.assert_clean();
}
