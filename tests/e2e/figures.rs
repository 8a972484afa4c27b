//! Tables of figures: begun, entered by keyboard, pasted, imported, declared by hand, and audited as one types.

use std::path::PathBuf;

use serde_json::{Value, json};
use xtask::chromium::Page;

use crate::pages::{Home, go, handle, wait_for_saved};
use crate::setup::{Opened, SOON, open_app};

/// The figures of the sample's first visit, on a laptop's screen.
fn open_figures() -> (Opened, String) {
    let app = open_app();
    app.page.set_viewport(1280, 800, false).unwrap();
    Home(&app.page).open_sample().open_visit(0);
    let place = format!("{}/so-lieu", app.place());
    go(&app.page, &place, &handle("new-table"));
    (app, place)
}

/// Begins a table of a form and waits for its grid.
fn begin(page: &Page, kind: &str) {
    page.click(&handle("new-table")).unwrap();
    page.wait_for_element(&format!("[data-kind='{kind}']"), SOON).unwrap();
    page.click(&format!("[data-kind='{kind}']")).unwrap();
    page.wait_for_element(&handle("table-grid"), SOON).unwrap();
}

fn cell(name: &str) -> String {
    format!("[data-cell='{name}']")
}

fn text(page: &Page, selector: &str) -> String {
    page.text(&format!("document.querySelector({})?.textContent ?? '(none)'", json!(selector))).unwrap()
}

fn attribute(page: &Page, selector: &str, name: &str) -> Value {
    page.eval(&format!("document.querySelector({})?.getAttribute('{name}')", json!(selector))).unwrap()
}

fn wait_for_text(page: &Page, selector: &str, text: &str) {
    let is = format!("document.querySelector({})?.textContent === {}", json!(selector), json!(text));
    page.wait_for(&is, SOON, &format!("{selector} says {text}")).unwrap();
}

/// The name of the cell that has the focus, or whose field has it.
fn focused(page: &Page) -> String {
    page.text("(document.activeElement.closest('[data-cell]')?.dataset.cell) ?? document.activeElement.tagName")
        .unwrap()
}

/// A row of iGate, named, with its first figure cell active.
fn begin_igate(page: &Page) {
    begin(page, "igate");
    page.click(&handle("row-add")).unwrap();
    page.wait_for("document.activeElement.matches('[data-named] > input')", SOON, "the name is edited").unwrap();
    page.type_text("UBND xã Uar").unwrap();
    page.press("Tab").unwrap();
    wait_for_text(page, "[data-named='r1/ten']", "UBND xã Uar");
    page.wait_for("document.activeElement.dataset.cell === 'r1/tiep_nhan'", SOON, "the first figure is active")
        .unwrap();
}

#[test]
fn figures_are_typed_ambiguous_ones_are_asked_and_a_wrong_total_is_told_at_its_cell() {
    let (app, _) = open_figures();
    let page = &app.page;
    begin_igate(page);
    page.type_text("1.716").unwrap();
    page.press("Tab").unwrap();
    wait_for_text(page, &cell("r1/tiep_nhan"), "1.716");
    assert_eq!(focused(page), "r1/da_giai_quyet");

    page.type_text("90,5\n").unwrap();
    page.wait_for_element(&handle("cell-ask"), SOON).unwrap();
    assert_eq!(page.text("document.activeElement.dataset.value").unwrap(), "90.5");
    page.press("ArrowRight").unwrap();
    assert_eq!(page.text("document.activeElement.dataset.value").unwrap(), "905");
    page.press("Enter").unwrap();
    wait_for_text(page, &cell("r1/da_giai_quyet"), "905");

    page.click(&cell("r1/dung_han")).unwrap();
    page.type_text("năm\n").unwrap();
    page.wait_for_element("[data-cell='r1/dung_han'] [role=alert]", SOON).unwrap();
    assert_eq!(page.text("document.activeElement.value").unwrap(), "năm", "what was typed stays");
    page.press("Escape").unwrap();
    assert_eq!(text(page, &cell("r1/dung_han")), "");
    page.type_text("900").unwrap();
    page.press("Tab").unwrap();
    page.press("ArrowRight").unwrap();
    page.type_text("1\n").unwrap();
    page.wait_for_element("[data-cell='r1/da_giai_quyet'][aria-invalid]", SOON).unwrap();
    assert_eq!(attribute(page, &cell("r1/da_giai_quyet"), "data-beside"), json!("tính: 901"));
    assert_eq!(text(page, &cell("r1/da_giai_quyet")), "905", "what is stated is kept");
    assert_eq!(attribute(page, &cell("r1/tl_dung_han"), "data-follows"), json!("99,45"), "a blank share is computed");
    page.click(&cell("r1/da_giai_quyet")).unwrap();
    page.wait_for_element("[data-rule=identity][data-stated='905'][data-computed='901']", SOON).unwrap();

    page.press("Control+z").unwrap();
    page.wait_for_element("[data-cell='r1/da_giai_quyet'][data-beside='tính: 900']", SOON).unwrap();
    page.press("Control+y").unwrap();
    page.wait_for_element("[data-cell='r1/da_giai_quyet'][data-beside='tính: 901']", SOON).unwrap();
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element("[data-cell='r1/da_giai_quyet'][aria-invalid]", SOON).unwrap();
    assert_eq!(text(page, &cell("r1/tre_han")), "1");
    app.assert_clean();
}

