//! The main job without a network: the sample, answers, the score, exports, a reload.

use std::fs;

use serde_json::Value;

use crate::pages::{Checklist, Home, Supervision, handle};
use crate::setup::{SOON, dist, open, open_app, wait_for_files};

#[test]
fn the_main_job_needs_no_network_after_the_first_load() {
    let mut app = open_app();
    app.assert_clean();
    app.stop_server();
    app.restart("");
    let downloads = app.downloads();
    let supervision_place = {
        Home(&app.page).open_sample();
        app.place()
    };
    let list = Supervision(&app.page).open_visit(0);
    let visit_place = app.place();
    let open = list.open_verdicts();
    let [met, failed] = [open[0].as_str(), open[1].as_str()];
    let (answered, asked) = list.coverage();

    list.choose(met, "Đạt");
    list.wait_for_answered(answered + 1);
    let after_met = list.score();
    assert!(after_met.replace(',', ".").parse::<f64>().is_ok(), "the score is the number {after_met}");
    list.choose(failed, "Không đạt");
    list.wait_for_answered(answered + 2);
    let after_failed = list.score();
    assert_ne!(after_met, after_failed, "a failed item lowers the score");
    assert_eq!(list.coverage().1, asked);

    app.page.click(&handle("undo")).unwrap();
    list.wait_for_chosen(failed, "");
    assert_eq!(list.score(), after_met);
    app.page.click(&handle("redo")).unwrap();
    list.wait_for_chosen(failed, "Không đạt");
    assert_eq!(list.score(), after_failed);
    app.page.click(&handle("next-unanswered")).unwrap();
    list.wait_for_status("saved");
    let shown = list.answers();

    app.page.reload().unwrap();
    let list = Checklist::wait(&app.page);
    assert_eq!(list.answers(), shown, "the reload kept everything");
    assert_eq!(list.score(), after_failed);
    app.assert_clean();

    app.page.goto(&format!("{}{supervision_place}", app.url)).unwrap();
    Supervision(&app.page).wait();
    let file = Supervision(&app.page).export_json(&downloads);
    let json: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(json["format"], "so-giam-sat");
    let visit =
        json["visits"].as_array().unwrap().iter().find(|visit| visit_place.ends_with(visit["id"].as_str().unwrap()));
    let entries = visit.unwrap()["entries"].as_array().unwrap();
    let answer = |code: &str| &entries.iter().find(|entry| entry["item"] == code).unwrap()["answer"];
    assert_eq!(answer(met)["verdict"]["value"], "met");
    assert_eq!(answer(failed)["verdict"]["value"], "not_met");

    app.page.click(&handle("export-csv")).unwrap();
    for file in wait_for_files(&downloads, ".csv", 4) {
        let bytes = fs::read(&file).unwrap();
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
        let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(text).records().map(Result::unwrap).collect();
        assert!(!rows.is_empty(), "{} has rows", file.display());
    }
    app.assert_clean();
}

#[test]
fn the_app_starts_without_a_network_in_a_sub_folder() {
    let mut app = open(&dist(), "/a/b/");
    app.assert_clean();
    app.stop_server();
    app.page.reload().unwrap();
    app.page.wait_for_element(&handle("open-sample"), SOON).unwrap();
    app.restart("");
    Home(&app.page).open_sample();
    let place = app.place();
    app.restart(&place);
    Supervision(&app.page).wait();
    app.assert_clean();
}
