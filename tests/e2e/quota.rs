//! A device without room.

use crate::pages::{Checklist, Home};
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