#[test]
fn the_keys_of_a_spreadsheet_lead_through_the_table() {
    let (app, _) = open_figures();
    let page = &app.page;
    begin(page, "bao-cao-thang-moi");
    page.click(&cell("giai_quyet/tong")).unwrap();
    for (key, place) in [
        ("ArrowDown", "dung_truoc_han/tong"),
        ("Tab", "dung_truoc_han/tinh"),
        ("Shift+Tab", "dung_truoc_han/tong"),
        ("End", "dung_truoc_han/ty_le"),
        ("ArrowUp", "giai_quyet/ty_le"),
        ("ArrowUp", "giai_quyet/ty_le"),
    ] {
        page.press(key).unwrap();
        assert_eq!(focused(page), place, "{key}");
    }
    page.press("Control+End").unwrap();
    let last = "[...document.querySelectorAll('[data-cell]')].at(-1) === document.activeElement";
    assert_eq!(page.eval(last).unwrap(), json!(true));
    let seen = "(() => { const cell = document.activeElement.getBoundingClientRect();
        const box = document.querySelector('[data-testid=table-grid]').getBoundingClientRect();
        return cell.top >= box.top && cell.bottom <= box.bottom + 1 })()";
    page.wait_for(seen, SOON, "the active cell is in sight").unwrap();
    page.press("Control+Home").unwrap();
    page.press("F2").unwrap();
    assert_eq!(page.text("document.activeElement.tagName").unwrap(), "DIV", "the names of the form are not edited");
    app.assert_clean();
}

const BLOCK: &str = "1\tUBND xã Uar\t1.716\t10\t9\t90\t1\t10\n2\tUBND xã Ia Rmok\t90.5\t5\tnăm\t\t\t\n";

#[test]
fn a_pasted_block_goes_in_as_one_edit_and_what_is_not_sure_is_listed() {
    let (app, _) = open_figures();
    let page = &app.page;
    begin(page, "igate");
    page.fill(&handle("table-paste"), BLOCK).unwrap();
    page.wait_for_element(&handle("table-pasted"), SOON).unwrap();
    wait_for_text(page, &cell("1/tiep_nhan"), "1.716");
    assert_eq!(text(page, "[data-named='2/ten']"), "UBND xã Ia Rmok");
    assert_eq!(text(page, &cell("2/tiep_nhan")), "");
    let left =
        page.text("[...document.querySelectorAll('[data-left]')].map((line) => line.dataset.left).join()").unwrap();
    assert_eq!(left, "2/tiep_nhan,2/dung_han");

    page.click(&cell("1/da_giai_quyet")).unwrap();
    let paste =
        "(() => { const data = new DataTransfer(); data.setData('text/plain', '20\\t19\\r\\n6\\t6\\r\\n7\\t7\\r\\n');
        document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) })()";
    page.eval(paste).unwrap();
    wait_for_text(page, &cell("2/dung_han"), "6");
    assert_eq!(page.eval("document.querySelectorAll('[data-row]').length").unwrap(), json!(3), "a row came");
    page.press("Control+z").unwrap();
    wait_for_text(page, &cell("1/da_giai_quyet"), "10");
    assert_eq!(page.eval("document.querySelectorAll('[data-row]').length").unwrap(), json!(2));
    page.press("Control+z").unwrap();
    page.wait_for("!document.querySelector('[data-row]')", SOON, "one undo takes the whole block back").unwrap();
    app.assert_clean();
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// Imports a fixture into a new table of a form.
fn import(page: &Page, kind: &str, name: &str) {
    begin(page, kind);
    page.upload(&handle("table-import"), &fixture(name)).unwrap();
    page.wait_for_element(&handle("table-try"), SOON).unwrap();
    page.click(&handle("table-try")).unwrap();
    page.wait_for_element(&handle("table-confirm"), SOON).unwrap();
    page.click(&handle("table-confirm")).unwrap();
    page.wait_for_element("[data-cell]", SOON).unwrap();
}

