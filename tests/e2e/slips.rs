//! What a hurried hand, or a fault in the app, must not cost.

use crate::pages::{Checklist, Home, go, handle, press, to};
use crate::setup::{SOON, open_app, wait_for_files};

#[test]
fn two_quick_taps_bring_the_sample_in_once() {
    let app = open_app();
    app.page.wait_for_element(&handle("open-sample"), SOON).unwrap();
    app.page.eval("(() => { const button = document.querySelector('[data-testid=open-sample]'); button.click(); button.click(); })()").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    // The list is read from the database behind whatever the second tap wrote there.
    go(&app.page, "#/", "[data-supervision]");
    assert_eq!(app.page.eval("document.querySelectorAll('[data-supervision]').length").unwrap(), 1);
    assert_eq!(app.page.eval("document.querySelectorAll('.notice--error').length").unwrap(), 0);
}

#[test]
fn a_deleted_visit_can_be_had_back() {
    let app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let (place, answers) = (app.place(), list.answers());
    to(&app.page, &format!("{place}/sua"));
    press(&app.page, "Xóa buổi làm việc");
    app.page.wait_for("document.querySelectorAll('[data-visit]').length === 6", SOON, "one visit less").unwrap();
    press(&app.page, "Hoàn tác");
    app.page.wait_for("document.querySelectorAll('[data-visit]').length === 7", SOON, "the visit again").unwrap();
    to(&app.page, &place);
    assert_eq!(Checklist::wait(&app.page).answers(), answers);
    app.assert_clean();
}

#[test]
fn the_next_unanswered_item_is_found_under_a_filter() {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    app.page.click("[data-filter=failed]").unwrap();
    let mut places: Vec<String> = Vec::new();
    for _ in 0..12 {
        app.page.click(&handle("next-unanswered")).unwrap();
        let place = "(() => { const row = document.activeElement.closest('[data-item]');
            return row?.checkVisibility() ? row.dataset.item : 'nowhere'; })()";
        // The click leaves the focus on the button; the next item takes it.
        let last = places.last().cloned().unwrap_or_default();
        app.page.wait_for(&format!("!['nowhere', {last:?}].includes({place})"), SOON, "the next item").unwrap();
        places.push(app.page.text(place).unwrap());
    }
    let mut distinct = places.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 12, "{places:?}");
}

#[test]
fn after_a_trap_nothing_looks_as_if_it_were_saved() {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let trap = "window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    app.page.eval(trap).unwrap();
    app.page.wait_for_element(".rescue button", SOON).unwrap();
    assert_eq!(app.page.eval("document.querySelector('[data-testid=save-status]')").unwrap(), serde_json::Value::Null);
}

#[test]
fn a_visit_alone_leaves_under_its_units_name_and_day() {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let downloads = app.downloads();
    to(&app.page, &format!("{}/sua", app.place()));
    press(&app.page, "Xuất JSON");
    press(&app.page, "Xuất CSV");
    let record = wait_for_files(&downloads, ".json", 1).remove(0);
    let tables = wait_for_files(&downloads, ".csv", 3);
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(name(&record), "giam-sat_UBND-huyen-Krong-Pa_2023-05-16_du-lieu.json");
    assert_eq!(
        tables.iter().filter(|table| name(table).starts_with("giam-sat_UBND-huyen-Krong-Pa_2023-05-16_")).count(),
        3
    );
    let record: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(record).unwrap()).unwrap();
    assert_eq!(record["visits"].as_array().unwrap().len(), 1);
    app.assert_clean();
}
