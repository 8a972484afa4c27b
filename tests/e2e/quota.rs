//! A device without room.

use crate::pages::{Checklist, Home, Supervision, to};
use crate::setup::{SOON, open_app};

#[test]
fn a_full_device_is_told_keeps_what_was_saved_and_saves_again_when_there_is_room() {
    let mut app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let address = app.page.text("location.href").unwrap();
    let origin = app.page.text("location.origin").unwrap();
    let open = list.open_verdicts();
    list.choose(&open[0], "Đạt");
    list.wait_for_status("saved");

    // A running database remembers for half a minute how much room it had: the limit comes before it is opened.
    app.browser.relaunch().unwrap();
    app.page = app.browser.blank().unwrap();
    app.page.set_quota(&origin, Some(1)).unwrap();
    app.page.goto(&address).unwrap();
    let list = Checklist::wait(&app.page);
    list.choose(&open[1], "Đạt");
    list.wait_for_status("failed");
    let sentence = app.page.text("document.querySelector('.save-failed').innerText").unwrap();
    assert!(sentence.trim().len() > 20, "no sentence: {sentence}");
    println!("{sentence}");
    assert_eq!(list.chosen(&open[1]), "Đạt", "the screen keeps what is not saved");
    // A backup of a device that cannot save must hold what only the screen holds.
    let place = app.place();
    app.page.click(".tabs__up a").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    let file = Supervision(&app.page).export_json(&app.downloads());
    let record: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let visits = record["visits"].as_array().unwrap();
    let last =
        |visit: &serde_json::Value| visit["history"].as_array().unwrap().last().unwrap()["edit"]["answer"].clone();
    assert!(visits.iter().any(|visit| last(visit)["item"] == open[1].as_str()), "the unsaved answer is in the export");
    to(&app.page, &place);
    let list = Checklist::wait(&app.page);
    assert_eq!(list.chosen(&open[1]), "Đạt", "coming back finds what is not saved");
    list.wait_for_status("failed");

    let other = app.browser.page(&address).unwrap();
    let stored = Checklist::wait(&other);
    assert_eq!([stored.chosen(&open[0]), stored.chosen(&open[1])], ["Đạt", ""]);
    other.close().unwrap();

    app.page.set_quota(&origin, None).unwrap();
    list.wait_for_status("saved");
    app.page.reload().unwrap();
    let list = Checklist::wait(&app.page);
    assert_eq!([list.chosen(&open[0]), list.chosen(&open[1])], ["Đạt", "Đạt"]);
    app.page.wait_for("document.querySelector('.save-failed p') === null", SOON, "no failure is shown").unwrap();
}
