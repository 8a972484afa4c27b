//! A file that comes back: unchanged, broken, changed.

use std::fs;

use serde_json::{Value, json};

use crate::pages::{Checklist, Home, Supervision, to};
use crate::setup::{open_app, wait_for_files};

#[test]
fn an_import_shows_what_it_would_change_and_a_bad_file_changes_nothing() {
    let app = open_app();
    let home = app.url.clone();
    let supervision = Home(&app.page).open_sample();
    let place = app.place();
    let first = supervision.export_json(&app.downloads());
    let bytes = fs::read(&first).unwrap();
    let to_home = || app.page.goto(&format!("{home}#/")).unwrap();

    to_home();
    let preview = Home(&app.page).import(&first);
    assert!(!preview.can_confirm(), "nothing is there to confirm");
    assert!(preview.heap("kept").is_some());
    assert_eq!((preview.heap("added"), preview.heap("replaced"), preview.refusal()), (None, None, None));

    let broken = app.folder.join("broken.json");
    let half = &bytes[..bytes.len() / 2];
    let deep = "[".repeat(10_000);
    let newer = String::from_utf8(bytes.clone()).unwrap().replacen("\"version\":4", "\"version\":99", 1);
    for content in [half, deep.as_bytes(), newer.as_bytes(), b"xin ch\xc3\xa0o"] {
        fs::write(&broken, content).unwrap();
        to_home();
        let preview = Home(&app.page).import(&broken);
        let sentence = preview.refusal().expect("a refusal");
        assert!(sentence.len() > 20 && !preview.can_confirm(), "{sentence}");
        println!("refused: {sentence}");
    }
    app.page.goto(&format!("{home}{place}")).unwrap();
    Supervision(&app.page).wait();
    let again = Supervision(&app.page).export_json(&app.downloads());
    assert!(fs::read(again).unwrap() == bytes, "the refused files changed something");

    let mut changed: Value = serde_json::from_slice(&bytes).unwrap();
    let visit = &mut changed["visits"][0];
    let id = visit["id"].as_str().unwrap().to_owned();
    let entries = visit["entries"].as_array_mut().unwrap();
    let entry = entries.iter_mut().find(|entry| entry["answer"]["verdict"]["value"] == "met").unwrap();
    entry["answer"] = json!({ "verdict": { "value": "not_met" } });
    let item = entry["item"].as_str().unwrap().to_owned();
    let file = app.folder.join("changed.json");
    fs::write(&file, serde_json::to_vec_pretty(&changed).unwrap()).unwrap();
    to_home();
    let preview = Home(&app.page).import(&file);
    assert_eq!(preview.refusal(), None);
    assert!(preview.heap("replaced").is_some() && preview.heap("added").is_none());
    assert!(preview.heap("only-device").is_some_and(|lines| lines.contains(&item)), "what would go is named");
    let visit_url = format!("{home}#/buoi/{id}");
    preview.choose("take");
    preview.confirm();
    app.page.goto(&visit_url).unwrap();
    assert_eq!(Checklist::wait(&app.page).chosen(&item), "Không đạt");
    app.page.reload().unwrap();
    assert_eq!(Checklist::wait(&app.page).chosen(&item), "Không đạt");
    app.assert_clean();
}

#[test]
fn what_two_devices_did_apart_is_named_joined_and_taken_back() {
    let (here, there) = (open_app(), open_app());
    let sample = Home(&there.page).open_sample();
    let supervision = there.place();
    let list = sample.open_visit(0);
    let open = list.open_verdicts();
    list.choose(&open[1], "Không đạt");
    list.wait_for_status("saved");
    there.page.goto(&format!("{}{supervision}", there.url)).unwrap();
    Supervision(&there.page).wait();
    let file = Supervision(&there.page).export_json(&there.downloads());

    let list = Home(&here.page).open_sample().open_visit(0);
    let visit = here.place();
    list.choose(&open[0], "Đạt");
    list.wait_for_status("saved");
    here.page.goto(&format!("{}#/", here.url)).unwrap();
    let preview = Home(&here.page).import(&file);
    assert!(preview.heap("only-file").is_some_and(|lines| lines.contains(&open[1])));
    assert!(preview.heap("only-device").is_some_and(|lines| lines.contains(&open[0])));
    assert!(preview.heap("join").is_some() && preview.heap("both").is_none());
    preview.confirm();
    to(&here.page, &visit);
    let list = Checklist::wait(&here.page);
    assert_eq!((&*list.chosen(&open[0]), &*list.chosen(&open[1])), ("Đạt", "Không đạt"));

    let undo = "[...document.querySelectorAll('.notice button')].find((button) => button.textContent === 'Hoàn tác')";
    here.page.eval(&format!("{undo}.click()")).unwrap();
    list.wait_for_chosen(&open[1], "");
    here.page.reload().unwrap();
    let list = Checklist::wait(&here.page);
    assert_eq!((&*list.chosen(&open[0]), &*list.chosen(&open[1])), ("Đạt", ""));
    here.assert_clean();
    there.assert_clean();
}

#[test]
fn a_rescue_file_brings_everything_to_another_device() {
    let app = open_app();
    Home(&app.page).open_sample().wait();
    let downloads = app.downloads();
    app.page.eval("window.soGiamSatFailed(new Error('not really'))").unwrap();
    app.page.click(".rescue button").unwrap();
    let files = wait_for_files(&downloads, ".json", 1);
    let other = open_app();
    let preview = Home(&other.page).import(&files[0]);
    assert_eq!((preview.refusal(), preview.heap("left-out")), (None, None));
    assert!(preview.heap("added").is_some());
    preview.confirm();
    other.assert_clean();
}