/// The figures of a fixture, row by row, as the page writes them.
fn stated(name: &str, skip: usize) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(fixture(name)).unwrap();
    let mut reader = csv_rows(&text).into_iter();
    reader.next();
    let grouped = |cell: &String| {
        let digits: Vec<char> = cell.chars().collect();
        let marked = digits.iter().enumerate().map(|(place, digit)| {
            let mark = if place > 0 && (digits.len() - place).is_multiple_of(3) { "." } else { "" };
            format!("{mark}{digit}")
        });
        marked.collect::<String>()
    };
    reader.map(|row| row[skip..].iter().map(grouped).collect()).collect()
}

/// The rows of a CSV text, quotation marks minded.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let cut = |line: &str| {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for letter in line.trim_start_matches('\u{feff}').chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                letter => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    };
    text.lines().map(cut).collect()
}

fn shown(page: &Page) -> Vec<Vec<String>> {
    let rows = "JSON.stringify([...document.querySelectorAll('[data-row]')].map((row) =>
        [...row.querySelectorAll('[data-cell]')].map((cell) => cell.textContent)))";
    serde_json::from_str(&page.text(rows).unwrap()).unwrap()
}

#[test]
fn the_annexes_of_two_reports_come_in_from_csv_with_every_stated_figure() {
    let (app, place) = open_figures();
    let page = &app.page;
    import(page, "bieu-06c", "bieu-06c-dak-nong.csv");
    assert_eq!(shown(page), stated("bieu-06c-dak-nong.csv", 4));
    let total = "[...document.querySelectorAll('[data-row]')].find((row) => row.innerText.includes('Tổng cộng'))";
    let total = page.text(&format!("{total}.querySelector('[data-cell$=\"/tong_nhan\"]').textContent")).unwrap();
    assert_eq!(total, "126.378");
    assert_eq!(attribute(page, &handle("table-discrepancies"), "data-number"), json!("0"), "all of it agrees");

    go(page, &place, &handle("new-table"));
    import(page, "bieu-cap-huyen", "cap-huyen-2022.csv");
    assert_eq!(shown(page), stated("cap-huyen-2022.csv", 2));
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element("[data-cell]", SOON).unwrap();
    assert_eq!(shown(page), stated("cap-huyen-2022.csv", 2), "nothing is lost after a reload");
    app.assert_clean();
}

#[test]
fn an_import_writes_nothing_before_it_is_confirmed_and_asks_before_it_replaces() {
    let (app, place) = open_figures();
    let page = &app.page;
    begin(page, "bieu-cap-huyen");
    let own = app.place();
    page.upload(&handle("table-import"), &fixture("cap-huyen-2021.csv")).unwrap();
    page.wait_for_element(&handle("table-try"), SOON).unwrap();
    page.click(&handle("table-try")).unwrap();
    page.wait_for_element(&handle("table-preview"), SOON).unwrap();
    go(page, &own, &handle("table-grid"));
    assert_eq!(shown(page), Vec::<Vec<String>>::new());

    go(page, &place, &handle("new-table"));
    import(page, "bieu-cap-huyen", "cap-huyen-2021.csv");
    page.upload(&handle("table-import"), &fixture("cap-huyen-2022.csv")).unwrap();
    page.wait_for_element(&handle("table-try"), SOON).unwrap();
    page.click(&handle("table-try")).unwrap();
    page.wait_for_element(&handle("table-confirm"), SOON).unwrap();
    assert_eq!(page.eval("document.querySelector('[data-testid=table-confirm]').disabled").unwrap(), json!(true));
    page.click(&handle("table-replace")).unwrap();
    page.click(&handle("table-confirm")).unwrap();
    page.wait_for_element("[data-cell]", SOON).unwrap();
    assert_eq!(shown(page), stated("cap-huyen-2022.csv", 2));
    page.press("Control+z").unwrap();
    let before = stated("cap-huyen-2021.csv", 2).len();
    let is = format!("document.querySelectorAll('[data-row]').length === {before}");
    page.wait_for(&is, SOON, "undo brings the rows back").unwrap();
    app.assert_clean();
}

/// Chooses an entry of a list by its place.
fn choose(page: &Page, selector: &str, place: usize) {
    let choose = format!(
        "(() => {{ const list = document.querySelector({}); list.selectedIndex = {place}; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }})) }})()",
        json!(selector)
    );
    page.eval(&choose).unwrap();
}

#[test]
fn a_free_table_catches_what_breaks_its_declared_identity() {
    let (app, _) = open_figures();
    let page = &app.page;
    page.click(&handle("new-table")).unwrap();
    page.wait_for_element("[data-kind='tu-do']", SOON).unwrap();
    page.click("[data-kind='tu-do']").unwrap();
    page.wait_for_element(&handle("free-form"), SOON).unwrap();
    page.click(&handle("free-add-column")).unwrap();
    for (place, name) in ["Tổng số", "Đúng hạn", "Trễ hạn"].into_iter().enumerate() {
        page.fill(&format!("#free-column-{place}"), name).unwrap();
    }
    page.click(&handle("free-add-rule")).unwrap();
    page.wait_for_element("[data-rule-draft] select[id^=free-first]", SOON).unwrap();
    choose(page, "[data-rule-draft] select[id^=free-first]", 1);
    page.click("[data-rule-draft] [data-part='1']").unwrap();
    page.click("[data-rule-draft] [data-part='2']").unwrap();
    page.click(&handle("free-take")).unwrap();
    page.wait_for_element(&handle("table-grid"), SOON).unwrap();
    page.click(&handle("row-add")).unwrap();
    page.wait_for("document.activeElement.matches('[data-named] > input')", SOON, "the name is edited").unwrap();
    page.press("Tab").unwrap();
    for figure in ["10", "7", "2"] {
        page.type_text(figure).unwrap();
        page.press("Tab").unwrap();
    }
    page.wait_for_element("[data-cell='r1/tong_so'][aria-invalid]", SOON).unwrap();
    assert_eq!(attribute(page, &cell("r1/tong_so"), "data-beside"), json!("tính: 9"));

    // A column that comes later is blank in every row, and the figures stay.
    page.eval("document.querySelector('[data-testid=free-edit]').open = true").unwrap();
    page.click(&handle("free-add-column")).unwrap();
    let added = "document.querySelectorAll('[data-testid=free-edit] .free__column').length === 4";
    page.wait_for(added, SOON, "a fourth column").unwrap();
    let id = page.text(
        "[...document.querySelectorAll('[id^=free-column-]')].filter((one) => one.tagName === 'INPUT').at(-1).id",
    );
    page.fill(&format!("#{}", id.unwrap()), "Ghi thêm").unwrap();
    page.click(&handle("free-take")).unwrap();
    page.wait_for_element(&cell("r1/ghi_them"), SOON).unwrap();
    assert_eq!(text(page, &cell("r1/tong_so")), "10");
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element("[data-cell='r1/tong_so'][aria-invalid]", SOON).unwrap();
    app.assert_clean();
}

#[test]
fn forms_of_a_file_are_offered_and_a_faulty_file_is_refused_with_its_place() {
    let (app, _) = open_figures();
    let page = &app.page;
    let bundled = include_str!("../../public/data/bieu-mau.json");
    let file: Value = serde_json::from_str(bundled).unwrap();
    let mut form = file["forms"][0].clone();
    form["id"] = json!("rieng");
    let path = app.folder.join("mau.json");
    std::fs::write(&path, form.to_string()).unwrap();
    page.click(&handle("new-table")).unwrap();
    page.wait_for_element(&handle("form-file"), SOON).unwrap();
    page.upload(&handle("form-file"), &path).unwrap();
    page.wait_for_element("[data-kind='rieng']", SOON).unwrap();

    form["across"][0]["sum"]["total"] = json!("khong_co");
    std::fs::write(&path, form.to_string()).unwrap();
    page.upload(&handle("form-file"), &path).unwrap();
    page.wait_for("document.querySelector('.notices').innerText.includes('khong_co')", SOON, "the fault").unwrap();

    page.click("[data-kind='rieng']").unwrap();
    page.wait_for_element(&handle("table-grid"), SOON).unwrap();
    app.assert_clean();
}

#[test]
fn under_a_finger_one_tap_opens_the_field_of_a_cell_and_cells_are_large_enough() {
    let (app, _) = open_figures();
    let page = &app.page;
    begin(page, "bao-cao-thang-cu");
    page.set_viewport(390, 844, true).unwrap();
    page.wait_for("matchMedia('(pointer: coarse)').matches", SOON, "a touched screen").unwrap();
    let first = page.text("document.querySelector('[data-cell]').dataset.cell").unwrap();
    page.tap(&cell(&first)).unwrap();
    page.wait_for("document.activeElement.inputMode === 'decimal'", SOON, "the field is open").unwrap();
    assert_eq!(focused(page), first);
    let height = page.eval("document.activeElement.closest('[data-cell]').getBoundingClientRect().height").unwrap();
    assert!(height.as_f64().unwrap() >= 48.0, "{height}");
    page.type_text("12\n").unwrap();
    wait_for_text(page, &cell(&first), "12");
    assert_eq!(page.text("document.activeElement.tagName").unwrap(), "INPUT", "the next cell is open at once");
    app.assert_clean();
}
